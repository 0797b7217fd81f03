"""Nothing can be written: the desk says why, and goes on when there is room again."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, ENOSPC, EROFS
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from clerks import DOCUMENT, FINISHED, Clerk

ROOM = "There is no room left on the disk"
NO_RIGHT = "The desk may not write in the folder"


@contextmanager
def disk(number: int, *, writes: int = 0) -> Iterator[None]:
    """A disk that takes so many files, and then answers with this error."""
    left, write = [writes], Path.write_bytes

    def write_if_possible(path: Path, data: Any) -> int:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(number, "not written")
        return write(path, data)

    with patch.object(Path, "write_bytes", write_if_possible):
        yield


@pytest.mark.parametrize(
    ("number", "sentence"), [(ENOSPC, ROOM), (EROFS, NO_RIGHT), (EACCES, NO_RIGHT)]
)
def test_why_nothing_was_kept_is_said_in_a_sentence(
    clerk: Clerk, number: int, sentence: str
) -> None:
    with disk(number):
        answers = [
            clerk.change("2003-05", title="Another title"),
            clerk.client.post("/documents", params={"name": "memo.txt"}, content=DOCUMENT),
            clerk.client.post("/topics", json={"title": "Recording", "about": "About it."}),
        ]
        assert [answer.status_code for answer in answers] == [507] * 3
        assert all(answer.json()["message"].startswith(sentence) for answer in answers)
        assert clerk.client.get("/").status_code == 200
    assert clerk.change("2003-05", title="Another title").status_code == 200


def test_the_first_page_is_there_after_a_document_was_read_without_room(clerk: Clerk) -> None:
    clerk.client.post("/documents", params={"name": "memo.txt"}, content=DOCUMENT)
    with disk(ENOSPC):
        page = clerk.wait()
    assert "memo.txt" in page


def test_a_step_that_is_refused_halfway_leaves_the_page_able_to_go_on(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    before = clerk.state("draft-1")
    for writes in range(20):
        with disk(ENOSPC, writes=writes):
            answer = clerk.step("save", "draft-1")
        if answer.status_code == 200:
            break
        documents = [*clerk.paths.opinions.glob("sources/2004/*")]
        assert not documents or (clerk.paths.opinions / "2004/06.md").is_file()
        typed = clerk.change("draft-1", before["revision"], title=f"Typed {writes}")
        assert typed.status_code == 200, f"after {writes} files: {typed.text}"
        before = clerk.state("draft-1")
        assert before["fields"]["title"] == f"Typed {writes}"
    assert answer.json()["isSaved"]
    assert writes > 3


def test_a_change_in_another_window_is_still_noticed_after_a_refused_step(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    revision = clerk.state("draft-1")["revision"]
    with disk(ENOSPC, writes=2):
        assert clerk.step("save", "draft-1").status_code == 507
    assert clerk.change("draft-1", revision, title="In one window").status_code == 200
    assert clerk.change("draft-1", revision, title="In the other").status_code == 409
