import gzip
import json
import shutil
from pathlib import Path

import pytest

from corpus.build.pagefind import build_index, indexed_urls
from corpus.build.subprocesses import SubprocessError
from folders import bytes_below

PAGE = "<html lang='en'><body><h1>A</h1><p{}>{}</p></body></html>"
MARKED = " data-pagefind-body"


def write_site(root: Path, **pages: str) -> Path:
    """Write a built site with these opinions of 2003, each with its words."""
    for number, words in pages.items():
        folder = root / "opinions" / "2003" / number.removeprefix("n")
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(PAGE.format(MARKED, words))
    return root


@pytest.fixture(scope="module")
def indexed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three opinions with its index."""
    site = write_site(
        tmp_path_factory.mktemp("site"), n05="confidential", n06="neutral", n07="gone"
    )
    build_index(site, site / "nothing", site / "log")
    return site


@pytest.fixture
def previous(indexed_site: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return shutil.copytree(indexed_site, tmp_path / "previous")


def index_after(previous: Path, root: Path) -> dict[str, bytes]:
    """The index of a site with one page that is the same, one that changed and one that is new."""
    site = write_site(root, n05="confidential", n06="neutral again", n08="new")
    build_index(site, previous, root / "log")
    assert indexed_urls(site) == {f"opinions/2003/{number}/" for number in ("05", "06", "08")}
    return bytes_below(site / "pagefind")


def recompress_fragments(site: Path) -> set[bytes]:
    """Compress each fragment differently, so that a copy can be recognized; return their bytes."""
    fragments = list((site / "pagefind" / "fragment").iterdir())
    for path in fragments:
        path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), 1, mtime=0))
    return {path.read_bytes() for path in fragments}


def test_only_marked_pages_of_opinions_are_indexed_without_the_interface_of_pagefind(
    tmp_path: Path,
) -> None:
    for url, mark in (("", MARKED), ("opinions/2003/05/", MARKED), ("opinions/2003/06/", "")):
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(PAGE.format(mark, "words"))
    build_index(tmp_path, tmp_path / "nothing", tmp_path / "log")
    assert indexed_urls(tmp_path) == {"opinions/2003/05/"}
    assert not list((tmp_path / "pagefind").glob("*ui*"))
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_the_previous_index_makes_no_difference(previous: Path, tmp_path: Path) -> None:
    after = index_after(previous, tmp_path / "after")
    assert after == index_after(tmp_path / "nothing", tmp_path / "alone")


def test_the_fragment_of_an_unchanged_page_is_copied(previous: Path, tmp_path: Path) -> None:
    old = recompress_fragments(previous)
    assert len(old & {*index_after(previous, tmp_path / "after").values()}) == 1


def test_no_fragment_of_another_version_of_pagefind_is_copied(
    previous: Path, tmp_path: Path
) -> None:
    entry = previous / "pagefind" / "pagefind-entry.json"
    entry.write_text(json.dumps({**json.loads(entry.read_text()), "version": "1.0.0"}))
    old = recompress_fragments(previous)
    assert not old & {*index_after(previous, tmp_path / "after").values()}


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"words"])
def test_a_damaged_previous_index_does_no_harm(
    previous: Path, tmp_path: Path, damage: bytes
) -> None:
    for fragment in (previous / "pagefind" / "fragment").iterdir():
        fragment.write_bytes(damage)
    after = index_after(previous, tmp_path / "after")
    assert after == index_after(tmp_path / "nothing", tmp_path / "alone")


def test_an_error_of_pagefind_is_reported_with_its_log(tmp_path: Path) -> None:
    with pytest.raises(SubprocessError, match=r"^Pagefind failed: .*; its output is in .*log$"):
        build_index(tmp_path / "nowhere", tmp_path / "nothing", tmp_path / "log")
    assert (tmp_path / "log").read_text()
