from pathlib import Path

from corpus.library.ledger import seal_path
from corpus.library.seals import seals_to_write
from factories import RECORD, catalog_record, read_corpus

LISTED = {"opinions/2004/06.md": catalog_record(6, 2004)}


def test_a_record_without_a_seal_gets_one(tmp_path: Path) -> None:
    assert [str(seal.id) for seal in seals_to_write(read_corpus(tmp_path, LISTED))] == [
        "2003/05",
        "2004/06",
    ]


def test_a_record_that_is_sealed_as_it_is_gets_none(tmp_path: Path) -> None:
    seals = {
        seal_path(seal.id): str(seal)
        for seal in seals_to_write(read_corpus(tmp_path / "a", LISTED))
    }
    assert tuple(seals_to_write(read_corpus(tmp_path / "b", {**LISTED, **seals}))) == ()


def test_a_text_that_is_typed_differently_is_sealed_again(tmp_path: Path) -> None:
    seals = {seal_path(seal.id): str(seal) for seal in seals_to_write(read_corpus(tmp_path / "a"))}
    files = {"opinions/2003/05.md": RECORD.replace("It may (see", "It may\n(see"), **seals}
    (seal,) = seals_to_write(read_corpus(tmp_path / "b", files))
    assert seal.text
    assert seal.text.all_words in seals[seal_path(seal.id)]
