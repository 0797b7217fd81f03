"""A fictional body with its own names, Canons and fifty opinions, built with the same code."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html


@pytest.fixture
def site(fictional_site: Path) -> Path:
    return fictional_site


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_text(encoding="utf-8"))


def opinions(site: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads((site / "data/opinions.json").read_text())
    return told


def shown(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("url", ["opinions/1996", "topics/topic-1", "programs/harbor"])
def test_every_row_of_an_index_tells_the_status(site: Path, url: str) -> None:
    rows = page(site, url).xpath("//ul[@class='rows']/li")
    labels = {one["url"]: one["status_label"] for one in opinions(site)}
    assert len(rows) > 3
    for row in rows:
        link = row.xpath(".//p[@class='row-title']/a/@href")[0]
        assert labels["opinions/" + link.partition("opinions/")[2]] in shown(row)


def test_the_table_of_all_tells_the_status_of_each(site: Path) -> None:
    rows = page(site, "opinions").xpath("//tbody/tr")
    told = {one["url"]: one["status_label"] for one in opinions(site)}
    shown_rows = {"opinions/" + row.xpath("th/a/@href")[0][12:]: shown(row) for row in rows}
    assert shown_rows.keys() == told.keys()
    assert all(label in shown_rows[url] for url, label in told.items())


def test_every_status_is_there_in_words(site: Path) -> None:
    index = shown(page(site, "opinions"))
    for words in ("Modified by FO", "Superseded by FO", "Withdrawn", "Text not held"):
        assert words in index


def test_each_side_of_a_relation_names_the_other(site: Path) -> None:
    for one in opinions(site):
        for relation in one["opinions"]:
            earlier = page(site, f"opinions/{relation['opinion']}")
            assert any(one["url"] in link for link in earlier.xpath("//a/@href"))


def test_a_canon_counts_the_opinions_on_it_and_its_parts(site: Path) -> None:
    rows = csv.DictReader((site / "data/citations.csv").read_text().splitlines())
    index = {row["opinion"] for row in rows if (row["kind"], row["cited"]) == ("standard", "3")}
    assert f"Canon 3 {len(index)} opinions" in shown(page(site, "standards/3"))
    cells = page(site, "authorities").xpath("//tr[th/a[text()='Canon 3']]/td/text()")
    assert cells == ["Duty 3", str(len(index))]


def test_two_wordings_are_compared_where_both_are_held(site: Path) -> None:
    compared = [
        one["url"]
        for one in opinions(site)
        if "approved" in one and any(cited["pinpoint"] == "(a)" for cited in one["cites"])
    ]
    then = page(site, compared[0]).xpath("//section[@class='then-and-now']")[0]
    assert [ins.text.strip() for ins in then.iter("ins")][:1] == ["or in writing"]


def test_its_own_words_are_used_and_no_others(site: Path) -> None:
    one = shown(page(site, "opinions/1996/01"))
    assert "Formal Opinion 1996-01 · Tidewater Council" in one
    assert "Canon" in one
    assert "Tide. Council, Formal Op. 1 (1996), https://council.example.org/opinions/" in one
    for foreign in ("Advisory Opinion", "N.C.", "Dispute Resolution"):
        assert foreign not in one.replace("Advisory Opinions", "")


def test_a_related_opinion_comes_with_its_reason(site: Path) -> None:
    rail = shown(page(site, "opinions/1996/13"))
    assert "Also cites Canon" in rail
    assert "on Topic" in rail
