import gzip
import json
from pathlib import Path

import cbor2
import pytest

from corpus.build.pagefind import build_index
from corpus.build.pagefind_files import indexed_urls
from corpus.build.subprocesses import SubprocessError

PAGE = "<html lang='en'><body><h1>A</h1><p{}>{}</p></body></html>"
MARKED = " data-pagefind-body"


def test_only_marked_pages_of_opinions_are_indexed_without_the_interface_of_pagefind(
    tmp_path: Path,
) -> None:
    for url, mark in (("", MARKED), ("opinions/2003/05/", MARKED), ("opinions/2003/06/", "")):
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(PAGE.format(mark, "words"))
    build_index(tmp_path, tmp_path / "log")
    assert indexed_urls(tmp_path / "pagefind") == {"opinions/2003/05/"}
    assert not list((tmp_path / "pagefind").glob("*ui*"))
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_pages_are_numbered_by_their_url_on_every_disk(tmp_path: Path) -> None:
    urls = [f"opinions/{year}/{number}/" for year in (1999, 2003) for number in (3, 7, 12, 5, 9)]
    for url in urls:
        (tmp_path / url).mkdir(parents=True)
        (tmp_path / url / "index.html").write_text(PAGE.format(MARKED, f"words of {url}"))
    build_index(tmp_path, tmp_path / "log")
    (meta,) = (tmp_path / "pagefind").glob("*.pf_meta")
    pages = cbor2.loads(content(meta))[1]
    fragments = [tmp_path / f"pagefind/fragment/{key}.pf_fragment" for key, *_ in pages]
    assert [json.loads(content(path))["url"] for path in fragments] == [
        f"/{url}" for url in sorted(urls)
    ]


def content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")


def test_an_error_of_pagefind_is_reported(tmp_path: Path) -> None:
    (tmp_path / "pagefind").touch()
    (tmp_path / "opinions/2003/05").mkdir(parents=True)
    (tmp_path / "opinions/2003/05/index.html").write_text(PAGE.format(MARKED, "words"))
    with pytest.raises(SubprocessError, match=r"^Pagefind failed: "):
        build_index(tmp_path, tmp_path / "log")
