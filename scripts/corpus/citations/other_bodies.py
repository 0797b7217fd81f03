"""Whether a citation belongs to another body: `State Bar Opinion 10`, `Fla. Stat. § 44-106`."""

import re
from collections.abc import Iterable

from corpus.citations.bodies_before_comma import BodiesBeforeComma
from corpus.citations.capitalized_names import (
    ABBREVIATIONS,
    ACRONYM,
    INSTITUTION,
    TO_ITS_CITATION,
    WORD,
    is_collection,
    last_word,
    name_before,
    plain,
    possessive_before,
    within_its_sentence,
)
from corpus.citations.names_after import (
    BEGINS_TO_FOLLOW,
    DOCUMENT_AFTER,
    GIVER_AFTER,
    LETTERS_AFTER,
    NAME_AFTER,
    PARENTHESIS,
    PLAIN_WORD,
    SMALL,
    SOURCE_AFTER,
    SPEAKER_AFTER,
)
from corpus.citations.ordinary_words import (
    ADVERB_OR_PARTICIPLE,
    BEFORE_A_CITATION,
    JOINING_WORDS,
    MONTH,
)
from corpus.citations.own_names import own_words
from corpus.citations.titles_before import COLLECTIONS_OF_LAW, unknown_title_before
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission

LOOK_BEHIND = 100
"""How many characters before a citation are read."""

_DOCUMENT_BEFORE = re.compile(
    rf"(?<![\w.])(?P<name>{PLAIN_WORD}(?:\s+(?:{SMALL}\s+)*{PLAIN_WORD}){{0,9}})"
    r"(?:\s+\([12][0-9]{3}\),\s+|(?:,|\s+(?:also\s+)?(?:declare|explain|forbid|have|provide|put|require|say|said|speak|state|warn)s?"
    r"(?:\s+(?:as\s+much|it|so|this))?)?\s+in\s+|\s*\(|(?:\s+[a-z]+){0,6}:\s+)$"
)
"""`the Model Rules say in `, `the Model Rules (` before a citation, within its sentence."""
_ENDS_BEFORE = ("in", "(", ":", "),")
"""How the words before a citation end if `_DOCUMENT_BEFORE` matches; quicker to see."""

_IN = re.compile(r"\b[Ii]n\s+$")
_LAWMAKERS = re.compile(r"\b(?:Assembly|Court|Courts|Legislature|State)\b", re.IGNORECASE)
"""Who adopts the rules of any body."""
_OF_A_LAWMAKER = re.compile(
    r"(?:General\s+Assembly|(?:Supreme\s+)?Court|Legislature|State)['\u2019]s$"
)
"""`Supreme Court's`, before a rule that it adopted."""

_SENTENCE_END = re.compile(r"(?:^|[.?!:;\u201c\u201d\"(\[)\]]|[\u2014\u2013-])\s*$")
_IN_A_MONTH = re.compile(MONTH)


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
        if self.before_comma.is_named(before) or self._is_of_document_before(before):
            return True
        last = last_word(before)
        if last[:1].isascii() and last[:1].isupper() and plain(last) in JOINING_WORDS:
            return False
        match = name_before(before)
        return match is not None and self._is_name_of_others(
            before, match, is_in_capitals=is_in_capitals
        )

    def unknown_name_before(self, words: str, start: int) -> int | None:
        """Where a name begins right before a citation that nobody knows: not own, in no setting."""
        before = words[max(start - LOOK_BEHIND, 0) : start]
        if self.before_comma.is_named(before) or self._is_of_document_before(before):
            return None
        match = name_before(before)
        name = self._words_of_name(match["name"]) if match else []
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
        is_lawmaker = not self.is_of_opinions and _LAWMAKERS.fullmatch(owner) is not None
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
        match = name_before(before)
        name = self._words_of_name(match["name"]) if match else []
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
        match = name_before(before)
        name = self._words_of_name(match["name"]) if match else []
        is_adjacent = self.is_in(" ".join(name)) and not self._is_lawmaker(name)
        return is_adjacent or (is_shared and self.before_comma.is_named(before))

    def is_named_after(self, words: str, end: int, *, may_be_unknown: bool = False) -> bool:
        """Whether `of the` and the name of another body follow, or its name in parentheses.

        A name that has none of the commission's own words is another body's, unless it
        `may_be_unknown`; a name in capitals always is, such as `UCC`.
        """
        if not BEGINS_TO_FOLLOW.match(words, end):
            return False
        if match := NAME_AFTER.match(words, end):
            name = within_its_sentence(match["name"])
            if self.is_in(name):
                return True
            is_own = any(plain(word) in self.own for word in name.split())
            is_acronym = len(name) > 1 and name.isupper()
            return not (is_own or _IN_A_MONTH.match(name) or (may_be_unknown and not is_acronym))
        if may_be_unknown and self._has_letters_after(words, end):
            return True
        if match := PARENTHESIS.match(words, end):
            return self.named.match(match["name"]) is not None
        return self._is_known_after(words, end)

    def _has_letters_after(self, words: str, end: int) -> bool:
        """Whether the initials of another code follow: `§ 4-101, H.C.C.`, or a known `HCC`."""
        match = LETTERS_AFTER.match(words, end)
        if match is None:
            return False
        letters = match["letters"].rstrip()
        return self.is_in(letters) or ("." in letters and plain(letters) not in self.own)

    def _is_known_after(self, words: str, end: int) -> bool:
        """Whether the configured name of another body or of its collection follows."""
        if match := GIVER_AFTER.match(words, end):
            name = _first_group(match)
            return self.is_in(name) and (self.is_of_opinions or not _LAWMAKERS.search(name))
        if match := SOURCE_AFTER.match(words, end):
            name = _first_group(match)
            return self.is_in(name) and (
                self.is_of_opinions or is_collection(name, self.collections)
            )
        return self._is_in_collection(DOCUMENT_AFTER.match(words, end))

    def speaks(self, words: str, start: int, end: int) -> bool:
        """Whether another body speaks in the opinion: `In Opinion 5 the State Bar held`."""
        if not self.is_of_opinions or not _IN.search(words, max(start - 4, 0), start):
            return False
        match = SPEAKER_AFTER.match(words, end)
        return match is not None and self.is_in(match["name"])

    def _is_of_document_before(self, before: str) -> bool:
        """Whether a document of another body is named: `the Model Rules say in `."""
        if not before.rstrip().endswith(_ENDS_BEFORE):
            return False
        return self._is_in_collection(_DOCUMENT_BEFORE.search(before))

    def _is_in_collection(self, document: re.Match[str] | None) -> bool:
        """Whether a document is named that is one of a collection of another body."""
        return (
            document is not None
            and self.is_in(document["name"])
            and is_collection(document["name"], self.collections)
        )

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
        return word.endswith(".") and ("." in word[:-1] or plain(word) in self.abbreviations)

    def is_in(self, name: str) -> bool:
        """Whether a name contains the name of another body."""
        return self.named.search(name) is not None


def _length(before: str, name: list[str]) -> int:
    """How long the words of a name at the end are, with the white space after each."""
    at_the_end = re.search(rf"(?:\S+\s+){{{len(name)}}}$", before)
    return len(at_the_end[0]) if at_the_end else 0


def _first_group(match: re.Match[str]) -> str:
    return next(filter(None, match.groups()), "")


def _any_of(names: Iterable[str]) -> str:
    """A pattern for any of the names, with any white space; it matches nothing without names."""
    escaped = (re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return "|".join(sorted(escaped, key=len, reverse=True)) or r"(?!)"
