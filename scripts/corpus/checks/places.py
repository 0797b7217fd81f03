"""The field that a finding is about, and the places of two settings that conflict."""

from typing import Any

from corpus.findings import Finding, Location, Violation
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath


def field_of(finding: Finding, raw: RawFile) -> FieldPath:
    """The path of a field, even of one that is missing or there twice.

    Empty if the finding is about the text or the whole file.
    """
    location = finding.location
    if raw.body and location.line >= raw.body_line:
        return ()
    return finding.field_path or raw.field_at(location)


def value_at(fields: Any, path: FieldPath) -> Any:
    """The value at the path of a field that is there."""
    value = fields
    for step in path:
        value = value[step]
    return value


def collision(
    file: ParsedFile[Any], place: FieldPath, other_place: FieldPath, message: str, hint: str = ""
) -> Violation:
    """The violation at a setting that collides with another; it names the line of both."""
    line = setting_location(file, other_place).line
    return Violation(setting_location(file, place), f"{message}; see also line {line}", hint)


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
