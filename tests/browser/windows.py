"""Windows of one browser, which tests use one after the other.

Each new window starts processes of its own, which take longer than most tests.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Page

WIDE, NARROW = 1280, 390


def new_window(browser: Browser, width: int = WIDE, **settings: Any) -> Page:
    """Open a window that nobody used; the settings are those of a context of Playwright."""
    settings = {"reduced_motion": "reduce", **settings}
    return browser.new_context(viewport={"width": width, "height": 900}, **settings).new_page()


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of a browser that are open, by their settings."""

    browser: Browser
    _free: defaultdict[str, list[Page]] = field(default_factory=lambda: defaultdict(list))

    @contextmanager
    def one(self, width: int, **settings: Any) -> Iterator[Page]:
        """An empty window without anything in its storage; it is closed if the test fails."""
        free = self._free[repr(sorted(settings.items()))]
        page = free.pop() if free else new_window(self.browser, **settings)
        try:
            page.set_viewport_size({"width": width, "height": 900})
            yield page
            _clear(page)
        except BaseException:
            page.context.close()
            raise
        free.append(page)


def _clear(page: Page) -> None:
    """Take everything out of a window that a test may have left in it."""
    page.unroute_all()
    page.context.clear_cookies()
    page.evaluate("localStorage.clear(), sessionStorage.clear()")
    page.goto("about:blank")
    page.emulate_media(media="null", color_scheme="light")  # later: an empty page is drawn quickly
    assert page.context.pages == [page], "a test closes every other window that it opens"
