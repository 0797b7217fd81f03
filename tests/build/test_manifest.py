from hashlib import sha256
from pathlib import Path

from corpus.build.manifest import MANIFEST, add_records, write_manifest
from factories import RECORD, read_valid_corpus


def test_a_record_is_beside_its_page_as_it_was_read(tmp_path: Path) -> None:
    records, built = read_valid_corpus(tmp_path).records, tmp_path / "built"
    (built / "opinions/2003/05").mkdir(parents=True)
    (tmp_path / "opinions/2003/05.md").write_text("changed during the build")
    add_records(built, records)
    assert (built / "opinions/2003/05/opinion.md").read_text() == RECORD


def test_the_manifest_has_the_hash_of_every_file(tmp_path: Path) -> None:
    for name in ("data", "b"):
        (tmp_path / name).mkdir()
    (tmp_path / "index.html").write_text("home")
    (tmp_path / "b/c.txt").write_text("text")
    write_manifest(tmp_path)
    assert (tmp_path / MANIFEST).read_text() == (
        f"{sha256(b'text').hexdigest()}  b/c.txt\n{sha256(b'home').hexdigest()}  index.html\n"
    )
