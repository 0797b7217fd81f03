from pathlib import Path

from corpus.build.contents import tasks_by_key
from corpus.build.stage import stage
from corpus.checks.runner import valid_corpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from devtools.engines import differences
from devtools.fictional_collection import write_collection
from staging import PAGES, build, write_staged

TEXT = '<div id="text"><p id="p1">{}</p></div>\n'


def staged(root: Path) -> tuple[CorpusPaths, Path]:
    paths = CorpusPaths(root)
    pages = PAGES | {"index.md": "# Home\n", "a/index.md": TEXT.format("words"), "a/b.txt": "b"}
    write_staged(pages, paths)
    build(paths, root / "built")
    return paths, root / "built"


def test_properdocs_gives_the_same_addresses_and_texts(tmp_path: Path) -> None:
    paths = write_collection(12, tmp_path)
    corpus = valid_corpus(load(paths), ())
    assert corpus
    stage(tasks_by_key(corpus), paths.staged)
    build(paths, tmp_path / "built", corpus.references.commission)
    assert list(differences("properdocs", paths, tmp_path / "built")) == []


def test_what_another_engine_makes_differently_is_told(tmp_path: Path) -> None:
    paths, built = staged(tmp_path)
    (built / "only-here.txt").write_text("here")
    (built / "about/index.html").unlink()
    (built / "a/index.html").write_text(TEXT.format("other words"))
    assert list(differences("properdocs", paths, built)) == [
        "- only-here.txt",
        "+ about/index.html",
        "! a/index.html: another text",
    ]
