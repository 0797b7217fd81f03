"""An opinion as it is read: on the screen, on paper, and without scripts."""

from io import BytesIO
from statistics import median

import pdfplumber
import pytest
from playwright.sync_api import Page

from browser.conftest import NARROW, WIDE, Visitor

OPINION = "opinions/2003/05/"
LINES = """
() => [...document.querySelectorAll("#text > p")].flatMap((paragraph) => {
  const range = document.createRange();
  const tops = new Map();
  for (const node of [...paragraph.childNodes].filter((one) => one.nodeType === 3)) {
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      tops.set(top, (tops.get(top) ?? 0) + 1);
    }
  }
  return [...tops.values()].slice(0, -1);
})
"""
"""The number of characters in each full line of the approved text."""


def sheets(page: Page) -> list[str]:
    """The words of each sheet on which the page is printed."""
    with pdfplumber.open(BytesIO(page.pdf(format="Letter"))) as paper:
        return [sheet.extract_text() for sheet in paper.pages]


def is_beside(page: Page, one: str, other: str) -> bool:
    left, right = (page.locator(name).first.bounding_box() for name in (one, other))
    return bool(left and right and left["x"] + left["width"] <= right["x"])


def test_a_line_of_the_text_has_sixty_to_seventy_five_characters(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        assert 60 <= median(page.evaluate(LINES)) <= 75


def test_question_and_answer_stay_beside_the_text_while_it_is_read(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        page.locator("#p7").scroll_into_view_if_needed()
        page.mouse.wheel(0, 600)
        questions = page.locator(".on-this-page")
        assert is_beside(page, "#text", ".on-this-page")
        assert questions.locator("a", has_text="May the mediator name the person").is_visible()
        assert questions.locator(".answer-preview", has_text="Only with permission").is_visible()
        box = questions.bounding_box()
        assert box
        assert box["y"] >= 0


def test_on_a_narrow_screen_the_answer_comes_before_the_text_and_the_rest(visitor: Visitor) -> None:
    with visitor.at(OPINION, width=NARROW) as page:
        tops = [
            (page.locator(name).first.bounding_box() or {"y": -1})["y"]
            for name in ("h1", ".status", "#holding-1", "#text", "#cites")
        ]
        assert tops == sorted(tops)
        assert tops[2] < 900  # the first answer begins on the first screen


def test_the_number_of_a_paragraph_copies_its_citation(visitor: Visitor) -> None:
    with visitor.at(OPINION, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("link", name="Paragraph 4").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        address = f"{visitor.home}{OPINION}#p4"
        assert copied == f"N.C. Disp. Resol. Comm'n, Advisory Op. 5, ¶ 4 (2003), {address}"
        assert page.url == address
        assert page.locator("#cite-full").inner_text() == copied


def test_each_citation_can_be_copied(visitor: Visitor) -> None:
    with visitor.at(f"{OPINION}#p6", permissions=["clipboard-read", "clipboard-write"]) as page:
        for place, words in enumerate(("Advisory Op. 5, ¶ 6", "AO 5 (2003) ¶ 6", "paragraph 6")):
            page.get_by_role("button", name="Copy").nth(place).click()
            page.get_by_role("status").filter(has_text=words).wait_for()
            assert words in page.evaluate("navigator.clipboard.readText()")


def test_each_sheet_has_citation_status_and_day_at_its_head(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        found = sheets(page)
    assert len(found) > 1
    head = "N.C. Disp. Resol. Comm'n, Advisory Op. 5 (2003) · No later change recorded · Approved"
    assert all(sheet.startswith(head) for sheet in found)
    assert not any("Menu" in sheet or "BibTeX" in sheet for sheet in found)


def test_the_whole_collection_is_printed_with_each_text_on_its_own_sheets(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("print/") as page:
        found = sheets(page)
    heads = [sheet.partition(" · ")[0] for sheet in found]
    assert len(set(heads)) == 46  # four of the fifty are not held
    assert all(head.startswith("Tide. Council, Formal Op. ") for head in heads)
    assert heads == sorted(heads, key=heads.index)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (OPINION, "Only with permission"),
        ("search/", "The search needs JavaScript"),
        ("", "Questions answered"),
        ("opinions/", "Clarifying what was said"),
    ],
)
def test_without_scripts_everything_can_be_read(visitor: Visitor, url: str, words: str) -> None:
    with visitor.at(url, java_script_enabled=False) as page:
        assert words in page.locator("body").inner_text()
        assert not page.get_by_role("button", name="Copy").count()


@pytest.mark.parametrize("url", ["", OPINION, "standards/3/", "search/?q=caucus", "404.html"])
def test_nothing_is_loaded_from_elsewhere_and_nothing_is_refused(
    visitor: Visitor, url: str
) -> None:
    asked: list[str] = []
    said: list[str] = []
    with visitor.at("about/") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(visitor.home + url, wait_until="networkidle")
    assert asked
    assert all(one.startswith(visitor.home) for one in asked)
    assert said == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_each_answer_of_the_questions_is_one_line_until_it_is_opened(
    visitor: Visitor, width: int
) -> None:
    with visitor.at("questions/", width=width) as page:
        answer = page.locator("summary", has_text="Only with permission").first
        height = (answer.bounding_box() or {"height": 0})["height"]
        assert 0 < height < 40
        answer.focus()
        page.keyboard.press("Enter")
        opened = (answer.bounding_box() or {"height": 0})["height"]
        assert opened > 2 * height
        assert answer.inner_text().endswith("to reveal that person’s identity.")


def test_a_browser_that_keeps_nothing_searches_and_copies_all_the_same(visitor: Visitor) -> None:
    nothing = "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error(); } })"
    with visitor.at("about/", permissions=["clipboard-read", "clipboard-write"]) as page:
        page.add_init_script(nothing)
        page.goto(f"{visitor.home}search/?q=caucus")
        page.locator("#results a").first.click()
        page.get_by_role("link", name="Paragraph 4").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()


def test_a_table_sorts_by_each_of_its_columns(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("opinions/", width=WIDE) as page:
        first = page.locator("tbody tr").first
        assert "FO 1997-50" in first.inner_text()
        page.get_by_role("button", name="Opinion").click()
        assert "FO 1996-1" in first.inner_text()
        heading = page.get_by_role("columnheader", name="Title")
        heading.get_by_role("button").click()
        titles = page.locator("tbody th").all_inner_texts()
        assert titles == sorted(titles, key=str.lower)
        assert heading.get_attribute("aria-sort") == "ascending"
        heading.get_by_role("button").click()
        assert page.locator("tbody th").all_inner_texts() == titles[::-1]
