import gzip
import json
from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError
from corpus.build.pagefind import indexed_urls, build_index

PAGE = "<html lang='en'><body><h1>A</h1><p{}>{}</p></body></html>"
MARKED = " data-pagefind-body"


def site(root: Path, **pages: str) -> Path:
    """A built site with these opinions of 2003, each with its words."""
    for number, words in pages.items():
        folder = root / "opinions" / "2003" / number.removeprefix("n")
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(PAGE.format(MARKED, words))
    return root


def written(bundle: Path) -> dict[str, bytes]:
    return {
        path.relative_to(bundle).as_posix(): path.read_bytes()
        for path in bundle.rglob("*")
        if path.is_file()
    }


def test_only_marked_pages_of_opinions_are_indexed_and_no_interface_of_others_is_kept(
    tmp_path: Path,
) -> None:
    for url, mark in (("", MARKED), ("opinions/2003/05/", MARKED), ("opinions/2003/06/", "")):
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(PAGE.format(mark, "words"))
    build_index(tmp_path, tmp_path / "nothing", tmp_path / "log")
    assert indexed_urls(tmp_path) == {"opinions/2003/05/"}
    assert not list((tmp_path / "pagefind").glob("*ui*"))
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_an_index_after_another_is_the_same_as_one_made_from_nothing(tmp_path: Path) -> None:
    before = site(tmp_path / "before", n05="confidential", n06="neutral", n07="gone")
    build_index(before, tmp_path / "nothing", tmp_path / "log")
    made = []
    for name, last in (("after", before), ("alone", tmp_path / "nothing")):
        built = site(tmp_path / name, n05="confidential", n06="neutral again", n08="new")
        build_index(built, last, tmp_path / "log")
        made.append(written(built / "pagefind"))
    assert made[0] == made[1]
    assert indexed_urls(built) == {f"opinions/2003/{number}/" for number in ("05", "06", "08")}


def marked(before: Path) -> set[bytes]:
    """Compress each fragment of an index in another way, and give their bytes."""
    for fragment in (before / "pagefind" / "fragment").iterdir():
        fragment.write_bytes(gzip.compress(gzip.decompress(fragment.read_bytes()), 1, mtime=0))
    return {path.read_bytes() for path in (before / "pagefind" / "fragment").iterdir()}


def test_what_the_last_index_has_of_a_page_that_did_not_change_is_taken_over(
    tmp_path: Path,
) -> None:
    before = site(tmp_path / "before", n05="confidential", n06="neutral")
    build_index(before, tmp_path / "nothing", tmp_path / "log")
    old = marked(before)
    built = site(tmp_path / "after", n05="confidential", n06="another")
    build_index(built, before, tmp_path / "log")
    assert len(old & set(written(built / "pagefind").values())) == 1


@pytest.mark.parametrize("damage", [b"", b"\x1f\x8b", b"words"])
def test_a_damaged_index_of_before_does_no_harm(tmp_path: Path, damage: bytes) -> None:
    before = site(tmp_path / "before", n05="confidential")
    build_index(before, tmp_path / "nothing", tmp_path / "log")
    whole = written(before / "pagefind")
    for fragment in (before / "pagefind" / "fragment").iterdir():
        fragment.write_bytes(damage)
    built = site(tmp_path / "after", n05="confidential")
    build_index(built, before, tmp_path / "log")
    assert written(built / "pagefind") == whole


def test_what_another_pagefind_made_is_not_taken_over(tmp_path: Path) -> None:
    before = site(tmp_path / "before", n05="confidential")
    build_index(before, tmp_path / "nothing", tmp_path / "log")
    entry = before / "pagefind" / "pagefind-entry.json"
    entry.write_text(json.dumps({**json.loads(entry.read_text()), "version": "1.0.0"}))
    old = marked(before)
    built = site(tmp_path / "after", n05="confidential")
    build_index(built, before, tmp_path / "log")
    assert not old & set(written(built / "pagefind").values())


def test_a_crash_of_pagefind_is_told_with_the_place_of_its_words(tmp_path: Path) -> None:
    with pytest.raises(SubprocessError, match=r"^Pagefind failed: .*; all that it said is in .*log$"):
        build_index(tmp_path / "nowhere", tmp_path / "nothing", tmp_path / "log")
    assert (tmp_path / "log").read_text()
