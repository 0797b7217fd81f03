"""Find the citations in running text.

introducers      the words that introduce a citation, from the commission's file
patterns         the numbers that follow, one style for each kind of authority; `pinpoints`: parts
opinion_numbers  the numbers of opinions
ranges           lists and ranges of numbers
other_bodies     whose citation it is; `ordinary_words`: whether it is one
finder           what stands around them: `§`, `of the Pier Rules`, `subsection (c) of`
doubts           what looks like a citation and is not resolved
"""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.doubts import doubts_after, pointing_back
from corpus.citations.found_citation import CitationsInText, FoundCitation
from corpus.citations.introducers import Introducers, NameInText
from corpus.citations.opinion_forms import forms_by_words
from corpus.citations.opinion_numbers import OpinionNumbers
from corpus.citations.ordinary_words import counts_something
from corpus.citations.other_bodies import LOOK_BEHIND, OtherBodies, is_of_something
from corpus.citations.patterns import (
    may_be_a_range,
    names_its_chapter,
    section_of_chapter,
    style_of,
    with_parts,
)
from corpus.citations.pinpoints import (
    DASH,
    DASHES,
    EACH_NAMED,
    IN_PARENTHESES,
    LAST_BEFORE,
    PARTS,
    PARTS_BEFORE,
)
from corpus.citations.quick_search import QuickSearch
from corpus.citations.ranges import LIST_SEPARATOR, RANGE_SIGN, ListReader
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

_SIGN = re.compile(
    r"\s*(?:§(?P<signs>§)?|(?i:sec(?:tion)?(?P<sections>s)?\.?)(?=\s)"
    rf"|(?i:n(?:umber|o)(?P<numbers>s)?\b\.?)|#|{DASH}(?=[0-9]{{1,3}}\s*\([12][0-9]{{3}}\)))?\s*"
)
"""` § `, ` Section `, ` No. `, ` # `: what may stand between introducing words and a number."""

_SPACE = re.compile(r"\s*")

_LEADS_TO_AN_OPINION = re.compile(
    r"(?:^|[(;\[]|\),|\b(?:[Ss]ee|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Uu]nder|[Cc]f\.|[Aa]ccord))\s*$"
)
"""What stands before the number and year of an opinion without the word: `(43 (2022))`."""

_LEADS_TO_A_SHORT_NUMBER = re.compile(
    r"(?:\(|\b(?:[Ss]ee|[Aa]lso|[Cc]f\.|[Aa]ccord)|[)\0],?(?:\s+(?:and|or|&)|;)?)\s*$"
)
"""What stands before `12-22` for opinion 22 of 2012: `see `, or another citation."""

_NAMES_OTHER_RULES = re.compile(
    r"(?<![.?!:;\u201c(])(?<![.?!]\))\s[A-Z](?:[\w.]*\w|\w{0,3}\.)?\s+$"
    rf"|{DASH}[0-9][\w.]*,\s+$"
)
"""What shows that `Rule 4` is of another set: `the Evidence ` or `G.S. 1A-1, ` before it.

A capitalized word counts only within a sentence. A short word with a period is an abbreviation;
a longer one ends the sentence before.
"""

_SECTION = re.compile(
    rf"(?P<number>[0-9]{{1,4}}[A-Za-z]?(?:\.[0-9]{{1,3}}[A-Za-z]?)?)(?P<parts>{PARTS})"
)
_ONE_SECTION = re.sub(r"\?P<\w+>", "?:", _SECTION.pattern)
_SECTIONS = re.compile(
    rf"(?P<sections>{_ONE_SECTION}(?:(?:,?\s+(?:and|or|&)|,)\s+{_ONE_SECTION})*)(?![{DASHES}\w])"
)
_SECTIONS_OF_CHAPTER = re.compile(
    rf"{_SECTIONS.pattern}"
    r"\s+of\s+Chapter\s+(?P<chapter>[0-9]{1,3}[A-Z]?)\b"
)
"""`34.1 of Chapter 2A`."""

_CHAPTER = (
    r"\b[Cc]h(?:apter|\.)\s+(?:(?P<lettered>[0-9]{1,3}[A-Z])"
    r"|(?P<plain>[0-9]{1,3})(?=\s+of\s+the\s))"
)
"""`Chapter 2A`, or `Chapter 7` before the name of a code; that of a session law has no letter."""

_SECTION_ALONE = re.compile(
    rf"(?<![\w.])[0-9]{{1,3}}[A-Z]{{1,2}}{DASH}[0-9]{{1,3}}[A-Z]?\.[0-9]{{1,2}}[A-Z]?"
    rf"(?={IN_PARENTHESES})"
)
"""`2A-34.1` of `2A-34.1(l)`."""

_LEADS_TO_A_SECTION = re.compile(
    r"(?:^|[(;\[]|[)\0],?|\b(?:[Ss]ee|[Uu]nder|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Tt]o|[Ww]ith|that"
    r"|[Cc]f\.|[Aa]ccord|[Pp]er|[Vv]iolates?|[Ww]hile|[Ii]f|[Aa]s))\s*$"
)
"""What stands before a section without `G.S.`: `under `, or another citation."""

_NUMBERS_BEFORE = re.compile(
    rf"(?<![\w.-])[0-9]{{1,3}}[A-Z]{{0,2}}{DASH}[0-9][\w.()]*(?:(?:,?\s+(?:and|or|&)|,)\s+[0-9][\w.()-]+)*"
    r"\s+of\s+(?:the\s+)?$"
)
"""`2A-34.1(l) of the ` before `General Statutes`."""

_WEB_ADDRESS = re.compile(r"\bhttps?://\S+")
_NUMBER_AND_DASH = re.compile(rf"[0-9][A-Z]{{0,2}}{DASH}[0-9]")

_MASK = "\0"
"""Takes the place of a character that must not be read; neither a word nor white space."""


_OF_THE = re.compile(r"\s+of\s+(?:the\s+)?")
"""` of the ` before `Pier Rules`."""


class _Text(NamedTuple):
    """Plain words, and the set of rules to which `Rule 4` in them belongs."""

    words: str
    rule_set: str | None


class CitationFinder:
    """Finds citations as one commission writes them."""

    def __init__(self, commission: Commission, opinions: Iterable[OpinionId] = ()) -> None:
        """Prepare the patterns; `opinions` are those that have a record."""
        self.introducers = Introducers(commission)
        self._quick_search = QuickSearch(self.introducers.spellings)
        known = frozenset(opinions)
        self.opinions = tuple(OpinionNumbers(forms, known) for forms in forms_by_words(commission))
        kinds, names = commission.kinds, self.introducers.names
        self.others = {kind: OtherBodies(commission, kind) for kind in (None, *kinds)}
        self.chapters_before = {
            kind: re.compile(rf"{_CHAPTER}(?:\s+of\s+the\s+(?:{names[kind]}))?,?\s+$")
            for kind in kinds
            if kind.is_code
        }
        """`Chapter 2A of the General Statutes, ` before `Section 34.1`."""
        self.names_after = {
            kind: re.compile(rf",?\s+(?:of\s+the\s+)?(?:{names[kind]})(?!\w)")
            for kind in kinds
            if kind.words_after
        }
        """`, Fla. Stat.` after a number, for kinds whose names follow it."""
        codes = [kind for kind in kinds if kind.is_code]
        self.only_code = codes[0] if len(codes) == 1 else None
        """The code to which a section without a name belongs."""

    def candidate_offsets(self, markdown: str) -> list[int]:
        """Offsets in the Markdown; each block with a citation contains at least one."""
        return self._quick_search.offsets(markdown)

    def find(self, words: str, rule_set: str | None = None) -> tuple[FoundCitation, ...]:
        """The citations in plain words, in reading order.

        `Rule 4(b)` alone is a citation only if `rule_set` names the set that it belongs to.
        """
        return self.read(words, rule_set).resolved

    def read(self, words: str, rule_set: str | None = None) -> CitationsInText:
        """The citations in plain words, and what looks like one but is not resolved."""
        if "://" in words:
            words = _WEB_ADDRESS.sub(lambda match: _MASK * len(match[0]), words)
        citations: list[FoundCitation] = []
        doubts = list(pointing_back(words))
        for found in self._introduced(_Text(words, rule_set)):
            citations += found.resolved
            doubts += found.unresolved
        rest = _mask(citations, words)
        if _may_have_numbers_alone(rest):
            alone = (*self._opinions_alone(rest), *self._sections_alone(rest))
            citations = sorted((*citations, *alone), key=attrgetter("start"))
        return CitationsInText(tuple(citations), tuple(sorted(doubts)))

    def _introduced(self, text: _Text) -> Iterator[CitationsInText]:
        """What follows each of the introducing words."""
        words, done, end_of_list, end_of_others = text.words, 0, 0, 0
        while match := self.introducers.pattern.search(words, done):
            done = match.end()
            if _is_within_a_word(words, match.start()):
                continue
            name = self._name(words, match)
            citations = self._citations(text, name, end_of_list)
            doubts = tuple(doubts_after(words, name, citations))
            if not citations and not doubts:
                continue
            end_of_list = max((citation.end for citation in citations), default=end_of_list)
            done = max(done, end_of_list)
            start = citations[0].start if citations and name.meaning.kind is None else name.start
            goes_on = name.meaning.is_common and _is_joined(words, end_of_others, name.start)
            if goes_on or self._is_of_others(words, name._replace(start=start), done):
                end_of_others = done
            else:
                yield CitationsInText(citations, doubts)

    def _name(self, words: str, match: re.Match[str]) -> NameInText:
        meaning = self.introducers.meaning(match[0])
        sign = (_SPACE if meaning.is_common else _SIGN).match(words, match.end())
        number_start = sign.end() if sign else match.end()
        is_plural = meaning.is_plural or (sign is not None and sign.lastgroup is not None)
        is_in_capitals = match[0].isupper() and len(match[0]) > len("A.O.")
        return NameInText(*match.span(), number_start, meaning, is_plural, is_in_capitals)

    def _is_of_others(self, words: str, name: NameInText, end: int) -> bool:
        """Whether a citation with this name, which ends here, belongs to another body."""
        kind, others = name.meaning.kind, self.others[name.meaning.kind]
        if kind and kind.is_in_sets:
            return False
        is_code = kind is not None and (kind.is_code or bool(kind.leading_pieces))
        if is_code and not name.meaning.is_common:
            return others.is_known_before(words, name.start)
        return others.is_named_before(
            words, name.start, is_in_capitals=name.is_in_capitals
        ) or others.is_named_after(words, end, may_be_unknown=is_code)

    def _citations(self, text: _Text, name: NameInText, after: int) -> tuple[FoundCitation, ...]:
        """The one citation, the list or the range that a name introduces."""
        if name.meaning.kind is None:
            return tuple(self._opinion_list(text.words, name))
        citations = tuple(self._authorities(text, name, name.meaning.kind))
        if citations:
            citations = tuple(_with_parts_before(text.words, citations, after))
            others = self._in_other_sets(text.words, name, citations)
            return tuple(sorted((*others, *citations), key=attrgetter("start")))
        return tuple(_sections_before(text.words, name, after))

    def _authorities(
        self, text: _Text, name: NameInText, kind: AuthorityKind
    ) -> Iterable[FoundCitation]:
        words, meaning = text.words, name.meaning
        if kind.is_code and (match := _SECTIONS_OF_CHAPTER.match(words, name.number_start)):
            return _sections_of_chapter(kind, match, name.start)
        if meaning.is_common and (
            sections := tuple(self._sections_after_chapter(words, name, kind))
        ):
            return sections
        reader = ListReader(words, kind, meaning.rule_set, name.is_plural)
        start = name.start
        if kind.is_in_sets and not meaning.rule_set:
            rule_set = self._rule_set_of(text, start, reader.end(name.number_start))
            if not rule_set:
                return ()
            reader = reader._replace(rule_set=rule_set)
        elif leading := style_of(kind).leading:
            title = leading.search(words, max(start - LOOK_BEHIND, 0), start)
            if title is None:
                return ()
            start, reader = title.start(), reader._replace(rule_set=title[1])
        citations = tuple(reader.read(start, name.number_start))
        if citations and kind in self.names_after:
            named = self.names_after[kind].match(words, citations[-1].end)
            if named:
                return (*citations[:-1], citations[-1]._replace(end=named.end()))
        return () if meaning.is_common and not self._is_clear(words, citations) else citations

    def _is_clear(self, words: str, citations: tuple[FoundCitation, ...]) -> bool:
        """Whether numbers after a common word are sections of a code, and of nothing else."""
        target = citations[0].target if citations else None
        if not isinstance(target, Citation) or not names_its_chapter(target):
            return False
        end = citations[-1].end
        is_of_others = self.others[target.kind].is_named_after(words, end)
        is_plain = re.fullmatch("[0-9-]+", str(target)) is not None
        return not may_be_a_range(target) and not (
            is_plain and (is_of_others or is_of_something(words, end))
        )

    def _sections_after_chapter(
        self, words: str, name: NameInText, kind: AuthorityKind
    ) -> Iterator[FoundCitation]:
        """`Chapter 2A, Section 34.1`, or a list of sections after the chapter."""
        if kind not in self.chapters_before:
            return
        before = max(name.start - LOOK_BEHIND, 0)
        chapter = self.chapters_before[kind].search(words, before, name.start)
        sections = _SECTIONS.match(words, name.number_start) if chapter else None
        if chapter is None or sections is None:
            return
        number = chapter["lettered"] or chapter["plain"]
        for section in _SECTION.finditer(words, *sections.span()):
            citation = section_of_chapter(kind, section["number"], number)
            first = chapter.start() if section.start() == name.number_start else section.start()
            yield FoundCitation(first, section.end(), with_parts(citation, section["parts"]))

    def _rule_set_of(self, text: _Text, start: int, end: int) -> str:
        """The set of `Rule 4(b)`: the one named after it, or that of the text; empty if unknown."""
        if of_the := _OF_THE.match(text.words, end):
            _, rule_set = self.introducers.set_after(text.words, of_the.end())
            return rule_set
        before = text.words[max(start - LOOK_BEHIND, 0) : start]
        return "" if text.rule_set is None or _NAMES_OTHER_RULES.search(before) else text.rule_set

    def _in_other_sets(
        self, words: str, name: NameInText, citations: tuple[FoundCitation, ...]
    ) -> Iterator[FoundCitation]:
        """The same rules of the sets that share a name: `Pier` of `Pier and Lock Rules 4(b)`."""
        if name.meaning.kind is None or not name.meaning.kind.is_in_sets:
            return
        named_at = name.start
        if not name.meaning.rule_set and (of_the := _OF_THE.match(words, citations[-1].end)):
            named_at, _ = self.introducers.set_after(words, of_the.end())
        for start, end, rule_set in self.introducers.sets_before(words, named_at):
            for citation in citations:
                if isinstance(citation.target, Citation):
                    yield FoundCitation(start, end, citation.target._replace(authority=rule_set))

    def _opinion_list(self, words: str, name: NameInText) -> Iterator[FoundCitation]:
        """A list of opinions; without a year only the first, or all after words in the plural."""
        numbers, start, may_be_alone = self.opinions[name.meaning.numbers], name.start, True
        number = numbers.read(
            words, name.number_start, may_be_alone=may_be_alone, name_start=name.start
        )
        while number:
            yield FoundCitation(min(start, number.start), number.end, number.opinion)
            range_sign = RANGE_SIGN.match(words, number.end)
            separator = range_sign or LIST_SEPARATOR.match(words, number.end)
            if separator is None:
                return
            start, previous = separator.end(), number
            is_range = range_sign is not None and not number.has_year
            may_be_alone = name.is_plural or (is_range and separator["sign"] in DASHES)
            number = numbers.read(words, start, may_be_alone=may_be_alone)
            if number and previous.is_after_year and not number.has_year:
                return

    def _opinions_alone(self, words: str) -> Iterator[FoundCitation]:
        """Known opinions by number and year after words such as `see`: `see 43 (2022)`."""
        everywhere = dict.fromkeys(
            number for numbers in self.opinions for number in numbers.everywhere(words)
        )
        for number in everywhere:
            start = number.start
            before = words[max(start - LOOK_BEHIND, 0) : start]
            leads = _LEADS_TO_AN_OPINION if number.has_year else _LEADS_TO_A_SHORT_NUMBER
            if leads.search(before) and not counts_something(words, number.end):
                yield FoundCitation(start, number.end, number.opinion)

    def _sections_alone(self, words: str) -> Iterator[FoundCitation]:
        """Sections with a part after words such as `under`: `under 2A-34.1(l)`."""
        if self.only_code is None:
            return
        reader = ListReader(words, self.only_code, "", is_plural=False)
        others = self.others[self.only_code]
        done = 0
        while match := _SECTION_ALONE.search(words, done):
            citations = tuple(reader.read(match.start(), match.start()))
            before = words[max(match.start() - LOOK_BEHIND, 0) : match.start()]
            done = citations[-1].end if citations else match.end()
            if _LEADS_TO_A_SECTION.search(before) and not others.is_named_after(
                words, done, may_be_unknown=True
            ):
                yield from citations


def _is_within_a_word(words: str, start: int) -> bool:
    r"""Whether a letter stands before; `\b` in the pattern would make it ten times slower."""
    if start == 0:
        return False
    before = words[start - 1]
    return before.isalnum() or before == "_" or (before == "-" and words[start - 2].isalnum())


def _is_joined(words: str, end: int, start: int) -> bool:
    """Whether only `, ` or ` and ` stands between two citations."""
    return end > 0 and LIST_SEPARATOR.fullmatch(words, end, start) is not None


def _with_parts_before(
    words: str, citations: tuple[FoundCitation, ...], after: int
) -> Iterator[FoundCitation]:
    """The citations; `subsection (c) of ` before the first one belongs to it."""
    start, end, target = citations[0]
    while (
        isinstance(target, Citation)
        and words[max(start - LOOK_BEHIND, 0) : start].rstrip().endswith(LAST_BEFORE)
        and (match := PARTS_BEFORE.search(words, max(after, start - LOOK_BEHIND), start))
    ):
        whole, start = target, match.start()
        target = with_parts(whole, match["parts"])
        end_of_part = match.end("first")
        for part in EACH_NAMED.finditer(words, *match.span("others")):
            yield FoundCitation(start, end_of_part, target)
            start, end_of_part, target = *part.span(), with_parts(whole, part[0])
    yield FoundCitation(start, end, target)
    yield from citations[1:]


def _sections_of_chapter(
    kind: AuthorityKind, match: re.Match[str], start: int
) -> Iterator[FoundCitation]:
    """`Section 34.1 of Chapter 2A`; each section of a list has its own place."""
    sections = list(_SECTION.finditer(match["sections"]))
    offset = match.start("sections")
    for section in sections:
        citation = section_of_chapter(kind, section["number"], match["chapter"])
        end = match.end() if len(sections) == 1 else offset + section.end()
        first = start if section is sections[0] else offset + section.start()
        yield FoundCitation(first, end, with_parts(citation, section["parts"]))


def _sections_before(words: str, name: NameInText, after: int) -> Iterator[FoundCitation]:
    """`2A-34.1(l)` before ` of the General Statutes`."""
    kind = name.meaning.kind
    if kind is None or not kind.is_code or name.meaning.is_common:
        return
    first = max(after, name.start - LOOK_BEHIND)
    if match := _NUMBERS_BEFORE.search(words, first, name.start):
        reader = ListReader(words, kind, "", is_plural=True)
        yield from reader.read(match.start(), match.start())


def _mask(citations: Iterable[FoundCitation], words: str) -> str:
    """The words with citations masked, at the same offsets."""
    pieces, done = [], 0
    for start, end in dict.fromkeys((citation.start, citation.end) for citation in citations):
        pieces += [words[done:start], _MASK * (end - start)]
        done = end
    return "".join([*pieces, words[done:]])


def _may_have_numbers_alone(words: str) -> bool:
    if "(19" in words or "(20" in words:
        return True
    may_have_dashes = "-" in words or not words.isascii()
    return may_have_dashes and _NUMBER_AND_DASH.search(words) is not None
