from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import yaml

from corpus import engine
from corpus.outside import OutsideError
from corpus.places import Places
from corpus.shared import lay
from corpus.vocabulary import Commission
from factories import COMMISSION

BOARD = Commission.model_validate(yaml.safe_load(COMMISSION))
NAV = ("questions", "opinions", "topics", "standards", "statutes", "rules", "programs")
PAGES = {f"{name}/index.md": "# Page\n" for name in NAV} | {"about.md": "# About\n"}


def build(places: Places, built: Path, board: Commission = BOARD) -> None:
    """Build what is staged into a folder."""
    with TemporaryDirectory() as scratch:
        lay(engine.build(places, board, Path(scratch)), built)


def laid(files: dict[str, str], places: Places) -> None:
    """Lay files in the staged folder."""
    for name, text in files.items():
        path = places.staged / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_the_staged_folder_becomes_a_site(tmp_path: Path) -> None:
    places = Places(tmp_path)
    laid(PAGES | {"index.md": "# Home\n\nwords\n"}, places)
    build(places, tmp_path / "built")
    assert "Harbor Board" in (tmp_path / "built/index.html").read_text()
    assert (tmp_path / "built/about/index.html").is_file()


def test_a_warning_is_refused_in_the_words_of_mkdocs(tmp_path: Path) -> None:
    places = Places(tmp_path)
    laid(PAGES | {"index.md": "[x](none.md)\n"}, places)
    with pytest.raises(OutsideError, match=r"WARNING.*none\.md"):
        build(places, tmp_path / "built")
