"""A browser, and the sites that the tests open in it, each on a local server of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from devtools.bench.browser import chromium, serve_folder

WIDE, NARROW = 1280, 390


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who opens pages of one site in a browser."""

    browser: Browser
    home: str

    @contextmanager
    def at(self, url: str, width: int = WIDE, **settings: Any) -> Iterator[Page]:
        """Open a page of the site; the settings are those of a browser context of Playwright."""
        size: ViewportSize = {"width": width, "height": 900}
        settings = {"reduced_motion": "reduce", **settings}
        context = self.browser.new_context(viewport=size, **settings)
        try:
            page = context.new_page()
            page.goto(self.home + url, wait_until="load")
            yield page
        finally:
            context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def visitor(browser: Browser, real_site: Path) -> Iterator[Visitor]:
    """A visitor of the site of this repository, at the root of its host."""
    with serve_folder(real_site) as address:
        yield Visitor(browser, address)


@pytest.fixture(scope="session")
def visitor_of_fictional_site(
    browser: Browser, fictional_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """A visitor of the fictional site, in a folder of its host."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "opinions").symlink_to(fictional_site)
    with serve_folder(folder) as address:
        yield Visitor(browser, f"{address}opinions/")


@pytest.fixture(scope="session")
def visitor_of_attacked_site(browser: Browser, attacked_site: Path) -> Iterator[Visitor]:
    """A visitor of the site with every attack that no rule refuses."""
    with serve_folder(attacked_site) as address:
        yield Visitor(browser, address)
