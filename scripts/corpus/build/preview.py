"""Keep the pages of a site up to date while somebody edits; search and verification follow later.

A preview remembers which task staged which files, by a hash of all input of the task. After an
edit, it repeats only the tasks with another hash, has MkDocs build their pages, and replaces those
files in the site.
"""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from shutil import copytree

from corpus.build.contents import tasks_by_key
from corpus.build.links import replace_with_links
from corpus.build.mkdocs import build_pages
from corpus.build.publish import Report, build_lock, require_valid
from corpus.build.stage import empty, write_tasks
from corpus.build.swap import mark, scratch
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.output.task import OutputTask
from corpus.paths import THEME, CorpusPaths


class Preview:
    """The pages of one corpus in its site, updated as often as wanted."""

    def __init__(self, paths: CorpusPaths, report: Report) -> None:
        """Messages about the progress go to `report`."""
        self._paths = paths
        self._report = report
        self._staged_files: dict[str, tuple[str, ...]] = {}
        """The staged files of each task by its key."""

    def update(self) -> None:
        """Bring the site up to date, or raise `NotPublishedError`.

        A page that no longer belongs to the site stays until the next build.
        """
        with build_lock(self._paths, self._paths.site, self._report):
            corpus = require_valid(load(self._paths), self._report)
            tasks = tasks_by_key(corpus)
            self._remove_obsolete(tasks)
            new = {key: task for key, task in tasks.items() if key not in self._staged_files}
            written = write_tasks(tuple(new.values()), self._paths.previewed)
            self._show(list(chain.from_iterable(written)), corpus)
            self._staged_files |= zip(new, written, strict=True)

    def _remove_obsolete(self, tasks: Mapping[str, OutputTask]) -> None:
        """Remove the staged files of tasks that are no longer the same, at first all files."""
        if not self._staged_files:
            empty(self._paths.previewed)
        for key in self._staged_files.keys() - tasks.keys():
            for name in self._staged_files.pop(key):
                (self._paths.previewed / name).unlink()

    def _show(self, names: list[str], corpus: ValidCorpus) -> None:
        """Put these staged files into the site, the pages as MkDocs builds them."""
        staged, site = self._paths.previewed, self._paths.site
        pages = [name for name in names if name.endswith(".md")]
        files = {name: staged / name for name in names if not name.endswith(".md")}
        with scratch(site) as folder:
            commission, log = corpus.references.commission, self._paths.mkdocs_log
            files |= build_pages(staged, pages, commission, folder, log)
            mark(site)
            copytree(THEME / "assets", site / "assets", dirs_exist_ok=True)
            replace_with_links(site, files)
