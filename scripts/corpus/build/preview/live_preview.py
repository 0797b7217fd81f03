"""Keep a preview up to date while somebody edits, and build the whole site in the background."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread

from corpus.build.preview.pages import Preview
from corpus.build.publish import NotPublishedError, Report
from corpus.paths import SCRIPTS, SETTINGS, CorpusPaths, files_below


class LivePreview:
    """The preview of one corpus, updated as often as wanted."""

    problem: NotPublishedError | None = None
    """Why the last update or background build failed."""

    def __init__(self, paths: CorpusPaths, report: Report, on_failure: Callable[[], None]) -> None:
        """The background build adds search and verification, and leaves the pages as they are.

        `on_failure` is called after the background build has failed.
        """
        build: list[str | Path] = [sys.executable, SCRIPTS / "build.py", "--root", paths.root]
        self._report = report
        self._on_failure = on_failure
        self._build = BackgroundCommand(build, self._background_failed)
        self._preview = Preview(paths, report)
        self._programs = _programs()

    def update(self) -> None:
        """Update the preview, or report why it cannot be built and leave it as it was.

        If a program or the theme changed, the command starts again with the new ones.
        """
        self.stop()
        if _programs() != self._programs:
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        try:
            self._preview.update()
        except NotPublishedError as error:
            self._fail(error)
        else:
            self.problem = None
            self._build.start()

    def stop(self) -> None:
        """Stop the background build."""
        self._build.stop()

    def _background_failed(self, output: str) -> None:
        self._fail(NotPublishedError(output))
        self._on_failure()

    def _fail(self, problem: NotPublishedError) -> None:
        self._report(str(problem))
        self.problem = problem


class BackgroundCommand:
    """A command that runs in the background and can be started again."""

    def __init__(self, command: Sequence[str | Path], report: Report) -> None:
        """Its output is reported only if it fails."""
        self._command = command
        self._report = report
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the command, after stopping it if it still runs."""
        self.stop()
        self._process = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        Thread(target=self._wait, args=(self._process,), daemon=True).start()

    def stop(self) -> None:
        """Stop the command with all processes that it started, if it still runs."""
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait()

    def _wait(self, process: subprocess.Popen[str]) -> None:
        output, _ = process.communicate()
        if process.returncode > 0:
            self._report(output.strip())


def _programs() -> dict[Path, int]:
    """When each file that shapes the site last changed; Python itself writes `.pyc`."""
    names = (name for name in files_below(SCRIPTS) if not name.endswith(".pyc"))
    files = (SETTINGS, *(SCRIPTS / name for name in names))
    return {path: path.stat().st_mtime_ns for path in files}
