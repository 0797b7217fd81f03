from pathlib import Path

import pytest

from corpus.whole import write_all


def test_every_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_all({tmp_path / "a/b.txt": "one\n", tmp_path / "c.txt": "two\n"})
    assert (tmp_path / "a/b.txt").read_bytes() == b"one\n"
    assert (tmp_path / "c.txt").read_text() == "two\n"


@pytest.mark.parametrize("step", ["write_bytes", "replace"])
@pytest.mark.parametrize("fails_at", [1, 2])
def test_where_one_cannot_be_written_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fails_at: int
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("before")
    real, calls = getattr(Path, step), []

    def failing(self: Path, *arguments: object) -> object:
        calls.append(self)
        if len(calls) == fails_at:
            raise OSError(28, "No space left on device")
        return real(self, *arguments)

    monkeypatch.setattr(Path, step, failing)
    with pytest.raises(OSError, match="No space"):
        write_all({old: "after", new: "after"})
    monkeypatch.undo()
    assert old.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old.txt"]
