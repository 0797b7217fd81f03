"""Rules refuse an attack, or it is only text in messages, feeds, exports and pages.

`browser/test_attacks.py` opens the pages in a browser.
"""

import csv
import json
import re
from collections.abc import Sequence
from pathlib import Path

import feedparser
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import etree, html
from markdown_it import MarkdownIt

import factories
from attacked_corpus import FIRST_NUMBER, files_with_attacks, numbered_attacks
from attacks import ATTACKS, HARMLESS_ATTACKS, Attack
from corpus.checks.report import SHOWN_BY_GITHUB, as_github, as_summary, as_text
from corpus.checks.runner import check
from corpus.findings import Finding, Level
from corpus.review.comment.effects_report import as_markdown
from corpus.review.effects import effects
from factories import read_corpus

NAMES = [f"{attack.place}: {attack.name}" for attack in ATTACKS]
ATTACKED_RECORDS = [
    path for path in files_with_attacks(HARMLESS_ATTACKS) if path.startswith("opinions/2003/")
]
OPINION_COUNT = len(ATTACKED_RECORDS) + 1
"""The opinions with attacks and the one without."""

COMMAND = re.compile(r"::(error|warning) file=[^,\n]*,line=\d+,col=\d+,title=OP\d{3}[^:,\n]*::.+")


def test_there_are_many_attacks_and_no_duplicates() -> None:
    assert len(ATTACKS) >= 200
    assert len(set(ATTACKS)) == len({attack[:2] for attack in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_an_attack_is_refused_by_its_rule_or_is_only_text(tmp_path: Path, attack: Attack) -> None:
    findings = check(read_corpus(tmp_path, files_with_attacks([attack])))
    codes = {finding.code for finding in findings if finding.level is Level.ERROR}
    if attack.refused_by:
        assert any(code.startswith(attack.refused_by) for code in codes), codes
    else:
        assert codes == set()
    assert all(map(str.isprintable, as_text(findings).split("\n")))
    assert as_text(findings).count("\n") == 2 * len(findings)
    assert_only_annotations(findings)
    assert_only_a_table(findings)


def assert_only_annotations(findings: Sequence[Finding]) -> None:
    """Assert that GitHub gets one command for each finding, and none from an attack."""
    *lines, total = as_github(findings).split("\n")
    assert len(lines) == min(len(findings), SHOWN_BY_GITHUB)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?", total)


def assert_only_a_table(findings: Sequence[Finding]) -> None:
    """Assert that the summary of the job is one table with a row for each finding."""
    summary = parse_markdown(as_summary(findings))
    allowed = {"html", "body", "h2", "table", "thead", "tbody", "tr", "th", "td"}
    assert {element.tag for element in summary.iter(etree.Element)} <= allowed
    assert len(summary.findall(".//tbody/tr")) == len(findings)


def parse_markdown(text: str) -> html.HtmlElement:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return html.document_fromstring(parser.render(text))


OWN_EMPHASIS = re.compile(
    "(?:Heading line|Approval line|Title|Approved|Summary|Cites|Earlier opinion|Question|Answer)"
    "( |$)|(?:Topics|Programs|Other forms of its number)$"
    "|(?:Compare it with the source|Every page can change|[a-z0-9_.]+)$"
    "|The (?:(?:short )?name(?: in citations)?|citation|number|(?:short )?address)$"
)


SOURCE_LINK = r"\[Minutes\]\(https://board\.example\.org/[^\s()<\"]*\)"
"""The link to the source of a new opinion, with nothing in it that ends it early."""


def test_no_attack_is_markup_in_a_pull_request(tmp_path: Path) -> None:
    before = factories.read_valid_corpus(tmp_path / "before")
    after = factories.read_valid_corpus(tmp_path / "after", files_with_attacks(HARMLESS_ATTACKS))
    comment = re.sub(SOURCE_LINK, "a link", as_markdown(effects(before, after)))
    elements = list(parse_markdown(comment).iter(etree.Element))
    allowed = {"html", "body", "h2", "h3", "p", "blockquote", "details", "summary", "ul", "li"}
    allowed |= {"del", "ins", "strong", "span"}  # a dollar sign stands in a span
    assert {element.tag for element in elements} <= allowed
    strong = [element.text_content() for element in elements if element.tag == "strong"]
    assert [words for words in strong if not OWN_EMPHASIS.match(words)] == []
    assert {attribute for element in elements for attribute in element.attrib} <= {"open"}
    assert re.search(r"@\w|(?<!&)#\d|\w://|www\.", comment) is None


def test_the_text_of_an_attack_is_shown_as_written(attacked_site: Path) -> None:
    places = ("title", "summary", "question", "answer", "withdrawn", "source")
    for number, attack in numbered_attacks(HARMLESS_ATTACKS):
        if attack.place in places:
            path = attacked_site / f"opinions/2003/{number}/index.html"
            page = html.document_fromstring(path.read_text(encoding="utf-8"))
            text = " ".join(page.body.text_content().split())
            assert " ".join(attack.text.split()) in text, (attack, path)


def files(site: Path, pattern: str) -> list[Path]:
    paths = sorted(site.rglob(pattern))
    assert paths
    return paths


def test_every_feed_is_well_formed_and_has_only_its_own_entries(attacked_site: Path) -> None:
    for path in files(attacked_site, "feed.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert "evil.example" not in "".join(entry.get("link", "") for entry in feed.entries)
        tree = etree.parse(path)
        assert {etree.QName(element).localname for element in tree.iter(etree.Element)} <= {
            *("feed", "entry", "id", "title", "updated", "published", "link", "summary"),
            *("author", "name", "content", "generator", "subtitle", "category", "rights"),
        }
    entries = feedparser.parse((attacked_site / "feed.xml").read_bytes()).entries
    assert len({entry.id for entry in entries}) == len(entries)


def test_linked_data_names_the_number_of_its_opinion(attacked_site: Path) -> None:
    for number in range(FIRST_NUMBER, FIRST_NUMBER + len(ATTACKED_RECORDS)):
        path = attacked_site / f"opinions/2003/{number}/index.html"
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        (data,) = tree.xpath("//script/text()")
        assert json.loads(data)["reportNumber"] == str(number)


def test_reference_managers_read_every_opinion_once(attacked_site: Path) -> None:
    data = attacked_site / "data"
    entries = parse_string((data / "opinions.bib").read_text(encoding="utf-8")).entries
    assert len(entries) == OPINION_COUNT
    assert {entry.entry_type for entry in entries} == {"techreport"}
    assert {entry["year"] for entry in entries} == {"2003"}
    references = rispy.loads((data / "opinions.ris").read_text(encoding="utf-8"))
    assert len(references) == OPINION_COUNT
    assert {reference["type_of_reference"] for reference in references} == {"RPRT"}
    assert (
        len(json.loads((data / "opinions.csl.json").read_text(encoding="utf-8"))) == OPINION_COUNT
    )


def test_tables_have_their_own_rows_and_no_formulas(attacked_site: Path) -> None:
    for path in files(attacked_site, "*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        assert {len(row) for row in rows} == {len(rows[0])}
        for cell in (cell for row in rows for cell in row):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")), path
    assert len((attacked_site / "data/opinions.csv").read_text().splitlines()) == 1 + OPINION_COUNT


def test_programs_read_every_opinion_once_with_its_own_status(attacked_site: Path) -> None:
    opinions = json.loads((attacked_site / "data/opinions.json").read_text(encoding="utf-8"))
    assert len(opinions) == OPINION_COUNT
    withdrawn = sum(attack.place == "withdrawn" for attack in HARMLESS_ATTACKS)
    statuses = [opinion["status"] for opinion in opinions]
    assert statuses.count("withdrawn") == withdrawn
    assert (
        statuses.count("withdrawn")
        + sum(
            statuses.count(status)
            for status in (
                "later_opinions_not_checked",
                "law_changed_since",
                "law_renumbered_since",
            )
        )
        == OPINION_COUNT
    )
    guide = (attacked_site / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("- [") for line in guide) == OPINION_COUNT + 2
    etree.parse(attacked_site / "sitemap.xml")
