from pathlib import Path

from corpus.library.ledger import seal_path
from corpus.library.seals import seals_to_write
from factories import RECORD, catalogued, library

LISTED = {"opinions/2004/06.md": catalogued(6, 2004)}


def test_what_has_no_seal_is_due(tmp_path: Path) -> None:
    assert [str(one.id) for one in seals_to_write(library(tmp_path, LISTED))] == [
        "2003/05",
        "2004/06",
    ]


def test_what_is_sealed_as_it_is_is_not_due(tmp_path: Path) -> None:
    seals = {seal_path(one.id): str(one) for one in seals_to_write(library(tmp_path / "a", LISTED))}
    assert tuple(seals_to_write(library(tmp_path / "b", {**LISTED, **seals}))) == ()


def test_a_text_that_is_written_otherwise_is_due_again(tmp_path: Path) -> None:
    seals = {seal_path(one.id): str(one) for one in seals_to_write(library(tmp_path / "a"))}
    files = {"opinions/2003/05.md": RECORD.replace("It may (see", "It may\n(see"), **seals}
    (one,) = seals_to_write(library(tmp_path / "b", files))
    assert one.text
    assert one.text.all_words in seals[seal_path(one.id)]
