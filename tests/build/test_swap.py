import shutil
import sys
from pathlib import Path

import pytest

from corpus.build.swap import MARK, mark, may_be_replaced, scratch, swap
from folders import texts_below


def write_site(folder: Path, **pages: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text)
    return folder


@pytest.mark.parametrize("system", [sys.platform, "other"])
def test_the_new_site_replaces_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    site = write_site(tmp_path / "site", index="old", a="old")
    with scratch(site) as folder:
        swap(write_site(folder / "site", index="new"), site)
    assert texts_below(tmp_path) == {f"site/{MARK}": "", "site/index.html": "new"}


def test_an_interrupted_build_leaves_nothing(tmp_path: Path) -> None:
    def interrupt() -> None:
        with scratch(tmp_path / "deep" / "site") as folder:
            write_site(folder / "site", index="half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert list((tmp_path / "deep").iterdir()) == []


def test_folders_of_killed_builds_are_removed_and_those_of_running_builds_are_not(
    tmp_path: Path,
) -> None:
    with scratch(tmp_path / "site") as folder:
        write_site(folder / "site", index="half")
        killed = Path(shutil.copytree(folder, f"{folder}-killed"))
    with scratch(tmp_path / "one") as first:
        assert not killed.exists()
        with scratch(tmp_path / "two") as second:
            assert first.is_dir()
            assert second != first


def test_folders_of_other_programs_and_finished_sites_are_not_removed(tmp_path: Path) -> None:
    write_site(tmp_path / ".site-settings", index="mine")
    mark(write_site(tmp_path / ".site-2", index="built"))
    before = texts_below(tmp_path)
    with scratch(tmp_path / "site"):
        pass
    assert texts_below(tmp_path) == before


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap(write_site(tmp_path / "built", index="new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_only_what_a_build_made_is_ever_replaced(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to("nowhere")
    write_site(tmp_path / "foreign", index="x")
    write_site(tmp_path / "ours", index="x")
    (tmp_path / "ours" / MARK).touch()
    answers = {path.name: may_be_replaced(path) for path in tmp_path.iterdir()}
    assert answers == {"empty": True, "file": False, "link": False, "foreign": False, "ours": True}
    assert may_be_replaced(tmp_path / "none")
