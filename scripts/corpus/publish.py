"""From the records to the finished site: check, stage, build, verify, swap."""

from collections.abc import Callable
from pathlib import Path

from corpus import engine, search, verify
from corpus.check import check, sound
from corpus.collection import Sound
from corpus.finish import finish
from corpus.load import load
from corpus.looked import looked
from corpus.outside import OutsideError
from corpus.parts import keyed
from corpus.places import Places
from corpus.report import as_text
from corpus.stage import stage
from corpus.swap import may_be_replaced, scratch, swap
from corpus.turns import turn


class NotPublishedError(Exception):
    """The site was not built; the message says why, and the previous site is as it was."""


def publish(places: Places, site: Path, say: Callable[[str], None]) -> None:
    """Build the site of a corpus into `site`; raises `NotPublishedError`."""
    if not may_be_replaced(site):
        raise NotPublishedError(f"{site} was not made here and is not replaced; give another --out")
    try:
        places.build.mkdir(exist_ok=True)
        with turn(places.build, lambda: say("another build is at work; waiting for it")) as ours:
            corpus = _sound(places, say)
            _build(places, corpus, site, ours, say)
    except OutsideError as error:
        raise NotPublishedError(str(error)) from None
    except OSError as error:
        raise NotPublishedError(f"the site cannot be written: {error}") from error
    say(f"opinions published in {site}: {len(corpus.records)}")


def _sound(places: Places, say: Callable[[str], None]) -> Sound:
    library = load(places)
    findings = check(library)
    corpus = sound(library, findings)
    if corpus is None:
        raise NotPublishedError(as_text(findings))
    say(as_text(findings))
    return corpus


def _build(
    places: Places,
    corpus: Sound,
    site: Path,
    ours: Callable[[], bool],
    say: Callable[[str], None],
) -> None:
    stage(keyed(corpus), places.staged)
    with scratch(site) as folder:
        built = folder / "site"
        say("building the pages")
        engine.build(places, corpus.references.commission, built)
        if corpus.records:
            say("making the search")
            search.index(built, site, places.build / "pagefind.log")
        finish(built, corpus.records)
        published = (seal.id.url for seal in corpus.seals)
        say("verifying the site")
        pages = looked(built, places.looked)
        if faults := verify.faults(built, pages, corpus.records, published):
            raise NotPublishedError("\n".join(faults))
        if not ours():
            raise NotPublishedError(f"{places.build} was removed meanwhile; build again")
        swap(built, site)
