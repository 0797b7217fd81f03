import shutil
from pathlib import Path

import pytest

from corpus.build import page_cache
from corpus.build.page_cache import keep, keys, known
from corpus.library.ledger import digest
from corpus.paths import CorpusPaths
from corpus.build.publish import publish
from devtools.fictional_collection import write_collection


def site_of(paths: CorpusPaths) -> dict[str, bytes]:
    publish(paths, paths.site, print)
    files = (path for path in paths.site.rglob("*") if path.is_file())
    return {path.relative_to(paths.site).as_posix(): path.read_bytes() for path in files}


def test_after_any_change_the_site_is_as_if_it_had_been_built_from_nothing(tmp_path: Path) -> None:
    paths = write_collection(12, tmp_path / "corpus")
    before = site_of(paths)
    record = paths.opinions / "1996/05.md"
    record.write_text(record.read_text().replace("\ntitle: On", "\ntitle: Of"))
    (paths.opinions / "1996/11.md").unlink()
    after = site_of(paths)
    shutil.copytree(paths.root, tmp_path / "fresh", ignore=shutil.ignore_patterns("build", "site"))
    assert after == site_of(CorpusPaths(tmp_path / "fresh"))
    assert before["opinions/1996/11/index.html"]
    assert "opinions/1996/11/index.html" not in after
    assert b"<h1>Of " in after["opinions/1996/05/index.html"]


def test_a_page_of_the_very_same_input_is_not_built_again(tmp_path: Path) -> None:
    paths = write_collection(12, tmp_path)
    site_of(paths)
    pages = list(paths.page_cache.iterdir())
    for page in pages:
        marked = page.read_text().replace("<body", '<body title="kept"')
        page.unlink()
        key = page.name.partition(".")[0]
        (paths.page_cache / f"{key}.{digest(marked)}").write_text(marked)
    record = paths.opinions / "1996/05.md"
    record.write_text(record.read_text().replace("\ntitle: On", "\ntitle: Of"))
    after = site_of(paths)
    assert b'title="kept"' in after["about/index.html"]
    assert b'title="kept"' not in after["opinions/1996/05/index.html"]
    assert len(list(paths.page_cache.iterdir())) == len(pages)


@pytest.fixture
def staged(tmp_path: Path) -> Path:
    folder = tmp_path / "staged"
    (folder / "a").mkdir(parents=True)
    (folder / "a/index.md").write_text("one")
    (folder / "b.md").write_text("two")
    return folder


def test_a_key_tells_the_page_its_address_and_what_shapes_all_pages(
    staged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = keys(staged, "settings")
    assert keys(staged, "settings") == before
    assert not {*keys(staged, "others").values()} & {*before.values()}
    (staged / "b.md").write_text("three")
    after = keys(staged, "settings")
    assert after["a/index.md"] == before["a/index.md"]
    assert after["b.md"] != before["b.md"]
    (tmp_path / "mkdocs.yml").write_text("site_name: Other")
    monkeypatch.setattr(page_cache, "SETTINGS", tmp_path / "mkdocs.yml")
    assert not {*keys(staged, "settings").values()} & {*after.values()}


def test_pages_are_kept_found_and_forgotten(staged: Path, tmp_path: Path) -> None:
    store, built = tmp_path / "store", tmp_path / "built"
    found = keys(staged, "")
    assert known(found, store) == {}
    for url in ("a", "b"):
        (built / url).mkdir(parents=True)
        (built / url / "index.html").write_text(url)
    keep(found, {}, store, built)
    assert list(known(found, store)) == ["a/index.md", "b.md"]
    shutil.rmtree(built)
    (staged / "b.md").unlink()
    left = keys(staged, "")
    pages = keep(left, known(left, store), store, built)
    assert {name: path.read_text() for name, path in pages.items()} == {"a/index.html": "a"}
    assert len(list(store.iterdir())) == 1


def test_a_page_that_is_not_as_it_was_built_is_not_taken(staged: Path, tmp_path: Path) -> None:
    store, built = tmp_path / "store", tmp_path / "built"
    (staged / "b.md").unlink()
    (built / "a").mkdir(parents=True)
    (built / "a/index.html").write_text("a")
    (page,) = keep(keys(staged, ""), {}, store, built).values()
    page.write_text("another")
    assert known(keys(staged, ""), store) == {}
    assert [one.read_text() for one in keep(keys(staged, ""), {}, store, built).values()] == ["a"]
