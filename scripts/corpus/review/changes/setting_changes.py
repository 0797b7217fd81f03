"""Changed settings and pages written by hand, with their old and new words."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, zip_longest

from corpus.library.corpus import ValidCorpus
from corpus.model.commission import Commission
from corpus.model.static_page import StaticPage
from corpus.parsing.parsed_file import ParsedFile
from corpus.paths import COMMISSION_SETTINGS
from corpus.review.changes.field_changes import FieldChange
from corpus.text.alignment import differences

_ON_EVERY_PAGE = ("name", "short_name", "site_name", "site", "words", "series")
"""The settings that the head and the menu of all pages show."""
_IN_THE_MENU = ("menu", "plural")
"""The settings of a kind of authority that the menu shows."""
_ORDER_IN_THE_MENU = "authorities.order"
_MADE_FROM_THE_MODEL = ("| field | what it says |", "| key | what it says |")
"""How the tables begin that `make golden` writes; nobody writes them by hand."""


def setting_changes(old: Commission, new: Commission) -> Iterator[FieldChange]:
    """Each setting that differs, by its name: `approval_lines`, `authorities.rule.title`."""
    before, after = (item.model_dump(mode="json") for item in (old, new))
    for name, was, now in _differences("", before, after):
        yield FieldChange(COMMISSION_SETTINGS, name, was, now)


def changes_every_page(change: FieldChange) -> bool:
    """Whether a setting is at the head or in the menu of every page."""
    if change.what == _ORDER_IN_THE_MENU:
        return True
    first, *_, last = (*change.what.split("."), "")[:3]
    if first != "authorities":
        return first in _ON_EVERY_PAGE
    is_of_new_or_removed_kind = last == "title" and not (change.old and change.new)
    return last in _IN_THE_MENU or is_of_new_or_removed_kind


def page_changes(old: ValidCorpus, new: ValidCorpus) -> Iterator[FieldChange]:
    """Each place where a page written by hand differs, or all of it if only one state has it."""
    before, after = ({page.path: page for page in corpus.pages} for corpus in (old, new))
    for path in sorted({**after, **before}):
        was, now = _paragraphs(before.get(path)), _paragraphs(after.get(path))
        for lost, added in differences(was, now):
            yield FieldChange(path, "words", _in_one_line(was[lost]), _in_one_line(now[added]))


def _in_one_line(paragraphs: Iterable[str]) -> str:
    return " ".join(" ".join(paragraphs).split())


def _paragraphs(page: ParsedFile[StaticPage] | None) -> list[str]:
    """The title, the description, the paragraphs and the rows of tables; none without a page."""
    if page is None or page.value is None:
        return []
    blocks = page.raw.body.strip().split("\n\n")
    by_hand = (block for block in blocks if not block.startswith(_MADE_FROM_THE_MODEL))
    return [page.value.title, page.value.description, *chain.from_iterable(map(_rows, by_hand))]


def _rows(block: str) -> list[str]:
    """The rows of a table, each by itself; any other block whole."""
    return block.split("\n") if block.startswith("|") else [block]


def _differences(name: str, old: object, new: object) -> Iterator[tuple[str, str, str]]:
    """Each value that differs, with the names that lead to it; a list of words is one value."""
    if isinstance(old, Mapping) or isinstance(new, Mapping):
        before, after = (value if isinstance(value, Mapping) else {} for value in (old, new))
        old_order = [key for key in before if key in after]
        new_order = [key for key in after if key in before]
        if old_order != new_order:
            yield f"{name}.order", ", ".join(old_order), ", ".join(new_order)
        for key in {**after, **before}:
            inner = f"{name}.{key}" if name else str(key)
            yield from _differences(inner, before.get(key), after.get(key))
    elif _has_entries(old) or _has_entries(new):
        for number, was, now in _entries_that_differ(old, new):
            yield from _differences(f"{name}.{number}", was, now)
    elif _in_words(old) != _in_words(new):
        yield name, _in_words(old), _in_words(new)


def _has_entries(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _entries_that_differ(old: object, new: object) -> Iterator[tuple[int, object, object]]:
    """The entries that only one of two lists has, each with its number there; equal ones match."""
    before, after = (value if isinstance(value, list) else [] for value in (old, new))
    was_typed, is_typed = ([json.dumps(item) for item in items] for items in (before, after))
    for lost, added in differences(was_typed, is_typed):
        pairs = zip_longest(before[lost], after[added])
        for place, (was, now) in enumerate(pairs, start=1):
            yield (lost.start if now is None else added.start) + place, was, now


def _in_words(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
