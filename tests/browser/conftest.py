"""A real browser and the sites that it looks at, each served by itself as on any plain host."""

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
    """Someone who opens pages of one site."""

    browser: Browser
    home: str

    @contextmanager
    def at(self, url: str, width: int = WIDE, **settings: Any) -> Iterator[Page]:
        """A page of the site, the settings are Playwright's."""
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
    with chromium() as found:
        yield found


@pytest.fixture(scope="session")
def visitor(browser: Browser, real_site: Path) -> Iterator[Visitor]:
    """A visitor of the real site, at the root of its host."""
    with serve_folder(real_site) as address:
        yield Visitor(browser, address)


@pytest.fixture(scope="session")
def visitor_of_fictional_site(
    browser: Browser, fictional_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """A visitor of a fictional site of fifty opinions, below a path of its host."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "opinions").symlink_to(fictional_site)
    with serve_folder(folder) as address:
        yield Visitor(browser, f"{address}opinions/")


@pytest.fixture(scope="session")
def visitor_of_attacked_site(browser: Browser, attacked_site: Path) -> Iterator[Visitor]:
    """A visitor of the site in which every attack stands that no rule refuses."""
    with serve_folder(attacked_site) as address:
        yield Visitor(browser, address)
