"""OP3: whether texts can cite each kind of authority, and no two kinds collide."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from corpus.checks.citation_words import hint_on_common_words
from corpus.checks.kind_examples import (
    KindMistake,
    mistake_in_example,
    mistake_in_label,
    words_without_effect,
)
from corpus.checks.places import collision, setting_location
from corpus.checks.registry import on_collection, on_shared_file
from corpus.citations.names import Names
from corpus.findings import Violation
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.authority_kind import SETS, AuthorityKind
from corpus.model.commission import NAMES_OF_FIELDS_AND_PAGES, Commission
from corpus.model.kind_settings import KindSettings
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath
from corpus.paths import COMMISSION_SETTINGS


class _Words(NamedTuple):
    """Words that introduce a citation, where they are listed, and what they introduce."""

    place: FieldPath
    words: str
    kind: str = ""
    """Empty if they introduce opinions."""
    rule_set: str = ""

    @property
    def has_its_name(self) -> bool:
        """Whether the words have the name of the kind: `Canon` of `canon`."""
        return bool(self.kind) and self.kind.replace("_", " ") in self.words.lower()

    @property
    def meaning(self) -> str:
        """What they introduce, for a message: `` `rule` `` or `` the set `Pier` ``."""
        if not self.kind:
            return "opinions"
        return f"the set `{self.rule_set}`" if self.rule_set else f"`{self.kind}`"


_Pair: TypeAlias = tuple[FieldPath, FieldPath, str]
"""Where two settings are that collide, and what is wrong."""


_YEAR_FIRST = re.compile(r"^{(?:year|yy)}")
_SIMILAR = 0.65
"""How much of two names must be the same for one to be a misspelling of the other."""
_ONE_FOR_EACH = (
    "Type in each of the two places only what texts print before its numbers. If texts print the "
    "same words before both, make them one kind."
)
_PLURAL_TO_CHANGE = (
    "Change `plural` of `{}`, or add it below its label: one word of lowercase letters that "
    "nothing else has, such as `plural: health_code`."
)


@on_shared_file("OP311", hint="Give one of them another name.")
def kinds_collide(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Each kind of authority has its own field, folder and words in running text.

    Why: If two kinds share an address, or a name in texts, one of them is never found.
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
        for name, message in _taken_addresses(file.value):
            location = setting_location(file, ("authorities", name, "plural"))
            yield Violation(location, message, _PLURAL_TO_CHANGE.format(name))
        for place, other_place, message in _same_plurals(file.value):
            hint = _PLURAL_TO_CHANGE.format(place[1])
            yield collision(file, place, other_place, message, hint)
        for place, other_place, message in _same_words(file.value):
            yield collision(file, place, other_place, message, _ONE_FOR_EACH)


@on_shared_file("OP312", hint="Correct it, or leave the kind out until an opinion cites one.")
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
            yield Violation(file.field_location("authorities", *place), message)
        for name, settings in file.value.authorities.items():
            for mistake in _mistakes(settings.kind(name), settings, file.value):
                location = setting_location(file, ("authorities", name, mistake.field))
                yield Violation(location, mistake.message, mistake.hint)


def _mistakes(
    kind: AuthorityKind, settings: KindSettings, commission: Commission
) -> Iterator[KindMistake]:
    """What keeps texts from citing a kind, though it has words."""
    check = mistake_in_example if settings.example else mistake_in_label
    if mistake := check(kind, commission):
        yield mistake
    yield from words_without_effect(kind, settings)


@on_collection(
    "OP315",
    misleads="OP303",
    hint="Correct `label`, or add the words that the texts print to `cited_as`.",
)
def kind_in_no_text(corpus: Corpus) -> Iterable[Violation]:
    """A kind of authority that records list is cited in a text.

    Why: If no text seems to cite a kind, its words in the settings are probably misspelled.
    """
    commission = corpus.references.commission if corpus.references else None
    if commission is None:
        return
    for kind in commission.kinds:
        listing = [each.path for each in corpus.outlines if kind.id in each.listed_kinds]
        if not listing or any(_cites(corpus.open_record(path), kind) for path in listing):
            continue
        location = corpus.location(COMMISSION_SETTINGS, "authorities", kind.id, "label")
        words = kind.words_before or kind.words_after
        message = f"no text cites anything with `{words}`, but"
        hint = hint_on_common_words(commission.settings_of(kind))
        if len(listing) > 1:
            yield Violation(
                location, f"{message} {len(listing)} records list some as `{kind.plural}`", hint
            )
        elif similar := _similar_words(corpus.open_record(listing[0]), kind.words_before):
            yield Violation(location, f"{message} {listing[0]} has `{similar}`", hint)


def _cites(record: Record, kind: AuthorityKind) -> bool:
    targets = (citation.target for _, citation in record.text_citations)
    return any(isinstance(target, Citation) and target.kind == kind for target in targets)


def _similar_words(record: Record, words: str) -> str:
    """Words before a number in the text that are nearly these; empty if there are none."""
    several = rf"(?<![^ ])(?=((?:[^ ]+ ){{{len(words.split())}}})(?:§+ )?[0-9])"
    matches = (re.findall(several, block.words) for block in record.text.blocks)
    candidates = {match.strip(" (),;") for match in chain.from_iterable(matches)}
    if words in candidates:
        return ""
    return next(iter(get_close_matches(words, candidates, n=1, cutoff=_SIMILAR)), "")


def _taken_addresses(commission: Commission) -> Iterator[tuple[str, str]]:
    """Each kind whose field or address another part of the site has."""
    short_addresses = Names(commission).key_prefix
    for name, settings in commission.authorities.items():
        plural = settings.kind(name).plural
        if plural in NAMES_OF_FIELDS_AND_PAGES:
            yield name, f"`{plural}` is already the name of a field or of a page"
        elif plural == short_addresses:
            message = f"`{plural}/` has the short addresses of opinions, after `opinion_short`"
            yield name, message


def _same_plurals(commission: Commission) -> Iterator[_Pair]:
    """Each kind whose field and address another kind has already."""
    first: dict[str, str] = {}
    for name, settings in commission.authorities.items():
        plural = settings.kind(name).plural
        other = first.setdefault(plural, name)
        if other != name and plural not in NAMES_OF_FIELDS_AND_PAGES:
            message = f"`{other}` and `{name}` have the same field and address, `{plural}`"
            first_name, last_name = (other, name) if settings.plural else (name, other)
            yield (
                ("authorities", last_name, "plural"),
                ("authorities", first_name, "plural"),
                message,
            )


def _same_words(commission: Commission) -> Iterator[_Pair]:
    """Words that introduce two kinds, two sets of rules, or opinions too, where they are listed."""
    first: dict[str, _Words] = {}
    for introducer in (*_words_of_opinions(commission), *_introducing_words(commission)):
        other = first.setdefault("".join(introducer.words.split()).casefold(), introducer)
        if (introducer.kind, introducer.rule_set) != (other.kind, other.rule_set):
            message = f"`{introducer.words}` introduces {other.meaning} and {introducer.meaning}"
            places = (introducer.place, other.place)
            is_its_own = introducer.has_its_name and not other.has_its_name
            yield *(reversed(places) if is_its_own and other.kind else places), message


def _words_of_opinions(commission: Commission) -> Iterator[_Words]:
    if not commission.series and commission.opinions:
        yield _Words(("opinion",), commission.opinion)
        yield _Words(("opinion_short",), commission.opinion_short)
        for index, words in enumerate(commission.opinions.cited_as):
            yield _Words(("opinions", "cited_as", index), words)
    for place, series in enumerate(commission.series):
        for form in series.forms:
            words = _YEAR_FIRST.sub("", form).partition("{")[0].strip()
            if any(map(str.isalpha, words)):
                yield _Words(("series", place), words)


def _introducing_words(commission: Commission) -> Iterator[_Words]:
    for name, settings in commission.authorities.items():
        kind = settings.kind(name)
        place = ("authorities", name)
        if kind.words_before:
            yield _Words((*place, "label"), kind.words_before, name)
        for field in ("cited_as", "common_words"):
            for index, words in enumerate(getattr(settings, field)):
                yield _Words((*place, field, index), settings.introduction(words), name)
        for rule_set, spellings in settings.sets.items():
            yield _Words((*place, "sets", rule_set), kind.printed(rule_set, ""), name, rule_set)
            for index, words in enumerate(spellings):
                yield _Words((*place, "sets", rule_set, index), words, name, rule_set)


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
        words = (kind.introduction and kind.words_after, kind.words_before, *settings.cited_as)
        if not any((*words, *settings.common_words, *settings.sets)):
            message = f"no words introduce a {name}, so no text seems to cite one"
            yield (name, "label"), message
