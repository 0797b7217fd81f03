"""A file as its schema reads it, with its faults."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from corpus.findings import Fault, FaultKind, Location, did_you_mean
from corpus.parsing.field_types import StrictModel
from corpus.parsing.files import MAX_FAULTS
from corpus.parsing.front_matter import RawFile
from corpus.parsing.yaml_values import FieldPath

Schema = TypeVar("Schema", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a set of fields",
    "model_type": "a set of fields",
    "int_type": "a number",
    "date_type": "a date",
}
"""What a value should be, by the type of pydantic's error."""


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
        faults = {_fault(raw, detail, schema) for detail in islice(details, MAX_FAULTS)}
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


def _fault(raw: RawFile, detail: ErrorDetails, schema: type[BaseModel]) -> Fault:
    error_type, field_path, message = detail["type"], detail["loc"], detail["msg"]
    location = raw.location(field_path)
    if field_path and field_path[-1] == "[key]":
        return Fault(raw.key_location(field_path[:-1]), FaultKind(error_type), message)
    if error_type == "missing":
        message = f"the field `{field_path[-1]}` is missing"
        return Fault(raw.location(field_path[:-1]), FaultKind.MISSING, message)
    if error_type == "extra_forbidden":
        message = _unknown_field(str(field_path[-1]), schema)
        return Fault(raw.key_location(field_path), FaultKind.UNKNOWN, message)
    if error_type in _EXPECTED:
        return Fault(location, FaultKind.SHAPE, f"this must be {_EXPECTED[error_type]}")
    if error_type == "string_too_short":
        message = f"the field `{_last_name(field_path)}` is empty"
        return Fault(location, FaultKind.EMPTY, message)
    kind = FaultKind(error_type) if error_type in set(FaultKind) else FaultKind.OTHER
    return Fault(location, kind, message)


def _last_name(field_path: FieldPath) -> str:
    return next(str(step) for step in reversed(field_path) if isinstance(step, str))


def _unknown_field(name: str, schema: type[BaseModel]) -> str:
    return f"there is no field `{name}`" + did_you_mean(name, _field_names(schema))


@cache
def _field_names(schema: type[BaseModel]) -> frozenset[str]:
    """The names of all fields, at any depth."""
    json_schema = schema.model_json_schema()
    objects = (json_schema, *json_schema.get("$defs", {}).values())
    return frozenset(name for part in objects for name in part.get("properties", {}))
