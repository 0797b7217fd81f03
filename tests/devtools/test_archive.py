"""An archive holds every file of a site at its address."""

from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from devtools.archive import main

# Warcio leaves its temporary files to be closed by Python, which warns of that since 3.13.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

ARGUMENTS = ("--address", "https://example.org/ao", "--day", "2026-01-02T03:04:05+01:00")
FILES = {
    "index.html": b"<!doctype html>\n<title>Home</title>",
    "opinions/2003/05/index.html": b"<!doctype html>\n<title>Five</title>",
    "data/opinions.json": b"[]",
}


def write_archive(site: Path, warc: Path) -> bytes:
    for name, content in FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    main([str(site), str(warc), *ARGUMENTS])
    return warc.read_bytes()


def test_an_archive_holds_every_file_at_its_address(tmp_path: Path) -> None:
    warc = tmp_path / "site.warc.gz"
    write_archive(tmp_path / "site", warc)
    with warc.open("rb") as file:
        records = {
            record.rec_headers["WARC-Target-URI"]: (
                record.rec_headers["Content-Type"],
                record.rec_headers["WARC-Date"],
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
        }
    day = "2026-01-02T02:04:05Z"
    assert records == {
        "https://example.org/ao/": ("text/html", day, FILES["index.html"]),
        "https://example.org/ao/opinions/2003/05/": (
            "text/html",
            day,
            FILES["opinions/2003/05/index.html"],
        ),
        "https://example.org/ao/data/opinions.json": (
            "application/json",
            day,
            FILES["data/opinions.json"],
        ),
    }


def test_the_same_site_gives_the_same_archive(tmp_path: Path) -> None:
    first = write_archive(tmp_path / "a", tmp_path / "a.warc.gz")
    assert first == write_archive(tmp_path / "b", tmp_path / "b.warc.gz")
