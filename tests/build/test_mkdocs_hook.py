"""Through MkDocs, which is the one that asks."""

import re
from pathlib import Path

from corpus.paths import CorpusPaths
from staging import BOARD, PAGES, build, write_staged


def built(paths: CorpusPaths, folder: Path, **pages: str) -> dict[str, str]:
    told = {f"{name}.md": text for name, text in pages.items()}
    write_staged({**PAGES, **told}, paths)
    build(paths, folder, BOARD.model_copy(update={"site": "https://example.org/"}))
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.suffix in {".html", ".xml"}
    }


def test_a_page_that_changed_may_link_to_one_that_is_kept(tmp_path: Path) -> None:
    paths = CorpusPaths(tmp_path)
    built(paths, tmp_path / "one", index="# Home\n", other="# Other\n")
    after = built(paths, tmp_path / "two", index="[x](other.md)\n", other="# Other\n")
    assert '<a href="other/">x</a>' in after["index.html"]


def test_the_site_map_has_the_pages_that_are_kept_with_their_days(tmp_path: Path) -> None:
    paths, day = CorpusPaths(tmp_path), "---\nmodified: 2003-11-07\n---\n"
    before = built(paths, tmp_path / "one", index="# Home\n", other=f"{day}# Other\n")
    after = built(paths, tmp_path / "two", index="# Changed\n", other=f"{day}# Other\n")
    assert after["sitemap.xml"] == before["sitemap.xml"]
    (entry,) = re.findall(
        "<url><loc>https://example.org/other/</loc>.*</url>", after["sitemap.xml"]
    )
    assert "<lastmod>2003-11-07</lastmod>" in entry
