"""A draft for comment has its own page and list; elsewhere, only a line of its own names it."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

import factories
from corpus.analysis.cite_check import check_citations
from corpus.analysis.find_opinion import find_opinion
from corpus.analysis.index import build_index
from corpus.build.contents import site_tasks
from corpus.checks.report import as_text
from corpus.checks.runner import check, valid_corpus
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.library.seals import seals_to_write
from corpus.model.opinion import Draft
from corpus.model.opinion_id import OpinionId
from corpus.model.static_page import RESERVED_PAGE_NAMES
from corpus.output.exports.search_index import search_index
from corpus.output.task import files_of
from corpus.paths import CorpusPaths
from corpus.pdf.files import pdf_files
from corpus.pdf.opinions import opinion_document
from factories import catalog_record, full_record

DRAFT = full_record(
    7,
    2004,
    "stage: draft\ncomments_until: 2004-12-31\ntitle: Zoning of piers\nstandards: ['3(c)']\n"
    "opinions: [{cites: 2003/05, effect: supersedes, at: [2]}]\n",
    "It may zone piers (see Standard 3(c)), unlike AO 5 (2003).",
).replace("approved: 2004-06-01\n", "")
FILES = {"opinions/2004/07.md": DRAFT, "opinions/2002/04.md": catalog_record(4, 2002)}
WITHOUT_YEARS = Path(__file__).parents[1] / "collections/without-years"
ITS_OWN = "opinions/2004/07/"


@pytest.fixture
def corpus(tmp_path: Path) -> ValidCorpus:
    return factories.read_valid_corpus(tmp_path, FILES)


def files(corpus: ValidCorpus) -> dict[str, str]:
    index = factories.index_of(corpus)
    return dict(files_of(site_tasks(corpus))) | dict(search_index(index))


def test_no_page_written_by_hand_can_have_the_name_of_a_made_one(corpus: ValidCorpus) -> None:
    made = {name.partition("/")[0] for name in files(corpus) if name.endswith("/index.md")}
    kinds = {kind.plural for kind in corpus.references.commission.kinds}
    assert "drafts" in made
    assert made <= RESERVED_PAGE_NAMES | kinds


def test_a_draft_whose_number_has_no_year_names_none(tmp_path: Path) -> None:
    shutil.copytree(WITHOUT_YEARS, tmp_path, dirs_exist_ok=True)
    opinion = (tmp_path / "opinions/702.md").read_text(encoding="utf-8").replace("702", "703")
    draft = opinion.replace("approved: 2024-05\n", "stage: draft\n").replace("\nMay 2024\n", "")
    draft = draft.replace("A client agrees that", "Two clients agree that")
    (tmp_path / "opinions/703.md").write_text(draft, encoding="utf-8")
    corpus = load(CorpusPaths(tmp_path))
    assert as_text(check(corpus)) == "0 errors, 0 warnings"
    valid = valid_corpus(corpus, ())
    assert valid is not None
    own = {name: text for name, text in files(valid).items() if name.startswith("opinions/703/")}
    years = re.compile(r"\(0\)|(?<!_count\":)[\" ]0[\",]")
    assert not [name for name, text in own.items() if years.search(text)]
    data = json.loads(own["opinions/703/opinion.json"])
    assert "year" not in data
    assert "Opinion 703 (draft for comment" in data["citation"]
    (item,) = json.loads(own["opinions/703/cite.csl.json"])
    assert "issued" not in item
    assert "year =" not in own["opinions/703/cite.bib"]
    assert "PY  -" not in own["opinions/703/cite.ris"]


def test_only_its_own_files_the_list_of_drafts_and_the_law_it_cites_name_it(
    corpus: ValidCorpus,
) -> None:
    naming = {
        name
        for name, text in files(corpus).items()
        if ("oning of piers" in text or ITS_OWN in text) and not name.startswith(ITS_OWN)
    }
    assert naming == {"drafts/index.md", "standards/3/index.md"}


def test_its_number_leads_to_it(corpus: ValidCorpus) -> None:
    made = files(corpus)
    aliases = json.loads(made["search/opinions.json"])["aliases"]
    assert aliases["AO 7 (2004)"] == aliases["Advisory Opinion 07 (2004)"] == "2004/07"
    drafts = json.loads(made["cite-check/authorities.json"])["drafts"]
    assert drafts == {"2004/07": "Draft for comment, not approved"}
    index = build_index(corpus.references, corpus.records)
    (citation,) = check_citations("See AO 7 (2004).", index)
    assert (citation.standing, citation.url) == ("draft", "opinions/2004/07/")
    assert find_opinion("AO 7 (2004)", index) == index.drafts[0]


def test_no_count_and_no_status_is_another_with_it(corpus: ValidCorpus, tmp_path: Path) -> None:
    without = factories.read_valid_corpus(
        tmp_path / "without", FILES | {"opinions/2004/07.md": None}
    )
    now, before = files(corpus), files(without)
    changed = {name for name in before if now[name] != before[name]}
    assert changed == {
        *("index.md", "opinions/index.md", "search/index.md"),  # link to the list of drafts
        "standards/3/index.md",  # names the draft in a line of its own
        *("cite-check/authorities.json", "search/opinions.json"),  # where its number leads to it
    }
    assert {name for name in now if name not in before} == {
        "drafts/index.md",
        *(f"{ITS_OWN}{name}" for name in ("index.md", "opinion.json", "opinion.txt")),
        *(f"{ITS_OWN}cite.{ending}" for ending in ("bib", "ris", "csl.json")),
    }


def test_page_citations_and_data_say_what_it_is(corpus: ValidCorpus) -> None:
    now = files(corpus)
    page = now[f"{ITS_OWN}index.md"]
    assert 'title: "Draft for comment, not approved: Advisory Opinion 07 (2004)' in page
    assert '<div class="standing draft"' in page
    assert "Comments until December 31, 2004" in page
    assert "Draft text" in page
    assert "Approved text" not in page
    assert "Verify this text" not in page
    assert "(draft for comment, not approved)" in page
    data = json.loads(now[f"{ITS_OWN}opinion.json"])
    assert (data["status"], data["comments_until"]) == ("draft", "2004-12-31")
    assert "approved" not in data
    for ending in ("bib", "ris", "csl.json"):
        assert "draft for comment, not approved" in now[f"{ITS_OWN}cite.{ending}"]


def test_the_list_says_until_when_comments_are_taken(corpus: ValidCorpus) -> None:
    assert "Comments until December 31, 2004" in files(corpus)["drafts/index.md"]
    assert "Drafts for comment</a>: 1, not counted above" in files(corpus)["opinions/index.md"]


def test_its_pdf_says_so_on_each_page_and_the_volume_leaves_it_out(corpus: ValidCorpus) -> None:
    index = factories.index_of(corpus)
    (record,) = index.drafts
    assert isinstance(record.opinion, Draft)
    document = opinion_document(record, record.opinion, index)
    assert document.alert == "Draft for comment, not approved"
    assert document.dates == ("Comments until December 31, 2004",)
    assert document.verify_page == ""
    volume = next(file for file in pdf_files(index) if file.path == "data/volume.pdf")
    assert "oning of piers" not in volume.data()
    assert f"{ITS_OWN}opinion.pdf" in {file.path for file in pdf_files(index)}


def test_what_only_it_cites_leads_to_the_page_of_the_whole_authority(tmp_path: Path) -> None:
    draft = full_record(
        7,
        2004,
        "stage: draft\nstandards: ['3(c)', '3(d)']\nstatutes: [7A-38.2, '7A-38.2(b)']\n"
        "holdings: [{id: 1, answers: 1, text: It may., at: [2], cites: ['3(d)']}]\n",
        "It may. See Standard 3(c) and 3(d), Harbor Stat. § 7A-38.2, Harbor Stat. § 7A-38.2(b).",
    ).replace("approved: 2004-06-01\n", "")
    made = files(factories.read_valid_corpus(tmp_path, FILES | {"opinions/2004/07.md": draft}))
    page = made[f"{ITS_OWN}index.md"]
    links = re.findall('href="[./]*/((?:standards|statutes)/[^"]+)', page)
    assert set(links) == {"standards/3/", "statutes/7A-38.2/"}
    data = json.loads(made[f"{ITS_OWN}opinion.json"])
    assert {cited["url"] for cited in data["cites"]} == set(links)
    assert 'id="d"' not in made["standards/3/index.md"]
    assert "Standard 3(d)" not in made["authorities/index.md"]
    assert "7A-38.2" not in made["authorities/index.md"]


def test_no_seal_is_written_for_it(tmp_path: Path) -> None:
    corpus = factories.read_corpus(tmp_path, FILES)
    sealed = {seal.id for seal in seals_to_write(corpus, date(2026, 11, 26))}
    assert sealed == {OpinionId(2003, 5), OpinionId(2002, 4)}


def test_a_draft_may_leave_the_day_open(tmp_path: Path) -> None:
    draft = DRAFT.replace("comments_until: 2004-12-31\n", "")
    corpus = factories.read_valid_corpus(tmp_path, FILES | {"opinions/2004/07.md": draft})
    assert "Comments until" not in files(corpus)["drafts/index.md"]
