"""The numbers of opinions as they are written: `5 (2003)`, `03-5`, `30 (Nov. 2014)`."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from corpus.citations.counts import AT_A_PLACE, is_a_count
from corpus.citations.found_citation import FoundCitation
from corpus.citations.opinion_forms import (
    NumberPattern,
    OpinionForm,
    lacks_year,
    number_pattern,
    opinion_of,
)
from corpus.citations.ordinary_words import MONTH, counts_something
from corpus.citations.pinpoints import DASH, HYPHENS
from corpus.citations.ranges import LONGEST_RANGE
from corpus.model.opinion_id import OpinionId

DIGITS = re.compile("[0-9]+")
_LONGEST_YEAR = 12
"""How many characters before the introducing words are read for their year."""

PLAIN_NUMBER = re.compile(
    rf"(?P<number>[0-9]{{1,4}})(?!\w|[.:/]\d|[{HYPHENS}][A-Za-z]|{DASH}[A-Z](?!\w)|\s*\([0-9])"
)
"""`5` of `AO 5`, but not of `AO 5(2)` or `AO 5-A`."""

_MONTH_AND_DAY = rf"(?:[0-9]{{1,2}}\s+{MONTH}|{MONTH}(?:\s+[0-9]{{1,2}},?)?)"

DATE = re.compile(rf"(?<!\w){_MONTH_AND_DAY}\s+(?:19|20)[0-9]{{2}}(?!\w)")
"""`Nov. 7, 2003`, `7 November 2003`, `May 2014`."""

DATES_AFTER = re.compile(
    rf"(?:\s*\((?:[a-z]+\s+){{0,3}}(?:{_MONTH_AND_DAY}\s+)?(?:19|20)[0-9]{{2}}\))*"
)
"""` (Nov. 7, 2003)`, ` (2003) (as corrected March 3, 2024)`: the dates after a number, if any."""

_DATED = re.compile(
    rf"(?P<number>[0-9]{{1,4}})(?P<date>\s*\((?:(?:adopted|approved|issued|dated|decided)\s+(?:on\s+)?)?"
    rf"(?:{_MONTH_AND_DAY}\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?:[,;]\s(?!(?:19|20)[0-9]{{2}}\))[^()]{{1,60}})?\))"
)
"""`30 (Nov. 2014)`, `30 (2014, as revised)`: the date is not part of the number."""

_YEAR_AFTER = re.compile(
    rf"{AT_A_PLACE}(?:\s*[(\[]|,?\s+(?:of|from|(?:dated|issued|adopted|approved|decided)"
    r"(?:\s+by\s+(?:the\s+)?[A-Z]\w+)?(?:\s+(?:in|on))?)\s+)"
    r"(?:eff\.\s+)?"
    rf"(?:{_MONTH_AND_DAY}\s+)?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])"
)
"""` from 2014`, ` [2014]`, `, issued in May 2014`: the year of the opinion before it."""

_OF_THE_YEAR = re.compile(
    rf"(?P<number>[0-9]{{1,3}}|[0-9]{{4}}(?!{DASH}))(?:,?\s+of\s+|/|{DASH})"
    rf"(?P<year>(?:19|20)[0-9]{{2}})(?![\w/]|{DASH}\w)"
    r"|(?P<first>(?:19|20)[0-9]{2})/(?P<second>[0-9]{1,4})(?![\w/])"
)
"""`30 of 2014`, `30-2014`, `2014/30`."""

_YEAR_BEFORE = re.compile(
    r"(?P<of_a_date>\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]uring|[Ff]or|[Oo]f|[Ff]rom|to"
    rf"|and|or|[0-9]{{1,2}},|{MONTH})\s+)?(?<![\w.,/(-])(?P<year>(?:19|20)[0-9]{{2}})\s+$"
)
"""`2014 ` before `AO 30`; that of a date, as in `in 2014 `, says nothing of the opinion."""

_YEAR_WITHIN = re.compile(r"(?:\sof\s+|\()(?P<year>(?:19|20)[0-9]{2})\)?,?\s+[Nn]o\.\s?$")
"""` of 2014, No. ` between a name and its number."""

_LONGEST_DATE = 24
"""How many characters before the introducing words are read for a year and its date."""

JOINED = re.compile(rf"{DASH}(?P<last>[0-9]{{1,4}})")
"""A dash and a number: `-43` of `41-43`."""


class OpinionNumber(NamedTuple):
    """The opinion that a number means, where the number begins, and its end."""

    opinion: OpinionId
    start: int
    end: int
    has_year: bool = True
    is_after_year: bool = False
    """Whether its year stands before the introducing words: `98 FEO 5`."""


class OpinionNumbers:
    """Reads the numbers of opinions that the same words introduce."""

    def __init__(
        self, forms: Collection[OpinionForm], opinions: Iterable[OpinionId], this_year: int
    ) -> None:
        """Prepare the patterns for the forms; `opinions` are those that have a record.

        An opinion of a year after `this_year` and after all of theirs is not possible.
        """
        self.patterns = tuple(number_pattern(form) for form in forms if not lacks_year(form))
        series = {form.series.id for form in forms}
        self.known = frozenset(opinion for opinion in opinions if opinion.series in series)
        self.by_number: defaultdict[int, list[OpinionId]] = defaultdict(list)
        """The known opinions without a letter."""
        for opinion in sorted(self.known):
            if not opinion.letter:
                self.by_number[opinion.number].append(opinion)
        with_year = (form.series.id for form in forms if form.series.has_year and not form.before)
        self.dated = next(with_year, None)
        """The series of a number whose date follows it, as in `30 of 2014`."""
        self._last_year = max([this_year, *(opinion.year for opinion in self.known)])

    def read(
        self, words: str, start: int, *, may_be_alone: bool, name_start: int | None = None
    ) -> OpinionNumber | None:
        """The number that begins at `start`.

        `name_start` is where the introducing words begin if the number follows them. A number
        without its year counts if exactly one opinion has it.
        """
        alone = self._alone(words, start, name_start) if may_be_alone else None
        for pattern in self.patterns:
            number = self._in_form(pattern, words, start, name_start)
            if number is None:
                continue
            if alone and number.opinion not in self.known and self._is_range(words, alone):
                return alone
            return number
        dated = self._with_date(words, start)
        if dated is None and name_start is not None:
            dated = self._with_year_before(words, start, name_start)
        return dated or alone

    def has_year_before(self, words: str, name_start: int) -> bool:
        """Whether a year in one of the forms stands before the introducing words."""
        return any(_year_in_form(pattern, words, name_start) for pattern in self.patterns)

    def has_whole(self, words: str, citation: FoundCitation) -> bool:
        """Whether a citation is of a known opinion and has its year, unless its series has none."""
        if not isinstance(citation.target, OpinionId) or citation.target not in self.known:
            return False
        numbers = DIGITS.findall(words, citation.start, citation.end)
        return len(numbers) > 1 or not citation.target.year

    def everywhere(self, words: str) -> Iterator[OpinionNumber]:
        """Every number with its year that is in the words and has a record."""
        for pattern in self.patterns:
            for match in () if pattern.is_bare else pattern.number.finditer(words):
                opinion = opinion_of(pattern, match.groupdict())
                if opinion in self.known:
                    has_year = "year" in match.re.groupindex
                    yield OpinionNumber(opinion, *match.span(), has_year)

    def _in_form(
        self, pattern: NumberPattern, words: str, start: int, name_start: int | None
    ) -> OpinionNumber | None:
        """The number in one form; without a year after it, it must follow the words."""
        match = pattern.number.match(words, start)
        if match is None or (pattern.is_bare and name_start is None):
            return None
        if (pattern.is_bare or name_start is None) and is_a_count(
            words, name_start, start, match.end()
        ):
            return None
        pieces = match.groupdict()
        first = start
        if pattern.year_before and name_start is not None:
            before = _year_in_form(pattern, words, name_start)
            if before is None:
                return None
            pieces |= before.groupdict()
            first = before.start()
        opinion = opinion_of(pattern, pieces)
        if not self._can_be(opinion, has_whole_year="yy" not in pieces, runs_on=pattern.runs_on):
            return None
        is_after_year = pattern.year_before is not None
        has_year = is_after_year or not pattern.is_bare
        return OpinionNumber(opinion, first, match.end(), has_year, is_after_year)

    def _can_be(self, opinion: OpinionId, *, has_whole_year: bool, runs_on: bool) -> bool:
        """Whether an opinion is possible; one with a year of two digits must fit the others.

        `14-2` is not an opinion of 2014 if the numbers run on and number 5 is of 2003.
        """
        fits = has_whole_year or not runs_on or self._fits(opinion)
        return fits and self._is_possible(opinion)

    def _fits(self, opinion: OpinionId) -> bool:
        """Whether opinions of earlier years have lower numbers, and those of later years higher."""
        return opinion in self.known or all(
            (other.year > opinion.year) == (other.number > opinion.number)
            for other in self.known
            if other.year != opinion.year and other.series == opinion.series
        )

    def _is_possible(self, opinion: OpinionId) -> bool:
        return opinion.number > 0 and opinion.year <= self._last_year

    def _alone(self, words: str, start: int, name_start: int | None) -> OpinionNumber | None:
        match = PLAIN_NUMBER.match(words, start)
        opinions = self.by_number.get(int(match["number"]), ()) if match else ()
        if match is None or len(opinions) != 1 or is_a_count(words, name_start, start, match.end()):
            return None
        year = _YEAR_AFTER.match(words, match.end())
        if year and opinions[0].year and int(year["year"]) != opinions[0].year:
            return None
        number = OpinionNumber(opinions[0], start, match.end(), has_year=False)
        joined = JOINED.match(words, match.end())
        distance = int(joined["last"]) - int(match["number"]) if joined else 1
        return number if 0 < distance <= LONGEST_RANGE else None

    def _is_range(self, words: str, first: OpinionNumber) -> bool:
        """Whether a dash and a higher number that one opinion has follow: `41-43`."""
        match = JOINED.match(words, first.end)
        last = int(match["last"]) if match else 0
        return last > first.opinion.number and len(self.by_number.get(last, ())) == 1

    def _with_date(self, words: str, start: int) -> OpinionNumber | None:
        if self.dated is None:
            return None
        if match := _OF_THE_YEAR.match(words, start):
            year = match["year"] or match["first"]
            number = match["number"] or match["second"]
            end = match.end()
        elif match := _DATED.match(words, start):
            year = match["year"]
            number = match["number"]
            end = match.start("date")
        else:
            return None
        opinion = OpinionId(int(year), int(number), series=self.dated)
        is_opinion = self._is_possible(opinion) and not counts_something(words, match.end())
        return OpinionNumber(opinion, start, end) if is_opinion else None

    def _with_year_before(self, words: str, start: int, name_start: int) -> OpinionNumber | None:
        """`30` of `2014 AO 30`, or of `AO of 2014, No. 30`."""
        number = PLAIN_NUMBER.match(words, start)
        if self.dated is None or number is None or counts_something(words, number.end()):
            return None
        first = max(name_start - _LONGEST_DATE, 0)
        year = _YEAR_BEFORE.search(words, first, name_start)
        within = _YEAR_WITHIN.search(words, name_start, start)
        written = within or (None if year is None or year["of_a_date"] else year)
        if written is None:
            return None
        opinion = OpinionId(int(written["year"]), int(number["number"]), series=self.dated)
        begin = min(written.start(), name_start)
        return OpinionNumber(opinion, begin, number.end()) if self._is_possible(opinion) else None


def _year_in_form(pattern: NumberPattern, words: str, name_start: int) -> re.Match[str] | None:
    """The year before the introducing words; None if it, or its place in the form, is missing."""
    start = max(name_start - _LONGEST_YEAR, 0)
    return pattern.year_before and pattern.year_before.search(words, start, name_start)
