"""What a clerk writes beside the opinions: a change of the law, an authority, a topic."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from clerks import DOCUMENT, Clerk, sit_down

AMENDMENT = {
    "kind": "standard",
    "id": "3",
    "effective": "2024-01-02",
    "event": "Amended",
    "provisions": "3(c)",
    "source_title": "Minutes",
}


def test_a_change_of_a_standard_shows_whom_it_concerns_before_it_is_saved(clerk: Clerk) -> None:
    file = clerk.paths.standards / "3.md"
    before = file.read_text()
    shown = clerk.client.post("/law/show", json=AMENDMENT).json()
    assert shown["problems"] == []
    assert shown["toReview"] == ["AO 5 (2003) cites Standard 3(c) (¶ 2; answer 1)"]
    assert file.read_text() == before
    unfinished = clerk.client.post("/law/show", json={**AMENDMENT, "event": ""}).json()
    assert unfinished["problems"]
    assert clerk.client.post("/law/save", json={**AMENDMENT, "event": ""}).status_code == 422
    future = clerk.client.post("/law/show", json={**AMENDMENT, "effective": "2999-01-02"}).json()
    (problem,) = future["problems"]
    assert problem["field"] == "effective"
    assert problem["sentence"] == (
        "`2999-01-02` is in the future. Choose a day that is not in the future, or wait and save "
        "this on that day."
    )
    clerk.client.post("/law/save", json=AMENDMENT)
    assert "event: Amended" in file.read_text()


WRONG_CHANGES = [
    ({"effective": "", "event": ""}, {"effective", "event", "source_title"}),
    (
        {
            "effective": "2024-01-02",
            "event": "Amended",
            "source_title": "Minutes",
            "source_url": "no address",
        },
        {"source_url"},
    ),
]


@pytest.mark.parametrize(("typed", "fields"), WRONG_CHANGES)
def test_what_is_wrong_with_a_change_is_said_at_its_field(
    clerk: Clerk, typed: dict[str, str], fields: set[str]
) -> None:
    sent = {"kind": "standard", "id": "3", **typed}
    problems = clerk.client.post("/law/show", json=sent).json()["problems"]
    assert {problem["field"] for problem in problems} == fields


CHANGES: list[tuple[str, dict[str, str], str]] = [
    (
        "/law/save",
        {
            "kind": "standard",
            "id": "3",
            "effective": "2024-01-02",
            "event": "Amended",
            "source_title": "Minutes",
        },
        "standards/3.md",
    ),
    ("/topics", {"title": "Fees: when", "about": "What may be charged."}, "opinions/topics.yml"),
    (
        "/authorities",
        {"kind": "standard", "id": "7", "title": "Fees", "source_title": "Minutes"},
        "standards/7.md",
    ),
]


@pytest.mark.parametrize(("address", "sent", "path"), CHANGES)
def test_what_is_changed_beside_the_opinions_is_taken_back_also_in_another_run(
    clerk: Clerk, address: str, sent: dict[str, str], path: str
) -> None:
    file = clerk.paths.root / path
    before = file.read_text() if file.exists() else None
    number = clerk.client.post(address, json=sent).json()["number"]
    assert file.read_text() != before
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    assert f'data-take-back="{number}"' in again.client.get("/").text
    again.client.post("/changes/take-back", json={"number": number})
    assert (file.read_text() if file.exists() else None) == before
    assert "data-take-back" not in again.client.get("/").text
    clerk.client.post(address, json=sent)
    assert path in ZipFile(BytesIO(clerk.download())).namelist()


def test_changes_are_taken_back_one_after_another(clerk: Clerk) -> None:
    file = clerk.paths.opinions / "topics.yml"
    before = file.read_text()
    numbers = [
        clerk.client.post("/topics", json={"title": title, "about": "Something."}).json()["number"]
        for title in ("Gifts", "Referrals")
    ]
    page = Clerk(sit_down(clerk.paths), clerk.paths).client.get("/").text
    assert re.findall(r'data-take-back="(\d+)"', page) == [f"{numbers[1]}"], "the last one first"
    take_back = "/changes/take-back"
    assert clerk.client.post(take_back, json={"number": numbers[0]}).status_code == 422
    for number in reversed(numbers):
        assert clerk.client.post(take_back, json={"number": number}).status_code == 200
    assert file.read_text() == before
    assert clerk.client.post(take_back, json={"number": numbers[0]}).status_code == 422


def test_a_topic_is_added_to_the_list_and_used(clerk: Clerk) -> None:
    topic = clerk.client.post("/topics", json={"title": "Fees: when", "about": "Money."}).json()
    assert topic["id"] == "fees-when"
    assert clerk.change("2003-05", topics=["fees-when"]).json()["toDo"] == 0
    assert "Fees: when" in clerk.client.get("/work/2003-05/").text


@pytest.mark.parametrize(
    ("title", "about"),
    [
        ("", "x"),
        ("Fees", ""),
        ("…", "x"),
        ("Confidentiality", "x"),
        ("x" * 81, "x"),
        ("Fees", "x" * 401),
        ("\u0435", "x"),
    ],
)
def test_a_topic_that_says_nothing_or_is_there_is_not_added(
    clerk: Clerk, title: str, about: str
) -> None:
    before = (clerk.paths.opinions / "topics.yml").read_text()
    assert clerk.client.post("/topics", json={"title": title, "about": about}).status_code == 422
    assert (clerk.paths.opinions / "topics.yml").read_text() == before


def test_a_standard_that_is_missing_is_added_from_the_form(clerk: Clerk) -> None:
    clerk.drop(DOCUMENT.replace("Standard 3(c)", "Standard 7(a)"))
    state = clerk.state("draft-1")
    missing = {"kind": "standard", "id": "7", "name": "Standard 7"}
    usual = [{"title": "Minutes of the Board", "url": ""}]
    assert state["unheld"] == [{**missing, "sources": usual}]
    sent = {"kind": "standard", "id": "7", "title": "Fees", "source_title": "Minutes"}
    wrong = clerk.client.post("/authorities", json={**sent, "title": ""})
    assert wrong.status_code == 422
    assert [problem["field"] for problem in wrong.json()["problems"]] == ["title"]
    assert clerk.client.post("/authorities", json={**sent, "id": "../7"}).status_code == 422
    assert clerk.client.post("/authorities", json=sent).status_code == 200
    assert clerk.state("draft-1")["unheld"] == []
    assert clerk.client.post("/authorities", json=sent).status_code == 422, "it is there now"


@pytest.mark.parametrize(("typed", "written"), [("c", "3(c)"), ("(c)", "3(c)"), ("3(c)", "3(c)")])
def test_a_part_of_a_standard_is_named_with_or_without_its_number(
    clerk: Clerk, typed: str, written: str
) -> None:
    change = {**AMENDMENT, "provisions": typed}
    assert clerk.client.post("/law/save", json=change).status_code == 200
    file = (clerk.paths.standards / "3.md").read_text(encoding="utf-8")
    assert f'provisions: ["{written}"]' in file or f"provisions: [{written}]" in file


def test_new_words_that_make_a_file_too_large_are_refused(clerk: Clerk) -> None:
    file = clerk.paths.standards / "3.md"
    before = file.read_text()
    change = {**AMENDMENT, "text": "many words " * 25_000}
    answer = clerk.client.post("/law/save", json=change)
    assert answer.status_code == 422
    assert "The limit is 256" in answer.json()["message"]
    assert file.read_text() == before
