"""Keep the pages of a site up to date while somebody edits; everything else follows with a build.

A preview remembers one thing: for each page, a hash of all that the page is made from. After an
edit, it stages only the pages with a new hash, has MkDocs build those that are different now, and
replaces them in the site.
"""

from collections.abc import Sequence
from shutil import copytree

from corpus.build.contents import page_tasks_by_key, site_tasks
from corpus.build.links import replace_with_links
from corpus.build.mkdocs import build_pages
from corpus.build.publish import Report, build_lock, require_valid
from corpus.build.stage import stage, write_tasks
from corpus.build.swap import mark, scratch
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.paths import THEME, CorpusPaths, files_below


class Preview:
    """The pages of one corpus in its site, updated as often as wanted."""

    def __init__(self, paths: CorpusPaths, report: Report) -> None:
        """Messages about the progress go to `report`."""
        self._paths = paths
        self._report = report
        self._keys = frozenset[str]()

    def update(self) -> None:
        """Bring the pages of the site up to date, or raise `NotPublishedError`.

        A page that no longer belongs to the site stays until the next build.
        """
        with build_lock(self._paths, self._paths.site, self._report):
            corpus = require_valid(load(self._paths), self._report)
            tasks = page_tasks_by_key(corpus)
            known, self._keys = self._keys, frozenset()  # after a failure, all is made again
            if known:
                changed = [task for key, task in tasks.items() if key not in known]
                names = write_tasks(changed, self._paths.previewed)
            else:
                stage(site_tasks(corpus), self._paths.previewed)
                names = files_below(self._paths.previewed)
            self._show(names, corpus)
            self._keys = frozenset(tasks)

    def _show(self, names: Sequence[str], corpus: ValidCorpus) -> None:
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
