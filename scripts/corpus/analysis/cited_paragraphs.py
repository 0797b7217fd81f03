"""The paragraphs or answers that a citation in a letter or memo names: `, ¶¶ 4-6`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from corpus.analysis.index import CorpusIndex
from corpus.citations.found_citation import FoundCitation
from corpus.citations.opinion_numbers import DATES_AFTER
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.model.words import Words

_TO = r"\s*(?:[-\u2010-\u2014]|to|through)\s*¶*\s*"
_NUMBERS = rf"[0-9]{{1,3}}(?:{_TO}[0-9]{{1,3}})?"
_AND = r"\s*(?:,\s*(?:and\b|&)?|and\b|&)\s*"
_LEAD = re.compile(rf"{DATES_AFTER.pattern},?\s*(?:at\s+)?")
"""What may stand between an opinion and its place."""

_PARAGRAPHS = re.compile(
    rf"(?:(?:¶¶+|(?<!\w)[Pp]ara(?:s\.?|graphs))\s*(?P<listed>{_NUMBERS}(?:{_AND}¶*\s*{_NUMBERS})*)"
    rf"|(?:¶|(?<!\w)[Pp]ara(?:graph|\.)?)\s*(?P<each>{_NUMBERS}(?:{_AND}¶\s*{_NUMBERS})*))"
    r"(?!\w|\s*[-\u2010-\u2014]\s*[0-9])"
)
_PARAGRAPHS_AFTER = re.compile(
    rf"{_PARAGRAPHS.pattern}(?!\s?\([^()0-9]{{0,12}}(?:19|20)[0-9]{{2}})"
)
"""The paragraphs of an opinion: `¶ 4`, `¶¶ 4-6, 9`, `paras. 4 and 6`.

A number with a year after them, as in `AO 5 (2003), ¶¶ 4 and 30 (2014)`, is another opinion.
"""

_RUN = re.compile(rf"([0-9]+)(?:{_TO}([0-9]+))?")
"""A number, or a range of numbers, in what `_PARAGRAPHS` or `_answers` found."""


class Place(NamedTuple):
    """What a citation names of an opinion: a paragraph, an answer, or all of it."""

    paragraph: int = 0
    answer: str = ""
    """Its id."""

    def is_in(self, record: Record) -> bool:
        """Whether an opinion has this paragraph or answer."""
        if self.answer:
            return any(answer.id == self.answer for answer in record.opinion.holdings)
        return self.paragraph in record.text.paragraphs

    def name(self, words: Words) -> str:
        """`¶ 4` or `answer 1`."""
        return f"{words.answer} {self.answer}" if self.answer else f"¶ {self.paragraph}"

    @property
    def anchor(self) -> str:
        """How the address of the paragraph or answer ends: `#p4`, `#holding-1`."""
        return f"#holding-{self.answer}" if self.answer else f"#p{self.paragraph}"


WHOLE = Place()


def cited_places(text: str, citation: FoundCitation, index: CorpusIndex) -> Sequence[Place]:
    """The paragraphs within or after a citation, `5, ¶ 4 (2003)`, `5 (2003), ¶¶ 4-6`, or answers.

    Only the whole opinion if it names none, or if the text of the opinion is not here. Of a range
    that goes on after the last paragraph or answer, its end stands for what does not exist.
    """
    record = cited_text(citation, index)
    named = named_at(text, citation, index.commission.words) if record else None
    return places_in(record, named) if record and named else (WHOLE,)


def cited_text(citation: FoundCitation, index: CorpusIndex) -> Record | None:
    """The record of a cited opinion whose text is here."""
    target = citation.target
    record = index.all_by_id.get(target) if isinstance(target, OpinionId) else None
    return record if record and record.opinion.has_text else None


def named_at(text: str, citation: FoundCitation, words: Words) -> re.Match[str] | None:
    """The paragraphs or answers within or right after the citation of an opinion."""
    start, end, _ = citation
    answers = _answers(words)
    next_word = end_of_lead(text, end)
    return (
        _PARAGRAPHS.search(text, start, end)
        or _PARAGRAPHS_AFTER.match(text, next_word)
        or answers.search(text, start, end)
        or answers.match(text, next_word)
    )


def end_of_lead(text: str, start: int) -> int:
    """The end of what may stand between an opinion, which ends at `start`, and its place."""
    lead = _LEAD.match(text, start)
    return lead.end() if lead else start


def notes_between(text: str, start: int, end: int, words: Words) -> Iterator[re.Match[str]]:
    """The places in a note on a status: `as to ¶ 4 and ¶ 5 by `, or `, cited in ¶ 7`."""
    return _notes(words).finditer(text, start, end)


def named_between(text: str, start: int, end: int, words: Words) -> list[re.Match[str]]:
    """All paragraphs and answers that a part of a text names, in reading order."""
    patterns = (_PARAGRAPHS_AFTER, _answers(words))
    named = (match for pattern in patterns for match in pattern.finditer(text, start, end))
    return sorted(named, key=re.Match.start)


def places_in(record: Record, named: re.Match[str]) -> tuple[Place, ...]:
    """What words such as `¶¶ 4-6` or `answer 1` name in an opinion."""
    groups = named.groupdict()
    if answers := groups.get("numbers"):
        numbers = _numbers(answers, len(record.opinion.holdings))
        return tuple(Place(answer=str(number)) for number in numbers)
    last_here = max(record.text.paragraphs, default=0)
    return tuple(map(Place, _numbers(groups["listed"] or groups["each"], last_here)))


def _numbers(listed: str, last_here: int) -> dict[int, None]:
    """The numbers of a list with ranges, each once; of a range beyond the last one, its end."""
    numbers: dict[int, None] = {}
    for run in _RUN.finditer(listed):
        first, last = int(run[1]), int(run[2] or run[1])
        numbers.update(dict.fromkeys((first, *range(first, min(last, last_here) + 1), last)))
    return numbers


@cache
def _notes(words: Words) -> re.Pattern[str]:
    place = rf"(?:¶|{re.escape(words.answer)})\s+[0-9]+"
    places = rf"{place}(?:{_AND}{place})*"
    return re.compile(rf"\bas\s+to\s+{places}\s+by\s+|,\s+cited\s+in\s+{places}")


@cache
def _answers(words: Words) -> re.Pattern[str]:
    """The answers of an opinion: `answer 1`, `answers 1 and 2`."""
    either = "|".join(re.escape(word) for word in (words.answers, words.answer))
    return re.compile(
        rf"(?<!\w)(?:{either})\s+(?P<numbers>{_NUMBERS}(?:{_AND}{_NUMBERS})*)(?!\w)",
        re.IGNORECASE,
    )
