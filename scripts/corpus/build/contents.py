"""Every file of the staged folder, in parts of which each can be made by itself."""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

from corpus.library.corpus import ValidCorpus
from corpus.output.exports.files import exports
from corpus.output.exports.feeds import feeds
from corpus.model.opinion import OpinionId
from corpus.citations.names import Names
from corpus.output.page import OutputFiles, OutputTask
from corpus.paths import PACKAGE, files_below
from corpus.output.exports.redirects import redirects, spellings
from corpus.analysis.index import CorpusIndex, build_index
from corpus.pages.site_pages import site_pages
from corpus.build.fingerprint import fingerprint


def site_tasks(corpus: ValidCorpus) -> tuple[OutputTask, ...]:
    """The pages, and what lies beside them; what takes longest stands first."""
    index = build_index(corpus.references, corpus.records)
    return (
        *exports(index.records, index),
        *feeds(index.records, index),
        OutputTask("redirects", (), partial(redirects, index.records, index)),
        OutputTask("spellings", (), partial(_spellings, index)),
        OutputTask("seals", (), partial(_sealed, corpus)),
        *site_pages(corpus, index),
    )


def tasks_by_key(corpus: ValidCorpus) -> dict[str, OutputTask]:
    """Every part by a hash of all that it is made from: two with one key make the same files.

    That is what shapes all pages, what is no record, the faces of all records, and the records
    that the part is about.
    """
    faces = "\0".join(record.shared_fields for record in corpus.records)
    shared = fingerprint(f"{corpus.digest}\0{faces}", *_programs())
    whole = {one.id: sha256(one.parsed_file.raw.text.encode()).digest() for one in corpus.records}
    return {_key(shared, whole, part): part for part in site_tasks(corpus)}


def _programs() -> list[Path]:
    """All that makes the parts: programs and templates."""
    return [PACKAGE / name for ending in (".py", ".html", ".md") for name in files_below(PACKAGE, ending)]


def _key(shared: bytes, whole: Mapping[OpinionId, bytes], part: OutputTask) -> str:
    about = (whole[record.id] for record in part.about)
    return sha256(b"\0".join([shared, part.name.encode(), *about])).hexdigest()


def _spellings(index: CorpusIndex) -> OutputFiles:
    """What the search field knows of the spellings of opinions."""
    yield "search/opinions.json", spellings(index.records, index)


def _sealed(corpus: ValidCorpus) -> OutputFiles:
    return ((f"{seal.id.url}seal.txt", str(seal)) for seal in corpus.seals)
