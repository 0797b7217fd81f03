from argparse import ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

import pytest

from corpus.cli import (
    FAILED,
    FINDINGS,
    INTERRUPTED,
    OK,
    corpus_paths,
    parse_day,
    parse_past_day,
    parser,
    refuse_unknown_paths,
    relative_paths,
    run,
)
from corpus.paths import REPOSITORY
from factories import write_corpus

KNOWN = ["opinions/2003/05.md", "standards/3.md"]


def exit_code_of(result: object) -> int:
    """The exit code of a command that returns or raises this."""

    def main() -> int:
        if isinstance(result, BaseException):
            raise result
        assert isinstance(result, int)
        return result

    with pytest.raises(SystemExit) as exit_info:
        run(main)
    assert isinstance(exit_info.value.code, int)
    return exit_info.value.code


@pytest.mark.parametrize(
    ("result", "code"),
    [
        (OK, 0),
        (FINDINGS, 1),
        (FAILED, 2),
        (KeyboardInterrupt(), INTERRUPTED),
        (RuntimeError("unexpected"), FAILED),
    ],
)
def test_a_command_exits_with_its_code(result: object, code: int) -> None:
    assert exit_code_of(result) == code


def test_an_unexpected_error_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    exit_code_of(RuntimeError("unexpected"))
    assert "unexpected" in capsys.readouterr().err


def test_the_default_root_is_the_repository() -> None:
    assert parser("x").parse_args([]).root == REPOSITORY


def test_a_root_without_records_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert corpus_paths(Namespace(root=write_corpus(tmp_path).root)).root == tmp_path.resolve()
    with pytest.raises(SystemExit):
        corpus_paths(Namespace(root=tmp_path / "pages"))
    expected = "has no folder opinions/; use --root with a folder that has opinions/ and standards/"
    assert expected in capsys.readouterr().err


def test_typed_paths_become_relative_to_the_root(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path.resolve())
    typed = [
        paths.root / "standards",
        paths.opinions / "2003" / ".." / "2003" / "05.md",
        paths.root,
    ]
    names = relative_paths(typed, paths)
    refuse_unknown_paths(names, paths, KNOWN)
    assert names == ("standards", "opinions/2003/05.md", ".")


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("11/08/2024", "type 2024-11-08"),
        ("November 8, 2024", "type 2024-11-08"),
        ("20241108", "type 2024-11-08"),
        ("2024-02-30", "type the year, the month and the day"),
        ("soon", "type the year, the month and the day"),
    ],
)
def test_a_wrong_day_is_refused_with_what_to_type(typed: str, instead: str) -> None:
    assert parse_day("2024-11-08") == date(2024, 11, 8)
    with pytest.raises(ArgumentTypeError, match=f"`{typed}` is not a day such as .*; {instead}"):
        parse_day(typed)


def test_a_text_is_not_of_the_future() -> None:
    assert parse_past_day("2024-11-08") == date(2024, 11, 8)
    with pytest.raises(ArgumentTypeError, match="`2999-01-01` is in the future"):
        parse_past_day("2999-01-01")


def test_a_wrong_argument_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        parser("x").parse_args(["--rot", "a"])
    assert exit_info.value.code == FAILED
    message = "unrecognized arguments: --rot a. --help explains the options.\n"
    assert capsys.readouterr().err == message


@pytest.mark.parametrize("typed", ["README.md", "opinions/2003/99.md", "/etc/passwd"])
def test_a_path_outside_the_corpus_is_refused(tmp_path: Path, typed: str) -> None:
    paths = write_corpus(tmp_path)
    with pytest.raises(SystemExit):
        refuse_unknown_paths(relative_paths([tmp_path / typed], paths), paths, KNOWN)
