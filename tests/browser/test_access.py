"""Accessibility: every kind of page passes axe-core and fits narrow screens and large letters."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.axe import assert_no_violation, assert_no_violation_of_colors
from browser.conftest import Visitor
from browser.windows import NARROW, WIDE
from corpus.pages.site_pages import site_pages
from factories import index_of, read_collection

REAL_PAGES = (
    "",
    "about/",
    "opinions/2003/05/",
    "opinions/2022/43/",
    "print/",
    "staff/",
    "law-changed/",
    "search-quality/",
    "speed/",
    "standards/3/",
    "statutes/7A-38.2/",
)
FICTIONAL_PAGES = (
    "",
    "404.html",
    "authorities/",
    "checks/",
    "checks/op302/",
    "cite-check/",
    "data/",
    "opinions/",
    "opinions/1996/",
    "opinions/1996/07/",
    "opinions/1996/13/",
    "opinions/1997/29/",
    "pictures/",
    "programs/",
    "programs/harbor/",
    "questions/",
    "rules/",
    "rules/pier/",
    "search/",
    "search/?q=disclosure",
    "search/?q=Canon+3",
    "standards/",
    "standards/3/",
    "statutes/",
    "topics/",
    "topics/topic-1/",
    "verify/?opinion=1996/13",
)

SPACED = """
* {
  letter-spacing: 0.12em !important;
  line-height: 1.5 !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }
"""
"""The spacing of WCAG 1.4.12."""

SIZES = """
() => [...new Set([...document.querySelectorAll("body *")]
  .filter(({ checkVisibility, innerText }) => innerText?.trim())
  .map(element => parseFloat(getComputedStyle(element).fontSize) / 17))]
"""
"""Returns the sizes of letters on a page, in rem."""

OUTSIDE = """
() => {
  const apart = ".skip-link, caption, thead, svg *, .table-scroll *, .search-form label";
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.checkVisibility() && !element.closest(apart))
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width && (left < -1 || right > innerWidth + 1);
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
"""
"""Returns the elements that are not wholly on the screen."""

WITHOUT_FOCUS = """
() => {
  const controls = "a[href], button, summary, input, select, textarea, [tabindex='0']";
  return [...document.querySelectorAll(controls)]
    .filter((element) => element.checkVisibility())
    .filter((element) => {
      element.focus();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      return document.activeElement !== element || !isSeen;
    })
    .map((element) => element.outerHTML.slice(0, 80));
}
"""
"""Returns the controls that do not show that they have the focus, once a key was pressed."""

UNFOLD = """
document.querySelectorAll("details:not([open])").forEach((details) => {
  details.open = true;
  details.dataset.wasFolded = "";
});
"""
"""Opens everything that is folded, such as the menu."""

FOLD = """
document.querySelectorAll("[data-was-folded]").forEach((details) => {
  details.open = false;
  delete details.dataset.wasFolded;
});
document.activeElement.blur();
"""
"""Folds it again, and takes the focus from every control."""

PAGES_WITH_ALL_PARTS = [
    ("visitor", "opinions/2003/05/"),
    ("visitor", "staff/"),
    ("visitor_of_fictional_site", ""),
    ("visitor_of_fictional_site", "checks/op302/"),
    ("visitor_of_fictional_site", "cite-check/"),
    ("visitor_of_fictional_site", "data/"),
    ("visitor_of_fictional_site", "opinions/1996/13/"),
    ("visitor_of_fictional_site", "questions/"),
    ("visitor_of_fictional_site", "search/?q=Canon+3"),
    ("visitor_of_fictional_site", "standards/3/"),
    ("visitor_of_fictional_site", "verify/?opinion=1996/13"),
]
"""Between them, they have every kind of part that only a wide or only a narrow screen shows."""

ALL_PAGES = [
    *(pytest.param(("visitor", url), id=f"real {url or 'home'}") for url in REAL_PAGES),
    *(
        pytest.param(("visitor_of_fictional_site", url), id=f"fictional {url or 'home'}")
        for url in FICTIONAL_PAGES
    ),
]
"""The fixture of the visitor of a site, and the URL of a page."""


@pytest.fixture(scope="module", params=ALL_PAGES)
def wide_page(request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a wide screen, opened once for several tests; each leaves it as it was.

    Scripts and styles of a test may run on it.
    """
    name, url = request.param
    visitor: Visitor = request.getfixturevalue(name)
    with visitor.at(url, WIDE, bypass_csp=True) as page:
        yield page


@contextmanager
def unfolded(page: Page, width: int) -> Iterator[None]:
    """Show a page on a screen of this width with everything unfolded, then leave it as it was."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(UNFOLD)
    yield
    page.evaluate(FOLD)
    page.set_viewport_size({"width": WIDE, "height": 900})


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the screen."""
    pixels: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return pixels


def family(url: str) -> tuple[str, int]:
    """Return the first name of an address and how many names it has; such pages are alike."""
    names = url.partition("?")[0].strip("/").split("/")
    return names[0], len(names)


def test_a_page_of_each_family_is_looked_at(tmp_path: Path) -> None:
    corpus = read_collection(50, tmp_path)
    made = {family(task.name) for task in site_pages(corpus, index_of(corpus))}
    assert made <= {family(url) for url in (*REAL_PAGES, *FICTIONAL_PAGES)}


def test_axe_finds_no_violation(wide_page: Page) -> None:
    assert_no_violation(wide_page)


@pytest.mark.parametrize(("name", "url"), PAGES_WITH_ALL_PARTS)
def test_colors_are_legible_on_every_screen_in_every_scheme(
    request: pytest.FixtureRequest, name: str, url: str
) -> None:
    visitor: Visitor = request.getfixturevalue(name)
    with visitor.at(url, bypass_csp=True) as page:
        assert_no_violation_of_colors(page)


def test_every_page_fits_a_narrow_screen_even_with_wider_spacing(wide_page: Page) -> None:
    wide_page.set_viewport_size({"width": 320, "height": 900})
    assert overflow(wide_page) <= 0
    spacing = wide_page.add_style_tag(content=SPACED)
    with unfolded(wide_page, width=320):
        assert overflow(wide_page) <= 0
        assert wide_page.evaluate(OUTSIDE) == []
    spacing.evaluate("(style) => style.remove()")


def test_every_control_shows_that_it_has_the_focus(wide_page: Page) -> None:
    with unfolded(wide_page, width=NARROW):
        wide_page.keyboard.press("Tab")
        assert wide_page.evaluate(WITHOUT_FOCUS) == []


@pytest.mark.parametrize(
    "url", ["", "standards/", "search/?q=arbiter", "questions/", "opinions/1997/29/"]
)
def test_home_lists_search_and_opinions_have_one_scale_of_type(
    visitor_of_fictional_site: Visitor, url: str
) -> None:
    with visitor_of_fictional_site.at(url) as page:
        sizes = {round(size, 2) for size in page.evaluate(SIZES)}
    assert sizes <= {0.72, 0.75, 0.85, 1, 1.13, 1.25, 1.9}


def test_what_colors_say_is_also_seen_if_the_system_replaces_them(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("opinions/", forced_colors="active") as page:
        mark = page.locator(".status").first
        assert mark.evaluate("({ clientWidth, offsetWidth }) => offsetWidth - clientWidth") == 2
        page.goto(f"{visitor_of_fictional_site.home}standards/")
        bars, paper = page.evaluate(
            "[getComputedStyle(document.querySelector('.bars path')).fill,"
            " getComputedStyle(document.body).backgroundColor]"
        )
        assert bars != paper
        own, of_system = page.evaluate(
            "[document.querySelector('.search-form button'), "
            "document.body.appendChild(document.createElement('button'))]"
            ".map((button) => getComputedStyle(button).backgroundColor)"
        )
        assert own == of_system
        page.goto(f"{visitor_of_fictional_site.home}opinions/1997/29/")
        for part in (".standing", ".editorial", ".citation"):
            edge = page.locator(part).first.evaluate("(part) => getComputedStyle(part).borderWidth")
            assert edge == "1px", part


def test_the_field_for_an_opinion_looks_like_the_search_field(
    visitor_of_fictional_site: Visitor,
) -> None:
    with visitor_of_fictional_site.at("verify/") as page:
        searched, verified = page.evaluate(
            "['.search-form input', '#which'].map((field) => {"
            " const style = getComputedStyle(document.querySelector(field));"
            " return [style.borderTopColor, style.color, style.fontFamily]; })"
        )
        assert searched == verified


def test_every_page_has_the_same_landmarks(wide_page: Page) -> None:
    for role in ("banner", "search", "main", "contentinfo"):
        assert wide_page.get_by_role(role).count() == 1, role
    assert wide_page.get_by_role("searchbox").count() == 1


def test_letters_of_twice_the_size_fit(wide_page: Page) -> None:
    browser = wide_page.context.new_cdp_session(wide_page)
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for width in (NARROW, WIDE):
        wide_page.set_viewport_size({"width": width, "height": 900})
        assert wide_page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > 30
        assert overflow(wide_page) <= 0, width
    browser.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
