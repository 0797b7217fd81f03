import shutil
from pathlib import Path

import pytest

from corpus.build.publish import NotPublishedError, publish
from corpus.build.swap import MARK
from factories import COMMISSION, corpus, page, record


def test_a_wrong_record_is_told_and_the_site_stays_as_it_was(tmp_path: Path) -> None:
    paths = corpus(tmp_path, {"opinions/2003/05.md": record("approved: soon")})
    paths.site.mkdir()
    (paths.site / MARK).touch()
    (paths.site / "index.html").write_text("before")
    with pytest.raises(NotPublishedError, match="OP105"):
        publish(paths, paths.site, print)
    assert (paths.site / "index.html").read_text() == "before"


def test_a_page_with_a_dead_link_is_told_and_nothing_is_published(tmp_path: Path) -> None:
    paths = corpus(tmp_path, {"pages/index.md": page("# Home\n\n[x](/nowhere/)")})
    with pytest.raises(NotPublishedError, match="home: the link /nowhere/ leads nowhere"):
        publish(paths, paths.site, print)
    assert not paths.site.exists()


def test_what_mkdocs_refuses_is_told_in_one_line_with_the_place_of_its_words(
    tmp_path: Path,
) -> None:
    paths = corpus(tmp_path, {"pages/index.md": page("# Home\n\n[x](nowhere.md)")})
    told = r"^MkDocs failed: WARNING.*nowhere\.md.*; all that it said is in .*/build/mkdocs\.log$"
    with pytest.raises(NotPublishedError, match=told):
        publish(paths, paths.site, print)
    assert "nowhere.md" in (paths.build / "mkdocs.log").read_text()


def test_the_same_records_give_the_same_bytes(fictional_site: Path, tmp_path: Path) -> None:
    paths = corpus(tmp_path)
    publish(paths, tmp_path / "elsewhere", print)
    files = {path.relative_to(fictional_site) for path in fictional_site.rglob("*")}
    assert {
        path.relative_to(tmp_path / "elsewhere") for path in (tmp_path / "elsewhere").rglob("*")
    } == files
    for name in files:
        if (fictional_site / name).is_file():
            same = (fictional_site / name).read_bytes() == (
                tmp_path / "elsewhere" / name
            ).read_bytes()
            assert same, name


def test_a_record_that_goes_leaves_no_page(tmp_path: Path) -> None:
    paths = corpus(tmp_path)
    publish(paths, paths.site, print)
    assert (paths.site / "opinions/2003/05/index.html").is_file()
    shutil.rmtree(paths.opinions / "2003")
    publish(paths, paths.site, print)
    assert not (paths.site / "opinions/2003").exists()


@pytest.mark.parametrize("out", [".", "opinions", "opinions/2003/05.md"])
def test_nothing_that_was_not_made_here_is_replaced(tmp_path: Path, out: str) -> None:
    paths = corpus(tmp_path)
    with pytest.raises(NotPublishedError, match="was not made here"):
        publish(paths, (tmp_path / out).absolute(), print)
    assert (paths.opinions / "2003/05.md").is_file()


def test_the_site_may_be_put_where_no_folder_is_yet(tmp_path: Path) -> None:
    publish(corpus(tmp_path), tmp_path / "some" / "where", print)
    assert (tmp_path / "some/where/index.html").is_file()


def test_a_name_in_any_script_is_published(tmp_path: Path) -> None:
    text = COMMISSION.replace("short_name: Harbor Board", "short_name: Haven 😀 <b> & “Raad”")
    paths = corpus(tmp_path, {"standards/commission.yml": text})
    publish(paths, paths.site, print)
    title = (paths.site / "about/index.html").read_text(encoding="utf-8")
    assert "Haven 😀 &lt;b&gt; &amp; “Raad”</title>" in title


def test_warnings_are_told_and_do_not_hinder(tmp_path: Path) -> None:
    body = "# Opinion Number 05 (2003)\n\nMay *it?\n\nIt may (see Standard 3(c)).\n"
    paths = corpus(tmp_path, {"opinions/2003/05.md": record(body=body)})
    said: list[str] = []
    publish(paths, paths.site, said.append)
    assert "OP205" in said[0]
    assert "May *it?" in (paths.site / "opinions/2003/05/index.html").read_text()


def test_attribute_lists_in_a_hand_written_page_are_words(tmp_path: Path) -> None:
    paths = corpus(tmp_path, {"pages/about.md": page("# About\n\nhello\n{: onclick=alert(1) }")})
    publish(paths, paths.site, print)
    assert "{: onclick=alert(1) }</p>" in (paths.site / "about/index.html").read_text()


def test_the_page_of_a_program_names_where_it_was_seen(fictional_site: Path) -> None:
    shown = (fictional_site / "programs/superior-court/index.html").read_text()
    assert "Seen in" in shown
    assert "Minutes of the Board" in shown
