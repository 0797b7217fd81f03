"""Quotation marks around a YAML value: which ones it has, and what to type."""

import re

QUOTES = ("'", '"')
"""The marks that YAML knows."""
CURLY = "“”‘’„"
"""Typographic marks, which YAML reads as part of a value."""
_NEVER_CLOSED = re.compile(r"[“”„][^“”]+|[‘’](?:[^’‘]|’(?=\w))+")
"""A value after whose first mark none closes it; the one of `party’s` does not."""
_WHOLLY_IN_CURLY = re.compile(r"[“”„][^“”]*[“”]|[‘’][^‘]*’")
_LONGEST_TYPED = 300
"""How long a value may be that a hint repeats as it should be typed."""


def straight_quotes(label: str, value: str) -> str:
    """What to type if only the first words of a value are in curly quotation marks.

    A mark that is never closed is left out.
    """
    if _WHOLLY_IN_CURLY.fullmatch(value):
        return ""
    is_open = _NEVER_CLOSED.fullmatch(value) is not None
    return in_quotes(label, value[1:].strip(' "') if is_open else value)


def in_quotes(label: str, value: str) -> str:
    """What to type so that a whole value is in quotation marks."""
    if len(value) <= _LONGEST_TYPED:
        line = f"{label} {quoted(value)}".lstrip()
        return f"Type `{line}`."
    quote = quoted(value)[0]
    words = value.split()
    if value[0] in QUOTES:
        return f"Type {quote} instead of the {value[0]} at the beginning and at the end."
    first, last = " ".join(words[:3]), " ".join(words[-3:])
    return f"Type {quote} before `{first}` and another {quote} after `{last}`."


def quoted(value: str) -> str:
    """A value in the quotation marks that it does not contain, instead of those around it."""
    words = value[1:-1] if _is_in_quotes(value) else value
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def _is_in_quotes(value: str) -> bool:
    """Whether the first and the last sign are quotation marks around the whole value.

    In `"Yes", said he, "no"` the second mark ends a word, so the first belongs to that word.
    """
    if value[0] not in QUOTES or value[0] != value[-1]:
        return False
    second = value.index(value[0], 1)
    ends_a_word = not value[second - 1].isspace() and not value[second + 1 : second + 2].isalnum()
    return second == len(value) - 1 or not ends_a_word
