"""The numbers of opinions as they are written: `5 (2003)`, `03-5`, `30 (Nov. 2014)`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from corpus.citations.ordinary_words import MONTH, counts_something
from corpus.citations.pinpoints import DASH, HYPHENS
from corpus.model.opinion import OpinionId

_FIELDS = {
    "number": "(?P<number>[0-9]{1,6})",
    "year": "(?P<year>(?:19|20)[0-9]{2})",
    "yy": "(?P<yy>[0-9]{2})",
}
_NOT_A_YEAR = "(?!(?:19|20)[0-9]{2}(?![0-9]))"
"""What must not follow a year of two digits: `05-2003` is not opinion 2003 of 2005."""
_LAST_CENTURY = 70
"""A two-digit year from this one on means 19xx."""

_PARAGRAPHS = rf"(?:,?\s*(?:¶+|[Pp]ara(?:graph)?s?\.?|at)\s*[0-9]+(?:\s*(?:,|{DASH})\s*[0-9]+)*)?"
"""What may stand between number and year: `5, ¶ 4 (2003)`."""

_END = rf"(?!\w|[.:]\d|{DASH}(?:[0-9]|[A-Z](?!\w))|[{HYPHENS}]\w)"
_ALONE = re.compile(
    rf"(?P<number>[0-9]{{1,4}})(?!\w|[.:/]\d|[{HYPHENS}][A-Za-z]|{DASH}[A-Z](?!\w)|\s*\([0-9])"
)
"""`5` of `AO 5`, but not of `AO 5(2)` or `AO 5-A`."""

_DATED = re.compile(
    rf"(?P<number>[0-9]{{1,4}})(?P<date>\s*\((?:(?:adopted|approved|issued|dated|decided)\s+(?:on\s+)?)?"
    rf"(?:{MONTH}\s+(?:[0-9]{{1,2}},?\s+)?)?(?P<year>(?:19|20)[0-9]{{2}})(?:[,;]\s[^()]{{1,60}})?\))"
)
"""`30 (Nov. 2014)`, `30 (2014, as revised)`: the date is no part of the number."""

_OF_THE_YEAR = re.compile(
    r"(?P<number>[0-9]{1,4})(?:,?\s+of\s+|/)(?P<year>(?:19|20)[0-9]{2})(?![\w/])"
    r"|(?P<first>(?:19|20)[0-9]{2})/(?P<second>[0-9]{1,4})(?![\w/])"
)
"""`30 of 2014`, `2014/30`."""

_JOINED = re.compile(rf"{DASH}(?P<last>[0-9]{{1,4}})")
"""A dash and a number: `-43` of `41-43`."""


class OpinionNumber(NamedTuple):
    """The opinion that a number means, and the end of the number."""

    opinion: OpinionId
    end: int
    has_year: bool = True


class OpinionNumbers:
    """Reads the numbers of the opinions of one commission."""

    def __init__(
        self, forms: Iterable[str], opinions: Iterable[OpinionId], *, run_on: bool = False
    ) -> None:
        """Prepare the patterns for forms such as `{number} ({year})`.

        Numbers that `run_on` from year to year are higher in later years.
        """
        self.run_on = run_on
        self.patterns = tuple(map(opinion_pattern, forms))
        self.known = frozenset(opinions)
        self._by_number: defaultdict[int, list[OpinionId]] = defaultdict(list)
        for opinion in sorted(self.known):
            self._by_number[opinion.number].append(opinion)
        this_year = datetime.now(UTC).year
        self._last_year = max([this_year, *(opinion.year for opinion in self.known)])

    def read(self, words: str, start: int, *, may_be_alone: bool) -> OpinionNumber | None:
        """The number that begins at `start`.

        A number without a year counts if exactly one opinion has it.
        """
        alone = self._alone(words, start) if may_be_alone else None
        for match in (pattern.match(words, start) for pattern in self.patterns):
            if match and self._can_be(opinion := parse_opinion(match), match):
                if alone and opinion not in self.known and self._is_range(words, alone):
                    return alone
                return OpinionNumber(opinion, match.end())
        return self._with_date(words, start) or alone

    def everywhere(self, words: str) -> Iterator[tuple[int, OpinionNumber]]:
        """Every number with its year that is in the words and has a record, with its start."""
        for pattern in self.patterns:
            for match in pattern.finditer(words):
                opinion = parse_opinion(match)
                if opinion in self.known:
                    yield (
                        match.start(),
                        OpinionNumber(opinion, match.end(), "year" in match.re.groupindex),
                    )

    def _can_be(self, opinion: OpinionId, match: re.Match[str]) -> bool:
        """Whether an opinion is possible; one with a year of two digits must fit the others.

        `14-2` is no opinion of 2014 if the numbers run on and number 5 is of 2003.
        """
        has_whole_year = "year" in match.re.groupindex
        fits = has_whole_year or not self.run_on or self._fits(opinion)
        return fits and self._is_possible(opinion)

    def _fits(self, opinion: OpinionId) -> bool:
        """Whether opinions of earlier years have lower numbers, and those of later years higher."""
        return opinion in self.known or all(
            (other.year > opinion.year) == (other.number > opinion.number)
            for other in self.known
            if other.year != opinion.year
        )

    def _is_possible(self, opinion: OpinionId) -> bool:
        return opinion.number > 0 and opinion.year <= self._last_year

    def _alone(self, words: str, start: int) -> OpinionNumber | None:
        match = _ALONE.match(words, start)
        opinions = self._by_number.get(int(match["number"]), ()) if match else ()
        if match is None or len(opinions) != 1 or counts_something(words, match.end()):
            return None
        number = OpinionNumber(opinions[0], match.end(), has_year=False)
        is_joined = _JOINED.match(words, match.end()) is not None
        return None if is_joined and not self._is_range(words, number) else number

    def _is_range(self, words: str, first: OpinionNumber) -> bool:
        """Whether a dash and a higher number that one opinion has follow: `41-43`."""
        match = _JOINED.match(words, first.end)
        last = int(match["last"]) if match else 0
        return last > first.opinion.number and len(self._by_number.get(last, ())) == 1

    def _with_date(self, words: str, start: int) -> OpinionNumber | None:
        if match := _OF_THE_YEAR.match(words, start):
            year, number = match["year"] or match["first"], match["number"] or match["second"]
            opinion = OpinionId(int(year), int(number))
            return OpinionNumber(opinion, match.end()) if self._is_possible(opinion) else None
        if match := _DATED.match(words, start):
            opinion = OpinionId(int(match["year"]), int(match["number"]))
            end = match.start("date")
            return OpinionNumber(opinion, end) if self._is_possible(opinion) else None
        return None


def opinion_pattern(form: str) -> re.Pattern[str]:
    """A pattern for a form such as `{number} ({year})`, with any dash and any white space."""
    pieces = re.split(r"{(\w+)}", form)
    pattern = ""
    for text, field in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if text.startswith(" ("):
            pattern += _PARAGRAPHS
        pattern += re.escape(text).replace(r"\-", DASH).replace(r"\ ", r"\s*")
        pattern += _NOT_A_YEAR if field == "number" and "yy" in pieces else ""
        pattern += _FIELDS.get(field, "")
    return re.compile(rf"(?<![\w.]){pattern}{_END}")


def parse_opinion(match: re.Match[str]) -> OpinionId:
    """The opinion that a match of an `opinion_pattern` means."""
    fields = match.groupdict()
    year = int(fields.get("year") or 0)
    if not year:
        short = int(fields["yy"])
        year = short + (2000 if short < _LAST_CENTURY else 1900)
    return OpinionId(year, int(match["number"]))
