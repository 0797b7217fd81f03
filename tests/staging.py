"""A staged folder with few pages, and MkDocs run over it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from corpus.build import mkdocs
from corpus.build.shared_files import link_files
from corpus.model.commission import Commission
from corpus.paths import CorpusPaths
from factories import COMMISSION

BOARD = Commission.model_validate(yaml.safe_load(COMMISSION))
NAV = ("questions", "opinions", "topics", "standards", "statutes", "rules", "programs")
PAGES = {f"{name}/index.md": "# Page\n" for name in NAV} | {"about.md": "# About\n"}


def build(paths: CorpusPaths, built: Path, board: Commission = BOARD) -> None:
    """Build what is staged into a folder."""
    with TemporaryDirectory() as scratch:
        link_files(mkdocs.build(paths, board, Path(scratch)), built)


def write_staged(files: dict[str, str], paths: CorpusPaths) -> None:
    """Lay files in the staged folder."""
    for name, text in files.items():
        path = paths.staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
