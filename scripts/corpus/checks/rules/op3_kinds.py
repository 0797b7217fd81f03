"""OP3: whether texts can cite each kind of authority, and no two kinds collide."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from corpus.checks.registry import on_file
from corpus.findings import Violation
from corpus.model.authority_kind import SETS
from corpus.model.commission import NAMES_OF_FIELDS_AND_PAGES, Commission
from corpus.parsing.parsed_file import ParsedFile


class _Words(NamedTuple):
    """Words that introduce a citation, where they are listed, and what they introduce."""

    place: tuple[str | int, ...]
    words: str
    kind: str
    rule_set: str = ""

    @property
    def meaning(self) -> str:
        """What they introduce, for a message: `` `rule` `` or `` the set `Pier` ``."""
        return f"the set `{self.rule_set}`" if self.rule_set else f"`{self.kind}`"


@on_file("OP311", hint="Give one of them another name.")
def kinds_collide(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Each kind of authority has its own field, folder and words in running text.

    Why: Of two kinds with one address, or with one name in texts, one would never be found.
    Bad:
        # standards/commission.yml
        authorities:
          standard: {title: Standards of Conduct, label: "Standard {id}"}
          statute: {title: Statutes, label: "Stat. § {id}", numbering: code}
          rule: {title: Rules, label: "Rule {id}", plural: statutes}
    Good:
        # standards/commission.yml
        authorities:
          standard: {title: Standards of Conduct, label: "Standard {id}"}
          statute: {title: Statutes, label: "Stat. § {id}", numbering: code}
          rule: {title: Rules, label: "Rule {id}"}
    """
    if isinstance(file.value, Commission):
        for place, message in (*_same_plurals(file.value), *_same_words(file.value)):
            yield file.field_location("authorities", *place), message


@on_file("OP312", hint="Correct it, or leave the kind out until an opinion cites one.")
def kind_never_found(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Each kind of authority can be found in running text.

    Why: What is not found is neither linked nor listed on a page.
    Bad:
        # standards/commission.yml
        authorities:
          standard: {title: Standards of Conduct, label: "Standard {id}"}
          statute: {title: Statutes, label: "§ {id}", numbering: code}
    Good:
        # standards/commission.yml
        authorities:
          standard: {title: Standards of Conduct, label: "Standard {id}"}
          statute: {title: Statutes, label: "Stat. § {id}", numbering: code}
    """
    if isinstance(file.value, Commission):
        for place, message in _not_found(file.value):
            yield file.field_location("authorities", *place), message


def _same_plurals(commission: Commission) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each kind whose field or address something else has already."""
    first: dict[str, str] = {}
    for name, settings in commission.authorities.items():
        plural = settings.kind(name).plural
        if plural in NAMES_OF_FIELDS_AND_PAGES:
            yield (name, "plural"), f"`{plural}` is already the name of a field or of a page"
        elif (other := first.setdefault(plural, name)) != name:
            message = f"`{other}` and `{name}` have the same field and address, `{plural}`"
            yield (name, "plural"), message


def _same_words(commission: Commission) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Words that introduce two kinds, or two sets of rules, where the second lists them."""
    first: dict[str, _Words] = {}
    for introducer in _introducing_words(commission):
        other = first.setdefault("".join(introducer.words.split()).casefold(), introducer)
        if (introducer.kind, introducer.rule_set) != (other.kind, other.rule_set):
            message = f"`{introducer.words}` introduces {other.meaning} and {introducer.meaning}"
            yield introducer.place, message


def _introducing_words(commission: Commission) -> Iterator[_Words]:
    for name, settings in commission.authorities.items():
        kind = settings.kind(name)
        if kind.words_before:
            yield _Words((name, "label"), kind.words_before, name)
        for field in ("cited_as", "common_words"):
            for index, words in enumerate(getattr(settings, field)):
                yield _Words((name, field, index), words, name)
        for rule_set, spellings in settings.sets.items():
            yield _Words((name, "sets", rule_set), kind.printed(rule_set, ""), name, rule_set)
            for index, words in enumerate(spellings):
                yield _Words((name, "sets", rule_set, index), words, name, rule_set)


def _not_found(commission: Commission) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, settings in commission.authorities.items():
        kind = settings.kind(name)
        if kind.is_in_sets and not settings.sets:
            yield (name, "numbering"), f"`{SETS}` needs the field `sets`, with the rules of each"
        if settings.sets and not kind.is_in_sets:
            yield (name, "sets"), f"only kinds with the numbering `{SETS}` have sets"
        for rule_set in settings.sets:
            if kind.is_in_sets and not kind.is_id(rule_set):
                message = f"`{rule_set}` cannot be typed; each word begins with a capital"
                yield (name, "sets", rule_set), message
        words = (kind.words_before, *settings.cited_as, *settings.common_words, *settings.sets)
        if not any(words):
            message = f"no words introduce a {name}, so that no text seems to cite one"
            yield (name, "label"), message
        if settings.example and not kind.parse(settings.example):
            message = f"the numbering does not fit the example `{settings.example}`"
            yield (name, "example"), message
