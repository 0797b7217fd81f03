"""What became of opinions and holdings, by index between small records."""

from pathlib import Path

import pytest
import yaml

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import (
    DerivedStatus,
    Status,
    holding_status,
    opinion_status,
    status_label,
    successors,
)
from corpus.citations.names import Names
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from factories import COMMISSION, catalogued, index_of, library, record

TWO = record(
    "issues:\n  - {id: 1, question: May it?, at: [1]}\n"
    'holdings:\n  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}\n'
    "  - {id: 2, answers: 1, text: It must., at: [2]}\n"
)


def related(root: Path, *effects: str, withdrawn: str = "") -> CorpusIndex:
    """Opinion 5 with two holdings, and one later opinion for each effect."""
    files = {"opinions/2003/05.md": TWO.replace("holdings:", f"{withdrawn}holdings:", 1)}
    for number, effect in enumerate(effects, start=6):
        cited = effect if "cites:" in effect else f"cites: 2003/05, effect: {effect}"
        text = catalogued(number, 2000 + number, f"opinions: [{{{cited}}}]")
        files[f"opinions/{2000 + number}/{number:02}.md"] = text
    return index_of(library(root, files))


@pytest.mark.parametrize(
    ("effects", "whole", "first", "second"),
    [
        ([], "current", "current", "current"),
        (["cites", "follows", "reaffirms", "distinguishes"], "current", "current", "current"),
        (["modifies"], "modified", "modified", "modified"),
        (["supersedes"], "superseded", "superseded", "superseded"),
        (["modifies, holding: 1"], "modified", "modified", "current"),
        (["supersedes, holding: 1"], "modified", "superseded", "current"),
        (["supersedes, holding: 1", "modifies, holding: 2"], "modified", "superseded", "modified"),
        (["supersedes, holding: 1", "supersedes, holding: 2"], "superseded", *["superseded"] * 2),
        (["supersedes", "modifies, holding: 2"], "superseded", "superseded", "superseded"),
        (["supersedes", "reaffirms"], "superseded", "superseded", "superseded"),
    ],
)
def test_a_status_follows_from_what_later_opinions_do(
    tmp_path: Path, effects: list[str], whole: str, first: str, second: str
) -> None:
    index = related(tmp_path, *effects)
    opinion = index.by_id[OpinionId(2003, 5)]
    one, two = opinion.opinion.holdings
    assert str(opinion_status(opinion, index).status) == whole
    assert str(holding_status(opinion, one, index).status) == first
    assert str(holding_status(opinion, two, index).status) == second


def test_a_withdrawn_opinion_is_withdrawn_whatever_else_was_done_to_it(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2020-01-01, reason: The Board said so.}\n"
    index = related(tmp_path, "modifies", withdrawn=withdrawn)
    opinion = index.by_id[OpinionId(2003, 5)]
    assert opinion_status(opinion, index).status is Status.WITHDRAWN
    (one, _) = opinion.opinion.holdings
    assert holding_status(opinion, one, index).status is Status.WITHDRAWN


def test_the_worst_changes_are_those_that_made_it_what_it_is(tmp_path: Path) -> None:
    index = related(tmp_path, "modifies", "supersedes", "supersedes")
    found = opinion_status(index.by_id[OpinionId(2003, 5)], index)
    assert [one.record.id.number for one in found.changes] == [6, 7, 8]
    assert [one.record.id.number for one in found.causes] == [7, 8]


def test_a_chain_of_successors_is_followed_to_its_end(tmp_path: Path) -> None:
    index = related(
        tmp_path,
        "supersedes",
        "cites: 2006/06, effect: supersedes",
        "cites: 2007/07, effect: cites",
    )
    chain = successors(index.by_id[OpinionId(2003, 5)], index)
    assert [str(one.id) for one in chain] == ["2006/06", "2007/07"]
    assert successors(index.by_id[OpinionId(2008, 8)], index) == ()


def test_who_replaces_one_holding_of_a_successor_is_no_successor(tmp_path: Path) -> None:
    index = related(tmp_path, "supersedes", "cites: 2006/06, effect: supersedes, holding: 1")
    chain = successors(index.by_id[OpinionId(2003, 5)], index)
    assert [str(one.id) for one in chain] == ["2006/06"]


def names(**changes: str) -> Names:
    return Names(Commission.model_validate(yaml.safe_load(COMMISSION) | changes))


def test_only_a_complete_collection_says_that_an_opinion_is_in_force() -> None:
    current = DerivedStatus(Status.CURRENT)
    assert status_label(current, names()) == "No later change recorded"
    assert status_label(current, names(complete_until="2024-01-01")) == "In force"
    assert status_label(DerivedStatus(Status.WITHDRAWN), names()) == "Withdrawn"
