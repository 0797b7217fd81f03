"""Find the citations in running text.

introducers     the words that introduce a citation, from the commission's file
patterns        the numbers that follow, one style for each kind of authority
ranges          lists and ranges of numbers
finder          what stands around them: `§`, `of the MSC Rules`, `see 43 (2022)`
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.found_citation import FoundCitation
from corpus.citations.introducers import Introducers
from corpus.citations.patterns import DASH, opinion_pattern, parse_opinion
from corpus.citations.quick_search import QuickSearch
from corpus.citations.ranges import LIST_SEPARATOR, ListReader
from corpus.model.authority import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

_BEFORE_A_NUMBER = re.compile(r"\s*(?:§§?|[Ss]ections?|N(?:umbers?|os?\.))?\s*")
"""` § `, ` Section `, ` No. `: what may stand between introducing words and a number."""

_OF_THE = re.compile(r"\s+of\s+the\s+")
"""` of the ` in `Rule 4(b) of the MSC Rules`."""

_LEADS_TO_AN_OPINION = re.compile(
    r"(?:^|[(;]|\),|\b(?:[Ss]ee|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Uu]nder|cf\.))\s*$"
)
"""What stands before the number of an opinion without the word: `(43 (2022))`, `see 12-22`."""

_NAMES_OTHER_RULES = re.compile(
    r"(?<![.?!:;\u201c(])(?<![.?!]\))\s[A-Z](?:[\w.]*\w|\w{0,3}\.)?\s+$"
    rf"|{DASH}[0-9][\w.]*,\s+$"
)
"""What shows that `Rule 4` is of another set: `the Evidence ` or `G.S. 1A-1, ` before it.

A capitalized word counts only within a sentence. A short word with a period is an abbreviation;
a longer one ends the sentence before.
"""

_NAMES_ANOTHER_CODE = re.compile(r"[0-9]\s+[A-Z][A-Z.]+\s*§?$")
"""A volume of another code before a section: `42 U.S.C. § 78-1`."""

_LOOK_BEHIND = 40
"""How many characters before a citation are read."""

_NUMBER_ALONE = re.compile(rf"[0-9]{{1,4}}(?!\w|[.:]\d|{DASH}\d|\s*\([0-9])")
"""`5` of `AO 5`, but not of `AO 5(2)` or `AO 5-2003`."""

_NUMBER_AND_DASH = re.compile(rf"[0-9]{DASH}[0-9]")
_WEB_ADDRESS = re.compile(r"\bhttps?://\S+")

_MASK = "\0"
"""Takes the place of a character that must not be read; neither a word nor white space."""


class _Text(NamedTuple):
    """Plain words, and the set of rules to which `Rule 4` in them belongs."""

    words: str
    rule_set: str | None


class CitationFinder:
    """Finds citations as one commission writes them."""

    def __init__(self, commission: Commission, opinions: Iterable[OpinionId] = ()) -> None:
        """Prepare the patterns; `opinions` are those that have a record."""
        self._introducers = Introducers(commission)
        self._quick_search = QuickSearch(self._introducers.words)
        self._opinion_patterns = tuple(map(opinion_pattern, commission.opinions.numbered))
        self._opinions = frozenset(opinions)
        self._by_number: defaultdict[int, list[OpinionId]] = defaultdict(list)
        for opinion in sorted(self._opinions):
            self._by_number[opinion.number].append(opinion)

    def candidate_offsets(self, markdown: str) -> list[int]:
        """Offsets in the Markdown; each block with a citation contains at least one."""
        return self._quick_search.offsets(markdown)

    def find(self, words: str, rule_set: str | None = None) -> tuple[FoundCitation, ...]:
        """The citations in plain words, in reading order.

        `Rule 4(b)` alone is a citation only if `rule_set` names the set that it belongs to.
        """
        if "://" in words:
            words = _WEB_ADDRESS.sub(lambda match: _MASK * len(match[0]), words)
        introduced = tuple(self._introduced(_Text(words, rule_set)))
        rest = _mask(introduced, words)
        if not _may_have_opinion_numbers(rest):
            return introduced
        return tuple(sorted((*introduced, *self._opinions_alone(rest)), key=attrgetter("start")))

    def _introduced(self, text: _Text) -> Iterator[FoundCitation]:
        """The citations that follow introducing words."""
        done = 0
        while match := self._introducers.pattern.search(text.words, done):
            done = match.end()
            if _is_within_a_word(text.words, match.start()):
                continue
            for citation in self._list_after(text, match):
                yield citation
                done = citation.end

    def _list_after(self, text: _Text, words: re.Match[str]) -> Iterator[FoundCitation]:
        """The one citation, the list or the range that follows introducing words."""
        meaning = self._introducers.meaning(words[0])
        signs = _BEFORE_A_NUMBER.match(text.words, words.end())
        start, number_start = words.start(), signs.end() if signs else words.end()
        is_plural = meaning.is_plural or "§§" in text.words[start:number_start]
        if meaning.kind is None:
            return self._opinion_list(text.words, start, number_start, is_plural=is_plural)
        before = text.words[max(start - _LOOK_BEHIND, 0) : start]
        if meaning.kind is AuthorityKind.STATUTE and _NAMES_ANOTHER_CODE.search(before):
            return iter(())
        reader = ListReader(text.words, meaning.kind, meaning.rule_set, is_plural)
        if meaning.kind is AuthorityKind.RULE and not meaning.rule_set:
            rule_set = self._rule_set_of(text, before, reader.end(number_start))
            if not rule_set:
                return iter(())
            reader = reader._replace(rule_set=rule_set)
        return reader.read(start, number_start)

    def _rule_set_of(self, text: _Text, before: str, end: int) -> str:
        """The set of `Rule 4(b)`: the one named after it, or that of the text; empty if unknown."""
        if of_the := _OF_THE.match(text.words, end):
            words = self._introducers.pattern.match(text.words, of_the.end())
            return self._introducers.meaning(words[0]).rule_set if words else ""
        return "" if text.rule_set is None or _NAMES_OTHER_RULES.search(before) else text.rule_set

    def _opinion_list(
        self, words: str, start: int, number_start: int, *, is_plural: bool
    ) -> Iterator[FoundCitation]:
        """A list of opinions; without a year only the first, or all after words in the plural."""
        may_be_alone = True
        while item := self._opinion_at(words, number_start, may_be_alone=may_be_alone):
            opinion, end = item
            yield FoundCitation(start, end, opinion)
            separator = LIST_SEPARATOR.match(words, end)
            if separator is None:
                return
            start = number_start = separator.end()
            may_be_alone = is_plural

    def _opinion_at(
        self, words: str, start: int, *, may_be_alone: bool
    ) -> tuple[OpinionId, int] | None:
        """The opinion whose number begins at `start`, and the end of the number.

        A number without a year counts if exactly one opinion has it.
        """
        for pattern in self._opinion_patterns:
            if match := pattern.match(words, start):
                return parse_opinion(match), match.end()
        match = _NUMBER_ALONE.match(words, start) if may_be_alone else None
        opinions = self._by_number.get(int(match[0]), ()) if match else ()
        return (opinions[0], match.end()) if match and len(opinions) == 1 else None

    def _opinions_alone(self, words: str) -> Iterator[FoundCitation]:
        """Known opinions by number and year after words such as `see`: `see 43 (2022)`."""
        for pattern in self._opinion_patterns:
            for match in pattern.finditer(words):
                opinion, start = parse_opinion(match), match.start()
                before = words[max(start - _LOOK_BEHIND, 0) : start]
                if opinion in self._opinions and _LEADS_TO_AN_OPINION.search(before):
                    yield FoundCitation(start, match.end(), opinion)


def _is_within_a_word(words: str, start: int) -> bool:
    r"""Whether a letter stands before; `\b` in the pattern would make it ten times slower."""
    return start > 0 and (words[start - 1].isalnum() or words[start - 1] == "_")


def _mask(citations: Iterable[FoundCitation], words: str) -> str:
    """The words with citations masked, at the same offsets."""
    pieces, done = [], 0
    for start, end in dict.fromkeys((citation.start, citation.end) for citation in citations):
        pieces += [words[done:start], _MASK * (end - start)]
        done = end
    return "".join([*pieces, words[done:]])


def _may_have_opinion_numbers(words: str) -> bool:
    return "(19" in words or "(20" in words or _NUMBER_AND_DASH.search(words) is not None
