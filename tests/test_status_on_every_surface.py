"""Every file and page of a site gives an opinion, an answer or a paragraph the same status."""

import csv
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

Opinion = dict[str, Any]

UNCHANGED = {"current", "no_later_change_recorded", "later_opinions_not_checked"}
CHANGED_BY_OPINIONS = {"modified", "superseded"}
ENDED_OR_CHANGED = {*CHANGED_BY_OPINIONS, "withdrawn"}
ELSEWHERE = re.compile("(; )?elsewhere, the opinion was .*? by [^;]*(?(1)|; )")
"""What a paragraph or an answer that stands alone says of others."""
NO_TEXT = "Full text not available here"
LAW_IN_SHORT = re.compile("Law (renumbered|reformatted|changed|may have changed)( and .*)? since ")
NO_CHANGE = re.compile(r"^no later change recorded( \(later history not (fully )?checked\))?; ")


@cache
def opinions(site: Path) -> list[Opinion]:
    """Return the opinions in `opinions.json`, whose status all others are compared with."""
    data: list[Opinion] = json.loads((site / "data/opinions.json").read_text(encoding="utf-8"))
    return data


def held(site: Path) -> list[Opinion]:
    return [opinion for opinion in opinions(site) if opinion["paragraphs"]]


@cache
def rows(site: Path, name: str) -> list[dict[str, str]]:
    with (site / f"data/{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def status_of(data: Opinion | dict[str, str], prefix: str = "") -> tuple[str, str]:
    return data[f"{prefix}status"], data[f"{prefix}status_label"]


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def page(site: Path, opinion: Opinion) -> html.HtmlElement:
    return html.fromstring((site / opinion["url"] / "index.html").read_text(encoding="utf-8"))


def marks(element: html.HtmlElement) -> list[str]:
    """Return the statuses in a part of a page."""
    return [words(mark) for mark in element.xpath(".//*[contains(@class, 'status ')]")]


def marks_of_answer(holding: dict[str, str]) -> list[str]:
    """Return the marks of an answer: whether it ended, and what else its opinion does not say."""
    ended = holding["status"] in {"superseded", "withdrawn"}
    return [
        *([holding["status"].capitalize()] if ended else []),
        *filter(None, [holding.get("mark")]),
    ]


def only_of_opinion(label: str) -> set[str]:
    """Return the label as it is worded for the opinion alone; a name keeps its capital."""
    return {f"The opinion: {words}" for words in (label, f"{label[0].lower()}{label[1:]}")}


def law_of_answer(label: str) -> set[str]:
    """Return the label as it is worded for the answer alone; a name keeps its capital."""
    return {f"This answer: {words}" for words in (label, f"{label[0].lower()}{label[1:]}")}


def in_a_citation(label: str) -> str:
    """Return what the note in a citation says of a status: only what happened."""
    return NO_CHANGE.sub("", label.lower())


def test_the_collection_has_statuses_of_every_kind(fictional_site: Path) -> None:
    found = {opinion["status"] for opinion in opinions(fictional_site)}
    assert {"modified", "superseded", "withdrawn", "text_not_held"} <= found
    labels = " ".join(row["status_label"] for row in rows(fictional_site, "paragraphs"))
    assert "as to ¶" in labels
    assert "cited in ¶" in labels
    assert "elsewhere, the opinion was" in labels.lower()


def test_the_page_of_an_opinion_and_the_tables_give_its_status(fictional_site: Path) -> None:
    of_rows = {row["url"]: status_of(row) for row in rows(fictional_site, "opinions")}
    for opinion in opinions(fictional_site):
        code, label = status_of(opinion)
        assert of_rows[opinion["url"]] == (code, label)
        shown = page(fictional_site, opinion)
        (description,) = shown.xpath("//meta[@name='description']/@content")
        assert description.startswith(f"{label}.")
        at_top = [words(bar) for bar in shown.find_class("standing")]
        for bar in at_top:
            begins = bar.partition("; law ")[0].partition(" Does it")[0].partition(" Reason")[0]
            assert label.startswith(begins) or LAW_IN_SHORT.match(bar)
        in_full = shown.find_class("still-holds") if at_top else shown.find_class("facts")
        assert marks(in_full[0])[0] == label if in_full else at_top[0].startswith(label)
        reports = (
            json.loads(data.text) for data in shown.xpath("//script[@type='application/ld+json']")
        )
        works = [work["creativeWorkStatus"] for work in reports if work["@type"] == "Report"]
        assert works == [label]
        if code not in {*UNCHANGED, "text_not_held"}:
            assert in_a_citation(label) in opinion["citation"].lower()


def test_the_other_files_of_an_opinion_give_its_status(fictional_site: Path) -> None:
    for_models = (fictional_site / "llms.txt").read_text(encoding="utf-8")
    for opinion in held(fictional_site):
        label = opinion["status_label"]
        assert f"({opinion['url']}opinion.md): {label}\n" in for_models
        akoma_ntoso = (fictional_site / opinion["url"] / "opinion.akn.xml").read_text("utf-8")
        assert f">{label}</" in akoma_ntoso


def test_an_answer_has_the_same_status_on_the_page_and_in_the_tables(fictional_site: Path) -> None:
    of_rows: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows(fictional_site, "holdings"):
        of_rows[row["opinion"]].append(status_of(row))
        assert row["opinion_status"]
    keys = {row["url"]: row["id"] for row in rows(fictional_site, "opinions")}
    for opinion in held(fictional_site):
        answers = [status_of(holding) for holding in opinion["holdings"]]
        assert of_rows[keys[opinion["url"]]] == answers
        shown = page(fictional_site, opinion)
        is_treated_alike = not any("mark" in holding for holding in opinion["holdings"])
        for holding in opinion["holdings"]:
            on_page = marks(shown.get_element_by_id(f"holding-{holding['id']}"))
            of_law = law_of_answer(holding["status_label"]) if is_treated_alike else set()
            assert [mark for mark in on_page if mark not in of_law] == marks_of_answer(holding)
            assert of_law & {*on_page} or not (is_treated_alike and "law" in holding["status"])


def test_an_answer_has_a_mark_beside_its_opinion_if_a_later_opinion_treated_it_differently(
    fictional_site: Path,
) -> None:
    for opinion in held(fictional_site):
        for holding in opinion["holdings"]:
            mark = holding.get("mark", "")
            is_unlike = holding["status"] != opinion["status"]
            assert mark or not (is_unlike and opinion["status"] in CHANGED_BY_OPINIONS)
            what = mark.removeprefix("This answer: ")
            if what.startswith("no change by a later opinion recorded; "):
                assert "law" in holding["status"]
            for part in what.removeprefix("no change by a later opinion recorded; ").split("; "):
                assert part.lower() in holding["status_label"].lower()


def test_lists_have_the_marks_of_each_opinion_and_its_answers(fictional_site: Path) -> None:
    marked = set()
    for opinion, row in rows_of_lists(fictional_site):
        label = opinion["status_label"]
        of_opinion = {label, *only_of_opinion(label)}
        answers = [each for each in opinion["holdings"] if each["text"] in words(row)]
        of_answers = {mark for each in answers for mark in marks_of_answer(each)}
        labels = {each["status_label"] for each in answers}
        shown = set(marks(row)) - {NO_TEXT}
        assert shown <= of_opinion | of_answers | labels
        if opinion["status"] not in {*UNCHANGED, "text_not_held"}:
            assert shown & (of_opinion | labels)
            marked.add(opinion["status"])
    assert {"modified", "superseded", "withdrawn"} <= marked


def test_a_list_gives_no_answer_the_status_of_its_opinion(fictional_site: Path) -> None:
    unlike = 0
    for opinion, row in rows_of_lists(fictional_site):
        label, shown = opinion["status_label"], set(marks(row)) - {NO_TEXT}
        answers = [each for each in opinion["holdings"] if each["text"] in words(row)]
        if any(each["status_label"] != label for each in answers):
            assert label not in shown or label in {each["status_label"] for each in answers}
            unlike += 1
        for holding in answers:
            own = {holding["status_label"], *marks_of_answer(holding)}
            assert own & shown or holding["status"] in UNCHANGED
    assert unlike


def test_a_list_tells_each_change_of_law_that_no_answer_in_the_row_names(real_site: Path) -> None:
    told = 0
    for opinion, row in rows_of_lists(real_site):
        answers = [each for each in opinion["holdings"] if each["text"] in words(row)]
        beside = [set(each.get("law_beside", ())) for each in answers]
        if answers and set.intersection(*beside):
            label = opinion["status_label"]
            assert {label, *only_of_opinion(label)} & {*marks(row)}
            told += 1
    assert told


def rows_of_lists(site: Path) -> Iterator[tuple[Opinion, html.HtmlElement]]:
    """Yield each row of a list, with the opinion that it is about."""
    by_url = {opinion["url"]: opinion for opinion in opinions(site)}
    for name in ("", "opinions", "questions", "standards", "statutes", "rules", "topics"):
        for path in (site / name).glob("**/index.html" if name else "index.html"):
            folder = path.parent.relative_to(site).as_posix()
            rows_of_page = html.fromstring(path.read_text(encoding="utf-8")).xpath(
                "//ul[@class='rows' or @class='events' or @class='featured']/li | //tbody/tr"
            )
            for row in rows_of_page:
                links = [link.partition("#")[0] for link in row.xpath(".//a/@href")]
                urls = [f"{posixpath.normpath(posixpath.join(folder, link))}/" for link in links]
                for url in [url for url in urls if url in by_url][:1]:
                    yield by_url[url], row


def test_a_cite_check_in_the_browser_gives_the_status_of_each_paragraph_and_answer(
    fictional_site: Path,
) -> None:
    keys = {row["id"]: row["url"] for row in rows(fictional_site, "opinions")}
    paragraphs: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for row in rows(fictional_site, "paragraphs"):
        paragraphs[keys[row["opinion"]]][row["paragraph"]] = status_of(row)
    for opinion in held(fictional_site):
        year, name = opinion["id"].split("/")
        checked = json.loads((fictional_site / f"cite-check/{year}.json").read_text("utf-8"))
        whole, _, _, own, answers = checked[str(int(name))]
        assert _said(whole) == _lowered(status_of(opinion))
        for number, status in paragraphs[opinion["url"]].items():
            assert _said(own.get(number, whole)) == _lowered(status)
        for holding in opinion["holdings"]:
            code, said = _said(answers[holding["id"]] or whole)
            is_beside = (
                opinion["status"] == "modified" and holding["status"] not in ENDED_OR_CHANGED
            )
            assert bool(ELSEWHERE.search(said)) == is_beside
            if code == "modified_elsewhere":
                assert holding["status"] in UNCHANGED
                code = holding["status"]
            own = ELSEWHERE.sub("", said).replace(" for this part", "")
            assert (code, own) == _lowered(status_of(holding))


def _said(standing: list[Any]) -> tuple[str, str]:
    code, changes, *_ = standing
    return code, "; ".join(change[0] for change in changes).lower()


def _lowered(status: tuple[str, str]) -> tuple[str, str]:
    code, label = status
    return code, label.lower()
