"""The metadata of an opinion and the links to its files."""

from pathlib import Path

import pytest

import factories
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.formats import CITATION_FORMATS, OPINION_FORMATS
from corpus.output.exports.head_tags import HeadTag, metadata_tags, signposting_tags
from factories import COMMISSION, Files, catalog_record, full_record, read_valid_corpus

SITE = {"standards/commission.yml": f"{COMMISSION}site: https://board.example.org/ao\n"}
LATER: Files = {
    **SITE,
    "opinions/2010/12.md": full_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    ),
}
FIVE, TWELVE = OpinionId(2003, 5), OpinionId(2010, 12)


def tags(root: Path, files: Files, opinion: OpinionId = FIVE) -> tuple[HeadTag, ...]:
    index = factories.index_of(read_valid_corpus(root, files))
    record = index.by_id[opinion]
    return (*metadata_tags(record, index), *signposting_tags(record, index))


def metadata(root: Path, files: Files, opinion: OpinionId = FIVE) -> dict[str, str]:
    attributes = [tag.attributes for tag in tags(root, files, opinion) if tag.name == "meta"]
    return {values["name"]: values["content"] for values in attributes}


def test_reference_managers_read_the_metadata(tmp_path: Path) -> None:
    values = metadata(tmp_path, LATER)
    assert values["citation_title"] == "Advisory Opinion 05 (2003): Naming a speaker"
    assert values["citation_author"] == "Harbor Board of Mediation,"
    assert values["citation_technical_report_number"] == "5"
    assert values["citation_publication_date"] == "2003-11-07"
    assert values["citation_keywords"] == "Confidentiality"
    assert values["citation_public_url"] == "https://board.example.org/ao/opinions/2003/05/"
    assert values["citation_pdf_url"] == "https://board.example.org/ao/opinions/2003/05/opinion.pdf"
    assert values["dcterms.isReplacedBy"] == "AO 12 (2010)"
    assert values["dcterms.modified"] == "2010-06-01"
    assert metadata(tmp_path / "x", LATER, TWELVE)["dcterms.replaces"] == "AO 5 (2003)"


def test_an_opinion_links_to_its_address_its_files_and_the_collection(tmp_path: Path) -> None:
    found = [tag.attributes for tag in tags(tmp_path, LATER) if tag.name == "link"]
    links = {values["href"]: values["rel"] for values in found}
    formats = {file.opinion_file: file.relation for file in (*OPINION_FORMATS, *CITATION_FORMATS)}
    assert links == formats | {
        "https://board.example.org/ao/opinions/2003/05/": "cite-as",
        "https://schema.org/Report": "type",
        "../../": "collection",
        **dict.fromkeys(("opinion.pdf", "opinion.md", "opinion.txt", "opinion.akn.xml"), "item"),
        **dict.fromkeys(("cite.csl.json", "cite.ris", "cite.bib", "opinion.json"), "describedby"),
    }


@pytest.mark.parametrize(
    ("opinion", "files"),
    [
        (FIVE, {}),
        (FIVE, LATER),
        (TWELVE, LATER),
        (TWELVE, {"opinions/2010/12.md": catalog_record(12, 2010)}),
    ],
)
def test_no_tag_is_empty(tmp_path: Path, opinion: OpinionId, files: Files) -> None:
    for tag in tags(tmp_path, files, opinion):
        assert all(tag.attributes.values())
