"""The paragraphs that a citation in a letter or memo names: `, ¶¶ 4-6`."""

import re
from collections.abc import Sequence

from corpus.analysis.index import CorpusIndex
from corpus.citations.found_citation import FoundCitation
from corpus.model.opinion_id import OpinionId

_NUMBERS = r"[0-9]{1,3}(?:\s*(?:[-\u2010-\u2014]|to|through)\s*[0-9]{1,3})?"
_AND = r"\s*(?:,\s*(?:and\b|&)?|and\b|&)\s*"
_PARAGRAPHS = re.compile(
    r",?\s*(?:at\s+)?"
    rf"(?:(?:¶¶+|[Pp]aras\.?|[Pp]aragraphs)\s*(?P<listed>{_NUMBERS}(?:{_AND}¶*\s*{_NUMBERS})*)"
    rf"|(?:¶|[Pp]ara(?:graph|\.)?)\s*(?P<each>{_NUMBERS}(?:{_AND}¶\s*{_NUMBERS})*))"
    r"(?!\w|\s*[-\u2010-\u2014]\s*[0-9])"
)
"""The paragraphs after the number of an opinion: `, ¶ 4`, ` ¶¶ 4-6, 9`, ` at paras. 4 and 6`."""

_RUN = re.compile(r"([0-9]+)(?:\s*(?:[-\u2010-\u2014]|to|through)\s*([0-9]+))?")
"""A paragraph, or a range of them, in what `_PARAGRAPHS` found."""


def cited_paragraphs(text: str, citation: FoundCitation, index: CorpusIndex) -> Sequence[int]:
    """The paragraphs within or after a citation: `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`.

    Only 0 if it has none, or if the text of the opinion is not here. Of a range that goes on after
    the last paragraph, its end stands for what does not exist.
    """
    start, end, target = citation
    record = index.all_by_id.get(target) if isinstance(target, OpinionId) else None
    match = _PARAGRAPHS.search(text, start, end) or _PARAGRAPHS.match(text, end)
    if record is None or not record.opinion.has_text or match is None:
        return (0,)
    last_here = max(record.text.paragraphs, default=0)
    numbers: dict[int, None] = {}
    for run in _RUN.finditer(match["listed"] or match["each"]):
        first, last = int(run[1]), int(run[2] or run[1])
        numbers.update(dict.fromkeys((first, *range(first, min(last, last_here) + 1), last)))
    return tuple(numbers)
