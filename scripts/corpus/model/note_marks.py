"""The mark of a footnote at the end of a line."""

import re

_MARK = re.compile(r"(?<=\S) ?(?:[⁰¹²³⁴-⁹]{1,3}|[*†‡]{1,3})$")
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡"
"""The signs at the end of a mark; nearly no line ends with one."""


def without_note_mark(line: str) -> str:
    """A line without the mark of a footnote at its end: `Opinion 5 (2003)` for `… (2003)¹`."""
    return _MARK.sub("", line) if line[-1:] in _SIGNS else line
