"""The document of a record is kept as it was read, or the clerk learns how to get it back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from clerks import DOCUMENT, FINISHED, Clerk


@pytest.mark.parametrize("damage", [Path.unlink, lambda file: file.write_bytes(b"")])
def test_a_document_that_was_lost_is_dropped_in_again(
    clerk: Clerk, damage: Callable[[Path], object]
) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    (kept,) = (clerk.paths.build / "desk/documents").iterdir()
    damage(kept)
    for page in ("", "document", "preview", "changes"):
        assert clerk.client.get(f"/work/draft-1/{page}").status_code == 200
    answer = clerk.step("save", "draft-1")
    assert answer.status_code == 422
    assert "Drop memo.txt in again" in answer.json()["message"]
    assert not (clerk.paths.opinions / "2004/06.md").exists()
    assert "is on the desk already" in clerk.drop(DOCUMENT)
    assert clerk.step("save", "draft-1").json()["isSaved"]
    assert (clerk.paths.opinions / "sources/2004/06.txt").read_text() == DOCUMENT


def test_a_refused_save_leaves_no_document_in_the_collection(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.drop(DOCUMENT.replace("06", "07"))
    clerk.change("draft-2", **FINISHED, number="6")
    assert clerk.step("save", "draft-1").json()["isSaved"]
    assert "in the collection already" in clerk.step("save", "draft-2").json()["message"]
    clerk.change("draft-2", number="7")
    assert clerk.step("save", "draft-2").json()["isSaved"]
    kept = (clerk.paths.opinions / "sources").rglob("*.txt")
    assert sorted(file.name for file in kept) == ["06.txt", "07.txt"]


def test_a_long_name_is_shortened(clerk: Clerk) -> None:
    second = DOCUMENT.replace("06", "07").replace("afterwards", "before")
    clerk.drop(f"{DOCUMENT}\n{second}", f"{'Я' * 130}.txt")
    for key in ("draft-1", "draft-2"):
        clerk.change(key, **FINISHED)
        assert clerk.step("save", key).json()["isSaved"]
    (kept,) = (clerk.paths.opinions / "sources").iterdir()
    assert kept.name == f"{'Я' * 60}.txt"
