"""The lines of fields, laid out as in the records that people write.

Prose is folded, a list stays on one line, and a value is quoted only if it has to be.
"""

import json
import re
from textwrap import wrap

from corpus.parsing.yaml_values import Value

WIDTH = 100
"""The most characters of a line of prose."""

_PROSE = frozenset({"summary", "question", "text", "reason", "what", "event"})
"""Fields whose words are folded over several lines."""
_ALWAYS_FOLDED = frozenset({"summary", "question", "text"})
_PLAIN_LISTS = frozenset({"topics", "programs", "aliases", "at"})
"""Lists of ids and numbers. What other lists cite is quoted, so that `3` looks like `3(c)`."""
INDENT = "  "
"""What each level of fields adds."""
_PLAIN = re.compile(r"[\w(§](?:[^\n:#]|:(?=\S)|(?<=\S)#)*(?<![\s:])")
"""Words that YAML reads as they are."""
_PLAIN_IN_LIST = re.compile(r"[\w§][^\n:#,\[\]{}\"]*(?<!\s)")


def item_lines(value: Value, indent: str) -> list[str]:
    """The lines of an item of a list, the first with its dash."""
    if not isinstance(value, dict):
        return [f"{indent}- {_scalar(value)}"]
    inner = indent + INDENT
    first, *rest = (line for name in value for line in field_lines(name, value[name], inner))
    return [f"{indent}- {first.removeprefix(inner)}", *rest]


def field_lines(name: str, value: Value, indent: str) -> list[str]:
    """The lines of a field with its name."""
    first, *rest = value_lines(name, value, indent)
    return [f"{indent}{name}: {first}".rstrip(), *rest]


def value_lines(name: str, value: Value, indent: str, *, is_folded: bool = False) -> list[str]:
    """What is beside the name of a field, then the lines below it."""
    inner = indent + INDENT
    if isinstance(value, dict):
        return ["", *(line for key in value for line in field_lines(key, value[key], inner))]
    if isinstance(value, list):
        if not any(isinstance(item, dict) for item in value):
            return [in_flow(value, name)]
        return ["", *(line for item in value for line in item_lines(item, inner))]
    scalar = _scalar(value)
    is_name = (name, value) == ("text", "elsewhere")
    is_long = name in _PROSE and len(f"{indent}{name}: {scalar}") > WIDTH
    if value and not is_name and (name in _ALWAYS_FOLDED or is_long or is_folded):
        words = " ".join(value.split())
        lines = wrap(words, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
        return [">-", *(f"{inner}{line}" for line in lines)]
    return [scalar]


def in_flow(value: Value, name: str) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {in_flow(value[key], key)}' for key in value)}}}"
    if isinstance(value, list):
        if name and name not in _PLAIN_LISTS and all(isinstance(item, str) for item in value):
            return json.dumps(value, ensure_ascii=False)
        return f"[{', '.join(in_flow(item, '') for item in value)}]"
    return value if _PLAIN_IN_LIST.fullmatch(value) else _quoted(value)


def _scalar(value: Value) -> str:
    """Words on one line, quoted only if YAML would read them as something else."""
    if not isinstance(value, str):
        return in_flow(value, "")
    return value if not value or _PLAIN.fullmatch(value) else _quoted(value)


def _quoted(words: str) -> str:
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
