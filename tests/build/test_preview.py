import shutil
import sys
from pathlib import Path
from queue import Queue

import pytest

from corpus.build.manifest import MANIFEST
from corpus.paths import CorpusPaths, files_below
from corpus.build.preview import BackgroundCommand, preview
from corpus.build.publish import NotPublishedError, publish
from factories import corpus, record

FAILS = "print('why'); raise SystemExit(1)"
STAYS = "print('at work', flush=True); import signal; signal.pause()"


def bytes_of(site: Path) -> dict[str, bytes]:
    return {name: (site / name).read_bytes() for name in files_below(site)}


def retitled(paths: CorpusPaths) -> None:
    path = paths.opinions / "2003/05.md"
    path.write_text(path.read_text().replace("title: Naming", "title: Calling"))


def test_a_preview_shows_the_pages_and_searches_as_before(tmp_path: Path) -> None:
    paths = corpus(tmp_path)
    publish(paths, paths.site, print)
    searched = bytes_of(paths.site / "pagefind")
    read = preview(paths, paths.site, print)
    retitled(paths)
    preview(paths, paths.site, print, read)
    assert "<h1>Calling a speaker</h1>" in (paths.site / "opinions/2003/05/index.html").read_text()
    assert "title: Calling" in (paths.site / "opinions/2003/05/opinion.md").read_text()
    assert bytes_of(paths.site / "pagefind") == searched


def test_the_build_after_a_preview_leaves_the_same_site_as_one_from_nothing(
    tmp_path: Path,
) -> None:
    paths = corpus(tmp_path / "corpus")
    read = preview(paths, paths.site, print)
    assert not (paths.site / MANIFEST).exists()
    retitled(paths)
    preview(paths, paths.site, print, read)
    previewed = bytes_of(paths.site)
    publish(paths, paths.site, print)
    shutil.copytree(paths.root, tmp_path / "fresh", ignore=shutil.ignore_patterns("build", "site"))
    fresh = CorpusPaths(tmp_path / "fresh")
    publish(fresh, fresh.site, print)
    assert bytes_of(paths.site) == bytes_of(fresh.site)
    assert {name: bytes_of(fresh.site)[name] for name in previewed} == previewed


def test_what_cannot_be_built_is_told_and_the_last_preview_stays(tmp_path: Path) -> None:
    paths = corpus(tmp_path)
    read = preview(paths, paths.site, print)
    before = bytes_of(paths.site)
    corpus(tmp_path, {"opinions/2003/05.md": record("approved: soon")})
    with pytest.raises(NotPublishedError, match="OP105"):
        preview(paths, paths.site, print, read)
    assert bytes_of(paths.site) == before


def test_what_follows_says_why_it_failed() -> None:
    said: Queue[str] = Queue()
    BackgroundCommand([sys.executable, "-c", FAILS], said.put).start()
    assert said.get(timeout=30) == "why"


def test_what_follows_is_stopped_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    said: Queue[str] = Queue()
    after = BackgroundCommand([sys.executable, "-c", STAYS], said.put)
    after.stop()
    after.start()
    after.start()
    after.stop()
    after.stop()
    assert said.empty()
    assert capfd.readouterr() == ("", "")
