from pathlib import Path

import pytest

from corpus.build import parsed_page
from corpus.build.parse_cache import parse_pages

PAGE = '<html><head><title>A</title></head><body><p id="{}">words</p></body></html>'


def test_every_page_is_known_by_its_address(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(PAGE.format("one"))
    (tmp_path / "404.html").write_text(PAGE.format("two"))
    pages = parse_pages(tmp_path, tmp_path / "memory")
    assert {url: page.anchors for url, page in pages.items()} == {
        "a/": {"one"},
        "404.html": {"two"},
    }


def test_a_page_is_read_once_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("one"))
    before = parse_pages(tmp_path, tmp_path / "memory")
    monkeypatch.setattr(parsed_page, "parse_page", lambda path: pytest.fail(f"{path} was read again"))
    assert parse_pages(tmp_path, tmp_path / "memory") == before
    monkeypatch.undo()
    (tmp_path / "index.html").write_text(PAGE.format("two"))
    assert parse_pages(tmp_path, tmp_path / "memory")[""].anchors == {"two"}


@pytest.mark.parametrize("left", ["", "{", '{"a": {"links": 1}}', "null"])
def test_a_memory_that_was_cut_short_is_no_memory(tmp_path: Path, left: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("one"))
    (tmp_path / "memory").write_text(left)
    assert parse_pages(tmp_path, tmp_path / "memory")[""].anchors == {"one"}
