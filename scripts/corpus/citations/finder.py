"""Find the citations in running text.

introducers      the words that introduce a citation, from the commission's file, and the sign after
                 them; `spellings`: in capitals, in the plural; `word_patterns`: their spaces;
                 `first_letters`: where they may begin
patterns         the numbers that follow, one style for each kind of authority: a `number_style`;
                 `form_style`: that of numbers in a form of the settings; `pinpoints`: their parts
authority_reader the authorities that a name introduces
ranges           lists and ranges of authorities; `range_members`: what is between the ends
enumeration      marks such as `(b)` in a sentence
numbers_in_words numbers in words, as in `Canon Three`
sections         sections of a code by their chapter, or without a name; `section_numbers`: `-34.4A`
kinds_beside     the kind that is named beside a number: `Rule 12 of the Local Rules`
rule_sets        the set that a rule belongs to: `Rule 4 of the Pier Rules`
parts_before     parts named before a citation: `subsection (c) of`; `parts_alone`: others
opinion_numbers  the numbers of opinions; `opinion_lists`: lists of them
cited_bodies     opinions of other bodies that are linked; `aliases`: those with other numbers
other_bodies     decides whose a citation is, by `names_before` and `names_after`
common_names     whether `section 12-4` is a citation, by `ordinary_words`; `counts`: `AO 5 days`
plain_citations  those that nothing beside them can change, and that are read only once
masks            hides the citations already found, to look for numbers that no words introduce
doubts           what looks like a citation and is not resolved
read_so_far      how far a text has been read
finder           the steps from the words to the citations
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from corpus.citations.aliases import Aliases, with_names_of_settings
from corpus.citations.authority_reader import AuthorityReader, TextToRead
from corpus.citations.common_names import is_ordinary_english
from corpus.citations.doubts import (
    HAVE_A_NUMBER,
    doubts_after,
    is_of_that_document,
    pointing_back,
    with_doubts,
)
from corpus.citations.found_citation import (
    CitationsInText,
    Doubt,
    FoundCitation,
    UnresolvedCitation,
)
from corpus.citations.introducers import Introducers, NameInText, is_within_a_word
from corpus.citations.kinds_beside import KindsBeside
from corpus.citations.masks import apart_from, masked, may_have_numbers_alone, without_web_addresses
from corpus.citations.names_before import speaker_before
from corpus.citations.numbers_in_words import whole_word, with_digits
from corpus.citations.opinion_forms import forms_by_words
from corpus.citations.opinion_lists import opinions_alone, read_opinion_list
from corpus.citations.opinion_numbers import OpinionNumbers
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.parts_alone import with_parts_alone
from corpus.citations.plain_citations import PlainCitations
from corpus.citations.ranges import LIST_SEPARATOR
from corpus.citations.read_so_far import ReadSoFar
from corpus.citations.rule_sets import rules_of_others
from corpus.citations.sections import sections_alone, sections_in_doubt
from corpus.model.authority_kind import NUMBER
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.today import today


class CitationFinder:
    """Finds citations as one commission writes them."""

    def __init__(
        self,
        commission: Commission,
        opinions: Iterable[OpinionId] = (),
        aliases: Mapping[str, OpinionId] | None = None,
    ) -> None:
        """Prepare the patterns; `opinions` are those that have a record."""
        self.aliases = Aliases(aliases or {})
        """The opinions by their other numbers."""
        self.cited_bodies = commission.cited_bodies
        """The other bodies whose opinions texts cite."""
        self.introducers = Introducers(commission)
        known = frozenset(opinions)
        self.numbers = tuple(
            OpinionNumbers(forms, known, today().year) for forms in forms_by_words(commission)
        )
        """What reads the numbers of opinions, one for each group of forms."""
        kinds = commission.kinds
        self.others = {kind: OtherBodies(commission, kind) for kind in (None, *kinds)}
        self.authorities = AuthorityReader(commission, self.introducers, self.others)
        self.kinds_beside = KindsBeside(self.introducers, kinds)
        codes = [kind for kind in kinds if kind.is_code]
        self.plain = PlainCitations(self.introducers, self._read_alone)
        self.only_code = codes[0] if len(codes) == 1 else None
        """The code to which a section without a name belongs."""

    def find(self, words: str, rule_set: str | None = None) -> tuple[FoundCitation, ...]:
        """The citations in plain words, in reading order.

        `Rule 4(b)` alone is a citation only if `rule_set` names the set that it belongs to. A
        number of another body, in a form from the settings, is not a citation.
        """
        return self.read(words, rule_set).resolved

    def read(self, words: str, rule_set: str | None = None, list_mark: str = "") -> CitationsInText:
        """The citations in plain words, and what looks like one but is not resolved.

        After a `list_mark` such as `(a)`, a `(b)` in the words is that of the next item.
        """
        [found] = self.read_each([words], [list_mark], rule_set)
        return found

    def read_each(
        self, paragraphs: Sequence[str], list_marks: Iterable[str], rule_set: str | None = None
    ) -> Iterator[CitationsInText]:
        """What `read` gives for each paragraph, which is faster for all paragraphs of a text."""
        shown = [*map(without_web_addresses, paragraphs)]
        plain = self.plain.read_each(shown)
        for printed, words, mark, found in zip(paragraphs, shown, list_marks, plain, strict=True):
            linked = [span for body in self.cited_bodies for span in body.spans_in(printed)]
            by_alias = self.aliases.find(words)
            if linked or by_alias:
                whole = self._read_whole(TextToRead(words, rule_set, mark))
                yield with_names_of_settings(whole, linked, by_alias)
            else:
                yield found or self._read_whole(TextToRead(words, rule_set, mark))

    def _read_alone(self, words: str) -> CitationsInText:
        """What is in words of which nothing else is known."""
        return self._read_whole(TextToRead(words, None, ""))

    def _read_whole(self, text: TextToRead) -> CitationsInText:
        """What is in words that may have citations and doubts of any kind."""
        words = text.words
        citations: list[FoundCitation] = []
        doubts: list[UnresolvedCitation] = []
        of_others: list[tuple[int, int]] = []
        for introduced in self._introduced(text):
            citations += introduced.resolved
            doubts += introduced.unresolved
            of_others += introduced.of_others
        remaining = masked(citations, words) if citations else words
        if alone := tuple(self._numbers_alone(remaining)):
            citations = sorted((*citations, *alone), key=attrgetter("start"))
            remaining = masked(citations, words)
        doubts += self._sections_in_doubt(remaining, [*of_others, *(each[:2] for each in doubts)])
        if citations:
            citations, leaning = with_parts_alone(words, remaining, citations)
            doubts += leaning
        doubts += pointing_back(words, citations)
        return CitationsInText(tuple(citations), tuple(sorted(doubts)), tuple(sorted(of_others)))

    def _numbers_alone(self, words: str) -> Iterator[FoundCitation]:
        """Sections and opinions that no words introduce; a number is one of the two."""
        if may_have_numbers_alone(words):
            code = self.only_code
            sections = [*sections_alone(words, code, self.others[code])] if code else []
            yield from sections
            spans = [(section.start, section.end) for section in sections]
            yield from apart_from(spans, opinions_alone(words, self.numbers))

    def _sections_in_doubt(
        self, words: str, read: Sequence[tuple[int, int]]
    ) -> list[UnresolvedCitation]:
        """Numbers of sections after other words, apart from what was `read`."""
        code = self.only_code
        if code is None or not may_have_numbers_alone(words):
            return []
        return apart_from(read, sections_in_doubt(words, code, self.others[code]))

    def _introduced(self, text: TextToRead) -> Iterator[CitationsInText]:
        """What follows each of the introducing words."""
        words = text.words
        so_far = ReadSoFar()
        while match := self.introducers.pattern.search(words, so_far.end):
            so_far.end = match.end()
            name = self.introducers.name(words, match)
            if is_within_a_word(words, match.start()) and not self._follows_year(words, name):
                continue
            if (digits := with_digits(words, name)) != words:
                words = digits
                name = self.introducers.name(words, match)
            name = self.kinds_beside.with_kind(words, name)
            part = TextToRead(words, text.rule_set, text.list_mark, so_far.before(name))
            found = self._read(part, name, so_far.end_of_list)
            if words != text.words:
                whole = (
                    each._replace(start=whole_word(text.words, each.start))
                    for each in found.resolved
                )
                found = found._replace(resolved=tuple(whole))
            if any(found):
                name = so_far.with_sentence(words, name)
                so_far.note(name, found)
                yield self._as_ours(words, name, found, so_far)
            elif span := rules_of_others(words, name, self.others[name.meaning.kind]):
                yield CitationsInText(of_others=(span,))

    def _as_ours(
        self, words: str, name: NameInText, found: CitationsInText, so_far: ReadSoFar
    ) -> CitationsInText:
        """What was found, if it is this body's; only a doubt, if it may be another body's."""
        goes_on = name.meaning.is_common and _is_joined(words, so_far.end_of_others, name.start)
        citations = found.resolved
        if citations and name.meaning.kind is None and citations[0].start < name.start:
            name = name._replace(start=citations[0].start)
        if goes_on or self._is_of_others(words, name, so_far.end):
            so_far.end_of_others = so_far.end
            if doubt := self._own_number(words, name, found):
                return CitationsInText((), (doubt,))
            has_number = citations or found.unresolved[0].doubt in HAVE_A_NUMBER
            span = self._with_name(words, name, so_far.end)
            return CitationsInText(of_others=(span,) if has_number else ())
        doubt = self._whose(words, name, so_far.end) if citations else None
        return CitationsInText((), (doubt,)) if doubt else found

    def _with_name(self, words: str, name: NameInText, end: int) -> tuple[int, int]:
        """Where a citation of another body begins and ends, with the name of the body."""
        others = self.others[name.meaning.kind]
        if name.follows_a_sentence:
            return name.start, others.after.end_of_name(words, end)
        return others.with_name(words, name.start, end)

    def _follows_year(self, words: str, name: NameInText) -> bool:
        """Whether the year of an opinion stands right before, as in `2011-AG-3`."""
        numbers = None if name.meaning.kind else self.numbers[name.meaning.form_group]
        return numbers is not None and numbers.has_year_before(words, name.start)

    def _read(self, text: TextToRead, name: NameInText, after: int) -> CitationsInText:
        """The one citation, the list or the range that a name introduces, and the doubts."""
        kind = name.meaning.kind
        if kind:
            citations = self.authorities.read(text, name, kind, after)
            if citations and is_ordinary_english(text.words, name, citations):
                return CitationsInText((), ())
            if doubt := self.authorities.in_doubt(text, name, kind, after, citations):
                return CitationsInText((), (doubt,))
            return with_doubts(text.words, name, citations, text.earlier.end_of_rules)
        opinions = tuple(read_opinion_list(text.words, name, self.numbers[name.meaning.form_group]))
        resolved = tuple(each for each in opinions if isinstance(each, FoundCitation))
        unresolved = tuple(each for each in opinions if isinstance(each, UnresolvedCitation))
        return CitationsInText(
            resolved, unresolved or tuple(doubts_after(text.words, name, resolved))
        )

    def _is_of_others(self, words: str, name: NameInText, end: int) -> bool:
        """Whether a citation with this name, which ends here, belongs to another body."""
        kind = name.meaning.kind
        others = self.others[name.meaning.kind]
        if name.is_of_sets:
            return False
        is_code = kind is not None and (kind.is_code or bool(kind.leading_pieces))
        if is_code and not name.meaning.is_common:
            return not name.follows_a_sentence and others.is_known_before(
                words, name.start, is_shared=name.meaning.is_shared
            )
        if others.after.speaks(words, name.start, end):
            return True
        is_named_before = not name.follows_a_sentence and others.is_named_before(
            words, name.start, is_in_capitals=name.is_in_capitals
        )
        return is_named_before or others.after.is_named(words, end, may_be_unknown=is_code)

    def _own_number(
        self, words: str, name: NameInText, found: CitationsInText
    ) -> UnresolvedCitation | None:
        """The doubt about an opinion of this collection that an unknown name seems to own.

        It has its whole number: `Guild of Brokers Opinion 2014-30`, not `Guild of Brokers AO 30`.
        """
        numbers = None if name.meaning.kind else self.numbers[name.meaning.form_group]
        if numbers is None or not any(numbers.has_whole(words, each) for each in found.resolved):
            return None
        others = self.others[None]
        end = found.resolved[-1].end
        start = others.unknown_name_before(words, name.start)
        if start is None or others.after.is_named(words, end):
            return None
        return UnresolvedCitation(start, end, Doubt.WHOSE)

    def _whose(self, words: str, name: NameInText, end: int) -> UnresolvedCitation | None:
        """The doubt about a citation that may be another body's, or is ` of that document`."""
        if is_of_that_document(words, end):
            return UnresolvedCitation(name.start, end, Doubt.POINTS_BACK)
        if name.follows_a_sentence:
            return None
        kind = name.meaning.kind
        others = self.others[name.meaning.kind]
        start = None
        if kind is None or kind.numbering == NUMBER:
            start = others.unknown_word_before(words, name.start)
        elif kind.is_code and (name.meaning.is_common or name.meaning.is_shared):
            start = others.place_before(words, name.start)
        if start is None and kind is None:
            start = speaker_before(words, name.start, others.named)
        return None if start is None else UnresolvedCitation(start, end, Doubt.WHOSE)


def _is_joined(words: str, end: int, start: int) -> bool:
    """Whether only `, ` or ` and ` stands between two citations."""
    return end > 0 and LIST_SEPARATOR.fullmatch(words, end, start) is not None
