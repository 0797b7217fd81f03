"""The citations in running text: where they stand and what they mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from corpus.citations.patterns import DASH, SPACE, CitationPatterns, opinion
from corpus.citations.ranges import AND, Reader
from corpus.model.authority import AuthorityKind, Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

CitationTarget: TypeAlias = Citation | OpinionId
"""What a text may cite."""

_SIGNS = re.compile(rf"{SPACE}*(?:§§?|[Ss]ections?|N(?:umbers?|os?\.))?{SPACE}*")
"""What may stand between the words and the number."""

_OF_THE = re.compile(rf"{SPACE}+of{SPACE}+the{SPACE}+")

_LEADS_TO_AN_OPINION = re.compile(
    rf"(?:^|[(;]|\),|\b(?:[Ss]ee|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Uu]nder|cf\.)){SPACE}*$"
)
"""What stands before the number of an opinion without the word: `(43 (2022))`, `see 12-22`."""

_NAMES_OTHER_RULES = re.compile(
    rf"(?<![.?!:;\u201c(])(?<![.?!]\)){SPACE}[A-Z](?:[\w.]*\w|\w{{0,3}}\.)?{SPACE}+$"
    rf"|{DASH}[0-9][\w.]*,{SPACE}+$"
)
"""A word with a capital within a sentence, or a section and a comma: `G.S. 1A-1, Rule 4`.

A short word with a dot is an abbreviation, a longer one ends the sentence before.
"""

_OTHER_CODE = re.compile(rf"[0-9]{SPACE}+[A-Z][A-Z.]+{SPACE}*§?$")
"""The volume of another code before a section's sign: `42 U.S.C. § 78-1`."""

_BEFORE = 40
"""How many characters before a citation are looked at."""

_BARE = re.compile(rf"[0-9]{{1,4}}(?!\w|[.:]\d|{DASH}\d|{SPACE}*\([0-9])")
_DASHES = "-\u2010\u2011\u2012\u2013"
_NUMBERS = re.compile(rf"[0-9]{DASH}[0-9]")
_MARKS_AND_YEARS = ("*", "\\", "(19", "(20")
"""What may break a word, and what may begin the year of an opinion without its name."""
_ADDRESS = re.compile(r"\bhttps?://\S+")
_UNREAD = re.compile(
    r"""
      ^[ ]{0,3} (?P<fence> (?> `{3,} | ~{3,} ) ) [^`\n]*+ $
        (?: \n (?! [ ]{0,3} (?P=fence) ) .*+ )*+ (?: \n [ ]{0,3} (?P=fence) .*+ )?
    | (?<!`) `++ [^`\n]*+ `++
    | \]\( (?: [^()\n] | \([^()\n]*+\) )*+ \)
    | <https?: [^<>\s]*+ >
    | \bhttps?://\S+
    """,
    re.MULTILINE | re.VERBOSE,
)
"""Possessive, since a text may have ten thousand signs that begin something and nothing ends."""

_HIDDEN = "\0"
"""What is neither a word nor a space, in the place of what is not to be read."""


class FoundCitation(NamedTuple):
    """A citation in a text, from character `start` up to `end`."""

    start: int
    end: int
    target: CitationTarget

    @property
    def kind(self) -> str:
        """`standard`, `statute`, `rule` or `opinion`."""
        return "opinion" if isinstance(self.target, OpinionId) else str(self.target.kind)

    @property
    def as_dict(self) -> dict[str, str | int]:
        """Place, kind, id and pinpoint, as programs read them."""
        one = self.target
        known = {"id": str(one), "pinpoint": ""}
        if not isinstance(one, OpinionId):
            known = {"id": one.authority, "pinpoint": one.pinpoint}
        return {"start": self.start, "end": self.end, "kind": self.kind, **known}


class _Text(NamedTuple):
    """Plain words, and the one set of rules that bare rules in them belong to."""

    words: str
    rule_set: str | None


class CitationFinder:
    """Finds the citations in the texts of one Commission."""

    def __init__(self, commission: Commission, opinions: Iterable[OpinionId] = ()) -> None:
        """Take over the Commission's ways of writing; `opinions` are those that have a record."""
        self._spellings = CitationPatterns(commission)
        self._needles = (*self._spellings.needles, *_MARKS_AND_YEARS)
        self._opinions = frozenset(opinions)
        self._by_number: defaultdict[int, list[OpinionId]] = defaultdict(list)
        for one in sorted(self._opinions):
            self._by_number[one.number].append(one)

    def candidate_offsets(self, markdown: str) -> list[int]:
        """Characters of a text, as it is written, of which each citation has one or is near one.

        Where marks may break a word, they stand for what may be in it.
        """
        offsets = [place for needle in self._needles for place in _all(needle, markdown)]
        for dash in _DASHES if not markdown.isascii() else "-":
            offsets += (
                place
                for place in _all(dash, markdown)
                if _is_digit(markdown, place - 1) and _is_digit(markdown, place + 1)
            )
        return offsets

    def find(self, words: str, rule_set: str | None = None) -> tuple[FoundCitation, ...]:
        """The citations in plain words, in the order in which they stand.

        A bare `Rule 4(b)` is one where `rule_set` names the set of rules to which it belongs.
        """
        if "://" in words:
            words = _ADDRESS.sub(lambda found: _HIDDEN * len(found[0]), words)
        named = tuple(self._named(_Text(words, rule_set)))
        rest = _without(named, words)
        if not _may_be_numbered(rest):
            return named
        return tuple(sorted((*named, *self._numbered(rest)), key=itemgetter(0)))

    def _named(self, text: _Text) -> Iterator[FoundCitation]:
        """Those that a name introduces."""
        done = 0
        while match := self._spellings.names.search(text.words, done):
            done = match.end()
            if _is_within_a_word(text.words, match.start()):
                continue
            for found in self._items(text, match):
                yield found
                done = found.end

    def _items(self, text: _Text, match: re.Match[str]) -> Iterator[FoundCitation]:
        """What follows a name: one item, or a list or range of them."""
        name, is_plural = self._spellings.name(match[0])
        signs = _SIGNS.match(text.words, match.end())
        start = signs.end() if signs else match.end()
        several = is_plural or "§§" in text.words[match.start() : start]
        if name.kind is None:
            return self._read_opinions(text.words, match.start(), start, several=several)
        if name.kind is AuthorityKind.STATUTE and _OTHER_CODE.search(
            _before(text.words, match.start())
        ):
            return iter(())
        reader = Reader(text.words, name.kind, name.rules, several)
        if name.kind is AuthorityKind.RULE and not name.rules:
            rules = self._rules_of(text, match.start(), reader.end(start))
            if not rules:
                return iter(())
            reader = reader._replace(rules=rules)
        return (FoundCitation(*one) for one in reader.read(match.start(), start))

    def _rules_of(self, text: _Text, begin: int, end: int) -> str:
        """The set of a bare `Rule 4(b)`: that which follows it, or that of the text."""
        if of_the := _OF_THE.match(text.words, end):
            named = self._spellings.names.match(text.words, of_the.end())
            return self._spellings.name(named[0])[0].rules if named else ""
        is_of_others = _NAMES_OTHER_RULES.search(_before(text.words, begin))
        return "" if text.rule_set is None or is_of_others else text.rule_set

    def _read_opinions(
        self, words: str, begin: int, start: int, *, several: bool
    ) -> Iterator[FoundCitation]:
        """The opinions of a list; a number alone only first, or where several are announced."""
        is_first = True
        while item := self._opinion_at(words, start, may_be_bare=several or is_first):
            one, end = item
            yield FoundCitation(begin, end, one)
            separator = AND.match(words, end)
            if separator is None:
                return
            begin = start = separator.end()
            is_first = False

    def _opinion_at(
        self, words: str, start: int, *, may_be_bare: bool
    ) -> tuple[OpinionId, int] | None:
        for form in self._spellings.opinions:
            if found := form.match(words, start):
                return opinion(found), found.end()
        bare = _BARE.match(words, start) if may_be_bare else None
        known = self._by_number.get(int(bare[0]), ()) if bare else ()
        return (known[0], bare.end()) if bare and len(known) == 1 else None

    def _numbered(self, words: str) -> Iterator[FoundCitation]:
        """Opinions by number and year alone, where such words lead to them and they are known."""
        for form in self._spellings.opinions:
            for found in form.finditer(words):
                one, before = opinion(found), _before(words, found.start())
                if one in self._opinions and _LEADS_TO_AN_OPINION.search(before):
                    yield FoundCitation(found.start(), found.end(), one)


def blank_out_code_and_links(markdown: str) -> str:
    """Markdown with blanks in the place of code, addresses and the targets of links."""
    return _UNREAD.sub(lambda found: re.sub(r"\S", " ", found[0]), markdown)


def _is_within_a_word(words: str, start: int) -> bool:
    """Whether the name goes on with a word; asked after the search, since it slows it tenfold."""
    return start > 0 and (words[start - 1].isalnum() or words[start - 1] == "_")


def _before(words: str, start: int) -> str:
    return words[max(start - _BEFORE, 0) : start]


def _without(named: Iterable[FoundCitation], words: str) -> str:
    """The words with nothing to read where these citations stand."""
    pieces, done = [], 0
    for start, end in dict.fromkeys((one.start, one.end) for one in named):
        pieces += [words[done:start], _HIDDEN * (end - start)]
        done = end
    return "".join([*pieces, words[done:]])


def _may_be_numbered(words: str) -> bool:
    """Whether there may be an opinion's number without its name."""
    return "(19" in words or "(20" in words or _NUMBERS.search(words) is not None


def _is_digit(words: str, place: int) -> bool:
    return words[place : place + 1].isdecimal()


def _all(needle: str, words: str) -> list[int]:
    """The offsets of a needle."""
    offsets, place = [], words.find(needle)
    while place >= 0:
        offsets.append(place)
        place = words.find(needle, place + 1)
    return offsets
