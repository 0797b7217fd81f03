from pathlib import Path

import pytest

from corpus.build.shared_files import link_file, link_files, update_folder
from folders import texts_below


def test_a_linked_file_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    link_file(tmp_path / "a", tmp_path / "b/c")
    assert (tmp_path / "b/c").samefile(tmp_path / "a")


def test_a_file_is_copied_if_it_cannot_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link", self, target)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "a").write_text("one")
    link_file(tmp_path / "a", tmp_path / "b/c")
    (tmp_path / "a").write_text("two")
    assert texts_below(tmp_path / "b") == {"c": "one"}


def test_an_updated_folder_has_the_new_files_and_those_that_are_kept(tmp_path: Path) -> None:
    for name in ("same", "new"):
        (tmp_path / name).write_text(name)
    site = tmp_path / "site"
    link_files(site, {"a/same": tmp_path / "same", "b/old": tmp_path / "same"})
    (site / "kept").write_text("kept")
    (site / "a/other").write_text("other")
    before = (site / "a/same").stat()
    files = {"a/same": tmp_path / "same", "c": tmp_path / "new", "a/other": tmp_path / "new"}
    update_folder(site, files, lambda name: name == "kept")
    assert texts_below(site) == {"a/same": "same", "c": "new", "a/other": "new", "kept": "kept"}
    assert not (site / "b").exists()
    after = (site / "a/same").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_may_replace_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("one")
    site = tmp_path / "site"
    link_files(site, {"a/b": tmp_path / "one", "c": tmp_path / "one"})
    update_folder(site, {"a": tmp_path / "one", "c/d": tmp_path / "one"}, lambda _: False)
    assert texts_below(site) == {"a": "one", "c/d": "one"}
