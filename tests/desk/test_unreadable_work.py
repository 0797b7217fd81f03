"""Notes of the desk that were damaged hide nothing, and stop no other work."""

import json
from typing import Any

import pytest

from clerks import DOCUMENT, FINISHED, Clerk

NOTED = {"past": [2], "future": [], "to_compare": []}
BROKEN = [
    b"",
    b"{",
    b"\xff",
    b"[]",
    b"{}",
    json.dumps({**NOTED, "past": []}).encode(),
    json.dumps({**NOTED, "past": [7]}).encode(),
    json.dumps({**NOTED, "past": ["x"]}).encode(),
    json.dumps({**NOTED, "record": 5}).encode(),
    json.dumps({**NOTED, "handed_over": "soon"}).encode(),
    json.dumps({**NOTED, "handed_over": "2026-13-45"}).encode(),
]


def break_notes(clerk: Clerk, key: str, content: bytes) -> None:
    (clerk.paths.build / f"desk/work/{key}/state.json").write_bytes(content)


@pytest.mark.parametrize("content", BROKEN)
def test_damaged_notes_are_one_row_and_the_last_words_are_taken_up_again(
    clerk: Clerk, content: bytes
) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", title="A title")
    clerk.change("2003-05", title="Calling")
    break_notes(clerk, "draft-1", content)
    page = clerk.client.get("/")
    assert page.status_code == 200
    assert "The desk cannot read its notes about this" in page.text
    assert "Advisory Opinion 05 (2003)" in page.text
    assert clerk.step("save", "2003-05").json()["isSaved"], "other work goes on"
    opened = clerk.client.get("/work/draft-1/", headers={"accept": "text/html"})
    assert (opened.status_code, "cannot read its notes" in opened.text) == (422, True)
    assert clerk.client.post("/work/draft-1/restore", json={}).json() == {"key": "draft-1"}
    assert clerk.state("draft-1")["fields"]["title"] == "A title"
    assert clerk.step("undo", "draft-1").json()["fields"]["title"] == ""


def test_a_field_that_another_version_noted_is_ignored(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    file = clerk.paths.build / "desk/work/2003-05/state.json"
    noted: dict[str, Any] = json.loads(file.read_text())
    file.write_text(json.dumps({**noted, "of_a_later_version": 5}))
    assert clerk.state("2003-05")["fields"]["title"] == "Calling"


def test_a_record_is_taken_up_again_as_one_that_another_program_changed(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    before = clerk.record()
    break_notes(clerk, "2003-05", b"")
    assert clerk.client.post("/work/2003-05/restore", json={}).status_code == 200
    state = clerk.state("2003-05")
    assert state["fields"]["title"] == "Calling"
    assert state["isChangedElsewhere"]
    assert clerk.step("save", "2003-05").status_code == 409
    assert clerk.record() == before
    clerk.step("keep-mine", "2003-05")
    assert clerk.step("save", "2003-05").json()["isSaved"]


def test_damaged_notes_about_an_unfinished_record_close_no_page(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **{**FINISHED, "summary": ""})
    clerk.step("save", "draft-1")
    break_notes(clerk, "2004-06", b"{")
    page = clerk.client.get("/")
    assert page.status_code == 200
    assert "The desk cannot read its notes about this" in page.text


def test_work_without_words_is_taken_off_the_desk(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    break_notes(clerk, "draft-1", b"")
    for file in (clerk.paths.build / "desk/work/draft-1").glob("*.md"):
        file.unlink()
    answer = clerk.client.post("/work/draft-1/restore", json={})
    assert "drop its document in" in answer.json()["message"]
    assert clerk.client.post("/work/draft-1/forget", json={}).status_code == 200
    assert "Nothing is in progress" in clerk.client.get("/").text


def test_a_new_record_never_erases_work_that_cannot_be_read(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    break_notes(clerk, "2004-06", b"")
    (clerk.paths.opinions / "2004/06.md").unlink()
    clerk.drop(DOCUMENT)
    assert clerk.step("save", "draft-2").json()["key"] == "2004-06"
    assert FINISHED["title"] in clerk.client.get("/").text, "it can be put back"
    kept = (clerk.paths.build / "desk/taken-off/2004-06").glob("*.md")
    assert any(FINISHED["title"] in file.read_text() for file in kept)


def test_a_damaged_note_of_a_change_breaks_no_page(clerk: Clerk) -> None:
    sent = {"title": "Gifts", "about": "What may be taken."}
    number = clerk.client.post("/topics", json=sent).json()["number"]
    (note,) = (clerk.paths.build / "desk/changes").glob("*.json")
    note.write_text("{")
    assert clerk.client.get("/").status_code == 200
    answer = clerk.client.post("/changes/take-back", json={"number": number})
    assert answer.status_code == 422
    assert "gifts" in (clerk.paths.opinions / "topics.yml").read_text()


def in_bytes(record: str, change: str) -> bytes:
    """A record that was damaged in one way."""
    fields = record.split("---\n", 2)[1]
    damaged = {
        "empty": "",
        "no front matter": record.split("---\n", 2)[2],
        "anchor": record.replace(fields, f"{fields}requester: &a A party\ndocket: *a\n"),
    }
    if change == "not UTF-8":
        return record.encode().replace(b"title: ", b"title: \xe9", 1)
    return damaged[change].encode()


@pytest.mark.parametrize("change", ["empty", "no front matter", "anchor", "not UTF-8"])
def test_a_damaged_record_is_not_opened_and_says_who_mends_it(clerk: Clerk, change: str) -> None:
    file = clerk.paths.opinions / "2003/05.md"
    file.write_bytes(in_bytes(clerk.record(), change))
    before = file.read_bytes()
    opened = clerk.client.get("/work/2003-05/", headers={"accept": "text/html"})
    assert (opened.status_code, "person who looks after the files" in opened.text) == (422, True)
    answer = clerk.change("2003-05", revision=0, title="Another")
    assert (answer.status_code, "damaged" in answer.json()["message"]) == (422, True)
    assert file.read_bytes() == before
    assert clerk.client.get("/").status_code == 200


def test_a_byte_order_mark_before_a_record_is_left_out_when_it_is_saved(clerk: Clerk) -> None:
    before = clerk.record()
    file = clerk.paths.opinions / "2003/05.md"
    file.write_text(before, encoding="utf-8-sig")
    assert clerk.state("2003-05")["isSaved"]
    assert clerk.change("2003-05", title="Another title").status_code == 200
    assert not clerk.state("2003-05")["isChangedElsewhere"]
    assert clerk.step("save", "2003-05").json()["isSaved"]
    assert "title: Another title" in clerk.record()
    assert file.read_bytes().startswith(b"---\n")


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("standards/commission.yml", "The file with the settings"),
        ("opinions/topics.yml", "The list of topics"),
        ("opinions/programs.yml", "The list of programs"),
    ],
)
def test_without_a_file_that_all_need_every_page_says_which_and_whom_to_ask(
    clerk: Clerk, path: str, named: str
) -> None:
    (clerk.paths.root / path).write_text("{")
    page = clerk.client.get("/", headers={"accept": "text/html"})
    assert page.status_code == 500
    assert f"<h1>{named}" in page.text
    assert "Ask the person who looks after the files." in page.text
    assert path not in page.text
