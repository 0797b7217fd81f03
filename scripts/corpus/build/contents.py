"""Everything that the staged folder holds, as tasks that can be made one by one."""

from collections.abc import Iterator, Mapping
from functools import partial

from corpus.analysis.index import build_index
from corpus.library.corpus import ValidCorpus
from corpus.model.opinion_id import OpinionId
from corpus.output.exports.export_tasks import export_tasks
from corpus.output.exports.feeds import feed_tasks
from corpus.output.exports.sitemap import sitemap
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.page_tasks import DEFAULT_LIMITS, PageLimits
from corpus.pages.site_pages import redirect_pages, site_pages
from corpus.parsing.files import sha256_of_words


def site_tasks(corpus: ValidCorpus, limits: PageLimits = DEFAULT_LIMITS) -> Iterator[OutputTask]:
    """The pages and the files beside them. The slowest tasks come first."""
    index = build_index(corpus.references, corpus.records, corpus.seals)
    pages = tuple(site_pages(corpus, index, limits))
    urls = [page.name for page in pages]
    yield from export_tasks(index)
    yield from feed_tasks(index)
    yield from redirect_pages(index)
    yield OutputTask("sitemap", index.records, partial(sitemap, urls, index))
    yield OutputTask("seals", (), partial(_seals, corpus))
    yield from pages


def page_tasks_by_key(
    corpus: ValidCorpus, limits: PageLimits = DEFAULT_LIMITS
) -> dict[str, OutputTask]:
    """Each page by a hash of all its input. Two pages with the same key are the same.

    The input is everything in the corpus other than the records, the shared fields of every
    record, and the whole file of each record that the page shows in full.
    """
    shared_fields = (record.shared_fields for record in corpus.records)
    shared = sha256_of_words("\0".join([corpus.digest, *shared_fields]))
    hashes = {record.id: sha256_of_words(record.parsed_file.raw.text) for record in corpus.records}
    index = build_index(corpus.references, corpus.records, corpus.seals)
    return {_key(shared, hashes, page): page for page in site_pages(corpus, index, limits)}


def _key(shared: str, hashes: Mapping[OpinionId, str], task: OutputTask) -> str:
    records = (hashes[record.id] for record in task.records)
    return sha256_of_words("\0".join([shared, task.name, *records]))


def _seals(corpus: ValidCorpus) -> OutputFiles:
    return ((f"{seal.id.url}seal.txt", str(seal)) for seal in corpus.seals)
