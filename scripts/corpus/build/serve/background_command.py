"""A command that runs in the background, such as the build that `serve` starts after an edit."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from corpus.build.site import Progress


class BackgroundCommand:
    """A command that runs in the background and can be started again."""

    def __init__(self, command: Sequence[str | Path], report: Progress) -> None:
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
