from pathlib import Path

import pytest

from corpus.output.task import OutputFiles, OutputTask
from corpus.build.stage import stage


def staged(files: dict[str, str], folder: Path) -> None:
    """Stage these files, each with a task whose key is its content."""
    stage({f"{name} {text}": task(name, text) for name, text in files.items()}, folder)


def task(name: str, *words: str) -> OutputTask:
    def make() -> OutputFiles:
        for text in words:
            yield name, text

    return OutputTask(name, (), make)


def held(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_the_folder_holds_exactly_the_files(tmp_path: Path) -> None:
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/a.md").write_text("old")
    (tmp_path / "b.md").write_text("old")
    staged({"b.md": "new", "c/d.md": "new"}, tmp_path)
    assert held(tmp_path) == {"b.md": "new", "c/d.md": "new"}
    assert not (tmp_path / "old").exists()


def test_a_file_can_replace_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    staged({"a/b.md": "1", "c": "2"}, tmp_path)
    staged({"a": "3", "c/d.md": "4"}, tmp_path)
    assert held(tmp_path) == {"a": "3", "c/d.md": "4"}


def test_unchanged_files_are_not_written_again(tmp_path: Path) -> None:
    staged({"a.md": "same", "b.md": "one"}, tmp_path)
    before = (tmp_path / "a.md").stat()
    staged({"a.md": "same", "b.md": "two"}, tmp_path)
    after = (tmp_path / "a.md").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert held(tmp_path)["b.md"] == "two"


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    for name in ("elsewhere", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "elsewhere/a.md").write_text("mine")
    (tmp_path / "docs/folder").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs/b.md").symlink_to(tmp_path / "elsewhere/a.md")
    (tmp_path / "docs/gone").symlink_to(tmp_path / "nowhere")
    staged({"folder/a.md": "new", "b.md": "new"}, tmp_path / "docs")
    assert held(tmp_path / "docs") == {"folder/a.md": "new", "b.md": "new"}
    assert held(tmp_path / "elsewhere") == {"a.md": "mine"}


def test_a_task_with_a_known_key_is_not_made_again(tmp_path: Path) -> None:
    stage({"a": task("a.md", "one"), "b": task("b.md", "one")}, tmp_path / "docs")
    stage({"a": task("a.md", "two"), "c": task("b.md", "two")}, tmp_path / "docs")
    assert held(tmp_path / "docs") == {"a.md": "one", "b.md": "two"}


@pytest.mark.parametrize("harm", ["lost", "changed by hand", "manifest lost", "manifest cut short"])
def test_a_task_is_made_again_if_its_files_or_the_manifest_changed(
    tmp_path: Path, harm: str
) -> None:
    docs, manifest = tmp_path / "docs", tmp_path / "docs.json"
    stage({"a": task("a.md", "one")}, docs)
    if harm == "lost":
        (docs / "a.md").unlink()
    elif harm == "changed by hand":
        (docs / "a.md").write_text("other")
    elif harm == "manifest lost":
        manifest.unlink()
    else:
        manifest.write_text(manifest.read_text()[:-3])
    stage({"a": task("a.md", "two")}, docs)
    assert held(docs) == {"a.md": "two"}


def test_a_hard_link_to_a_staged_file_keeps_its_content(tmp_path: Path) -> None:
    staged({"a.md": "one"}, tmp_path / "docs")
    (tmp_path / "shared.md").hardlink_to(tmp_path / "docs/a.md")
    staged({"a.md": "two"}, tmp_path / "docs")
    assert (tmp_path / "shared.md").read_text() == "one"


def test_after_a_failed_stage_the_next_one_is_complete(tmp_path: Path) -> None:
    def fails() -> OutputFiles:
        yield "a.md", "half of it"
        raise ZeroDivisionError

    docs = tmp_path / "docs"
    stage({"a": task("a.md", "one"), "b": task("b.md", "one")}, docs)
    with pytest.raises(ZeroDivisionError):
        stage({"c": OutputTask("c", (), fails), "b": task("b.md", "one")}, docs)
    stage({"a": task("a.md", "one"), "b": task("b.md", "one")}, docs)
    assert held(docs) == {"a.md": "one", "b.md": "one"}
