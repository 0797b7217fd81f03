"""Changes of an approved text: its words, its emphasis and its order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_QUOTE_MARK = re.compile(r"\n *>")


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change in the approved text of an opinion, with the old and the new Markdown."""

    subject: str
    """The opinion as readers call it."""
    what: str
    """`paragraph 2 changes`."""
    old: str = ""
    new: str = ""
    is_of_words: bool = True
    """False if only emphasis, other marks of Markdown or white space change."""
    old_lines: tuple[str, ...] = ()
    """The paragraph or the headings that only the old text has, as a document has them."""
    new_lines: tuple[str, ...] = ()
    """Those that only the new text has."""
    document: str = ""
    """The path of the document from which the text was taken; empty if it is not kept."""

    def __str__(self) -> str:
        """The change in a sentence, without the words."""
        return f"{self.subject}: {self.what}"


def text_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    """Yield each change of an approved text; one of white space only if nothing else changes."""
    changes = [*_paragraph_changes(opinion, old, new), *_heading_changes(opinion, old, new)]
    yield from changes
    if not changes and old.body != new.body:
        what = "only white space or a line break changes, which readers do not see"
        yield TextChange(opinion, what, is_of_words=False)


def _paragraph_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    for number in sorted(old.paragraphs.keys() | new.paragraphs.keys()):
        was, now = old.paragraphs.get(number), new.paragraphs.get(number)
        if was is None or now is None:
            what = "is new" if was is None else "is removed"
            yield TextChange(opinion, f"paragraph {number} {what}", _typed(was), _typed(now))
        elif was.text_with_mark != now.text_with_mark:
            old_words, new_words = _typed(was), _typed(now)
            yield TextChange(
                opinion,
                f"paragraph {number} changes",
                old_words,
                new_words,
                old_lines=(was.text_with_mark,),
                new_lines=(now.text_with_mark,),
            )
        elif _typed(was) != _typed(now):
            what = f"the emphasis or the layout of paragraph {number} changes, but no word"
            yield TextChange(opinion, what, _typed(was), _typed(now), is_of_words=False)


def _heading_changes(opinion: str, old: ApprovedText, new: ApprovedText) -> Iterator[TextChange]:
    """At most one change of the headings and the approval line, which have no numbers."""
    before, after = list(_headings(old)), list(_headings(new))
    was, now = _different(before, after)
    old_lines = tuple(heading.words for heading in before)
    new_lines = tuple(heading.words for heading in after)
    if old_lines != new_lines:
        yield TextChange(
            opinion,
            "a heading or the approval line changes",
            was,
            now,
            old_lines=tuple(line for line in old_lines if line not in new_lines),
            new_lines=tuple(line for line in new_lines if line not in old_lines),
        )
    elif [heading.place for heading in before] != [heading.place for heading in after]:
        yield TextChange(opinion, "a heading is in another place", was, now)
    elif was != now:
        what = "the emphasis or the level of a heading changes, but no word"
        yield TextChange(opinion, what, was, now, is_of_words=False)


class _Heading(NamedTuple):
    """A heading or an approval line, and where it stands."""

    words: str
    typed: str
    place: str
    """`between ¶ 2 and ¶ 3`."""

    def __str__(self) -> str:
        return f"{self.typed} ({self.place})"


def _headings(text: ApprovedText) -> Iterator[_Heading]:
    number = 0
    for block in text.blocks:
        if block.number:
            number = block.number
        else:
            place = _place(number, len(text.paragraphs))
            yield _Heading(block.words, _typed(block), place)


def _place(number: int, last: int) -> str:
    """Where a heading stands that comes after this many paragraphs."""
    if not number:
        return "before ¶ 1"
    return f"after ¶ {number}" if number == last else f"between ¶ {number} and ¶ {number + 1}"


def _different(old: Sequence[_Heading], new: Sequence[_Heading]) -> tuple[str, str]:
    """The headings that only one text has at this place; all if only their order differs."""
    was, now = (
        [item for item in old if item not in new],
        [item for item in new if item not in old],
    )
    if old != new and not (was or now):
        was, now = list(old), list(new)
    return " / ".join(map(str, was)), " / ".join(map(str, now))


def _typed(block: Block | None) -> str:
    """The Markdown of a block on one line, with the sign before it; empty if there is none."""
    if block is None:
        return ""
    words = " ".join(_QUOTE_MARK.sub("\n", block.markdown).split())
    return f"{_sign(block)}{words}"


def _sign(block: Block) -> str:
    match block.role:
        case Role.HEADING:
            return f"{'#' * block.level} "
        case Role.QUOTE:
            return "> "
        case Role.ITEM:
            return f"{'    ' * (block.level - 1)}{block.mark} "
    return ""
