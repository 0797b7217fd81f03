"""A file with the value that its schema found in it, or with the reasons why there is none."""

from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from corpus.findings import Fault, Flaw, Spot, Verdict, guess
from corpus.read import Loc, Source

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


@dataclass(frozen=True, slots=True)
class Document(Generic[Schema]):
    """A source read by a schema: either `value` is there, or `faults` say why it is not."""

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

    def faulty(self, flaw: Flaw) -> tuple[Verdict, ...]:
        """The places and messages of the faults of this kind."""
        return tuple((fault.spot, fault.message) for fault in self.faults if fault.flaw is flaw)


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
    if loc and loc[-1] == "[key]":
        return Fault(source.key_spot(loc[:-1]), Flaw(kind), detail["msg"])
    if kind == "missing":
        return Fault(source.spot(loc[:-1]), Flaw.MISSING, f"the field `{loc[-1]}` is missing")
    if kind == "extra_forbidden":
        return Fault(source.key_spot(loc), Flaw.UNKNOWN, _unknown(str(loc[-1]), schema))
    if kind in _SHAPES:
        return Fault(source.spot(loc), Flaw.SHAPE, f"{_SHAPES[kind]} is expected here")
    if kind == "string_too_short":
        return Fault(source.spot(loc), Flaw.EMPTY, f"the field `{_field(loc)}` is empty")
    flaw = Flaw(kind) if kind in set(Flaw) else Flaw.OTHER
    return Fault(source.spot(loc), flaw, detail["msg"])


def _field(loc: Loc) -> str:
    return next(str(step) for step in reversed(loc) if isinstance(step, str))


def _unknown(name: str, schema: type[BaseModel]) -> str:
    return f"there is no field `{name}`" + guess(name, _field_names(schema))


@cache
def _field_names(schema: type[BaseModel]) -> frozenset[str]:
    whole = schema.model_json_schema()
    parts = (whole, *whole.get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))
