from pathlib import Path

import pytest

from corpus.build.stage import stage
from corpus.output.task import OutputFiles, OutputTask
from folders import texts_below


def task(name: str, text: str) -> OutputTask:
    """A task that writes one file."""
    return OutputTask(name, (), lambda: iter([(name, text)]))


def stage_files(files: dict[str, str], folder: Path) -> None:
    """Stage these files, each by a task with its text in the key."""
    stage({f"{name} {text}": task(name, text) for name, text in files.items()}, folder)


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/a.md").write_text("old")
    (tmp_path / "b.md").write_text("old")
    stage_files({"b.md": "new", "c/d.md": "new"}, tmp_path)
    assert texts_below(tmp_path) == {"b.md": "new", "c/d.md": "new"}
    assert not (tmp_path / "old").exists()


def test_a_file_may_replace_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    stage_files({"a/b.md": "1", "c": "2"}, tmp_path)
    stage_files({"a": "3", "c/d.md": "4"}, tmp_path)
    assert texts_below(tmp_path) == {"a": "3", "c/d.md": "4"}


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    stage_files({"a.md": "same", "b.md": "one"}, tmp_path)
    before = (tmp_path / "a.md").stat()
    stage_files({"a.md": "same", "b.md": "two"}, tmp_path)
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert texts_below(tmp_path)["b.md"] == "two"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    for name in ("elsewhere", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "elsewhere/a.md").write_text("mine")
    (tmp_path / "docs/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs/b.md").symlink_to(tmp_path / "elsewhere/a.md")
    (tmp_path / "docs/gone").symlink_to(tmp_path / "nowhere")
    stage_files({"folder/a.md": "new", "b.md": "new"}, tmp_path / "docs")
    assert texts_below(tmp_path / "docs") == {"folder/a.md": "new", "b.md": "new"}
    assert texts_below(tmp_path / "elsewhere") == {"a.md": "mine"}


def test_a_task_with_the_same_key_is_not_run_again(tmp_path: Path) -> None:
    stage({"a": task("a.md", "one"), "b": task("b.md", "one")}, tmp_path / "docs")
    stage({"a": task("a.md", "two"), "c": task("b.md", "two")}, tmp_path / "docs")
    assert texts_below(tmp_path / "docs") == {"a.md": "one", "b.md": "two"}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docs/a.md", None),
        ("docs/a.md", "changed by hand"),
        ("docs.json", None),
        ("docs.json", '{"a": {"a.'),
    ],
)
def test_a_task_is_run_again_if_its_file_or_the_memory_was_lost_or_changed(
    tmp_path: Path, file: str, text: str | None
) -> None:
    stage({"a": task("a.md", "one")}, tmp_path / "docs")
    (tmp_path / file).unlink()
    if text is not None:
        (tmp_path / file).write_text(text)
    stage({"a": task("a.md", "two")}, tmp_path / "docs")
    assert texts_below(tmp_path / "docs") == {"a.md": "two"}


def test_a_file_that_the_site_shares_does_not_change(tmp_path: Path) -> None:
    stage_files({"a.md": "one"}, tmp_path / "docs")
    (tmp_path / "shared.md").hardlink_to(tmp_path / "docs/a.md")
    stage_files({"a.md": "two"}, tmp_path / "docs")
    assert (tmp_path / "shared.md").read_text() == "one"


def test_a_failed_run_is_not_relied_on(tmp_path: Path) -> None:
    def fail() -> OutputFiles:
        yield "a.md", "half"
        raise ZeroDivisionError

    docs = tmp_path / "docs"
    tasks = {"a": task("a.md", "one"), "b": task("b.md", "one")}
    stage(tasks, docs)
    with pytest.raises(ZeroDivisionError):
        stage({"c": OutputTask("c", (), fail), "b": tasks["b"]}, docs)
    stage(tasks, docs)
    assert texts_below(docs) == {"a.md": "one", "b.md": "one"}
