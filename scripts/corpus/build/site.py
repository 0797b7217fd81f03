"""From the records to the finished site: check, stage, build, verify, swap."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from corpus.analysis.index import CorpusIndex, build_index
from corpus.build import mkdocs
from corpus.build.contents import site_tasks
from corpus.build.lock import folder_lock
from corpus.build.manifest import add_records, write_manifest
from corpus.build.parsed_page import parse_pages
from corpus.build.pdf_files import add_pdf_files
from corpus.build.stage import stage
from corpus.build.subprocesses import SubprocessError
from corpus.build.swap import may_be_replaced, scratch, swap
from corpus.build.verify import site_errors
from corpus.checks.report import as_text
from corpus.checks.runner import check, valid_corpus
from corpus.findings import Finding
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load
from corpus.output.exports.search_index import search_index
from corpus.paths import CorpusPaths
from corpus.pdf.files import pdf_files
from corpus.pdf.typesetting import TypesettingError

Progress = Callable[[str], None]
"""A function that shows a message about the progress of a build."""


class SiteNotBuiltError(Exception):
    """The site was not built; the message says why, and the previous site is unchanged."""

    def __init__(self, message: str = "", findings: Sequence[Finding] = ()) -> None:
        """The reason is a message, or the findings of the check, or both."""
        self.message = message
        self.findings = findings
        findings_text = as_text(findings) if findings else ""
        super().__init__("\n".join(filter(None, (findings_text, message))))


def build_site(paths: CorpusPaths, site: Path, report: Progress) -> None:
    """Build the site of a corpus into `site`; raises `SiteNotBuiltError`.

    If `site` is a link, the folder that it leads to is replaced.
    """
    site = Path(os.path.realpath(site))
    with build_guard(paths, site, report) as require_lock:
        corpus = require_valid(load(paths), report)
        with scratch(site) as folder:
            built = build_unverified(corpus, paths, folder, report)
            if errors := errors_in_site(built, corpus, report):
                raise SiteNotBuiltError("\n".join(errors))
            require_lock()
            swap(built, site)
    adopted = sum(not record.opinion.is_draft for record in corpus.records)
    report(f"site built in {site}: {adopted} opinion{'' if adopted == 1 else 's'}")


def build_unverified(
    corpus: ValidCorpus, paths: CorpusPaths, folder: Path, report: Progress
) -> Path:
    """Build the whole site into a new folder in `folder`, to be verified; return its path."""
    built = folder / "site"
    stage(site_tasks(corpus), paths.staged)
    report("building the pages")
    mkdocs.build_all_pages(paths.staged, corpus.references.commission, built, paths.mkdocs_log)
    report("building the search index")
    index = build_index(corpus.references, corpus.records, corpus.seals)
    write_search_index(built, index)
    add_records(built, corpus.records)
    report("typesetting the PDF files")
    add_pdf_files(built, pdf_files(index), paths.kept_pdf_files)
    write_manifest(built)
    return built


def errors_in_site(built: Path, corpus: ValidCorpus, report: Progress) -> tuple[str, ...]:
    """Everything that is wrong with the built site of a corpus, each as a sentence."""
    report("verifying the site")
    published = (seal.id.url for seal in corpus.seals)
    return site_errors(built, parse_pages(built), corpus.records, published)


@contextmanager
def build_guard(paths: CorpusPaths, site: Path, report: Progress) -> Iterator[Callable[[], None]]:
    """Keep other builds out; every failure within becomes `SiteNotBuiltError`.

    Yield a function that fails if the lock no longer holds. A folder that no build made is refused.
    """
    try:
        if not may_be_replaced(site):
            message = f"{site} is not replaced, because no build made it; choose another --out"
            raise SiteNotBuiltError(message)
        paths.build.mkdir(exist_ok=True)
        waiting = "another build is running; waiting until it ends"
        with folder_lock(paths.build, lambda: report(waiting)) as is_locked:
            yield partial(_require_lock, is_locked, paths.build)
    except (SubprocessError, TypesettingError) as error:
        raise SiteNotBuiltError(str(error)) from None
    except OSError as error:
        raise SiteNotBuiltError(f"the site cannot be written: {error}") from error


def _require_lock(is_locked: Callable[[], bool], folder: Path) -> None:
    if not is_locked():
        raise SiteNotBuiltError(f"{folder} was removed during the build; build again")


def require_valid(corpus: Corpus, report: Progress) -> ValidCorpus:
    """Report the findings and return the corpus; raises `SiteNotBuiltError` if it has errors."""
    findings = check(corpus)
    valid = valid_corpus(corpus, findings)
    if valid is None:
        raise SiteNotBuiltError(findings=findings)
    report(as_text(findings))
    return valid


def write_search_index(built: Path, index: CorpusIndex) -> None:
    """Write the files of the search."""
    for path, text in search_index(index):
        (built / path).parent.mkdir(parents=True, exist_ok=True)
        (built / path).write_text(text, encoding="utf-8")
