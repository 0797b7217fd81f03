import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import factories
from corpus.model.opinion import OpinionId
from corpus.output.exports.metadata import dataset, head, modified
from factories import ATTACK, COMMISSION, Files, catalogued, full, record, sound

SITE = {"standards/commission.yml": f"{COMMISSION}site: https://example.org/ao\n"}
LATER: Files = {
    **SITE,
    "opinions/2010/12.md": full(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    ),
}
FIVE, TWELVE = OpinionId(2003, 5), OpinionId(2010, 12)


def tags(root: Path, files: Files, one: OpinionId = FIVE) -> Any:
    corpus = sound(root, files)
    index = factories.index_of(corpus)
    made = head(index.by_id[one], index)
    return html.fromstring(f"<html><head>{made}</head></html>")


def metas(tree: Any) -> dict[str, str]:
    return {one.get("name"): one.get("content") for one in tree.iter("meta")}


def test_reference_managers_get_what_they_read(tmp_path: Path) -> None:
    found = metas(tags(tmp_path, LATER))
    assert found["citation_title"] == "Advisory Opinion 05 (2003): Naming a speaker"
    assert found["citation_author"] == "Harbor Board of Mediation,"
    assert found["citation_technical_report_number"] == "5"
    assert found["citation_publication_date"] == "2003/11/07"
    assert found["citation_public_url"] == "https://example.org/ao/opinions/2003/05/"
    assert found["dcterms.isReplacedBy"] == "AO 12 (2010)"
    assert found["dcterms.modified"] == "2010-06-01"
    assert metas(tags(tmp_path / "x", LATER, TWELVE))["dcterms.replaces"] == "AO 5 (2003)"


@pytest.mark.parametrize("files", [{}, LATER, {"opinions/2010/12.md": catalogued(12, 2010)}])
def test_no_tag_is_empty(tmp_path: Path, files: Files) -> None:
    for place, one in enumerate((FIVE, TWELVE) if files else (FIVE,)):
        tree = tags(tmp_path / str(place), files, one)
        assert all(metas(tree).values())
        assert all(link.get("href") for link in tree.iter("link"))


def linked(tree: Any, place: int = 0) -> dict[str, Any]:
    scripts = tree.xpath("//script[@type='application/ld+json']")
    assert len(scripts) == len(tree.xpath("//script"))
    told: dict[str, Any] = json.loads(scripts[place].text)
    return told


def test_linked_data_has_holdings_as_parts_and_authorities_as_legislation(tmp_path: Path) -> None:
    told = linked(tags(tmp_path, LATER))
    assert told["@type"] == "Report"
    assert told["creativeWorkStatus"] == "Superseded by AO 12 (2010)"
    assert told["hasPart"][0]["url"] == "https://example.org/ao/opinions/2003/05/#holding-1"
    assert told["citation"] == [
        {
            "@type": "Legislation",
            "name": "Confidentiality",
            "legislationIdentifier": "Standard 3(c)",
        }
    ]


def test_the_way_from_home_is_told_where_the_address_of_the_site_is_known(tmp_path: Path) -> None:
    steps = linked(tags(tmp_path, LATER), 1)["itemListElement"]
    assert [(step["name"], step["item"]) for step in steps] == [
        ("Opinions", "https://example.org/ao/opinions/"),
        ("2003", "https://example.org/ao/opinions/2003/"),
        ("AO 5 (2003)", "https://example.org/ao/opinions/2003/05/"),
    ]


def test_the_data_are_a_dataset_with_its_files(tmp_path: Path) -> None:
    corpus = sound(tmp_path, SITE)
    index = factories.index_of(corpus)
    told = linked(html.fromstring(f"<html><head>{dataset(index)}</head></html>"))
    assert told["@type"] == "Dataset"
    assert told["distribution"][0]["contentUrl"] == "https://example.org/ao/data/opinions.json"


def test_what_a_record_says_stays_a_value(tmp_path: Path) -> None:
    quoted = ATTACK.replace('"', '\\"') + "</script><script>alert(1)</script>"
    files = {"opinions/2003/05.md": record(f'title: "{quoted}"\nsummary: "{quoted}"')}
    tree = tags(tmp_path, files)
    assert linked(tree)["abstract"] == quoted.replace('\\"', '"')
    assert metas(tree)["citation_abstract"] == quoted.replace('\\"', '"')


def test_the_last_day_is_that_of_the_last_change(tmp_path: Path) -> None:
    files = {"opinions/2003/05.md": record("withdrawn: {on: 2015-02-03, reason: So.}")}
    corpus = sound(tmp_path, {**LATER, **files})
    index = factories.index_of(corpus)
    assert modified(index.by_id[FIVE], index) == date(2015, 2, 3)
