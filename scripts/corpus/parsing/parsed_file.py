"""A file parsed by its schema, with its faults."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing.field_mistakes import (
    EXPECTED,
    last_name,
    message_on_missing,
    missing_field,
    unknown_field,
    words_after_comma,
    wrong_kind,
)
from corpus.parsing.field_types import SLUG, StrictModel
from corpus.parsing.files import MAX_FAULTS
from corpus.parsing.front_matter import RawFile
from corpus.parsing.schema import fields_at, model_at
from corpus.parsing.yaml_values import FieldPath

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class ParsedFile(Generic[Schema]):
    """A file as its schema reads it.

    Two are never equal, so that results can be cached by the file that they come from.
    """

    raw: RawFile
    partial: Schema | None
    """The fields that could be read; reading any other raises `UnreadFieldError`."""
    faults: tuple[Fault, ...] = ()

    @property
    def value(self) -> Schema | None:
        """The value, if the file has no fault."""
        return None if self.faults else self.partial

    @property
    def path(self) -> str:
        """The file's path below the root."""
        return self.raw.path

    def field_location(self, *field_path: str | int) -> Location:
        """Where the value at `field_path` is, or the nearest value above it."""
        return self.raw.location(field_path)


def parse_file(raw: RawFile, schema: type[Schema]) -> ParsedFile[Schema]:
    """Check the fields of a file against a schema."""
    if raw.fields is None:
        return ParsedFile(raw, _partial({}, schema, ()), raw.faults)
    try:
        return ParsedFile(raw, schema.model_validate(raw.fields), raw.faults)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        causes = _without_consequences(details, raw.fields, schema)
        faults = {_fault(raw, detail, schema) for detail in islice(causes, MAX_FAULTS)}
        partial = _partial(raw.fields, schema, {detail["loc"][0] for detail in details})
        return ParsedFile(raw, partial, (*raw.faults, *sorted(faults)))


def _partial(fields: Any, schema: type[Schema], faulty: Collection[str | int]) -> Schema | None:
    """The fields without faults, read one by one; None for a vocabulary, which has no fields."""
    if not issubclass(schema, StrictModel):
        return None
    sound = [name for name in schema.model_fields if name in fields and name not in faulty]
    partial = schema.model_construct(**{name: _field(schema, name, fields) for name in sound})
    for name in faulty:
        partial.__dict__.pop(str(name), None)
    return partial  # type: ignore[return-value]  # a Schema that is a StrictModel


def _field(schema: type[StrictModel], name: str, fields: Any) -> Any:
    return getattr(_schema_of_field(schema, name).model_validate({name: fields[name]}), name)


@cache
def _schema_of_field(schema: type[StrictModel], name: str) -> type[StrictModel]:
    """A schema with this field only."""
    field = schema.model_fields[name]
    return create_model(name, __base__=StrictModel, **{name: (field.annotation, field)})  # type: ignore[call-overload, no-any-return]


def _without_consequences(
    details: Sequence[ErrorDetails], fields: Any, schema: type[BaseModel]
) -> Iterator[ErrorDetails]:
    """Yield what is wrong, without a missing field whose name is only misspelled.

    A default that is made from a field with a mistake is no mistake of its own.
    """
    unknown = [detail["loc"] for detail in details if detail["type"] == "extra_forbidden"]
    misspelled = {(*loc[:-1], _meant(loc, fields, schema)) for loc in unknown}
    for detail in details:
        is_misspelled = detail["type"] == "missing" and detail["loc"] in misspelled
        if not is_misspelled and detail["type"] != "default_factory_not_called":
            yield detail


def _meant(field_path: FieldPath, fields: Any, schema: type[BaseModel]) -> str:
    """The missing field that an unknown one is probably meant for; empty if there is none."""
    siblings = _value_at(fields, field_path[:-1])
    return missing_field(str(field_path[-1]), siblings, field_path[:-1], schema)


def _fault(raw: RawFile, detail: ErrorDetails, schema: type[BaseModel]) -> Fault:
    error_type = detail["type"]
    field_path = detail["loc"]
    message = detail["msg"]
    location = raw.location(field_path)
    if field_path and field_path[-1] == "[key]":
        hint = detail.get("ctx", {}).get("hint", "")
        return Fault(raw.key_location(field_path[:-1]), FaultKind(error_type), message, hint)
    if error_type == "missing":
        message = message_on_missing(str(field_path[-1]))
        location = raw.location(field_path[:-1])
        return Fault(location, FaultKind.MISSING, message, field_path=field_path)
    value = _value_at(raw.fields, field_path)
    if error_type == "extra_forbidden":
        siblings = _value_at(raw.fields, field_path[:-1])
        name = str(field_path[-1])
        location = raw.key_location(field_path)
        mistake = unknown_field(name, value, siblings, field_path[:-1], schema)
        if not value and not _has_colon(raw, location, name):
            mistake = words_after_comma(name, siblings)
        return Fault(location, FaultKind.UNKNOWN, *mistake)
    is_blank = value == [] or (isinstance(value, str) and not value.strip())
    if error_type == "string_too_short" or is_blank:
        name = last_name(field_path)
        of_entry = _of_entry(raw.fields, field_path[:-1], schema)
        message = f"the {'list' if value == [] else 'field'} `{name}`{of_entry} is empty"
        is_required = fields_at(field_path[:-1], schema).get(name, True)
        hint = "" if is_required else f"Fill it in, or delete the line `{name}`."
        return Fault(location, FaultKind.EMPTY, message, hint)
    if error_type in EXPECTED:
        mistake = wrong_kind(error_type, field_path, value, schema)
        return Fault(location, FaultKind.SHAPE, *mistake)
    kind = FaultKind(error_type) if error_type in set(FaultKind) else FaultKind.OTHER
    context = detail.get("ctx", {})
    if context.get("inner_field"):
        location = raw.location((*field_path, context["inner_field"]))
    if kind is FaultKind.OTHER:
        message = f"this value does not fit the field `{last_name(('', *field_path))}`"
    return Fault(location, kind, message, context.get("hint", ""))


def _of_entry(fields: Any, path: FieldPath, schema: type[BaseModel]) -> str:
    """` of answer 1`, for a field in an entry of a list; empty for any other."""
    model = model_at(path, schema)
    if not path or not isinstance(path[-1], int) or not model or not issubclass(model, StrictModel):
        return ""
    typed = str(_value_at(fields, (*path, "id")) or "")
    number = typed if re.fullmatch(SLUG, typed) else path[-1] + 1
    return f" of {model.entry} {number}" if model.entry else f" of entry {number} of `{path[-2]}`"


def _has_colon(raw: RawFile, location: Location, name: str) -> bool:
    """Whether a colon follows a name where it was typed; only within braces, none needs to."""
    lines = raw.text.splitlines()
    line = lines[location.line - 1] if location.line <= len(lines) else ""
    typed = line[location.column - 1 :]
    return not typed.startswith(name) or typed[len(name) :].lstrip().startswith(":")


def _value_at(fields: Any, field_path: FieldPath) -> Any:
    """The value that was typed for a field; None if there is none."""
    for step in field_path:
        try:
            fields = fields[step]
        except (KeyError, IndexError, TypeError):
            return None
    return fields
