from collections.abc import Sequence

import pytest

from corpus.parallel import spread


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def failing(numbers: Sequence[int]) -> list[int]:
    raise TypeError(numbers[0])


@pytest.mark.parametrize("count", [0, 1, 399, 400, 401, 1001])
def test_the_results_come_in_the_order_of_the_things(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert spread(doubled, range(count), "doubling") == doubled(range(count))


def test_what_fails_in_another_process_fails_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    with pytest.raises(TypeError):
        spread(failing, range(1000), "failing")


@pytest.mark.parametrize(("count", "told"), [(400, ""), (1000, "doubling\n")])
def test_work_that_takes_long_is_named_where_no_terminal_shows_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], count: int, told: str
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    spread(doubled, range(count), "doubling")
    assert capsys.readouterr() == ("", told)
