"""The bar of a preview that says what is wrong."""

from pathlib import Path

import pytest
from lxml import html

from corpus.build.problem_bar import MAX_FINDINGS, add_problem_bar
from corpus.build.site import SiteNotBuiltError
from corpus.checks.runner import check
from corpus.findings import Finding, Level, Location
from factories import ATTACK, read_corpus, record_text

PAGE = '<!doctype html><html><head><title>T</title></head><body class="x"><h1>A</h1></body></html>'


def bar_of(problem: SiteNotBuiltError) -> html.HtmlElement:
    page = html.document_fromstring(add_problem_bar(PAGE, "../", problem, "The last pages."))
    assert page.findtext(".//h1") == "A"
    return page.body[0]


def test_the_bar_has_place_mistake_and_remedy_of_each_finding(tmp_path: Path) -> None:
    wrong = record_text().replace("[confidentiality]", "[unknown-topic]")
    findings = check(read_corpus(tmp_path, {"opinions/2003/05.md": wrong}))
    bar = bar_of(SiteNotBuiltError(findings=findings))
    assert bar.findtext(".//summary") == "1 error, 0 warnings"
    (item,) = bar.iter("li")
    words = " ".join(item.text_content().split())
    assert words.startswith("opinions/2003/05.md:6 Error OP112")
    assert "unknown-topic" in words
    assert words.endswith("Use an ID from opinions/topics.yml, or add the topic there first.")
    assert bar.find("link").get("href") == "../assets/css/preview.css"


def test_the_bar_shows_a_message_without_findings() -> None:
    bar = bar_of(SiteNotBuiltError("home: the link x leads nowhere\nabout/: another"))
    assert bar.findtext(".//summary") == "The site cannot be published"
    assert bar.findtext(".//pre") == "home: the link x leads nowhere\nabout/: another"


def test_errors_come_first_and_a_long_list_is_cut() -> None:
    def finding(line: int, level: Level) -> Finding:
        return Finding(Location("a.md", line), "OP999", "name", level, f"No. {line}", "Mend it.")

    warnings = [finding(line, Level.WARNING) for line in range(1, MAX_FINDINGS + 3)]
    bar = bar_of(SiteNotBuiltError(findings=[*warnings, finding(999, Level.ERROR)]))
    items = list(bar.iter("li"))
    assert "No. 999" in items[0].text_content()
    assert len(items) == MAX_FINDINGS
    assert "There are 3 more." in bar.text_content()


@pytest.mark.parametrize("words", [ATTACK, "`<script>alert(1)</script>`", "\\1 </body> </aside>"])
def test_no_word_of_a_message_becomes_markup(words: str) -> None:
    attacked = bar_of(_everywhere(words))
    plain = bar_of(_everywhere("`x`" if "`" in words else "x"))
    assert [element.tag for element in attacked.iter()] == [element.tag for element in plain.iter()]


def _everywhere(words: str) -> SiteNotBuiltError:
    finding = Finding(Location(words), "OP999", words, Level.ERROR, words, words)
    return SiteNotBuiltError(words, [finding])
