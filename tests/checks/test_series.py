"""What the check says if a record does not name its series as the settings do."""

from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.checks.runner import check
from factories import RECORD, Files, read_corpus
from numbered_bodies import BODIES

SETTINGS = BODIES["three series"].files
TWO_SERIES = {
    **BODIES["three series"].files,
    "standards/commission.yml": str(SETTINGS["standards/commission.yml"]).replace(
        'url: "feo/{year}/{number}"', 'url: "{year}/{number}"'
    ),
    "opinions/feo/1998/05.md": None,
    "opinions/feo/2023/03.md": None,
}
"""The same body, whose newest series has no short name, so that a record without one is of it."""


NEWEST = "opinions/feo/2003/05.md"
LONG = "2003 Formal Ethics Opinion 5"
MOVE = "Rename or move the file. The number has at least two digits."
ADD = "Add the line `series: rpc`."
"""What a clerk reads in each case."""


class Case(NamedTuple):
    """A record, and the hint of each finding in it by code."""

    files: Files
    path: str
    fields: str
    heading: str
    hints: dict[str, str]


def test_a_record_in_another_folder_than_its_series_is_shown_the_folder_of_each(
    tmp_path: Path,
) -> None:
    settings = str(SETTINGS["standards/commission.yml"]).replace("rpc/{number}", "{number}")
    files = {**SETTINGS, "standards/commission.yml": settings}
    hints = {each.hint for each in check(read_corpus(tmp_path, files)) if each.code == "OP404"}
    (hint,) = hints
    assert hint == (
        "Move or rename the file to fit its kind, such as `opinions/ed/2003/05.md` or "
        "`opinions/05.md` or `opinions/feo/2003/05.md`. If it is right, correct `url` of its "
        "series in standards/commission.yml."
    )


@pytest.mark.parametrize("typed", ["RPC/", "rpc/{number}/{number", "rpc/{number}\n    nmbers: x"])
def test_settings_that_cannot_be_read_ask_no_record_for_a_year(tmp_path: Path, typed: str) -> None:
    settings = str(SETTINGS["standards/commission.yml"]).replace("rpc/{number}", typed)
    files = {**SETTINGS, "standards/commission.yml": settings}
    findings = check(read_corpus(tmp_path, files))
    assert {each.location.path for each in findings} == {"standards/commission.yml"}


CASES = [
    Case(
        SETTINGS,
        "opinions/rpc/05.md",
        "number: 5\n",
        "RPC 5",
        {"OP144": ADD, "OP208": ADD, "OP402": ADD},
    ),
    Case(TWO_SERIES, "opinions/rpc/05.md", "number: 5\n", "RPC 5", {"OP208": ADD, "OP402": ADD}),
    Case(
        TWO_SERIES,
        "opinions/rpc/05.md",
        "number: 5\nyear: 2003\n",
        "RPC 5",
        dict.fromkeys(("OP208", "OP402"), "Add the line `series: rpc`, and delete `year`."),
    ),
    Case(
        SETTINGS,
        "opinions/rpc/05.md",
        "number: 5\nyear: 2003\nseries: rpc\n",
        "RPC 5",
        dict.fromkeys(("OP144", "OP208", "OP402"), "Delete `year`."),
    ),
    Case(
        SETTINGS,
        NEWEST,
        "number: 5\nyear: 2003\nseries: ed\n",
        LONG,
        dict.fromkeys(("OP208", "OP402"), "Correct `series` to `feo`."),
    ),
    Case(
        TWO_SERIES,
        "opinions/2003/05.md",
        "number: 5\nyear: 2003\nseries: ed\n",
        LONG,
        {"OP208": "Delete the line `series: ed`.", "OP402": MOVE},
    ),
    Case(
        SETTINGS,
        NEWEST,
        "number: 5\nyear: 2003\nseries: fe\n",
        LONG,
        dict.fromkeys(("OP144", "OP208", "OP402"), "Correct `series` to `feo`."),
    ),
    Case(
        SETTINGS,
        "opinions/rpc/05.md",
        "number: 5\nseries: RPC\n",
        "RPC 5",
        {"OP108": "Type `rpc`."},
    ),
    Case(
        SETTINGS,
        NEWEST,
        "number: 5\nyear: 2003\nseries: Formal Opinion\n",
        LONG,
        {"OP108": "Type one of `ed`, `rpc`, `feo`."},
    ),
    Case(
        SETTINGS,
        "opinions/feo/2004/05.md",
        "number: 5\nyear: 2003\nseries: feo\n",
        LONG,
        {"OP402": MOVE},
    ),
]


@pytest.mark.parametrize("case", CASES)
def test_each_rule_names_the_line_to_add_or_to_delete(tmp_path: Path, case: Case) -> None:
    text = RECORD.replace("number: 05\nyear: 2003\n", case.fields)
    text = text.replace("Opinion Number 05 (2003)", case.heading)
    files = {**case.files, "opinions/2003/05.md": None, case.path: text}
    findings = check(read_corpus(tmp_path, files))
    in_record = [finding for finding in findings if finding.location.path == case.path]
    assert {finding.code: finding.hint for finding in in_record} == case.hints


def test_a_listed_opinion_may_be_cited_in_a_form_that_the_settings_lack(tmp_path: Path) -> None:
    path = "opinions/rpc/179.md"
    other = str(SETTINGS[path]).replace(
        "standards:", "opinions: [{cites: feo/2023/03, effect: cites}]\nstandards:", 1
    )
    hints = [
        each.hint
        for each in check(read_corpus(tmp_path, {**SETTINGS, path: other}))
        if each.code == "OP303"
    ]
    assert len(hints) == 1
    assert "`in_text`" in hints[0]


def test_a_record_that_is_not_yaml_is_one_finding_in_a_body_with_several_series(
    tmp_path: Path,
) -> None:
    files = {**SETTINGS, NEWEST: RECORD.replace("title: ", "title: Gifts: ", 1)}
    findings = check(read_corpus(tmp_path, files))
    assert [each.code for each in findings if each.location.path == NEWEST] == ["OP008"]
