"""The words that introduce a citation: `Canon`, `Harbor Stat.`, `Pier Rules`, `AO`.

They come from the settings (`cited_as`, `sets`, and the names that pages print), so a
new spelling is added there. Each is also recognized in the plural, in capitals, with any white
space and without the period of an abbreviation. Names of opinions with several words are also
recognized in lowercase. Their acronyms are also recognized with periods, as in `E.C.` for `EC`,
unless that means something else.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from corpus.citations.opinion_forms import forms_by_words
from corpus.citations.pinpoints import DASH
from corpus.citations.word_patterns import PERIOD_OF_A_WORD, any_of
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission

_LOOK_BEHIND = 60
_LOOK_BEHIND_FOR_SETS = 400
_OTHER_RULES = re.compile(r"\b(?:Rules|Code|Act)\b")
_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+|(?:[A-Z]\.){2,}")
_WITHOUT_MEANING = re.compile(rf"\s+|{PERIOD_OF_A_WORD}")
"""What may be between or after introducing words, or not."""
_FIRST_LETTER = re.compile(r"(?<![\w.])[A-Za-z](?=[a-z]{2})")
"""The letter of an ordinary word, which may be written small or as a capital."""
_PHRASE = re.compile(
    r"(?:(?:[A-Z0-9][\w.'\u2019()-]{0,30}|amended|current|for|in|new|of|on|revised|the|to)\s+){0,12}"
    r"[A-Z0-9][\w.'\u2019-]{0,30}"
)
"""A name after `of the`; it ends before `and`, so `Rules of Evidence and Pier Rules` are two."""
_RULE_NUMBER = re.compile(r"\s+(?:\.[0-9]{1,4}|[0-9]{1,3}[A-Z]?)(?![0-9])")

_SIGN = re.compile(
    r"(?:,\s+(?=(?:§\s?)?[0-9]{1,2}\([a-z]\)))?\s*(?:§(?P<signs>§)?|(?i:sec(?:tion)?(?P<sections>s)?\.?)(?=\s)"
    rf"|(?i:n(?:umber|o)(?P<numbers>s)?\b\.?)|#|{DASH}(?=[0-9]{{1,3}}\s*\([12][0-9]{{3}}\)))?\s*"
)
"""What may stand between introducing words and a number: ` § `, ` Section `, ` No. `, ` # `.

Also `, § ` or a comma before a number with a part, such as `3(a)`.
"""

_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Introducer:
    """What some words introduce: authorities of one kind, or opinions."""

    kind: AuthorityKind | None
    """None for opinions."""
    rule_set: str = ""
    """The set of rules that the words name; empty if they name none."""
    is_plural: bool = False
    form_group: int = 0
    """Which group of forms the numbers of opinions have."""
    is_common: bool = False
    """Whether texts of all kinds use the words, as `Section`, so that a number must be clear."""


class NameInText(NamedTuple):
    """Introducing words in a text, and the start of the number that should follow."""

    start: int
    end: int
    number_start: int
    meaning: Introducer
    is_plural: bool
    is_in_capitals: bool


class Introducers:
    """All introducing words of one commission."""

    def __init__(self, commission: Commission) -> None:
        """Collect the words from the commission's file."""
        singular = dict(_with_either_apostrophe(_introducers(commission)))
        with_points = dict(_with_points(singular))
        known = with_points | _in_any_number(singular)
        self.pattern = re.compile(any_of(known))
        self.sets = dict(_names_of_sets(singular))
        any_set = "|".join(map(re.escape, sorted(self.sets, key=len, reverse=True))) or "(?!)"
        self.set_name = re.compile(any_set)
        joined = rf"(?:{any_set})(?:\s*[,/]\s*|,?\s+(?:and|or|&)\s+)"
        self.shared_before = re.compile(rf"(?<!\w)(?:{joined})+$")
        self.shared_after = re.compile(rf"(?:{joined})*")
        acronyms = "|".join(each for each in dict.fromkeys(self.sets.values()) if each.isupper())
        self.acronym_after = re.compile(
            rf"\s+(?:of\s+(?:the\s+)?|\()?(?P<set>{acronyms or '(?!)'})(?!\w|\s+[A-Z0-9(])"
        )
        """`PIER` right after `Rule 4`: the set of the rule."""
        self.meanings = {
            _WITHOUT_MEANING.sub("", words): meaning for words, meaning in known.items()
        }
        self.names = {
            kind: any_of(words for words, meaning in known.items() if _names(kind, meaning))
            for kind in commission.kinds
        }
        """A pattern for the names of all authorities of each kind, without common words."""

    def meaning(self, words: str) -> Introducer:
        """What words that match the pattern introduce."""
        known = self.meanings.get(words)
        return known or self.meanings[_WITHOUT_MEANING.sub("", words)]

    def name(self, words: str, match: re.Match[str]) -> NameInText:
        """Words that match the pattern, with the start of the number after them."""
        meaning = self.meaning(match[0])
        sign = (_SPACE if meaning.is_common else _SIGN).match(words, match.end())
        number_start = sign.end() if sign else match.end()
        is_plural = meaning.is_plural or (sign is not None and sign.lastgroup is not None)
        is_in_capitals = match[0].isupper() and len(match[0]) > len("A.O.")
        return NameInText(*match.span(), number_start, meaning, is_plural, is_in_capitals)

    def _set_of_rules(self, words: str) -> str:
        """The set that words such as `Pier Rules` name; `Pier` alone may be anything."""
        meaning = self.meaning(words)
        return "" if _is_bare_set(meaning) else meaning.rule_set

    def sets_before(self, words: str, start: int) -> Iterator[tuple[int, int, str]]:
        """The sets that share the name from here on: start, end and id of `Pier` in `Pier and `."""
        if match := self.shared_before.search(words, max(start - _LOOK_BEHIND, 0), start):
            for name in self.set_name.finditer(words, match.start(), start):
                yield *name.span(), self.sets[name[0]]

    def only_set_before(self, words: str, start: int) -> str:
        """The set that the words before `start` name; empty if they name other rules as well."""
        sets, done = set[str](), start
        for match in self.pattern.finditer(words, max(start - _LOOK_BEHIND_FOR_SETS, 0), start):
            if rule_set := self._set_of_rules(match[0]):
                sets |= {rule_set, *(each for *_, each in self.sets_before(words, match.start()))}
                done = match.end()
        is_only = len(sets) == 1 and not _OTHER_RULES.search(words, done, start)
        return sets.pop() if is_only else ""

    def set_before_comma(self, words: str, start: int) -> str:
        """The set whose title is right before: `Rules of the Pier, ` before `Rule 4`; or empty."""
        first = max(start - _LOOK_BEHIND_FOR_SETS, 0)
        end = first + len(words[first:start].rstrip().removesuffix(","))
        names = self.pattern.finditer(words, first, end)
        return next((self._set_of_rules(each[0]) for each in names if each.end() == end), "")

    def set_after(self, words: str, start: int) -> tuple[int, str]:
        """Where the set of rules that the next words name stands, and its id; empty if none.

        Of sets that share a name, `Pier, Quay and Lock Rules`, it is the last. Further on in the
        name, a set with a number is a citation of its own: `Arbitration Rules Pier Rule 7`.
        """
        shared = self.shared_after.match(words, start)
        phrase = _PHRASE.match(words, shared.end() if shared else start)
        if phrase is None:
            return start, ""
        for match in self.pattern.finditer(words, *phrase.span()):
            if rule_set := self._set_of_rules(match[0]):
                is_own = match.start() > phrase.start() and _RULE_NUMBER.match(words, match.end())
                return (start, "") if is_own else (match.start(), rule_set)
        return start, ""


def is_within_a_word(words: str, start: int) -> bool:
    r"""Whether a letter stands before; `\b` in the pattern would make it ten times slower."""
    if start == 0:
        return False
    before = words[start - 1]
    is_after_hyphen = before == "-" and start > 1 and words[start - 2].isalnum()
    return before.isalnum() or before == "_" or is_after_hyphen


def _introducers(commission: Commission) -> Iterator[tuple[str, Introducer]]:
    """The words in the singular; the last meaning of the same words counts."""
    for kind in commission.kinds:
        settings = commission.settings_of(kind)
        if kind.words_before:
            yield kind.words_before, Introducer(kind)
        elif kind.introduction and kind.words_after:
            yield kind.introduction, Introducer(kind, is_common=True)
            yield kind.words_after, Introducer(kind)
        yield from ((words, Introducer(kind, is_common=True)) for words in settings.common_words)
        yield from ((settings.introduction(each), Introducer(kind)) for each in settings.cited_as)
    for kind in commission.kinds:
        for rule_set, spellings in commission.settings_of(kind).sets.items():
            names = (kind.printed(rule_set, ""), *spellings)
            yield from ((words, Introducer(kind, rule_set)) for words in names)
            yield rule_set, Introducer(kind, rule_set, is_common=True)
    for group, of_group in enumerate(forms_by_words(commission).values()):
        yield from ((words, Introducer(None, form_group=group)) for words in of_group)


def _with_either_apostrophe(
    introducers: Iterable[tuple[str, Introducer]],
) -> Iterator[tuple[str, Introducer]]:
    """The words, also with a typewriter's apostrophe for a printer's, and the other way round."""
    for words, meaning in introducers:
        for spelling in dict.fromkeys(
            (words, words.replace("'", "\u2019"), words.replace("\u2019", "'"))
        ):
            yield spelling, meaning


def _is_bare_set(meaning: Introducer) -> bool:
    """Whether words are the id of a set, as records have it, which only a part makes clear."""
    return meaning.is_common and meaning.rule_set != ""


def _names(kind: AuthorityKind, meaning: Introducer) -> bool:
    return meaning.kind == kind and not meaning.is_common and not meaning.rule_set


def _names_of_sets(introducers: dict[str, Introducer]) -> Iterator[tuple[str, str]]:
    """`Pier` for `Pier Rule`, with the id of the set."""
    for words, meaning in introducers.items():
        name, _, noun = words.rpartition(" ")
        if meaning.kind and meaning.rule_set and noun == meaning.kind.label_pieces[-1].strip():
            yield name, meaning.rule_set


def _in_any_number(singular: Mapping[str, Introducer]) -> dict[str, Introducer]:
    """The spellings of words in the plural and the singular, each with what they introduce.

    The plural of one name that is also the singular of another counts as singular.
    """
    spelled = [
        (each, meaning) for name, meaning in singular.items() for each in _spellings(name, meaning)
    ]
    known: dict[str, Introducer] = {}
    for spelling, meaning in spelled:
        for several in () if _is_bare_set(meaning) else _plurals(spelling):
            known.setdefault(several, replace(meaning, is_plural=True))
    for spelling, meaning in spelled:
        if known.get(spelling) != replace(meaning, is_plural=True):
            known[spelling] = meaning
    return known


def _spellings(words: str, meaning: Introducer) -> Iterator[str]:
    """The words as they are, in capitals, and with a lowercase letter or a capital for the other.

    Those that can only mean an opinion are also spelled in lowercase.
    """
    yield words
    if _is_bare_set(meaning):
        return
    if not words.isupper() and len(words) > 1:
        yield words.upper()
    if meaning.kind is None and " " in words:
        yield words.lower()
        yield words.capitalize()
    if meaning.kind:
        noun = words.rfind(" ") + 1 if meaning.rule_set else 0
        if _FIRST_LETTER.match(words, noun):
            yield words[:noun] + words[noun].swapcase() + words[noun + 1 :]


def _with_points(introducers: dict[str, Introducer]) -> Iterator[tuple[str, Introducer]]:
    """`E.C.` for `EC`, of the words that introduce opinions."""
    for words, meaning in introducers.items():
        if meaning.kind is None and _INITIALS.search(words):
            yield _INITIALS.sub(lambda letters: ".".join((*letters[0], "")), words), meaning


def _plurals(words: str) -> Iterator[str]:
    """The plural, and of an acronym also that with a lowercase letter: `FEOs`, `E.C.s`."""
    yield _plural(words)
    if words.isupper() and _LETTERS_ONLY.fullmatch(words):
        yield f"{words}s"


def _plural(words: str) -> str:
    """`Canons of Conduct` for `Canon of Conduct`, `Stds.` for `Std.`, `§§` for `§`."""
    if words == "§":
        return "§§"
    ending = "S" if words.isupper() and len(words.strip(".")) > len("AO") else "s"
    return re.sub(r"(?=\.?(?: of | for | OF | FOR |$))", ending, words, count=1)
