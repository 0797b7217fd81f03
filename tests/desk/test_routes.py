"""The desk answers only its own page, and does what the page asks for."""

import json
import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from clerks import DOCUMENT, FINISHED, ORIGIN, TOKEN, Clerk, at_desk, git, sit_down, with_git
from corpus.build.lock import folder_lock
from corpus.desk.page_files import version_of
from corpus.desk.routes import application
from corpus.desk.security import Access
from corpus.intake.document import LARGEST
from corpus.paths import PACKAGE, REPOSITORY, SCRIPTS, CorpusPaths
from corpus.today import today
from factories import catalog_record, record_text
from intake.sample_pdfs import FULL, SCAN, heading, lines, pdf


def stranger(paths: CorpusPaths, **settings: Any) -> TestClient:
    return TestClient(
        application(paths, Access.at(8765, TOKEN, {})), **{"base_url": ORIGIN, **settings}
    )


def test_a_document_becomes_a_sealed_record(clerk: Clerk) -> None:
    rows = clerk.drop(DOCUMENT)
    assert "1 opinion put on the desk" in rows
    assert "Advisory Opinion 06 (2004)" in rows
    assert "title, topics, summary" in rows, "what it lacks"
    key = "draft-1"
    state = clerk.state(key)
    assert [(cited["name"], cited["at"]) for cited in state["citations"]] == [
        ("Standard 3(c)", [2]),
        ("Advisory Opinion 05 (2003)", [2]),
    ]
    assert state["citations"][1]["answers"] == [{"id": "1", "text": "It may."}]
    assert clerk.change(key, **FINISHED).json()["toDo"] == 0
    assert not (clerk.paths.opinions / "2004/06.md").exists(), "nothing is written before Save"
    saved = clerk.step("save", key).json()
    assert saved["key"] == "2004-06"
    assert "effect: follows" in clerk.record("2004/06")
    assert "file: opinions/sources/2004/06.txt" in clerk.record("2004/06")
    assert (clerk.paths.opinions / "sources/2004/06.txt").read_text() == DOCUMENT
    assert clerk.step("seal", "2004-06").json()["isSealed"]
    assert (clerk.paths.ledger / "2004/06.txt").is_file()


def test_what_changes_for_readers_is_still_shown_after_saving(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    clerk.step("seal", "2004-06")
    assert "Advisory Opinion 06 (2004)" in clerk.client.get("/work/2004-06/changes").text
    clerk.change("2003-05", title="Calling a speaker")
    clerk.step("save", "2003-05")
    assert "title" in clerk.client.get("/work/2003-05/changes").text


def test_an_edit_that_is_undone_leaves_no_trace_in_the_file(clerk: Clerk) -> None:
    before = clerk.record()
    clerk.change("2003-05", title="Calling a speaker")
    clerk.step("save", "2003-05")
    assert clerk.record() == before.replace("title: Naming", "title: Calling")
    clerk.step("undo", "2003-05")
    state = clerk.step("save", "2003-05").json()
    assert clerk.record() == before
    assert state["canRedo"]
    assert clerk.step("redo", "2003-05").json()["fields"]["title"] == "Calling a speaker"


def test_a_new_record_and_its_seal_are_taken_back(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    assert clerk.step("seal", "2004-06").json()["canTakeBack"]
    state = clerk.step("take-back", "2004-06").json()
    assert not state["isSealed"]
    assert not (clerk.paths.ledger / "2004/06.txt").exists()
    state = clerk.step("take-back", "2004-06").json()
    assert state["key"].startswith("draft-")
    assert not state["canTakeBack"]
    assert not (clerk.paths.opinions / "2004/06.md").exists()
    assert not (clerk.paths.opinions / "sources/2004/06.txt").exists()
    again = clerk.step("save", state["key"]).json()
    assert again["isSaved"]
    assert (clerk.paths.opinions / "sources/2004/06.txt").is_file()


def test_a_volume_is_kept_once_and_goes_with_the_last_of_its_records(clerk: Clerk) -> None:
    second = DOCUMENT.replace("06 (2004)", "07 (2004)")
    rows = clerk.drop(f"{DOCUMENT}\n{second}", "The volume.txt")
    assert "2 opinions put on the desk" in rows
    for key in ("draft-1", "draft-2"):
        clerk.step("save", key)
    sources = clerk.paths.opinions / "sources"
    assert [path.name for path in sources.iterdir()] == ["The-volume.txt"]
    assert "sources/The-volume.txt" in clerk.record("2004/07")
    clerk.step("take-back", "2004-06")
    assert [path.name for path in sources.iterdir()] == ["The-volume.txt"]
    clerk.step("take-back", "2004-07")
    assert not list(sources.iterdir())


def test_what_others_published_cannot_be_taken_back(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    assert not clerk.state("2003-05")["canTakeBack"]
    before = clerk.record()
    assert clerk.step("take-back", "2003-05").status_code == 422
    assert clerk.record() == before


def test_work_survives_the_end_of_the_program(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", title="A title")
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    assert again.state("2003-05")["fields"]["title"] == "Calling"
    assert again.state("draft-1")["fields"]["title"] == "A title"
    assert again.step("undo", "draft-1").json()["fields"]["title"] == ""


def test_the_second_of_two_windows_is_told(clerk: Clerk) -> None:
    revision = clerk.state("2003-05")["revision"]
    assert clerk.change("2003-05", revision, title="One").status_code == 200
    second = clerk.change("2003-05", revision, title="Two")
    assert second.status_code == 409
    assert "changed in another window" in second.json()["message"]
    assert clerk.state("2003-05")["fields"]["title"] == "One"


def test_a_file_that_another_program_changed_is_not_overwritten(clerk: Clerk) -> None:
    clerk.change("2003-05", title="One")
    changed = record_text("title: Two")
    (clerk.paths.opinions / "2003/05.md").write_text(changed)
    assert clerk.step("save", "2003-05").status_code == 409
    assert clerk.record() == changed


@pytest.mark.parametrize(
    ("choice", "title", "undone"), [("take-file", "Two", "One"), ("keep-mine", "One", "Two")]
)
def test_after_a_change_by_another_program_a_person_chooses_and_loses_neither(
    clerk: Clerk, choice: str, title: str, undone: str
) -> None:
    clerk.change("2003-05", title="One")
    changed = record_text("title: Two")
    (clerk.paths.opinions / "2003/05.md").write_text(changed)
    assert clerk.state("2003-05")["isChangedElsewhere"]
    state = clerk.step(choice, "2003-05").json()
    assert state["fields"]["title"] == title
    assert not state["isChangedElsewhere"]
    assert clerk.step("save", "2003-05").status_code == 200
    assert f"title: {title}" in clerk.record()
    assert clerk.step("undo", "2003-05").json()["fields"]["title"] == undone


def test_a_record_that_another_program_removed_is_a_draft_again(clerk: Clerk) -> None:
    clerk.change("2003-05", title="One")
    (clerk.paths.opinions / "2003/05.md").unlink()
    assert clerk.step("take-file", "2003-05").status_code == 422
    state = clerk.step("keep-mine", "2003-05").json()
    assert clerk.step("save", state["key"]).json()["isSaved"]
    assert "title: One" in clerk.record()


def test_a_stop_between_writing_a_record_and_noting_it_is_no_change_of_another(
    clerk: Clerk,
) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    text = clerk.record("2004/06")
    clerk.step("take-back", "2004-06")
    (clerk.paths.opinions / "2004/06.md").write_text(text)
    (draft,) = clerk.paths.build.glob("desk/work/draft-*")
    versions = sorted(draft.glob("*.md"))
    versions[-1].write_text(text)
    assert clerk.step("save", draft.name).json()["isSaved"]
    state = clerk.change("2004-06", title="Calling").json()
    (clerk.paths.opinions / "2004/06.md").write_text(text.replace(FINISHED["title"], "Calling"))
    assert not state["isChangedElsewhere"]
    assert clerk.step("save", "2004-06").json()["isSaved"]


def test_a_number_that_is_taken_is_named_at_its_field_and_not_saved(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    state = clerk.change("draft-1", number="05", year="2003", approved="2003-05-06").json()
    assert "in the collection already" in str(
        [problem for problem in state["problems"] if problem["field"] == ["number"]]
    )
    assert clerk.step("save", "draft-1").status_code == 422


PROBLEMS = [
    ({"title": ""}, ["title"], "This is still empty."),
    ({"approved": ""}, ["approved"], ""),
    ({"topics": []}, ["topics"], "This is still empty."),
    ({"topics": ["x"]}, ["topics", 0], "This topic is not in the list."),
    ({"holdings": []}, ["holdings"], "This is still empty."),
    (
        {"issues": [{"id": "1", "question": "", "at": ["1"]}]},
        ["issues", 0, "question"],
        "This is still empty.",
    ),
    (
        {"holdings": [{"id": "1", "answers": "1", "text": "It may.", "at": ["9"]}]},
        ["holdings", 0, "at", 0],
        "",
    ),
    ({"withdrawn": {"on": "2003-01-01", "reason": "x"}}, ["withdrawn", "on"], ""),
]


@pytest.mark.parametrize(("fields", "place", "message"), PROBLEMS)
def test_a_finding_is_at_its_field(
    clerk: Clerk, fields: dict[str, Any], place: list[str | int], message: str
) -> None:
    problems = clerk.change("2003-05", **fields).json()["problems"]
    at_place = [problem for problem in problems if problem["field"] == place]
    assert at_place, problems
    assert message in at_place[0]["message"]


HALF_TYPED = [
    {"number": ""},
    {"year": "20"},
    {"approved": ""},
    {"standards": ["3("]},
    {"opinions": [{"cites": "2001/03", "effect": ""}]},
    {"corrections": [{"on": "", "at": [], "what": ""}]},
    {"withdrawn": {"on": "", "reason": "x"}},
    {"issues": [{"id": "1", "question": "", "at": []}]},
    {"aliases": ["x"], "waivers": [{"code": "", "about": "", "reason": ""}]},
    {"source": {"title": "", "url": "example"}},
]


@pytest.mark.parametrize("fields", HALF_TYPED)
def test_what_is_half_typed_breaks_no_page(clerk: Clerk, fields: dict[str, Any]) -> None:
    answer = clerk.change("2003-05", **fields)
    assert answer.status_code == 200
    assert "It may" in answer.json()["text"]
    for url in ("", "preview", "changes", "document"):
        assert clerk.client.get(f"/work/2003-05/{url}").status_code == 200
    assert clerk.client.get("/").status_code == 200
    assert clerk.step("undo", "2003-05").json()["isSaved"]


@pytest.mark.parametrize("source", ["source:\n  title:", "source:\n  title: Minutes"])
def test_a_document_may_have_an_address_instead_of_a_title(clerk: Clerk, source: str) -> None:
    path = clerk.paths.opinions / "2003/05.md"
    path.write_text(clerk.record().replace("source: {title: Minutes of the Board}", source))
    url = "https://example.org/minutes"
    answer = clerk.change("2003-05", source={"title": "", "url": url})
    assert answer.status_code == 200, answer.text
    assert clerk.step("save", "2003-05").status_code == 200
    assert f"source:\n  url: {url}\n" in clerk.record()


def test_a_citation_that_is_not_listed_is_a_finding_at_its_paragraph(clerk: Clerk) -> None:
    problems = clerk.change("2003-05", standards=[]).json()["problems"]
    assert (3, "OP302") in [(problem["block"], problem["code"]) for problem in problems]


def test_a_finding_that_is_right_can_be_kept_with_a_reason(clerk: Clerk) -> None:
    state = clerk.change("2003-05", statutes=["7A-38.2"]).json()
    (problem,) = state["problems"]
    waiver = {"code": problem["code"], "about": problem["waivedBy"], "reason": "The memo has it."}
    state = clerk.change("2003-05", waivers=[waiver]).json()
    assert state["problems"] == []
    assert clerk.client.get(f"/rules/{problem['code']}").status_code == 200


def test_a_sealed_word_is_changed_only_with_a_correction(clerk: Clerk) -> None:
    clerk.step("seal", "2003-05")
    state = clerk.correct("2003-05", 2, "May she?").json()
    assert "corrected" in str(state["problems"])
    seal = (clerk.paths.ledger / "2003/05.txt").read_text()
    day = seal.partition("sealed ")[2][:10]
    correction = {"on": day, "at": ["1"], "what": "A slip was corrected."}
    state = clerk.change("2003-05", corrections=[correction]).json()
    assert state["toDo"] == 0
    assert "May she?" in clerk.client.get("/work/2003-05/preview").text
    assert "It may (see" in clerk.state("2003-05")["text"], "no other paragraph changes"


def test_a_withdrawal_shows_what_it_does_before_it_is_saved(clerk: Clerk) -> None:
    before = clerk.record()
    clerk.change("2003-05", withdrawn={"on": "2010-01-02", "reason": "The law changed."})
    changes = clerk.client.get("/work/2003-05/changes").text
    assert re.search(r"<li>Advisory Opinion 05.*Withdrawn", changes, re.IGNORECASE), changes
    assert clerk.record() == before
    state = clerk.change("2003-05", withdrawn={}).json()
    assert state["isSaved"]


def test_a_withdrawal_of_a_later_day_is_not_sealed(clerk: Clerk) -> None:
    clerk.change("2003-05", withdrawn={"on": "2999-01-02", "reason": "The law changes."})
    clerk.step("save", "2003-05")
    answer = clerk.step("seal", "2003-05")
    assert "`2999-01-02` is in the future" in answer.text
    assert not (clerk.paths.ledger / "2003/05.txt").exists()


def test_a_listed_opinion_is_given_its_document(tmp_path: Path) -> None:
    files = {"opinions/2004/06.md": catalog_record(6, 2004, "topics: [fees]")}
    with at_desk(tmp_path, files) as clerk:
        assert "only listed: its full text is not in" in clerk.client.get("/").text
        clerk.drop("Some words.\n\nMore words.\n", opinion="2004-06")
        state = clerk.state("2004-06")
        assert "More words." in state["text"]
        assert state["fields"]["title"] == "Opinion 6"
        assert clerk.step("undo", "2004-06").json()["isSaved"]


def test_what_is_there_already_is_said_and_not_changed(clerk: Clerk) -> None:
    words = DOCUMENT.replace("06 (2004)", "05 (2003)").replace("May 6, 2004", "November 7, 2003")
    rows = clerk.drop(words)
    assert "in the collection already, with different wording" in rows
    assert "Nothing is in progress" in rows


def test_a_document_that_is_dropped_twice_is_on_the_desk_once(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    rows = clerk.drop(DOCUMENT, "the same again.txt")
    assert "Advisory Opinion 06 (2004) is on the desk already, with the same words" in rows
    rows = clerk.drop(DOCUMENT.replace("may call", "must call"), "another.txt")
    assert "on the desk already, with different wording" in rows
    assert "must" in rows
    rows = clerk.drop(DOCUMENT.replace("\n\nThe mediator", " The mediator"), "joined.txt")
    assert "with the same words, but not the same paragraphs and headings" in rows
    assert clerk.client.get("/work/draft-2/state").status_code == 404


REFUSED = [
    (b"%PDF-1.4 broken", "memo.pdf", "damaged"),
    (pdf(""), "memo.pdf", "no words"),
    (b"x", "memo.exe", "The file name must end with"),
    (b"<p></p>", "memo.html", "save it as a PDF"),
    (b"PK\x03\x04", "memo.docx", "The Word document is damaged. "),
    (DOCUMENT.encode(), "../../etc/memo.docx", "memo.docx"),
]


@pytest.mark.parametrize(("data", "name", "sentence"), REFUSED)
def test_a_document_of_no_use_is_refused_in_a_sentence(
    clerk: Clerk, data: bytes, name: str, sentence: str
) -> None:
    rows = clerk.drop(data, name)
    assert sentence in rows
    assert "Nothing is in progress" in rows
    assert ".." not in rows
    assert "--ocr" not in rows, "nothing to type on a command line"


def test_a_document_that_is_too_large_is_not_read(clerk: Clerk) -> None:
    answer = clerk.client.post("/documents", params={"name": "a.txt"}, content=b"x" * (LARGEST + 1))
    assert answer.status_code == 413
    assert not list(clerk.paths.root.glob("build/desk/**/*.txt"))


def test_only_the_page_of_this_run_is_answered(clerk: Clerk) -> None:
    assert stranger(clerk.paths).get("/").status_code == 403
    assert stranger(clerk.paths).get("/?token=wrong").status_code == 403
    assert stranger(clerk.paths, cookies={"desk-8765": "wrong"}).get("/").status_code == 403
    assert stranger(clerk.paths, cookies={"desk-8766": TOKEN}).get("/").status_code == 403
    known = {"cookies": {"desk-8765": TOKEN}}
    assert stranger(clerk.paths, **known).get("/").status_code == 200
    assert stranger(clerk.paths, **known).post("/handover").status_code == 403, "no origin"
    foreign = {"origin": "http://example.org"}
    assert stranger(clerk.paths, **known, headers=foreign).post("/handover").status_code == 403
    rebound = stranger(clerk.paths, **known, base_url="http://example.org:8765")
    assert rebound.get("/").status_code == 403, "a name that was pointed at this computer"


def test_nobody_waits_for_a_build(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    clerk.paths.build.mkdir(exist_ok=True)
    with folder_lock(clerk.paths.build, lambda: None):
        assert "The site is being built" in clerk.step("seal", "2003-05").json()["message"]
        assert clerk.change("2003-05", summary="The mediator may.").status_code == 200


def test_a_codespace_is_reached_at_the_address_that_github_gives_it() -> None:
    settings = {
        "CODESPACE_NAME": "quiet-lamp",
        "GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN": "app.github.dev",
    }
    access = Access.at(8765, TOKEN, settings)
    assert access.allows_origin("https://quiet-lamp-8765.app.github.dev")
    assert access.home.startswith("https://quiet-lamp-8765.app.github.dev/?token=")
    assert not Access.at(8765, TOKEN, settings).allows_origin("https://other-8765.app.github.dev")


@pytest.mark.parametrize("key", ["2003-06", "..%2f05", "draft-9", "2003-05%2f..", "x"])
def test_a_key_is_never_a_path(clerk: Clerk, key: str) -> None:
    assert clerk.client.get(f"/work/{key}/state").status_code == 404
    page = clerk.client.get(f"/work/{key}/", headers={"accept": "text/html"})
    assert page.status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"source": {"file": "/etc/passwd"}},
        {"source": {"sha256": "0" * 64}},
        {"text": "elsewhere"},
        {"other": "x"},
        {"title": 5},
        {"issues": [[[[[["x"]]]]]]},
    ],
)
def test_a_field_that_the_form_does_not_have_is_refused(
    clerk: Clerk, fields: dict[str, Any]
) -> None:
    before = clerk.state("2003-05")
    assert clerk.change("2003-05", **fields).status_code == 400
    assert clerk.state("2003-05") == before


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"revision": "0"}', b"[" * 100_000])
def test_what_is_no_request_of_the_page_is_refused(clerk: Clerk, body: bytes) -> None:
    assert clerk.client.put("/work/2003-05/fields", content=body).status_code == 400


def test_a_codespace_opens_the_desk_at_its_port() -> None:
    settings = json.loads((REPOSITORY / ".devcontainer/devcontainer.json").read_text())
    assert settings["forwardPorts"] == [8765]
    assert f"default={settings['forwardPorts'][0]}" in (SCRIPTS / "desk.py").read_text()
    makefile = (REPOSITORY / "Makefile").read_text()
    for step in ("onCreateCommand", "postAttachCommand"):
        assert f"\n{settings[step].removeprefix('make -f Makefile ')}:" in makefile


def test_a_site_is_built_without_the_packages_of_the_desk() -> None:
    for path in PACKAGE.rglob("*.py"):
        if "desk" not in path.relative_to(REPOSITORY).parts:
            assert not re.search(r"starlette|uvicorn|corpus\.desk", path.read_text()), path


def test_every_page_has_a_strict_policy_and_loads_nothing_from_elsewhere(clerk: Clerk) -> None:
    for url in ("/", "/law", "/work/2003-05/", "/work/2003-05/preview", "/work/2003-05/document"):
        answer = clerk.client.get(url)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, url
        assert "unsafe" not in policy, url
        assert not re.search(r'(?:src|href)="(?:https?:)?//', answer.text.split("<article")[0]), url
        assert not re.search(r"<script>|style=|onclick=", answer.text), url


def test_finished_work_is_handed_over_as_a_branch_with_a_commit_for_each_opinion(
    clerk: Clerk,
) -> None:
    root = clerk.paths.root
    git(root, "init", "-q", "-b", "main")
    (root / ".gitignore").write_text("build/\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Before")
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    (root / "opinions/.06.md.123.new").write_text("half")
    status = git(root, "status", "--porcelain")
    made = clerk.client.post("/handover").json()
    assert not clerk.state("2004-06")["canTakeBack"], "others have it now"
    assert made["commits"] == ["Advisory Opinion 05 (2003)", "Advisory Opinion 06 (2004)"]
    commits = git(root, "log", "--format=%s", f"main..{made['branch']}").splitlines()
    assert sorted(commits) == made["commits"]
    files = git(root, "show", "--format=", "--name-only", made["branch"])
    assert files.split() == ["opinions/2004/06.md", "opinions/sources/2004/06.txt"]
    assert git(root, "status", "--porcelain") == status, "the folder stays as it is"
    assert clerk.client.post("/handover/send", json={"branch": "main"}).status_code == 422
    sent = {"branch": made["branch"]}
    assert clerk.client.post("/handover/send", json=sent).status_code == 422, "to nowhere"
    git(root, "init", "-q", "--bare", str(root / "build/origin.git"))
    git(root, "remote", "add", "origin", str(root / "build/origin.git"))
    assert clerk.state("2004-06")["handedOver"].startswith("prepared for review on ")
    assert clerk.client.post("/handover/send", json=sent).json() == {"address": ""}
    assert clerk.state("2004-06")["handedOver"].startswith("sent for review on ")
    assert made["branch"] in git(root / "build/origin.git", "branch")


def test_an_opinion_says_when_it_was_handed_over_and_whether_it_changed_since(
    clerk: Clerk,
) -> None:
    day = f"{today():%B} {today().day}, {today().year}"
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    clerk.download()
    assert clerk.state("2004-06")["handedOver"] == f"downloaded on {day}"
    assert f"<span>downloaded on {day}</span>" in clerk.client.get("/").text
    clerk.change("2004-06", title="Calls afterwards")
    assert clerk.state("2004-06")["handedOver"] == ""
    assert f"changed since it was downloaded on {day}" in clerk.client.get("/").text
    clerk.step("undo", "2004-06")
    assert clerk.state("2004-06")["handedOver"] == f"downloaded on {day}"
    assert clerk.step("seal", "2004-06").status_code == 200
    assert clerk.state("2004-06")["handedOver"] == "", "nobody else has the seal"


def test_without_git_the_saved_records_are_downloaded(clerk: Clerk) -> None:
    assert "send the file to the people who publish" in clerk.client.get("/").text
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    assert b"opinions/2003/05.md" in clerk.download()
    assert clerk.client.post("/handover").status_code == 422


def test_the_document_is_shown_beside_the_text(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    assert "The document of this opinion is not kept" in (
        clerk.client.get("/work/2003-05/document").text
    )
    clerk.correct("draft-1", 2, "May the mediator ring a party afterwards?")
    page = clerk.client.get("/work/draft-1/document").text
    assert "<del>call</del><ins>ring</ins>" in page
    picture = clerk.client.get("/work/draft-1/document/1")
    assert (picture.status_code, picture.json()["message"][:10]) == (422, "Only a PDF")


def test_a_page_of_a_pdf_is_a_picture(clerk: Clerk) -> None:
    document = Path(__file__).parents[1] / "intake/documents/memo.pdf"
    clerk.drop(document.read_bytes(), "memo.pdf")
    assert "Page 1 of the document" in clerk.client.get("/work/draft-1/document").text
    picture = clerk.client.get("/work/draft-1/document/1")
    assert picture.content.startswith(b"\x89PNG")
    assert clerk.client.get("/work/draft-1/document/99").status_code == 422


def test_a_draft_for_comment_is_not_ready_to_seal(tmp_path: Path) -> None:
    draft = record_text("stage: draft").replace("approved: 2003-11-07\n", "")
    draft = draft.replace("(Approved by the Board on November 7, 2003.)\n\n", "")
    files = {"opinions/2003/05.md": draft.replace("at: [2]", "at: [1]")}
    with at_desk(tmp_path, files) as clerk:
        queue = clerk.client.get("/").text
        assert "draft for comment" in queue
        assert "to do" not in queue
        assert "ready to seal" not in queue


def test_a_draft_is_taken_off_the_desk_and_put_back(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", title="A title")
    clerk.client.post("/work/draft-1/forget", json={})
    assert "Nothing is in progress" in clerk.client.get("/").text
    clerk.drop(DOCUMENT)
    assert 'data-put-back="draft-1"' in clerk.client.get("/").text
    key = clerk.client.post("/work/draft-1/put-back", json={}).json()["key"]
    assert key == "draft-1"
    assert clerk.state("draft-2")["fields"]["title"] == "", "no other draft ever has its key"
    assert clerk.state(key)["fields"]["title"] == "A title"
    assert clerk.step("undo", key).json()["fields"]["title"] == ""
    assert clerk.client.post("/work/draft-1/put-back", json={}).status_code == 404
    assert clerk.client.post("/work/2003-05/forget", json={}).status_code == 422


def test_a_stop_between_moving_the_work_and_noting_it_loses_nothing(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    file = clerk.paths.build / "desk/work/2004-06/state.json"
    not_noted = {"key": "draft-1", "record": "", "record_digest": "", "is_new": False}
    file.write_text(json.dumps(json.loads(file.read_text()) | not_noted))
    assert clerk.change("2004-06", title="Calling").status_code == 200
    assert clerk.client.get("/").status_code == 200
    assert clerk.step("undo", "2004-06").status_code == 200
    assert clerk.step("save", "2004-06").json()["isSaved"]
    assert not (clerk.paths.build / "desk/work/draft-1").exists()


def test_what_was_handed_over_is_the_file_and_not_what_was_typed_since(clerk: Clerk) -> None:
    with_git(clerk)
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    clerk.change("2004-06", title="Calls afterwards")
    revision = clerk.state("2004-06")["revision"]
    clerk.client.post("/handover")
    assert clerk.state("2004-06")["handedOver"] == ""
    changed = clerk.change("2004-06", revision, title="Calls")
    assert changed.status_code == 200, "who types meanwhile is not disturbed"
    clerk.step("undo", "2004-06")
    clerk.step("undo", "2004-06")
    assert clerk.state("2004-06")["handedOver"].startswith("prepared for review on ")
    assert not clerk.state("2004-06")["canTakeBack"], "others have it"


def test_words_of_another_program_are_not_said_to_be_those_of_the_desk(clerk: Clerk) -> None:
    with_git(clerk)
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    file = clerk.paths.opinions / "2003/05.md"
    saved = file.read_text(encoding="utf-8")
    file.unlink()
    assert clerk.client.post("/handover").status_code == 200
    assert "prepared for review" not in clerk.client.get("/").text, "others have no such file"
    file.write_text(saved.replace("Calling", "Ringing"), encoding="utf-8")
    clerk.download()
    assert clerk.state("2003-05")["handedOver"] == ""
    assert "changed since it was downloaded" in clerk.client.get("/").text


def test_a_branch_is_sent_also_if_its_opinions_were_handed_over_again(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_git(clerk)
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    sent = {"branch": clerk.client.post("/handover").json()["branch"]}
    clerk.download()
    later = date(2031, 5, 6)
    monkeypatch.setattr("corpus.desk.desk_pages.today", lambda: later)
    assert clerk.client.post("/handover/send", json=sent).status_code == 200
    assert clerk.state("2003-05")["handedOver"] == "sent for review on May 6, 2031"
    clerk.download()
    assert clerk.state("2003-05")["handedOver"] == "sent for review on May 6, 2031"


def test_a_file_in_another_encoding_is_a_change_by_another_program(clerk: Clerk) -> None:
    clerk.change("2003-05", title="Calling")
    clerk.step("save", "2003-05")
    file = clerk.paths.opinions / "2003/05.md"
    file.write_bytes(file.read_bytes() + b"\xe9\n")
    os.utime(file, (0, 0))
    assert clerk.state("2003-05")["isChangedElsewhere"]
    assert clerk.step("take-file", "2003-05").status_code == 422
    assert clerk.step("save", "2003-05").status_code == 409
    assert clerk.client.get("/finished.zip").status_code == 200


def test_an_opinion_whose_file_is_gone_is_not_taken_back(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    (clerk.paths.opinions / "2004/06.md").unlink()
    assert clerk.step("take-back", "2004-06").status_code == 409


def test_what_is_not_there_is_a_page_of_its_own(clerk: Clerk) -> None:
    page = clerk.client.get("/nothing", headers={"accept": "text/html"})
    assert page.status_code == 404
    assert "<main><h1>The desk has no such page." in page.text


def test_a_folder_in_the_place_of_a_record_is_said(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT)
    (clerk.paths.opinions / "2004/06.md").mkdir(parents=True)
    answer = clerk.step("save", "draft-1")
    assert (answer.status_code, answer.json()["message"][:17]) == (422, "There is a folder")


def test_half_a_character_is_refused(clerk: Clerk) -> None:
    sent = '{"revision": 0, "fields": {"title": "\\ud83d"}}'
    assert clerk.client.put("/work/2003-05/fields", content=sent).status_code == 400


def test_words_that_no_record_can_hold_are_refused_and_the_others_stay(clerk: Clerk) -> None:
    before, huge = clerk.state("2003-05"), "word " * 60_000
    for answer in (clerk.change("2003-05", summary=huge), clerk.correct("2003-05", 1, huge)):
        assert answer.status_code == 422
        assert "The limit is 256." in answer.json()["message"]
    assert clerk.state("2003-05") == before


def test_what_is_in_no_draft_is_shown_with_what_to_compare(clerk: Clerk) -> None:
    cover = lines("Opinions of the Harbor Board", "It prints them auto-", "matically.") + SCAN
    rows = clerk.drop(pdf(cover, heading() + lines(FULL, "other said.", top=690)), "volume.pdf")
    assert "1 opinion put on the desk" in rows
    assert "Left out, because it is not part of any opinion: page 1: Opinions" in rows
    assert "Not part of any opinion. Compare with the document:" in rows


def test_a_withdrawn_opinion_is_named_so_in_the_list_and_in_what_changes(clerk: Clerk) -> None:
    clerk.change("2003-05", withdrawn={"on": "2020-01-02", "reason": "Minutes of January 2"})
    shown = clerk.client.get("/work/2003-05/changes").text
    assert "Advisory Opinion 05 (2003)" in shown
    assert " 2003/05" not in shown
    clerk.step("save", "2003-05")
    assert ">withdrawn</span>" in clerk.client.get("/").text


def test_a_heading_of_a_second_question_is_pointed_out_until_it_is_a_question(
    clerk: Clerk,
) -> None:
    asked = "May the mediator call a party afterwards?"
    clerk.drop(DOCUMENT.replace(asked, f"{asked}\n\nAnswer to the Second Question"))
    state = clerk.state("draft-1")
    assert "The text may have more than one question: “Answer to the Second" in str(state)
    state = clerk.change("draft-1", issues=[*state["fields"]["issues"], {"id": "2"}]).json()
    assert "more than one question" not in str(state["problems"])


HEADING = "Opinion Number 06 (2004)"


NEW_FORM, NO_NUMBER = (
    "form of this line is new here",
    "first line does not give the number and the year",
)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Number 6 (2004)", NEW_FORM),
        ("ADVISORY OPINION NO. 04-6", NEW_FORM),
        ("On Fees", NO_NUMBER),
    ],
)
def test_a_heading_in_a_new_form_is_quoted_and_so_is_the_reason_for_it(
    clerk: Clerk, heading: str, said: str
) -> None:
    assert HEADING in DOCUMENT
    clerk.drop(DOCUMENT.replace(HEADING, heading))
    clerk.correct("draft-1", 0, heading, is_heading=True)
    clerk.change("draft-1", number="06", year="2004")
    (problem,) = (p for p in clerk.state("draft-1")["problems"] if p["code"] == "OP203")
    assert problem["message"] == f"The {said}: “{heading}”."
    assert problem["numberLine"] == (0 if said == NEW_FORM else None)
    waiver = {"code": "OP203", "about": problem["waivedBy"], "reason": "The memo has it."}
    state = clerk.change("draft-1", waivers=[waiver]).json()
    assert state["waived"] == [f"{problem['message']} Your reason: The memo has it."]
    assert "OP203" not in {p["code"] for p in state["problems"]}


def test_an_approval_line_in_a_new_form_asks_whether_it_gives_the_day(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT.replace("(Approved by", "(Adopted and issued by"))
    (problem,) = (p for p in clerk.state("draft-1")["problems"] if p["code"] == "OP203")
    line = "“(Adopted and issued by the Board on May 6, 2004.)”."
    assert problem["message"] == f"The form of this line is new here: {line}"
    assert problem["mayBeApproval"]
    assert not problem["waivedBy"]


def test_what_is_saved_counts_in_the_collection_also_while_it_is_on_the_desk(clerk: Clerk) -> None:
    assert 'In the collection <span class="count">1</span>' in clerk.client.get("/").text
    clerk.change("2003-05", title="Calling")
    page = clerk.client.get("/").text
    assert 'In the collection <span class="count">1</span>' in page
    assert "1 of these is listed above, under “On the desk”." in page


def test_a_citation_without_a_page_is_not_sent_to_the_list_that_it_is_in(clerk: Clerk) -> None:
    problems = clerk.change("2003-05", standards=["9(c)"]).json()["problems"]
    (hint,) = (problem["hint"] for problem in problems if problem["code"] == "OP301")
    assert hint == "Add it below this list."
    assert "Look it up where it is published" in clerk.client.get("/work/2003-05/").text


def test_the_page_of_a_rule_says_what_to_do_in_the_words_of_the_form(clerk: Clerk) -> None:
    page = clerk.client.get("/rules/OP303").text
    assert "Clear the box." in page
    assert "waivers" not in page.partition("For developers")[0]


def test_a_browser_keeps_the_styles_and_scripts_and_nothing_else(clerk: Clerk) -> None:
    page = clerk.client.get("/work/2003-05/")
    files = re.findall(r'(?:href|src)="(/[^"]+\.(?:css|js|svg))"', page.text)
    assert len(files) > 10
    for file in files:
        kept = clerk.client.get(file)
        assert (kept.status_code, "immutable" in kept.headers["cache-control"]) == (200, True), file
    unknown = clerk.client.get(f"{files[0]}x")
    another_run = stranger(clerk.paths).get(files[0])
    assert (unknown.status_code, another_run.status_code) == (404, 403)
    state = clerk.client.get("/work/2003-05/state")
    for answer in (page, state, unknown, another_run):
        assert answer.headers["cache-control"] == "no-store", answer.url


def test_the_address_of_styles_and_scripts_changes_with_them(tmp_path: Path) -> None:
    file = tmp_path / "a.js"
    versions = set()
    for text in ("", "b"):
        file.write_text(text)
        versions.add(version_of([tmp_path]))
    file.rename(tmp_path / "b.js")
    versions.add(version_of([tmp_path]))
    assert len(versions) == 3
