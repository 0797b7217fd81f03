from hashlib import sha256
from pathlib import Path

from corpus.build.manifest import MANIFEST, write_manifest
from factories import RECORD, sound


def test_records_lie_as_they_were_read_beside_their_pages_and_every_file_has_its_hash(
    tmp_path: Path,
) -> None:
    records = sound(tmp_path).records
    built = tmp_path / "built"
    (built / "opinions/2003/05").mkdir(parents=True)
    (built / "data").mkdir()
    (built / "index.html").write_text("home")
    (tmp_path / "opinions/2003/05.md").write_text("changed while the site was built")
    write_manifest(built, records)
    assert (built / "opinions/2003/05/opinion.md").read_text() == RECORD
    assert (built / MANIFEST).read_text() == (
        f"{sha256(b'home').hexdigest()}  index.html\n"
        f"{sha256(RECORD.encode()).hexdigest()}  opinions/2003/05/opinion.md\n"
    )
