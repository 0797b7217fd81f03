"""Who asked for an opinion, under which number, and which bodies and members decided."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from lxml import html

import factories
from corpus.analysis.index import CorpusIndex
from corpus.checks.runner import check
from corpus.model.opinion import Opinion
from corpus.model.opinion_parts import Vote
from corpus.model.words import Words
from corpus.output.exports.collection_data import write_opinion_json, write_table
from corpus.output.exports.row_models import OpinionRow
from corpus.output.exports.search_filters import search_filters
from corpus.output.exports.search_index import search_index
from corpus.output.exports.table_rows import opinion_rows
from corpus.output.task import files_of
from corpus.pages.common_views import request_facts
from corpus.pages.site_pages import site_pages
from corpus.pdf.opinions import opinion_document
from factories import record_text

REQUEST = """\
requester: The clerk of a county
docket: AOR 2003-17
joint_bodies: [Lake Board, River Board]
aliases: [LB 2003-4, RB 7]
vote: {in_favor: 5, against: 0, note: Judge Reed did not take part}
"""
FACTS = (
    "Requested by: The clerk of a county",
    "Docket AOR 2003-17",
    "Jointly with Lake Board, River Board",
    "Also numbered LB 2003-4, RB 7",
    "Vote: 5 in favor, 0 against; Judge Reed did not take part",
)


@pytest.fixture
def index(tmp_path: Path) -> CorpusIndex:
    files = {"opinions/2003/05.md": record_text(REQUEST)}
    return factories.index_of(factories.read_valid_corpus(tmp_path, files))


def test_the_page_shows_them(tmp_path: Path) -> None:
    files = {"opinions/2003/05.md": record_text(REQUEST)}
    corpus = factories.read_valid_corpus(tmp_path, files)
    pages = dict(files_of(site_pages(corpus, factories.index_of(corpus))))
    spans = html.fromstring(pages["opinions/2003/05/index.md"]).iter("span")
    assert {*FACTS} <= {span.text_content() for span in spans}


def test_the_pdf_shows_them(index: CorpusIndex) -> None:
    (record,) = index.records
    assert isinstance(record.opinion, Opinion)
    assert opinion_document(record, record.opinion, index).facts == FACTS


def test_the_data_have_them(index: CorpusIndex) -> None:
    data = json.loads(write_opinion_json(index.records, index))
    assert (data["requester"], data["docket"]) == ("The clerk of a county", "AOR 2003-17")
    assert data["joint_bodies"] == ["Lake Board", "River Board"]
    assert data["vote"] == {"in_favor": 5, "against": 0, "note": "Judge Reed did not take part"}
    table = "".join(write_table(OpinionRow, opinion_rows, index.records, index))
    (row,) = csv.DictReader(StringIO(table.removeprefix("\ufeff")))
    assert row["docket"] == "AOR 2003-17"
    assert row["joint_bodies"] == "Lake Board; River Board"
    assert row["aliases"] == "LB 2003-4; RB 7"
    assert row["vote"] == "5 in favor, 0 against; Judge Reed did not take part"


def test_a_search_finds_them(index: CorpusIndex) -> None:
    words = json.loads(dict(search_index(index))["search/index/0.json"])
    assert {"clerk", "county", "aor", "17", "lake"} <= set(words)
    assert set(search_filters(index.records, index)["Joint body"]) == {"Lake Board", "River Board"}


@pytest.mark.parametrize(
    ("fields", "facts"),
    [
        ("", ()),
        ("requester: anonymous", ("Requester not named",)),
        ("vote: {note: unanimous}", ("Vote: unanimous",)),
    ],
)
def test_only_what_is_known_is_said(tmp_path: Path, fields: str, facts: tuple[str, ...]) -> None:
    files = {"opinions/2003/05.md": record_text(fields)}
    (record,) = factories.read_valid_corpus(tmp_path, files).records
    assert request_facts(record.opinion, Words()) == facts


def test_the_body_has_its_own_word_for_a_docket(index: CorpusIndex) -> None:
    opinion = index.records[0].opinion
    assert "Request AOR 2003-17" in request_facts(opinion, Words(docket="request"))


@pytest.mark.parametrize("vote", ["{in_favor: five}", "{against: -1}", "{for: 5}", "5 to 1"])
def test_a_vote_that_is_none_is_a_finding(tmp_path: Path, vote: str) -> None:
    files = {"opinions/2003/05.md": record_text(f"vote: {vote}")}
    assert check(factories.read_corpus(tmp_path, files))


def test_a_vote_in_words() -> None:
    assert str(Vote(in_favor=4, against=1, abstained=2)) == "4 in favor, 1 against, 2 abstained"
