"""A long comment on a pull request, cut to a number of bytes; what matters most is cut last."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.model.words import Words
from corpus.review.comment.headings import Heading

_MATTERS_MOST = (
    Heading.TO_DO,
    Heading.DOCUMENT_CHANGES,
    Heading.TEXT_CHANGES,
    Heading.SEPARATE,
    Heading.LOOK_ALIKES,
    Heading.AGAINST_DOCUMENT,
    Heading.OTHER_WORDS,
    Heading.NOT_COMPARED,
    Heading.CORRECTIONS,
    Heading.EXCEPTIONS,
    Heading.OTHER_FILES,
    Heading.APPROVALS,
    Heading.WITHDRAWN,
    Heading.REMOVED,
    Heading.DETAILS,
    Heading.SETTINGS,
    Heading.PRINTED,
    Heading.LAW,
    Heading.STATUSES,
    Heading.LINKS,
    Heading.LOST_ADDRESSES,
)
"""The sections on what readers already have, and on what keeps a change from being published."""

_TITLE = re.compile(
    r"##+ (?P<heading>.+)"
    r"|> \[!.*\n> (?:- )?\*\*(?P<box>.+?)\*\*"
    r"|<details.*?<summary>(?P<list>.+?)</"
)
_END = re.compile(r"(?:: [\d,]+|\.)$")
_FENCE = re.compile(r"^ *```", re.MULTILINE)
_FOR_NOTE = 80
"""The bytes of the sentence below a section that is cut."""


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading, a box or a folded list, and what is below it."""

    title: str
    """Empty if there is no heading."""
    lines: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(map(_size, self.lines))

    @property
    def least(self) -> int:
        """What stays of it, whatever is cut: its first lines, and how many are not shown."""
        return sum(map(_size, self.lines[: self.opening])) + _FOR_NOTE

    @property
    def opening(self) -> int:
        """How many lines belong to its title."""
        return 2 if self.lines[0].startswith("> [!") else 1


def for_github(parts: Sequence[str], words: Words, run: str) -> dict[str, str]:
    """The `comment` and the `summary` of a run, each as long as GitHub takes it."""
    of_run = f"[The run]({run})" if run else "The run of the check Records"
    whole = f"{of_run} has all of it in its summary and in the file *effects*."
    return {
        "comment": shortened(parts, 60_000, whole, words),
        "summary": shortened(
            parts, 1_000_000, "The file *effects* of this run has all of it.", words
        ),
    }


def shortened(parts: Iterable[str], most_bytes: int, whole: str, words: Words) -> str:
    """The Markdown of a comment; where it is too long, what was cut is counted and named.

    `whole` is a sentence that says where all of it is.
    """
    texts = list(parts)
    markdown = "\n\n".join(texts)
    if _size(markdown) <= most_bytes:
        return markdown
    titles = {words.said(title): title in _MATTERS_MOST for title in Heading}
    sections = list(_sections(texts, titles))
    head = "**This is too long for one comment, so some of it is cut.**"
    named = sum(_size(section.title) + 40 for section in sections)
    free = most_bytes - _size(head) - _size(whole) - named - sum(item.least for item in sections)
    room = _rooms(sections, free, {title for title, is_first in titles.items() if is_first})
    cut = [_cut(section, room[place]) for place, section in enumerate(sections)]
    missing = "; ".join(
        f"“{section.title}” ({count:,} {'line' if count == 1 else 'lines'})"
        for section, (_, count) in zip(sections, cut, strict=True)
        if count
    )
    return "\n\n".join([f"{head} {whole} Not shown here: {missing}.", *(text for text, _ in cut)])


def _sections(parts: Iterable[str], titles: Iterable[str]) -> Iterator[_Section]:
    """The sections of a comment; boxes with the same title are one."""
    titled = [item for part in parts for item in _titled_blocks(part, tuple(titles))]
    for title, blocks in groupby(titled, key=lambda item: item[0]):
        yield _Section(title, tuple("\n\n".join(text for _, text in blocks).split("\n")))


def _titled_blocks(part: str, titles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each block with the title of its section."""
    title = ""
    for block in _blocks(part):
        if match := _TITLE.match(block):
            found = match["heading"] or _END.sub("", match["box"] or match["list"])
            title = found if found.startswith(titles) else title
        yield title, block


def _blocks(part: str) -> Iterator[str]:
    """What stands between empty lines; a folded list is one block."""
    block: list[str] = []
    for piece in part.split("\n\n"):
        block.append(piece)
        text = "\n\n".join(block)
        if text.count("<details") == text.count("</details>"):
            yield text
            block = []
    if block:
        yield "\n\n".join(block)


def _rooms(sections: Sequence[_Section], free: int, first: Collection[str]) -> Sequence[int]:
    """How many bytes each section gets below its title: those that matter most come first.

    Among equals, the short ones are whole, and the long ones share what is left.
    """
    rooms = [0] * len(sections)
    for is_first in (True, False):
        equals = [
            place
            for place, section in enumerate(sections)
            if _matters_most(section, first) is is_first
        ]
        equals.sort(key=lambda place: sections[place].size)
        for position, place in enumerate(equals):
            rooms[place] = min(sections[place].size, max(free, 0) // (len(equals) - position))
            free -= rooms[place]
    return rooms


def _matters_most(section: _Section, first: Collection[str]) -> bool:
    return section.title.startswith(tuple(first)) or not section.title


def _cut(section: _Section, room: int) -> tuple[str, int]:
    """The first lines of a section, and how many others are not shown."""
    end = section.opening
    while end < len(section.lines) and _size(section.lines[end]) <= room:
        room -= _size(section.lines[end])
        end += 1
    while len(_FENCE.findall("\n".join(section.lines[:end]))) % 2:
        end -= 1
    text = "\n".join(section.lines[:end]).rstrip()
    count = sum(bool(line.strip(" >")) for line in section.lines[end:])
    if not count:
        return "\n".join(section.lines), 0
    text += "\n\n</details>" * (text.count("<details") - text.count("</details>"))
    return f"{text}\n\n**Not shown here: {count:,} more.**", count


def _size(text: str) -> int:
    return len(text.encode()) + 1
