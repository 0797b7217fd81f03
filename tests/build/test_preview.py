import shutil
from pathlib import Path

import pytest

from corpus.build.manifest import MANIFEST
from corpus.build.preview import preview
from corpus.build.publish import NotPublishedError, publish
from corpus.paths import CorpusPaths
from factories import record_text, write_corpus
from folders import bytes_below


def test_a_preview_updates_pages_and_the_next_build_completes_the_site(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path / "corpus")
    shutil.copytree(small_site, paths.site)
    page, path = paths.site / "opinions/2003/05", paths.opinions / "2003/05.md"
    previous = preview(paths, paths.site, print)
    path.write_text(path.read_text().replace("title: Naming", "title: Calling"))
    preview(paths, paths.site, print, previous)
    assert "<h1>Calling a speaker</h1>" in (page / "index.html").read_text()
    assert "title: Calling" in (page / "opinion.md").read_text()
    assert bytes_below(paths.site / "pagefind") == bytes_below(small_site / "pagefind")
    assert not (paths.site / MANIFEST).exists()
    previewed = bytes_below(paths.site)

    publish(paths, paths.site, print)
    fresh = CorpusPaths(tmp_path / "fresh")
    shutil.copytree(paths.root, fresh.root, ignore=shutil.ignore_patterns("build", "site"))
    publish(fresh, fresh.site, print)
    complete = bytes_below(paths.site)
    assert complete == bytes_below(fresh.site)
    pages = {name: data for name, data in previewed.items() if not name.startswith("pagefind/")}
    assert pages.items() <= complete.items()


def test_a_preview_of_a_bad_record_fails_and_leaves_the_site(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path, {"opinions/2003/05.md": record_text("approved: soon")})
    shutil.copytree(small_site, paths.site)
    with pytest.raises(NotPublishedError, match="OP105"):
        preview(paths, paths.site, print)
    assert bytes_below(paths.site) == bytes_below(small_site)
