import pytest

from corpus.model.roman_numerals import from_roman, to_roman


@pytest.mark.parametrize(
    ("numeral", "number"), [("I", 1), ("IV", 4), ("VIII", 8), ("IX", 9), ("XII", 12), ("XLIII", 43)]
)
def test_numerals_and_numbers_are_converted_both_ways(numeral: str, number: int) -> None:
    assert from_roman(numeral) == number
    assert to_roman(number) == numeral


@pytest.mark.parametrize("letters", ["IIII", "VX", "IIX", "xiv", "M", ""])
def test_other_letters_or_another_order_are_not_a_number(letters: str) -> None:
    assert from_roman(letters) is None
