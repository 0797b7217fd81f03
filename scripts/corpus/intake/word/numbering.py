"""The marks that Word makes for list items; the text of the document does not contain them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias

from lxml.etree import _Element

from corpus.intake.number_words import cardinal, ordinal_word
from corpus.intake.word.package import W, is_on, nodes, to_int, value
from corpus.intake.word.styles import Styles
from corpus.model.roman_numerals import to_roman

DEEPEST = 8
"""The innermost of Word's nine list levels, which are counted from 0."""

ListPosition: TypeAlias = tuple[str, int]
"""The id of a list, and the level in it from 0."""
_WORDS = {"cardinalText", "ordinalText", "ordinal"}
"""The forms of numbers that Word writes in the language of the text."""


class _Level(NamedTuple):
    """How the items of one level are numbered."""

    format: str
    """A name from Word: `decimal`, `lowerRoman`, `bullet`."""
    pattern: str
    """`%1)`, with a level from 1 after each `%`."""
    first: int
    is_legal: bool = False
    """Whether the numbers of outer levels are written in digits, as in `2.1` below `II.`."""
    restarts_after: int = DEEPEST + 1
    """It starts again after an item of a level before this one, counted from 0."""
    style: str = ""
    """The id of the paragraph style whose paragraphs are items of this level."""
    is_hidden: bool = False
    """Whether Word hides the numbers."""
    language: str = ""
    """The language of its numbers, such as `de-DE`, if it is not the language of the text."""


_Levels: TypeAlias = dict[int, _Level]


class _List(NamedTuple):
    """A list, with the counts that it shares with all lists of its definition."""

    levels: _Levels
    counts: dict[int, int]
    """The number of the last item of each level."""
    restarts: dict[int, int]
    """The number of the first item of a level, if it does not go on with that of other lists."""

    def add_item(self, level: int) -> None:
        """Count one more item of a level."""
        next_number = self.counts.get(level, self.levels[level].first - 1) + 1
        self.counts[level] = self.restarts.pop(level, next_number)
        for number, deeper in self.levels.items():
            if level < number and level < deeper.restarts_after:
                self.counts.pop(number, None)


_NO_SUCH_LIST = _List({}, {}, {})


class Numbering:
    """The lists of a document. It counts: each mark that is asked for is the next of its list."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        """Read the definitions in `word/numbering.xml`; None if there is no such part."""
        self._lists = {} if root is None else dict(_read_lists(root, styles))

    def position(self, elements: Iterable[_Element]) -> ListPosition | None:
        """Where in which list a paragraph is, by its own properties or its styles.

        `elements` are the paragraph, its style, and the styles that this is based on.
        """
        level = ""
        for element in elements:
            level = level or value(element, "w:pPr/w:numPr/w:ilvl/@w:val")
            if list_id := value(element, "w:pPr/w:numPr/w:numId/@w:val"):
                level = level or self._level_of_style(list_id, element.get(f"{W}styleId", ""))
                return None if list_id == _NO_LIST else (list_id, min(to_int(level), DEEPEST))
        return None

    def next_mark(self, position: ListPosition) -> str:
        """The mark of the next item: `1)`, `b.`, `•`; empty if it has none."""
        list_id, level_number = position
        numbered = self._lists.get(list_id, _NO_SUCH_LIST)
        level = numbered.levels.get(level_number)
        if level is None:
            return ""
        numbered.add_item(level_number)
        if level.is_hidden:
            return ""
        if level.format == "bullet":
            return "•"
        current = partial(_current_number, numbered, is_legal=level.is_legal)
        return re.sub("%([1-9])", current, level.pattern).strip()

    def is_hidden(self, position: ListPosition) -> bool:
        """Whether Word hides the marks in this place."""
        list_id, level_number = position
        level = self._lists.get(list_id, _NO_SUCH_LIST).levels.get(level_number)
        return level is not None and level.is_hidden

    def is_known(self, position: ListPosition) -> bool:
        """Whether a mark in this place is what Word shows, as its form of numbers is known."""
        return all(level.format in _FORMATS for level in self._levels_in_mark(position))

    def is_in_language(self, position: ListPosition, text_language: str) -> bool:
        """Whether a mark in this place is in the language that Word shows: words are English."""
        languages = (
            level.language or text_language
            for level in self._levels_in_mark(position)
            if level.format in _WORDS
        )
        return all(language.lower().startswith("en") for language in languages if language)

    def _levels_in_mark(self, position: ListPosition) -> list[_Level]:
        """The levels whose numbers appear in a mark, except those always shown as digits."""
        list_id, level_number = position
        levels = self._lists.get(list_id, _NO_SUCH_LIST).levels
        level = levels.get(level_number)
        if level is None or level.format == "bullet" or level.is_legal:
            return []
        numbers = {int(digit) - 1 for digit in re.findall("%([1-9])", level.pattern)}
        return [levels[number] for number in numbers & levels.keys()]

    def _level_of_style(self, list_id: str, style: str) -> str:
        levels = self._lists.get(list_id, _NO_SUCH_LIST).levels
        matches = (number for number, level in levels.items() if style and level.style == style)
        return str(next(matches, ""))


_NO_LIST = "0"


def _current_number(numbered: _List, match: re.Match[str], *, is_legal: bool) -> str:
    """The number of the level that `%1` names, or `%1` if there is no such level."""
    level_number = int(match[1]) - 1
    level = numbered.levels.get(level_number)
    if level is None:
        return match[0]
    number_format = "decimal" if is_legal else level.format
    return _FORMATS.get(number_format, str)(numbered.counts.get(level_number, level.first))


def _read_lists(root: _Element, styles: Styles) -> Iterator[tuple[str, _List]]:
    """Yield the id of each list with the list."""
    definitions = {value(node, "@w:abstractNumId"): node for node in root.iter(f"{W}abstractNum")}
    by_style = {value(node, "@w:val"): node.getparent() for node in root.iter(f"{W}styleLink")}
    of_lists = {
        value(n, "@w:numId"): value(n, "w:abstractNumId/@w:val") for n in root.iter(f"{W}num")
    }
    shared_counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for element in root.iter(f"{W}num"):
        definition_id = value(element, "w:abstractNumId/@w:val")
        if definition_id in definitions:
            definition = definitions[definition_id]
            # The levels of a list style are in another definition, which has the style's name.
            style = value(definition, "w:numStyleLink/@w:val")
            of_style = definitions.get(of_lists.get(styles.list_of(style), ""), definition)
            linked = by_style.get(style, of_style)
            restarts = {
                to_int(value(start, "../@w:ilvl")): to_int(value(start, "@w:val"))
                for start in nodes(element, "w:lvlOverride/w:startOverride")
            }
            levels = _read_levels(linked, element, restarts)
            counts = shared_counts[definition_id]
            yield value(element, "@w:numId"), _List(levels, counts, restarts)


def _read_levels(definition: _Element, element: _Element, restarts: Mapping[int, int]) -> _Levels:
    """The levels of a definition, as a list overrides them."""
    nodes_of_levels = (*nodes(definition, "w:lvl"), *nodes(element, "w:lvlOverride/w:lvl"))
    levels = {to_int(value(level, "@w:ilvl")): _level(level) for level in nodes_of_levels}
    for number in restarts.keys() & levels.keys():
        levels[number] = levels[number]._replace(first=restarts[number])
    return levels


def _level(element: _Element) -> _Level:
    return _Level(
        format=value(element, ".//w:numFmt/@w:val") or "decimal",
        pattern=value(element, "w:lvlText/@w:val"),
        first=to_int(value(element, "w:start/@w:val") or "1"),
        is_legal=is_on(element.find(f"{W}isLgl")),
        restarts_after=to_int(value(element, "w:lvlRestart/@w:val") or str(DEEPEST + 1)),
        style=value(element, "w:pStyle/@w:val"),
        is_hidden=is_on(element.find(f"{W}rPr/{W}vanish")),
        language=value(element, "w:rPr/w:lang/@w:val"),
    )


def _letters(number: int) -> str:
    """`a` to `z`, then `aa`, `bb` and so on, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _ordinal(number: int) -> str:
    """`1st`, `12th`, `23rd`."""
    is_teen = number // 10 % 10 == 1
    suffix = "th" if is_teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: to_roman(number).lower(),
    "upperRoman": to_roman,
    "decimalZero": "{:02}".format,
    "cardinalText": cardinal,
    "ordinalText": ordinal_word,
    "ordinal": _ordinal,
    "decimal": str,
    "numberInDash": "- {} -".format,
    "chicago": lambda number: "*†‡§"[(number - 1) % 4] * ((number - 1) // 4 + 1),
    "none": lambda _: "",
}
