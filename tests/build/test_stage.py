from pathlib import Path

import pytest

from corpus.build.stage import stage, write_tasks
from corpus.output.task import OutputTask
from folders import texts_below


def tasks(files: dict[str, str]) -> list[OutputTask]:
    """A task for each file."""

    def task(name: str, text: str) -> OutputTask:
        return OutputTask(name, (), lambda: iter([(name, text)]))

    return [task(name, text) for name, text in files.items()]


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/a.md").write_text("old")
    (tmp_path / "b.md").write_text("old")
    stage(tasks({"b.md": "new", "c/d.md": "new"}), tmp_path)
    assert texts_below(tmp_path) == {"b.md": "new", "c/d.md": "new"}
    assert not (tmp_path / "old").exists()


def test_a_file_may_replace_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    stage(tasks({"a/b.md": "1", "c": "2"}), tmp_path)
    stage(tasks({"a": "3", "c/d.md": "4"}), tmp_path)
    assert texts_below(tmp_path) == {"a": "3", "c/d.md": "4"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    for name in ("elsewhere", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "elsewhere/a.md").write_text("mine")
    (tmp_path / "docs/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs/b.md").symlink_to(tmp_path / "elsewhere/a.md")
    (tmp_path / "docs/gone").symlink_to(tmp_path / "nowhere")
    stage(tasks({"folder/a.md": "new", "b.md": "new"}), tmp_path / "docs")
    assert texts_below(tmp_path / "docs") == {"folder/a.md": "new", "b.md": "new"}
    assert texts_below(tmp_path / "elsewhere") == {"a.md": "mine"}


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_in_the_place_of_the_folder_is_replaced(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").write_text("mine")
    (tmp_path / "docs").symlink_to(tmp_path / target)
    stage(tasks({"b.md": "new"}), tmp_path / "docs")
    assert not (tmp_path / "docs").is_symlink()
    assert texts_below(tmp_path / "elsewhere") == {"a.md": "mine"}


def test_a_file_that_the_site_shares_does_not_change(tmp_path: Path) -> None:
    stage(tasks({"a.md": "one"}), tmp_path / "docs")
    (tmp_path / "shared.md").hardlink_to(tmp_path / "docs/a.md")
    stage(tasks({"a.md": "two"}), tmp_path / "docs")
    assert (tmp_path / "shared.md").read_text() == "one"


def test_files_that_changed_are_named_and_others_stay(tmp_path: Path) -> None:
    stage(tasks({"a.md": "same", "b.md": "one"}), tmp_path)
    before = (tmp_path / "a.md").stat()
    changed = write_tasks(tasks({"a.md": "same", "b.md": "two", "c/d.md": "new"}), tmp_path)
    after = (tmp_path / "a.md").stat()
    assert changed == ["b.md", "c/d.md"]
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert texts_below(tmp_path) == {"a.md": "same", "b.md": "two", "c/d.md": "new"}
