"""A clerk says that the first line gives number and year, whatever its form."""

import re
from pathlib import Path

import pytest

from clerks import Clerk, at_desk
from factories import record_text

KEY = "2012-22"
APPROVAL = "(Approved by the Board on May 6, 2012.)"
IDENTITY = "number: 22\nyear: 2012\n"


def record(heading: str, identity: str = IDENTITY) -> str:
    fields = (
        f"{identity}approved: 2012-05-06\n"
        "issues: [{id: 1, question: May it?, at: [1]}]\n"
        "holdings: [{id: 1, answers: 1, text: It may., at: [2], cites: ['3(c)']}]\n"
    )
    lines = [heading, APPROVAL, "May it?", "It may (see Standard 3(c))."]
    return record_text(fields, "\n" + "\n\n".join(lines) + "\n")


def send(clerk: Clerk, block: int = 0, status: int = 200) -> None:
    answer = clerk.client.post(f"/work/{KEY}/number-line", json=clerk.named(KEY, block))
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    "line",
    [
        "# Number 22 (2012)",
        "Number 22 (2012)",
        "# ADVICE NO. 12-22 OF THE BOARD",
        "# Advice 2012-022",
        "> **Number 22 (2012)**",
        "> Number 22\n> (2012)",
        "## *Number 22 (2012)*",
    ],
)
def test_the_record_has_an_exception_for_the_line_and_nothing_is_wrong_with_it(
    tmp_path: Path, line: str
) -> None:
    with at_desk(tmp_path, {"opinions/2012/22.md": record(line)}) as clerk:
        settings = clerk.paths.standards / "commission.yml"
        before, fields = settings.read_bytes(), clerk.state(KEY)["fields"]
        assert {"OP203", "OP202"} & {p["code"] for p in clerk.state(KEY)["problems"]}
        send(clerk)
        state, words = clerk.state(KEY), " ".join(re.sub("[#>*]", "", line).split())
        assert state["blocks"][0]["isHeading"]
        assert state["blocks"][0]["isNumber"]
        assert state["blocks"][0]["words"] == words
        assert not {"OP202", "OP203", "OP208"} & {p["code"] for p in state["problems"]}
        (waived,) = state["waived"]
        assert waived.startswith(f"The form of this line is new here: “{words}”. You said that")
        assert settings.read_bytes() == before
        assert clerk.step("undo", KEY).json()["fields"] == fields
        assert clerk.step("redo", KEY).json()["fields"] == state["fields"]
        clerk.step("save", KEY)
        assert f"---\n\n# {words}\n\n" in clerk.record("2012/22")


@pytest.mark.parametrize(
    ("line", "identity"),
    [
        ("# Number 22 (2012)", "number:\n"),
        ("> **ADVISORY OPINION OF THE BOARD Advisory Opinion Number 22**", "number:\nyear: 2012\n"),
    ],
)
def test_number_and_year_are_filled_in_from_the_line(
    tmp_path: Path, line: str, identity: str
) -> None:
    with at_desk(tmp_path, {"opinions/2012/22.md": record(line, identity)}) as clerk:
        send(clerk)
        fields = clerk.state(KEY)["fields"]
        assert (fields["number"], fields["year"]) == ("22", "2012")


@pytest.mark.parametrize(
    ("heading", "block"), [("# Threats in caucus", 0), ("# Rule 5 of 2003", 0), ("# No. 22", 2)]
)
def test_a_line_without_this_number_or_below_the_approval_line_is_refused(
    tmp_path: Path, heading: str, block: int
) -> None:
    with at_desk(tmp_path, {"opinions/2012/22.md": record(heading)}) as clerk:
        before = clerk.state(KEY)
        assert not before["blocks"][block]["mayBeNumber"]
        send(clerk, block, status=422)
        assert clerk.state(KEY) == before


@pytest.mark.parametrize("line", ["Opinion Number: 22 (2012)", "# Opinion Number: 22 (2012)"])
def test_what_is_above_the_line_is_left_out_and_can_be_put_back(tmp_path: Path, line: str) -> None:
    above = "# ADVICE OF THE BOARD"
    with at_desk(tmp_path, {"opinions/2012/22.md": record(f"{above}\n\n{line}")}) as clerk:
        before = clerk.state(KEY)
        assert [block["mayBeNumber"] for block in before["blocks"][:3]] == [False, True, False]
        assert "OP203" in {p["code"] for p in before["problems"] if p["numberLine"] == 1}
        send(clerk, 1)
        state = clerk.state(KEY)
        assert state["leftOut"] == [above.removeprefix("# ")]
        assert not {"OP202", "OP203", "OP208"} & {p["code"] for p in state["problems"]}
        clerk.step("undo", KEY)
        assert clerk.state(KEY)["blocks"] == before["blocks"]
