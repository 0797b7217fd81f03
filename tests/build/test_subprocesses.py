import sys
from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError, run

SAID = "print('INFO begun'); print('WARNING \\x1b[1mone'); print('last'); raise SystemExit(1)"


@pytest.mark.parametrize(
    ("program", "told"),
    [
        (SAID, "It failed: WARNING ?[1mone; "),
        ("raise ValueError('so')", "It failed: ValueError: so; "),
        ("raise SystemExit(3)", "It failed: it said nothing; "),
        ("import os; os.kill(os.getpid(), 9)", "It failed: it was ended by SIGKILL; "),
        ("print('x' * 999); raise SystemExit(1)", f"It failed: {'x' * 300}; "),
    ],
)
def test_a_failure_is_one_line_that_tells_most(tmp_path: Path, program: str, told: str) -> None:
    log = tmp_path / "new" / "it.log"
    with pytest.raises(SubprocessError) as caught:
        run("It", [sys.executable, "-c", program], log, {})
    assert str(caught.value) == f"{told}all that it said is in {log}"
    assert log.is_file()


def test_words_that_cannot_be_kept_hide_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SubprocessError, match=r"failed: it said nothing; all .* cannot be kept: "):
        run("It", [sys.executable, "-c", "raise SystemExit(1)"], tmp_path / "file" / "log", {})


def test_what_goes_well_leaves_no_log(tmp_path: Path) -> None:
    right = "import os; raise SystemExit(os.environ['RIGHT'] != 'yes')"
    run("It", [sys.executable, "-c", right], tmp_path / "log", {"RIGHT": "yes"})
    assert not (tmp_path / "log").exists()
