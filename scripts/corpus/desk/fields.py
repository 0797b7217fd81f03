"""The fields of a record as a form changes them: which may be changed, and in which order."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from corpus.intake.document import clean_text
from corpus.model.commission import Commission
from corpus.model.opinion import Draft, Opinion
from corpus.parsing.schema import list_fields, model_within
from corpus.parsing.yaml_values import Value

_AUTHORITIES = "*"
"""Where the fields of the kinds of authority stand."""
_ORDER = (
    "number",
    "letter",
    "year",
    "series",
    "title",
    "approved",
    "approval_line",
    "text",
    "stage",
    "comments_until",
    "topics",
    "programs",
    "aliases",
    "withdrawn",
    "summary",
    "issues",
    "holdings",
    _AUTHORITIES,
    "opinions",
    "other_opinions",
    "corrections",
    "requester",
    "docket",
    "joint_bodies",
    "vote",
    "waivers",
    "source",
)
"""The order of the fields in a record; a field that is not named here comes last."""
_MODELS: Mapping[str, type[BaseModel]] = {
    name: model
    for name, field in Draft.model_fields.items()
    if name != "source" and (model := model_within(field.annotation))
}
"""The fields that have fields of their own."""
_SHAPES: Mapping[str, type] = {
    name: list if name in list_fields(Draft) else dict if name in _MODELS else str
    for name in Draft.model_fields
    if name not in {"source", "text"}
}
"""What a form sends for each field."""
_SOURCE = ("title", "url")
"""What a form may say about the document. Its path and hash come from the document itself."""
_DEEPEST = 4
_RANGE_WORDS = re.compile(r"\s*(?:[-\u2010-\u2014]|\b(?:to|through)\b)\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;&]+|\band\b", re.IGNORECASE)
_NUMBERS = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")
_LONGEST = 500
"""The longest range that is read as one; a longer one is probably a typing mistake."""


class BadFieldsError(ValueError):
    """A form sent values that cannot be fields of a record."""


def changed_fields(
    old: Mapping[str, Value], sent: Mapping[str, Any], commission: Commission
) -> dict[str, Value]:
    """The fields of a record of this body after a form sent some, in the order of the file."""
    fields = dict(old)
    kinds = commission.kinds
    shapes = {**_SHAPES, **{kind.plural: list for kind in kinds}}
    if_cited = {kind.plural for kind in kinds if not kind.in_every_record}
    for name, value in sent.items():
        if name == "source":
            fields[name] = _source(fields.get(name), value)
        elif name in shapes and isinstance(value, shapes[name]):
            fields[name] = _with_known_fields(name, cleaned(value))
        else:
            raise BadFieldsError(name)
    model = Draft if fields.get("stage") == "draft" else Opinion
    may_be_left_out = {*_optional(model), "comments_until", *if_cited}
    if fields.get("series", "") in {s.id for s in commission.all_series if not s.has_year}:
        fields.pop("year", None)
    kept = {name: value for name, value in fields.items() if value or name not in may_be_left_out}
    return _in_order(kept, old, [kind.plural for kind in kinds])


def cleaned(value: Any, depth: int = 0) -> Value:
    """A value with one space for each stretch of white space, and no invisible characters."""
    if isinstance(value, str):
        return " ".join(clean_text(value).split())
    if depth < _DEEPEST and isinstance(value, list):
        return [cleaned(item, depth + 1) for item in value]
    if depth < _DEEPEST and isinstance(value, dict) and all(isinstance(key, str) for key in value):
        return {key: cleaned(item, depth + 1) for key, item in value.items()}
    raise BadFieldsError("a value is neither words, a list nor fields")


def _source(old: "Value | None", sent: Any) -> Value:
    """The source with another title or address, or without the mark of a machine's reading."""
    if not isinstance(sent, dict) or not set(sent) <= {*_SOURCE, "compared"}:
        raise BadFieldsError("source")
    source = dict(old) if isinstance(old, dict) else {}
    for name in _SOURCE:
        if value := cleaned(sent.get(name, source.get(name, ""))):
            source[name] = value
        else:
            source.pop(name, None)
    if not source:
        source["title"] = ""
    if sent.get("compared") is True:
        source.pop("read", None)
    if list(source)[:1] != ["title"] and "title" in source:
        source = {"title": source["title"], **source}
    return source


def _with_known_fields(name: str, value: Value) -> Value:
    """The value with the fields of its model alone, in their order."""
    if name not in _MODELS:
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise BadFieldsError(name)
        return value
    items = value if isinstance(value, list) else [value]
    with_fields = [_item(name, item) for item in items]
    if isinstance(value, list) and not all(with_fields):
        raise BadFieldsError(name)
    return with_fields if isinstance(value, list) else with_fields[0]


def _item(name: str, value: Value) -> Value:
    if not isinstance(value, dict):
        raise BadFieldsError(name)
    if isinstance(at := value.get("at"), list):
        value = {**value, "at": _numbers_as_typed(at)}
    known = _MODELS[name].model_fields
    may_be_missing = _optional(_MODELS[name])
    return {
        key: value[key]
        for key in known
        if key in value and (value[key] or key not in may_be_missing)
    }


def _optional(model: type[BaseModel]) -> frozenset[str]:
    """The fields that a file may leave out."""
    fields = model.model_fields.items()
    return frozenset(name for name, field in fields if not field.is_required())


def _in_order(
    fields: dict[str, Value], old: Mapping[str, Value], authorities: list[str]
) -> dict[str, Value]:
    """The fields in the order of the file; a new one follows those that usually precede it."""
    place = _ORDER.index(_AUTHORITIES)
    order = (*_ORDER[:place], *authorities, *_ORDER[place + 1 :])
    order += tuple(name for name in fields if name not in order)
    names = [name for name in old if name in fields]
    for name in order:
        if name in fields and name not in names:
            before = order[: order.index(name)]
            position = max(
                (names.index(other) + 1 for other in before if other in names), default=0
            )
            names.insert(position, name)
    return {name: fields[name] for name in names}


def _numbers_as_typed(values: Iterable[Value]) -> list[Value]:
    """Every number, also within a range; what is neither stays, and a rule says so."""
    typed = (number for value in values for number in _numbers_in(value))
    return list(dict.fromkeys(typed))


def _numbers_in(value: Value) -> Iterator[str]:
    for part in _BETWEEN.split(_RANGE_WORDS.sub("-", str(value))):
        if part:
            yield from _numbers_of(part)


def _numbers_of(part: str) -> Iterable[str]:
    found = _NUMBERS.fullmatch(part)
    if found is None:
        return (part,)
    first, last = int(found[1]), int(found[2] or found[1])
    return map(str, range(first, last + 1)) if 0 <= last - first < _LONGEST else (part,)
