"""The field of a file that a finding is about."""

from typing import Any

from corpus.findings import Finding
from corpus.parsing.front_matter import RawFile
from corpus.parsing.yaml_values import FieldPath

_MISSING = "the field `"


def field_of(finding: Finding, raw: RawFile) -> FieldPath:
    """Its path, even if it is missing; empty if the finding is about the text or the whole file."""
    location = finding.location
    if raw.body and location.line >= raw.body_line:
        return ()
    path = raw.field_at(location)
    if finding.message.startswith(_MISSING) and finding.message.endswith("` is missing"):
        above = (path[:length] for length in range(len(path), 0, -1))
        holders = (holder for holder in above if raw.location(holder) == location)
        inner = (holder for holder in holders if isinstance(value_at(raw.fields, holder), dict))
        return (*next(inner, ()), finding.message.split("`")[1])
    return path


def value_at(fields: Any, path: FieldPath) -> Any:
    """The value at the path of a field that is there."""
    value = fields
    for step in path:
        value = value[step]
    return value
