import pytest

from corpus.library.missing_numbers import (
    missing_in_series,
    missing_numbers,
    numbers_by_year_in_words,
    opinions_in_words,
    ranges_in_words,
)
from corpus.model.opinion_id import OpinionId, runs_of
from corpus.model.series import Series


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
    ("missing", "words"),
    [
        ([range(3, 4)], "3"),
        ([range(1, 5)], "1 to 4"),
        ([range(1, 5), range(6, 7), range(8, 11)], "1 to 4, 6 and 8 to 10"),
    ],
)
def test_missing_numbers_are_told_in_words(missing: list[range], words: str) -> None:
    assert ranges_in_words(missing) == words


def test_consecutive_numbers_are_one_run() -> None:
    assert runs_of([9, 3, 4, 5, 9]) == (range(3, 6), range(9, 10))
    assert runs_of([]) == ()


def opinions(*written: str) -> list[OpinionId]:
    return [opinion for each in written if (opinion := OpinionId.read(each))]


def series(**settings: object) -> Series:
    return Series.model_validate({"name": "Op.", "printed": "Op. {number}", **settings})


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"url": "rpc/{number}", "first_number": "3"}, "3 and 4"),
        ({"url": "rpc/{number}"}, ""),
        ({"first_number": "1"}, "1, 3 and 5 to 8"),
        ({"first_number": "1", "numbers": "restart"}, "2018: 1 and 3; 2020: 1 to 8"),
    ],
)
def test_each_series_has_its_own_missing_numbers(settings: dict[str, str], words: str) -> None:
    listed = opinions("2018/02", "2018/04", "2018/04a", "2020/09", "rpc/5", "cpr/12")
    assert numbers_by_year_in_words(missing_in_series(series(**settings), listed)) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (("2014/29", "2014/30", "2014/30a", "2015/31", "2015/33"), "29 to 31, 30A and 33"),
        (("9", "10", "30b", "30a"), "9, 10, 30A and 30B"),
    ],
)
def test_a_number_with_a_letter_is_told_with_it(written: tuple[str, ...], words: str) -> None:
    assert opinions_in_words(opinions(*written)) == words
