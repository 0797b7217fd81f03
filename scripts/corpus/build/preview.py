"""The site of a change for people who review it, even if the change has errors."""

from pathlib import Path

from corpus.build.problem_bar import STYLE, STYLE_PATH, add_problem_bar
from corpus.build.site import (
    Progress,
    SiteNotBuiltError,
    build_guard,
    build_unverified,
    errors_in_site,
)
from corpus.build.swap import scratch, swap
from corpus.checks.report import as_text
from corpus.checks.runner import check, has_errors
from corpus.checks.showable import showable_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths, files_below


def build_preview(paths: CorpusPaths, site: Path, report: Progress) -> None:
    """Build what pages can show of a corpus into `site`.

    If the corpus has errors, each page says so at its head, and `SiteNotBuiltError` is raised after
    the site is built. It is raised without a site if no page can be built.
    """
    with build_guard(paths, site, report) as require_lock:
        corpus = load(paths)
        findings = check(corpus)
        shown = showable_corpus(corpus, findings)
        if shown is None:
            message = "There is no preview: a file that other pages need has errors."
            raise SiteNotBuiltError(message, findings)
        with scratch(site) as folder:
            built = build_unverified(shown, paths, folder, report)
            errors = errors_in_site(built, shown, report)
            problem = SiteNotBuiltError("\n".join(errors), findings)
            is_wrong = bool(errors) or has_errors(findings)
            if is_wrong:
                _add_bars(built, problem, _note(corpus, shown))
            require_lock()
            swap(built, site)
    report(f"preview built in {site}")
    if is_wrong:
        raise problem
    report(as_text(findings))


def _add_bars(built: Path, problem: SiteNotBuiltError, note: str) -> None:
    (built / STYLE_PATH).write_bytes(STYLE.read_bytes())
    for name in files_below(built, ".html"):
        page = (built / name).read_text(encoding="utf-8")
        with_bar = add_problem_bar(page, "../" * name.count("/"), problem, note)
        (built / name).write_text(with_bar, encoding="utf-8")


def _note(corpus: Corpus, shown: ValidCorpus) -> str:
    """Say what the preview is, and which records it lacks."""
    note = "This is a preview of a change that cannot be published as it is."
    paths = {record.parsed_file.path for record in shown.records}
    missing = ", ".join(path for path in corpus.record_paths if path not in paths)
    return f"{note} It lacks {missing}." if missing else note
