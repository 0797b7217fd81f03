import shutil
from pathlib import Path

import pytest

from corpus.build.serve.changed_pages import ServedPages
from corpus.build.site import SiteNotBuiltError, build_site
from corpus.paths import CorpusPaths, built_path, files_below
from devtools.fictional_collection import write_collection
from factories import page_text, record_text, write_corpus
from folders import bytes_below

PAGE = "opinions/2003/05/index.html"
INDEX = "search/index"


def edit(paths: CorpusPaths, old: str, new: str, name: str = "opinions/2003/05.md") -> None:
    text = (paths.root / name).read_text()
    assert old in text
    (paths.root / name).write_text(text.replace(old, new))


@pytest.mark.slow
def test_each_update_shows_the_pages_that_a_build_would_show(tmp_path: Path) -> None:
    paths = write_collection(12, tmp_path / "corpus")
    served, fresh = ServedPages(paths, print), CorpusPaths(tmp_path / "fresh")
    record = "opinions/1996/05.md"
    served.update()
    before = (paths.site / "opinions/1996/04/index.html").stat()
    edit(paths, "\nsummary: ", "\nsummary: Again ", record)
    served.update()
    after = (paths.site / "opinions/1996/04/index.html").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    edit(paths, "\ntitle: On", "\ntitle: Of", record)
    served.update()
    edit(paths, "short_name: ", "short_name: New ", "standards/commission.yml")
    served.update()
    shutil.copytree(paths.root, fresh.root, ignore=shutil.ignore_patterns("build", "site"))
    build_site(fresh, fresh.site, print)
    shown, built = bytes_below(paths.site), bytes_below(fresh.site)
    pages = {built_path(name) for name in files_below(fresh.staged, ".md")}
    assert {name: shown.get(name) for name in pages} == {name: built[name] for name in pages}


def test_an_update_keeps_the_search_until_a_build_makes_it_again(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path / "corpus")
    shutil.copytree(small_site, paths.site)
    served = ServedPages(paths, print)
    served.update()
    edit(paths, "title: Naming", "title: Calling")
    served.update()
    assert "<h1>Calling a speaker</h1>" in (paths.site / PAGE).read_text()
    assert bytes_below(paths.site / INDEX) == bytes_below(small_site / INDEX)
    build_site(paths, paths.site, print)
    served.update()
    fresh = CorpusPaths(tmp_path / "fresh")
    shutil.copytree(paths.root, fresh.root, ignore=shutil.ignore_patterns("build", "site"))
    build_site(fresh, fresh.site, print)
    assert bytes_below(paths.site) == bytes_below(fresh.site)


@pytest.mark.parametrize("removed", ["site", "build"])
def test_after_a_folder_was_removed_the_whole_site_is_shown_again(
    tmp_path: Path, small_site: Path, removed: str
) -> None:
    paths = write_corpus(tmp_path)
    shutil.copytree(small_site, paths.site)
    served = ServedPages(paths, print)
    served.update()
    shutil.rmtree(paths.root / removed)
    edit(paths, "\nsummary: ", "\nsummary: Again ")
    served.update()
    pages = {built_path(name) for name in files_below(paths.served)}
    assert pages <= {*files_below(paths.site)}
    assert not paths.preview.exists()  # build.py --preview puts another site there


def test_a_record_that_was_taken_away_and_put_back_is_shown_again(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path)
    shutil.copytree(small_site, paths.site)
    served, record = ServedPages(paths, print), paths.opinions / "2003/05.md"
    served.update()
    away = record.rename(tmp_path / "05.md")
    served.update()
    shutil.rmtree((paths.site / PAGE).parent)  # as the next build does
    away.rename(record)
    served.update()
    assert (paths.site / PAGE).is_file()


def test_after_a_failed_update_the_next_one_shows_everything(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path, {"pages/about.md": page_text("# About\n")})
    shutil.copytree(small_site, paths.site)
    served = ServedPages(paths, print)
    served.update()
    edit(paths, "title: Naming", "title: Calling")
    edit(paths, "# About", "[x](nowhere.md)", "pages/about.md")
    with pytest.raises(SiteNotBuiltError, match="nowhere"):
        served.update()
    edit(paths, "[x](nowhere.md)", "# About", "pages/about.md")
    served.update()
    assert "<h1>Calling a speaker</h1>" in (paths.site / PAGE).read_text()


def test_an_update_with_a_bad_record_fails_and_leaves_the_site(
    tmp_path: Path, small_site: Path
) -> None:
    paths = write_corpus(tmp_path, {"opinions/2003/05.md": record_text("approved: soon")})
    shutil.copytree(small_site, paths.site)
    with pytest.raises(SiteNotBuiltError, match="OP105"):
        ServedPages(paths, print).update()
    assert bytes_below(paths.site) == bytes_below(small_site)


def test_a_hand_written_page_may_link_to_a_file_of_data(tmp_path: Path, small_site: Path) -> None:
    paths = write_corpus(tmp_path, {"pages/about.md": page_text("[x](data/opinions.csv)\n")})
    shutil.copytree(small_site, paths.site)
    served = ServedPages(paths, print)
    served.update()
    edit(paths, "[x]", "[y]", "pages/about.md")
    served.update()
    assert '<a href="../data/opinions.csv">y</a>' in (paths.site / "about/index.html").read_text()
    assert "data/opinions.csv" in files_below(paths.site)
