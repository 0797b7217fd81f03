"""A site to look at while one writes: its pages at once, what takes longer afterwards."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from corpus.library.corpus import Corpus
from corpus.build.manifest import record_path, add_records
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from corpus.build.publish import Report, build_lock, pages, require_valid
from corpus.build.pagefind import is_index_file
from corpus.build.shared_files import update_folder
from corpus.build.swap import MARK, mark, scratch


def preview(paths: CorpusPaths, site: Path, say: Report, before: Corpus | None = None) -> Corpus:
    """Show the pages of a corpus in `site`; raises `NotPublishedError`.

    The search finds what it found before, nothing is verified, and only what changed is put in
    its place. What is returned is `before` for the next one, which does not read that again.
    """
    with build_lock(paths, site, say):
        corpus = load(paths, before)
        valid = require_valid(corpus, say)
        with scratch(site) as folder:
            files = pages(paths, valid, folder, say)
            mark(site)
            records = {record_path(record) for record in valid.records}
            update_folder(files, site, lambda name: name in records or is_index_file(name) or name == MARK)
            add_records(site, valid.records)
    return corpus


class BackgroundCommand:
    """A program that runs beside this one, and is stopped when it has to run anew."""

    def __init__(self, command: Sequence[str | Path], say: Report) -> None:
        """What it says is told where it fails, and else is not."""
        self._command = command
        self._say = say
        self._running: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Run it from the beginning."""
        self.stop()
        self._running = subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,
        )
        Thread(target=self._wait, args=(self._running,), daemon=True).start()

    def stop(self) -> None:
        """End it with all that it started, if it is still at work."""
        if self._running and self._running.poll() is None:
            os.killpg(self._running.pid, signal.SIGTERM)
            self._running.wait()

    def _wait(self, running: subprocess.Popen[str]) -> None:
        said, _ = running.communicate()
        if running.returncode > 0:
            self._say(said.strip())
