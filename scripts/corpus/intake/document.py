"""The document that the reader of each file type returns: its runs, lines and blocks."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.text.blocks import LIST_MARK, Role

LARGEST = 20 * 1024 * 1024
"""The most bytes of a document, and of each part of a Word document when unpacked."""

_LIGATURE = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SYMBOL_FONT_BULLET = "\uf0b7"
_TO_WINDOWS_LETTERS = {
    code: letter
    for code in range(0x80, 0xA0)
    if (letter := bytes([code]).decode("cp1252", "ignore"))
}
"""For `str.translate`: what control characters mean in the old encoding of Windows."""

NO_LETTER = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ue000-\uf0b6\uf0b8-\uf8ff\ufffd\U000f0000-\U0010ffff]"
)
"""A sign that stands for no letter, or for another one in each font."""
_CLAUSE_END = re.compile(r"[.?!:;,][”’\"')\]]*$")
_SENTENCE_END = re.compile(r"[.?!:;][”’\"')\]]*$")

TO_RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""For `str.translate`: the number of a footnote becomes its mark."""
TO_LOWERED_DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
TO_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")

_TYPED_LIST_MARK = re.compile(rf"({LIST_MARK})\s+(?=\S)")


class RefusedError(Exception):
    """The document cannot be used. The message says why, and what to do instead."""


class NoWordsError(RefusedError):
    """No words can be read in the document, which may have pictures of words."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of text that is bold, italic, both or neither throughout."""

    text: str
    bold: bool = False
    italic: bool = False


def clean_text(text: str) -> str:
    """Text with letters for ligatures and no invisible characters; quotes stay.

    Control characters that are letters in the old encoding of Windows become those letters.
    """
    letters = _LIGATURE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    usual = letters.replace(_SYMBOL_FONT_BULLET, "•").translate(_TO_WINDOWS_LETTERS)
    return _INVISIBLE.sub("", usual)


def text_of(runs: Iterable[TextRun]) -> str:
    """The text of runs on one line, each stretch of white space as one space."""
    return " ".join("".join(run.text for run in runs).split())


def is_bold(runs: Iterable[TextRun]) -> bool:
    """Whether all that is visible in the runs is bold."""
    return all(run.bold for run in runs if run.text.strip())


def is_italic(runs: Iterable[TextRun]) -> bool:
    """Whether all that is visible in the runs is italic."""
    return all(run.italic for run in runs if run.text.strip())


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A heading, a paragraph, a list item or a quotation of the document."""

    role: Role
    runs: tuple[TextRun, ...]
    level: int = 1
    """The depth of a list item, from 1; of a heading, its level below the title, from 1."""
    mark: str = ""
    """The mark of a list item, as printed: `1)`. The runs do not repeat it."""
    place: Place | None = None
    """Where it stands in the document."""

    @property
    def text(self) -> str:
        """The text on one line, without the mark."""
        return text_of(self.runs)

    @property
    def text_with_mark(self) -> str:
        """The text on one line, after the mark of a list item."""
        return f"{self.mark} {self.text}".strip()


def footnote_remark(note: TextBlock) -> Remark:
    """The remark on a footnote, which is at the end of the draft."""
    return Remark(RemarkKind.FOOTNOTE, note.place, note.text)


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
    place: Place | None = None
    """Where an editor finds it: its page, or its number in a text file."""
    is_table_row: bool = False
    """Whether it has the cells of a row of a table."""
    column: int = 0
    """The column of its page, in reading order; 0 if it stands across the page."""
    baseline: float = 0
    """How far below the top of its page it stands; 0 in text files."""
    index: int = 0
    """Which line of the document it is, from 0; headers and footers are found by it."""
    is_in_margin: bool = True
    """Whether it stands where headers and footers do, as each line of a text file may."""
    begins_opinion: bool = False
    """Whether it only names an opinion and stands where one begins."""
    is_in_sentence: bool = False
    """Whether it only names an opinion, as a heading line does, but in the middle of a sentence."""
    may_begin_paragraph: bool = False
    """Whether a paragraph may begin with it, although too little space is above it to tell."""

    @property
    def text(self) -> str:
        """The text on one line."""
        return text_of(self.runs)


def with_neighbors(lines: Sequence[Line]) -> Iterator[tuple[Line | None, Line, Line | None]]:
    """Each line between the ones above and below it."""
    return zip([None, *lines], lines, [*lines[1:], None], strict=False)


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as its reader understood it."""

    blocks: tuple[TextBlock, ...]
    second_reading: str | None
    """All words as an independent program reads them, line by line; None if none could.

    It may hold words that `remarks` names as left out, and footnotes at their own place.
    """
    footnotes: tuple[TextBlock, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What an editor must look at because of how the document was read."""
    is_pdf: bool = False
    """Whether it shows drawn letters, which can differ from the letters in its text."""


def ends_sentence(line: Line) -> bool:
    """Whether a line ends with the end of a sentence, or with a colon or a semicolon."""
    return _SENTENCE_END.search(line.text) is not None


def ends_clause(text: str) -> bool:
    """Whether a text ends as a sentence or a part of one does, which few headings do."""
    return _CLAUSE_END.search(text) is not None


def list_mark(text: str) -> str:
    """The list mark that text begins with, such as `1)`, or an empty string."""
    match = _TYPED_LIST_MARK.match(text)
    return match[1] if match else ""


def remove_mark(runs: tuple[TextRun, ...], mark: str) -> tuple[TextRun, ...]:
    """The runs without the list mark that they begin with."""
    text = "".join(run.text for run in runs)
    surplus = len(text) - len(text.lstrip().removeprefix(mark).lstrip())
    kept = list[TextRun]()
    for run in runs:
        if rest := run.text[surplus:]:
            kept.append(replace(run, text=rest))
        surplus = max(surplus - len(run.text), 0)
    return tuple(kept)
