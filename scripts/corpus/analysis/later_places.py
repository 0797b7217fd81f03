"""Places that a text names further on: `AO 5 (2003), answer 1 allows it, but answer 2 does not`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.analysis.cited_paragraphs import (
    Place,
    cited_text,
    end_of_lead,
    named_at,
    named_between,
    notes_between,
    places_in,
)
from corpus.analysis.index import CorpusIndex
from corpus.citations.enumeration import END_OF_A_SENTENCE
from corpus.citations.found_citation import CitationsInText, FoundCitation
from corpus.citations.opinion_numbers import DATE
from corpus.citations.parts_alone import TURNS_TO_A_DOCUMENT
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from corpus.model.words import Words

_BLANK_LINE = re.compile(r"\n\s*\n")
_OF_SOMETHING = re.compile(r"\s+of\s+(?!that\b|this\b|the\s+same\b)")
_NAME_BEFORE = re.compile(r"\b[A-Z][\w.]*\s+(?:at\s+)?$")
"""`Compl. ` before a paragraph, which may be that of another document."""
_LONGEST_NAME = 30
_LONGEST_STEP = 200
"""How far before a place its opinion stands if it is certain which one is meant."""


class LaterPlace(NamedTuple):
    """Words from character `start` up to `end` that name a place in an opinion cited before."""

    start: int
    end: int
    opinion: OpinionId
    place: Place | None
    """None if it is not certain that this opinion is meant."""


def later_places(text: str, in_text: CitationsInText, index: CorpusIndex) -> Iterator[LaterPlace]:
    """The places that a paragraph of a text names after an opinion, besides those right after it.

    The opinion is certain within its sentence, if the text cites nothing else in between.
    """
    opinions = [each for each in in_text.resolved if isinstance(each.target, OpinionId)]
    spans = sorted((start, end) for start, end, *_ in (*in_text.resolved, *in_text.unresolved))
    ends_before = [0, *(each.end for each in opinions)]
    next_starts = [*(each.start for each in opinions[1:]), len(text)]
    for opinion, before, following in zip(opinions, ends_before, next_starts, strict=False):
        if record := cited_text(opinion, index):
            blank = _BLANK_LINE.search(text, opinion.end, following)
            until = blank.start() if blank else following
            first, last = (bisect_left(spans, (at,)) for at in (opinion.end, until))
            stretch = _Stretch(text, opinion, before, until, spans[first:last])
            yield from stretch.places(record, index.commission.words)


class _Stretch(NamedTuple):
    """What a text says after an opinion, until it cites another one."""

    text: str
    opinion: FoundCitation
    end_before: int
    """The end of the opinion cited before; 0 if there is none."""
    until: int
    others: Sequence[tuple[int, int]]
    """Where other citations begin and end."""

    def places(self, record: Record, words: Words) -> Iterator[LaterPlace]:
        """The places that it names."""
        first = named_at(self.text, self.opinion, words)
        since = max(first.end(), self.opinion.end) if first else self.opinion.end
        is_certain = first is not None or self._is_alone_in_its_sentence()
        notes = tuple(self._notes(words))
        for named in named_between(self.text, since, self.until, words):
            start, end = named.span()
            is_in_note = any(first < start and end <= last for first, last in notes)
            if is_in_note or self._is_of_something(start, end):
                continue
            is_certain = is_certain and self._goes_on(since, named)
            places = places_in(record, named)
            if is_certain and all(place.is_in(record) for place in places):
                yield from (LaterPlace(start, end, record.id, place) for place in places)
            else:
                yield LaterPlace(start, end, record.id, None)
            since = end

    def _notes(self, words: Words) -> Iterator[tuple[int, int]]:
        """Where the text repeats a status, as after a citation that was copied from this site.

        `as to ¶ 4 by AO 12 (2010)` cites no place, and `Canon 3(c), cited in ¶ 7,` no other one.
        """
        ends = {end for _, end in self.others}
        for note in notes_between(self.text, self.opinion.end, self.until, words):
            if note.start() in ends or note.end() == self.until:
                yield note.span()

    def _is_alone_in_its_sentence(self) -> bool:
        """Whether the sentence cites no opinion before."""
        if not self.end_before:
            return True
        between = self.text[max(self.end_before - 1, 0) : self.opinion.start + 1]
        return bool(END_OF_A_SENTENCE.search(between) or _BLANK_LINE.search(between))

    def _is_of_something(self, start: int, end: int) -> bool:
        """Whether a place is within or right after another citation, or is `of the complaint`."""
        if _OF_SOMETHING.match(self.text, end):
            return True
        return any(
            first < end and (start < last or end_of_lead(self.text, last) == start)
            for first, last in self.others
        )

    def _goes_on(self, since: int, named: re.Match[str]) -> bool:
        """Whether a place surely belongs to the opinion whose last place ends before."""
        text = self.text
        start = named.start()
        if start - since > _LONGEST_STEP or END_OF_A_SENTENCE.search(text, since - 1, start + 1):
            return False
        if any(since <= first < start for first, _ in self.others):
            return False
        if named.groupdict().get("numbers"):
            return True
        is_of_a_document = TURNS_TO_A_DOCUMENT.search(DATE.sub("", text[since:start]))
        name = _NAME_BEFORE.search(text, max(start - _LONGEST_NAME, since), start)
        return not (is_of_a_document or name)
