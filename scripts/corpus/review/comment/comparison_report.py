"""The section of the comment that compares new texts with their documents."""

from collections.abc import Iterator, Sequence

from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import difference_of_words, excerpt
from corpus.review.documents.comparison import DocumentComparison, OtherWords
from corpus.text.markdown_escape import escape_but_code, escape_markdown


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
    if broken := [item for item in comparisons if item.breaks]:
        yield "\n".join([f"**{BREAKS}**{ABOUT_BREAKS}", "", *map(_breaks_of, broken)])
    if left_out := [item for item in comparisons if item.left_out]:
        yield "\n".join(
            [f"### {Heading.LEFT_OUT}", "", _ABOUT_LEFT_OUT, "", *map(_lines_left_out, left_out)]
        )


_ABOUT_LEFT_OUT = (
    "The document has these lines, but the text does not. Make sure that none belongs to the text."
)


BREAKS = "Paragraphs begin elsewhere in the document"
ABOUT_BREAKS = (
    ", so their numbers would differ there. A new page in the document can look like a new"
    " paragraph."
)


def _breaks_of(comparison: DocumentComparison) -> str:
    places = escape_markdown("; ".join(comparison.breaks))
    return f"- {escape_markdown(comparison.opinion)}, as the document has it: {places}."


def _box(comparison: DocumentComparison) -> str:
    """A box on GitHub with each place where a text and its document do not agree."""
    lines = [
        (
            f"**{Heading.OTHER_WORDS}.** {escape_markdown(comparison.opinion)} beside"
            f" {escape_markdown(comparison.document)}.{_part(comparison)} Words that only the"
            " document has are <del>struck through</del>, words that only the text has are"
            " <ins>underlined</ins>."
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
        f" {escape_but_code(comparison.why_not_compared)} Compare every word yourself."
    )


def _agrees(comparison: DocumentComparison) -> str:
    return (
        f"- {escape_markdown(comparison.opinion)}: every word and sign below the heading line"
        f" is in {escape_markdown(comparison.document)}, in the same order. Capital letters,"
        f" emphasis and hyphens within words were not compared.{_part(comparison)}"
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
