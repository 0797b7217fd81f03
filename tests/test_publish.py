import shutil
from pathlib import Path

import pytest

from corpus.publish import NotPublishedError, publish
from factories import corpus, record


def test_a_wrong_record_is_told_and_the_site_stays_as_it_was(tmp_path: Path) -> None:
    places = corpus(tmp_path, {"opinions/2003/05.md": record("approved: soon")})
    places.site.mkdir()
    (places.site / "index.html").write_text("before")
    with pytest.raises(NotPublishedError, match="OP105"):
        publish(places, places.site, print)
    assert (places.site / "index.html").read_text() == "before"


def test_a_page_with_a_dead_link_is_told_and_nothing_is_published(tmp_path: Path) -> None:
    places = corpus(tmp_path, {"pages/index.md": '# Home\n\n<a href="nowhere/">x</a>\n'})
    with pytest.raises(NotPublishedError, match="a link leads nowhere: home: nowhere/"):
        publish(places, places.site, print)
    assert not places.site.exists()


def test_what_mkdocs_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    places = corpus(tmp_path, {"pages/index.md": "# Home\n\n[x](nowhere.md)\n"})
    with pytest.raises(NotPublishedError, match=r"nowhere\.md"):
        publish(places, places.site, print)


def test_the_same_records_give_the_same_bytes(fictional_site: Path, tmp_path: Path) -> None:
    places = corpus(tmp_path)
    publish(places, tmp_path / "elsewhere", print)
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
    places = corpus(tmp_path)
    publish(places, places.site, print)
    assert (places.site / "opinions/2003/05/index.html").is_file()
    shutil.rmtree(places.opinions / "2003")
    publish(places, places.site, print)
    assert not (places.site / "opinions/2003").exists()
