import shutil
from pathlib import Path

import pytest

from corpus.build import page_cache
from corpus.build.page_cache import cached_pages, page_keys, update_cache
from corpus.build.publish import publish
from corpus.paths import CorpusPaths
from devtools.fictional_collection import write_collection
from folders import bytes_below


@pytest.mark.slow
def test_after_a_change_only_changed_pages_are_built_and_the_site_is_as_if_built_from_nothing(
    tmp_path: Path,
) -> None:
    paths = write_collection(12, tmp_path / "corpus")
    publish(paths, paths.site, print)
    about, changed = paths.site / "about/index.html", paths.site / "opinions/1996/05/index.html"
    before = about.stat(), changed.stat()
    record = paths.opinions / "1996/05.md"
    record.write_text(record.read_text().replace("\ntitle: On", "\ntitle: Of"))
    (paths.opinions / "1996/11.md").unlink()
    publish(paths, paths.site, print)
    assert "<h1>Of " in changed.read_text()
    assert not (paths.site / "opinions/1996/11").exists()
    assert about.stat().st_ino == before[0].st_ino
    assert changed.stat().st_ino != before[1].st_ino
    fresh = CorpusPaths(tmp_path / "fresh")
    shutil.copytree(paths.root, fresh.root, ignore=shutil.ignore_patterns("build", "site"))
    publish(fresh, fresh.site, print)
    assert bytes_below(paths.site) == bytes_below(fresh.site)


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    folder = tmp_path / "staged"
    (folder / "a").mkdir(parents=True)
    (folder / "a/index.md").write_text("one")
    (folder / "b.md").write_text("two")
    return folder


def test_a_key_depends_on_the_page_and_on_what_all_pages_share(
    staged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = page_keys(staged, "settings")
    assert page_keys(staged, "settings") == before
    assert not {*page_keys(staged, "others").values()} & {*before.values()}
    (staged / "b.md").write_text("three")
    after = page_keys(staged, "settings")
    assert after["a/index.md"] == before["a/index.md"]
    assert after["b.md"] != before["b.md"]
    (tmp_path / "mkdocs.yml").write_text("site_name: Other")
    monkeypatch.setattr(page_cache, "SETTINGS", tmp_path / "mkdocs.yml")
    assert not {*page_keys(staged, "settings").values()} & {*after.values()}


def build_into(built: Path, **pages: str) -> None:
    for url, text in pages.items():
        (built / url).mkdir(parents=True)
        (built / url / "index.html").write_text(text)


def test_pages_are_cached_until_they_are_no_longer_staged(staged: Path, tmp_path: Path) -> None:
    cache, built = tmp_path / "cache", tmp_path / "built"
    keys = page_keys(staged, "")
    assert cached_pages(keys, cache) == {}
    build_into(built, a="built a", b="built b")
    update_cache(keys, {}, cache, built)
    assert list(cached_pages(keys, cache)) == ["a/index.md", "b.md"]
    (staged / "b.md").unlink()
    keys = page_keys(staged, "")
    pages = update_cache(keys, cached_pages(keys, cache), cache, tmp_path / "nothing")
    assert {name: path.read_text() for name, path in pages.items()} == {"a/index.html": "built a"}
    assert len(list(cache.iterdir())) == 1


def test_a_damaged_page_is_built_again(staged: Path, tmp_path: Path) -> None:
    cache, built = tmp_path / "cache", tmp_path / "built"
    (staged / "b.md").unlink()
    keys = page_keys(staged, "")
    build_into(built, a="built a")
    (page,) = update_cache(keys, {}, cache, built).values()
    page.write_text("damaged")
    assert cached_pages(keys, cache) == {}
    (page,) = update_cache(keys, {}, cache, built).values()
    assert page.read_text() == "built a"
