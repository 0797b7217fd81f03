import sys
from pathlib import Path

import pytest

from corpus.build.atomic import replace_folder, write_files, write_new_file
from folders import texts_below


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a/b.txt", "one\n")
    assert (tmp_path / "a/b.txt").read_bytes() == b"one\n"
    assert texts_below(tmp_path) == {"a/b.txt": "one\n"}


@pytest.fixture(params=["links", "no links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder on a disk that can make hard links, or on one that cannot."""

    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted", self, target)

    if request.param == "no links":
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    return tmp_path


def test_an_existing_file_is_never_replaced(disk: Path) -> None:
    write_new_file(disk / "a.txt", "one")
    with pytest.raises(FileExistsError):
        write_new_file(disk / "a.txt", "two")
    assert texts_below(disk) == {"a.txt": "one"}


def fill_disk_at(monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    """Let this call of `Path.write_bytes` write one byte and then fail."""
    write_bytes, calls = Path.write_bytes, list[Path]()

    def write(self: Path, data: bytes) -> int:
        calls.append(self)
        if len(calls) < call:
            return write_bytes(self, data)
        write_bytes(self, data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", write)


def test_half_a_file_never_appears(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill_disk_at(monkeypatch, 1)
    with pytest.raises(OSError, match="No space"):
        write_new_file(tmp_path / "a.txt", "one")
    assert texts_below(tmp_path) == {}


@pytest.fixture
def folder(disk: Path) -> Path:
    (disk / "folder/a").mkdir(parents=True)
    for name in ("old.txt", "changed.txt"):
        (disk / "folder/a" / name).write_text("before")
    (disk / "scratch").mkdir()
    return disk / "folder"


@pytest.mark.parametrize("system", [sys.platform, "other"])
def test_files_are_written_next_to_the_existing_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    scratch = folder.with_name("scratch")
    write_files(folder, {"a/changed.txt": "after", "b/new.txt": "new"}, scratch)
    assert texts_below(folder) == {
        "a/old.txt": "before",
        "a/changed.txt": "after",
        "b/new.txt": "new",
    }
    assert list(scratch.iterdir()) == []


def test_a_folder_is_created_only_for_files(folder: Path) -> None:
    scratch, other = folder.with_name("scratch"), folder.with_name("other")
    write_files(other, {}, scratch)
    assert not other.exists()
    write_files(other, {"a.txt": "one"}, scratch)
    assert texts_below(other) == {"a.txt": "one"}


@pytest.mark.parametrize("call", [1, 2])
def test_if_one_file_cannot_be_written_no_file_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    fill_disk_at(monkeypatch, call)
    with pytest.raises(OSError, match="No space"):
        write_files(folder, {"a/old.txt": "after", "a/new.txt": "new"}, folder.with_name("scratch"))
    assert texts_below(folder) == {"a/old.txt": "before", "a/changed.txt": "before"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can swap two folders")
def test_a_folder_is_replaced_in_one_step(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("two steps"))
    new = folder.with_name("scratch") / "new"
    new.mkdir()
    (new / "a.txt").write_text("new")
    replace_folder(folder, new)
    assert texts_below(folder) == {"a.txt": "new"}
    assert texts_below(new) == {"a/old.txt": "before", "a/changed.txt": "before"}
