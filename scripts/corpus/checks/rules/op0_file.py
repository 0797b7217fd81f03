"""OP0: the file itself, before its fields are read."""

from corpus.checks.registry import Rule, on_fault
from corpus.findings import FaultKind

on_fault(
    FaultKind.ENCODING,
    Rule(
        code="OP001",
        name="not-utf8",
        law="A file is UTF-8 text without a byte order mark.",
        why="Any other encoding turns section signs and quotation marks into other characters.",
        hint="Save the file as UTF-8 text without a byte order mark.",
    ),
)

on_fault(
    FaultKind.FENCE,
    Rule(
        code="OP002",
        name="no-fence",
        law="The fields stand between two lines `---`, the first being the first line of the file.",
        why="Without both lines the fields would be published as text, or the text read as fields.",
        hint="Put a line of exactly three hyphens above and below the fields.",
        bad="""
            # standards/4.md
            id: 4
            title: Fees
            source: {title: Minutes}
        """,
        good="""
            # standards/4.md
            ---
            id: 4
            title: Fees
            source: {title: Minutes}
            ---
        """,
    ),
)

on_fault(
    FaultKind.YAML,
    Rule(
        code="OP003",
        name="not-yaml",
        law="The fields can be read as YAML.",
        why="A record that cannot be read cannot be published.",
        hint="Write `name: value`, one field a line, and close what is opened: [ ] { } and quotes.",
        bad="topics: [fees",
        good="topics: [fees]",
    ),
)

on_fault(
    FaultKind.DUPLICATE,
    Rule(
        code="OP004",
        name="field-twice",
        law="A field stands in one place only.",
        why="Of two values one would be lost without a word.",
        hint="Keep one of the two and delete the other.",
        bad="""
            title: Fees
            title: Costs
        """,
        good="title: Fees",
    ),
)

on_fault(
    FaultKind.EXTRA,
    Rule(
        code="OP005",
        name="yaml-extra",
        law="Values are plain: no anchors, aliases or tags of YAML.",
        why="They let one line mean many, and a record must say what it says where it says it.",
        hint="Write the value out, in quotation marks if it starts with & * or !.",
        bad="title: &name Fees",
        good='title: "&name Fees"',
    ),
)

on_fault(
    FaultKind.UNREADABLE,
    Rule(
        code="OP006",
        name="unreadable",
        law="Every file that the corpus needs is there and can be read.",
        why="Without the vocabularies and the Commission's file no record can be understood.",
        hint="See that the file is there and may be read.",
    ),
)

on_fault(
    FaultKind.CONTROL,
    Rule(
        code="OP007",
        name="invisible-character",
        law="A file holds no characters that cannot be seen.",
        why="They come along when words are copied, and change them where nobody looks.",
        hint="Delete it; it may be easiest to type the words around it anew.",
        bad='title: "Fees\\a"',
        good="title: Fees",
    ),
)

on_fault(
    FaultKind.COLON,
    Rule(
        code="OP008",
        name="second-colon",
        law="A value with a colon and a space in it stands in quotation marks.",
        why="YAML takes the words before the colon for the name of another field.",
        hint='Put the whole value in double quotes: `title: "Fees: when to ask"`.',
        bad="title: Fees: when to ask",
        good='title: "Fees: when to ask"',
    ),
)

on_fault(
    FaultKind.CUT,
    Rule(
        code="OP009",
        name="cut-by-remark",
        law="A value with a space and a # in it stands in quotation marks.",
        why="YAML takes the # and all that follows for a remark, and the words are lost.",
        hint="Put the whole value in double quotes, or the remark on a line of its own.",
        bad="title: Fees in case #5",
        good='title: "Fees in case #5"',
    ),
)

on_fault(
    FaultKind.TAB,
    Rule(
        code="OP010",
        name="tab",
        law="Lines are indented with spaces.",
        why="A tab is as wide as each editor likes, so YAML does not take it.",
        hint="Delete the tab and type spaces, as many as in the line above.",
    ),
)

on_fault(
    FaultKind.CURLY,
    Rule(
        code="OP011",
        name="curly-quotes",
        law="A value is quoted with straight marks.",
        why="YAML takes curly ones, which word processors make, for letters of the value.",
        hint='Type straight quotation marks: "…".',
        bad="title: “Fees”",
        good='title: "Fees"',
    ),
)

on_fault(
    FaultKind.UNCLOSED,
    Rule(
        code="OP012",
        name="no-second-fence",
        law="A second line `---` closes the fields.",
        why="Without it nobody can tell where the fields end and the approved text begins.",
        hint="Put a line of exactly three hyphens below the last field.",
        bad="""
            # standards/4.md
            ---
            id: 4
            title: Fees
            source: {title: Minutes}

            Words.
        """,
        good="""
            # standards/4.md
            ---
            id: 4
            title: Fees
            source: {title: Minutes}
            ---
        """,
    ),
)

on_fault(
    FaultKind.NOT_A_FILE,
    Rule(
        code="OP013",
        name="not-a-file",
        law="What stands among the records is a plain file, no link and no device.",
        why="A link may lead out of the corpus, to what was never meant to be published.",
        hint="Put the file itself there.",
    ),
)

on_fault(
    FaultKind.HUGE,
    Rule(
        code="OP014",
        name="huge",
        law="A file has at most 256 kilobytes.",
        why="No opinion is as long as that, and a file without an end would keep everyone waiting.",
        hint="See that it is the right file; split a text as long as this.",
    ),
)
