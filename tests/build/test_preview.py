"""The site of a change that has errors."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.build.preview import build_preview
from corpus.build.site import SiteNotBuiltError, build_site
from corpus.paths import CorpusPaths, files_below
from factories import RECORD, Files, full_record, page_text, write_corpus
from folders import bytes_below

pytestmark = pytest.mark.slow

UNLISTED = RECORD.replace('standards: ["3(c)"]', "standards: []")
DRAFT = full_record(6, 2004).replace("[confidentiality]", "[nothing]")


@pytest.mark.parametrize(
    ("files", "lacks", "words"),
    [
        ({"opinions/2004/06.md": DRAFT}, "It lacks opinions/2004/06.md.", "OP112"),
        ({"opinions/2003/05.md": UNLISTED}, "", "OP302"),
        ({"pages/about.md": page_text("# About\n\n[x](/nowhere/)")}, "", "/nowhere/ leads nowhere"),
    ],
)
def test_each_page_says_at_its_head_what_is_wrong(
    tmp_path: Path, files: Files, lacks: str, words: str
) -> None:
    paths = write_corpus(tmp_path, files)
    site = paths.build / "preview"
    with pytest.raises(SiteNotBuiltError) as raised:
        build_preview(paths, site, print)
    assert words in str(raised.value)
    assert not paths.site.exists(), "the site itself is never written"
    pages = [site / name for name in files_below(site, "index.html")]
    texts = [page.read_text() for page in pages if "<body" in page.read_text()]
    assert len(texts) > 10
    for text in texts:
        head = text.partition("<body")[2].partition("</aside>")[0]
        assert words in head
        assert "cannot be published as it is." in head
        assert lacks in head
    home = (site / "opinions/2003/05/index.html").read_text()
    assert 'href="../../../assets/css/preview.css"' in home
    assert (site / "assets/css/preview.css").is_file()


def test_without_errors_it_is_the_site_that_will_be_published(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    build_preview(paths, paths.build / "preview", print)
    build_site(paths, paths.site, print)
    assert bytes_below(paths.build / "preview") == bytes_below(paths.site)


def test_a_mistake_that_every_page_shares_leaves_no_preview(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, {"opinions/topics.yml": "confidentiality: x\n"})
    with pytest.raises(SiteNotBuiltError, match="There is no preview") as raised:
        build_preview(paths, paths.build / "preview", print)
    assert "opinions/topics.yml:1" in str(raised.value)
    assert not (paths.build / "preview").exists()


@pytest.mark.parametrize("build", [build_site, build_preview])
def test_a_build_whose_folder_was_replaced_meanwhile_publishes_nothing(
    tmp_path: Path, build: Callable[[CorpusPaths, Path, Callable[[str], None]], None]
) -> None:
    paths = write_corpus(tmp_path)

    def replace_folder(step: str) -> None:
        if step == "verifying the site":
            paths.build.rename(tmp_path / "removed")
            shutil.copytree(tmp_path / "removed", paths.build)

    with pytest.raises(SiteNotBuiltError, match="was removed during the build"):
        build(paths, paths.build / "site", replace_folder)
    assert not (paths.build / "site").exists()
