from argparse import Namespace
from pathlib import Path

import pytest

from corpus.cli import (
    FAILED,
    FINDINGS,
    INTERRUPTED,
    OK,
    corpus_paths,
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
    assert "no folder opinions/" in capsys.readouterr().err


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


@pytest.mark.parametrize("typed", ["README.md", "opinions/2003/99.md", "/etc/passwd"])
def test_a_path_outside_the_corpus_is_refused(tmp_path: Path, typed: str) -> None:
    paths = write_corpus(tmp_path)
    with pytest.raises(SystemExit):
        refuse_unknown_paths(relative_paths([tmp_path / typed], paths), paths, KNOWN)
