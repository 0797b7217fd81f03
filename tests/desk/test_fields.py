"""What a form sends becomes the fields of a record, in the order of its file."""

from typing import Any

import pytest
import yaml

from corpus.desk.fields import BadFieldsError
from corpus.desk.fields import changed_fields as fields_after
from corpus.model.commission import Commission
from factories import COMMISSION

HARBOR = Commission.model_validate(yaml.safe_load(COMMISSION))
OLD: dict[str, Any] = {
    "number": "5",
    "year": "2003",
    "title": "Fees",
    "approved": "2003-11-07",
    "source": {"title": "Minutes"},
}


def changed_fields(old: dict[str, Any], sent: dict[str, Any]) -> dict[str, Any]:
    return fields_after(old, sent, HARBOR)


def changed(sent: dict[str, Any], old: dict[str, Any] = OLD) -> dict[str, Any]:
    return {name: value for name, value in changed_fields(old, sent).items() if name not in OLD}


@pytest.mark.parametrize(
    "sent",
    [
        {"requester": "anonymous"},
        {"docket": "AOR 2024-05"},
        {"joint_bodies": ["Lake Board", "River Board"]},
        {"other_opinions": [{"body": "Lake Board", "citation": "Lake Op. 4"}]},
        {"vote": {"in_favor": "5", "against": "1"}},
        {"stage": "draft", "comments_until": "2004-12-31"},
    ],
)
def test_what_was_typed_is_kept_and_an_empty_field_is_left_out(sent: dict[str, Any]) -> None:
    assert changed(sent) == sent
    emptied = {name: type(value)() for name, value in sent.items()}
    assert changed(emptied, changed_fields(OLD, sent)) == {}


def test_an_empty_part_of_the_vote_is_left_out() -> None:
    sent = {"vote": {"in_favor": "5", "against": "", "abstained": "", "note": ""}}
    assert changed(sent) == {"vote": {"in_favor": "5"}}
    assert changed({"vote": {"in_favor": "", "against": ""}}) == {}


def test_a_draft_needs_no_day_of_approval() -> None:
    draft = changed_fields(OLD, {"stage": "draft", "approved": ""})
    assert "approved" not in draft
    adopted = changed_fields(draft, {"stage": "", "approved": "2004-12-31"})
    assert "stage" not in adopted
    assert list(adopted)[:4] == ["number", "year", "title", "approved"]


@pytest.mark.parametrize("sent", [{"vote": ["5"]}, {"joint_bodies": "Lake"}, {"votes": {}}])
def test_what_no_form_sends_is_refused(sent: dict[str, Any]) -> None:
    with pytest.raises(BadFieldsError):
        changed_fields(OLD, sent)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["4", "5"], ["4", "5"]),
        (["5-7"], ["5", "6", "7"]),
        (["5–7"], ["5", "6", "7"]),
        (["5 to 7"], ["5", "6", "7"]),
        (["2, 5 through 7"], ["2", "5", "6", "7"]),
        (["7-5"], ["7-5"]),
        (["five"], ["five"]),
        (["5-"], ["5-"]),
        (["1-999999999"], ["1-999999999"]),
    ],
)
def test_a_range_of_paragraphs_is_each_of_them(typed: list[str], kept: list[str]) -> None:
    """What is no number stays for the rule that says so at the field."""
    for field in ("issues", "holdings", "opinions", "corrections"):
        assert changed({field: [{"at": typed}]})[field] == [{"at": kept}]
