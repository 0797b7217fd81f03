import gzip
from pathlib import Path

import pytest

from corpus.build.subprocesses import SubprocessError
from corpus.build.theme_files import copy_theme
from corpus.output.ready_html import MARK
from corpus.paths import CorpusPaths, files_below
from staging import BOARD, build_staged, write_staged

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


def test_the_menu_has_no_entry_for_a_page_that_is_not_there(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "# Home\n"})
    (paths.staged / "programs/index.md").unlink()
    build_staged(paths, tmp_path / "built")
    page = (tmp_path / "built/index.html").read_text()
    assert 'href="topics/"' in page
    assert "programs/" not in page


def test_the_page_for_missing_addresses_leads_to_the_opinions_below_a_path(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "# Home\n"})
    board = BOARD.model_copy(update={"site": "https://harbor.gov/board/ao/"})
    build_staged(paths, tmp_path / "built", board)
    page = (tmp_path / "built/404.html").read_text()
    assert '<a href="/board/ao/opinions/">list of opinions</a>' in page


def test_a_warning_stops_the_build_with_the_message_of_mkdocs(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "[x](none.md)\n"})
    with pytest.raises(SubprocessError, match=r"WARNING.*none\.md"):
        build_staged(paths, tmp_path / "built")


def test_ready_html_reaches_the_page_as_it_is_with_the_frame_around_it(tmp_path: Path) -> None:
    html = "<div>\n\t*words*\n\n    &amp;  [x](y.md)\n</div>"
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": f"---\ntitle: A\n---\n\n{MARK}\n{html}\n"})
    build_staged(paths, tmp_path / "built")
    page = (tmp_path / "built/index.html").read_text()
    assert html in page
    assert MARK not in page
    assert "<title>" in page


def test_pages_that_several_processes_build_may_link_to_each_other(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    links = {f"p{number}.md": f"[x](p{number + 1}.md)\n" for number in range(900)}
    write_staged(paths, {"index.md": "# Home\n", **links, "p900.md": "[x](index.md)\n"})
    build_staged(paths, tmp_path / "built")
    for number in (0, 1, 898, 899):
        page = (tmp_path / f"built/p{number}/index.html").read_text()
        assert f'<a href="../p{number + 1}/">x</a>' in page


def test_no_file_of_material_is_in_the_site(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    write_staged(paths, {"index.md": "# Home\n"})
    build_staged(paths, tmp_path / "built")
    copy_theme(tmp_path / "theme")
    theme, built = files_below(tmp_path / "theme"), files_below(tmp_path / "built")
    assert [name for name in built if "assets" in name] == theme
