"""Measure every step of a build, and the bytes that a reader loads."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median

from corpus.build import mkdocs, pagefind
from corpus.build.contents import tasks_by_key
from corpus.build.manifest import add_records, write_manifest
from corpus.build.parse_cache import parse_pages
from corpus.build.preview import preview
from corpus.build.publish import publish
from corpus.build.shared_files import link_files
from corpus.build.stage import stage
from corpus.build.verify import site_errors
from corpus.checks.runner import check_paths, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load
from corpus.paths import CorpusPaths
from devtools.bench.baselines import floor, measure_copy, plain
from devtools.bench.browser import gzipped_size, loaded_bytes
from devtools.bench.figures import Figures
from devtools.bench.timing import measure
from devtools.fictional_collection import write_collection

_RUNS, _LARGE = 3, 1_000
"""A larger collection is measured once."""

_SEARCH_WORD = "compelence"
"""One of two thousand words, as rare as words with a meaning are."""


def measure_size(size: int, folder: Path, report: Callable[[str], None]) -> Figures:
    """Return the medians of the figures for a collection of this size, written to `folder`."""
    runs = _RUNS if size <= _LARGE else 1
    times: defaultdict[str, list[float]] = defaultdict(list)
    for run in range(runs):
        report(f"{size} opinions, run {run + 1} of {runs}")
        for name, value in _measure_steps(size, folder).items():
            times[name].append(value)
    medians = {name: median(values) for name, values in times.items()}
    return Figures(size=size, **medians, **_page_weights(CorpusPaths(folder)))


def _page_weights(paths: CorpusPaths) -> dict[str, int]:
    measure(partial(plain, paths, paths.root / "plain", "search"))
    longest = max(paths.opinions.glob("*/*.md"), key=lambda path: path.stat().st_size)
    url = f"{paths.relative(longest).removesuffix('.md')}/"
    return {
        "first_search_bytes": loaded_bytes(paths.site, f"search/?q={_SEARCH_WORD}", "#results li"),
        "lunr_gz_bytes": gzipped_size(paths.root / "plain" / "search" / "search_index.json"),
        "opinion_page_bytes": loaded_bytes(paths.site, url, "#text"),
    }


def _measure_steps(size: int, folder: Path) -> dict[str, float]:
    """Run every step once, each in its own process."""
    rmtree(folder, ignore_errors=True)
    paths = write_collection(size, folder)
    built, steps = folder / "built" / "site", {}
    built.parent.mkdir()
    load_corpus = partial(_load_valid, paths)
    steps["floor"] = measure(partial(floor, paths))
    steps["check"] = measure(partial(check_paths, paths))
    steps["stage"] = measure(partial(_stage, paths))
    steps["copying"] = measure_copy(paths.staged, folder / "copy")
    steps["site"] = measure(partial(_build_pages, paths, built), load_corpus)
    steps["plain"] = measure(partial(plain, paths, folder / "plain"))
    search_index = partial(pagefind.build_index, built, paths.site, folder / "log")
    steps["search_index"] = measure(search_index)
    steps["finish"] = measure(partial(_finish, built), load_corpus)
    rmtree(paths.build)  # with its caches
    build = partial(publish, paths, paths.site, _ignore)
    steps["build"] = measure(build)
    _edit(paths)
    steps["build_again"] = measure(build)
    steps["stage_again"] = measure(*_before_and_after_edit(_stage, paths))
    steps["edit_to_page"] = measure(*_before_and_after_edit(_preview, paths))
    times = {name: step.seconds for name, step in steps.items()}
    times["finish"] += times["search_index"]
    return {**times, "peak_mb": max(step.megabytes for step in steps.values())}


def _load_valid(paths: CorpusPaths) -> ValidCorpus:
    return _valid(load(paths))


def _valid(corpus: Corpus) -> ValidCorpus:
    valid = valid_corpus(corpus, ())
    if valid is None:
        raise ValueError("the fictional collection is not valid")
    return valid


def _stage(paths: CorpusPaths, previous: Corpus | None = None) -> Corpus:
    corpus = load(paths, previous)
    stage(tasks_by_key(_valid(corpus)), paths.staged)
    return corpus


def _preview(paths: CorpusPaths, previous: Corpus | None = None) -> Corpus:
    return preview(paths, paths.site, _ignore, previous)


def _before_and_after_edit(
    step: Callable[..., Corpus], paths: CorpusPaths
) -> tuple[Callable[..., Corpus], Callable[[], Corpus]]:
    """Return a step to measure, and its preparation: the same step, and an edit after it."""

    def prepare() -> Corpus:
        corpus = step(paths)
        _edit(paths)
        return corpus

    return partial(step, paths), prepare


def _build_pages(paths: CorpusPaths, built: Path, corpus: ValidCorpus) -> None:
    link_files(built, mkdocs.build(paths, corpus.references.commission, built.parent))


def _finish(built: Path, corpus: ValidCorpus) -> None:
    add_records(built, corpus.records)
    write_manifest(built)
    site_errors(built, parse_pages(built, built.with_name("parsed.json")), corpus.records, ())


def _ignore(_: str) -> None:
    """Show no messages of a build."""


def _edit(paths: CorpusPaths) -> None:
    """Change the summary of the first opinion that has one."""
    for path in sorted(paths.opinions.glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        if "\nsummary: " in text:
            path.write_text(text.replace("\nsummary: ", "\nsummary: Again ", 1), encoding="utf-8")
            return
