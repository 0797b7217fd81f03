"""OP0: the file itself, before its fields are read."""

from corpus.checks.registry import Rule, on_fault
from corpus.findings import FaultKind

on_fault(
    FaultKind.ENCODING,
    Rule(
        code="OP001",
        name="not-utf8",
        law="A file is saved as UTF-8 text without a byte order mark.",
        why="Any other encoding can turn section signs and quotation marks into other characters.",
        hint="Save the file as UTF-8 text without a byte order mark.",
    ),
)

on_fault(
    FaultKind.NO_FENCE,
    Rule(
        code="OP002",
        name="no-fence",
        law="The fields stand between two lines of `---`, the first at the top of the file.",
        why="Without both lines, fields would be published as text, or text read as fields.",
        hint="Type a line of three hyphens, `---`, above the fields and another one below them.",
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
        law="The fields are valid YAML.",
        why="A file that cannot be read cannot be published.",
        hint="Write one `name: value` on each line, and close every [, { and quotation mark.",
        bad="topics: [fees",
        good="topics: [fees]",
    ),
)

on_fault(
    FaultKind.DUPLICATE,
    Rule(
        code="OP004",
        name="field-twice",
        law="Each field appears only once.",
        why="Only one of the two values could be used. The other would be lost without notice.",
        hint="Keep one of the two and delete the other.",
        bad="""
            title: Fees
            title: Costs
        """,
        good="title: Fees",
    ),
)

on_fault(
    FaultKind.YAML_FEATURE,
    Rule(
        code="OP005",
        name="yaml-extra",
        law="Values use no YAML anchors, aliases or tags.",
        why="They let one line stand for many. A record must state each value where it is used.",
        hint="Write out the value. If it starts with &, * or !, put it in double quotation marks.",
        bad="title: &name Fees",
        good='title: "&name Fees"',
    ),
)

on_fault(
    FaultKind.UNREADABLE,
    Rule(
        code="OP006",
        name="unreadable",
        law="Every file that the collection needs exists and can be read.",
        why="No record can be checked without the topics, the programs and the Commission's file.",
        hint="Make sure that the file exists and that you are allowed to read it.",
    ),
)

on_fault(
    FaultKind.INVISIBLE,
    Rule(
        code="OP007",
        name="invisible-character",
        law="A file contains no invisible characters.",
        why="They slip in when text is copied, and they change words where nobody can see it.",
        hint="Delete the character. It may be easiest to type the words around it again.",
        bad='title: "Fees\\a"',
        good="title: Fees",
    ),
)

on_fault(
    FaultKind.COLON,
    Rule(
        code="OP008",
        name="second-colon",
        law="A value that contains a colon and a space is in quotation marks.",
        why="YAML reads the words before the colon as the name of another field.",
        hint='Put the whole value in double quotation marks: `title: "Fees: when to ask"`.',
        bad="title: Fees: when to ask",
        good='title: "Fees: when to ask"',
    ),
)

on_fault(
    FaultKind.COMMENT,
    Rule(
        code="OP009",
        name="cut-by-remark",
        law="A value that contains a space followed by # is in quotation marks.",
        why="YAML reads the # and everything after it as a comment, so those words would be lost.",
        hint="Put the whole value in double quotation marks, or move the comment to its own line.",
        bad="title: Fees in case #5",
        good='title: "Fees in case #5"',
    ),
)

on_fault(
    FaultKind.TAB,
    Rule(
        code="OP010",
        name="tab",
        law="Lines are indented with spaces, not tabs.",
        why="Every editor shows tabs at a different width, so YAML does not allow them here.",
        hint="Delete the tab and type spaces instead, as many as in the line above.",
    ),
)

on_fault(
    FaultKind.CURLY_QUOTES,
    Rule(
        code="OP011",
        name="curly-quotes",
        law="Values are quoted with straight quotation marks.",
        why="YAML reads curly quotation marks, which word processors insert, as part of the value.",
        hint='Type straight quotation marks: "…".',
        bad="title: “Fees”",
        good='title: "Fees"',
    ),
)

on_fault(
    FaultKind.NO_SECOND_FENCE,
    Rule(
        code="OP012",
        name="no-second-fence",
        law="A second line of `---` ends the fields.",
        why="Without it, nobody can tell where the fields end and the approved text begins.",
        hint="Type a line of three hyphens, `---`, below the last field.",
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
        law="Every file in the collection is an ordinary file, not a link or a device.",
        why="A link could lead to something outside the collection that must not be published.",
        hint="Replace it with the file itself.",
    ),
)

on_fault(
    FaultKind.TOO_LARGE,
    Rule(
        code="OP014",
        name="huge",
        law="A file is no larger than 256 kilobytes.",
        why="No opinion is that long, and a file without end would hold up everyone's work.",
        hint="Make sure that this is the right file. If the text is really this long, split it.",
    ),
)
