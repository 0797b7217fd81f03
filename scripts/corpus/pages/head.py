"""The tags that pages put into their head, filled in by a template."""

from collections.abc import Iterable

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.exports.head_tags import HeadTag, metadata_tags, signposting_tags
from corpus.output.exports.linked_data import LinkedData, dataset, opinion_linked_data
from corpus.output.exports.search_tags import search_tags
from corpus.pages.environment import render


def opinion_head(record: Record, index: CorpusIndex) -> str:
    """The metadata, the links to the files and the search filters of an opinion."""
    tags = (*metadata_tags(record, index), *signposting_tags(record, index))
    return _head(tags, opinion_linked_data(record, index), search_tags(record, index))


def data_head(index: CorpusIndex) -> str:
    """The description of the data files."""
    return _head(linked_data=[dataset(index)])


def _head(
    tags: Iterable[HeadTag] = (),
    linked_data: Iterable[LinkedData] = (),
    search_tags: Iterable[HeadTag] = (),
) -> str:
    html = render("head.html", tags=tags, linked_data=linked_data, search_tags=search_tags)
    return html.rstrip("\n")
