"""Everything can be done without a mouse, and the eye can follow."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import NARROW, Visitor


def focused(page: Page) -> str:
    """The words of what has the focus, or its label."""
    told: str = page.evaluate(
        "(({ innerText, textContent, labels, ariaLabel }) =>"
        " (innerText || textContent || labels?.[0]?.innerText || ariaLabel || '').trim())"
        "(document.activeElement)"
    )
    return told


def walk(page: Page) -> list[tuple[str, float, float]]:
    """What gets the focus by Tab, from the first to the last, with its place."""
    found = []
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        x, y = page.evaluate(
            "(({ x, y }) => [x + scrollX, y + scrollY])"
            "(document.activeElement.getBoundingClientRect())"
        )
        found.append((focused(page), x, y))
    return found


def test_the_first_key_offers_to_skip_to_the_content(visitor: Visitor) -> None:
    with visitor.at("opinions/2003/05/") as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "Opinions"  # the breadcrumb, not the bar


@pytest.mark.parametrize("url", ["", "opinions/2003/05/", "standards/3/", "opinions/"])
@pytest.mark.parametrize("width", [1280, NARROW])
def test_what_gets_the_focus_can_be_seen(visitor: Visitor, url: str, width: int) -> None:
    with visitor.at(url, width=width) as page:
        stops = walk(page)
        assert len(stops) > 10
        assert all(words for words, _, _ in stops)
        assert all(x >= 0 and y >= 0 for _, x, y in stops)


def test_the_menu_of_a_phone_opens_and_closes_by_a_key(visitor: Visitor) -> None:
    with visitor.at("standards/3/", width=NARROW) as page:
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu).to_be_hidden()
        page.locator(".menu summary").focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        assert focused(page) == "Questions"
        page.keyboard.press("Enter")
        page.wait_for_url("**/questions/")


def test_a_search_needs_only_keys(visitor: Visitor) -> None:
    with visitor.at("standards/3/") as page:
        page.get_by_role("searchbox").focus()
        page.keyboard.type("caucus")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=caucus")
        expect(page.get_by_role("status")).to_have_text("1 opinion")
        page.locator("#results a").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/opinions/2003/05/*")
        page.get_by_role("link", name="Back to my results").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=caucus")


def test_a_facet_is_chosen_by_a_key_and_keeps_the_focus(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("search/?q=mediator") as page:
        box = page.get_by_role("checkbox", name="Modified")
        box.focus()
        page.keyboard.press("Space")
        page.wait_for_url("**Status=Modified")
        expect(box).to_be_checked()
        expect(box).to_be_focused()


def test_a_copy_button_says_what_it_did(visitor: Visitor) -> None:
    with visitor.at("opinions/2003/05/", permissions=["clipboard-write"]) as page:
        page.get_by_role("button", name="Copy").first.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text("Copied: N.C. Disp. Resol. Comm'n")


def test_a_table_is_sorted_by_a_key(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("authorities/") as page:
        heading = page.get_by_role("columnheader", name="Opinions")
        heading.get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", "ascending")
