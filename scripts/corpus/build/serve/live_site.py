"""The site while somebody edits: changed pages first, then a whole build in the background."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from corpus.build.serve.background_command import BackgroundCommand
from corpus.build.serve.changed_pages import ServedPages
from corpus.build.site import Progress, SiteNotBuiltError
from corpus.paths import MKDOCS_SETTINGS, SCRIPTS, CorpusPaths, files_below


class LiveSite:
    """The site of one corpus on this computer, which can be updated any number of times."""

    problem: SiteNotBuiltError | None = None
    """Why the last update or background build failed."""

    def __init__(
        self, paths: CorpusPaths, report: Progress, on_failure: Callable[[], None]
    ) -> None:
        """The background build adds search and verification, and leaves the pages as they are.

        `on_failure` is called after the background build has failed.
        """
        build: list[str | Path] = [sys.executable, SCRIPTS / "build.py", "--root", paths.root]
        self._report = report
        self._on_failure = on_failure
        self._build = BackgroundCommand(build, self._background_failed)
        self._pages = ServedPages(paths, report)
        self._programs = _programs()

    def update(self) -> None:
        """Update the pages, or report why they cannot be built and leave them as they were.

        If a program or the theme changed, the command starts again with the new ones.
        """
        self.stop()
        if _programs() != self._programs:
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        try:
            self._pages.update()
        except SiteNotBuiltError as error:
            self._fail(error)
        else:
            self.problem = None
            self._build.start()

    def stop(self) -> None:
        """Stop the background build."""
        self._build.stop()

    def _background_failed(self, output: str) -> None:
        self._fail(SiteNotBuiltError(output))
        self._on_failure()

    def _fail(self, problem: SiteNotBuiltError) -> None:
        self._report(str(problem))
        self.problem = problem


def _programs() -> dict[Path, int]:
    """When each file that shapes the site last changed; Python itself writes `.pyc`."""
    names = (name for name in files_below(SCRIPTS) if not name.endswith(".pyc"))
    files = (MKDOCS_SETTINGS, *(SCRIPTS / name for name in names))
    changed: dict[Path, int] = {}
    for path in files:
        with suppress(FileNotFoundError):  # an editor removed its temporary file
            changed[path] = path.stat().st_mtime_ns
    return changed
