"""The number of an opinion in its first lines, even if they fit no pattern in the settings."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.citations.finder import CitationFinder
from corpus.citations.heading_number import number_in_line
from corpus.intake.number_words import NUMBER_WORD, from_cardinal
from corpus.model.commission import Commission
from corpus.model.note_marks import without_note_mark
from corpus.model.number_forms import BLANK
from corpus.model.series import PrintedNumber
from corpus.text.approved_text import ApprovedText

LONGEST_NAME = 80
"""Lines of more characters do not only name an opinion."""

_NEAR_TOP = 8
"""How many lines at the beginning of a text can give its number."""
_USUAL_WORDS = frozenset(
    {"advisory", "ethics", "final", "formal", "no", "nr", "num", "number", "of", "opinion"}
)
"""What stands beside a number in headings of any body."""
_REMARK = re.compile(
    r"\s*(?:[(\[][^()\[\]]*[^\W\d_]{3,}[^()\[\]]*[)\]]"
    r"|[,;:–—-]\s*(?:amended|corrected|reissued|revised)\b.*)\s*$",
    re.IGNORECASE,
)
"""What may follow a number: `(revised 2009)`."""
_SUBJECT = re.compile(r"\s*(?:in\s+re|re|subject)\s*:\s*", re.IGNORECASE)
"""What stands before the subject of a memorandum or a letter."""
_BARE_NUMBER = re.compile(r"(?i)\W*(?:no|nr|num|number)?\W*[0-9]{1,4}\W*")
"""What may number a page or a list item."""
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
_WORDED_NUMBER = re.compile(rf"\b(?:{NUMBER_WORD})\b", re.IGNORECASE)


class OpeningNumber(NamedTuple):
    """A number near the beginning of a text."""

    printed: PrintedNumber
    line: str
    """The line that gives it, if no form of the settings or of citations fits it."""


def opening_number(
    text: ApprovedText, commission: Commission, finder: CitationFinder
) -> OpeningNumber | None:
    """The number in the heading, or else in a line near it that gives number and year."""
    heading = text.heading.words if text.heading else ""
    if known := commission.heading_in(heading) or number_in_line(heading, finder, commission):
        return OpeningNumber(known, "")
    if heading and (other := number_in_other_form(heading, commission)):
        return OpeningNumber(other, heading)
    return next(_with_year_near_top(text, commission), None)


def number_in_name(
    line: str, finder: CitationFinder, commission: Commission
) -> PrintedNumber | None:
    """The number in a line that only names an opinion and fits no pattern in the settings.

    A bare number names none, and below a remark such as `(continued)` no opinion need begin.
    """
    if _BARE_NUMBER.fullmatch(line):
        return None
    if known := number_in_line(line, finder, commission):
        return known
    if _REMARK.search(line) or not line[:1].isalnum():
        return None
    return number_in_other_form(line, commission)


def number_in_other_form(line: str, commission: Commission) -> PrintedNumber | None:
    """The number in a line whose other words are all words of headings.

    A remark after it, such as `(revised 2009)`, is not part of it. The year is missing if the line
    does not give it.
    """
    without_mark = without_note_mark(line)
    in_digits = _WORDED_NUMBER.sub(lambda found: str(from_cardinal(found[0])), without_mark)
    pieces = _PIECE.findall(_REMARK.sub("", in_digits))
    words = {piece.casefold() for piece in pieces if not piece.isdecimal()}
    years = [piece for piece in pieces if _YEAR.fullmatch(piece)]
    numbers = [piece for piece in pieces if piece.isdecimal() and piece not in years]
    if len(numbers) != 1 or len(years) > 1 or not words or words - _words_of_headings(commission):
        return None
    series = commission.series_named_in(line) or commission.all_series[0]
    year = int(years[0]) if years else None
    return PrintedNumber(series.id, int(numbers[0]), "", year if series.has_year else 0)


def _words_of_headings(commission: Commission) -> frozenset[str]:
    forms = (
        form
        for series in commission.all_series
        for form in (series.name, *series.forms, *series.heading_lines)
    )
    words = (_PIECE.findall(BLANK.sub(" ", form).casefold()) for form in forms)
    return _USUAL_WORDS.union(*words)


def _with_year_near_top(text: ApprovedText, commission: Commission) -> Iterator[OpeningNumber]:
    for block in text.blocks[1:_NEAR_TOP]:
        subject = _SUBJECT.match(block.words)
        line = block.words[subject.end() :] if subject else block.words
        printed = commission.heading_in(line) or number_in_other_form(line, commission)
        if printed and printed.year is not None:
            yield OpeningNumber(printed, block.words)
