"""Measure every step of a build, and the bytes that a reader loads."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import which
from statistics import median
from urllib.parse import quote_plus

from corpus.analysis.index import build_index
from corpus.build.contents import site_tasks
from corpus.build.manifest import add_records, write_manifest
from corpus.build.mkdocs import build_all_pages
from corpus.build.parsed_page import parse_pages
from corpus.build.pdf_files import add_pdf_files
from corpus.build.serve.changed_pages import ServedPages
from corpus.build.site import build_site, write_search_index
from corpus.build.stage import stage
from corpus.build.verify import site_errors
from corpus.checks.runner import check_paths, valid_corpus
from corpus.library.corpus import ValidCorpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from corpus.pdf.files import pdf_files
from devtools.bench.baselines import floor, hugo, measure_copy, plain, write_hugo_site
from devtools.bench.browser import gzipped_size, loaded_bytes
from devtools.bench.figures import Figures
from devtools.bench.timing import measure
from devtools.fictional_collection import write_collection

_RUNS, _LARGE = 3, 1_000
"""A larger collection is measured once."""

_OTHERS = ("floor", "copying", "plain", "build")
"""Steps whose memory does not count for the build: they only compare, or are measured apart."""

_SEARCHES = (
    "compelence",
    "party",
    "may the arbiter tell anyone about the private caucus of a party",
    "confidentialty",
    '"arbiter party"',
)
"""A rare word, a common one, a sentence, a misspelling and a phrase."""


def measure_size(size: int, folder: Path, report: Callable[[str], None]) -> Figures:
    """The medians of the figures for a collection of this size, written below a new `folder`."""
    runs = [folder / str(run) for run in range(1, 1 + (_RUNS if size <= _LARGE else 1))]
    times: defaultdict[str, list[float]] = defaultdict(list)
    for run in runs:
        report(f"{size} opinions, run {run.name} of {len(runs)}")
        for name, value in _measure_steps(size, run).items():
            times[name].append(value)
    medians: dict[str, float | None] = {name: median(values) for name, values in times.items()}
    return Figures(size=size, **{"hugo": None} | medians, **_page_weights(CorpusPaths(runs[0])))


def _page_weights(paths: CorpusPaths) -> dict[str, int]:
    measure(partial(plain, paths, paths.root / "plain", "search"))
    longest = max(paths.opinions.glob("*/*.md"), key=lambda path: path.stat().st_size)
    url = f"{paths.relative(longest).removesuffix('.md')}/"
    return {
        "first_search_bytes": max(map(partial(_search_bytes, paths.site), _SEARCHES)),
        "lunr_gz_bytes": gzipped_size(paths.root / "plain" / "search" / "search_index.json"),
        "opinion_page_bytes": loaded_bytes(paths.site, url, "#text"),
    }


def _search_bytes(site: Path, text: str) -> int:
    answered = "#results li, #nothing-found:not([hidden])"
    return loaded_bytes(site, f"search/?q={quote_plus(text)}", answered)


def _measure_steps(size: int, folder: Path) -> dict[str, float]:
    """Run every step once, each in its own process, and write everything below a new folder.

    This process never holds much, because what it holds counts as memory of each step. Nothing is
    deleted before the last step: some file systems are ten times as slow for minutes afterward.
    """
    measure(partial(write_collection, size, folder))
    paths = CorpusPaths(folder)
    built = folder / "built" / "site"
    steps = {}
    built.parent.mkdir()
    load_corpus = partial(_load_valid, paths)
    steps["floor"] = measure(partial(floor, paths))
    steps["check"] = measure(partial(check_paths, paths))
    steps["stage"] = measure(partial(_stage, paths))
    steps["copying"] = measure_copy(paths.staged, folder / "copy")
    steps["site"] = measure(partial(_build_all_pages, paths, built), load_corpus)
    steps["plain"] = measure(partial(plain, paths, folder / "plain"))
    steps["search_index"] = measure(partial(_write_search_index, built), load_corpus)
    steps["finish"] = measure(partial(_finish, built), load_corpus)
    paths.build.rename(folder / "staged")
    steps["pdf"] = measure(partial(_make_pdf_files, paths, folder / "pdf"), load_corpus)
    steps["build"] = measure(partial(build_site, paths, paths.site, _ignore))
    steps["edit_to_page"] = measure(ServedPages.update, partial(_edited, paths))
    times = {name: step.seconds for name, step in steps.items()}
    if which("hugo"):
        write_hugo_site(paths, folder / "hugo")
        times["hugo"] = measure(partial(hugo, folder / "hugo")).seconds
    return {
        **times,
        "peak_mb": max(
            steps["build"].own_megabytes,
            *(step.megabytes for name, step in steps.items() if name not in _OTHERS),
        ),
    }


def _load_valid(paths: CorpusPaths) -> ValidCorpus:
    valid = valid_corpus(load(paths), ())
    if valid is None:
        raise ValueError("the fictional collection is not valid")
    return valid


def _stage(paths: CorpusPaths) -> None:
    stage(site_tasks(_load_valid(paths)), paths.staged)


def _build_all_pages(paths: CorpusPaths, built: Path, corpus: ValidCorpus) -> None:
    build_all_pages(paths.staged, corpus.references.commission, built, paths.mkdocs_log)


def _make_pdf_files(paths: CorpusPaths, built: Path, corpus: ValidCorpus) -> None:
    """Make every PDF file, which the build then finds."""
    index = build_index(corpus.references, corpus.records, corpus.seals)
    add_pdf_files(built, pdf_files(index), paths.kept_pdf_files)


def _write_search_index(built: Path, corpus: ValidCorpus) -> None:
    write_search_index(built, build_index(corpus.references, corpus.records, corpus.seals))


def _finish(built: Path, corpus: ValidCorpus) -> None:
    add_records(built, corpus.records)
    write_manifest(built)
    site_errors(built, parse_pages(built), corpus.records, ())


def _edited(paths: CorpusPaths) -> ServedPages:
    """Pages that show the corpus as it was before one record changed."""
    served = ServedPages(paths, _ignore)
    served.update()
    _edit(paths)
    return served


def _ignore(_: str) -> None:
    """Show no messages of a build."""


def _edit(paths: CorpusPaths) -> None:
    """Change the summary of the first opinion that has one."""
    for path in sorted(paths.opinions.glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        if "\nsummary: " in text:
            path.write_text(text.replace("\nsummary: ", "\nsummary: Again ", 1), encoding="utf-8")
            return
