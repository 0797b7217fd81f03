import sys
from pathlib import Path

import pytest

from corpus.build.atomic import replace_folder, write_files, write_new_file


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_a_new_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a/b.txt", "one\n")
    assert (tmp_path / "a/b.txt").read_bytes() == b"one\n"
    assert held(tmp_path) == {"a/b.txt": "one\n"}


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    write_new_file(tmp_path / "a.txt", "one")
    with pytest.raises(FileExistsError):
        write_new_file(tmp_path / "a.txt", "two")
    assert held(tmp_path) == {"a.txt": "one"}


def test_half_of_a_file_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_new_file(tmp_path / "a.txt", "one")
    assert held(tmp_path) == {}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"a/old.txt": "before", "a/changed.txt": "before"}.items():
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_text(text)
    (tmp_path / "scratch").mkdir()
    return tmp_path / "folder"


@pytest.mark.parametrize("system", [sys.platform, "other"])
def test_files_are_written_into_a_folder_beside_those_that_are_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    scratch = folder.with_name("scratch")
    write_files(folder, {"a/changed.txt": "after", "b/new.txt": "new"}, scratch)
    assert held(folder) == {"a/old.txt": "before", "a/changed.txt": "after", "b/new.txt": "new"}
    assert list(scratch.iterdir()) == []


def test_a_folder_that_is_not_there_is_made_where_it_has_files(folder: Path) -> None:
    scratch = folder.with_name("scratch")
    write_files(folder.with_name("other"), {}, scratch)
    assert not folder.with_name("other").exists()
    write_files(folder.with_name("other"), {"a.txt": "one"}, scratch)
    assert held(folder.with_name("other")) == {"a.txt": "one"}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_where_one_file_cannot_be_written_none_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    real, calls = Path.write_bytes, []

    def failing(self: Path, data: bytes) -> int:
        calls.append(self)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(OSError, match="No space"):
        write_files(folder, {"a/old.txt": "after", "a/new.txt": "new"}, folder.with_name("scratch"))
    assert held(folder) == {"a/old.txt": "before", "a/changed.txt": "before"}


def test_the_folder_is_whole_at_every_moment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one takes its place in one call of the system, and the old one is left beside it."""
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("two steps"))
    new = folder.with_name("scratch") / "new"
    new.mkdir()
    (new / "a.txt").write_text("new")
    replace_folder(new, folder)
    assert held(folder) == {"a.txt": "new"}
    assert held(new) == {"a/old.txt": "before", "a/changed.txt": "before"}
