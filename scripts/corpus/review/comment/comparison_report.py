"""The section of the comment that compares new texts with their documents."""

from collections.abc import Iterator, Sequence

from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import difference_of_words, excerpt
from corpus.review.documents.comparison import DocumentComparison, OtherWords
from corpus.text.markdown_escape import escape_but_code, escape_markdown

_MARKED = (
    "Words that only the document has are <del>struck through</del>, words that only the text has"
    " are <ins>underlined</ins>."
)
_ABOUT_LEFT_OUT = (
    "The document has these lines, but the text does not. Make sure that none belongs to the text."
)
ABOUT_OTHER_NUMBERS = (
    "The numbers of paragraphs may differ there. A new page in the document can look like a new"
    " paragraph, and a short line like a heading."
)
ABOUT_OTHER_SPELLINGS = "Only capitals, hyphens, spaces, or kinds of quotation marks and dashes do."
COMPARE_YOURSELF = "Compare every word yourself."
NEVER_COMPARED = "the heading line, emphasis, bullets and layout"


def comparisons_as_markdown(comparisons: Sequence[DocumentComparison]) -> Iterator[str]:
    """First the differences, then what could not be compared, then what agrees."""
    for comparison in comparisons:
        if comparison.speaks_against:
            yield _box(comparison)
    calm = [item for item in comparisons if not item.speaks_against]
    if not_compared := [item for item in calm if item.why_not_compared]:
        yield "\n".join(["> [!IMPORTANT]", *map(_not_compared, not_compared)])
    if agreeing := [item for item in calm if not item.why_not_compared]:
        yield "\n".join([f"### {Heading.AGREES}", "", *map(_agrees, agreeing)])
    if renumbered := [item for item in comparisons if item.other_numbers]:
        about = f"**{Heading.OTHER_NUMBERS}.** {ABOUT_OTHER_NUMBERS}"
        yield "\n".join([about, "", *map(_other_numbers, renumbered)])
    if respelled := [item for item in comparisons if item.spellings]:
        about = f"**{Heading.OTHER_SPELLINGS}.** {ABOUT_OTHER_SPELLINGS} {_MARKED}"
        yield "\n".join([about, "", *map(_other_spellings, respelled)])
    unseen = dict.fromkeys((item.document, item.unseen) for item in comparisons if item.unseen)
    yield from (_unseen(document, what) for document, what in unseen)
    if left_out := [item for item in comparisons if item.left_out]:
        yield "\n".join(
            [f"### {Heading.LEFT_OUT}", "", _ABOUT_LEFT_OUT, "", *map(_lines_left_out, left_out)]
        )


def _other_numbers(comparison: DocumentComparison) -> str:
    places = escape_markdown("; ".join(comparison.other_numbers))
    return f"- {escape_markdown(comparison.opinion)}, as the document has it: {places}."


def _other_spellings(comparison: DocumentComparison) -> str:
    places = (f"    {_other_words(other)}" for other in comparison.spellings)
    return "\n".join([f"- {escape_markdown(comparison.opinion)}:", *places])


def _unseen(document: str, what: Sequence[str]) -> str:
    """A box on GitHub with what everyone can read in the file of a document."""
    return (
        f"> [!IMPORTANT]\n> **{Heading.UNSEEN}.** Everyone can read {escape_markdown(document)},"
        f" with all that it holds. It also holds: {escape_but_code('; '.join(what))}. If any of"
        " this must not be public, do not merge. The document must be replaced by a copy without"
        " it, and the branch deleted, because its earlier commits keep the file."
    )


def _box(comparison: DocumentComparison) -> str:
    """A box on GitHub with each place where a text and its document do not agree."""
    lines = [
        (
            f"**{Heading.OTHER_WORDS}.** {escape_markdown(comparison.opinion)} beside"
            f" {escape_markdown(comparison.document)}.{_part(comparison)} {_MARKED}"
        ),
        "",
        *map(_other_words, comparison.others),
    ]
    if comparison.moved:
        moved = escape_markdown(", ".join(comparison.moved))
        lines.append(f"- **In another place in the document**: {moved}")
    return "\n".join(f"> {line}".rstrip() for line in ("[!CAUTION]", *lines))


def _other_words(other: OtherWords) -> str:
    if not other.in_document:
        return f"- **Only in the text, {escape_markdown(other.where)}**: {_shown(other.in_text)}"
    if not other.where:
        after = f", after {_shown(other.after)}" if other.after else ""
        return f"- **Only in the document**{after}: {_shown(other.in_document)}"
    words = difference_of_words(other.in_document, other.in_text)
    return f"- **{escape_markdown(other.where)}**: {words}"


def _not_compared(comparison: DocumentComparison) -> str:
    document = f" ({escape_markdown(comparison.document)})" if comparison.document else ""
    return (
        f"> - **{Heading.NOT_COMPARED}**: {escape_markdown(comparison.opinion)}{document}."
        f" {escape_but_code(comparison.why_not_compared)} {COMPARE_YOURSELF}"
    )


def _agrees(comparison: DocumentComparison) -> str:
    what = "every word" if comparison.spellings else "every word and sign"
    return (
        f"- {escape_markdown(comparison.opinion)}: {what} below the heading line"
        f" is in {escape_markdown(comparison.document)}, in the same order. Not compared:"
        f" {NEVER_COMPARED}.{_part(comparison)}"
    )


def _part(comparison: DocumentComparison) -> str:
    """What of a volume was compared; empty if all of the document was."""
    if not comparison.of_volume:
        return ""
    return f" Compared with its part of a volume: {escape_markdown(comparison.of_volume)}."


def _lines_left_out(comparison: DocumentComparison) -> str:
    lines = (f"    - {_shown(words)}" for words in comparison.left_out)
    return "\n".join([f"- {escape_markdown(comparison.opinion)}:", *lines])


def _shown(words: str) -> str:
    return f"“{escape_markdown(excerpt(words))}”"
