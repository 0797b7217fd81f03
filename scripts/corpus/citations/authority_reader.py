"""Read the authorities that a name introduces: `Canons 3(c) and 4`, `Rule 4 of the Pier Rules`."""

import re
from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from corpus.citations.common_names import is_clear, is_ordinary_english, may_be_a_grade
from corpus.citations.enumeration import NO_CITATIONS, EarlierCitations
from corpus.citations.found_citation import Doubt, FoundCitation, UnresolvedCitation
from corpus.citations.introducers import Introducers, NameInText
from corpus.citations.names_before import LOOK_BEHIND
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.parts_before import with_parts_before
from corpus.citations.patterns import style_of
from corpus.citations.ranges import JOINED_NUMERALS, ListReader
from corpus.citations.rule_sets import RuleInText, goes_on_with_rules, in_other_sets, rule_set_of
from corpus.citations.sections import (
    chapter_before,
    sections_after_chapter,
    sections_before,
    sections_of_chapter,
)
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission


class TextToRead(NamedTuple):
    """Plain words, the set of rules to which `Rule 4` in them belongs, and their list mark."""

    words: str
    rule_set: str | None
    list_mark: str
    earlier: EarlierCitations = NO_CITATIONS


class _Beginning(NamedTuple):
    """Where a citation begins, and what its number is within: `Pier`, a title, or nothing."""

    start: int
    within: str


class AuthorityReader:
    """Reads the authorities of all kinds of one commission."""

    def __init__(
        self,
        commission: Commission,
        introducers: Introducers,
        others: Mapping[AuthorityKind | None, OtherBodies],
    ) -> None:
        """Prepare the patterns of each kind."""
        self.introducers = introducers
        self.others = others
        kinds = commission.kinds
        names = introducers.names
        self.leading = {kind: leading for kind in kinds if (leading := style_of(kind).leading)}
        """`52 ` before `U.S.C.`."""
        self.chapters_before = {kind: chapter_before(names[kind]) for kind in kinds if kind.is_code}
        """`Chapter 2A of the General Statutes, ` before `Section 34.1`."""
        self.trailing_names = {
            kind: re.compile(rf",?\s+(?:of\s+the\s+)?(?:{names[kind]})(?!\w)")
            for kind in kinds
            if kind.words_after
        }
        """`, Fla. Stat.` after a number, for kinds whose names follow it."""

    def read(
        self, text: TextToRead, name: NameInText, kind: AuthorityKind, end_of_list: int
    ) -> tuple[FoundCitation, ...]:
        """The citations that a name introduces, in reading order.

        `kind` is that of the name, perhaps with Roman numerals. The list before ends at
        `end_of_list`.
        """
        citations = tuple(self._authorities(text, name, kind))
        if not citations:
            has_name = kind.is_code and not name.meaning.is_common
            return tuple(sections_before(text.words, kind, name, end_of_list)) if has_name else ()
        citations = tuple(with_parts_before(text.words, citations, end_of_list))
        if not kind.is_in_sets:
            return citations
        in_others = in_other_sets(text.words, self.introducers, name, citations)
        return tuple(sorted((*in_others, *citations), key=attrgetter("start")))

    def _authorities(
        self, text: TextToRead, name: NameInText, kind: AuthorityKind
    ) -> tuple[FoundCitation, ...]:
        words = text.words
        if sections := self._sections_by_chapter(words, name, kind):
            return sections
        beginning = self._beginning(text, name, kind)
        if beginning is None:
            return ()
        start, within = beginning
        reader = ListReader(words, kind, within, name.is_plural, text.list_mark, text.earlier)
        citations = tuple(reader.read(start, name.number_start))
        if citations and kind in self.trailing_names:
            named = self.trailing_names[kind].match(words, citations[-1].end)
            if named:
                return (*citations[:-1], citations[-1]._replace(end=named.end()))
        others = self.others[name.meaning.kind]
        is_sure = not name.meaning.is_common or is_clear(words, citations, others)
        if is_sure or goes_on_with_rules(words, text.earlier, name, citations):
            return citations
        return ()

    def _sections_by_chapter(
        self, words: str, name: NameInText, kind: AuthorityKind
    ) -> tuple[FoundCitation, ...]:
        """Sections of a code whose chapter is named apart: `Section 34.1 of Chapter 2A`."""
        if not kind.is_code:
            return ()
        sections = tuple(sections_of_chapter(words, kind, name))
        if sections or not name.meaning.is_common:
            return sections
        return tuple(sections_after_chapter(words, kind, name, self.chapters_before[kind]))

    def _beginning(
        self, text: TextToRead, name: NameInText, kind: AuthorityKind
    ) -> _Beginning | None:
        """Where a citation begins; None if it lacks the set or the title that it needs."""
        words = text.words
        start = name.start
        rule_set = name.meaning.rule_set
        if kind.is_in_sets and not rule_set:
            named_at, rule_set = self.introducers.set_in_any_case(words, start)
            if not rule_set:
                end = ListReader(words, kind, "", name.is_plural).end(name.number_start)
                rule = RuleInText(start, end, text.earlier, text.rule_set)
                rule_set = rule_set_of(words, self.introducers, rule)
            return _Beginning(named_at, rule_set) if rule_set else None
        leading = self.leading.get(kind)
        if leading and not rule_set:
            title = leading.search(words, max(start - LOOK_BEHIND, 0), start)
            return _Beginning(title.start(), title[1]) if title else None
        return _Beginning(start, rule_set)

    def in_doubt(
        self,
        text: TextToRead,
        name: NameInText,
        kind: AuthorityKind,
        end_of_list: int,
        citations: tuple[FoundCitation, ...],
    ) -> UnresolvedCitation | None:
        """The doubt about what a name introduces, if all of it is in doubt."""
        if not citations:
            return self._in_numerals(text, name, kind, end_of_list)
        if not may_be_a_grade(text.words, name, citations):
            return None
        return UnresolvedCitation(citations[0].start, citations[0].end, Doubt.MAY_COUNT)

    def _in_numerals(
        self, text: TextToRead, name: NameInText, kind: AuthorityKind, end_of_list: int
    ) -> UnresolvedCitation | None:
        """The doubt about what would be cited if its kind had Roman numerals: `Pier Rule IV`."""
        is_numeral = text.words.startswith(("I", "V", "X"), name.number_start)
        if kind.numerals == "roman" or kind.is_code or not is_numeral:
            return None
        if JOINED_NUMERALS.match(text.words, name.number_start):
            name = name._replace(is_plural=True)
        cited = self.read(text, name, replace(kind, numerals="roman"), end_of_list)
        if not cited or is_ordinary_english(text.words, name, cited):
            return None
        return UnresolvedCitation(cited[0].start, cited[-1].end, Doubt.NUMERAL)
