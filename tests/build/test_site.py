import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.build.manifest import MANIFEST
from corpus.build.site import SiteNotBuiltError, build_site
from corpus.build.swap import MARK
from factories import COMMISSION, page_text, record_text, write_corpus
from folders import bytes_below

pytestmark = pytest.mark.slow


def test_a_bad_record_is_reported_and_the_site_stays(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, {"opinions/2003/05.md": record_text("approved: soon")})
    paths.site.mkdir()
    (paths.site / MARK).touch()
    (paths.site / "index.html").write_text("before")
    with pytest.raises(SiteNotBuiltError, match="OP105"):
        build_site(paths, paths.site, print)
    assert (paths.site / "index.html").read_text() == "before"


def test_a_dead_link_is_reported_and_nothing_is_published(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, {"pages/index.md": page_text("# Home\n\n[x](/nowhere/)")})
    with pytest.raises(SiteNotBuiltError, match="home: the link /nowhere/ leads nowhere"):
        build_site(paths, paths.site, print)
    assert not paths.site.exists()


def test_an_error_of_mkdocs_is_reported_in_one_line_with_its_log(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path, {"pages/index.md": page_text("# Home\n\n[x](nowhere.md)")})
    message = r"^MkDocs failed: WARNING.*nowhere\.md.*; its output is in .*/build/mkdocs\.log$"
    with pytest.raises(SiteNotBuiltError, match=message):
        build_site(paths, paths.site, print)
    assert "nowhere.md" in (paths.build / "mkdocs.log").read_text()


def test_the_same_records_give_the_same_bytes_in_any_new_folder_and_through_a_link(
    small_site: Path, tmp_path: Path
) -> None:
    link, site = tmp_path / "link", tmp_path / "some" / "where"
    link.symlink_to(site)
    build_site(write_corpus(tmp_path / "corpus"), link, print)
    assert bytes_below(site) == bytes_below(small_site)
    assert link.is_symlink()


def test_a_removed_record_leaves_no_page(tmp_path: Path, small_site: Path) -> None:
    paths = write_corpus(tmp_path)
    shutil.copytree(small_site, paths.site)
    shutil.rmtree(paths.opinions / "2003")
    build_site(paths, paths.site, print)
    assert not (paths.site / "opinions/2003").exists()


@pytest.mark.parametrize("out", [".", "opinions", "opinions/2003/05.md"])
def test_nothing_that_no_build_made_is_replaced(tmp_path: Path, out: str) -> None:
    paths = write_corpus(tmp_path)
    with pytest.raises(SiteNotBuiltError, match="no build made it; choose another --out"):
        build_site(paths, (tmp_path / out).absolute(), print)
    assert (paths.opinions / "2003/05.md").is_file()


def test_unusual_names_and_texts_are_published_as_they_are(tmp_path: Path) -> None:
    files = {
        "standards/commission.yml": COMMISSION.replace(
            "short_name: Harbor Board", "short_name: Haven 😀 <b> & “Raad”"
        ),
        "opinions/2003/05.md": record_text(
            body="# Opinion Number 05 (2003)\n\nMay *it?\n\nIt may (see Standard 3(c)).\n"
        ),
        "pages/about.md": page_text("# About\n\nhello\n{: onclick=alert(1) }"),
    }
    paths, messages = write_corpus(tmp_path, files), list[str]()
    build_site(paths, paths.site, messages.append)
    about = (paths.site / "about/index.html").read_text(encoding="utf-8")
    assert "Haven 😀 &lt;b&gt; &amp; “Raad”</title>" in about
    assert "{: onclick=alert(1) }</p>" in about
    assert "OP205" in messages[0]
    assert "May *it?" in (paths.site / "opinions/2003/05/index.html").read_text()


def test_the_pdf_files_are_in_the_site_and_in_its_manifest(small_site: Path) -> None:
    manifest = (small_site / MANIFEST).read_text(encoding="utf-8")
    for name in ("opinions/2003/05/opinion.pdf", "data/volume.pdf"):
        data = (small_site / name).read_bytes()
        assert f"{sha256(data).hexdigest()}  {name}\n" in manifest


def test_the_page_of_a_program_names_its_source(small_site: Path) -> None:
    text = (small_site / "programs/superior-court/index.html").read_text()
    assert "Source: " in text
    assert "Minutes of the Board" in text
