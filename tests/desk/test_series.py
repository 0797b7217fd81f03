"""A clerk of a body with several series, letters, or numbers without years finishes a record."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from clerks import DOCUMENT, at_desk
from corpus.library.loader import load
from numbered_bodies import BODIES

ANSWERED: dict[str, Any] = {
    "title": "Calling a party afterwards",
    "topics": ["confidentiality"],
    "summary": "A mediator asked whether to call a party. The mediator may.",
    "issues": [{"id": "1", "question": "May the mediator call a party?", "at": ["1"]}],
    "holdings": [{"id": "1", "answers": "1", "text": "The mediator may.", "at": ["2"]}],
    "opinions": [],
}


class Case(NamedTuple):
    """An opinion of a body whose numbers are not a number and a year alone."""

    body: str
    numbers: dict[str, str]
    opinion: str
    name: str


CASES = [
    Case("three series", {"series": "rpc", "number": "180"}, "rpc/180", "RPC 180"),
    Case(
        "three series",
        {"series": "feo", "number": "4", "year": "2023"},
        "feo/2023/04",
        "2023 Formal Ethics Opinion 4",
    ),
    Case("without years", {"number": "701"}, "701", "Opinion 701"),
    Case(
        "letters",
        {"number": "31", "letter": "b", "year": "2014"},
        "2014/31b",
        "Ethics Opinion 2014-31B",
    ),
]


def document(case: Case) -> str:
    """A document of a body, with the number of its opinion."""
    year = case.numbers.get("year", "2004")
    text = DOCUMENT.replace("Opinion Number 06 (2004)", case.name).replace("2004", year)
    return text.replace(" and Advisory Opinion 05 (2003)", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.opinion)
def test_a_draft_gets_its_number_in_the_form(tmp_path: Path, case: Case) -> None:
    key = case.opinion.replace("/", "-")
    with at_desk(tmp_path, BODIES[case.body].files) as clerk:
        clerk.drop(document(case))
        page = clerk.client.get("/work/draft-1/").text
        assert ('id="field-series"' in page) == (case.body == "three series")
        assert ('id="field-letter"' in page) == (case.body == "letters")
        numbers: dict[str, Any] = {**dict.fromkeys(("year", "letter", "series"), ""), "number": "9"}
        assert clerk.change("draft-1", **ANSWERED, **numbers).json()["name"] != case.name
        state = clerk.change("draft-1", **{**numbers, **case.numbers}).json()
        assert state["toDo"] == 0, state["problems"]
        assert state["name"] == case.name
        assert state["numbers"]["year"] == ("year" in case.numbers)
        assert clerk.step("save", "draft-1").json()["key"] == key
        assert clerk.step("seal", key).json()["isSealed"]
        assert case.name in clerk.client.get("/").text
        assert case.opinion in {str(record.id) for record in load(clerk.paths).records}
        assert clerk.step("take-back", key).status_code == 200
        assert clerk.step("take-back", key).json()["key"] == "draft-2"


def test_without_its_series_nothing_is_saved(tmp_path: Path) -> None:
    with at_desk(tmp_path, BODIES["three series"].files) as clerk:
        clerk.drop(document(CASES[1]))
        state = clerk.change("draft-1", series="").json()
        problems = {problem["message"] for problem in state["problems"]}
        assert "The series is missing." in problems
        assert not any("`" in message for message in problems)
        answer = clerk.step("save", "draft-1")
        assert answer.json()["message"] == "Choose the series of the opinion first."


def test_every_field_of_a_record_has_a_place_in_the_form(tmp_path: Path) -> None:
    """Except `text`, which says whether the record has its text."""
    places = ""
    for body in ("three series", "letters"):
        with at_desk(tmp_path / body, BODIES[body].files) as clerk:
            opinion = load(clerk.paths).records[0].opinion
            key = str(opinion.id).replace("/", "-")
            places += clerk.client.get(f"/work/{key}/").text
    typed = " ".join(re.findall(r'data-(?:field|text|lines)="([^"]+)"', places)).split()
    fields = {*type(opinion).model_fields} - {place.partition(".")[0] for place in typed}
    assert fields == {"text", "holdings"}, "answers stand below their questions"
