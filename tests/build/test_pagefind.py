from pathlib import Path

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


def test_an_error_of_pagefind_is_reported_with_its_log(tmp_path: Path) -> None:
    with pytest.raises(SubprocessError, match=r"^Pagefind failed: .*; its output is in .*log$"):
        build_index(tmp_path / "nowhere", tmp_path / "log")
    assert (tmp_path / "log").read_text()
