"""A browser and a plain web server, and how many bytes one loads from the other."""

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

_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml"}
"""Files that any host compresses; the search index is compressed already."""


def loaded_bytes(site: Path, url: str, selector: str) -> int:
    """The bytes that a first visit to a page loads, until `selector` is on the page."""
    paths: set[str] = set()
    with chromium() as browser, serve_folder(site) as address:
        page = browser.new_page()
        page.on("request", lambda request: paths.add(urlsplit(request.url).path))
        page.goto(f"{address}{url}")
        page.wait_for_selector(selector)
        page.wait_for_load_state("networkidle")
    return sum(_sent_bytes(site / unquote(path).removeprefix("/")) for path in paths)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the browser on the PATH, else the one of Playwright; `make browser` installs one."""
    # The first has no parts for a person to see, and takes less processor time.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=sandbox)
        yield browser
        browser.close()


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port, and yield its address."""
    handler = partial(_QuietHandler, directory=os.fspath(folder))
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


def _sent_bytes(path: Path) -> int:
    path = path / "index.html" if path.is_dir() else path
    return gzipped_size(path) if path.suffix in _COMPRESSED else path.stat().st_size


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serve a folder without a log."""

    def log_message(self, *_: object) -> None:
        """Log nothing."""
