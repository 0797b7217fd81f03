"""The report names each run of page numbers that were left out."""

import pytest

from corpus.intake.page_number_runs import page_numbers_in_words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ([], ""),
        (["3"], "`3`"),
        (["1", "2", "3"], "`1` to `3`"),
        (["1", "2", "2", "5"], "`1` to `5`"),
        (["i", "ii", "iv", "1", "2"], "`i` to `iv` and `1` to `2`"),
        (["- 1 -", "- 2 -", "- 1 -"], "`- 1 -` to `- 2 -` and `- 1 -`"),
        (
            ["Page 1 of 2", "Page 2 of 2", "Page 1 of 3"],
            "`Page 1 of 2` to `Page 2 of 2` and `Page 1 of 3`",
        ),
        (["1", "2", "1", "2"], "`1` to `2`"),
        (["1", "Page", "2"], "`1` to `2`"),
    ],
)
def test_each_run_has_its_first_and_last_number(printed: list[str], words: str) -> None:
    assert page_numbers_in_words(printed) == words
