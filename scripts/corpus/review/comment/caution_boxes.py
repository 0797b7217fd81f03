"""Check boxes for changes of texts that are easy to miss."""

from collections.abc import Iterator, Sequence

from corpus.review.changes.look_alikes import LookAlike
from corpus.review.changes.separate_changes import SeparateChange
from corpus.review.comment.headings import Heading
from corpus.text.markdown_escape import escape_markdown

_MOST = 50
"""How much one box lists."""


def separate_as_markdown(changes: Sequence[SeparateChange]) -> Iterator[str]:
    """A box with the paragraphs that change between an opinion and its separate parts."""
    intro = "The site will say that these paragraphs are, or are not, part of what was decided."
    yield from _box(Heading.SEPARATE, intro, [*map(_separate, changes)])


def look_alikes_as_markdown(items: Sequence[LookAlike]) -> Iterator[str]:
    """A box with the new words that have a letter of another alphabet."""
    intro = "These new words have a character that is not Latin. Type them again."
    yield from _box(Heading.LOOK_ALIKES, intro, [*map(_look_alike, items)])


def _separate(change: SeparateChange) -> str:
    numbers = ", ".join(f"¶ {number}" for number in change.paragraphs)
    return (
        f"{escape_markdown(change.opinion)}, {numbers}: from"
        f" “{escape_markdown(change.old)}” to “{escape_markdown(change.new)}”"
    )


def _look_alike(item: LookAlike) -> str:
    return (
        f"{escape_markdown(item.opinion)}, {escape_markdown(item.where)}:"
        f" “{escape_markdown(item.word)}” has {item.character}"
    )


def _box(title: Heading, intro: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        shown = [f"- {line}" for line in lines[:_MOST]]
        if len(lines) > _MOST:
            shown.append(f"- and {len(lines) - _MOST} more")
        text = ["[!CAUTION]", f"**{title}.** {intro}", "", *shown]
        yield "\n".join(f"> {line}".rstrip() for line in text)
