"""A file as its schema reads it, with its faults."""

from collections.abc import Collection, Iterator
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

_LONGEST_SHOWN = 60
"""How many characters a value may have that a message repeats."""


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
    value = _value_at(raw.fields, field_path)
    if error_type == "string_too_short" or (isinstance(value, str) and not value.strip()):
        message = f"the field `{_last_name(field_path)}` is empty"
        return Fault(location, FaultKind.EMPTY, message)
    if error_type in _EXPECTED:
        has_fields = any(
            _last_name(field_path) in above for above in _fields_above(schema).values()
        )
        typed = "" if has_fields else _as_expected(error_type, value)
        message = f"this must be {_EXPECTED[error_type]}{typed}"
        return Fault(location, FaultKind.SHAPE, message)
    kind = FaultKind(error_type) if error_type in set(FaultKind) else FaultKind.OTHER
    return Fault(location, kind, message)


def _value_at(fields: Any, field_path: FieldPath) -> Any:
    """The value that was typed for a field; None if there is none."""
    for step in field_path:
        try:
            fields = fields[step]
        except (KeyError, IndexError, TypeError):
            return None
    return fields


def _as_expected(error_type: str, value: Any) -> str:
    """What to type so that a short value has the kind that is expected."""
    if error_type == "tuple_type" and isinstance(value, str) and len(value) <= _LONGEST_SHOWN:
        return f"; type `[{value}]`"
    if error_type == "string_type" and isinstance(value, list | dict):
        return "; put it in quotation marks"
    return ""


def _last_name(field_path: FieldPath) -> str:
    return next(str(step) for step in reversed(field_path) if isinstance(step, str))


def _unknown_field(name: str, schema: type[BaseModel]) -> str:
    if ":" in name:
        start, _, rest = name.partition(":")
        return f"a space is missing; type `{start}: {rest}`"
    if " " in name:
        return f"`{name[:_LONGEST_SHOWN]}` is no field; put a value with a comma in quotation marks"
    places = _fields_above(schema)
    if name not in places:
        return f"there is no field `{name}`" + did_you_mean(name, places)
    above = " or ".join(
        f"under `{field}`" if field else "at the top level" for field in places[name]
    )
    return f"`{name}` belongs {above}, not here"


@cache
def _fields_above(schema: type[BaseModel]) -> dict[str, tuple[str, ...]]:
    """The names of all fields at any depth, each with the fields that it can be within.

    A field at the top is within "".
    """
    json_schema = schema.model_json_schema()
    definitions = json_schema.get("$defs", {})
    above: dict[str, tuple[str, ...]] = {}
    waiting = [("", json_schema)]
    while waiting:
        parent, part = waiting.pop()
        for name, field in part.get("properties", {}).items():
            if parent not in above.get(name, ()):
                above[name] = (*above.get(name, ()), parent)
                waiting += ((name, definitions[inner]) for inner in _definitions_in(field))
    return above


def _definitions_in(field: Any) -> Iterator[str]:
    """The names of the definitions that a field of a JSON Schema refers to."""
    for key, value in field.items():
        if key == "$ref":
            yield str(value).rpartition("/")[2]
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from _definitions_in(inner)
