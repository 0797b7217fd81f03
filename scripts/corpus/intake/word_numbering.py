"""The marks that Word makes for list items; the text of the document does not contain them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from lxml.etree import _Element

from corpus.citations.roman_numerals import to_roman
from corpus.intake.word_xml import W, nodes, to_int, value

DEEPEST = 8
"""The innermost of Word's nine list levels, which are counted from 0."""

ListPosition: TypeAlias = tuple[str, int]
"""The id of a list, and the level in it from 0."""


class _Level(NamedTuple):
    """How the items of one level are numbered."""

    format: str
    """A name from Word: `decimal`, `lowerRoman`, `bullet`."""
    pattern: str
    """`%1)`, with a level from 1 after each `%`."""
    first: int


_Levels: TypeAlias = dict[int, _Level]


class Numbering:
    """The lists of a document. It counts: each mark that is asked for is the next of its list."""

    def __init__(self, root: _Element | None) -> None:
        """Read the definitions in `word/numbering.xml`; None if there is no such part."""
        self._lists = {} if root is None else dict(_read_lists(root))

    def next_mark(self, position: ListPosition) -> str:
        """Return the mark of the next item: `1)`, `b.`, `•`; empty if it has none."""
        list_id, level_number = position
        levels, counts = self._lists.get(list_id, ({}, {}))
        level = levels.get(level_number)
        if level is None or level.format == "none":
            return ""
        counts[level_number] = counts.get(level_number, level.first - 1) + 1
        for deeper in [number for number in counts if number > level_number]:
            del counts[deeper]
        if level.format == "bullet":
            return "•"
        return re.sub("%([1-9])", partial(_current_number, levels, counts), level.pattern)


def _current_number(levels: _Levels, counts: dict[int, int], match: re.Match[str]) -> str:
    """Return the number of the level that `%1` names, or `%1` if there is no such level."""
    level_number = int(match[1]) - 1
    level = levels.get(level_number)
    if level is None:
        return match[0]
    return _FORMATS.get(level.format, str)(counts.get(level_number, level.first))


def _read_lists(root: _Element) -> Iterator[tuple[str, tuple[_Levels, dict[int, int]]]]:
    """Yield the id of each list with its levels and counts."""
    definitions = {value(node, "@w:abstractNumId"): node for node in root.iter(f"{W}abstractNum")}
    shared_counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for element in root.iter(f"{W}num"):
        definition_id = value(element, "w:abstractNumId/@w:val")
        if definition_id in definitions:
            levels = _read_levels(definitions[definition_id], element)
            # Lists of one definition share the counts, unless they override how it starts.
            has_overrides = element.find(f"{W}lvlOverride") is not None
            counts: dict[int, int] = {} if has_overrides else shared_counts[definition_id]
            yield value(element, "@w:numId"), (levels, counts)


def _read_levels(definition: _Element, element: _Element) -> _Levels:
    """Return the levels of a definition, as a list overrides them."""
    nodes_of_levels = (*nodes(definition, "w:lvl"), *nodes(element, "w:lvlOverride/w:lvl"))
    levels = {to_int(value(level, "@w:ilvl")): _level(level) for level in nodes_of_levels}
    for start in nodes(element, "w:lvlOverride[not(w:lvl)]/w:startOverride"):
        number = to_int(value(start, "../@w:ilvl"))
        if number in levels:
            levels[number] = levels[number]._replace(first=to_int(value(start, "@w:val")))
    return levels


def _level(element: _Element) -> _Level:
    return _Level(
        value(element, "w:numFmt/@w:val") or "decimal",
        value(element, "w:lvlText/@w:val"),
        to_int(value(element, "w:start/@w:val") or "1"),
    )


def _letters(number: int) -> str:
    """Return `a` to `z`, then `aa`, `bb` and so on, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: to_roman(number).lower(),
    "upperRoman": to_roman,
    "decimalZero": "{:02}".format,
}
