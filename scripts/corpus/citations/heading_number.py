"""The opinion number in a heading line that fits no pattern in the settings."""

import re
from collections.abc import Iterator

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import Doubt
from corpus.model.commission import Commission
from corpus.model.note_marks import without_note_mark
from corpus.model.opinion_id import OpinionId
from corpus.model.proposed_forms import days_in
from corpus.model.series import PrintedNumber


def number_in_line(
    words: str, finder: CitationFinder, commission: Commission
) -> PrintedNumber | None:
    """The number in a heading line that fits no pattern in the settings; None for other lines.

    It is a citation, a heading below the name of its series, or a heading without that name.
    """
    return (
        _number_cited_by(words, finder, commission)
        or _number_after_name(words, commission)
        or _number_without_name(words, commission)
    )


def _number_cited_by(
    words: str, finder: CitationFinder, commission: Commission
) -> PrintedNumber | None:
    """The number in a line that is nothing but a citation of an opinion, or None.

    A day may follow the citation. The year is missing if the line does not give it.
    """
    line = _without_day(without_note_mark(words.strip()), commission)
    read = finder.read(line)
    for citation in read.resolved:
        opinion = citation.target
        if isinstance(opinion, OpinionId) and (citation.start, citation.end) == (0, len(line)):
            return PrintedNumber(opinion.series, opinion.number, opinion.letter, opinion.year)
    numbers = re.findall("[0-9]+", line)
    whole = [(0, len(line), Doubt.NO_YEAR)]
    if [tuple(doubt) for doubt in read.unresolved] == whole and len(numbers) == 1:
        return PrintedNumber(commission.all_series[0].id, int(numbers[0]), "", None)
    return None


def _without_day(line: str, commission: Commission) -> str:
    """A line without the day at its end and the mark before it: `CEO 20-3—July 29, 2020`."""
    ending = re.search(r"[\s,:]*[—–,:][\s—–]*(?=[^\W_])", line)
    after = line[ending.end() :] if ending else ""
    is_day = any(written == after for written, _ in days_in(after, commission))
    return line[: ending.start()] if ending and is_day else line


def _number_after_name(words: str, commission: Commission) -> PrintedNumber | None:
    """The number of a heading line below the name of its series; None if the words are not both.

    An example is `Advisory Opinion of the Board Opinion Number 5 (2003)`.
    """
    series = commission.series_named_in(words)
    if series is None or not words.lower().startswith(series.name.lower()):
        return None
    first_number = re.search("[0-9]", words)
    spaces = re.finditer(" ", words[: first_number.start()] if first_number else "")
    ends = (words[space.end() :] for space in spaces)
    return next(filter(None, map(commission.heading_in, ends)), None)


def _number_without_name(words: str, commission: Commission) -> PrintedNumber | None:
    """The number of a heading line without its first words: `Number 5 (2003)`.

    A word before the number remains, and the form has the year if the series has years.
    """
    known = (
        commission.heading_in(f"{first_words.upper() if words.isupper() else first_words} {words}")
        for series in commission.all_series
        for form in series.heading_lines or series.forms
        for first_words in _first_words(form)
    )
    return next(filter(None, known), None) if words[:1].isalpha() else None


def _first_words(form: str) -> Iterator[str]:
    """The beginnings of a form that leave at least one word before its first number."""
    words = form.partition("{")[0].split()
    return (" ".join(words[:count]) for count in range(1, len(words)))
