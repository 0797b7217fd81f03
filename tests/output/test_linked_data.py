"""Opinions and data files as schema.org describes them."""

from pathlib import Path

import pytest

import factories
from corpus.analysis.index import CorpusIndex
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.linked_data import dataset, opinion_linked_data
from factories import COMMISSION, Files, full_record, read_valid_corpus

SITE = {"standards/commission.yml": f"{COMMISSION}site: https://board.example.org/ao\n"}
LATER: Files = {
    **SITE,
    "opinions/2010/12.md": full_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    ),
}
FIVE, TWELVE = OpinionId(2003, 5), OpinionId(2010, 12)


def index_of(root: Path, files: Files = LATER) -> CorpusIndex:
    return factories.index_of(read_valid_corpus(root, files))


def test_holdings_are_parts_and_authorities_are_legislation(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    report, _ = opinion_linked_data(index.by_id[FIVE], index)
    assert report["@type"] == "Report"
    assert report["creativeWorkStatus"] == "Superseded by AO 12 (2010)"
    assert report["hasPart"][0]["url"] == "https://board.example.org/ao/opinions/2003/05/#holding-1"
    assert report["citation"] == [
        {
            "@type": "Legislation",
            "name": "Confidentiality",
            "legislationIdentifier": "Standard 3(c)",
        }
    ]


def test_an_earlier_opinion_is_a_cited_report(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    report, _ = opinion_linked_data(index.by_id[TWELVE], index)
    name = "Advisory Opinion 05 (2003): Naming a speaker"
    assert report["citation"] == [{"@type": "Report", "name": name}]


def test_an_opinion_has_breadcrumbs_with_full_addresses(tmp_path: Path) -> None:
    index = index_of(tmp_path)
    _, breadcrumbs = opinion_linked_data(index.by_id[FIVE], index)
    assert [(step["name"], step["item"]) for step in breadcrumbs["itemListElement"]] == [
        ("Opinions", "https://board.example.org/ao/opinions/"),
        ("2003", "https://board.example.org/ao/opinions/2003/"),
        ("AO 5 (2003)", "https://board.example.org/ao/opinions/2003/05/"),
    ]


def test_there_are_no_breadcrumbs_without_the_address_of_the_site(tmp_path: Path) -> None:
    index = index_of(tmp_path, {})
    assert len(list(opinion_linked_data(index.by_id[FIVE], index))) == 1


def test_the_data_files_are_a_dataset(tmp_path: Path) -> None:
    data = dataset(index_of(tmp_path))
    assert data["@type"] == "Dataset"
    assert data["distribution"][:2] == [
        {
            "@type": "DataDownload",
            "encodingFormat": "application/pdf",
            "contentUrl": "https://board.example.org/ao/data/volume.pdf",
        },
        {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": "https://board.example.org/ao/data/opinions.json",
        },
    ]


@pytest.mark.parametrize(
    ("site", "address"),
    [(SITE, "https://board.example.org/ao/opinions/2003/05/opinion.pdf"), ({}, "opinion.pdf")],
)
def test_an_opinion_names_its_pdf(tmp_path: Path, site: Files, address: str) -> None:
    index = index_of(tmp_path, site)
    report = next(opinion_linked_data(index.by_id[FIVE], index))
    assert report["encoding"] == {
        "@type": "MediaObject",
        "encodingFormat": "application/pdf",
        "contentUrl": address,
    }
