"""The numbers that Word gives to the items of a list, which stand nowhere in its text."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TypeAlias

from lxml.etree import _Element

from corpus.citations.patterns import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements."""

_BULLET = "•"

DEEPEST = 8
"""The depth of the innermost of Word's nine levels, from 0."""

Place: TypeAlias = tuple[str, int]
"""A list by its id, and the depth in it from 0."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one depth are numbered."""

    form: str
    pattern: str
    """`%1)`, with the depth from 1 after each `%`."""
    first: int


class Numbering:
    """The lists of a document; each item asked for is the next one of its list."""

    def __init__(self, root: _Element | None) -> None:
        """Read the definitions of `word/numbering.xml`, where there are any."""
        self._levels: dict[Place, _Level] = {}
        self._shared: dict[str, str] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._define(root)

    def mark(self, place: Place) -> str:
        """The mark of the next item there: `1)`, `b.`, `•`; empty where it has none."""
        number_id, depth = place
        level = self._levels.get(place)
        if level is None or level.form == "none":
            return ""
        counts = self._counts[self._shared[number_id]]
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return _BULLET
        return self._filled(level.pattern, number_id, counts)

    def _filled(self, pattern: str, number_id: str, counts: dict[int, int]) -> str:
        for depth in range(DEEPEST + 1):
            level = self._levels.get((number_id, depth))
            if level is not None:
                told = _told(counts.get(depth, level.first), level.form)
                pattern = pattern.replace(f"%{depth + 1}", told)
        return pattern

    def _define(self, root: _Element) -> None:
        shapes = {one.get(f"{W}abstractNumId", ""): one for one in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            number_id = number.get(f"{W}numId", "")
            link = number.find(f"{W}abstractNumId")
            shape_id = link.get(f"{W}val", "") if link is not None else ""
            overrides = number.findall(f"{W}lvlOverride")
            # A list that begins anew counts for itself; others go on with their shape's count.
            self._shared[number_id] = f"num {number_id}" if overrides else shape_id
            if shape_id in shapes:
                self._add(number_id, shapes[shape_id], overrides)

    def _add(self, number_id: str, shape: _Element, overrides: list[_Element]) -> None:
        for level in shape.findall(f"{W}lvl"):
            self._levels[number_id, whole(level.get(f"{W}ilvl"))] = _level(level)
        for override in overrides:
            depth = whole(override.get(f"{W}ilvl"))
            own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
            if own is not None:
                self._levels[number_id, depth] = _level(own)
            elif start is not None and (number_id, depth) in self._levels:
                old = self._levels[number_id, depth]
                first = whole(start.get(f"{W}val"))
                self._levels[number_id, depth] = _Level(old.form, old.pattern, first)


def _level(element: _Element) -> _Level:
    def value(name: str, otherwise: str) -> str:
        found = element.find(f"{W}{name}")
        return otherwise if found is None else found.get(f"{W}val", otherwise)

    return _Level(value("numFmt", "decimal"), value("lvlText", ""), whole(value("start", "1")))


def whole(written: str | None) -> int:
    """A number of Word's, of which none has more than five digits; 0 for anything else."""
    found = re.fullmatch("[0-9]{1,5}", written or "")
    return int(found[0]) if found else 0


def _told(number: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"}:
        return roman(number) if form == "upperRoman" else roman(number).lower()
    return f"{number:02}" if form == "decimalZero" else str(number)
