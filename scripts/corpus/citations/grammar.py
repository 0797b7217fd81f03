"""The patterns and words of the finder as data for `citations.js`, which finds the same citations.

So a pattern or a word changes in one place only. The steps that use them are written in both
languages.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from itertools import groupby
from types import ModuleType

from corpus.citations.finder import CitationFinder
from corpus.citations.javascript import javascript_pattern
from corpus.citations.kinds_beside import KindsBeside
from corpus.citations.opinion_numbers import OpinionNumbers
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.patterns import style_of
from corpus.citations.pinpoints import DASHES
from corpus.citations.spellings import Introducer
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId, runs_of
from corpus.text import blocks, inline, markdown_mask

_NAMES = """
    common_names counts document doubts enumeration finder introducers masks names_after
    names_before number_lists numbers_in_words opinion_lists opinion_numbers ordinary_words
    other_bodies parts_alone pinpoints ranges read_so_far rule_sets section_numbers sections
"""
_MODULES = (
    *(import_module(f"corpus.citations.{name}") for name in _NAMES.split()),
    *(blocks, inline, markdown_mask),
)
"""The modules whose patterns and words the finder in the browser uses."""


def grammar(
    commission: Commission,
    opinions: Iterable[OpinionId],
    aliases: Mapping[str, OpinionId] | None = None,
) -> dict[str, object]:
    """The patterns and words that all commissions share, and those of this one."""
    opinions = sorted(opinions)
    finder = CitationFinder(commission, opinions, aliases)
    return {
        "names": _names(commission),
        "patterns": {name: javascript_pattern(pattern) for name, pattern in named_patterns()},
        "dashes": DASHES,
        "kinds": {kind.id: _kind(kind, finder) for kind in commission.kinds},
        "words": dict(_word_lists()),
        "introducers": _introducers(finder),
        "kindsBeside": list(_kinds_beside(finder.kinds_beside)),
        "others": _others(finder.others),
        "citedBodies": [javascript_pattern(body.pattern) for body in commission.cited_bodies],
        "aliases": {
            "pattern": _optional(finder.aliases.pattern),
            "opinions": finder.aliases.opinions,
        },
        "numbers": list(map(_numbers, finder.numbers)),
        "opinions": _known(opinions),
    }


def named_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern of the modules that read citations, by its name in them."""
    for name, value in _constants(_MODULES):
        if isinstance(value, re.Pattern):
            yield name, value


def _word_lists() -> Iterator[tuple[str, list[str]]]:
    for name, value in _constants(_MODULES):
        if isinstance(value, frozenset):
            yield name, sorted(value)


def _constants(modules: Iterable[ModuleType]) -> Iterator[tuple[str, object]]:
    """The constants of modules, by their names without the underscore of private ones."""
    for module in modules:
        yield from ((name.lstrip("_"), value) for name, value in vars(module).items())


def _kind(kind: AuthorityKind, finder: CitationFinder) -> dict[str, object]:
    """How the authorities of a kind are numbered, alone and in lists, and how they are printed."""
    style = style_of(kind)
    in_numerals = style_of(replace(kind, numerals="roman"))
    return {
        "plural": kind.plural,
        "label": kind.whole_label,
        "numbering": kind.numbering,
        "number": javascript_pattern(re.compile(kind.id_pattern)),
        "pieces": kind.pieces,
        "leadingPieces": kind.leading_pieces,
        "hasBarePart": kind.first_part == "A",
        "hasSmallLetters": kind.letters == "small",
        "isLowercase": kind.case_of_parts == "lower",
        "words": kind.words_before,
        "alone": javascript_pattern(style.alone),
        "inList": javascript_pattern(style.in_list),
        "hasNumerals": kind.numerals == "roman",
        "numeralAlone": javascript_pattern(in_numerals.alone),
        "numeralInList": javascript_pattern(in_numerals.in_list),
        "leading": _optional(style.leading),
        "chapterBefore": _optional(finder.authorities.chapters_before.get(kind)),
        "nameAfter": _optional(finder.authorities.trailing_names.get(kind)),
    }


def _optional(pattern: re.Pattern[str] | None) -> str | None:
    return pattern and javascript_pattern(pattern)


def _names(commission: Commission) -> dict[str, object]:
    """How opinions are written for readers."""
    opinion = {series.id: series.printed for series in commission.all_series}
    return {"opinion": opinion, "opinionShort": commission.opinion_short}


def _introducers(finder: CitationFinder) -> dict[str, object]:
    own = finder.introducers
    words: defaultdict[Introducer, list[str]] = defaultdict(list)
    for key, meaning in own.meanings.items():
        words[meaning].append(key)
    return {
        "pattern": javascript_pattern(own.pattern),
        "setName": javascript_pattern(own.set_name),
        "setBefore": javascript_pattern(own.set_before),
        "ownerAfter": javascript_pattern(own.owner_after),
        "sharedBefore": javascript_pattern(own.shared_before),
        "sharedAfter": javascript_pattern(own.shared_after),
        "acronymAfter": javascript_pattern(own.acronym_after),
        "sets": own.sets,
        "meanings": [
            {
                "kind": meaning.kind and meaning.kind.id,
                "ruleSet": meaning.rule_set,
                "isPlural": meaning.is_plural,
                "numbers": meaning.form_group,
                "isCommon": meaning.is_common,
                "isShared": meaning.is_shared,
                "words": sorted(keys),
            }
            for meaning, keys in words.items()
        ],
    }


def _kinds_beside(beside: KindsBeside) -> Iterator[dict[str, str]]:
    for kind, after in beside.after.items():
        before = javascript_pattern(beside.before[kind])
        yield {"kind": kind.id, "before": before, "after": javascript_pattern(after)}


def _others(others: Mapping[AuthorityKind | None, OtherBodies]) -> dict[str, object]:
    """How other bodies are recognized; each kind of citation has its own words."""
    any_kind = others[None]
    return {
        "named": javascript_pattern(any_kind.named),
        "namedBeforeComma": javascript_pattern(any_kind.before_comma.pattern),
        "namedInFull": javascript_pattern(any_kind.named_in_full),
        "namedAsPlace": javascript_pattern(any_kind.named_as_place),
        "collections": {
            str(kind or "opinion"): sorted(names.collections) for kind, names in others.items()
        },
        "own": {str(kind or "opinion"): sorted(names.own) for kind, names in others.items()},
    }


def _numbers(numbers: OpinionNumbers) -> dict[str, object]:
    """The forms of the numbers that a group of words introduces."""
    return {
        "dated": numbers.dated,
        "forms": [
            {
                "series": form.series,
                "hasYears": form.has_years,
                "runsOn": form.runs_on,
                "yearBefore": form.year_before and javascript_pattern(form.year_before),
                "number": javascript_pattern(form.number),
                "isBare": form.is_bare,
            }
            for form in numbers.patterns
        ],
    }


def _known(opinions: Iterable[OpinionId]) -> list[tuple[str, int, str, list[tuple[int, int]]]]:
    """The first and the last of each run of numbers, by series, year and letter."""
    groups = groupby(sorted(opinions, key=_group_of), key=_group_of)
    return [
        (*group, [(run[0], run[-1]) for run in runs_of(opinion.number for opinion in of_group)])
        for group, of_group in groups
    ]


def _group_of(opinion: OpinionId) -> tuple[str, int, str]:
    return opinion.series, opinion.year, opinion.letter
