"""Headings in a form that the settings do not list: lines that are nothing but a citation."""

import re

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import Doubt
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.series import PrintedNumber


def number_cited_by(
    words: str, finder: CitationFinder, commission: Commission
) -> PrintedNumber | None:
    """The number in a line that is nothing but a citation of an opinion; None if it is none.

    The year is missing if the line does not give it.
    """
    line, read = words.strip(), finder.read(words.strip())
    for citation in read.resolved:
        opinion = citation.target
        if isinstance(opinion, OpinionId) and (citation.start, citation.end) == (0, len(line)):
            return PrintedNumber(opinion.series, opinion.number, opinion.letter, opinion.year)
    numbers = re.findall("[0-9]+", line)
    whole = [(0, len(line), Doubt.NO_YEAR)]
    if [tuple(doubt) for doubt in read.unresolved] == whole and len(numbers) == 1:
        return PrintedNumber(commission.all_series[0].id, int(numbers[0]), "", None)
    return None


def number_after_name(words: str, commission: Commission) -> PrintedNumber | None:
    """The number of a heading line below the name of its series; None if the words are not both.

    Such is `Advisory Opinion of the Board Opinion Number 5 (2003)`.
    """
    series = commission.series_named_in(words)
    if series is None or not words.lower().startswith(series.name.lower()):
        return None
    first_number = re.search("[0-9]", words)
    spaces = re.finditer(" ", words[: first_number.start()] if first_number else "")
    ends = (words[space.end() :] for space in spaces)
    return next(filter(None, map(commission.heading_in, ends)), None)
