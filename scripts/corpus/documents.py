"""A file with the value that its schema found in it, or with the reasons why there is none."""

from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from corpus.findings import Fault, Spot, Verdict, guess
from corpus.read import Loc, Source

Schema = TypeVar("Schema", bound=BaseModel)

_SHAPES = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a set of fields",
    "model_type": "a set of fields",
    "int_type": "a number",
    "date_type": "a date",
}
"""What a field should have been, by pydantic's name of the error."""


@dataclass(frozen=True, slots=True)
class Document(Generic[Schema]):
    """A source read by a schema: `value` is there only when there are no `faults`."""

    source: Source
    value: Schema | None
    faults: tuple[Fault, ...]

    @property
    def path(self) -> str:
        """The file's path below the root."""
        return self.source.path

    def at(self, *loc: str | int) -> Spot:
        """The place of the value at `loc`."""
        return self.source.spot(loc)

    def faulty(self, kind: str) -> tuple[Verdict, ...]:
        """The places and messages of the faults of this kind."""
        return tuple((fault.spot, fault.message) for fault in self.faults if fault.kind == kind)


def document(source: Source, schema: type[Schema]) -> Document[Schema]:
    """Read a source by its schema."""
    if source.faults:
        return Document(source, None, source.faults)
    try:
        return Document(source, schema.model_validate(source.values), ())
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        faults = {_fault(source, detail, schema) for detail in details}
        return Document(source, None, tuple(sorted(faults)))


def _fault(source: Source, detail: ErrorDetails, schema: type[BaseModel]) -> Fault:
    kind, loc = detail["type"], detail["loc"]
    if kind == "missing":
        return Fault(source.spot(loc[:-1]), kind, f"the field `{loc[-1]}` is missing")
    if kind == "extra_forbidden":
        return Fault(source.key_spot(loc), kind, _unknown(str(loc[-1]), schema))
    if kind in _SHAPES:
        return Fault(source.spot(loc), "shape", f"{_SHAPES[kind]} is expected here")
    if kind in ("string_too_short", "too_short"):
        return Fault(source.spot(loc), "empty", f"the field `{_field(loc)}` is empty")
    return Fault(source.spot(loc), kind, detail["msg"])


def _field(loc: Loc) -> str:
    return next(str(step) for step in reversed(loc) if isinstance(step, str))


def _unknown(name: str, schema: type[BaseModel]) -> str:
    return f"there is no field `{name}`" + guess(name, _field_names(schema))


@cache
def _field_names(schema: type[BaseModel]) -> frozenset[str]:
    whole = schema.model_json_schema()
    parts = (whole, *whole.get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))
