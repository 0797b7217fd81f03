"""Numbers in words, as Word writes them before list items and typists at the edge of pages."""

import re

from corpus.model.words import capitalized

_ONES = (
    *("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"),
    *("Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen"),
    *("Eighteen", "Nineteen"),
)
_TENS = ("", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")
_IRREGULAR_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def cardinal(number: int) -> str:
    """`One`, `Twenty-one`; digits for numbers above 99."""
    if number < len(_ONES):
        return _ONES[number] or "Zero"
    if number > 99:  # noqa: PLR2004 - no list of an opinion is that long
        return str(number)
    tens, ones = divmod(number, 10)
    return f"{_TENS[tens]}-{_ONES[ones].lower()}" if ones else _TENS[tens]


def ordinal_word(number: int) -> str:
    """`First`, `Twenty-first`."""
    before, hyphen, last = cardinal(number).rpartition("-")
    regular = re.sub("y$", "ie", last.lower()) + "th"
    return capitalized(before + hyphen + _IRREGULAR_ORDINALS.get(last.lower(), regular))


_NUMBERS = {cardinal(number).lower(): number for number in range(1, 100)}
NUMBER_WORD = "|".join(sorted(_NUMBERS, key=len, reverse=True)).replace("-", "[- ]")
"""A pattern of the numbers from one to ninety-nine in lowercase."""


def from_cardinal(words: str) -> int | None:
    """The number that words say, such as `Twenty-one` or `twenty one`; None for other words."""
    return _NUMBERS.get(words.lower().replace(" ", "-"))
