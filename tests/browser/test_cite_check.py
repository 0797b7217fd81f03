"""The page that checks the citations of a letter, in the reader's browser."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from analysis.test_cite_check import (
    ADOPTED_LAW,
    ADOPTIONS,
    DAMAGED,
    DAYS,
    LATER_PLACES,
    OLD_LAW,
    OLD_NUMBERS,
    PARAGRAPHS,
    PART_RANGES,
    RANGES,
    REPEALED_LAW,
    REPEALS,
    RUNNING_ON,
)
from analysis.test_cite_check import FILES as OPINIONS
from analysis.test_printed_citations import FILES as PRINTED
from analysis.test_printed_citations import printed
from browser.conftest import Visitor
from browser.windows import NARROW, Windows
from corpus.analysis.cite_check import CheckedCitation, check_citations
from corpus.analysis.cite_check_formats import as_text
from corpus.analysis.standing import Standing
from corpus.build.site import build_site
from devtools.bench.browser import serve_folder
from factories import (
    COMMISSION,
    STANDARD,
    catalog_record,
    full_record,
    index_of,
    read_valid_corpus,
    standard_text,
    write_corpus,
)

LAW = {Standing.LAW_CHANGED, Standing.LAW_RENUMBERED, Standing.LAW_MAY_HAVE_CHANGED}
DRAFT = full_record(3, 2012, "stage: draft\n").replace("approved: 2012-06-01\n", "")
RENUMBERED_STANDARD = standard_text(
    "id: 20\nroman: XX\neditions:\n"
    "  - {effective: 2020-03-15, verb: renumbered, event: Renumbered, source: {title: Minutes}}\n"
)
SEPARATE_OPINIONS = "separate_opinions: {dissent: [Dissent]}\n"
DISSENT = "It may.\n\n## Dissent\n\nOnly a neighbor may."
ENDED = "withdrawn: {on: 2016-05-06, reason: It was wrong.}"
FILES = {
    **OPINIONS,
    **REPEALED_LAW,
    **ADOPTED_LAW,
    **OLD_LAW,
    "standards/commission.yml": f"{OLD_LAW['standards/commission.yml']}{SEPARATE_OPINIONS}",
    "standards/20.md": RENUMBERED_STANDARD,
    "opinions/2012/03.md": DRAFT,
    "opinions/2012/20.md": full_record(20, 2012, 'standards: ["20(c)"]', "It may, Standard 20(c)."),
    "opinions/2012/21.md": full_record(
        21, 2012, "corrections: [{on: 2013-05-05, at: [1], what: A word was missing.}]"
    ),
    "opinions/2012/23.md": full_record(23, 2012, ENDED),
    "opinions/2012/25.md": full_record(25, 2012),
    "opinions/2014/24.md": catalog_record(
        24,
        2014,
        "opinions: [{cites: 2012/23, effect: modifies}, {cites: 2012/25, effect: modifies}]",
    ),
    "opinions/2018/26.md": catalog_record(
        26,
        2018,
        "opinions: [{cites: 2012/25, effect: supersedes}, "
        "{cites: 2012/27, effect: supersedes, holding: 1}]",
    ),
    "opinions/2012/27.md": full_record(
        27,
        2012,
        "holdings:\n  - {id: 1, answers: 1, text: It may., at: [2]}\n"
        "  - {id: 2, answers: 1, text: It must., at: [2]}\n",
    ),
    "opinions/2012/28.md": full_record(28, 2012, "", DISSENT),
    "opinions/2012/29.md": full_record(29, 2012, ENDED, DISSENT),
    "opinions/2020/22.md": full_record(
        22, 2020, 'approved: 2020-03\nstandards: ["20(c)"]', "It may, Standard 20(c)."
    ),
}
"""Opinions of every standing except `current`, and the draft of one."""
LETTER = """\
Dear Ms. Hart,

AO 6 (2004), AO 8 (2005), Advisory Opinion 9 (2006) and AO 7 (2004) are old; AO 44 (2019) and
AO 45 (1950), and AO 78 (2099), are unknown. AO 3 (2012) is a draft. *Standard III(C)*,
Standard 3(a) and Standard 3 hold, but Standard 9 is not here.
See Harbor Stat. § 7A-38.2(b), Pier Rule 4(f) and AO 5 (2003).
AO 20 (2012), AO 21 (2012) and AO 22 (2020) hold.

AO 28 (2012), ¶ 1; AO 28 (2012), ¶ 3; AO 29 (2012), ¶ 3 is in the dissent, and ¶ 4 is not there.

AO 21 (2012), ¶ 1; AO 21 (2012), ¶ 2; AO 23 (2012) and AO 25 (2012) ended.
AO 27 (2012), answer 1; AO 27 (2012), answers 1-2; AO 27 (2012), ¶ 2; AO 27 (2012), answer 3;
AO 27, answers 2-3 (2012); AO 27 (2012), ¶¶ 1 and 5 (2003); AO 27 (2012), ¶ 1, and 5 (2003).

AO 5 (2003), ¶ 1; AO 5 (2003) at ¶ 2; not AO 5 (2003) ¶ 55.

> Id. says \U0001f600 that Standard is clear. AO 77 is not. Harbor Stat. § 7A-38.2.(b)

Advisory Op. 5, ¶ 1 (2003); AO 5, paragraph 2; AO 5 (2003), ¶¶ 1-2; AO 5 (2003), ¶1-¶2.

- AO 5 (2003)
- AO 7 (2004), and Standards 3-5

In *Lake Guild* AO 5 (1988) and Standard 3 of the Hill Guild, nothing is checked.
"""
NOT_CHECKED = (
    "2 citations of other bodies’ documents were not checked: *Lake Guild* AO 5 (1988); "
    "Standard 3 of the Hill Guild."
)
LETTER += "".join(
    f"\nIn {words} hold so.\n"
    for words in (
        *RANGES,
        *(words for words, _ in PARAGRAPHS),
        *PART_RANGES,
        *DAMAGED,
        *(words for words, *_ in DAYS),
        *(words for words, *_ in OLD_NUMBERS),
        *(words for words, _ in LATER_PLACES),
        *(f"Harbor Stat. § {section}" for section, *_ in (*REPEALS, *ADOPTIONS)),
    )
)


@pytest.fixture(scope="module")
def checked_site(windows: Windows, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """A visitor of a site with opinions of every standing."""
    paths = write_corpus(tmp_path_factory.mktemp("checked"), FILES)
    build_site(paths, paths.site, print)
    with serve_folder(paths.site) as address:
        yield Visitor(windows, address)


def in_python(root: Path, text: str, written: date | None = None) -> tuple[CheckedCitation, ...]:
    """Return what `cite check` says."""
    return check_citations(text, index_of(read_valid_corpus(root, FILES)), written)


ROWS = """
(items) => items.flatMap((item) => {
  const titles = [...item.querySelectorAll(".row-title")].map(({ innerText }) => innerText);
  return [...item.querySelectorAll(".row-about, .row-note:not(:has(+ .row-about))")]
    .map(({ innerText }) => [titles.join(" and "), innerText]);
})
"""
"""Returns the words of each citation on the page, and what stands below its facts."""

FACTS = """
(facts) => facts.map((fact) => [
  fact.innerText,
  [...fact.querySelectorAll("a")].map((link) => link.getAttribute("href")),
])
"""
"""Returns the words of the facts of each citation, and where their links lead."""


def rows(page: Page) -> list[tuple[str, str]]:
    """Return the words of each citation on the page, and what stands below its facts."""
    found = page.locator("#citations > li").evaluate_all(ROWS)
    return [(words, below) for words, below in found]


def _is_said_by_its_mark(found: CheckedCitation) -> bool:
    """Whether the mark below the line is the whole statement."""
    begins = found.statement.lower().startswith(found.mark.lower())
    return begins or found.standing in LAW


def _mark(found: CheckedCitation) -> str:
    """The words in the mark: the statement, or a word or two above it."""
    if _is_said_by_its_mark(found):
        return found.statement
    return found.mark[0].upper() + found.mark[1:]


def _facts(citations: tuple[CheckedCitation, ...]) -> Iterator[list[str | list[str]]]:
    """What stands below each citation, with its links: the line, once for each, and the label."""
    last_line = 0
    for found in citations:
        is_in_a_range = _is_in_a_range(found, citations)
        is_new = found.line != last_line and not is_in_a_range
        said = [f"Line {found.line}" if is_new else "", found.label]
        if any(said) or is_in_a_range:
            yield ["\n".join(filter(None, said)), [f"../{found.url}"] if found.url else []]
        last_line = found.line


def _is_in_a_range(found: CheckedCitation, citations: tuple[CheckedCitation, ...]) -> bool:
    """Whether others share its place, so that they are below the words of a range."""
    return sum((found.start, found.end) == (other.start, other.end) for other in citations) > 1


def _below(found: CheckedCitation) -> str:
    """The statement; in a mark it has no period."""
    return found.statement + ("" if _is_said_by_its_mark(found) else ".")


def long_date(day: str) -> str:
    """`May 5, 2010`."""
    parsed = date.fromisoformat(day)
    return f"{parsed:%B} {parsed.day}, {parsed.year}"


def check(page: Page, text: str) -> None:
    """Paste a text and check it."""
    page.get_by_label("The text to check").fill(text)
    page.get_by_role("button", name="Check the citations").click()


@pytest.mark.parametrize("written", ["", "2003-05-05", "2010-05-05", "2015-01-01"])
def test_the_page_says_what_the_command_says(
    checked_site: Visitor, tmp_path: Path, written: str
) -> None:
    expected = in_python(tmp_path, LETTER, date.fromisoformat(written) if written else None)
    with checked_site.at("cite-check/") as page:
        page.get_by_label("Date of your document").fill(written)
        check(page, LETTER)
        of_written = f", for a document dated {long_date(written)}, from" if written else ", from"
        expect(page.locator("#checked")).to_have_text(
            re.compile(
                rf"^Checked on \w+ \d+, \d{{4}}{of_written} records whose latest opinion"
                rf".*\. {re.escape(NOT_CHECKED)}$"
            )
        )
        summary, _, totals = as_text(expected).rpartition("\n")[2].partition(": ")
        expect(page.locator("#summary")).to_have_text(summary)
        assert page.locator("#totals > li").all_inner_texts() == totals.split("; ")
        assert rows(page) == [(found.words, _below(found)) for found in expected]
        marks = page.locator("#citations .row-note").all_inner_texts()
        assert marks == [_mark(found) for found in expected]
        facts = page.locator("#citations :is(.row-facts:not(:has(+ ul)), .facts)")
        assert facts.evaluate_all(FACTS) == [*_facts(expected)]
    unused = {Standing.CURRENT}
    if "" < written < "2011-01-01":
        unused |= {Standing.REPEALED}
    if written < "2011-06-01":
        unused |= {Standing.OLD_NUMBER}
    assert {found.standing for found in expected} == {*Standing} - unused


def test_printed_citations_are_read_as_the_command_reads_them(
    windows: Windows, tmp_path: Path
) -> None:
    paths = write_corpus(tmp_path, PRINTED)
    build_site(paths, paths.site, print)
    index = index_of(read_valid_corpus(tmp_path, PRINTED))
    text = "\n\n".join(
        f"See {words}." for record in index.records for _, words in printed(record, index)
    )
    expected = check_citations(text, index)
    with serve_folder(paths.site) as address, Visitor(windows, address).at("cite-check/") as page:
        check(page, text)
        expect(page.locator("#summary")).to_have_text(f"{len(expected)} citations")
        assert rows(page) == [(found.words, _below(found)) for found in expected]


def test_search_marks_an_opinion_whose_law_may_have_changed(checked_site: Visitor) -> None:
    with checked_site.at("search/?Status=Law+may+have+changed+since") as page:
        mark = page.locator(".row-note .status")
        expect(mark).to_have_class("status law-changed")
        expect(mark).to_contain_text("not known whether before or after this opinion")


def test_the_search_says_that_a_paragraph_is_in_a_dissent(checked_site: Visitor) -> None:
    with checked_site.at("search/?q=neighbor") as page:
        excerpts = page.locator(".row-excerpt")
        expect(excerpts).to_have_count(2)
        assert [each.inner_text()[:11] for each in excerpts.all()] == ["Dissent ¶ 3"] * 2


def test_a_wrong_year_is_named_and_new_numbers_of_the_law_are_no_warning(
    windows: Windows, tmp_path: Path
) -> None:
    standard = STANDARD.replace("event: Renumbered", "verb: renumbered, event: III became 3")
    settings = f"{COMMISSION}first_number: 1\ncomplete_until: 2012-12-31\n"
    files = {"standards/3.md": standard, "standards/commission.yml": settings}
    paths = write_corpus(
        tmp_path, RUNNING_ON | files | {"opinions/2011/13.md": full_record(13, 2011)}
    )
    build_site(paths, paths.site, print)
    with serve_folder(paths.site) as address, Visitor(windows, address).at("cite-check/") as page:
        page.get_by_label("Date of your document").fill("2012-05-05")
        text = "AO 5 (2003) rests on Standard 3(c). AO 5 (2010), AO 5 (2099), AO 8 (2005)."
        check(page, f"{text} AO 13 (2011).")
        wrong = "The year may be wrong: Opinion 5 is from 2003."
        modified = "Modified by AO 12 (2010), on or before the date of your document"
        expect(page.locator("#citations .row-about")).to_have_text([wrong, wrong])
        expect(page.locator("#citations .status.modified")).to_have_text(modified)
        later = page.locator("#citations .status.modified a")
        expect(later).to_have_attribute("href", "../opinions/2010/12/")
        in_force = "In force (opinions through December 31, 2012)"
        expect(page.locator("#citations .status.current")).to_have_text(in_force)
        marks = page.locator("#citations .row-note .status:not(.modified, .unknown, .current)")
        expect(marks).to_have_count(2)
        assert {mark.get_attribute("class") for mark in marks.all()} == {"status law-renumbered"}
        page.goto(f"{address}search/?q=speaker")
        expect(page.locator(".row-note .status")).to_have_class("status law-renumbered")
        page.goto(f"{address}search/?Status=Current")
        expect(page.locator("label", has=page.locator("[value=Current]"))).to_contain_text(in_force)


def test_each_citation_is_shown_with_the_words_around_it(checked_site: Visitor) -> None:
    long = "that a mediator may not tell anybody what was said, and so does"
    with checked_site.at("cite-check/") as page:
        check(page, f"Dear Sir,\n\nWe hold, as AO 5 (2003)\ndoes, {long} AO 7 (2004) too.\n\nId.")
        around = page.locator("#citations .row-context")
        expect(around).to_contain_text(["We hold, as AO 5 (2003)", "AO 7 (2004) too.", "Id."])
        first, last, alone = around.all_inner_texts()
        assert first.endswith(" may not tell anybody what was said, …")
        assert last.startswith("… a mediator may not tell")
        assert alone == "Id."


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("See AO 5 (2003), AO 7 (2004).", []),
        ("Dear Sir,\n\nsee AO 5 (2003), AO 7 (2004).", []),
        ("AO 5 (2003), AO 7 (2004),\nand AO 6 (2004), AO 8 (2005).", ["Line 1", "Line 2"]),
    ],
)
def test_a_line_is_named_once_and_only_if_there_are_others(
    checked_site: Visitor, text: str, lines: list[str]
) -> None:
    with checked_site.at("cite-check/") as page:
        check(page, text)
        expect(page.locator("#citations .row-facts").first).to_be_visible()
        expect(page.locator("#citations .row-facts span:text-matches('^Line')")).to_have_text(lines)


def test_the_form_keeps_its_place_and_the_result_comes_into_view(checked_site: Visitor) -> None:
    with checked_site.at("", width=NARROW) as page:
        page.route("**/cite-check.js", lambda route: route.abort())
        page.goto(f"{checked_site.home}cite-check/")
        heading = page.get_by_role("heading", name="What the check says")
        before = heading.bounding_box()
        page.unroute("**/cite-check.js")
        page.reload()
        expect(page.locator("#check")).to_be_visible()
        assert heading.bounding_box() == before
        check(page, LETTER)
        page.locator("#citations > li").first.wait_for()
        expect(page.locator("#result-heading")).to_be_in_viewport()


def test_nothing_of_the_text_leaves_the_browser(checked_site: Visitor) -> None:
    with checked_site.at("cite-check/") as page:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(f"{request.method} {request.url}"))
        check(page, "Secret words, AO 5 (2003) and Standard 3(c).")
        expect(page.locator("#citations li")).to_have_count(2)
        sent = (request for request in requests if not request.endswith("favicon.svg"))
        assert sorted(sent) == [
            f"GET {checked_site.home}cite-check/{name}.json"
            for name in ("2003", "authorities", "grammar")
        ]


def test_a_file_is_read(checked_site: Visitor, tmp_path: Path) -> None:
    word = docx.Document()
    word.add_paragraph("See AO\u00a05 (2003).").add_run(" And Standard 3(c).").bold = True
    word.add_paragraph("Id.")
    word.sections[0].header.paragraphs[0].text = "AO 6 (2004)"
    word.save(str(tmp_path / "letter.docx"))
    (tmp_path / "utf-16.txt").write_text("AO 5 (2003)\r\n§ 7", encoding="utf-16")
    (tmp_path / "windows.txt").write_bytes("Harbor Stat. § 7A-38.2".encode("cp1252"))
    with checked_site.at("cite-check/") as page:
        for name, citations in (
            ("letter.docx", ["AO 5 (2003)", "Standard 3(c)", "Id.", "AO 6 (2004)"]),
            ("utf-16.txt", ["AO 5 (2003)"]),
            ("windows.txt", ["Harbor Stat. § 7A-38.2"]),
        ):
            page.get_by_label("Or open a text or Word file").set_input_files(tmp_path / name)
            expect(page.locator("#citations .row-title")).to_have_text(citations)


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x01\x02",
        b"\x01\x02\x03",
        "AO 5 (2003)".encode("utf-32"),
        b"PK\x03\x04 no archive",
        b"{\\rtf1 AO 5 (2003)}",
        b"<!DOCTYPE html><p>AO 5 (2003)",
        b"From: a\nTo: b\nContent-Type: text/html\n\nAO 5 (2003)",
    ],
)
def test_a_file_that_is_no_text_is_refused(
    checked_site: Visitor, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "letter.docx").write_bytes(content)
    with checked_site.at("cite-check/") as page:
        page.get_by_label("Or open a text or Word file").set_input_files(tmp_path / "letter.docx")
        expect(page.get_by_role("alert")).to_contain_text("Copy its text and paste it.")
        expect(page.locator("#result")).to_be_hidden()


@pytest.mark.parametrize(
    "text",
    [
        *("", "  \n", "<img src=x onerror=alert(1)>", "*" * 5000, "Standard " * 3000, "\u202e(("),
        f"AO{' ' * 100_000}x",
    ],
)
def test_any_text_gets_an_answer(checked_site: Visitor, text: str) -> None:
    with checked_site.at("cite-check/") as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        check(page, text)
        expect(page.locator("#summary")).to_have_text("No citations")
        assert errors == []


def test_without_javascript_the_page_names_the_command_and_the_lists(
    windows: Windows, tmp_path: Path
) -> None:
    paths = write_corpus(tmp_path, OPINIONS)
    build_site(paths, paths.site, print)
    with (
        serve_folder(paths.site) as address,
        Visitor(windows, address).at("cite-check/", java_script_enabled=False) as page,
    ):
        expect(page.get_by_label("The text to check")).to_be_hidden()
        expect(page.locator("article")).to_contain_text("scripts/cite.py check")
        links = [link.get_attribute("href") for link in page.locator("article a").all()]
        assert {"../opinions/", "../standards/", "../statutes/"} <= set(links)
        assert "../rules/" not in links
