"""Roman numerals: `XLIII` and 43."""

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SIGNS = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def to_roman(number: int) -> str:
    """`XLIII` for 43."""
    numeral = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        numeral += sign * count
    return numeral


def from_roman(numeral: str) -> int | None:
    """43 for `XLIII`; None for what is not a correct numeral below 400, such as `IIII`."""
    if not numeral or not _VALUES.keys() >= set(numeral):
        return None
    values = [_VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-value if value < following else value for value, following in pairs)
    return number if to_roman(number) == numeral else None
