"""How long each step takes, beside the least that it could take, and what its readers load.

Every figure is of one run on one machine, so only ratios mean something elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree
from statistics import median

from corpus.build import mkdocs, pagefind, verify
from corpus.build.contents import tasks_by_key
from corpus.build.manifest import write_manifest
from corpus.build.parse_cache import parse_pages
from corpus.build.preview import preview
from corpus.build.publish import publish
from corpus.build.shared_files import link_files
from corpus.build.stage import stage
from corpus.checks.runner import check_paths, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.library.loader import load, load_without_records
from corpus.library.record import Record
from corpus.paths import CorpusPaths
from devtools.bench.figures import Figures
from devtools.bench.floor import floor, measure_copy, plain
from devtools.bench.timing import measure
from devtools.bench.visitor import gzipped_size, loaded_bytes
from devtools.fictional_collection import write_collection

_WORD = "compelence"
"""What the visitor looks for: one word of two thousand, as those are that mean much."""


def measure_size(size: int, runs: int, folder: Path, say: Callable[[str], None]) -> Figures:
    """The figures of a corpus of this size that is made in `folder`, medians of some runs."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    for run in range(runs):
        say(f"{size} opinions, run {run + 1} of {runs}")
        for name, found in _once(size, folder).items():
            times[name].append(found)
    seconds = {name: median(found) for name, found in times.items()}
    return Figures(size=size, **seconds, **_weights(CorpusPaths(folder)))


def _weights(paths: CorpusPaths) -> dict[str, int]:
    """What a visitor of the site of this corpus loads, in bytes."""
    measure(partial(plain, paths, paths.root / "plain", "search"))
    opinion = max(paths.opinions.glob("*/*.md"), key=lambda path: path.stat().st_size)
    address = f"{paths.relative(opinion).removesuffix('.md')}/"
    return {
        "first_search_bytes": loaded_bytes(paths.site, f"search/?q={_WORD}", "#results li"),
        "lunr_gz_bytes": gzipped_size(paths.root / "plain" / "search" / "search_index.json"),
        "opinion_page_bytes": loaded_bytes(paths.site, address, "#text"),
    }


def _once(size: int, folder: Path) -> dict[str, float]:
    """Every step once, each in a process of its own, one after the other."""
    rmtree(folder, ignore_errors=True)
    paths = write_collection(size, folder)
    built, steps = folder / "built" / "site", {}
    built.parent.mkdir()
    steps["floor"] = measure(partial(floor, paths))
    steps["check"] = measure(partial(check_paths, paths))
    steps["stage"] = measure(partial(_stage, paths))
    steps["copying"] = measure_copy(paths.staged, folder / "copy")
    steps["site"] = measure(partial(_build, paths, built))
    steps["plain"] = measure(partial(plain, paths, folder / "plain"))
    steps["search_index"] = measure(
        partial(pagefind.build_index, built, paths.site, folder / "log")
    )
    steps["finish"] = measure(partial(_finish, built, _valid(paths).records))
    rmtree(paths.build)  # so that no page is kept
    steps["build"] = measure(partial(publish, paths, paths.site, _nobody))
    _edit(paths)
    steps["build_again"] = measure(partial(publish, paths, paths.site, _nobody))
    steps["stage_again"] = measure(partial(_stage, paths), partial(_stage_and_edit, paths))
    steps["edit_to_page"] = measure(partial(_preview, paths), partial(_preview_and_edit, paths))
    times = {name: step.seconds for name, step in steps.items()}
    times["finish"] += times["search_index"]
    return {**times, "peak_mb": max(step.megabytes for step in steps.values())}


def _valid(paths: CorpusPaths, corpus: Corpus | None = None) -> ValidCorpus:
    found = valid_corpus(corpus or load(paths), ())
    if found is None:
        raise ValueError(f"the specimen in {paths.root} cannot be read")
    return found


def _stage(paths: CorpusPaths, before: Corpus | None = None) -> Corpus:
    corpus = load(paths, before)
    stage(tasks_by_key(_valid(paths, corpus)), paths.staged)
    return corpus


def _stage_and_edit(paths: CorpusPaths) -> Corpus:
    corpus = _stage(paths)
    _edit(paths)
    return corpus


def _preview(paths: CorpusPaths, before: Corpus | None = None) -> Corpus:
    return preview(paths, paths.site, _nobody, before)


def _preview_and_edit(paths: CorpusPaths) -> Corpus:
    corpus = _preview(paths)
    _edit(paths)
    return corpus


def _build(paths: CorpusPaths, built: Path) -> None:
    references = load_without_records(paths).references
    if references is None:
        raise ValueError(f"the specimen in {paths.root} cannot be read")
    link_files(mkdocs.build(paths, references.commission, built.parent), built)


def _finish(built: Path, records: tuple[Record, ...]) -> None:
    """What is done with the built site once it has its search."""
    write_manifest(built, records)
    verify.site_errors(built, parse_pages(built, built.with_name("looked.json")), records, ())


def _nobody(_: str) -> None:
    """Who is told what the building of a site has to say."""


def _edit(paths: CorpusPaths) -> None:
    """Change the summary of the first opinion that has one."""
    for path in sorted(paths.opinions.glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        if "\nsummary: " in text:
            path.write_text(text.replace("\nsummary: ", "\nsummary: Again ", 1), encoding="utf-8")
            return
