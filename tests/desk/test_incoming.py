"""A document that was dropped in is read, also if the desk is stopped before that."""

import json
from hashlib import sha256

from clerks import DOCUMENT, Clerk, sit_down


def stop_while_reading(clerk: Clerk, *, was_stopped: bool = False) -> Clerk:
    """Leave the notes of a desk that was killed while it read a document, and start it again."""
    folder = clerk.paths.build / "desk"
    name = f"{sha256(DOCUMENT.encode()).hexdigest()}.txt"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / name).write_text(DOCUMENT)
    waiting = {"document": name, "name": "memo.txt", "was_stopped": was_stopped}
    (folder / "unread.json").write_text(json.dumps([waiting]))
    return Clerk(sit_down(clerk.paths), clerk.paths)


def noted(clerk: Clerk) -> object:
    return json.loads((clerk.paths.build / "desk/unread.json").read_text())


def test_it_is_read_when_the_desk_is_started_again(clerk: Clerk) -> None:
    again = stop_while_reading(clerk)
    rows = again.wait()
    assert "memo.txt" in rows
    assert "1 opinion put on the desk" in rows
    assert noted(again) == []


def test_a_document_that_stops_the_desk_twice_is_not_read_a_third_time(clerk: Clerk) -> None:
    again = stop_while_reading(clerk, was_stopped=True)
    rows = again.wait()
    assert "The desk was stopped twice before it had read this document" in rows
    assert "Nothing is in work" in rows
    assert noted(again) == []


def test_it_is_noted_until_it_is_read(clerk: Clerk) -> None:
    clerk.client.post("/documents", params={"name": "a.txt"}, content=DOCUMENT)
    assert "a.txt" in json.dumps(noted(clerk))
    clerk.wait()
    assert noted(clerk) == []


def test_damaged_notes_of_documents_stop_nothing(clerk: Clerk) -> None:
    (clerk.paths.build / "desk").mkdir(parents=True)
    (clerk.paths.build / "desk/unread.json").write_text("{")
    assert Clerk(sit_down(clerk.paths), clerk.paths).client.get("/").status_code == 200
