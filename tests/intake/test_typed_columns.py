"""Tabs and wide spaces are named only where they make columns."""

import pytest

from corpus.intake import plain_text
from corpus.intake.draft import make_drafts
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE, TODAY

TITLES = f"{TITLE}\n{APPROVAL}\n\n"


def columns(text: str) -> list[str]:
    """The places of the remarks on columns."""
    document = plain_text.read(text.encode(), BOARD)
    return [str(remark.place) for remark in document.remarks if remark.kind is RemarkKind.TABS]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Fee\tRule\n$150\t7(b)", "lines 4 to 5"),
        ("Fee     Rule 7\nCosts   Rule 8", "lines 4 to 5"),
        ("Fee          $5\nCosts    $1,500", "lines 4 to 5"),
        ("The Board\t\tThe court\nasks\t\tanswers", "lines 4 to 5"),
        ("To:\tMr. Lee\tClerk\nFrom:\tMs. Roe\tChair", "lines 4 to 5"),
        ("1)\tAsk?\n2)\tTell?", ""),
        ("1)\t(a)\tAsk?\n2)\t(b)\tTell?", ""),
        ("> 1)\tAsk?\n> 2)\tTell?", ""),
        ("To:\tAll mediators\nRe:\tThreats", ""),
        ("Issue 1.\tMay she?\nIssue 2.\tMay he?", ""),
        ("The Board   was asked whether\na mediator may   tell one party.", ""),
        ("It was asked.   The Board met.\nIt answered the court.   She may.", ""),
        ("Fee\t7(b)\n\nCosts\t8", ""),
        ("May she?\t\nShe may.\t", ""),
        ("\t\tThe Board\n\t\tof the harbor", ""),
    ],
)
def test_tabs_and_wide_spaces_in_a_text(text: str, place: str) -> None:
    assert columns(f"{TITLES}{text}\n") == [place] * bool(place)


def test_columns_of_lines_that_are_left_out_are_not_named() -> None:
    header = "From: Mr.\tLee\nTo: Ms.\tRoe\nSubject: a\tthreat\n\n"
    assert columns(f"{header}{TITLES}May she?\n") == []


def test_columns_above_an_opinion_are_in_no_draft_and_need_no_look() -> None:
    text = f"Contents\nOpinion 9\t3\nOpinion 10\t5\n\n{TITLES}May she?\n"
    drafts = make_drafts(plain_text.read(text.encode(), BOARD), (), BOARD, TODAY)
    assert [part.to_compare for part in drafts.left_out] == [()]
    assert not any("Tabs" in remark for draft in drafts.drafts for remark in draft.remarks)
