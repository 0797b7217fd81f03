"""The fields of a schema and the fields within them, and what each one has.

Where editors choose the names, as for kinds of authority, each name leads to the same fields.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel, RootModel

from corpus.parsing.meaning import MeantBy
from corpus.parsing.yaml_values import FieldPath


@cache
def fields_of(schema: type[BaseModel]) -> Mapping[str, bool]:
    """The names of the fields, and whether each is required; none for a vocabulary."""
    if issubclass(schema, RootModel):
        return {}
    return {name: field.is_required() for name, field in schema.model_fields.items()}


@cache
def list_fields(schema: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields that are lists."""
    fields = schema.model_fields.items()
    return tuple(name for name, field in fields if get_origin(field.annotation) is tuple)


def fields_at(path: FieldPath, schema: type[BaseModel]) -> Mapping[str, bool]:
    """The fields below a path, and whether each is required."""
    model = model_at(path, schema)
    return fields_of(model) if model else {}


def model_at(path: FieldPath, schema: type[BaseModel]) -> type[BaseModel] | None:
    """The model of the fields below a path; None if there are none."""
    return model_within(_annotation_at(path, schema))


def _annotation_at(path: FieldPath, schema: type[BaseModel]) -> Any:
    """The type of the value at a path; that of the list, for one of its entries."""
    annotation: Any = schema
    for step in path:
        annotation = _annotation_below(annotation, step)
    return annotation


def _annotation_below(annotation: Any, step: str | int) -> Any:
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    model = None if isinstance(step, int) else model_within(annotation)
    field = model.model_fields.get(str(step)) if model else None
    return field.annotation if field else annotation


def meaning_of_entries(path: FieldPath, schema: type[BaseModel]) -> Callable[[str], str]:
    """What words mean as an entry of the list at a path; nothing, if its field does not say it."""
    entries = get_args(_annotation_at(path, schema))[:1]
    about = (each for entry in entries for each in getattr(entry, "__metadata__", ()))
    return next((each.read for each in about if isinstance(each, MeantBy)), lambda _: "")


def model_within(annotation: Any) -> type[BaseModel] | None:
    """The model of the fields within a field of this type, if it has any."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(model_within, get_args(annotation))), None)


@cache
def models_in(schema: type[BaseModel]) -> tuple[tuple[str, type[BaseModel]], ...]:
    """Every model with the name of the field that it is in; that of the schema itself has none."""
    found: list[tuple[str, type[BaseModel]]] = []
    waiting = [("", schema)]
    while waiting:
        name, model = waiting.pop()
        if (name, model) in found:
            continue
        found.append((name, model))
        annotations = ((field, model.model_fields[field].annotation) for field in fields_of(model))
        inner = ((field, model_within(annotation)) for field, annotation in annotations)
        waiting += ((field, within) for field, within in inner if within)
    return tuple(found)
