"""Two settings that collide: where each of them is."""

from typing import Any

from corpus.checks.places import value_at
from corpus.findings import Location, Violation
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath


def collision(
    file: ParsedFile[Any], place: FieldPath, other_place: FieldPath, message: str
) -> Violation:
    """The violation at a setting that collides with another; it names the line of both."""
    line = setting_location(file, other_place).line
    return setting_location(file, place), f"{message}; see also line {line}"


def setting_location(file: ParsedFile[Any], place: FieldPath) -> Location:
    """Where a setting is; if it was left out, where the settings that lack it begin."""
    for depth in range(len(place), 0, -1):
        if _is_there(file.raw.fields, place[:depth]):
            is_named = depth < len(place) and isinstance(place[depth - 1], str)
            find = file.raw.key_location if is_named else file.raw.location
            return find(place[:depth])
    return Location(file.path)


def _is_there(fields: Any, place: FieldPath) -> bool:
    try:
        value_at(fields, place)
    except (KeyError, IndexError, TypeError):
        return False
    return True
