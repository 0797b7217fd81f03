from pathlib import Path

import pytest

from corpus.build.publish import build_pages
from corpus.build.shared_files import link_files
from corpus.checks.runner import valid_corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from devtools.engines import differences
from devtools.fictional_collection import write_collection
from staging import build_staged, write_staged

pytestmark = pytest.mark.slow

TEXT = '<div id="text"><p id="p1">{}</p></div>\n'


def test_properdocs_builds_the_same_paths_and_texts(tmp_path: Path) -> None:
    paths, built = write_collection(12, tmp_path), tmp_path / "built"
    corpus = valid_corpus(load(paths), ())
    assert corpus
    (tmp_path / "scratch").mkdir()
    link_files(built, build_pages(paths, corpus, tmp_path / "scratch", print))
    assert list(differences("properdocs", paths, built)) == []


def test_differences_between_two_sites_are_listed(tmp_path: Path) -> None:
    paths, built = CorpusPaths(tmp_path), tmp_path / "built"
    pages = {"index.md": "# Home\n", "a/index.md": TEXT.format("words"), "a/b.txt": "b"}
    write_staged(paths, pages)
    build_staged(paths, built)
    (built / "only-here.txt").write_text("here")
    (built / "about/index.html").unlink()
    (built / "a/index.html").write_text(TEXT.format("other words"))
    assert list(differences("properdocs", paths, built)) == [
        "- only-here.txt",
        "+ about/index.html",
        "! a/index.html: another text",
    ]
