"""The masthead: the menu of a phone, and the switch for light and dark."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visitor
from browser.windows import NARROW

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(253, 252, 249)", "rgb(20, 23, 28)"


def switch(page: Page) -> None:
    page.locator("#theme-switch").click()


@pytest.mark.parametrize("url", ["", "standards/3/"])
def test_the_menu_stays_where_it_is_when_it_opens(visitor: Visitor, url: str) -> None:
    with visitor.at(url, width=NARROW) as page:
        menu = page.locator(".menu summary")
        heading = page.locator("h1")
        before = menu.bounding_box(), heading.bounding_box()
        menu.click()
        expect(page.get_by_role("navigation", name="Menu")).to_be_visible()
        assert (menu.bounding_box(), heading.bounding_box()) == before


def test_the_menu_closes_on_escape_and_on_a_tap_beside_it(visitor: Visitor) -> None:
    with visitor.at("opinions/2003/05/", width=NARROW) as page:
        button, menu = page.locator(".menu summary"), page.get_by_role("navigation", name="Menu")
        steps: list[Callable[[], None]] = [
            lambda: page.keyboard.press("Escape"),
            lambda: page.mouse.click(20, 700),
        ]
        for close in steps:
            button.click()
            expect(menu).to_be_visible()
            menu.get_by_role("link", name="Statutes").focus()
            close()
            expect(menu).to_be_hidden()
            expect(button).to_be_focused()
        button.click()
        page.get_by_role("searchbox").click(position={"x": 9, "y": 9})
        expect(menu).to_be_hidden()
        expect(page.get_by_role("searchbox")).to_be_focused()


def test_the_open_menu_lies_above_the_status_of_an_opinion(visitor: Visitor) -> None:
    with visitor.at("opinions/2003/05/", width=NARROW) as page:
        page.locator(".menu summary").click()
        page.get_by_role("navigation", name="Menu").get_by_role("link", name="Statutes").click()
        page.wait_for_url("**/statutes/")


def test_the_masthead_names_the_body(visitor: Visitor) -> None:
    with visitor.at("standards/3/") as page:
        expect(page.get_by_role("banner")).to_contain_text("N.C. Dispute Resolution Commission")


@pytest.mark.parametrize(("url", "current"), [("standards/", "page"), ("standards/3/", "true")])
def test_the_masthead_marks_the_part_of_the_site(visitor: Visitor, url: str, current: str) -> None:
    with visitor.at(url) as page:
        marked = page.locator(".main-nav [aria-current]")
        expect(marked).to_have_text("Standards")
        expect(marked).to_have_attribute("aria-current", current)


def test_light_or_dark_is_kept_from_page_to_page(visitor: Visitor) -> None:
    with visitor.at("", color_scheme="light") as page:
        assert page.evaluate(PAPER) == LIGHT
        expect(page.locator("#theme-switch")).to_have_text("Dark mode")
        switch(page)
        assert page.evaluate(PAPER) == DARK
        expect(page.locator("#theme-switch")).to_have_text("Light mode")
        page.goto(f"{visitor.home}standards/3/")
        assert page.evaluate(PAPER) == DARK


def test_a_choice_that_the_system_shares_follows_it_again(visitor: Visitor) -> None:
    with visitor.at("", color_scheme="light") as page:
        switch(page)
        switch(page)
        page.emulate_media(color_scheme="dark")
        page.goto(f"{visitor.home}standards/3/")
        assert page.evaluate(PAPER) == DARK


def test_the_switch_works_without_storage(visitor: Visitor) -> None:
    no_storage = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } })"
    with visitor.in_new_window(no_storage, color_scheme="light") as page:
        page.goto(f"{visitor.home}about/")
        switch(page)
        assert page.evaluate(PAPER) == DARK
