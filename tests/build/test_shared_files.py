from pathlib import Path

import pytest

from corpus.build.shared_files import link_files, update_folder, link_file


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_a_file_is_shared_under_two_names(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one")
    link_file(tmp_path / "a", tmp_path / "b/c")
    assert (tmp_path / "b/c").samefile(tmp_path / "a")


def test_a_file_is_copied_where_it_cannot_be_shared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: Path, target: Path) -> None:
        raise OSError(18, "Invalid cross-device link", self, target)

    monkeypatch.setattr(Path, "hardlink_to", refused)
    (tmp_path / "a").write_text("one")
    link_file(tmp_path / "a", tmp_path / "b/c")
    (tmp_path / "a").write_text("two")
    assert held(tmp_path / "b") == {"c": "one"}


def test_a_folder_is_renewed_and_what_it_shares_stays(tmp_path: Path) -> None:
    for name in ("same", "new"):
        (tmp_path / name).write_text(name)
    site = tmp_path / "site"
    link_files({"a/same": tmp_path / "same", "b/old": tmp_path / "same"}, site)
    (site / "left").write_text("left")
    (site / "a/other").write_text("other")
    before = (site / "a/same").stat()
    files = {"a/same": tmp_path / "same", "c": tmp_path / "new", "a/other": tmp_path / "new"}
    update_folder(files, site, lambda name: name == "left")
    assert held(site) == {"a/same": "same", "c": "new", "a/other": "new", "left": "left"}
    assert not (site / "b").exists()
    after = (site / "a/same").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_takes_the_place_of_a_folder_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("one")
    site = tmp_path / "site"
    link_files({"a/b": tmp_path / "one", "c": tmp_path / "one"}, site)
    update_folder({"a": tmp_path / "one", "c/d": tmp_path / "one"}, site, lambda _: False)
    assert held(site) == {"a": "one", "c/d": "one"}
