from pathlib import Path

import pytest

from corpus.build import parse_cache
from corpus.build.parse_cache import parse_pages

PAGE = '<html><head><title>A</title></head><body><p id="{}">words</p></body></html>'


def test_every_page_is_parsed_and_known_by_its_url(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(PAGE.format("one"))
    (tmp_path / "404.html").write_text(PAGE.format("two"))
    pages = parse_pages(tmp_path, tmp_path / "cache")
    assert {url: page.anchors for url, page in pages.items()} == {
        "a/": {"one"},
        "404.html": {"two"},
    }


def test_a_page_is_parsed_again_only_after_a_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("one"))
    before = parse_pages(tmp_path, tmp_path / "cache")
    with monkeypatch.context() as patch:
        patch.setattr(parse_cache, "parse_page", lambda path: pytest.fail(f"parsed {path} again"))
        assert parse_pages(tmp_path, tmp_path / "cache") == before
    (tmp_path / "index.html").write_text(PAGE.format("two"))
    assert parse_pages(tmp_path, tmp_path / "cache")[""].anchors == {"two"}


@pytest.mark.parametrize("text", ["", "{", '{"a": {"links": 1}}', "null"])
def test_a_damaged_cache_is_ignored(tmp_path: Path, text: str) -> None:
    (tmp_path / "index.html").write_text(PAGE.format("one"))
    (tmp_path / "cache").write_text(text)
    assert parse_pages(tmp_path, tmp_path / "cache")[""].anchors == {"one"}
