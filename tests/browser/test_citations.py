"""The finder in the browser reads what the finder in Python reads."""

import json
import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from itertools import chain
from typing import Any

import pytest
from markupsafe import escape
from playwright.sync_api import Browser, Page

from bodies import BODIES
from citations import test_finder, test_forms_of_series, test_kinds, test_written_forms
from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import CitationsInText
from corpus.citations.grammar import grammar
from corpus.model.cited_body import CitedBody
from corpus.model.commission import Commission
from corpus.pages.unbroken import unbroken
from corpus.paths import THEME
from devtools.bench.browser import serve_folder
from marked_text import frozen_commission, harbor_commission, opinions, rows, without_marks

KNOWN = opinions("1999/01 2003/05 2004/12 2006/10 2006/12 2010/16 2014/30 2016/33 2021/41 2021/42")
PIECES = [
    *(
        "Standard ",
        "Standards ",
        "N.C.G.S. ",
        "§ ",
        "§§ ",
        "MSC Rule ",
        "Rules ",
        "MSC and ",
        "AO ",
    ),
    *("3", "III", "IV.B", "7A-38.2", "38.1", "(c)", "(5)", "(a1)", "41 (2021)", "10-16", "Rule "),
    *("30 (Nov. 2014)", ".", "E", "-", "–", ", ", " and ", " or ", "; ", " through ", " ", "\n"),
    *(
        "\n\n",
        "\f",
        " of the ",
        " of Chapter 7A",
        "http://x ",
        "x",
        "*",
        "**",
        "_",
        "> ",
        "# ",
        "- ",
    ),
    *("`", "\\", "Model ", "Florida ", "ABA ", "State Bar", "General Statutes", "FFS Rules", "Id."),
    *("supra", "that ", "subsection (b) of ", "subsections (a) and (b)", " hours", " would", "I"),
    *(
        "é",
        "😀",
        "\u00a0",
        "\u2028",
        "Opinion ",
        "[x](y) ",
        "Chapter 7A, ",
        "Section ",
        "7A-38.1(l)",
        " (Consent)",
        "14-2",
        " and .2",
        "Harbor Stat. ",
        "Pier Rules ",
    ),
]

PIECES_OF_BODIES = [
    *("Rule ", "Rules ", "4-1.7", "4-1.7A", "(b)", "(8)(A)", "52 U.S.C. § ", "52 U.S.C. §§ "),
    *("11 CFR ", "100.52", "109.20(a)", "Canon ", "Canons ", "3B(5)", "3(b)", "3B", "(5)", "B"),
    *("§ ", "section ", "44.405", "(4)(a)", ", Fla. Stat.", ", Florida Statutes", " and ", ", "),
    *(" to ", "; ", ". ", " of the lease", " Model ", "subsection (b) of ", "x"),
]

OF_OTHER_BODIES = [
    "See AO No. 2003-005 and AO 5 (2003).",
    "See AO No. 2003‑005, not AO No. 03-5.",
    "Opinion 5 (2003), Opinion 5A and Opinion 41 (2021)",
    "Standard Op. 3(c) and Standard 3(c)",
    "Advisory Opinion 5 (2003); **Opinion 12**; é Opinion 7x",
]
"""Texts that cite bodies in the settings of a test."""

READ_ALL = """
async ([texts, grammar]) => {
  const { citationsOf } = await import(new URL("js/citations.js", document.baseURI));
  const { CitationFinder } = await import(new URL("js/citations/finder.js", document.baseURI));
  const { read } = citationsOf(grammar);
  const finder = new CitationFinder(new Date().getUTCFullYear());
  const flat = ({ resolved, unresolved, ofOthers }) => [
    ...resolved.map((found) => ({ ...found, ...found.target })).map(
      ({ start, end, kind, id, pinpoint }) => [start, end, kind, id, pinpoint]),
    ...unresolved.map(({ start, end, doubt }) => [start, end, doubt]),
    ...ofOthers.map(({ start, end }) => [start, end]),
  ];
  return texts.map((text) => [flat(read(text)), flat(finder.read(text, "MSC"))]);
}
"""

QUERIES = """
async ([queries, grammar]) => {
  const { citationsOf } = await import(new URL("js/citations.js", document.baseURI));
  const { parseQuery, label } = citationsOf(grammar);
  return queries.map((query) => parseQuery(query).map(label));
}
"""


UNBROKEN = """
async (texts) => {
  const { unbroken } = await import(new URL("js/unbroken.js", document.baseURI));
  return texts.map((text) => unbroken(text).filter((part) => part instanceof Element)
    .map((part) => part.textContent));
}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page that can load the scripts of the site."""
    with serve_folder(THEME / "assets") as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


def texts() -> list[str]:
    """Return every text of the tests of the finder, and some that nobody would write."""
    marked = [text for module in (test_finder, test_written_forms) for text in tables(module)]
    generator = random.Random(20)  # noqa: S311 - the same texts in every run
    return [
        *map(without_marks, marked),
        *OF_OTHER_BODIES,
        *("".join(generator.choices(PIECES, k=generator.randint(2, 25))) for _ in range(600)),
    ]


def texts_of_bodies() -> list[str]:
    """Return the texts of the bodies with other kinds, and some made of pieces of them."""
    generator = random.Random(21)  # noqa: S311 - the same texts in every run
    mixed = ("".join(generator.choices(PIECES_OF_BODIES, k=9)) for _ in range(300))
    of_kinds = (*test_kinds.IN_EITHER_CASE.values(), test_kinds.NAMED_BESIDE_THE_NUMBER)
    bodies = [*(body.text for body in BODIES.values()), *chain(*of_kinds)]
    return [*map(without_marks, bodies), *mixed]


def tables(module: object) -> Iterator[str]:
    """Yield the rows of the tables of a module, which have names in capitals."""
    for name, table in vars(module).items():
        if name.isupper() and isinstance(table, str):
            yield from rows(table)
        elif name.isupper() and isinstance(table, list):
            yield from (row if isinstance(row, str) else str(row[0]) for row in table)


def flat(text: str, found: CitationsInText) -> list[list[object]]:
    """Return what was found as the script does, with offsets in units of UTF-16."""

    def span(start: int, end: int) -> list[object]:
        return [len(text[:offset].encode("utf-16-le")) // 2 for offset in (start, end)]

    citations = [(citation, citation.as_dict) for citation in found.resolved]
    return [
        *(
            [*span(start, end), *(fields[key] for key in ("kind", "id", "pinpoint"))]
            for (start, end, _), fields in citations
        ),
        *([*span(start, end), doubt.value] for start, end, doubt in found.unresolved),
        *(span(start, end) for start, end in found.of_others),
    ]


def with_cited_bodies() -> Commission:
    """The small body, which cites two bodies whose numbers look like its own."""
    bodies = (
        CitedBody(name="Lake Board", printed=("AO No. {year}-{number:03}",)),
        CitedBody(name="Hill Board", printed=("Standard Op. {number}", "Opinion {number}{letter}")),
    )
    return harbor_commission().model_copy(update={"cited_bodies": bodies})


NUMBERS_OF_JOINT_BODIES = [
    "See MEB 2007-11 and MEB\n2007-11A, but not MEB 2007-110, X-MEB 2007-11 or MEB 2007-11-2.",
    "It may (Rule 4(b); MEB 2007-11A).",
]
COMMISSIONS = {
    "frozen": frozen_commission,
    "cited bodies": with_cited_bodies,
    "harbor": harbor_commission,
    "local rules": test_kinds.with_local_rules,
    **{name: partial(getattr, body, "commission") for name, body in BODIES.items()},
}


@pytest.mark.parametrize("commission", COMMISSIONS.values(), ids=COMMISSIONS)
def test_the_browser_finds_what_python_finds(
    page: Page, commission: Callable[[], Commission]
) -> None:
    aliases = {"MEB 2007-11": KNOWN[0], "MEB 2007-11A": KNOWN[1]}
    finder = CitationFinder(commission(), KNOWN, aliases)
    all_texts = [*texts(), *texts_of_bodies(), *NUMBERS_OF_JOINT_BODIES]
    data = json.loads(json.dumps(grammar(commission(), KNOWN, aliases)))
    in_browser: list[list[Any]] = page.evaluate(READ_ALL, [all_texts, data])
    for text, (document, words) in zip(all_texts, in_browser, strict=True):
        assert document == flat(text, citations_in_document(text, finder)), text
        assert words == flat(text, finder.read(text, "MSC")), text
    assert sum(len(document) for document, _ in in_browser) > 200


def test_the_browser_finds_the_forms_of_series(page: Page) -> None:
    finder, known = test_forms_of_series.FINDER, test_forms_of_series.KNOWN
    texts = [words for words, _ in test_forms_of_series.CITATIONS]
    data = json.loads(json.dumps(grammar(test_forms_of_series.BODY, known)))
    in_browser: list[list[Any]] = page.evaluate(READ_ALL, [texts, data])
    for text, (_, words) in zip(texts, in_browser, strict=True):
        assert words == flat(text, finder.read(text, "MSC")), text


@pytest.mark.parametrize(
    ("name", "query", "labels"),
    [
        ("bar", "4-1.7(b)", ["Rule 4-1.7(b)"]),
        ("bar", "rule 4-1.7", ["Rule 4-1.7"]),
        ("federal", "52 u.s.c. 30101(8)(A)", ["52 U.S.C. § 30101(8)(A)"]),
        ("federal", "11 CFR 100.52(a)", ["11 CFR 100.52(a)"]),
        ("judicial", "3b(5)", ["Canon 3B(5)"]),
        ("judicial", "canons 3B and 4A", ["Canon 3B", "Canon 4A"]),
        ("mediators", "44.405(4)(a)", ["§ 44.405(4)(a), Fla. Stat."]),
        ("mediators", "44.405(4)(a), F.S.", ["§ 44.405(4)(a), Fla. Stat."]),
        ("mediators", "s. 44.405(4)(a), F.S.", ["§ 44.405(4)(a), Fla. Stat."]),
        ("mediators", "s. 44.405(4)(a)", ["§ 44.405(4)(a), Fla. Stat."]),
        ("mediators", "§ 44.405, Fla. Stats. Ann.", ["§ 44.405, Fla. Stat."]),
        ("mediators", "44.405(4)(a), caucus", []),
        ("mediators", "Rule 10.310", ["Rule 10.310"]),
    ],
)
def test_a_query_is_read_as_the_body_writes_its_citations(
    page: Page, name: str, query: str, labels: list[str]
) -> None:
    data = json.loads(json.dumps(grammar(BODIES[name].commission, KNOWN)))
    assert page.evaluate(QUERIES, [[query], data]) == [labels]


@pytest.mark.parametrize(
    ("query", "labels"),
    [
        ("5", ["Advisory Opinion 05 (2003)"]),
        ("#10", ["Advisory Opinion 10 (2006)"]),
        ("AO 5", ["Advisory Opinion 05 (2003)"]),
        ("A.O. 5", ["Advisory Opinion 05 (2003)"]),
        ("2003/05", ["Advisory Opinion 05 (2003)"]),
        ("03–05", ["Advisory Opinion 05 (2003)"]),
        ("30 of 2014", ["Advisory Opinion 30 (2014)"]),
        ("Advisory Op. 30", ["Advisory Opinion 30 (2014)"]),
        ("opinion number 05 (2003)", ["Advisory Opinion 05 (2003)"]),
        ("12", ["Advisory Opinion 12 (2004)", "Advisory Opinion 12 (2006)"]),
        ("AO 12", ["Advisory Opinion 12 (2004)", "Advisory Opinion 12 (2006)"]),
        ("AO 77", []),
        ("AO 77 (2009)", []),
        ("III", ["Standard 3"]),
        ("III.C", ["Standard 3(c)"]),
        ("iii(c)", ["Standard 3(c)"]),
        ("3(c)", ["Standard 3(c)"]),
        ("standard three", ["Standard 3"]),
        ("standard 3 (c)", ["Standard 3(c)"]),
        ("Standards 3 and 4(b)", ["Standard 3", "Standard 4(b)"]),
        ("§ 7A-38.2", ["N.C. Gen. Stat. § 7A-38.2"]),
        ("7A-38.2(b), N.C. Gen. Stat.", ["N.C. Gen. Stat. § 7A-38.2(b)"]),
        ("7A-38.2(b), N.C.G.S. Ann.", ["N.C. Gen. Stat. § 7A-38.2(b)"]),
        ("7a-38.2(b)", ["N.C. Gen. Stat. § 7A-38.2(b)"]),
        ("g.s. 7A-38.1(a1)", ["N.C. Gen. Stat. § 7A-38.1(a1)"]),
        ("msc 4(f)", ["MSC Rule 4(f)"]),
        ("MSC Rule 8.A.(5)", ["MSC Rule 8(A)(5)"]),
        ("Rule 4 of the MSC and FFS Rules", ["FFS Rule 4", "MSC Rule 4"]),
        ("caucus", []),
        ("I", []),
        ("one", []),
        ("civil", []),
        ("$1,250", []),
        ("ABA Formal Opinion 10-16", []),
        ("may I break Standard 3(c)?", []),
        ("", []),
        ("((((", []),
    ],
)
def test_a_query_that_is_a_citation_is_read_in_any_spelling(
    page: Page, query: str, labels: list[str]
) -> None:
    data = json.loads(json.dumps(grammar(frozen_commission(), KNOWN)))
    assert page.evaluate(QUERIES, [[query], data]) == [labels]


def test_a_rule_without_its_set_may_be_of_any(page: Page) -> None:
    data = json.loads(json.dumps(grammar(frozen_commission(), KNOWN)))
    [labels] = page.evaluate(QUERIES, [["rule 4(f)"], data])
    assert {"MSC Rule 4(f)", "FFS Rule 4(f)", "Clerk Rule 4(f)"} <= set(labels)


def test_the_same_names_stay_on_one_line_in_the_browser(page: Page) -> None:
    every = [*texts(), *texts_of_bodies(), "on May 3, 2017", "of 3 May 2017,", "AO 5 (2003)’s"]
    spans = re.compile('<span class="unbroken">(.*?)</span>', re.DOTALL)
    expected = [list(map(unescape, spans.findall(unbroken(str(escape(text)))))) for text in every]
    assert page.evaluate(UNBROKEN, every) == expected
    assert sum(map(len, expected)) > len(every)
