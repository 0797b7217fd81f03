"""Two readings are compared word by word, without regard to order, hyphens and spaces."""

import pytest

from corpus.intake.unordered_words import (
    frequencies,
    joined_words,
    split_words,
    unmatched_words,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a b c", "c a b"),
        ("a con-\nference", "a conference"),
        ("the re-convened", "the re- convened"),
        ("ADVICE is", "A D V I C E is"),
        ("see note¹ and text² 1 2", "see note1 and text2 1 2"),
        ("see note¹ and text² 1 2", "see note 1 and text 2 1 2"),
        ("it is so, opinion is not issued.", "it is so, opinionis notissued."),
        ("• an item", "\ufffd an item"),
        ("office", "o\ufb03ce"),
        ("Name: ____Mary", "Name: ____ Mary"),
    ],
)
def test_readings_agree(first: str, second: str) -> None:
    assert unmatched_words(first, second) == ((), ())
    assert unmatched_words(second, first) == ((), ())


@pytest.mark.parametrize(
    ("first", "second", "only_first", "only_second"),
    [
        ("a b", "a b c", (), ("c",)),
        ("a b b", "a b", ("b",), ()),
        ("She may not.", "She may.", ("may", "not."), ("may.",)),
        ("§ 7A-38.2", "§ 7A-38.3", ("2",), ("3",)),
    ],
)
def test_every_word_that_only_one_reading_has_is_told(
    first: str, second: str, only_first: tuple[str, ...], only_second: tuple[str, ...]
) -> None:
    assert unmatched_words(first, second) == (only_first, only_second)


@pytest.mark.parametrize(
    ("first", "second", "split"),
    [
        ("The wo rd is. A word.", "The word is. A word.", ["wo rd"]),
        ("The wo rd is.", "The word is.", ["wo rd"]),
        ("The wo rd is. A word.", "The wo rd is. A word.", []),
        ("All of the words of the rule.", "All ofthe words of the rule.", []),
        ("On May 1 8, 2018, on May 1.", "On May 18, 2018, on May 1.", ["1 8,"]),
    ],
)
def test_a_word_that_only_one_reading_splits_is_named(
    first: str, second: str, split: list[str]
) -> None:
    assert list(split_words(first, second, frequencies([first]))) == split


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Is it part ofit?", "Is it part of it?", ["ofit?"]),
        ("Pay within10days if ten days pass.", "Pay within 10 days if ten days pass.", []),
        ("He may mediate.", "He may me diate.", []),
        ("Pay by May 18, 2018.", "Pay by May 1 8, 2018.", ["18,"]),
        ("3 00 20 00 20", "3 0 0 2 0 0 0 20", ["00", "20"]),
        ("3 20 20", "3 20 20 2 0", []),
        ("A co-mediator is a mediator.", "A co- mediator is a mediator.", []),
    ],
)
def test_a_word_that_the_other_reading_has_as_several_is_named(
    first: str, second: str, joined: list[str]
) -> None:
    assert list(joined_words(first, second, frequencies([first]))) == joined
