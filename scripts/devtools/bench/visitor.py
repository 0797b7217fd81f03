"""A browser and a plain host, and how much the one loads from the other."""

import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, sync_playwright

_ZIPPED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""What any host sends compressed; the index of the search is so already."""


def loaded_bytes(site: Path, url: str, awaited: str) -> int:
    """The bytes of all files of a site that a first visit of a page loads over the wire.

    `awaited` is the selector of what stands on the page once all is there.
    """
    asked: set[str] = set()
    with chromium() as browser, serve_folder(site) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.add(urlsplit(request.url).path))
        page.goto(f"{address}{url}")
        page.wait_for_selector(awaited)
        page.wait_for_load_state("networkidle")
    return sum(_sent(site / unquote(path).removeprefix("/")) for path in asked)


@contextmanager
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


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a port of its own, and give its address."""
    handler = partial(_Quiet, directory=os.fspath(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def gzipped_size(path: Path) -> int:
    """The bytes of a file as hosts compress it."""
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def _sent(path: Path) -> int:
    path = path / "index.html" if path.is_dir() else path
    return gzipped_size(path) if path.suffix in _ZIPPED else path.stat().st_size


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and tells nobody."""

    def log_message(self, *_: object) -> None:
        """Nothing."""
