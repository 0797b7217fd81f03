"""A staged folder with few pages, and MkDocs run on it."""

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import yaml

from corpus.build.mkdocs import build_all_pages
from corpus.model.commission import Commission
from corpus.paths import CorpusPaths
from factories import COMMISSION

BOARD = Commission.model_validate(yaml.safe_load(COMMISSION))
NAV = ("questions", "opinions", "topics", "standards", "statutes", "rules", "programs")
PAGES = {
    **{f"{name}/index.md": "# Page\n" for name in NAV},
    "about.md": "# About\n",
    "sitemap.xml": "<urlset/>",
}


def build_staged(paths: CorpusPaths, built: Path, board: Commission = BOARD) -> None:
    """Build the staged folder into another folder."""
    with TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        build_all_pages(paths.staged, board, site, paths.mkdocs_log)
        copytree(site, built)


def write_staged(paths: CorpusPaths, files: dict[str, str]) -> None:
    """Write the pages that MkDocs needs and these files to the staged folder."""
    for name, text in (PAGES | files).items():
        path = paths.staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
