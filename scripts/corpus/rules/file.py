"""OP0: the file itself, before its fields are looked at."""

from collections.abc import Iterable
from typing import Any

from corpus.documents import Document
from corpus.findings import Flaw, Verdict
from corpus.rules.registry import on_document


@on_document("OP001", hint="Save the file as UTF-8 text without a byte order mark.")
def not_utf8(document: Document[Any]) -> Iterable[Verdict]:
    """A file is UTF-8 text without a byte order mark.

    Why:
        Any other encoding turns section signs and quotation marks into other characters.
    """
    return document.faulty(Flaw.ENCODING)


@on_document("OP002", hint="Put a line of exactly three hyphens above and below the fields.")
def no_fence(document: Document[Any]) -> Iterable[Verdict]:
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
    return document.faulty(Flaw.FENCE)


@on_document(
    "OP003", hint="Write `name: value`, indent with spaces, and quote a value with a colon in it."
)
def not_yaml(document: Document[Any]) -> Iterable[Verdict]:
    """The fields can be read as YAML.

    Why:
        A record that cannot be read cannot be published.

    Bad:
        title: Fees: when to ask

    Good:
        title: "Fees: when to ask"
    """
    return document.faulty(Flaw.YAML)


@on_document("OP004", hint="Keep one of the two and delete the other.")
def field_twice(document: Document[Any]) -> Iterable[Verdict]:
    """A field stands in one place only.

    Why:
        Of two values one would be lost without a word.

    Bad:
        title: Fees
        title: Costs

    Good:
        title: Fees
    """
    return document.faulty(Flaw.DUPLICATE)


@on_document("OP005", hint="Write the value out, in quotation marks if it starts with & * or !.")
def yaml_extra(document: Document[Any]) -> Iterable[Verdict]:
    """Values are plain: no anchors, aliases or tags of YAML.

    Why:
        They let one line mean many, and a record must say what it says where it says it.

    Bad:
        title: &name Fees

    Good:
        title: "&name Fees"
    """
    return document.faulty(Flaw.EXTRA)


@on_document("OP006", hint="See that the file is there and may be read.")
def unreadable(document: Document[Any]) -> Iterable[Verdict]:
    """Every file that the corpus needs is there and can be read.

    Why:
        Without the vocabularies and the Commission's file no record can be understood.
    """
    return document.faulty(Flaw.UNREADABLE)


@on_document("OP007", hint="Delete it; it may be easiest to type the words around it anew.")
def invisible_character(document: Document[Any]) -> Iterable[Verdict]:
    r"""A file holds no characters that cannot be seen.

    Why:
        They come along when words are copied, and change them where nobody looks.

    Bad:
        title: "Fees\a"

    Good:
        title: Fees
    """
    return document.faulty(Flaw.CONTROL)
