"""The site can be used with the keyboard alone, and the focus is always visible."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visitor
from browser.windows import NARROW


def focused(page: Page) -> str:
    """Return the text or the label of the element with the focus."""
    label: str = page.evaluate(
        "(({ innerText, textContent, labels, ariaLabel }) =>"
        " (innerText || textContent || labels?.[0]?.innerText || ariaLabel || '').trim())"
        "(document.activeElement)"
    )
    return label


def walk(page: Page) -> list[tuple[str, float, float]]:
    """Return the label and the position of each element that Tab reaches, in order."""
    stops = []
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        x, y = page.evaluate(
            "(({ x, y }) => [x + scrollX, y + scrollY])"
            "(document.activeElement.getBoundingClientRect())"
        )
        stops.append((focused(page), x, y))
    return stops


def test_the_first_tab_offers_to_skip_to_the_content(visitor: Visitor) -> None:
    with visitor.at("opinions/2003/05/") as page:
        page.keyboard.press("Tab")
        assert focused(page) == "Skip to content"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert focused(page) == "Does it still hold?"  # the first link of the content


@pytest.mark.parametrize("url", ["", "opinions/2003/05/", "standards/3/", "opinions/"])
@pytest.mark.parametrize("width", [1280, NARROW])
def test_every_element_with_the_focus_is_visible(visitor: Visitor, url: str, width: int) -> None:
    with visitor.at(url, width=width) as page:
        stops = walk(page)
        assert len(stops) > 10
        assert all(label for label, _, _ in stops)
        assert all(x >= 0 and y >= 0 for _, x, y in stops)


def test_the_menu_of_a_phone_works_with_the_keyboard(visitor: Visitor) -> None:
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


def test_a_search_works_with_the_keyboard(visitor: Visitor) -> None:
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


def test_a_facet_works_with_the_keyboard_and_keeps_the_focus(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("search/?q=arbiter") as page:
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


def test_a_table_is_sorted_with_the_keyboard(visitor_of_fictional_site: Visitor) -> None:
    with visitor_of_fictional_site.at("authorities/") as page:
        heading = page.get_by_role("columnheader", name="Opinions").first
        heading.get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", "ascending")
