"""Serve the site to a browser: pages load again, and a bar says what is wrong."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any

from mkdocs.livereload import LiveReloadServer

from corpus.build.problem_bar import STYLE, STYLE_PATH, add_problem_bar
from corpus.build.serve.live_site import LiveSite
from corpus.build.site import Progress
from corpus.paths import MKDOCS_SETTINGS, SCRIPTS, CorpusPaths

_RELOAD_SCRIPT = re.compile(r"<script>(\s*var livereload\b.*?)</script>", re.DOTALL)
"""The script that MkDocs adds to each page it serves."""

_NO_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>No page yet</title>
<body>
</body>
</html>
"""
"""Shown in place of a page that was never built. It looks again every two seconds."""

_NOTE = "You see the last pages that could be built. They change as soon as this is corrected."


class SiteServer(LiveReloadServer):
    """A server for one corpus on this computer."""

    def __init__(self, paths: CorpusPaths, port: int, report: Progress) -> None:
        """Messages about the progress go to `report`."""
        self.live_site = LiveSite(paths, report, self.reload_browsers)
        super().__init__(
            self.live_site.update, "127.0.0.1", port, str(paths.site), polling_interval=0.2
        )
        for path in (paths.opinions, paths.standards, paths.pages, SCRIPTS, MKDOCS_SETTINGS):
            if path.exists():
                self.watch(str(path))

    def reload_browsers(self) -> None:
        """Have every browser load its page again, unless an update is about to do so."""
        # MkDocs has no public way to do this; compare its `livereload` after an update.
        with self._epoch_cond:
            if self._visible_epoch == self._wanted_epoch:
                self._visible_epoch = self._wanted_epoch = self._visible_epoch + 1
                self._epoch_cond.notify_all()

    def serve_request(
        self, environ: dict[str, Any], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Answer a request; a page lets its reload script run, and has the bar if needed."""
        if environ["PATH_INFO"] == f"/{STYLE_PATH}":
            return _answer(STYLE.read_bytes(), "text/css", start_response)
        started: list[Any] = []
        content = super().serve_request(environ, lambda *answer: started.extend(answer))
        status, headers = started
        is_page = status.startswith("200") and ("Content-Type", "text/html") in headers
        problem = self.live_site.problem
        if not is_page and not (problem and status.startswith("404")):
            start_response(status, headers)
            return content
        page = _allow_reloading(b"".join(content).decode()) if is_page else _NO_PAGE
        if problem:
            page = add_problem_bar(page, "/", problem, _NOTE)
        return _answer(page.encode(), "text/html", start_response)


def _answer(
    content: bytes, media_type: str, start_response: Callable[..., object]
) -> Iterable[bytes]:
    headers = [("Content-Type", media_type), ("Content-Length", str(len(content)))]
    start_response("200 OK", headers)
    return [content]


def _allow_reloading(page: str) -> str:
    """Allow the script of MkDocs, and no other inline script, in the page's security policy."""
    script = _RELOAD_SCRIPT.search(page)
    if script is None:
        return page
    digest = b64encode(sha256(script[1].encode()).digest()).decode()
    return page.replace("script-src ", f"script-src 'sha256-{digest}' ", 1)
