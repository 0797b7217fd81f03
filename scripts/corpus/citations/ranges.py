"""Lists and ranges of authorities: `Canons 3(c), 4 and 6 to 8`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.citations.counts import is_a_count, is_before_counted_noun
from corpus.citations.enumeration import NO_CITATIONS, EarlierCitations, is_enumerated
from corpus.citations.found_citation import FoundCitation
from corpus.citations.number_lists import AND, after_aside, after_sign, goes_on_as_a_list
from corpus.citations.number_style import NumberStyle
from corpus.citations.ordinary_words import (
    counts_something,
    is_before_things,
    is_pronoun,
)
from corpus.citations.patterns import style_of
from corpus.citations.pinpoints import (
    DASH,
    DASHES,
    LETTER_AFTER_A_PERIOD,
    LETTER_ALONE,
    PARTS_ALONE,
    PARTS_IN_WORDS,
    SMALL_LETTER_ALONE,
    following_part,
    further_names,
    with_parts,
)
from corpus.citations.section_numbers import (
    following_section,
    has_short_numbers,
    is_surely_a_section,
    may_be_a_range,
)
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind

LIST_SEPARATOR = re.compile(
    rf"\s*(?:[,;]\s*(?:(?:{AND}|(?:but\s+)?not)(?!\w))?|{AND}(?!\w)|/(?=[0-9]{{1,3}}[A-Z]-[0-9]|(?:[0-9]{{1,2}})?\([a-z]))\s*"
)
"""`, `, ` and `, `; or `, `, not `, and `/` before a section of the statutes or a part."""

JOINED_NUMERALS = re.compile(rf"[IVX]{{1,5}}\s?{DASH}\s?[IVX]{{1,5}}(?!\w)")
"""`V-VII`, a range also after a name in the singular."""

RANGE_SIGN = re.compile(rf"\s*(?P<sign>(?:through|thru|to|THROUGH|TO)\b|{DASH})\s*")
"""` through `, `-`."""

_TO_A_PART = re.compile(
    r"(?:\s+(?:with|versus|vs?\.)|[,;]?\s+(?:rather\s+than|instead\s+of|than|see\s+also|cf\.)"
    r"|,?\s+(?:and|or|but|with|not)\s+(?:the\s+)?(?:amended|current|former|new|old|present|revised))"
    r"\s+(?=[0-9]{1,2}\([a-z]|[IVX]{1,5}(?:\(|\.[A-Z])|\.[0-9]{4})"
)
"""` with ` or ` and the new ` before a number with a part: `Canon 3(c) with 3(d)`."""

_ENDS_WITH_AND = re.compile(rf"(?<!\w){AND}\s+$")
"""What stands before the last number of a list."""
_LOOK_BEHIND_FOR_AND = 16

_BARE_LETTER = re.compile(rf"[{DASHES})\s][a-z]\.?$")
"""How a number ends that a lowercase letter may follow in a list: `(2)a.`"""

_PERIOD_WITHIN = re.compile(rf"(?<!\))\.(?=\s*(?:[,;(]|{AND}\b|{DASH})|\s+[a-z])")
"""The period of `III.A.` if the sentence goes on."""

_TITLE = re.compile(
    r"\s*\((?=[^()]{0,60}[A-Za-z0-9]{4})[^()]{4,60}\)"
    rf"(?=\s*(?:[,;&]|(?:{AND}|to|through)\b))"
    rf"|,\s+[A-Z][a-z]{{3,20}}(?:\s+[A-Za-z]{{2,20}}){{0,5}}(?=,\s+(?:{AND}\s+)?[0-9IVX]{{1,4}}[,(])"
)
"""` (Confidentiality)`, ` (2021)` or `, Confidentiality` in a list, after a number."""

_ENDS_WITH_A_LETTER = re.compile(r"\.[A-Z]\Z")
"""`III.A`, which counts nothing."""

LONGEST_RANGE = 30
"""How many numbers at most a range takes in."""


class _Item(NamedTuple):
    """An authority in a list, and the end of its number."""

    citation: Citation
    end: int


class ListReader(NamedTuple):
    """Reads the authorities of one kind in a text."""

    text: str
    kind: AuthorityKind
    rule_set: str
    """The set that rules belong to, or the title before the words: `52` of `52 U.S.C.`"""
    is_plural: bool
    """Whether the words before the list announce more than one authority."""
    list_mark: str = ""
    """The mark of the list item that the text is: `(a)`."""
    earlier: EarlierCitations = NO_CITATIONS
    """The citations before the list."""

    def read(self, start: int, number_start: int) -> Iterator[FoundCitation]:
        """Each authority of a list; the first extends from `start`, where its words begin."""
        item = self._number_at(start, number_start)
        words = self.text[start:number_start]
        while item:
            named, item = self._with_parts_in_words(start, item)
            yield from named
            for further in further_names(self.text, start, *item):
                yield FoundCitation(*further)
                item = _Item(further.citation, further.end)
            end = self._after_title(item.end)
            range_sign = RANGE_SIGN.match(self.text, end)
            separator = range_sign or self._separator_at(end)
            if separator is None:
                return
            previous = item.citation
            start = after_aside(self.text, separator.end())
            number_start = self._after_sign(start, words, separator)
            item = self._item_after(
                previous, separator, start, number_start, is_range=range_sign is not None
            )
            if range_sign and item:
                for between in self._between(previous, item.citation):
                    yield FoundCitation(*range_sign.span("sign"), between)

    def _separator_at(self, end: int) -> re.Match[str] | None:
        """What leads from a number to the next one of the list."""
        turn = None if self.kind.is_code else _TO_A_PART.match(self.text, end)
        return turn or LIST_SEPARATOR.match(self.text, end)

    def _after_sign(self, start: int, words: str, separator: re.Match[str]) -> int:
        """Where a further number begins, after a sign such as `#`."""
        if self.kind.is_code:
            return start
        return after_sign(self.text, start, words, separator[0], is_plural=self.is_plural)

    def _after_title(self, end: int) -> int:
        """The end of the title in parentheses that follows a number; `end` if there is none."""
        may_follow = self.text[end : end + 4].lstrip().startswith(("(", ","))
        title = _TITLE.match(self.text, end) if may_follow else None
        return title.end() if title else end

    def end(self, start: int) -> int:
        """The end of the list that begins at `start`; `start` if there is none."""
        return max((citation.end for citation in self.read(start, start)), default=start)

    @property
    def _style(self) -> NumberStyle:
        return style_of(self.kind)

    def _number_at(self, start: int, number_start: int) -> _Item | None:
        """The authority whose number begins at `number_start`; its words begin at `start`."""
        style = self._style
        pattern = style.in_list if self.is_plural else style.alone
        match = pattern.match(self.text, number_start)
        if match is None or self._is_ordinary(match, start):
            return None
        citation = style.parse(match, self.rule_set)
        return _Item(citation, match.end()) if citation else None

    def _is_ordinary(self, number: re.Match[str], start: int) -> bool:
        """Whether a number is an ordinary one, as in `3 persons`, or `I` is the pronoun."""
        if number[0].endswith((")", "]")) or _ENDS_WITH_A_LETTER.search(number[0]):
            return False
        if number[0] == "I" and is_pronoun(self.text, start, number.end()):
            return True
        end = number.end()
        if number[0].isalpha() or not counts_something(self.text, end):
            return False
        if PARTS_IN_WORDS.match(self.text, end):
            return False
        return not (is_before_counted_noun(self.text, end) and self._is_certain(number, start))

    def _is_certain(self, number: re.Match[str], start: int) -> bool:
        """Whether a number is a citation whatever noun follows: `Pier Rule 4 parties`."""
        words = self.text[start : number.start()]
        if self.kind.is_code:
            return is_surely_a_section(number[0], words)
        if not words:
            first = max(start - _LOOK_BEHIND_FOR_AND, 0)
            return self.is_plural and _ENDS_WITH_AND.search(self.text, first, start) is not None
        names_a_set = self.kind.is_in_sets and len(words.split()) > 1
        return names_a_set or not is_a_count(self.text, start, number.start(), number.end())

    def _with_parts_in_words(
        self, start: int, item: _Item
    ) -> tuple[tuple[FoundCitation, ...], _Item]:
        """The citations of a number and the first part named after it, and the last of them.

        `Canon 3, subsection (c)` is one citation; `Canon 3, subsections (c) and (d)` also cites 3.
        """
        citation, end = item
        match = PARTS_IN_WORDS.match(self.text, self._after_title(end))
        while match and (inner := self._inner_part(match)):
            citation = with_parts(citation, match["parts"])
            end = match.end()
            match = inner
        if match is None:
            period = _PERIOD_WITHIN.match(self.text, end) if citation.pinpoint else None
            item = _Item(citation, period.end() if period else end)
            return (FoundCitation(start, item.end, citation),), item
        item = _Item(with_parts(citation, match["parts"]), match.end())
        if not match["plural"]:
            return (FoundCitation(start, item.end, item.citation),), item
        part = FoundCitation(match.start("parts"), item.end, item.citation)
        return (FoundCitation(start, end, citation), part), item

    def _inner_part(self, outer: re.Match[str]) -> re.Match[str] | None:
        """`, paragraph (5)` after `, subsection (d)`."""
        inner = None if outer["plural"] else PARTS_IN_WORDS.match(self.text, outer.end())
        if inner is None or inner["word"] == outer["word"]:
            return None
        is_part = inner["parts"].startswith("(") or inner["word"].lower().startswith("sub")
        return inner if is_part else None

    def _item_after(
        self,
        previous: Citation,
        separator: re.Match[str],
        start: int,
        number_start: int,
        *,
        is_range: bool,
    ) -> _Item | None:
        """The next authority of the list, or a further part or section of the previous one."""
        has_sign = number_start > start
        is_list = self.is_plural or has_sign or goes_on_as_a_list(self.text, separator)
        item = self._number_at(start, number_start)
        if item and self._continues(previous, item, is_range=is_range, is_list=is_list):
            return item
        if self.kind.is_code and (
            section := following_section(
                previous, self.text, start, is_plural=self.is_plural or is_range, is_list=is_list
            )
        ):
            return None if counts_something(self.text, section[1]) else _Item(*section)
        match = PARTS_ALONE.match(self.text, start)
        if match and is_enumerated(self.text, *match.span(), self.list_mark, self.earlier):
            return None
        match = match or self._letter_after(separator)
        citation = following_part(previous, match[0]) if match else None
        return _Item(citation, match.end()) if citation and match else None

    def _letter_after(self, separator: re.Match[str]) -> re.Match[str] | None:
        """`B` of `Canons III.A and B` or `and .B`; after `3(c), B may` it names a person."""
        start, end = separator.span()
        if self.text.startswith(".", max(start - 2, 0)) and self.text.startswith(".", end):
            return LETTER_ALONE.match(self.text, end + 1)
        if _BARE_LETTER.search(self.text, max(start - 3, 0), start):
            return SMALL_LETTER_ALONE.match(self.text, end)
        if self.text[start - 1] in ")]":
            return None
        if self.is_plural or "," not in separator[0]:
            return LETTER_ALONE.match(self.text, end)
        return LETTER_AFTER_A_PERIOD.match(self.text, end) if self.text[start - 1] == "." else None

    def _continues(self, previous: Citation, item: _Item, *, is_range: bool, is_list: bool) -> bool:
        citation = item.citation
        if not self._style.may_follow(previous, citation):
            return False
        if self.kind.is_code and is_range:
            return True
        if self.is_plural or self._style.is_unmistakable(previous, citation):
            return True
        if not self.kind.is_code:
            return is_list
        goes_on = is_list or not is_before_things(self.text, item.end)
        return goes_on and (has_short_numbers(previous) or not may_be_a_range(citation))

    def _between(self, first: Citation, last: Citation) -> Iterator[Citation]:
        """The authorities between the two ends of a range, if neither end has a pinpoint."""
        if not self._style.fills_ranges or first.pinpoint or last.pinpoint:
            return
        low = int(first.authority)
        high = int(last.authority)
        if high - low <= LONGEST_RANGE:
            yield from (Citation(self.kind, str(number)) for number in range(low + 1, high))
