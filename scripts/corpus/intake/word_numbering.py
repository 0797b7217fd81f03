"""The marks that Word makes for list items; the text of the document does not contain them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias

from lxml.etree import _Element

from corpus.citations.roman_numerals import to_roman
from corpus.intake.word_xml import W, to_int

DEEPEST = 8
"""The innermost of Word's nine list levels, which are counted from 0."""

ListPosition: TypeAlias = tuple[str, int]
"""The id of a list, and the level in it from 0."""

_BULLET = "•"


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one level are numbered."""

    format: str
    """A name from Word: `decimal`, `lowerRoman`, `bullet`."""
    pattern: str
    """`%1)`, with a level from 1 after each `%`."""
    first: int


class Numbering:
    """The lists of a document. It counts: each mark that is asked for is the next of its list."""

    def __init__(self, root: _Element | None) -> None:
        """Read the definitions in `word/numbering.xml`; None if there is no such part."""
        self._levels: dict[ListPosition, _Level] = {}
        self._counter_ids: dict[str, str] = {}
        self._counters: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._read_lists(root)

    def next_mark(self, position: ListPosition) -> str:
        """Return the mark of the next item: `1)`, `b.`, `•`; empty if it has none."""
        list_id, level_number = position
        level = self._levels.get(position)
        if level is None or level.format == "none":
            return ""
        counts = self._counters[self._counter_ids[list_id]]
        counts[level_number] = counts.get(level_number, level.first - 1) + 1
        for deeper in [number for number in counts if number > level_number]:
            del counts[deeper]
        if level.format == "bullet":
            return _BULLET
        return self._fill_in(level.pattern, list_id, counts)

    def _fill_in(self, pattern: str, list_id: str, counts: dict[int, int]) -> str:
        for level_number in range(DEEPEST + 1):
            level = self._levels.get((list_id, level_number))
            if level is not None:
                number = _formatted(counts.get(level_number, level.first), level.format)
                pattern = pattern.replace(f"%{level_number + 1}", number)
        return pattern

    def _read_lists(self, root: _Element) -> None:
        definitions = {
            definition.get(f"{W}abstractNumId", ""): definition
            for definition in root.iter(f"{W}abstractNum")
        }
        for element in root.iter(f"{W}num"):
            list_id = element.get(f"{W}numId", "")
            link = element.find(f"{W}abstractNumId")
            definition_id = link.get(f"{W}val", "") if link is not None else ""
            overrides = element.findall(f"{W}lvlOverride")
            # Lists of one definition share a counter, unless they override how it starts.
            self._counter_ids[list_id] = f"num {list_id}" if overrides else definition_id
            if definition_id in definitions:
                self._read_levels(list_id, definitions[definition_id])
                self._override_levels(list_id, overrides)

    def _read_levels(self, list_id: str, definition: _Element) -> None:
        for level in definition.findall(f"{W}lvl"):
            self._levels[list_id, to_int(level.get(f"{W}ilvl"))] = _level(level)

    def _override_levels(self, list_id: str, overrides: Iterable[_Element]) -> None:
        for override in overrides:
            position = (list_id, to_int(override.get(f"{W}ilvl")))
            level, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
            if level is not None:
                self._levels[position] = _level(level)
            elif start is not None and position in self._levels:
                first = to_int(start.get(f"{W}val"))
                self._levels[position] = replace(self._levels[position], first=first)


def _level(element: _Element) -> _Level:
    def child_value(name: str, default: str) -> str:
        child = element.find(f"{W}{name}")
        return default if child is None else child.get(f"{W}val", default)

    return _Level(
        child_value("numFmt", "decimal"),
        child_value("lvlText", ""),
        to_int(child_value("start", "1")),
    )


def _formatted(number: int, number_format: str) -> str:
    match number_format:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return to_roman(number).lower()
        case "upperRoman":
            return to_roman(number)
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _letters(number: int) -> str:
    """Return `a` to `z`, then `aa`, `bb` and so on, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
