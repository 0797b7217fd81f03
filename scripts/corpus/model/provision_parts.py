"""The parts of a provision, such as `(c)(1)`: how they are typed, and how they may be printed."""

import re
from typing import Literal, TypeAlias

FirstPart: TypeAlias = Literal["(a)", "A"]
"""How the first part is printed: `3(b)` or `3B`."""
CaseOfParts: TypeAlias = Literal["kept", "lower"]
"""Whether the letters of parts stay as they are typed, because `3(C)` is not `3(c)`."""
FORM_OF_PART = re.compile(r"\((?:\w+)\)|\[(?:\w+)\]|\.?\w+|\w+\.")
"""How the part of one level is printed, by an example: `(a)`, `[a]`, `a`, `a.` or `.a`."""
PART = r"(?:\((?:[a-z]{1,5}[0-9]{0,2}|[A-Z]{1,5}[0-9]{0,2}|[0-9]{1,3}(?:[a-z][0-9]?)?)\))"
"""A part of a provision: `(c)`, `(5)`, `(a1)`, `(2a)`."""
RULE_IN_SET = rf"(?:\.[0-9]{{4}}[A-Z]?|[0-9]{{1,3}}[A-Z]?){PART}*"
"""A rule within a set: `4(f)`, `.0104(b)`."""


def in_form(part: str, form: str) -> str:
    """A part in the form of its level: `1.` for `(1)`."""
    name = part.strip("()")
    return re.sub(r"\w+", lambda _: name, form) if part.startswith("(") else part


def in_parentheses(parts: list[str]) -> str:
    """`(c)(1)` for `c` and `1`."""
    return "".join(f"({part})" for part in parts)
