"""Whether a line reads like a heading, or introduces what is below it."""

import re

from corpus.intake.document import Line, is_bold, list_mark

SENTENCE_OR_NOTE_END = re.compile(r"[.?!:;][”’\"')\]]*(?: ?[⁰¹²³⁴-⁹]+|\[\d{1,3}\])?$")
"""The end of a sentence, a colon or a semicolon, maybe with the mark of a note after it."""
LONGEST_HEADING = 80

_TITLE_START = re.compile(r"[“‘\"'(\[¶§]*[^\W_]")
_OPEN_END = re.compile(
    r"\s(?:an?|and|are|as|by|for|if|in|is|may|must|of|on|or|shall|should|that|the|to|whether)$"
)
"""What a sentence goes on after, and no heading ends with."""
_LONGEST_SMALL_WORD = 3
"""Words up to this length, such as `of` and `the`, are small in a title, too."""
_MANY_WORDS = 4
"""A plain line of fewer words can be a heading, whatever its letters."""


def reads_like_heading(line: Line) -> bool:
    """Whether a line is short, begins like a title without a list mark, and ends no sentence."""
    text = line.text
    if (
        len(text) > LONGEST_HEADING
        or not _TITLE_START.match(text)
        or SENTENCE_OR_NOTE_END.search(text)
        or text.endswith(",")
    ):
        return False
    return not text[:1].islower() and not list_mark(text)


def is_capitalized_title(line: Line) -> bool:
    """Whether a line is a title with capitals, such as the name of a body in a letterhead."""
    *words, last = line.text.split()
    small = [word for word in words if word[:1].islower()]
    has_capitals = all(len(word) <= _LONGEST_SMALL_WORD for word in small)
    return reads_like_heading(line) and has_capitals and not last[:1].islower()


def introduces(line: Line, below: Line | None) -> bool:
    """Whether a plain line begins a sentence that continues in the list below it."""
    if is_bold(line.runs) or below is None:
        return False
    mark = list_mark(below.text)
    goes_on = mark != "" and below.text.removeprefix(mark).lstrip()[:1].islower()
    return goes_on or _OPEN_END.search(line.text) is not None


def may_be_sentence(line: Line) -> bool:
    """Whether a line has the letters of the text, and most of its words begin small."""
    words = line.text.split()
    small = sum(word[:1].islower() for word in words)
    is_plain = not any(run.bold or run.italic for run in line.runs if run.text.strip())
    return is_plain and len(words) >= _MANY_WORDS and small > len(words) / 2
