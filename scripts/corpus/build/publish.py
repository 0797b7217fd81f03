"""From the records to the finished site: check, stage, build, verify, swap."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.build import mkdocs, pagefind, verify
from corpus.checks.runner import check, valid_corpus
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.build.manifest import write_manifest
from corpus.library.loader import load
from corpus.build.parse_cache import parse_pages
from corpus.build.subprocesses import SubprocessError
from corpus.build.contents import tasks_by_key
from corpus.paths import CorpusPaths
from corpus.checks.report import as_text
from corpus.build.shared_files import link_files
from corpus.build.stage import stage
from corpus.build.swap import may_be_replaced, scratch, swap
from corpus.build.lock import folder_lock

Report = Callable[[str], None]
"""Who is told how it goes."""


class NotPublishedError(Exception):
    """The site was not built; the message says why, and the previous site is as it was."""


def publish(paths: CorpusPaths, site: Path, say: Report) -> None:
    """Build the site of a corpus into `site`; raises `NotPublishedError`."""
    with build_lock(paths, site, say) as exchange:
        corpus = require_valid(load(paths), say)
        with scratch(site) as folder:
            built = folder / "site"
            link_files(pages(paths, corpus, folder, say), built)
            if corpus.records:
                say("making the search")
                pagefind.build_index(built, site, paths.build / "pagefind.log")
            write_manifest(built, corpus.records)
            say("verifying the site")
            seen, published = parse_pages(built, paths.parsed_pages), (seal.id.url for seal in corpus.seals)
            if faults := verify.site_errors(built, seen, corpus.records, published):
                raise NotPublishedError("\n".join(faults))
            exchange(built)
    say(f"opinions published in {site}: {len(corpus.records)}")


@contextmanager
def build_lock(paths: CorpusPaths, site: Path, say: Report) -> Iterator[Callable[[Path], None]]:
    """Nobody else builds this corpus meanwhile; whatever fails is a `NotPublishedError`.

    What is yielded puts a built site in the place of the old one.
    """
    if not may_be_replaced(site):
        raise NotPublishedError(f"{site} was not made here and is not replaced; give another --out")
    try:
        paths.build.mkdir(exist_ok=True)
        with folder_lock(paths.build, lambda: say("another build is at work; waiting for it")) as ours:

            def exchange(built: Path) -> None:
                if not ours():
                    raise NotPublishedError(f"{paths.build} was removed meanwhile; build again")
                swap(built, site)

            yield exchange
    except SubprocessError as error:
        raise NotPublishedError(str(error)) from None
    except OSError as error:
        raise NotPublishedError(f"the site cannot be written: {error}") from error


def require_valid(corpus: Corpus, say: Report) -> ValidCorpus:
    """The corpus, and what is found in it; raises `NotPublishedError` where that is an error."""
    findings = check(corpus)
    valid = valid_corpus(corpus, findings)
    if valid is None:
        raise NotPublishedError(as_text(findings))
    say(as_text(findings))
    return valid


def pages(paths: CorpusPaths, corpus: ValidCorpus, scratch: Path, say: Report) -> dict[str, Path]:
    """The pages of a corpus and all that is staged beside them: where each file lies."""
    stage(tasks_by_key(corpus), paths.staged)
    say("building the pages")
    return mkdocs.build(paths, corpus.references.commission, scratch)
