from pathlib import Path

import pytest
import yaml

from bodies import FEDERAL
from corpus.checks.runner import check
from corpus.citations.finder import CitationFinder
from corpus.library.record_template import (
    DocumentMetadata,
    NewRecord,
    blank_record,
    next_opinion,
    prefilled_record,
)
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from factories import COMMISSION, read_corpus, read_valid_corpus

SIX = OpinionId(2004, 6)


def codes(root: Path, known: NewRecord) -> set[str]:
    commission = read_valid_corpus(root / "a").references.commission
    files = {f"opinions/{known.id}.md": blank_record(known, commission)}
    return {finding.code for finding in check(read_corpus(root / "b", files))}


def test_a_draft_asks_only_for_what_is_empty(tmp_path: Path) -> None:
    known = NewRecord(SIX, 'He said: "no" #1', PartialDate(2004, 5, 6))
    assert codes(tmp_path, known) == {"OP104", "OP206"}


def test_the_draft_of_a_listed_opinion_is_valid(tmp_path: Path) -> None:
    known = NewRecord(SIX, "Fees", url="https://board.example.org/a?b=c&d#e")
    assert codes(tmp_path, known) == set()


def test_heading_and_approval_are_as_the_commission_writes_them(tmp_path: Path) -> None:
    commission = read_valid_corpus(tmp_path).references.commission
    made = blank_record(NewRecord(SIX, "Fees", PartialDate(2004, 5, 6)), commission)
    assert "# Opinion Number 06 (2004)" in made
    assert "(Approved by the Board on May 6, 2004.)" in made


def test_a_draft_has_the_fields_of_the_kinds_that_are_cited_and_of_those_always_needed() -> None:
    record, source = NewRecord(SIX, "Fees"), {"title": "Minutes"}
    finder = CitationFinder(FEDERAL.commission)
    cited = [found.target for found in finder.find("See 11 CFR 100.52(a).")]
    metadata = DocumentMetadata(citations=tuple(c for c in cited if isinstance(c, Citation)))
    text = prefilled_record(record, "", metadata, source, FEDERAL.commission.kinds)
    assert 'regulations: ["11-100.52(a)"]\n' in text
    assert "statutes" not in text
    harbor = Commission.model_validate(yaml.safe_load(COMMISSION)).kinds
    text = prefilled_record(record, "", DocumentMetadata(), source, harbor)
    assert "standards: []\nstatutes: []\n" in text
    assert "rules" not in text


@pytest.mark.parametrize(
    ("first", "year", "number"), [("first_number: 1\n", 2005, 8), ("", 2005, 1), ("", 2004, 8)]
)
def test_the_next_number_is_proposed(tmp_path: Path, first: str, year: int, number: int) -> None:
    files = {"standards/commission.yml": COMMISSION + first}
    references = read_corpus(tmp_path, files).references
    assert references
    known = [OpinionId(2003, 5), OpinionId(2004, 7)]
    (series,) = references.commission.all_series
    assert next_opinion(known, year, series) == OpinionId(year, number)
