"""Common mistakes in fields: an unknown name, or a value of the wrong kind."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain, takewhile
from typing import Any, NamedTuple, get_origin

from pydantic import BaseModel

from corpus.parsing.field_types import StrictModel, numbers_in_range
from corpus.parsing.meaning import A_DAY
from corpus.parsing.schema import (
    fields_at,
    fields_of,
    list_fields,
    meaning_of_entries,
    model_at,
    model_within,
    models_in,
)
from corpus.parsing.yaml_quotes import quoted
from corpus.parsing.yaml_values import FieldPath

EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a set of fields",
    "model_type": "a set of fields",
    "int_type": "a number",
    "date_type": "a date",
}
"""What a value should be, by the type of pydantic's error."""

_LONGEST_NAME = 60
"""How many characters of a name a message shows."""
_LIKE_A_NAME = 0.8
"""How similar two names are if one was probably meant for the other."""
_MAYBE_A_NAME = 0.75
"""How similar they are if one may have been meant for the other."""
_BETWEEN = re.compile(r"\s*(?:[,;&]|\band\b)\s*")
_FORM = re.compile("{[a-z_]+|%-?[A-Za-z]")
"""A blank in a form of numbers or dates. A value with one is never a list."""
_SIGNS_OF_YAML = re.compile(r"""[][{},#:\\"]|^[-!%&'*>?@`|]""")


class FieldMistake(NamedTuple):
    """What is wrong with a field, and what to type instead if the rule does not say it."""

    message: str
    hint: str = ""


def message_on_missing(name: str) -> str:
    """The message on a field that is not there."""
    return f"the field `{name}` is missing"


def words_after_comma(name: str, siblings: Mapping[str, Any]) -> FieldMistake:
    """What to type if a comma within braces made the end of a value look like a field.

    `{reason: Withdrawn, by the chair}` has the words `Withdrawn` and a field `by the chair`.
    """
    message = f"`{name[:_LONGEST_NAME]}` is read as a field, because a comma is before it"
    names = list(siblings)
    with_values = [field for field in names[: names.index(name)] if siblings[field]]
    if not with_values:
        return FieldMistake(message, "Put the whole value in quotation marks.")
    field = with_values[-1]
    rest = takewhile(lambda each: not siblings[each], names[names.index(field) + 1 :])
    words = ", ".join([str(siblings[field]), *rest])
    return FieldMistake(message, f"Type `{field}: {quoted(words)}`.")


def unknown_field(
    name: str, value: Any, siblings: Mapping[str, Any], above: FieldPath, schema: type[BaseModel]
) -> FieldMistake:
    """Why there is no field of this name below the path `above`, beside those typed there."""
    if ":" in name:
        return _without_space(name, value)
    if hint := _instead(name, above, schema):
        message = f"`{name}` is not a field, because it follows from the other fields"
        return FieldMistake(message, hint)
    if required := missing_field(name, siblings, above, schema):
        message = f"there is no field `{name}`; did you mean `{required}`, which is missing?"
        return FieldMistake(message, f"Type `{required}` instead of `{name}`.")
    missing = sorted(fields_at(above, schema).keys() - siblings.keys())
    if near := get_close_matches(name.lower(), missing, n=1, cutoff=_LIKE_A_NAME):
        message = f"there is no field `{name}`; did you mean `{near[0]}`?"
        return FieldMistake(message, f"Type `{near[0]}` instead, or delete the field.")
    outer = [outer for outer, model in models_in(schema) if name in fields_of(model)]
    if outer:
        return _misplaced(name, [*dict.fromkeys(outer)], schema)
    return _in_no_place(name, missing, above, schema)


def _without_space(name: str, value: Any) -> FieldMistake:
    """What to type for `title:Fees`, which is read as the name of a field."""
    start, _, rest = name.partition(":")
    words = f'"{rest}: {value}"' if value and isinstance(value, str) else rest
    return FieldMistake("a space is missing after the colon", f"Type `{start}: {words}`.")


def _in_no_place(
    name: str, missing: Sequence[str], above: FieldPath, schema: type[BaseModel]
) -> FieldMistake:
    """Which field may be meant by a name that no set of fields has."""
    everywhere = {inner for _, model in models_in(schema) for inner in fields_of(model)}
    known = fields_at(above, schema) or everywhere
    near = get_close_matches(name, sorted(known), n=1, cutoff=_MAYBE_A_NAME)
    meant = f"; did you mean `{near[0]}`?" if near else ""
    if above and missing and not near:
        meant = f"; this can have {', '.join(f'`{field}`' for field in missing)}"
    return FieldMistake(f"there is no field `{name}`{meant}")


def _misplaced(name: str, outer_fields: Sequence[str], schema: type[BaseModel]) -> FieldMistake:
    """Why a field is not here, and where to move it: below one of the outer fields."""
    places = " or ".join(
        f"under `{outer}`" if outer else "at the top level" for outer in outer_fields
    )
    message = f"`{name}` belongs {places}, not here"
    hint = "Move it there, or delete it."
    if outer_fields == [""]:
        hint = f"{hint} If the field is there already, move only what stands below it."
    if len(outer_fields) == 1 and _is_one_set_of_fields(outer_fields[0], schema):
        hint = (
            f"Move it below the line `{outer_fields[0]}:`, with spaces before it, or delete it. "
            "If there is no such line, add it."
        )
    return FieldMistake(message, hint)


def _instead(name: str, above: FieldPath, schema: type[BaseModel]) -> str:
    """What to do instead of typing a field that nobody types; empty for any other name."""
    if above or not issubclass(schema, StrictModel):
        return ""
    return schema.not_typed.get(name, "")


def _is_one_set_of_fields(name: str, schema: type[BaseModel]) -> bool:
    """Whether a field at the top level has fields of its own, and is no list or map of sets."""
    field = schema.model_fields.get(name)
    if field is None or get_origin(field.annotation) in {tuple, dict}:
        return False
    return model_within(field.annotation) is not None


def missing_field(
    name: str, siblings: Mapping[str, Any], above: FieldPath, schema: type[BaseModel]
) -> str:
    """The required field that is missing and has a name like this one; empty if none is."""
    here = fields_at(above, schema)
    if name in here or _instead(name, above, schema):
        return ""
    missing = sorted(inner for inner in here if here[inner] and inner not in siblings)
    return next(iter(get_close_matches(name.lower(), missing, n=1)), "")


def wrong_kind(
    error_type: str, path: FieldPath, value: Any, schema: type[BaseModel]
) -> FieldMistake:
    """Why a value is not of the kind that a field, or an entry of its list, has."""
    model = model_at(path, schema)
    if model and fields_of(model) and error_type in {"tuple_type", "model_type"}:
        return _without_inner_fields(error_type, path, value, model)
    if error_type == "string_type" and isinstance(value, list):
        return _list_for_text(value)
    message = f"this must be {EXPECTED[error_type]}"
    if error_type == "tuple_type" and isinstance(value, str):
        meaning = meaning_of_entries(path, schema)
        return FieldMistake(message, f"Type `[{_as_list(value, meaning)}]`.")
    if error_type == "string_type":
        return FieldMistake(message, "Put the whole value in quotation marks.")
    return FieldMistake(message)


def last_name(path: FieldPath) -> str:
    """The name of the field that has a path, or the list that has an entry."""
    return next(step for step in reversed(path) if isinstance(step, str))


def _without_inner_fields(
    error_type: str, path: FieldPath, value: Any, model: type[BaseModel]
) -> FieldMistake:
    """What to type for words, or for one set of fields, where fields of their own belong."""
    inner = fields_of(model)
    listed = ", ".join(f"`{field}`" for field in inner)
    is_list = error_type == "tuple_type"
    if is_list and isinstance(value, dict):
        first = next(iter(value), "")
        hint = f"Type `- ` before `{first}:`, and begin the other lines below `{first}`."
        return FieldMistake("this must be a list, even if it has one entry", hint)
    kind = "be a list of entries with the fields" if is_list else "have fields of its own:"
    filled = [*(_counts(value, model) or _filled(_words(value, model), model))]
    message = f"this must {kind} {listed}"
    if not filled:
        return FieldMistake(message, _field_before(last_name(path), value, model))
    fields = "{" + ", ".join(filled) + "}"
    whole = f"{last_name(path)}: [{fields}]" if is_list else f"{last_name(path)}: {fields}"
    typed = fields if isinstance(path[-1], int) else whole
    instead = " with your own words in the place of each …" if "…" in typed else ""
    return FieldMistake(message, f"Type `{typed}`{instead}.")


def _counts(value: Any, model: type[BaseModel]) -> list[str]:
    """The fields to type for numbers alone, such as `5-1`; none if they are no counts of votes."""
    names = model.numbers_alone if issubclass(model, StrictModel) else ()
    numbers = re.findall("[0-9]+", str(value))
    is_meant = len(numbers) <= len(names)
    return [f"{name}: {number}" for name, number in zip(names, numbers, strict=False) if is_meant]


def _words(value: Any, model: type[BaseModel]) -> str:
    """Words typed in the place of the fields, also in brackets if no field is a list."""
    if isinstance(value, list) and not list_fields(model):
        return ", ".join(map(str, value))
    return value if isinstance(value, str) else ""


def _field_before(name: str, value: Any, model: type[BaseModel]) -> str:
    """What to type for a value that lacks the name of its inner field."""
    typed = _as_typed(_words(value, model) or str(value))
    fitting = [field for field in fields_of(model) if field not in list_fields(model)]
    if isinstance(value, list) and list_fields(model):
        typed = f"[{', '.join(map(_as_typed, map(str, value)))}]"
        fitting = [*list_fields(model)]
    said = re.findall(r"\w+", typed.lower())
    if named := next((field for field in fitting if field in said), ""):
        return f"Type `{name}: {{{named}: {typed}}}`."
    return f"Type `{name}: {{FIELD: {typed}}}`, with one of these names in the place of FIELD."


def _filled(words: str, model: type[BaseModel]) -> Iterator[str]:
    """Yield the fields to type: the one that plain words are meant for, and those required."""
    forms = model.words_alone if issubclass(model, StrictModel) else {}
    filled = next((name for name, form in forms.items() if re.fullmatch(form, words)), "")
    for name, is_required in fields_of(model).items():
        is_plain = forms.get(name, A_DAY) == A_DAY
        if name == filled:
            yield f"{name}: {words if is_plain else quoted(words)}"
        elif is_required:
            yield f"{name}: …" if is_plain else f'{name}: "…"'


def _list_for_text(values: list[Any]) -> FieldMistake:
    if len(values) == 1 and isinstance(values[0], str):
        word = values[0]
        hint = f'Type `{_as_typed(word)}`, or `"[{word}]"` if the brackets are part of the words.'
        return FieldMistake("this must be text, and brackets make it a list", hint)
    message = f"this must be one value, and it is a list of {len(values)}"
    hint = (
        "Keep one value. If the brackets are part of the words, put everything in quotation marks."
    )
    return FieldMistake(message, hint)


def _as_list(value: str, meaning: Callable[[str], str]) -> str:
    """The entries of a list as typed in brackets; `2-4` becomes `2, 3, 4`."""
    entries = [value] if _FORM.search(value) else _BETWEEN.split(value)
    numbers = (numbers_in_range(entry) or (entry,) for entry in entries)
    return ", ".join(
        quoted(meant) if (meant := meaning(entry)) else _as_typed(entry)
        for entry in chain.from_iterable(numbers)
    )


def _as_typed(entry: str) -> str:
    """An entry of a list, in quotation marks if it has signs that mean something to YAML."""
    return quoted(entry) if _SIGNS_OF_YAML.search(entry) else entry
