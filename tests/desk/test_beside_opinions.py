"""Topics, authorities and changes of the law at the desk, and what sealed opinions need."""

from typing import Any

import pytest

from clerks import DOCUMENT, FINISHED, Clerk, git, with_git
from corpus.citations.finder import CitationFinder
from corpus.desk.law import provision_as_cited
from corpus.model.authority import Citation
from staging import BOARD

GIFTS = {"title": "Gifts", "about": "What may be taken."}
SEVEN = {"kind": "standard", "id": "7", "title": "Fees", "source_title": "Minutes"}
CITES_SEVEN = [{**FINISHED["holdings"][0], "cites": ["7(a)"]}]
USES = [("/topics", GIFTS, {"topics": ["gifts"]}), ("/authorities", SEVEN, {"standards": ["7(a)"]})]


@pytest.mark.parametrize(("address", "added", "fields"), USES)
def test_what_a_sealed_opinion_uses_is_not_taken_back(
    clerk: Clerk, address: str, added: dict[str, str], fields: dict[str, Any]
) -> None:
    cites_seven = "standards" in fields
    holdings = CITES_SEVEN if cites_seven else FINISHED["holdings"]
    standards = {} if cites_seven else {"standards": ["3(c)"]}
    clerk.drop(DOCUMENT.replace("3(c)", "7(a)") if cites_seven else DOCUMENT)
    number = clerk.client.post(address, json=added).json()["number"]
    clerk.change("draft-1", **{**FINISHED, **standards, **fields, "holdings": holdings})
    clerk.step("save", "draft-1")
    assert clerk.step("seal", "2004-06").json()["isSealed"]
    answer = clerk.client.post("/changes/take-back", json={"number": number})
    assert answer.status_code == 422
    assert answer.json()["message"].startswith(
        "Advisory Opinion 06 (2004) is sealed, and uses this"
    )
    clerk.step("take-back", "2004-06")
    assert clerk.client.post("/changes/take-back", json={"number": number}).status_code == 200


def test_windows_line_ends_stay_in_files_that_are_changed(clerk: Clerk) -> None:
    record, topics = clerk.paths.opinions / "2003/05.md", clerk.paths.opinions / "topics.yml"
    before = [file.read_bytes().replace(b"\n", b"\r\n") for file in (record, topics)]
    for file, data in zip((record, topics), before, strict=True):
        file.write_bytes(data)
    title = clerk.state("2003-05")["fields"]["title"]
    clerk.change("2003-05", title="Another title")
    clerk.step("save", "2003-05")
    assert record.read_bytes() == before[0].replace(title.encode(), b"Another title")
    number = clerk.client.post("/topics", json=GIFTS).json()["number"]
    assert topics.read_bytes().startswith(before[1])
    assert topics.read_bytes().count(b"\r\n") == topics.read_bytes().count(b"\n")
    clerk.client.post("/changes/take-back", json={"number": number})
    assert topics.read_bytes() == before[1]


@pytest.mark.parametrize(
    ("title", "key"), [("1", '"1":'), ("Yes", '"yes":'), ("On", '"on":'), ("Yes, no", "yes-no:")]
)
def test_the_name_of_a_topic_is_words_to_every_program(clerk: Clerk, title: str, key: str) -> None:
    topic = clerk.client.post("/topics", json={"title": title, "about": "Money."}).json()["id"]
    assert f"\n{key}\n" in (clerk.paths.opinions / "topics.yml").read_text()
    assert clerk.change("2003-05", topics=[topic]).json()["toDo"] == 0


def test_a_change_of_the_law_is_saved_once(clerk: Clerk) -> None:
    change = {
        "kind": "standard",
        "id": "3",
        "provisions": "c",
        "effective": "2024-02-03",
        "event": "Standard 3(c) was amended.",
        "source_title": "Minutes",
    }
    answers = [clerk.client.post("/law/save", json=change) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 422]
    assert answers[1].json()["message"] == "The collection has this change already."


def test_a_file_that_is_no_part_of_the_collection_is_not_handed_over(clerk: Clerk) -> None:
    with_git(clerk)
    for name in ("opinions/foreign.txt", "standards/notes.docx", "opinions/sources/2004/06.txt"):
        (clerk.paths.root / name).parent.mkdir(parents=True, exist_ok=True)
        (clerk.paths.root / name).write_text("Of somebody else.")
    clerk.client.post("/topics", json=GIFTS)
    branch = clerk.client.post("/handover").json()["branch"]
    changed = git(clerk.paths.root, "diff", "--name-only", "main", branch).splitlines()
    assert changed == ["opinions/topics.yml"]


LAW = {
    "kind": "standard",
    "id": "3",
    "effective": "2024-02-03",
    "event": "Amended.",
    "source_title": "Minutes",
}
UNCLEAR = [
    (
        {"provisions": "3(a), 3(b)", "text": "New words."},
        "text",
        (
            "Several parts are listed, and new words can be kept for one. Save a change of its own "
            "for each part whose new words you have."
        ),
    ),
    (
        {"provisions": "zz"},
        "provisions",
        (
            "“zz” is not a part of Standard 3. Type it as the opinions print it, or leave this "
            "empty if all of it changed."
        ),
    ),
    (
        {"effective": "2026-02-31"},
        "effective",
        "This is not a day of the calendar. Choose one, or type it as 2003-11-07.",
    ),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), UNCLEAR)
def test_what_is_wrong_with_a_change_of_the_law_is_said_in_words_of_the_form(
    clerk: Clerk, typed: dict[str, str], field: str, sentence: str
) -> None:
    (problem,) = clerk.client.post("/law/show", json={**LAW, **typed}).json()["problems"]
    assert problem == {"field": field, "sentence": sentence}


def test_a_part_of_something_else_is_named_also_while_the_day_is_empty(clerk: Clerk) -> None:
    sent = {**LAW, "provisions": "zz", "effective": ""}
    problems = clerk.client.post("/law/show", json=sent).json()["problems"]
    assert {problem["field"] for problem in problems} == {"effective", "provisions"}


@pytest.mark.parametrize(
    ("kind", "id_", "typed"),
    [
        ("standard", "3", ("c", "(c)", "3(c)", "Standard 3(c)")),
        ("rule", "PR", ("4(f)", "PR 4(f)", "Rule 4(f)", "PR Rule 4(f)", "Pier Rule 4(f)")),
        ("statute", "7A-38.2", ("b", "7A-38.2(b)", "Harbor Stat. § 7A-38.2(b)")),
    ],
)
def test_a_part_is_typed_as_the_site_prints_it_or_by_its_end(
    kind: str, id_: str, typed: tuple[str, ...]
) -> None:
    law, finder = BOARD.kind(kind), CitationFinder(BOARD)
    assert law
    cited = {provision_as_cited(part, Citation(law, id_), finder) for part in typed}
    assert len(cited) == 1
    assert Citation.parse(law, cited.pop())


def test_a_correction_before_the_approval_is_not_said_to_be_published(clerk: Clerk) -> None:
    correction = {"on": "2001-01-01", "at": ["1"], "what": "The word “may” was missing."}
    state = clerk.change("2003-05", corrections=[correction]).json()
    (problem,) = (p for p in state["problems"] if p["code"] == "OP506")
    assert (problem["message"], problem["hint"]) == (
        "This correction is dated before the approval.",
        "Choose the day on which the text was corrected.",
    )
