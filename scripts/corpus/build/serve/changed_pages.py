"""Keep the pages of a site up to date while somebody edits; a build then updates the rest.

`ServedPages` remembers one thing: for each page, a hash of all that the page is made from. After an
edit, it stages only the pages with a new hash, has MkDocs build those that are different now, and
replaces them in the site. If a page is gone, it makes all pages again.
"""

from collections.abc import Iterable, Mapping, Sequence

from corpus.build.contents import page_tasks_by_key, site_tasks
from corpus.build.hard_links import replace_with_links
from corpus.build.mkdocs import build_pages
from corpus.build.site import Progress, build_guard, require_valid
from corpus.build.stage import stage, write_tasks
from corpus.build.swap import MARK, mark, scratch
from corpus.build.theme_files import copy_theme
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.model.commission import Commission
from corpus.output.task import OutputTask
from corpus.paths import CorpusPaths, files_below


class ServedPages:
    """The pages of one corpus in its site, which can be updated any number of times."""

    def __init__(self, paths: CorpusPaths, report: Progress) -> None:
        """Messages about the progress go to `report`."""
        self._paths = paths
        self._report = report
        self._pages: Mapping[str, str] = {}
        self._commission: Commission | None = None

    def update(self) -> None:
        """Bring the pages of the site up to date, or raise `SiteNotBuiltError`.

        A page that no longer belongs to the site stays until the next build.
        """
        with build_guard(self._paths, self._paths.site, self._report):
            corpus = require_valid(load(self._paths), self._report)
            tasks = page_tasks_by_key(corpus)
            commission = corpus.references.commission
            pages = {key: task.name for key, task in tasks.items()}
            is_new = commission != self._commission  # its name is on every page
            known = {} if is_new or self._has_lost_pages(pages.values()) else self._pages
            self._pages = {}
            self._commission = commission
            self._show(self._stage(tasks, known, corpus), commission)
            self._pages = pages  # after a failure there are none, and all is made again

    def _has_lost_pages(self, names: Iterable[str]) -> bool:
        """Whether a known page is not among these names, or a folder of pages is gone."""
        is_there = (self._paths.site / MARK).is_file() and self._paths.served.is_dir()
        return not is_there or not frozenset(self._pages.values()) <= frozenset(names)

    def _stage(
        self, tasks: Mapping[str, OutputTask], known: Mapping[str, str], corpus: ValidCorpus
    ) -> list[str]:
        """Stage the pages with a new key, at first everything; return the files that changed."""
        if known:
            new = [task for key, task in tasks.items() if key not in known]
            return write_tasks(new, self._paths.served)
        stage(site_tasks(corpus), self._paths.served)
        return files_below(self._paths.served)

    def _show(self, names: Sequence[str], commission: Commission) -> None:
        """Put these staged files into the site, the pages as MkDocs builds them."""
        staged = self._paths.served
        site = self._paths.site
        pages = [name for name in names if name.endswith(".md")]
        files = {name: staged / name for name in names if not name.endswith(".md")}
        with scratch(site) as folder:
            files |= build_pages(staged, pages, commission, folder, self._paths.mkdocs_log)
            mark(site)
            copy_theme(site)
            replace_with_links(site, files)
