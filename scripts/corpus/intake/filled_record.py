"""Put the text of a document into the record that lists its opinion without the text."""

from __future__ import annotations

from corpus.intake.document import RefusedError
from corpus.library.record_writer import CannotRewriteError, rewrite_fields
from corpus.parsing.front_matter import RawFile, StrictHandler
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import Value, parse_yaml


def filled_record(file: RawFile, drafted: str) -> str:
    """The record with its fields as they were typed, and all else from a drafted record.

    Its `source` keeps its entries and gets those that only the drafted one has. Raises
    `RefusedError` if the fields of the record cannot be read.
    """
    front_matter, body = StrictHandler().split(drafted)
    new, _ = parse_yaml(YamlText(file.path, front_matter))
    fields = _merged(new, file.fields)
    fields.pop("text", None)
    fields["source"] = _merged(_field(new, "source"), _field(file.fields, "source"))
    try:
        return f"{rewrite_fields(file.text, fields)}{body}"
    except CannotRewriteError:
        advice = "Type `make check`, correct them, and try again."
        raise RefusedError(f"The fields of {file.path} cannot be read. {advice}") from None


def _merged(new: Value | None, typed: Value | None) -> dict[str, Value]:
    """The fields of both, with the values that were typed."""
    fields: dict[str, Value] = {}
    for value in (new, typed):
        fields |= value if isinstance(value, dict) else {}
    return fields


def _field(fields: Value | None, name: str) -> Value | None:
    return fields.get(name) if isinstance(fields, dict) else None
