from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError
from corpus.paths import CorpusPaths
from staging import PAGES, build, write_staged


def test_the_staged_folder_becomes_a_site(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(PAGES | {"index.md": "# Home\n\nwords\n"}, paths)
    build(paths, tmp_path / "built")
    assert "Harbor Board" in (tmp_path / "built/index.html").read_text()
    assert (tmp_path / "built/about/index.html").is_file()


def test_a_warning_is_refused_in_the_words_of_mkdocs(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(PAGES | {"index.md": "[x](none.md)\n"}, paths)
    with pytest.raises(SubprocessError, match=r"WARNING.*none\.md"):
        build(paths, tmp_path / "built")
