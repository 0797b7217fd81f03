"""The field that a finding is about, and the places of two settings that conflict."""

from typing import Any

from corpus.findings import Finding, Location
from corpus.parsing.field_mistakes import name_of_missing
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import ParsedFile
from corpus.parsing.yaml_values import FieldPath, name_of_second


def field_of(finding: Finding, raw: RawFile) -> FieldPath:
    """The path of a field, even of one that is missing or there twice, as the message says.

    Empty if the finding is about the text or the whole file.
    """
    location = finding.location
    if raw.body and location.line >= raw.body_line:
        return ()
    path = raw.field_at(location)
    if second := name_of_second(finding.message):
        above = (path[:length] for length in range(len(path), -1, -1))
        holders = (holder for holder in above if _has(raw, holder, second, location.column))
        return (*next(holders, ()), second)
    if missing := name_of_missing(finding.message):
        above = (path[:length] for length in range(len(path), 0, -1))
        holders = (holder for holder in above if raw.location(holder) == location)
        inner = (holder for holder in holders if isinstance(value_at(raw.fields, holder), dict))
        return (*next(inner, ()), missing)
    return path


def _has(raw: RawFile, holder: FieldPath, name: str, column: int) -> bool:
    """Whether a set of fields has one of this name that begins at a column."""
    fields = value_at(raw.fields, holder)
    is_here = isinstance(fields, dict) and name in fields
    return is_here and raw.key_location((*holder, name)).column == column


def value_at(fields: Any, path: FieldPath) -> Any:
    """The value at the path of a field that is there."""
    value = fields
    for step in path:
        value = value[step]
    return value


def collision(
    file: ParsedFile[Any], place: FieldPath, other_place: FieldPath, message: str
) -> tuple[Location, str]:
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
