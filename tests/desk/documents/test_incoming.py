"""A document that was dropped in is read, also if the desk is stopped before that."""

import json
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from clerks import DOCUMENT, Clerk, at_desk, sit_down
from corpus.build.atomic import replace_file
from corpus.intake.document import LARGEST
from factories import catalog_record


def stop_while_reading(clerk: Clerk, times_begun: int = 1) -> Clerk:
    """Leave the notes of a desk that was killed while it read a document, and start it again."""
    leave_unread(clerk, times_begun)
    return Clerk(sit_down(clerk.paths), clerk.paths)


def leave_unread(clerk: Clerk, times_begun: int = 0) -> None:
    """Leave the notes of a desk that was stopped before it had read a document."""
    folder = clerk.paths.build / "desk"
    name = f"{sha256(DOCUMENT.encode()).hexdigest()}.txt"
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / name).write_text(DOCUMENT)
    waiting = {"document": name, "name": "memo.txt", "times_begun": times_begun}
    (folder / "unread.json").write_text(json.dumps([waiting]))


def noted(clerk: Clerk) -> object:
    return json.loads((clerk.paths.build / "desk/unread.json").read_text())


def test_it_is_read_when_the_desk_is_started_again(clerk: Clerk) -> None:
    again = stop_while_reading(clerk)
    rows = again.wait()
    assert "memo.txt" in rows
    assert "1 opinion put on the desk" in rows


def test_a_document_that_stops_the_desk_twice_is_not_read_a_third_time(clerk: Clerk) -> None:
    again = stop_while_reading(clerk, times_begun=2)
    for _ in range(3):
        rows = again.wait()
        assert "The desk was stopped twice before it had read this document" in rows
        assert "Nothing is in progress" in rows
    later = Clerk(sit_down(clerk.paths), clerk.paths)
    assert "Read memo.txt again" in later.wait()
    (document,) = (file.name for file in (clerk.paths.build / "desk/documents").iterdir())
    later.client.post("/documents/read-again", json={"document": document})
    assert "1 opinion put on the desk" in later.wait()


def test_a_document_that_was_given_up_is_taken_off_the_list(clerk: Clerk) -> None:
    again = stop_while_reading(clerk, times_begun=2)
    (document,) = (file.name for file in (clerk.paths.build / "desk/documents").iterdir())
    again.client.post("/documents/forget", json={"document": document})
    assert "memo.txt" not in again.wait()
    assert noted(clerk) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [("a.exe", "The file name must end with"), ("a.txt", "1 opinion put on the desk")],
)
def test_what_became_of_it_is_said_again_until_the_browser_surely_had_the_page(
    tmp_path: Path, name: str, said: str
) -> None:
    with at_desk(tmp_path) as clerk:  # when it is closed, it writes nothing more
        clerk.client.post("/documents", params={"name": name}, content=DOCUMENT)
        assert name in json.dumps(noted(clerk))
        assert said in clerk.wait()
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    for _ in range(2):
        assert said in again.wait()
    assert noted(clerk) == []
    assert name not in Clerk(sit_down(clerk.paths), clerk.paths).wait()


def test_damaged_notes_of_documents_stop_nothing(clerk: Clerk) -> None:
    (clerk.paths.build / "desk").mkdir(parents=True)
    (clerk.paths.build / "desk/unread.json").write_text("{")
    assert Clerk(sit_down(clerk.paths), clerk.paths).client.get("/").status_code == 200


def test_a_draft_has_its_document_from_its_first_note_on(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Any] = []

    def keep(path: Path, content: str | bytes) -> None:
        if path.name == "state.json":
            written.append(json.loads(content))
        replace_file(path, content)

    monkeypatch.setattr("corpus.desk.in_progress.folder.replace_file", keep)
    clerk.drop(DOCUMENT)
    assert [noted["document_name"] for noted in written] == ["memo.txt"]
    assert written[0]["to_compare"] == clerk.state("draft-1")["toCompare"]


LISTED = {"opinions/2004/06.md": catalog_record(6, 2004)}


def test_the_text_of_a_listed_opinion_joins_what_was_typed(tmp_path: Path) -> None:
    with at_desk(tmp_path, LISTED) as clerk:
        clerk.change("2004-06", title="Typed with care")
        rows = clerk.drop(DOCUMENT)
        assert "1 opinion put on the desk" in rows
        state = clerk.state("2004-06")
        assert state["fields"]["title"] == "Typed with care"
        assert "The mediator may call" in state["text"]
        assert "is on the desk already" in clerk.drop(DOCUMENT, "the same.txt")
        assert clerk.state("2004-06")["revision"] == state["revision"]
        undone = clerk.step("undo", "2004-06").json()
        assert undone["fields"]["title"] == "Typed with care"
        assert "The mediator may call" not in undone["text"]
        assert clerk.step("undo", "2004-06").json()["fields"]["title"] != "Typed with care"


def test_documents_wait_until_the_collection_can_be_read_again(clerk: Clerk) -> None:
    leave_unread(clerk)
    settings = clerk.paths.root / "standards/commission.yml"
    good = settings.read_text()
    settings.write_text("a: [")
    for _ in range(3):
        again = Clerk(sit_down(clerk.paths), clerk.paths)
        assert again.client.post("/documents", content=DOCUMENT).status_code == 500
        assert "memo.txt" in json.dumps(noted(clerk))
    settings.write_text(good)
    assert "1 opinion put on the desk" in again.wait(), "it was never begun, so it was not stopped"


NEW_FORMS = """\
Harbor Board

Advisory Opinion Number 06 (2004)

(Adopted and issued by the Board on May 6, 2004.)

May the mediator call a party afterwards?

The mediator may call (see Standard 3(c)).
"""


def test_lines_in_new_forms_fill_the_fields_and_a_clerk_can_say_what_they_are(clerk: Clerk) -> None:
    rows = clerk.drop(NEW_FORMS)
    state = clerk.state("draft-1")
    fields = {name: str(state["fields"][name]) for name in ("number", "year", "approved")}
    assert fields == {"number": "06", "year": "2004", "approved": "2004-05-06"}
    assert "is not part of any opinion: line 1: Harbor Board" in rows
    assert not any("Advisory Opinion Number 06" in line for line in state["toCompare"]), (
        "a problem quotes the line"
    )
    assert not [problem for problem in state["problems"] if problem["code"] == "OP302"]
    heading, approval = (each for each in state["problems"] if each["code"] == "OP203")
    assert heading["waivedBy"]
    assert approval["mayBeApproval"]


def test_no_reason_silences_a_heading_that_gives_another_number(clerk: Clerk) -> None:
    clerk.drop(NEW_FORMS)
    clerk.change("draft-1", number="07")
    problems = [p for p in clerk.state("draft-1")["problems"] if p["block"] == 0]
    assert {problem["code"] for problem in problems} == {"OP203", "OP208"}
    assert not any(problem["waivedBy"] for problem in problems)


def test_a_link_to_work_never_leads_to_another_draft(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT, "first.txt")
    clerk.change("draft-1", number="07")
    clerk.step("save", "draft-1")
    rows = clerk.drop(DOCUMENT.replace("06", "08"), "second.txt")
    assert rows.count("/work/draft-2/") == rows.count('href="/work/draft-2/"') > 0
    first = rows[rows.index("first.txt") :].partition("</li>")[0]
    assert "/work/draft-" not in first
    assert clerk.client.get("/work/draft-1/").url.path == "/work/2004-07/"


def test_a_word_file_that_unpacks_to_far_more_is_refused_in_a_sentence(clerk: Clerk) -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        packed.writestr("word/document.xml", b"<a>" + b" " * 300_000_000)
    rows = clerk.drop(content.getvalue(), "bomb.docx")
    assert "Nothing is in progress" in rows
    assert "Make a file for each opinion" in rows


def test_a_document_that_is_too_large_is_refused_and_nothing_else_is_lost(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", title="Typed before")
    answer = clerk.client.post("/documents", params={"name": "a.pdf"}, content=b"0" * (LARGEST + 1))
    assert answer.status_code == 413
    assert answer.json() == {"message": "This is too large, so the desk did not take it."}
    assert clerk.state("draft-1")["fields"]["title"] == "Typed before"
    assert len(list(clerk.paths.build.glob("desk/documents/*"))) == 1


MEMO = """\
MEMORANDUM

To: All mediators

Re: Opinion 22, Threats made in caucus

{heading}

(Approved by the Board, May 6, 2012; effective immediately.)

May it?

It may (see Standard 3(c)).
"""


@pytest.mark.parametrize(
    ("heading", "number", "year"),
    [("Number 22 (2012)", "22", "2012"), ("Threats in caucus", None, "2012")],
)
def test_only_a_number_that_the_document_prints_is_filled_in(
    clerk: Clerk, heading: str, number: str | None, year: str
) -> None:
    clerk.drop(MEMO.format(heading=heading))
    state = clerk.state("draft-1")
    assert (state["fields"]["number"] or None, state["fields"]["approved"]) == (
        number,
        "2012-05-06",
    )
    assert state["fields"]["year"] == year
    is_missing = ["number"] in [problem["field"] for problem in state["problems"]]
    assert is_missing == (number is None)
