"""A file with the value that its schema found in it, or with the reasons why there is none."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError, create_model
from pydantic_core import ErrorDetails

from corpus.findings import Fault, FaultKind, Location, did_you_mean
from corpus.parsing.field_types import StrictModel
from corpus.parsing.files import MOST
from corpus.parsing.front_matter import RawFile
from corpus.parsing.yaml_values import FieldPath

Schema = TypeVar("Schema", bound=BaseModel)

_SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a set of fields",
    "model_type": "a set of fields",
    "int_type": "a number",
    "date_type": "a date",
}
"""What a field should have been, by pydantic's name of the error."""


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class ParsedFile(Generic[Schema]):
    """A raw file read by a schema: as far as it can be, with the faults that keep it from more.

    Each is itself alone, so that what was found in it can be remembered with it.
    """

    raw: RawFile
    partial: Schema | None
    """The fields that could be read; any other raises `UnreadFieldError`."""
    faults: tuple[Fault, ...] = ()

    @property
    def value(self) -> Schema | None:
        """The value, where nothing is wrong with it."""
        return None if self.faults else self.partial

    @property
    def path(self) -> str:
        """The file's path below the root."""
        return self.raw.path

    def field_location(self, *loc: str | int) -> Location:
        """The place of the value at `loc`."""
        return self.raw.location(loc)


def parse_file(raw: RawFile, schema: type[Schema]) -> ParsedFile[Schema]:
    """Read the values of a raw file by its schema."""
    if raw.values is None:
        return ParsedFile(raw, _draft({}, schema, ()), raw.faults)
    try:
        return ParsedFile(raw, schema.model_validate(raw.values), raw.faults)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        faults = {_fault(raw, detail, schema) for detail in islice(details, MOST)}
        draft = _draft(raw.values, schema, {detail["loc"][0] for detail in details})
        return ParsedFile(raw, draft, (*raw.faults, *sorted(faults)))


def _draft(values: Any, schema: type[Schema], faulty: Collection[str | int]) -> Schema | None:
    """The fields that can be read, each by itself; a vocabulary is read whole or not at all."""
    if not issubclass(schema, StrictModel):
        return None
    named = [name for name in schema.model_fields if name in values and name not in faulty]
    draft = schema.model_construct(**{name: _field(schema, name, values) for name in named})
    for name in faulty:
        draft.__dict__.pop(str(name), None)
    return draft  # type: ignore[return-value]  # a Schema that is Strict


def _field(schema: type[StrictModel], name: str, values: Any) -> Any:
    return getattr(_alone(schema, name).model_validate({name: values[name]}), name)


@cache
def _alone(schema: type[StrictModel], name: str) -> type[StrictModel]:
    """A schema of this field alone."""
    field = schema.model_fields[name]
    return create_model(name, __base__=StrictModel, **{name: (field.annotation, field)})  # type: ignore[call-overload, no-any-return]


def _fault(raw: RawFile, detail: ErrorDetails, schema: type[BaseModel]) -> Fault:
    error_type, loc = detail["type"], detail["loc"]
    if loc and loc[-1] == "[key]":
        return Fault(raw.key_location(loc[:-1]), FaultKind(error_type), detail["msg"])
    if error_type == "missing":
        return Fault(raw.location(loc[:-1]), FaultKind.MISSING, f"the field `{loc[-1]}` is missing")
    if error_type == "extra_forbidden":
        return Fault(raw.key_location(loc), FaultKind.UNKNOWN, _unknown(str(loc[-1]), schema))
    if error_type in _SHAPES:
        return Fault(raw.location(loc), FaultKind.SHAPE, f"{_SHAPES[error_type]} is expected here")
    if error_type == "string_too_short":
        return Fault(raw.location(loc), FaultKind.EMPTY, f"the field `{_field_of(loc)}` is empty")
    kind = FaultKind(error_type) if error_type in set(FaultKind) else FaultKind.OTHER
    return Fault(raw.location(loc), kind, detail["msg"])


def _field_of(loc: FieldPath) -> str:
    return next(str(step) for step in reversed(loc) if isinstance(step, str))


def _unknown(name: str, schema: type[BaseModel]) -> str:
    return f"there is no field `{name}`" + did_you_mean(name, _field_names(schema))


@cache
def _field_names(schema: type[BaseModel]) -> frozenset[str]:
    whole = schema.model_json_schema()
    parts = (whole, *whole.get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))
