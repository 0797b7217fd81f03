import sys
from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError, run

WARNS = "print('INFO begin'); print('WARNING \\x1b[1mone'); print('end'); raise SystemExit(1)"


@pytest.mark.parametrize(
    ("program", "message"),
    [
        (WARNS, "It failed: WARNING ?[1mone; "),
        ("raise ValueError('so')", "It failed: ValueError: so; "),
        ("raise SystemExit(3)", "It failed: it printed nothing; "),
        ("import os; os.kill(os.getpid(), 9)", "It failed: it was ended by SIGKILL; "),
        ("print('x' * 999); raise SystemExit(1)", f"It failed: {'x' * 300}; "),
    ],
)
def test_an_error_gives_the_reason_in_one_line(tmp_path: Path, program: str, message: str) -> None:
    log = tmp_path / "new" / "it.log"
    with pytest.raises(SubprocessError) as caught:
        run("It", [sys.executable, "-c", program], log, {})
    assert str(caught.value) == f"{message}its output is in {log}"
    assert log.is_file()


def test_output_that_cannot_be_saved_does_not_hide_the_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SubprocessError, match=r"failed: it printed nothing; .* cannot be saved: "):
        run("It", [sys.executable, "-c", "raise SystemExit(1)"], tmp_path / "file" / "log", {})


def test_success_leaves_no_log(tmp_path: Path) -> None:
    program = "import os; raise SystemExit(os.environ['RIGHT'] != 'yes')"
    run("It", [sys.executable, "-c", program], tmp_path / "log", {"RIGHT": "yes"})
    assert not (tmp_path / "log").exists()


def test_a_module_is_never_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('shadow')")
    monkeypatch.chdir(tmp_path)
    run("It", [sys.executable, "-m", "json.tool", "--help"], tmp_path / "log", {})
