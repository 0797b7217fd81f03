import pytest

from corpus.library.numbering import missing_numbers, ranges_in_words, runs_of


@pytest.mark.parametrize(
    ("first", "numbers", "missing"),
    [
        (1, [], []),
        (1, [1, 2], []),
        (1, [3, 5], [range(1, 3), range(4, 5)]),
        (5, [1, 2, 7], [range(5, 7)]),
    ],
)
def test_the_numbers_that_are_missing_are_found(
    first: int, numbers: list[int], missing: list[range]
) -> None:
    assert list(missing_numbers(first, numbers)) == missing


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ([range(3, 4)], "3"),
        ([range(1, 5)], "1 to 4"),
        ([range(1, 5), range(6, 7), range(8, 11)], "1 to 4, 6 and 8 to 10"),
    ],
)
def test_missing_numbers_are_told_in_words(missing: list[range], told: str) -> None:
    assert ranges_in_words(missing) == told


def test_consecutive_numbers_are_one_run() -> None:
    assert runs_of([9, 3, 4, 5, 9]) == (range(3, 6), range(9, 10))
    assert runs_of([]) == ()
