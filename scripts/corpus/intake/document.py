"""What every reader returns: blocks of text in reading order, and the lines they are made of."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corpus.text.blocks import LIST_MARK, Role

_TYPED_LIST_MARK = re.compile(rf"({LIST_MARK})\s+(?=\S)")


FOOTNOTES_NOTICE = "Footnotes are at the end, with raised numbers. Compare them with the document."


class RefusedError(Exception):
    """The document cannot be used. The message says why, and what to do instead."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text that is bold, italic, both or neither throughout."""

    text: str
    bold: bool = False
    italic: bool = False


def text_of(runs: Iterable[TextRun]) -> str:
    """Return the text of runs on one line, each stretch of white space as one space."""
    return " ".join("".join(run.text for run in runs).split())


def is_bold(runs: Iterable[TextRun]) -> bool:
    """Whether all that is visible in the runs is bold."""
    return all(run.bold for run in runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, a paragraph, a list item or a quotation of the document."""

    role: Role
    runs: tuple[TextRun, ...]
    level: int = 1
    """The depth of a list item, from 1; of a heading, its level below the title, from 1."""
    mark: str = ""
    """The mark of a list item, as printed: `1)`. The runs do not repeat it."""

    @property
    def text(self) -> str:
        """The text on one line."""
        return text_of(self.runs)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. Positions are in points for PDF files, in characters for text files."""

    runs: tuple[TextRun, ...]
    left: float
    right: float
    page: int
    """From 0."""
    gap_above: bool
    """Whether empty space is above it."""
    font_size: float = 1
    """The size of its largest letters."""

    @property
    def text(self) -> str:
        """The text on one line."""
        return text_of(self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether the whole line is bold."""
        return is_bold(self.runs)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as its reader understood it."""

    blocks: tuple[TextBlock, ...]
    reference_text: str
    """The text extracted a second, simpler way, to compare the draft with."""
    notices: tuple[str, ...] = ()
    """What a person must check because of how the document was read, in sentences."""
    sha256: str = ""
    """The hash of the file."""


def list_mark(text: str) -> str:
    """Return the list mark that text begins with, such as `1)`, or an empty string."""
    match = _TYPED_LIST_MARK.match(text)
    return match[1] if match else ""


def remove_mark(runs: tuple[TextRun, ...], mark: str) -> tuple[TextRun, ...]:
    """Return the runs without the list mark that they begin with."""
    remaining, kept = len(mark), list[TextRun]()
    for run in runs:
        text = run.text
        if not kept:
            text = text.lstrip()
            cut = min(remaining, len(text))
            remaining -= cut
            text = text[cut:].lstrip()
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)
