"""Whether a citation belongs to another body: `State Bar Opinion 10`, `Fla. Stat. § 44-106`."""

import re
from collections.abc import Iterable

from corpus.citations.names_after import NamesAfter
from corpus.citations.names_before import (
    ABBREVIATIONS,
    ACRONYM,
    COLLECTIONS_OF_LAW,
    INSTITUTION,
    LAWMAKERS,
    LOOK_BEHIND,
    PLAIN_WORD,
    SMALL,
    TO_ITS_CITATION,
    WORD,
    BodiesBeforeComma,
    is_collection,
    last_word,
    name_before,
    plain,
    possessive_before,
    unknown_title_before,
)
from corpus.citations.ordinary_words import (
    ADVERB_OR_PARTICIPLE,
    BEFORE_A_CITATION,
    JOINING_WORDS,
)
from corpus.citations.own_names import own_words
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission

_DOCUMENT_BEFORE = re.compile(
    rf"(?<![\w.])(?P<name>{PLAIN_WORD}(?:\s+(?:{SMALL}\s+)*{PLAIN_WORD}){{0,9}})"
    r"(?:\s+\([12][0-9]{3}\),\s+|(?:,|\s+(?:also\s+)?(?:declare|explain|forbid|have|provide|put|require|say|said|speak|state|warn)s?"
    r"(?:\s+(?:as\s+much|it|so|this))?)?\s+in\s+|\s*\(|(?:\s+[a-z]+){0,6}:\s+)$"
)
"""`the Model Rules say in `, `the Model Rules (` before a citation, within its sentence."""
_ENDS_BEFORE = ("in", "(", ":", "),")
"""How the words before a citation end if `_DOCUMENT_BEFORE` matches; quicker to see."""

_TITLE_OF_A_CODE = re.compile(r"(?<![\w.])[0-9]{1,3}\s+$")
"""`45 ` before `CFR § 164-512`."""

_OF_A_LAWMAKER = re.compile(
    r"(?:General\s+Assembly|(?:Supreme\s+)?Court|Legislature|State)['\u2019]s$"
)
"""`Supreme Court's`, before a rule that it adopted."""

_DOTTED_PART = re.compile(r"[IVX]{2,}\.[A-Z]\.")
"""`III.C.`, which ends a citation and its sentence, and is no name."""

_SENTENCE_END = re.compile(r"(?:^|[.?!:;\u201c\u201d\"(\[)\]]|[\u2014\u2013-])\s*$")


class OtherBodies:
    """Recognizes the names of other bodies and of their documents."""

    def __init__(self, commission: Commission, kind: AuthorityKind | None) -> None:
        """Collect the names for citations of one kind; None for opinions."""
        self.own = own_words(commission, kind)
        self.abbreviations = self.own | ABBREVIATIONS
        self.is_of_opinions = kind is None
        nouns = (kind.words_before if kind else commission.opinion).split()[-1:]
        self.collections = {f"{plain(noun)}s" for noun in nouns} | (
            COLLECTIONS_OF_LAW if kind and kind.is_code else set()
        )
        others = commission.other_bodies
        any_name = _any_of([*others, *(name.upper() for name in others)])
        self.named = re.compile(rf"(?<!\w)(?:{any_name})(?!\w)")
        self.before_comma = BodiesBeforeComma(
            any_name, self.own, self.collections, are_laws=kind is not None
        )
        self.after = NamesAfter(
            self.named, self.own, self.collections, are_opinions=self.is_of_opinions
        )
        self.named_in_full = re.compile(
            rf"(?<!\w)(?:{any_name})(?!\w)(?:\s+(?:(?:of|for|on)\s+(?:the\s+)?)?{WORD})+\s+$"
        )
        self.named_as_place = re.compile(
            rf"\b(?:[Ii]n|[Uu]nder)\s+(?:the\s+)?(?!{INSTITUTION})(?P<place>{any_name})(?!\w)"
            + TO_ITS_CITATION
        )

    def place_before(self, words: str, start: int) -> int | None:
        """Where the place begins whose law a sentence is about: `In Florida, a broker has § 4-2`.

        None if none is named, or if the sentence turns to something else before the citation.
        """
        behind = max(start - LOOK_BEHIND, 0)
        if place := self.named_as_place.search(words, behind, start):
            return place.start("place")
        body = self.before_comma.start_of_doubt(words[behind:start])
        return None if body is None else behind + body

    def is_named_before(self, words: str, start: int, *, is_in_capitals: bool = False) -> bool:
        """Whether the words before a citation of a common name belong to another body.

        A single capitalized word at the beginning of a sentence says nothing unless it is an
        acronym, and neither do capitals before a citation in capitals.
        """
        before = words[max(start - LOOK_BEHIND, 0) : start]
        if self.before_comma.is_named(before) or self._document_before(before):
            return True
        last = last_word(before)
        if last[:1].isascii() and last[:1].isupper() and plain(last) in JOINING_WORDS:
            return False
        match = name_before(before)
        return match is not None and self._is_name_of_others(
            before, match, is_in_capitals=is_in_capitals
        )

    def with_name(self, words: str, start: int, end: int) -> tuple[int, int]:
        """Where a citation begins and ends, with the name of its body or document if it has one."""
        behind = max(start - LOOK_BEHIND, 0)
        before = words[behind:start]
        if document := self.before_comma.name(before) or self._document_before(before):
            return behind + document.start(), self.after.end_of_name(words, end)
        first = start - _length(before, self._name_before(before))
        title = _TITLE_OF_A_CODE.search(words, max(first - 4, 0), first)
        return title.start() if title else first, self.after.end_of_name(words, end)

    def unknown_name_before(self, words: str, start: int) -> int | None:
        """Where a name begins right before a citation that nobody knows: not own, in no setting."""
        before = words[max(start - LOOK_BEHIND, 0) : start]
        if self.before_comma.is_named(before) or self._document_before(before):
            return None
        name = self._name_before(before)
        is_own = all(plain(word) in self.own for word in name)
        return None if is_own or self.is_in(" ".join(name)) else start - _length(before, name)

    def _is_name_of_others(
        self, before: str, match: re.Match[str], *, is_in_capitals: bool
    ) -> bool:
        name = self._words_of_name(match["name"])
        if self._is_lawmaker(name):
            return False
        if all(plain(word) in self.own for word in name):
            return self.named_in_full.search(before) is not None
        is_first = _SENTENCE_END.search(before[: match.start()]) is not None
        is_one_word = len(name) == 1 and not ACRONYM.fullmatch(name[0])
        says_nothing = is_in_capitals or (
            is_one_word and is_first and not self._is_abbreviation(name[0])
        )
        return not says_nothing or self.is_in(" ".join(name))

    def _other_owner_before(self, before: str) -> int | None:
        """Where the possessive begins that may be another's; None if there is none."""
        match = possessive_before(before)
        if match is None or (match["owner"] and self._may_own(match["owner"])):
            return None
        return match.start()

    def _may_own(self, owner: str) -> bool:
        """Whether the rules or opinions of an owner are the commission's own: `the board's `."""
        is_lawmaker = not self.is_of_opinions and LAWMAKERS.fullmatch(owner) is not None
        return is_lawmaker or owner in self.own

    def _is_lawmaker(self, name: list[str]) -> bool:
        """Whether a name says who adopted the rules: `Supreme Court's`."""
        words = " ".join(name)
        match = None if self.is_of_opinions else _OF_A_LAWMAKER.search(words)
        return match is not None and all(
            plain(word) in self.own for word in words[: match.start()].split()
        )

    def unknown_word_before(self, words: str, start: int) -> int | None:
        """Where a word begins that may name another body: `Riverton ` or `the tenant's `.

        It is neither ordinary nor the commission's own; a name stands alone at the beginning of a
        sentence.
        """
        behind = max(start - LOOK_BEHIND, 0)
        before = words[behind:start]
        if (body := self.before_comma.start_of_doubt(before)) is not None:
            return behind + body
        if (title := unknown_title_before(before, self.own, self.collections)) is not None:
            return behind + title
        if (owner := self._other_owner_before(before)) is not None:
            return behind + owner
        name = self._name_before(before)
        if len(name) != 1 or self._is_lawmaker(name):
            return None
        word = plain(name[0])
        if word in BEFORE_A_CITATION or word in self.own or ADVERB_OR_PARTICIPLE.fullmatch(word):
            return None
        return words.rindex(name[0], 0, start)

    def is_known_before(self, words: str, start: int, *, is_shared: bool) -> bool:
        """Whether a configured name of another body stands right before a citation.

        One before a comma counts only if the name of the code `is_shared` with other bodies.
        """
        before = words[max(start - LOOK_BEHIND, 0) : start]
        name = self._name_before(before)
        is_adjacent = self.is_in(" ".join(name)) and not self._is_lawmaker(name)
        return is_adjacent or (is_shared and self.before_comma.is_named(before))

    def has_rule(self, words: str, start: int, end: int) -> bool:
        """Whether a rule is surely another body's, by the name before or after it."""
        before = words[max(start - LOOK_BEHIND, 0) : start]
        is_adjacent = self.is_in(LAWMAKERS.sub("", " ".join(self._name_before(before))))
        return is_adjacent or self.after.names_other_rules(words, end)

    def _document_before(self, before: str) -> re.Match[str] | None:
        """The name of a document of another body: `the Model Rules say in `."""
        may_match = before.rstrip().endswith(_ENDS_BEFORE)
        match = _DOCUMENT_BEFORE.search(before) if may_match else None
        is_of_others = match is not None and self.is_in(match["name"])
        return (
            match
            if match and is_of_others and is_collection(match["name"], self.collections)
            else None
        )

    def _name_before(self, before: str) -> list[str]:
        """The words of the name at the end; none if there is no name."""
        match = name_before(before)
        return self._words_of_name(match["name"]) if match else []

    def _words_of_name(self, run: str) -> list[str]:
        """The words of a name at the end of a run of capitalized words."""
        words = run.split()
        for index in reversed(range(len(words))):
            if plain(words[index]) in JOINING_WORDS or self._ends_a_sentence(words[index]):
                return words[index + 1 :]
        return words

    def _ends_a_sentence(self, word: str) -> bool:
        """Whether a period ends a sentence, and not an abbreviation."""
        is_short = self._is_abbreviation(word) or self.named.fullmatch(word)
        return word.endswith(".") and not is_short

    def _is_abbreviation(self, word: str) -> bool:
        """Whether a word such as `Reg.` or `H.C.C.` is a short one in a name."""
        if not word.endswith(".") or word[-2:-1].isdigit() or _DOTTED_PART.fullmatch(word):
            return False
        return "." in word[:-1] or plain(word) in self.abbreviations

    def is_in(self, name: str) -> bool:
        """Whether a name contains the name of another body."""
        return self.named.search(name) is not None


def _length(before: str, name: list[str]) -> int:
    """How long the words of a name at the end are, with the white space after each."""
    end = len(before)
    for word in reversed(name):
        end = before.rindex(word, 0, end)
    return len(before) - end


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, with any white space; it matches nothing without names."""
    escaped = (re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return "|".join(sorted(escaped, key=len, reverse=True)) or r"(?!)"
