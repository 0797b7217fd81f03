"""A real browser and the sites that it looks at, each served by itself as on any plain host."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Self

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

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


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and tells nobody."""

    def log_message(self, *_: object) -> None:
        pass


class _Host:
    """A folder on a port of its own."""

    def __init__(self, folder: Path) -> None:
        handler = partial(_Quiet, directory=os.fspath(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser on the PATH, else Playwright's own; `make browser` sees to one of them."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    rootless = [] if os.geteuid() else ["--no-sandbox"]
    quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*rootless, *quiet])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def real(chromium: Browser, real_site: Path) -> Iterator[Visitor]:
    """A visitor of the real site, at the root of its host."""
    with _Host(real_site) as host:
        yield Visitor(chromium, host.address)


@pytest.fixture(scope="session")
def council(
    chromium: Browser, council_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Visitor]:
    """A visitor of a fictional site of fifty opinions, below a path of its host."""
    folder = tmp_path_factory.mktemp("host")
    (folder / "opinions").symlink_to(council_site)
    with _Host(folder) as host:
        yield Visitor(chromium, f"{host.address}opinions/")


@pytest.fixture(scope="session")
def besieged(chromium: Browser, besieged_site: Path) -> Iterator[Visitor]:
    """A visitor of the site in which every attack stands that no rule refuses."""
    with _Host(besieged_site) as host:
        yield Visitor(chromium, host.address)
