import gzip
from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError
from corpus.paths import CorpusPaths
from staging import build_staged, write_staged

pytestmark = pytest.mark.slow


def test_the_staged_folder_becomes_a_site(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    files = {"index.md": "# Home\n\nwords\n", "a/b.txt": "text", "sitemap.xml": "<urlset></urlset>"}
    write_staged(paths, files)
    build_staged(paths, tmp_path / "built")
    assert "Harbor Board" in (tmp_path / "built/index.html").read_text()
    assert (tmp_path / "built/about/index.html").is_file()
    assert (tmp_path / "built/a/b.txt").read_text() == "text"
    assert (tmp_path / "built/sitemap.xml").read_bytes() == b"<urlset></urlset>"
    compressed = (tmp_path / "built/sitemap.xml.gz").read_bytes()
    assert gzip.decompress(compressed) == b"<urlset></urlset>"


def test_a_warning_stops_the_build_with_the_message_of_mkdocs(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "[x](none.md)\n"})
    with pytest.raises(SubprocessError, match=r"WARNING.*none\.md"):
        build_staged(paths, tmp_path / "built")


def test_a_changed_page_may_link_to_a_cached_page(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "# Home\n", "other.md": "# Other\n"})
    build_staged(paths, tmp_path / "one")
    write_staged(paths, {"index.md": "[x](other.md)\n", "other.md": "# Other\n"})
    build_staged(paths, tmp_path / "two")
    assert '<a href="other/">x</a>' in (tmp_path / "two/index.html").read_text()
