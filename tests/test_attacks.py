"""No attack gets past the rules, or does anything in what is made of it but the pages themselves.

What browsers do with the pages is in `browser/test_attacks.py`.
"""

import csv
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import feedparser
import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import etree, html
from markdown_it import MarkdownIt

import factories
from attacked_corpus import FIRST_NUMBER, files_with_attacks, numbered_attacks
from attacks import ATTACKS, Attack
from corpus.build.effects import as_markdown, effects
from corpus.checks.report import SHOWN_BY_GITHUB, as_github, as_summary, as_text
from corpus.checks.runner import check
from corpus.findings import Finding, Level
from factories import read_corpus

NAMES = [f"{one.where}: {one.name}" for one in ATTACKS]
HARMLESS = [one for one in ATTACKS if not one.refused]
RECORDS = {path for path in files_with_attacks(HARMLESS) if path.startswith("opinions/2003/")}
OPINIONS = len(RECORDS) + 1
"""Those with attacks, and the sound one."""

COMMAND = re.compile(r"::(error|warning) file=[^,\n]*,line=\d+,col=\d+,title=OP\d{3}[^:,\n]*::.+")


def test_the_table_is_long_and_says_nothing_twice() -> None:
    assert len(ATTACKS) >= 200
    assert len(set(ATTACKS)) == len({(one.name, one.where) for one in ATTACKS}) == len(ATTACKS)


@pytest.mark.parametrize("attack", ATTACKS, ids=NAMES)
def test_an_attack_is_refused_by_its_rule_or_is_only_words(tmp_path: Path, attack: Attack) -> None:
    found = check(read_corpus(tmp_path, files_with_attacks([attack])))
    codes = {one.code for one in found if one.level is Level.ERROR}
    if attack.refused:
        assert any(code.startswith(attack.refused) for code in codes), codes
    else:
        assert codes == set()
    assert all(map(str.isprintable, as_text(found).split("\n")))
    assert as_text(found).count("\n") == 2 * len(found)
    assert_only_annotations(found)
    assert_only_a_table(found)


def assert_only_annotations(found: Sequence[Finding]) -> None:
    """GitHub is told of the findings, and of nothing that an attack has to tell it."""
    *lines, total = as_github(found).split("\n")
    assert len(lines) == min(len(found), SHOWN_BY_GITHUB)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert re.fullmatch(r"\d+ errors?, \d+ warnings?", total)


def assert_only_a_table(found: Sequence[Finding]) -> None:
    """The summary of the job has the rows of its table, and words in them."""
    shown = markdown(as_summary(found))
    allowed = {"html", "body", "h2", "table", "thead", "tbody", "tr", "th", "td"}
    assert {one.tag for one in shown.iter(etree.Element)} <= allowed
    assert len(shown.findall(".//tbody/tr")) == len(found)


def markdown(words: str) -> html.HtmlElement:
    read = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return html.document_fromstring(read.render(words))


def test_nothing_of_an_attack_is_markup_in_a_pull_request(tmp_path: Path) -> None:
    before = factories.read_valid_corpus(tmp_path / "before")
    after = factories.read_valid_corpus(tmp_path / "after", files_with_attacks(HARMLESS))
    told = as_markdown(effects(before, after))
    shown = markdown(told)
    allowed = {"html", "body", "h2", "details", "summary", "ul", "li"}
    assert {one.tag for one in shown.iter(etree.Element)} <= allowed
    assert not [one for one in shown.iter(etree.Element) if one.attrib]
    assert re.search(r"@\w|(?<!&)#\d|\w://|www\.", told) is None


def test_the_words_of_an_attack_are_shown_as_they_were_written(attacked_site: Path) -> None:
    shown = ("title", "summary", "question", "answer", "withdrawn", "source")
    for number, attack in numbered_attacks(HARMLESS):
        if attack.where in shown:
            path = attacked_site / f"opinions/2003/{number}/index.html"
            page = html.document_fromstring(path.read_text(encoding="utf-8"))
            words = " ".join(page.body.text_content().split())
            assert " ".join(attack.text.split()) in words, (attack, path)


def files(site: Path, pattern: str) -> Iterator[Path]:
    found = sorted(site.rglob(pattern))
    assert found
    yield from found


def test_every_feed_can_be_read_and_has_its_own_entries_alone(attacked_site: Path) -> None:
    for path in files(attacked_site, "feed.xml"):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo, path
        assert "evil.example" not in "".join(one.get("link", "") for one in feed.entries)
        tree = etree.parse(path)
        assert {etree.QName(one).localname for one in tree.iter(etree.Element)} <= {
            *("feed", "entry", "id", "title", "updated", "published", "link", "summary"),
            *("author", "name", "content", "generator", "subtitle", "category", "rights"),
        }
    whole = feedparser.parse((attacked_site / "feed.xml").read_bytes())
    assert len({one.id for one in whole.entries}) == len(whole.entries)


def test_linked_data_says_what_is_said_of_the_opinion(attacked_site: Path) -> None:
    for number in range(FIRST_NUMBER, FIRST_NUMBER + len(RECORDS)):
        path = attacked_site / f"opinions/2003/{number}/index.html"
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        (data,) = tree.xpath("//script/text()")
        assert json.loads(data)["reportNumber"] == str(number)


def test_reference_managers_read_as_many_opinions_as_there_are(attacked_site: Path) -> None:
    data = attacked_site / "data"
    entries = parse_string((data / "opinions.bib").read_text(encoding="utf-8")).entries
    assert len(entries) == OPINIONS
    assert {one.entry_type for one in entries} == {"techreport"}
    assert {one["year"] for one in entries} == {"2003"}
    references = rispy.loads((data / "opinions.ris").read_text(encoding="utf-8"))
    assert len(references) == OPINIONS
    assert {one["type_of_reference"] for one in references} == {"RPRT"}
    assert len(json.loads((data / "opinions.csl.json").read_text(encoding="utf-8"))) == OPINIONS


def test_a_table_has_its_rows_and_no_formula(attacked_site: Path) -> None:
    for path in files(attacked_site, "*.csv"):
        with path.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.reader(opened))
        assert {len(row) for row in rows} == {len(rows[0])}
        for cell in (cell for row in rows for cell in row):
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r")), path
    assert len((attacked_site / "data/opinions.csv").read_text().splitlines()) == 1 + OPINIONS


def test_a_program_reads_as_many_opinions_as_there_are(attacked_site: Path) -> None:
    told = json.loads((attacked_site / "data/opinions.json").read_text(encoding="utf-8"))
    assert len(told) == OPINIONS
    withdrawn = sum(one.where == "withdrawn" for one in HARMLESS)
    statuses = [one["status"] for one in told]
    assert statuses.count("withdrawn") == withdrawn
    assert statuses.count("current") == OPINIONS - withdrawn
    guide = (attacked_site / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("- [") for line in guide) == OPINIONS + 2
    etree.parse(attacked_site / "sitemap.xml")
