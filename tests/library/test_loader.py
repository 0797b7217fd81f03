from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from corpus.checks.runner import check
from corpus.library.loader import load
from factories import (
    STANDARD_KIND,
    STATUTE_KIND,
    VALID_FILES,
    page_text,
    read_corpus,
    record_text,
    write_corpus,
)


def test_every_file_is_read_once(tmp_path: Path) -> None:
    files = {"pages/about.md": page_text("Words")}
    corpus = read_corpus(tmp_path, files)
    assert sorted(corpus.paths) == sorted([*VALID_FILES, *files])
    assert [str(record.id) for record in corpus.records] == ["2003/05"]
    assert corpus.unread_paths == ()
    assert corpus.references
    assert list(corpus.references.authorities) == [
        (STANDARD_KIND, "3"),
        (STATUTE_KIND, "7A-38.2"),
    ]


def test_a_broken_record_is_a_file_with_faults_and_no_record(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path, {"opinions/2003/05.md": "broken"})
    files = [file.parsed_file for file in corpus.record_files]
    assert corpus.records == ()
    assert [file.path for file in files if file.faults] == ["opinions/2003/05.md"]


def test_a_corpus_without_its_vocabularies_has_neither_references_nor_records(
    tmp_path: Path,
) -> None:
    for name in ("opinions/topics.yml", "opinions/programs.yml", "standards/commission.yml"):
        corpus = read_corpus(tmp_path / name.replace("/", "-"), {name: None})
        assert (corpus.references, corpus.records) == (None, ())


def test_misplaced_files_are_named_and_not_read(tmp_path: Path) -> None:
    misplaced = ["opinions/05.md", "opinions/2003/06.MD", "standards/x/1.md", "pages/sub/a.md"]
    assert read_corpus(tmp_path, dict.fromkeys(misplaced, "x")).unread_paths == tuple(
        sorted(misplaced)
    )


def test_files_that_macos_makes_beside_others_are_not_read(tmp_path: Path) -> None:
    names = ["opinions/2003/._05.md", "opinions/ledger/2003/._05.txt", "pages/._about.md"]
    names += ["standards/._3.md", "standards/statutes/._7A-38.2.md", "opinions/.DS_Store"]
    corpus = read_corpus(tmp_path, dict.fromkeys(names, b"\0\5\x16\7"))
    assert sorted(corpus.paths) == sorted(VALID_FILES)
    assert corpus.unread_paths == ()


def test_a_published_seal_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    published = write_corpus(
        tmp_path / "published",
        {"opinions/ledger/2003/05.txt": "x", "opinions/ledger/2003/._05.txt": b"\0"},
    )
    paths = replace(write_corpus(tmp_path / "here"), published_ledger=published.ledger)
    findings = {(finding.location.path, finding.code) for finding in check(load(paths))}
    assert findings == {("opinions/ledger/2003/05.txt", "OP505")}


def test_paths_that_differ_only_in_case_are_named(tmp_path: Path) -> None:
    for name in ("Opinions", "PAGES", "standards/Rules"):
        (tmp_path / name).mkdir(parents=True)
    files = {"standards/Rules/a.md": "x"}
    assert read_corpus(tmp_path, files).unread_paths == (
        "Opinions",
        "PAGES",
        "standards/Rules/a.md",
    )


def test_a_folder_in_place_of_a_record_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "opinions/2003/06.md").mkdir(parents=True)
    files = [file.parsed_file for file in read_corpus(tmp_path).record_files]
    assert [file.path for file in files if file.faults] == ["opinions/2003/06.md"]


def test_the_hash_of_a_source_is_the_hash_of_its_bytes(tmp_path: Path) -> None:
    text = record_text("source: {title: Minutes, file: a.txt}")
    (record,) = read_corpus(tmp_path, {"opinions/2003/05.md": text, "a.txt": b"\xff"}).records
    assert record.source_sha256 == sha256(b"\xff").hexdigest()
    (tmp_path / "a.txt").unlink()
    (record,) = read_corpus(tmp_path, {"opinions/2003/05.md": text}).records
    assert record.source_sha256 is None


def test_links_are_not_followed(tmp_path: Path) -> None:
    elsewhere = write_corpus(tmp_path / "elsewhere")
    paths = write_corpus(tmp_path / "here")
    (paths.opinions / "2004").symlink_to(elsewhere.opinions / "2003")
    (paths.standards / "4.md").symlink_to(elsewhere.standards / "3.md")
    findings = {(finding.location.path, finding.code) for finding in check(load(paths))}
    assert findings == {("opinions/2004", "OP404"), ("standards/4.md", "OP013")}
