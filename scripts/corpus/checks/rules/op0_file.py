"""OP0: the file itself, before its fields are looked at."""

from corpus.checks.registry import on_fault
from corpus.findings import Fault, FaultKind, Violation


@on_fault(
    FaultKind.ENCODING, "OP001", hint="Save the file as UTF-8 text without a byte order mark."
)
def not_utf8(fault: Fault) -> Violation:
    """A file is UTF-8 text without a byte order mark.

    Why:
        Any other encoding turns section signs and quotation marks into other characters.
    """
    return fault.verdict


@on_fault(
    FaultKind.FENCE, "OP002", hint="Put a line of exactly three hyphens above and below the fields."
)
def no_fence(fault: Fault) -> Violation:
    """The fields stand between two lines `---`, the first being the first line of the file.

    Why:
        Without both lines the fields would be published as text, or the text read as fields.

    Bad:
        # standards/4.md
        id: 4
        title: Fees
        source: {title: Minutes}

    Good:
        # standards/4.md
        ---
        id: 4
        title: Fees
        source: {title: Minutes}
        ---
    """
    return fault.verdict


@on_fault(
    FaultKind.YAML,
    "OP003",
    hint="Write `name: value`, one field a line, and close what is opened: [ ] { } and quotes.",
)
def not_yaml(fault: Fault) -> Violation:
    """The fields can be read as YAML.

    Why:
        A record that cannot be read cannot be published.

    Bad:
        topics: [fees

    Good:
        topics: [fees]
    """
    return fault.verdict


@on_fault(FaultKind.DUPLICATE, "OP004", hint="Keep one of the two and delete the other.")
def field_twice(fault: Fault) -> Violation:
    """A field stands in one place only.

    Why:
        Of two values one would be lost without a word.

    Bad:
        title: Fees
        title: Costs

    Good:
        title: Fees
    """
    return fault.verdict


@on_fault(
    FaultKind.EXTRA,
    "OP005",
    hint="Write the value out, in quotation marks if it starts with & * or !.",
)
def yaml_extra(fault: Fault) -> Violation:
    """Values are plain: no anchors, aliases or tags of YAML.

    Why:
        They let one line mean many, and a record must say what it says where it says it.

    Bad:
        title: &name Fees

    Good:
        title: "&name Fees"
    """
    return fault.verdict


@on_fault(FaultKind.UNREADABLE, "OP006", hint="See that the file is there and may be read.")
def unreadable(fault: Fault) -> Violation:
    """Every file that the corpus needs is there and can be read.

    Why:
        Without the vocabularies and the Commission's file no record can be understood.
    """
    return fault.verdict


@on_fault(
    FaultKind.CONTROL,
    "OP007",
    hint="Delete it; it may be easiest to type the words around it anew.",
)
def invisible_character(fault: Fault) -> Violation:
    r"""A file holds no characters that cannot be seen.

    Why:
        They come along when words are copied, and change them where nobody looks.

    Bad:
        title: "Fees\a"

    Good:
        title: Fees
    """
    return fault.verdict


@on_fault(
    FaultKind.COLON,
    "OP008",
    hint='Put the whole value in double quotes: `title: "Fees: when to ask"`.',
)
def second_colon(fault: Fault) -> Violation:
    """A value with a colon and a space in it stands in quotation marks.

    Why:
        YAML takes the words before the colon for the name of another field.

    Bad:
        title: Fees: when to ask

    Good:
        title: "Fees: when to ask"
    """
    return fault.verdict


@on_fault(
    FaultKind.CUT,
    "OP009",
    hint="Put the whole value in double quotes, or the remark on a line of its own.",
)
def cut_by_remark(fault: Fault) -> Violation:
    """A value with a space and a # in it stands in quotation marks.

    Why:
        YAML takes the # and all that follows for a remark, and the words are lost.

    Bad:
        title: Fees in case #5

    Good:
        title: "Fees in case #5"
    """
    return fault.verdict


@on_fault(
    FaultKind.TAB, "OP010", hint="Delete the tab and type spaces, as many as in the line above."
)
def tab(fault: Fault) -> Violation:
    """Lines are indented with spaces.

    Why:
        A tab is as wide as each editor likes, so YAML does not take it.
    """
    return fault.verdict


@on_fault(FaultKind.CURLY, "OP011", hint='Type straight quotation marks: "…".')
def curly_quotes(fault: Fault) -> Violation:
    """A value is quoted with straight marks.

    Why:
        YAML takes curly ones, which word processors make, for letters of the value.

    Bad:
        title: “Fees”

    Good:
        title: "Fees"
    """
    return fault.verdict


@on_fault(
    FaultKind.UNCLOSED, "OP012", hint="Put a line of exactly three hyphens below the last field."
)
def no_second_fence(fault: Fault) -> Violation:
    """A second line `---` closes the fields.

    Why:
        Without it nobody can tell where the fields end and the approved text begins.

    Bad:
        # standards/4.md
        ---
        id: 4
        title: Fees
        source: {title: Minutes}

        Words.

    Good:
        # standards/4.md
        ---
        id: 4
        title: Fees
        source: {title: Minutes}
        ---
    """
    return fault.verdict


@on_fault(FaultKind.NOT_A_FILE, "OP013", hint="Put the file itself there.")
def not_a_file(fault: Fault) -> Violation:
    """What stands among the records is a plain file, no link and no device.

    Why:
        A link may lead out of the corpus, to what was never meant to be published.
    """
    return fault.verdict


@on_fault(
    FaultKind.HUGE, "OP014", hint="See that it is the right file; split a text as long as this."
)
def huge(fault: Fault) -> Violation:
    """A file has at most 256 kilobytes.

    Why:
        No opinion is as long as that, and a file without an end would keep everyone waiting.
    """
    return fault.verdict
