from pathlib import Path

import pytest

from corpus.build.contents import site_tasks
from corpus.build.mkdocs import build_all_pages
from corpus.build.stage import stage
from corpus.checks.runner import valid_corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from devtools.engines import differences
from devtools.fictional_collection import write_collection
from staging import build_staged, write_staged

pytestmark = pytest.mark.slow

TEXT = '<div id="text"><p id="p1">{}</p></div>\n'


def test_properdocs_builds_the_same_paths_and_texts(tmp_path: Path) -> None:
    paths, scratch = write_collection(12, tmp_path / "corpus"), tmp_path / "scratch"
    corpus = valid_corpus(load(paths), ())
    assert corpus
    stage(site_tasks(corpus), paths.staged)
    scratch.mkdir()
    build_all_pages(paths.staged, corpus.references.commission, scratch / "site", paths.mkdocs_log)
    assert list(differences("properdocs", paths, scratch / "site")) == []


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
