"""A browser, and the sites that the tests open in it, each on its own local server."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.windows import WIDE, Windows, new_window
from devtools.bench.browser import chromium, serve_folder


@dataclass(frozen=True, slots=True)
class Visitor:
    """A person who opens pages of one site in a browser."""

    windows: Windows
    home: str

    @contextmanager
    def at(self, url: str, width: int = WIDE, **settings: Any) -> Iterator[Page]:
        """Open a page of the site; the settings are those of a browser context of Playwright."""
        with self.windows.one(width, **settings) as page:
            page.goto(self.home + url, wait_until="load")
            yield page

    @contextmanager
    def in_new_window(self, script: str, width: int = WIDE, **settings: Any) -> Iterator[Page]:
        """Open a window in which a script runs before those of any page."""
        page = new_window(self.windows.browser, width, **settings)
        try:
            page.add_init_script(script)
            yield page
        finally:
            page.context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The windows that the tests share."""
    return Windows(browser)


@pytest.fixture(scope="session")
def visitor(windows: Windows, real_site: Path) -> Iterator[Visitor]:
    """A visitor of the site of this repository, at the root of its host."""
    with serve_folder(real_site) as address:
        yield Visitor(windows, address)


@pytest.fixture(scope="session")
def visitor_of_fictional_site(
    windows: Windows, fictional_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """A visitor of the fictional site, in a folder of its host."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "opinions").symlink_to(fictional_site)
    with serve_folder(folder) as address:
        yield Visitor(windows, f"{address}opinions/")


@pytest.fixture(scope="session")
def visitor_of_attacked_site(windows: Windows, attacked_site: Path) -> Iterator[Visitor]:
    """A visitor of the site with every attack that no rule refuses."""
    with serve_folder(attacked_site) as address:
        yield Visitor(windows, address)
