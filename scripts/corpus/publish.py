"""From the records to the finished site: check, stage, build, verify, swap."""

from collections.abc import Callable
from pathlib import Path

from corpus import engine, verify
from corpus.check import check, has_errors
from corpus.load import load
from corpus.places import Places
from corpus.records import Library
from corpus.relate import relate
from corpus.render import render
from corpus.report import as_text
from corpus.schema import opinion_schema
from corpus.stage import stage
from corpus.swap import may_be_replaced, scratch, swap


class NotPublishedError(Exception):
    """The site was not built; the message says why, and the previous site is as it was."""


def publish(places: Places, site: Path, say: Callable[[str], None]) -> None:
    """Build the site of a corpus into `site`; raises `NotPublishedError`."""
    if not may_be_replaced(site):
        raise NotPublishedError(f"{site} was not made here and is not replaced; give another --out")
    library = load(places)
    _refuse_errors(library, say)
    try:
        _build(places, library, site)
    except engine.EngineError as error:
        raise NotPublishedError(str(error)) from None
    except OSError as error:
        raise NotPublishedError(f"the site cannot be written: {error}") from error
    say(f"opinions published in {site}: {len(library.records)}")


def _refuse_errors(library: Library, say: Callable[[str], None]) -> None:
    findings = check(library)
    if has_errors(findings):
        raise NotPublishedError(as_text(findings))
    say(as_text(findings))


def _build(places: Places, library: Library, site: Path) -> None:
    if library.references is None:
        raise ValueError("a corpus without its vocabularies is refused before")
    pages = render(library, relate(library.records))
    stage({**pages, "data/opinion.schema.json": opinion_schema()}, places.staged)
    with scratch(site) as folder:
        built = folder / "site"
        engine.build(places, library.references.commission, built)
        if faults := verify.faults(built, library.records):
            raise NotPublishedError("\n".join(faults))
        swap(built, site)
