"""Parse the fields of a record by the schema that they select."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.findings import FaultKind
from corpus.model.commission import Commission
from corpus.model.opinion import RecordFields
from corpus.model.record_models import RecordModels
from corpus.model.series import Series
from corpus.parsing.front_matter import RawFile
from corpus.parsing.parsed_file import ParsedFile, parse_file
from corpus.parsing.yaml_values import Value
from corpus.text.approved_text import ApprovedText, parse_approved_text


def parse_record(
    raw: RawFile, models: RecordModels, all_series: Sequence[Series]
) -> ParsedFile[Any]:
    """Parse a record by the schema that its fields `text` and `stage` select.

    Only a record in a known series with years needs one.
    """
    fields = raw.fields if isinstance(raw.fields, dict) else {}
    schema = _schema_of(fields, models)
    name = _series_of(fields, raw.path, all_series)
    needs_year = any(name == series.id and series.has_year for series in all_series)
    if fields and not needs_year:
        with_year: Any = {"year": None, **fields}
        file = replace(parse_file(replace(raw, fields=with_year), schema), raw=raw)
    else:
        file = parse_file(raw, schema)
    return _with_series_to_choose(file, all_series)


def approved_text(file: RawFile, commission: Commission) -> ApprovedText:
    """The text below the fields of a record file, with its approval lines."""
    return parse_approved_text(
        file.body,
        commission.is_approval_line,
        commission.is_further_approval_line,
        named_line(file.fields),
    )


def named_line(fields: "Value | None") -> str:
    """The words that the fields of a record give to its approval line; empty if they give none."""
    words = fields.get("approval_line") if isinstance(fields, dict) else None
    return words if isinstance(words, str) else ""


def _series_of(fields: Mapping[str, Any], path: str, all_series: Sequence[Series]) -> str:
    """The series that a record names, or in whose folder it is; empty if it is in neither."""
    names = [series.id for series in all_series]
    candidates = (fields.get("series"), path.split("/")[1])
    return next((name for name in candidates if name in names), "")


def _with_series_to_choose(file: ParsedFile[Any], all_series: Sequence[Series]) -> ParsedFile[Any]:
    """The file; if the name of a series is not a short name, its fault lists the short names."""
    names = {series.name: series.id for series in all_series if series.id}
    if not names or not isinstance(file.raw.fields, dict):
        return file
    place = file.field_location("series")
    known = ", ".join(f"`{name}`" for name in names.values())
    typed = file.raw.fields.get("series")
    hint = f"Type `{names[typed]}`." if typed in [*names] else f"Type one of {known}."
    faults = (
        replace(fault, hint=hint)
        if fault.kind is FaultKind.SLUG and fault.location == place
        else fault
        for fault in file.faults
    )
    return replace(file, faults=tuple(faults))


def _schema_of(fields: Mapping[str, Any], models: RecordModels) -> type[RecordFields]:
    if fields.get("text") == "elsewhere":
        return models.elsewhere
    return models.draft if fields.get("stage") == "draft" else models.full
