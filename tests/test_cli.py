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
from factories import corpus

KNOWN = ["opinions/2003/05.md", "standards/3.md"]


def ends(code: object) -> int:
    """The code with which a verb that does this ends."""

    def main() -> int:
        if isinstance(code, BaseException):
            raise code
        assert isinstance(code, int)
        return code

    with pytest.raises(SystemExit) as end:
        run(main)
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.mark.parametrize(
    ("code", "end"),
    [
        (OK, 0),
        (FINDINGS, 1),
        (FAILED, 2),
        (KeyboardInterrupt(), INTERRUPTED),
        (RuntimeError("a fault of our own"), FAILED),
    ],
)
def test_a_verb_ends_with_its_code(code: object, end: int) -> None:
    assert ends(code) == end


def test_a_fault_of_our_own_is_told_and_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    ends(RuntimeError("a fault of our own"))
    assert "a fault of our own" in capsys.readouterr().err


def test_the_root_is_the_repository_unless_another_is_given() -> None:
    assert parser("x").parse_args([]).root == REPOSITORY


def test_a_root_without_records_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert corpus_paths(Namespace(root=corpus(tmp_path).root)).root == tmp_path.resolve()
    with pytest.raises(SystemExit):
        corpus_paths(Namespace(root=tmp_path / "pages"))
    assert "no folder opinions/" in capsys.readouterr().err


def test_paths_are_named_below_the_root(tmp_path: Path) -> None:
    found = corpus(tmp_path.resolve())
    typed = [
        found.root / "standards",
        found.opinions / "2003" / ".." / "2003" / "05.md",
        found.root,
    ]
    named = relative_paths(typed, found)
    refuse_unknown_paths(named, found, KNOWN)
    assert named == ("standards", "opinions/2003/05.md", ".")


@pytest.mark.parametrize("typed", ["README.md", "opinions/2003/99.md", "/etc/passwd"])
def test_a_path_of_no_file_of_the_corpus_is_refused(tmp_path: Path, typed: str) -> None:
    found = corpus(tmp_path)
    with pytest.raises(SystemExit):
        refuse_unknown_paths(relative_paths([tmp_path / typed], found), found, KNOWN)
