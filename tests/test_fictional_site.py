"""The built site of a fictional body with its own names, Canons and fifty opinions."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_text(encoding="utf-8"))


def opinions(site: Path) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads((site / "data/opinions.json").read_text())
    return data


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


UNCHANGED, NOT_HELD = "later_opinions_not_checked", "Full text not available here"


def marks(row: html.HtmlElement) -> set[str]:
    """Return the words of the marks in a row of a list, except that the text is not here."""
    found = {text(mark) for mark in row.xpath(".//*[contains(@class, 'status')]")}
    return found - {NOT_HELD}


def exceptions(site: Path) -> dict[str, set[str]]:
    """Return what is unusual about each opinion by the URL of its page."""
    marked = (opinion for opinion in opinions(site) if opinion["status"] != UNCHANGED)
    labels = {each["url"]: {_without_caution(each["status_label"])} for each in marked}
    return {
        opinion["url"]: labels.get(opinion["url"], set()) - {NOT_HELD} for opinion in opinions(site)
    }


def _without_caution(label: str) -> str:
    """Return a label as lists show it, which say at their head that others were not checked."""
    return re.sub("; (not all )?later opinions (not )?checked$", "", label)


@pytest.mark.parametrize("url", ["opinions/1996", "topics/topic-1", "programs/harbor"])
def test_only_the_exceptions_in_a_list_are_marked(fictional_site: Path, url: str) -> None:
    rows = page(fictional_site, url).xpath("//ul[@class='rows']/li")
    expected = exceptions(fictional_site)
    assert len(rows) > 3
    for row in rows:
        link = row.xpath(".//p[@class='row-title']/a/@href")[0]
        assert marks(row) == expected["opinions/" + link.partition("opinions/")[2]]


def test_the_table_of_all_opinions_marks_the_exceptions(fictional_site: Path) -> None:
    table_rows = page(fictional_site, "opinions").xpath("//tbody/tr")
    rows = {"opinions/" + row.xpath("th/a/@href")[0][12:]: marks(row) for row in table_rows}
    assert rows == exceptions(fictional_site)


def test_the_table_has_every_status_in_words(fictional_site: Path) -> None:
    index = text(page(fictional_site, "opinions"))
    for phrase in (
        "Modified by FO",
        "Superseded by FO",
        "Withdrawn",
        "Full text not available here",
    ):
        assert phrase in index


def test_each_side_of_a_relation_names_the_other(fictional_site: Path) -> None:
    for opinion in opinions(fictional_site):
        for relation in opinion["opinions"]:
            earlier = page(fictional_site, f"opinions/{relation['opinion']}")
            assert any(opinion["url"] in link for link in earlier.xpath("//a/@href"))


def test_a_canon_counts_the_opinions_on_it_and_its_parts(fictional_site: Path) -> None:
    rows = csv.DictReader(
        (fictional_site / "data/citations.csv").read_text("utf-8-sig").splitlines()
    )
    index = {row["opinion"] for row in rows if (row["kind"], row["cited"]) == ("standard", "3")}
    assert f"Canon 3 {len(index)} opinions" in text(page(fictional_site, "standards/3"))
    (row,) = page(fictional_site, "authorities").xpath("//tr[th/a[.='Canon 3']]")
    subject, _, count = row.xpath("td")
    assert (text(subject), text(count)) == ("Duty 3", f"{len(index)} with parts")


def test_each_answer_on_the_page_of_a_canon_stands_below_its_question(fictional_site: Path) -> None:
    canon = page(fictional_site, "standards/3")
    asked = {
        f"../../{opinion['url']}#issue-{issue['id']}": issue["question"]
        for opinion in opinions(fictional_site)
        for issue in opinion["issues"]
    }
    blocks = canon.xpath("//div[@class='row-found']")
    assert len(blocks) > 3
    for block in blocks:
        (link,) = block.xpath("p[@class='row-question']/a")
        assert text(link) == asked[link.get("href")]
        assert all("row-answer" in answer.get("class") for answer in block.xpath("p")[1:])
    assert not canon.xpath("//p[contains(@class, 'row-answer')][not(parent::*/p/a)]")


def test_two_wordings_are_compared_if_both_are_known(fictional_site: Path) -> None:
    compared = [
        opinion["url"]
        for opinion in opinions(fictional_site)
        if "approved" in opinion
        and any(citation["pinpoint"] == "(a)" for citation in opinion["cites"])
    ]
    then = page(fictional_site, compared[0]).xpath("//section[h2/@id='then-and-now']")[0]
    assert [ins.text.strip() for ins in then.iter("ins")][:1] == ["or in writing"]


def test_a_body_is_called_by_its_own_names_only(fictional_site: Path) -> None:
    opinion = text(page(fictional_site, "opinions/1996/01"))
    assert "Formal Opinion 1996-01 · Tidewater Council" in opinion
    assert "Canon" in opinion
    assert "Tide. Council, Formal Op. 1 (1996), https://council.example.org/opinions/" in opinion
    for foreign in ("Advisory Opinion", "N.C.", "Dispute Resolution"):
        assert foreign not in opinion.replace("Advisory Opinions", "")


def test_a_related_opinion_names_its_reason(fictional_site: Path) -> None:
    rail = text(page(fictional_site, "opinions/1996/13"))
    assert "Also cites Canon" in rail
    assert "on Topic" in rail
