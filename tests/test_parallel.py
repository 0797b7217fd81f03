"""Work spread over processes: the order of its results, its errors, and how it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest

from corpus.parallel import spread
from corpus.paths import SCRIPTS


def doubled(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def failing(numbers: Sequence[int]) -> list[int]:
    raise TypeError(numbers[0])


@pytest.mark.parametrize("count", [0, 1, 399, 400, 401, 1001])
def test_results_are_in_the_order_of_the_items(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr("corpus.parallel.processors", lambda: 3)
    assert spread(doubled, range(count), "doubling") == doubled(range(count))


def test_an_error_in_another_process_is_raised_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.parallel.processors", lambda: 2)
    with pytest.raises(TypeError):
        spread(failing, range(1000), "failing")


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_a_killed_process_is_an_error_and_not_an_endless_wait(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def killed(_: Sequence[int]) -> list[int]:
        os.kill(os.getpid(), signal.Signals[name])
        raise AssertionError

    monkeypatch.setattr("corpus.parallel.processors", lambda: 2)
    with pytest.raises(ChildProcessError, match="working: a process was killed"):
        spread(killed, range(1000), "working")


def test_ctrl_c_ends_only_the_first_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(numbers: Sequence[int]) -> list[int]:
        os.kill(os.getpid(), signal.SIGINT)
        return doubled(numbers)

    monkeypatch.setattr("corpus.parallel.processors", lambda: 2)
    assert spread(interrupted, range(1000), "working") == doubled(range(1000))


@pytest.mark.parametrize(("count", "output"), [(400, ""), (1000, "doubling\n")])
def test_long_work_is_named_if_no_terminal_shows_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], count: int, output: str
) -> None:
    monkeypatch.setattr("corpus.parallel.processors", lambda: 2)
    spread(doubled, range(count), "doubling")
    assert capsys.readouterr() == ("", output)


KILLED = """
import os, signal
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from corpus.parallel import end_with_parent
pool = ProcessPoolExecutor(2, get_context("{method}"), end_with_parent)
assert list(pool.map(abs, range(3))) == [0, 1, 2]
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_no_process_outlives_the_one_that_started_it(method: str) -> None:
    command = [sys.executable, "-c", KILLED.format(method=method)]
    settings = {**os.environ, "PYTHONPATH": str(SCRIPTS)}
    with subprocess.Popen(command, env=settings, stdout=subprocess.PIPE) as process:
        process.communicate(timeout=60)  # the output ends when nobody can write to it any more
    assert process.returncode == -signal.SIGKILL
