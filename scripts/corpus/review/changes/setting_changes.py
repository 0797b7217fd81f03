"""Changed settings, with their old and new words."""

import json
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from corpus.model.commission import Commission
from corpus.paths import COMMISSION_SETTINGS
from corpus.review.changes.field_changes import FieldChange
from corpus.text.alignment import differences

_ON_EVERY_PAGE = ("name", "short_name", "site_name", "site", "words", "series")
"""The settings that the head and the menu of all pages show."""
_IN_THE_MENU = ("menu", "plural")
"""The settings of a kind of authority that the menu shows."""


def setting_changes(old: Commission, new: Commission) -> Iterator[FieldChange]:
    """Each setting that differs, by its name: `approval_lines`, `authorities.rule.title`."""
    before, after = (item.model_dump(mode="json") for item in (old, new))
    for name, was, now in _differences("", before, after):
        yield FieldChange(COMMISSION_SETTINGS, name, was, now)


def changes_every_page(change: FieldChange) -> bool:
    """Whether a setting is at the head or in the menu of every page."""
    match change.what.split("."):
        case "authorities", "order":
            return True
        case "authorities", _, "title", *_:
            return not (change.old and change.new)
        case "authorities", _, setting, *_:
            return setting in _IN_THE_MENU
        case setting, *_:
            return setting in _ON_EVERY_PAGE
    return False


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
