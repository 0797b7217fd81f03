"""Which set a rule belongs to: `Rule 4(b) of the Pier Rules`, `Pier and Lock Rules 4(b)`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.citations.enumeration import EarlierCitations
from corpus.citations.found_citation import FoundCitation
from corpus.citations.introducers import TO_ITS_RULE, Introducers, NameInText
from corpus.citations.names_before import LOOK_BEHIND
from corpus.citations.ordinary_words import is_before_a_noun
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.pinpoints import DASH
from corpus.citations.ranges import LIST_SEPARATOR
from corpus.model.authority import Citation

_OF_THE = re.compile(r",?\s+of\s+(?:both\s+)?(?:the\s+)?")
"""` of the ` before `Pier Rules`."""

_TITLE_OF_A_RULE = re.compile(r"\s*\([A-Z][^()]{2,60}\)(?=,?\s+of\s)")
"""` (Fees)` between a rule and ` of the Pier Rules`."""

_IN_THE_RULES = re.compile(
    r"(?:,?\s+(?:in|under|from|within)|,)\s+(?:the\s+)?"
    r"(?=(?:[A-Z][\w.'\u2019]*\s+){0,4}(?:Rules|Code)\b(?!\s+[0-9]))"
)
"""` under the ` or `, ` before `Pier Rules` or any other rules."""

_NAMED_RULES = r"(?!(?:The|These|Those)\s)[A-Z][\w.'\u2019-]*\s+(?:Rules|Code)"
_RULES_OF = (
    r"(?:Rules|Code)\s+(?:(?:[A-Z][\w.'\u2019-]*|and|for|in|of|on|the)\s+){1,12}[A-Z][\w'\u2019-]*"
)

NAMES_OTHER_RULES = re.compile(
    r"(?<![.?!:;\u201c(])(?<![.?!]\))\s[A-Z](?:[\w.]*\w|\w{0,3}\.)?\s+$"
    rf"|{DASH}[0-9][\w.]*,\s+$"
    rf"|\b(?:{_NAMED_RULES}|{_RULES_OF}){TO_ITS_RULE}"
)
"""What shows that `Rule 4` is of another set: `the Evidence ` or `G.S. 1A-1, ` before it.

So does the title of other rules: `the Local Rules, ` or `the Rules of Evidence say in `. A
capitalized word alone counts only within a sentence. A short word with a period is an abbreviation;
a longer one ends the sentence before.
"""


SAME_RULES = re.compile(r"\s+of\s+(?:the\s+same|those|said)\s+(?:[Rr]ules|Code)\b")
"""` of the same Rules`: those that the words before it name."""


_JOINS_RULES = re.compile(
    r",?\s+(?:and|or|&)\s+"
    r"|(?:\s+of\s+(?:the\s+)?(?:(?:[A-Z][\w.'\u2019-]*|for|of|in|and|the)\s+){1,20}[Rr]ules)?"
    r"(?:,\s+|\s*\()(?:former|formerly|now|old|previously|then|today)\s+"
)
"""` and ` or ` of the Pier Rules (formerly ` between two rules of a set."""


_RULE = r"[0-9](?:[\w./()-]*[\w)])?"
_RULES = re.compile(rf"{_RULE}(?:(?:,?\s+(?:and|or|&)|,)\s+{_RULE})*")
"""`4.1` or `1.6(b) and 8.4` of any rules."""


class RuleInText(NamedTuple):
    """A rule from character `start` up to `end` of a text, in which `usual` is the set of rules."""

    start: int
    end: int
    earlier: EarlierCitations
    usual: str | None


def set_of_last(citations: Sequence[FoundCitation]) -> str:
    """The set of the last of some citations of rules; empty if there is none."""
    target = citations[-1].target if citations else None
    return target.authority if isinstance(target, Citation) else ""


def _set_going_on(words: str, earlier: EarlierCitations, start: int, end: int) -> str:
    """The set of the rule right before: `Pier` for `Rule 8(a)` in `Pier Rule 4(f) and Rule 8(a)`.

    Empty if there is none, or if a noun follows: `and Rule 11 sanctions`.
    """
    is_joined = earlier.rule_set and _JOINS_RULES.fullmatch(words, earlier.end_of_rules, start)
    return earlier.rule_set if is_joined and not is_before_a_noun(words, end) else ""


def goes_on_with_rules(
    words: str, earlier: EarlierCitations, name: NameInText, rules: tuple[FoundCitation, ...]
) -> bool:
    """Whether `Lock 5` goes on with a list that names its kind: `Pier Rule 4(f) and Lock 5`."""
    kind = name.meaning.kind
    if not (rules and kind and kind.is_in_sets and earlier.rule_set):
        return False
    noun = kind.whole_label.rpartition("{id}")[2].replace("{part}", "").strip()
    is_named = noun in words[max(name.start - LOOK_BEHIND, 0) : name.start]
    is_joined = LIST_SEPARATOR.fullmatch(words, earlier.end_of_rules, name.start) is not None
    return is_named and is_joined and not is_before_a_noun(words, rules[-1].end)


def rule_set_of(words: str, introducers: Introducers, rule: RuleInText) -> str:
    """The set of a rule that is not named with its set; empty if unknown.

    It is the set named after the rule, the only one before `of the same Rules`, the one whose
    title is right before, that of the rule before, or else the usual one of the text.
    """
    start, end = rule.start, _end_of_title(words, rule.end)
    usual = _set_going_on(words, rule.earlier, start, end) or rule.usual
    if SAME_RULES.match(words, end):
        return introducers.only_set_before(words, start)
    named = _OF_THE.match(words, end) or _IN_THE_RULES.match(words, end)
    rule_set = introducers.set_after(words, named.end())[1] if named else ""
    if rule_set:
        return rule_set
    if acronym := introducers.acronym_after.match(words, end):
        return acronym["set"]
    if named:
        return ""
    if titled := introducers.title_before(words, start)[1]:
        return titled
    before = words[max(start - LOOK_BEHIND, 0) : start]
    return "" if usual is None or NAMES_OTHER_RULES.search(before) else usual


def _end_of_title(words: str, end: int) -> int:
    """The end of the title that follows a rule in parentheses; `end` if there is none."""
    title = _TITLE_OF_A_RULE.match(words, end)
    return title.end() if title else end


def names_rules_after(words: str, end: int) -> bool:
    """Whether the rules to which a rule belongs may be named after it: ` of the Pier Rules`."""
    return (_OF_THE.match(words, end) or _IN_THE_RULES.match(words, end)) is not None


def rules_of_others(words: str, name: NameInText, others: OtherBodies) -> tuple[int, int] | None:
    """Where a rule of no set that is surely another body's is, with the name of the body."""
    is_of_no_set = name.is_of_sets and not name.meaning.rule_set and words[name.start].isupper()
    rules = _RULES.match(words, name.number_start) if is_of_no_set else None
    if rules is None or not others.has_rule(words, name.start, rules.end()):
        return None
    return others.with_name(words, name.start, rules.end())


def in_other_sets(
    words: str, introducers: Introducers, name: NameInText, rules: tuple[FoundCitation, ...]
) -> Iterator[FoundCitation]:
    """The same rules of the sets that share a name: `Pier` of `Pier and Lock Rules 4(b)`."""
    for start, end, rule_set in _sets_beside(words, introducers, name, rules):
        for rule in rules:
            if isinstance(rule.target, Citation) and rule.target.authority != rule_set:
                yield FoundCitation(start, end, rule.target._replace(authority=rule_set))


def _sets_beside(
    words: str, introducers: Introducers, name: NameInText, rules: tuple[FoundCitation, ...]
) -> Iterator[tuple[int, int, str]]:
    """The sets that share the name of the one to which some rules belong."""
    if name.meaning.rule_set:
        return introducers.sets_before(words, name.start)
    if of_the := _OF_THE.match(words, _end_of_title(words, rules[-1].end)):
        has_set = introducers.set_after(words, of_the.end())[1] != ""
        return introducers.sets_after(words, of_the.end()) if has_set else iter(())
    named_at, _ = introducers.title_before(words, rules[0].start)
    return introducers.sets_before(words, named_at)
