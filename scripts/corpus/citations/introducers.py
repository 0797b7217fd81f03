"""The words that introduce a citation: `Canon`, `Harbor Stat.`, `Pier Rules`, `AO`.

They come from the settings (`cited_as`, `sets`, and the names that pages print), so a
new spelling is added there. Each is also recognized in the plural, in capitals, with any white
space and without the period of an abbreviation. Names of opinions with several words are also
recognized in lowercase; so are other names of opinions and of codes if a number makes them clear,
and the names of sets right before `rule`. Acronyms of opinions are also recognized with periods,
as in `E.C.` for `EC`, unless that means something else.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.citations.first_letters import FirstLetters
from corpus.citations.opinion_forms import forms_by_words
from corpus.citations.pinpoints import DASH
from corpus.citations.spellings import (
    Introducer,
    acronyms_with_points,
    in_lowercase,
    is_bare_set,
    with_either_apostrophe,
    with_plurals,
)
from corpus.citations.word_patterns import PERIOD_OF_A_WORD, any_of
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission

_LOOK_BEHIND = 60
_LOOK_BEHIND_FOR_SETS = 400
_OTHER_RULES = re.compile(r"\b(?:Rules|Code|Act)\b")
_WITHOUT_MEANING = re.compile(rf"\s+|{PERIOD_OF_A_WORD}")
"""What may be between or after introducing words, or not."""
_PHRASE = re.compile(
    r"(?!Rules?\s+\.?[0-9])(?:(?:[A-Z0-9][\w.'\u2019()-]{0,30}|amended|current|for|in|new|of|on|revised|the|to)\s+){0,12}"
    r"[A-Z0-9][\w.'\u2019-]{0,30}(?:\s+rules(?!\w))?"
)
"""A name after `of the`; it ends before `and`, so `Rules of Evidence and Pier Rules` are two."""
TO_ITS_RULE = (
    r",?(?:\s+(?:all|also|both|each|provide|require|say|set\s+(?:forth|out)|state)s?){0,2}"
    r",?\s+(?:(?:at|by|in|under)\s+)?$"
)
"""`, ` or ` provide, at ` between the title of a set and a rule."""
_TO_ITS_RULE = re.compile(TO_ITS_RULE)
_RULE_NUMBER = re.compile(r"\s+(?:\.[0-9]{1,4}|[0-9]{1,3}[A-Z]?)(?![0-9])")

_SIGN = re.compile(
    rf"""
    (?:
        \((?P<several>s)\)                                                  # Canon(s)
      | (?<=s):(?=\s)(?!\s+I,?\s+[a-z])                                     # Canons: 3 and 4
      | (?:\s+of\s+(?:19|20)[0-9]{{2}},?|\s*\((?:19|20)[0-9]{{2}}\),?)(?=\s+[Nn]o\.\s?[0-9])
                                                                            # AO of 2014, No. 30
    )?
    (?:
        ,?\s+at\s+(?=[0-9]{{1,2}}\([a-z]\))                                 # Canons, at 3(c)
      | ,\s+(?=(?:§\s?)?[0-9]{{1,2}}\([a-z]\)|[Nn]o\.\s)                    # Canons, § 3(c)
      | (?<=s),\s+(?=(?:[0-9]{{4}}|[0-9]{{2}})-[0-9]{{1,3}}(?!\w))          # Opinions, 2014-30
    )?
    \s*
    (?:
        §(?P<signs>§)?                                                      # §§
      | (?i:sec(?:tion)?(?P<sections>s)?\.?)(?=\s)                          # Sections
      | \(?(?i:n(?:umber|o)(?P<numbers>s)?\b\.?)                            # Nos.
      | \#
      | {DASH}(?=[0-9]{{1,3}}\s*\([12][0-9]{{3}}\))                         # AO-30 (2014)
      | [\"\u201c](?=[0-9]{{1,3}}[\"\u201d])                                # AO "30"
    )?
    \s*
    """,
    re.VERBOSE,
)
"""What may stand between introducing words and a number: ` § `, ` Section `, ` No. `, ` # `.

Also `, § ` or a comma before a number with a part, such as `3(a)`; and ` of 2014, No. `.
"""

_SHORT_NAME = re.compile(r"\s\([\"\u201c]?(?P<name>[A-Z][\w.]{0,20})[\"\u201d]?\)(?=\s)")
"""` (AO)` after `Advisory Opinion`."""

_SPACE = re.compile(r"\s*")


class NameInText(NamedTuple):
    """Introducing words in a text, and the start of the number that should follow."""

    start: int
    end: int
    number_start: int
    meaning: Introducer
    is_plural: bool
    is_in_capitals: bool
    follows_a_sentence: bool = False
    """Whether a sentence that ends in a citation is right before: the name begins the next one."""

    @property
    def is_of_sets(self) -> bool:
        """Whether the words introduce rules in sets."""
        return self.meaning.kind is not None and self.meaning.kind.is_in_sets


class Introducers:
    """All introducing words of one commission."""

    def __init__(self, commission: Commission) -> None:
        """Collect the words from the commission's file."""
        singular = dict(with_either_apostrophe(_introducers(commission)))
        with_points = dict(acronyms_with_points(singular))
        known = dict(in_lowercase(singular)) | with_points | with_plurals(singular)
        self.pattern = re.compile(any_of(known))
        self.first_letters = FirstLetters(known)
        self.sets = dict(_names_of_sets(singular))
        """`Pier` of `Pier Rule`, with the id of the set."""
        any_set = "|".join(map(re.escape, sorted(self.sets, key=len, reverse=True))) or "(?!)"
        self.set_name = re.compile(any_set)
        spaced = any_set.replace(r"\ ", r"\s+")
        self.set_before = re.compile(rf"(?<!\w)(?P<set>(?i:{spaced}))(?:['\u2019]s)?\s+$")
        """`pier ` or `Pier's ` before `rule 4`."""
        self.owner_after = re.compile(
            rf"(?P<set>{spaced})['\u2019]s\s+(?:[a-z]+\s+){{0,3}}[Rr]ules(?!\w)"
        )
        """`Pier's own rules`."""
        self.last_words_of_sets = frozenset(name.split()[-1].lower() for name in self.sets)
        """The last word of each name, which is quicker to look for than the names."""
        joined = rf"(?:{any_set})(?:\s*[,/]\s*|,?\s+(?:and|or|&)\s+)"
        self.shared_before = re.compile(rf"(?<!\w)(?:{joined})+$")
        rules = rf"(?:{any_set})\s+Rules"
        more_rules = rf"{rules},?\s+(?:and|or|&)\s+(?=(?:the\s+)?{rules}(?!\w|\s+[0-9]))"
        self.shared_after = re.compile(rf"(?:(?:{joined}|{more_rules})(?:the\s+)?)*")
        acronyms = "|".join(each for each in dict.fromkeys(self.sets.values()) if each.isupper())
        self.acronym_after = re.compile(
            rf",?\s+(?:of\s+(?:the\s+)?|\()?(?P<set>{acronyms or '(?!)'})(?!\w|\s+[A-Z0-9(])"
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
        takes_no_sign = meaning.is_common and meaning.kind is not None
        short = (
            _SHORT_NAME.match(words, match.end())
            if words.startswith("(", match.end() + 1)
            else None
        )
        end = short.end() if short and short["name"] in self.meanings else match.end()
        sign = (_SPACE if takes_no_sign else _SIGN).match(words, end)
        number_start = sign.end() if sign else end
        is_plural = meaning.is_plural or (sign is not None and sign.lastgroup is not None)
        is_in_capitals = match[0].isupper() and len(match[0]) > len("A.O.")
        return NameInText(*match.span(), number_start, meaning, is_plural, is_in_capitals)

    def _set_of_rules(self, words: str) -> str:
        """The set that words such as `Pier Rules` name; `Pier` alone may be anything."""
        meaning = self.meaning(words)
        return "" if is_bare_set(meaning) else meaning.rule_set

    def sets_before(self, words: str, start: int) -> Iterator[tuple[int, int, str]]:
        """The sets that share the name from here on: start, end and id of `Pier` in `Pier and `."""
        if match := self.shared_before.search(words, max(start - _LOOK_BEHIND, 0), start):
            yield from self._sets_in(words, match.start(), start)

    def sets_after(self, words: str, start: int) -> Iterator[tuple[int, int, str]]:
        """The sets that share a name further on: `Pier` in `Pier and the Lock Rules`."""
        if match := self.shared_after.match(words, start):
            yield from self._sets_in(words, *match.span())

    def _sets_in(self, words: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        for name in self.set_name.finditer(words, start, end):
            yield *name.span(), self.sets[name[0]]

    def set_in_any_case(self, words: str, start: int) -> tuple[int, str]:
        """Where the name of a set right before `rule` begins, and its id; empty if none is."""
        first = max(start - _LOOK_BEHIND, 0)
        last = re.sub("['\u2019]s$", "", words[first:start].rstrip().rpartition(" ")[2].lower())
        is_likely = last in self.last_words_of_sets or "\n" in last
        match = self.set_before.search(words, first, start) if is_likely else None
        if match is None:
            return start, ""
        return match.start(), self._id_of_set(match["set"])

    def _id_of_set(self, name: str) -> str:
        """The id of the set with a name in any case."""
        named = " ".join(name.split()).lower()
        return next(each for known, each in self.sets.items() if known.lower() == named)

    def only_set_before(self, words: str, start: int) -> str:
        """The set that the words before `start` name; empty if they name other rules as well."""
        sets = set[str]()
        done = start
        for match in self.pattern.finditer(words, max(start - _LOOK_BEHIND_FOR_SETS, 0), start):
            if rule_set := self._set_of_rules(match[0]):
                sets |= {rule_set, *(each for *_, each in self.sets_before(words, match.start()))}
                done = match.end()
        is_only = len(sets) == 1 and not _OTHER_RULES.search(words, done, start)
        return sets.pop() if is_only else ""

    def title_before(self, words: str, start: int) -> tuple[int, str]:
        """Where the title of the set right before a rule begins, and its id; empty if none is.

        It is `Rules of the Pier, ` before `Rule 4`, or `Pier Rules provide, at ` before it.
        """
        first = max(start - _LOOK_BEHIND_FOR_SETS, 0)
        lead = _TO_ITS_RULE.search(words, max(start - _LOOK_BEHIND, 0), start)
        end = lead.start() if lead else start
        titles = (each for each in self.pattern.finditer(words, first, end) if each.end() == end)
        title = next(titles, None)
        return (title.start(), self._set_of_rules(title[0])) if title else (start, "")

    def set_after(self, words: str, start: int) -> tuple[int, str]:
        """Where the set of rules that the next words name stands, and its id; empty if none.

        Of sets that share a name, `Pier, Quay and Lock Rules`, it is the last. Further on in the
        name, a set with a number is a citation of its own: `Arbitration Rules Pier Rule 7`.
        """
        if owner := self.owner_after.match(words, start):
            return owner.start(), self._id_of_set(owner["set"])
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
        named = [settings.introduction(each) for each in settings.cited_as]
        for words in named:
            ends_others = kind.is_code and any(each.endswith(f" {words}") for each in named)
            yield words, Introducer(kind, is_shared=ends_others)
    for kind in commission.kinds:
        for rule_set, spellings in commission.settings_of(kind).sets.items():
            names = (kind.printed(rule_set, ""), *spellings)
            yield from ((words, Introducer(kind, rule_set)) for words in names)
            yield rule_set, Introducer(kind, rule_set, is_common=True)
    for group, of_group in enumerate(forms_by_words(commission).values()):
        yield from ((words, Introducer(None, form_group=group)) for words in of_group)


def _names(kind: AuthorityKind, meaning: Introducer) -> bool:
    return meaning.kind == kind and not meaning.is_common and not meaning.rule_set


def _names_of_sets(introducers: dict[str, Introducer]) -> Iterator[tuple[str, str]]:
    """`Pier` for `Pier Rule`, with the id of the set."""
    for words, meaning in introducers.items():
        name, _, noun = words.rpartition(" ")
        if meaning.kind and meaning.rule_set and noun == meaning.kind.label_pieces[-1].strip():
            yield name, meaning.rule_set
