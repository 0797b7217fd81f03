"""Names with their numbers, and dates, stay on one line: `§ 2A-34.1`, `May 3, 2017`.

The browser does the same with words that it writes itself, in `assets/js/unbroken.js`.
"""

import re

_BEGINS_A_WORD = r"(?<![^\s—])"
_DAY_FIRST = r"[0-9]{1,2}\s[A-Z][a-z]+\s[0-9]{4}(?![0-9])"
"""A date such as `3 May 2017`."""
_NUMBER = rf"(?:[^\s—]+\s(?!{_DAY_FIRST})[0-9]|[0-9]+[A-Z]*-[0-9])[^\s—]*"
"""A number with the word or sign before it; or a number that has a hyphen."""
_YEAR = r"(?:\s\([0-9]{4}\)|(?<=,)\s[0-9]{4}(?![0-9]))?"
"""The year after it: `(2003)` or `, 2003`."""
_NUMERAL = r"[(“]?[A-Z][^\s—]*\s[IVXLC]+(?![a-z])[^\s—]*"
"""A Roman numeral with the name before it."""

_UNBROKEN = re.compile(f"{_BEGINS_A_WORD}(?:{_DAY_FIRST}|{_NUMBER}{_YEAR}|{_NUMERAL})")
_HAS_A_NUMBER = re.compile(r"[0-9]|\s[IVXLC]")
"""A quick look, since most words have no number."""


def unbroken(html: str) -> str:
    """Escaped words, in which no line ends within a number and what belongs to it."""
    if not _HAS_A_NUMBER.search(html):
        return html
    return _UNBROKEN.sub(r'<span class="unbroken">\g<0></span>', html)
