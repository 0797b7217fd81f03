"""The command that begins a collection, as a clerk types it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import commands
from corpus.paths import REPOSITORY, SCRIPTS

pytestmark = pytest.mark.slow


def init(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return commands.run("init", *arguments)


def init_on_a_terminal(folder: Path, typed: bytes) -> subprocess.CompletedProcess[str]:
    ours, its = pty.openpty()
    os.write(ours, typed)
    command = [sys.executable, str(SCRIPTS / "init.py"), str(folder)]
    done = subprocess.run(
        command, stdin=its, capture_output=True, text=True, check=False, timeout=120
    )
    os.close(ours)
    os.close(its)
    return done


def run(program: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(program)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_new_folder_checks_and_builds_with_its_own_programs(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    done = init(folder, "--name", "Lake Board", "--number", "Ruling 2023-7", "--cites", "Canon 3")
    assert (done.returncode, done.stderr) == (0, "")
    assert "make check, then make site" in done.stdout
    assert run(folder / "scripts/check.py").stdout == "0 errors, 0 warnings\n"
    built = run(folder / "scripts/build.py")
    assert built.returncode == 0, built.stdout + built.stderr
    assert "Lake Board" in (folder / "site/index.html").read_text(encoding="utf-8")
    assert (folder / "site/opinions/2023/07/index.html").is_file()


def test_a_folder_with_errors_is_not_called_ready(tmp_path: Path) -> None:
    done = init(tmp_path / "new", "--name", "Lake Board", "--cites", "Advisory Opinion 1(a)")
    assert done.returncode == 1
    assert "is ready" not in done.stdout
    assert "is written. First correct what is listed above" in done.stdout


def test_nothing_is_written_over_and_nothing_into_this_repository(tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    for folder in (tmp_path, mine, REPOSITORY / "build/new"):
        done = init(folder, "--name", "Lake Board")
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "Type" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert mine.read_text() == "mine"


@pytest.mark.parametrize(
    ("option", "typed"),
    [
        ("--number", "five"),
        ("--line", "Approved."),
        ("--cites", "the law"),
        ("--name", "a\nb"),
        ("--name", "倫理会"),
    ],
)
def test_a_bad_answer_gets_one_sentence_and_writes_nothing(
    tmp_path: Path, option: str, typed: str
) -> None:
    done = init(tmp_path / "new", "--name", "Lake Board", option, typed)
    assert done.returncode == 2
    assert option in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()


def test_on_a_terminal_an_empty_name_is_asked_for_again(tmp_path: Path) -> None:
    done = init_on_a_terminal(tmp_path / "new", b"\nLake Board\n\n\n\n\n\n")
    assert "This cannot be left empty." in done.stdout
    assert done.returncode == 0, done.stdout + done.stderr


def test_answers_that_end_early_write_nothing(tmp_path: Path) -> None:
    done = init_on_a_terminal(tmp_path / "new", b"Lake Board\n\x04")
    assert done.returncode == 2
    assert done.stderr.strip() == (
        "nothing is written, because the answers ended before the last question."
    )
    assert not (tmp_path / "new").exists()


def test_a_name_that_no_folder_can_have_gets_one_sentence(tmp_path: Path) -> None:
    done = init(tmp_path / ("long" * 100), "--name", "Lake Board")
    assert done.returncode == 2
    assert done.stderr.startswith("The folder cannot be used: ")
    assert done.stderr.endswith("Type another name.\n")
    assert done.stderr.count("\n") == 1


def test_a_number_with_two_possible_years_is_asked_about(tmp_path: Path) -> None:
    done = init_on_a_terminal(tmp_path / "new", b"Lake Board\n\nOpinion 12-98\n1912\n2012\n\n\n\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Type 1998 or 2012." in done.stdout
    assert (tmp_path / "new/opinions/2012/98.md").is_file()


def test_without_a_terminal_the_year_that_was_taken_is_named(tmp_path: Path) -> None:
    done = init(tmp_path / "new", "--name", "Lake Board", "--number", "Opinion 12-98")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (
        "The opinion is taken for number 12 of 1998. If it is number 98 of 2012, run" in done.stdout
    )
    assert (tmp_path / "new/opinions/1998/12.md").is_file()


def test_without_a_name_it_asks_for_one(tmp_path: Path) -> None:
    done = init(tmp_path / "new")
    assert done.returncode == 2
    assert done.stderr.startswith("Type --name and the full name of the body in quotation marks.")
    assert "--help" in done.stderr


def test_spaces_that_word_puts_into_names_are_spaces(tmp_path: Path) -> None:
    done = init(tmp_path / "new", "--name", "Lake\u00a0Board", "--cites", "Lake Stat. 46:237(b)")
    assert done.returncode == 0, done.stdout + done.stderr
    settings = (tmp_path / "new/standards/commission.yml").read_text(encoding="utf-8")
    assert 'name: "Lake Board"' in settings
    assert (tmp_path / "new/standards/statutes/46-237.md").is_file()
