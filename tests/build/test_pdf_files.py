"""PDF files are made only where something changed, and files that no opinion has are removed."""

from pathlib import Path

from corpus.build.pdf_files import add_pdf_files, write_volumes
from corpus.paths import files_below
from corpus.pdf.files import pdf_files
from factories import RECORD, Files, full_record, index_of, read_valid_corpus

TWO = {"opinions/2003/05.md": RECORD, "opinions/2004/06.md": full_record(6, 2004)}


def make(root: Path, files: Files, built: Path) -> dict[str, bytes]:
    """Make the PDF files of a corpus, and return them by their path in the site."""
    index = index_of(read_valid_corpus(root / f"{built.name}-corpus", files))
    add_pdf_files(built, pdf_files(index), root / "kept")
    return {name: (built / name).read_bytes() for name in files_below(built)}


def kept(root: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in (root / "kept").iterdir()}


def test_each_opinion_with_its_text_has_a_file_beside_its_page(tmp_path: Path) -> None:
    files = make(tmp_path, TWO, tmp_path / "site")
    assert list(files) == [
        "data/volume.pdf",
        "opinions/2003/05/opinion.pdf",
        "opinions/2004/06/opinion.pdf",
    ]
    assert all(data.startswith(b"%PDF-1.7") for data in files.values())


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    make(tmp_path, TWO, tmp_path / "first")
    before = kept(tmp_path)
    changed = RECORD.replace("Naming a speaker", "Naming who spoke")
    make(tmp_path, {**TWO, "opinions/2003/05.md": changed}, tmp_path / "second")
    after = kept(tmp_path)
    assert len(before) == len(after) == 3
    assert len(before.items() & after.items()) == 1


def test_a_file_made_anew_is_the_same_as_one_that_was_kept(tmp_path: Path) -> None:
    first = make(tmp_path, TWO, tmp_path / "first")
    again = make(tmp_path, TWO, tmp_path / "again")
    for path in (tmp_path / "kept").iterdir():
        path.unlink()
    assert first == again == make(tmp_path, TWO, tmp_path / "anew")


def test_the_volume_alone_is_that_of_the_site(tmp_path: Path) -> None:
    files = make(tmp_path, TWO, tmp_path / "site")
    index = index_of(read_valid_corpus(tmp_path / "corpus", TWO))
    (volume,) = write_volumes(tmp_path / "alone", index)
    assert volume.name == "volume.pdf"
    assert volume.read_bytes() == files["data/volume.pdf"]


def test_many_files_are_made_side_by_side_as_they_are_one_by_one(tmp_path: Path) -> None:
    many = {f"opinions/2004/{number:02}.md": full_record(number, 2004) for number in range(10, 55)}
    together = make(tmp_path, many, tmp_path / "together")
    single = "opinions/2004/54.md"  # none came later, so nothing in it is about the others
    alone = make(tmp_path, {single: many[single]}, tmp_path / "alone")
    assert len(together) == 47
    assert together["opinions/2004/54/opinion.pdf"] == alone["opinions/2004/54/opinion.pdf"]
