"""Reading an opinion on the screen, on paper and without scripts."""

import re
from collections.abc import Iterator
from itertools import islice
from math import inf
from statistics import median

import pytest
from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from browser.conftest import Visitor
from browser.windows import NARROW, WIDE

OPINION = "opinions/2003/05/"
PHONE_HEIGHT = 844
LINE_HEIGHT = 28
LINE_LENGTHS = """
() => [...document.querySelectorAll("#text > p")].flatMap((paragraph) => {
  const range = document.createRange();
  const tops = new Map();
  for (const node of [...paragraph.childNodes].filter((child) => child.nodeType === 3)) {
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
"""Returns the number of characters in each full line of the approved text."""


def numbered_sheets(page: Page) -> list[str]:
    """Return the text of each sheet of the printed page, which begins with its number."""
    paper = PdfDocument(page.pdf(format="Letter"))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in paper]


def sheets(page: Page) -> list[str]:
    """Return the text of each sheet of the printed page, without its number."""
    paper = numbered_sheets(page)
    numbers = (f"Page {number} of {len(paper)}" for number in range(1, len(paper) + 1))
    return [text.removeprefix(number).strip() for number, text in zip(numbers, paper, strict=True)]


def is_beside(page: Page, left_element: str, right_element: str) -> bool:
    left, right = (
        page.locator(name).first.bounding_box() for name in (left_element, right_element)
    )
    return bool(left and right and left["x"] + left["width"] <= right["x"])


def test_a_line_of_the_text_has_sixty_to_seventy_five_characters(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        assert 60 <= median(page.evaluate(LINE_LENGTHS)) <= 75


def test_the_parts_of_an_opinion_stay_beside_the_text(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        page.locator("#p7").scroll_into_view_if_needed()
        page.mouse.wheel(0, 600)
        parts = page.locator(".on-this-page")
        assert is_beside(page, "#text", ".on-this-page")
        assert parts.locator("a", has_text="Questions and answers").is_visible()
        box = parts.bounding_box()
        assert box
        assert box["y"] >= 0


def test_the_contents_come_first_beside_the_text_and_open_at_the_top_of_a_phone(
    visitor: Visitor,
) -> None:
    with visitor.at(OPINION) as page:
        first = page.locator(".sidebar > *").first
        assert "Then and now" in first.inner_text()
        assert page.locator(".contents").is_hidden()
    with visitor.at(OPINION, width=NARROW, java_script_enabled=False) as page:
        page.locator(".contents > summary").click()
        link = page.locator(".contents a", has_text="Then and now")
        box = link.bounding_box()
        assert box
        assert box["y"] < PHONE_HEIGHT
        assert page.locator(".on-this-page").is_hidden()
        link.click()
        expect(page.locator("#then-and-now")).to_be_in_viewport()


def test_the_answer_comes_before_the_text_on_a_narrow_screen(visitor: Visitor) -> None:
    with visitor.at(OPINION, width=NARROW) as page:
        names = (".standing > p", "h1", "#issue-1", "#holding-1", "#still-holds", "#text", "#cites")
        boxes = [page.locator(name).first.bounding_box() for name in names]
        tops = [box["y"] if box else -1 for box in boxes]
        assert tops == sorted(tops)
        assert tops[3] < 750  # the first answer begins on the first screen
        assert boxes[0]
        assert boxes[0]["height"] < 60  # the status has two lines


def test_the_number_of_a_paragraph_copies_its_citation(visitor: Visitor) -> None:
    with visitor.at(OPINION, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.get_by_role("link", name="Paragraph 6").click()
        page.get_by_role("status").filter(has_text="Copied").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        law = "N.C. Gen. Stat. § 7A-38.2(b), cited in ¶ 7, reworded since"
        status = f"later history not checked; {law}; Standard 3(c) reformatted in 2020"
        assert copied == f"N.C. Disp. Resol. Comm'n, Advisory Op. 5, ¶ 6 (2003) ({status})"
        assert page.url == f"{visitor.home}{OPINION}#p6"
        assert page.locator("#cite-full").inner_text() == copied


def test_the_citation_of_a_corrected_paragraph_has_the_day_of_its_correction(
    visitor_of_fictional_site: Visitor,
) -> None:
    corrected = "(as corrected 2 May 1997)"
    with visitor_of_fictional_site.at("opinions/1996/17/") as page:
        citations = page.locator(".citation")
        assert all(corrected in words for words in citations.all_inner_texts())
        page.get_by_role("link", name="Paragraph 1", exact=True).click()
        expect(citations.filter(has_text="corrected")).to_have_count(0)
        page.get_by_role("link", name="Paragraph 2", exact=True).click()
        expect(citations.filter(has_not_text=corrected)).to_have_count(0)
        page.locator("#p2 .correction-mark").click()
        assert page.url.endswith("#corrections")
        assert "A word was left out." in page.locator(".corrections").inner_text()


def test_a_citation_has_the_published_address_wherever_the_page_is_read(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("opinions/1996/17/#p2") as page:
        expect(page.locator("#cite-full")).to_contain_text("¶ 2")
        citation = page.locator("#cite-full").inner_text()
    assert "https://council.example.org/opinions/opinions/1996/17/#p2" in citation
    assert "127.0.0.1" not in citation


def test_a_correction_is_on_paper(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("opinions/1996/17/") as page:
        paper = " ".join(sheets(page))
    assert paper.count("as corrected 2 May 1997") > 2
    assert "A word was left out." in paper


def test_each_citation_can_be_copied(visitor: Visitor) -> None:
    with visitor.at(f"{OPINION}#p6", permissions=["clipboard-read", "clipboard-write"]) as page:
        for position, words in enumerate(("Advisory Op. 5, ¶ 6", "AO 5 (2003) ¶ 6", "paragraph 6")):
            page.locator(".cite").get_by_role("button", name="Copy").nth(position).click()
            page.get_by_role("status").filter(has_text=words).wait_for()
            assert words in page.evaluate("navigator.clipboard.readText()")


def test_each_sheet_has_citation_status_and_day_at_the_top(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        paper = sheets(page)
    assert len(paper) > 1
    head = (
        "N.C. Disp. Resol. Comm'n, Advisory Op. 5 (2003) · Later history not checked; "
        "N.C. Gen. Stat. § 7A-38.2(b) reworded since; Standard 3(c) reformatted in 2020 · Approved"
    )
    assert all(sheet.startswith(head) for sheet in paper)
    assert not any("Menu" in sheet or "BibTeX" in sheet for sheet in paper)


def tops_of(rectangles: list[tuple[float, float, float, float]]) -> Iterator[float]:
    """The heights of the lines of a sheet, from the top."""
    last = inf
    for top in sorted((top for _, _, _, top in rectangles), reverse=True):
        if last - top > 6:
            yield top
            last = top


def test_the_head_of_a_sheet_does_not_touch_the_text(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        paper = PdfDocument(page.pdf(format="A4"))
    for sheet in paper:
        words = sheet.get_textpage()
        lines = [words.get_rect(number) for number in range(words.count_rects())]
        first, second, text = islice(tops_of(lines), 3)
        assert 6 < first - second < 14  # the head has two lines
        assert second - text > 20


@pytest.mark.parametrize("url", ["", OPINION, "opinions/", "standards/3/", "search/?q=caucus"])
def test_sheets_are_numbered_and_none_is_empty(visitor: Visitor, url: str) -> None:
    with visitor.at(url) as page:
        if url.startswith("search"):
            page.locator("#results li").first.wait_for()
        paper = numbered_sheets(page)
    for number, sheet in enumerate(paper, start=1):
        head = f"Page {number} of {len(paper)} "
        assert sheet.startswith(head)
        assert len(sheet) > len(head) + 40


def test_paper_says_the_status_at_the_head_and_not_again_above_the_text(visitor: Visitor) -> None:
    with visitor.at(OPINION) as page:
        first, *_ = sheets(page)
        page.emulate_media(media="print")
        shown = [
            name
            for name in (".standing", "#cite-short", "#cite-plain", "#cite-full")
            if page.locator(name).is_visible()
        ]
    status = "§ 7A-38.2(b) reworded since; Standard 3(c) reformatted in 2020"
    assert status in first.partition("Clarifying what was said")[0]
    assert first.count(status) == 1
    assert shown == ["#cite-full"]


def test_no_heading_is_alone_at_the_end_of_a_sheet(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("questions/") as page:
        headings = page.locator("h2").all_inner_texts()
        paper = sheets(page)
    assert len(headings) > 2
    assert len(paper) > 2
    for sheet in paper:
        assert not sheet.endswith(tuple(headings))


@pytest.mark.parametrize(
    ("url", "ready", "words"),
    [
        ("questions/", "h1", ""),
        ("standards/3/", "h1", ""),
        ("search/?q=who+said+this", "#count:has-text('opinion')", "“who said this”: "),
    ],
)
def test_a_printed_list_names_the_body_and_a_printed_search_its_words(
    visitor: Visitor, url: str, ready: str, words: str
) -> None:
    with visitor.at(url) as page:
        page.locator(ready).wait_for()
        first, *_ = sheets(page)
    assert first.count("N.C. Dispute Resolution Commission") == 1
    assert words in first


@pytest.mark.parametrize(
    ("url", "headings"),
    [("opinions/", "Opinion ↓ Title Approved"), ("authorities/", "Authority ↑ Subject Cited in")],
)
def test_a_printed_index_has_its_headings_and_one_left_edge(
    visitor: Visitor, url: str, headings: str
) -> None:
    with visitor.at(url) as page:
        assert headings in sheets(page)[0]
        page.emulate_media(media="print")
        name, title = (page.locator(each).bounding_box() for each in (".site-name", "h1"))
        assert name
        assert title
        assert name["x"] == title["x"]
        assert title["y"] - (name["y"] + name["height"]) > 12


def test_years_have_a_narrow_column_and_a_finger_finds_each_letter(
    visitor: Visitor, visitor_of_fictional_site: Visitor
) -> None:
    with visitor.at("programs/", width=WIDE) as page:
        bars = page.locator(".bars").first.bounding_box()
        assert bars
        assert bars["width"] < 200
    with visitor_of_fictional_site.at("authorities/", width=NARROW) as page:
        page.locator(".jump a").first.evaluate("link => { link.textContent = 'I'; }")
        widths = page.locator(".jump a").evaluate_all(
            "links => links.map(link => link.getBoundingClientRect().width)"
        )
        assert min(widths) >= 24


def test_the_collection_is_printed_with_each_text_on_its_own_sheets(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("print/") as page:
        paper = sheets(page)
    heads = [sheet.partition(" · ")[0] for sheet in paper]
    assert len(set(heads)) == 46  # the collection lacks the text of four of the fifty
    assert all(head.startswith("Tide. Council, Formal Op. ") for head in heads)
    assert heads == sorted(heads, key=heads.index)


@pytest.mark.parametrize(
    ("url", "phrase"),
    [
        (OPINION, "Only with permission"),
        ("search/", "The search needs JavaScript"),
        ("", "May the mediator"),
        ("opinions/", "Clarifying what was said"),
    ],
)
def test_without_scripts_everything_can_be_read(visitor: Visitor, url: str, phrase: str) -> None:
    with visitor.at(url, java_script_enabled=False) as page:
        assert phrase in page.locator("body").inner_text()
        assert not page.get_by_role("button", name="Copy").count()


@pytest.mark.parametrize("url", ["", OPINION, "standards/3/", "search/?q=caucus", "404.html"])
def test_nothing_is_loaded_from_another_host_or_blocked(visitor: Visitor, url: str) -> None:
    requests: list[str] = []
    messages: list[str] = []
    with visitor.at("about/") as page:
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: messages.append(message.text))
        page.goto(visitor.home + url, wait_until="networkidle")
    assert requests
    assert all(url.startswith(visitor.home) for url in requests)
    assert messages == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_status_above_an_opinion_touches_nothing_below(
    visitor_of_fictional_site: Visitor, width: int
) -> None:
    with visitor_of_fictional_site.at("opinions/1997/29/", width=width) as page:
        status, below = (
            page.locator(name).last.bounding_box()
            for name in (".standing > p", ".opinion .breadcrumb")
        )
        assert status
        assert below
        assert below["y"] - status["y"] - status["height"] >= 12


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_answer_in_the_list_of_questions_is_shown_to_its_end(
    visitor: Visitor, width: int
) -> None:
    with visitor.at("questions/", width=width) as page:
        answer = page.locator(".row-about", has_text="Only with permission").first
        assert "to reveal that person’s identity." in answer.inner_text()
        hidden = "element => element.scrollWidth - element.clientWidth"
        assert answer.evaluate(hidden) <= 0


def test_of_many_questions_each_topic_shows_one_and_a_link_leads_to_it(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at(
        "questions/", width=NARROW, java_script_enabled=False
    ) as page:
        topics = page.locator("main section")
        assert topics.count() > 10
        questions = topics.locator(".row-title:visible")
        assert questions.count() == topics.count()
        first = questions.first.bounding_box()
        assert first
        assert first["y"] < 700
        page.locator(".more > summary").first.click()
        assert questions.count() > topics.count()
    with visitor_of_fictional_site.at("questions/", width=WIDE) as page:
        page.get_by_role("navigation", name="Jump to a topic").get_by_role("link").nth(3).click()
        heading = page.locator("main section h2").nth(3).bounding_box()
        assert heading
        assert 0 <= heading["y"] < 100


@pytest.mark.parametrize(
    "url",
    ["", "opinions/", "opinions/2003/", "questions/", "standards/3/", "topics/confidentiality/"],
)
def test_a_list_begins_on_the_first_screen_of_a_phone(visitor: Visitor, url: str) -> None:
    with visitor.at(url, width=NARROW) as page:
        rows = page.locator("main :is(.rows, .featured, .index tbody)")
        first = rows.locator(":is(li, tr)").first.bounding_box()
        assert first
        assert first["y"] < PHONE_HEIGHT - LINE_HEIGHT
        assert "ot complete" in page.locator("main").inner_text()


BROKEN = r"""
() => {
  const name = '(?:§§?|¶|Standard|Canon|Opinion|Op\\.|AO|FO) \\S*[\\dIVX]\\S*(?: \\(\\d{4}\\))?';
  const names = new RegExp(`${name}|[A-Z][a-z]+ \\d+, \\d{4}`, 'g');
  const blocks = new Map();
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    const block = text.parentElement.closest('p, li, h1, h2, h3, dt, dd, th, td, label');
    if (block?.checkVisibility()) blocks.set(block, [...blocks.get(block) ?? [], text]);
  }
  const isBroken = (nodes, first, last) => {
    const range = document.createRange();
    let start = 0;
    for (const node of nodes) {
      const end = start + node.length;
      if (start <= first && first < end) range.setStart(node, first - start);
      if (start < last && last <= end) range.setEnd(node, last - start);
      start = end;
    }
    const boxes = [...range.getClientRects()].filter(({width}) => width > 1);
    const ends = boxes.map(({bottom}) => bottom);
    return Math.max(...boxes.map(({top}) => top)) >= Math.min(...ends);
  };
  const found = [...blocks.values()].flatMap(nodes => {
    const text = nodes.map(({data}) => data).join('');
    return [...text.matchAll(names)]
      .map(({0: name, index}) => [name, isBroken(nodes, index, index + name.length)]);
  });
  return [found.length, found.filter(([, broken]) => broken).map(([name]) => name)];
}
"""
"""Returns how many names with numbers and dates a page has, and those that a line ends in."""


LETTER = """
See Advisory Opinion 05 (2003), ¶ 4, of November 7, 2003; N.C. Gen. Stat. § 7A-38.2(b);
and Standard 3(c).
"""


def check_letter(page: Page) -> None:
    page.get_by_label("The text to check").fill(LETTER * 5)
    page.get_by_role("button", name="Check the citations").click()
    page.locator("#citations > li").nth(9).wait_for()


def assert_no_name_is_broken(page: Page, url: str) -> None:
    page.locator("main .unbroken").nth(4).wait_for(state="attached")
    for width in (320, NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": 900})
        number, broken = page.evaluate(BROKEN)
        assert number > 3, url
        assert broken == [], (url, width)


def test_no_line_ends_in_a_name_with_a_number_or_in_a_date(
    visitor: Visitor, visitor_of_fictional_site: Visitor
) -> None:
    with visitor.at("cite-check/") as page:
        check_letter(page)
        assert_no_name_is_broken(page, page.url)
        for url in (OPINION, "standards/3/", "statutes/7A-38.2/", "search/?q=statements"):
            page.goto(visitor.home + url)
            assert_no_name_is_broken(page, url)
    with visitor_of_fictional_site.at("") as page:
        for url in ("authorities/", "pictures/", "opinions/1996/13/", "search/?q=canon"):
            page.goto(visitor_of_fictional_site.home + url)
            assert_no_name_is_broken(page, url)


@pytest.mark.parametrize("paragraph", ["", "#p6"])
def test_a_number_in_a_citation_is_never_broken(visitor: Visitor, paragraph: str) -> None:
    with visitor.at(f"opinions/2003/05/{paragraph}") as page:
        names = page.locator("#cite-full .unbroken")
        expect(names.first).to_have_text("Op. 5," if paragraph else "Op. 5 (2003)")
        lines = names.evaluate_all("names => names.map(name => name.getClientRects().length)")
    assert set(lines) == {1}


def test_search_and_copy_work_without_storage(visitor: Visitor) -> None:
    no_storage = "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error(); } })"
    permissions = ["clipboard-read", "clipboard-write"]
    with visitor.in_new_window(no_storage, permissions=permissions) as page:
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


def test_the_words_of_an_opinion_are_compared_with_the_ledger(visitor: Visitor) -> None:
    with visitor.at("verify/?opinion=2003/05") as page:
        result, steps = page.locator("#result"), page.locator("#steps")
        expect(result).to_contain_text("The words match the ledger. SHA-256 ")
        expect(result).to_contain_text("Its page says: Later history not checked; N.C. Gen. Stat. ")
        expect(result).to_contain_text("Advisory Opinion 05 (2003)")
        expect(result.get_by_role("link").first).to_have_attribute("href", "../opinions/2003/05/")
        page.goto(f"{visitor.home}verify/?opinion=2003/77")
        expect(result).to_have_text("There is no text at this address.")
        page.goto(f"{visitor.home}verify/?opinion=2014/30")
        expect(result).to_contain_text("Its full text is not here, so there is nothing to compare")
        expect(steps).to_contain_text("curl -s ADDRESS/opinion.txt")
        page.route("**/seal.txt", lambda route: route.fulfill(status=404))
        page.goto(f"{visitor.home}verify/?opinion=2003/05")
        expect(result).to_contain_text("It is not sealed yet")
        expect(steps).to_contain_text("curl -s ADDRESS/opinion.txt")
        page.unroute("**/seal.txt")
        other = f"text {'0' * 64}\n"
        page.route("**/seal.txt", lambda route: route.fulfill(body=other))
        page.reload()
        expect(result).to_contain_text("The whole text does not match the ledger")


def test_an_opinion_to_verify_is_chosen_by_its_number(visitor: Visitor) -> None:
    with visitor.at("verify/") as page:
        result, number = page.locator("#result"), page.get_by_label("by number or citation")
        expect(page.locator("#steps")).to_contain_text("curl -s ADDRESS/opinion.txt")
        for words, says in (("caucus", "Nothing here has"), ("Standard 3", "Nothing here has")):
            number.fill(words)
            page.get_by_role("button", name="Verify").click()
            expect(result).to_contain_text(says)
        number.fill("AO 5")
        page.get_by_role("button", name="Verify").click()
        expect(result).to_contain_text("The words match the ledger. SHA-256 ")
        expect(result).to_contain_text("Its page says: Later history not checked; N.C. Gen. Stat. ")
        steps = f"curl -s {visitor.home}opinions/2003/05/opinion.txt"
        expect(page.locator("#steps")).to_contain_text(steps)
        expect(page.get_by_text("in place of ADDRESS")).to_be_hidden()


def test_the_bar_with_the_law_that_changed_stays_in_view_and_covers_nothing(
    visitor: Visitor,
) -> None:
    for anchor in ("p6", "holding-1", "issue-2"):
        with visitor.at(f"{OPINION}#{anchor}", width=NARROW) as page:
            bar = page.locator(".standing > p").first.bounding_box()
            target = page.locator(f"#{anchor}").bounding_box()
            assert bar
            assert target
            assert bar["y"] == 0, anchor
            assert bar["y"] + bar["height"] <= target["y"], anchor


@pytest.mark.parametrize("address", ["ao/05/", "opinions/5/"])
def test_a_short_address_leads_to_a_paragraph(visitor: Visitor, address: str) -> None:
    with visitor.at(f"{address}#p6") as page:
        page.wait_for_url(f"**/{OPINION}#p6")


def test_a_link_to_a_paragraph_that_is_not_there_says_so(visitor: Visitor) -> None:
    with visitor.at(f"{OPINION}#p99") as page:
        told = page.locator("#status-message")
        expect(told).to_have_text(
            re.compile(r"^There is no paragraph 99 here. The text has \d+ par")
        )
        expect(page.locator("#cite-full")).not_to_contain_text("99")
