"""The tags in the head of an opinion's page, for reference managers and for programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.analysis.citation_uses import citation_uses
from corpus.analysis.citing import name_with_title, permanent_url
from corpus.analysis.index import CorpusIndex
from corpus.analysis.last_modified import last_modified
from corpus.analysis.status import superseding_relations
from corpus.analysis.status_labels import opinion_label
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.model.opinion_parts import Effect
from corpus.output.exports.formats import (
    CITATION_FORMATS,
    OPINION_FORMATS,
    OPINION_PDF,
    ExportFormat,
    opinion_formats,
)


@dataclass(frozen=True, slots=True)
class HeadTag:
    """A tag in the `head` element of a page."""

    name: str
    """`meta` or `link`."""
    attributes: Mapping[str, str]


def metadata_tags(record: Record, index: CorpusIndex) -> Iterator[HeadTag]:
    """The metadata of an opinion that reference managers read, without what is not known."""
    for name, value in _metadata(record, index):
        if value:
            yield HeadTag("meta", {"name": name, "content": value})


def signposting_tags(record: Record, index: CorpusIndex) -> Iterator[HeadTag]:
    """The links between an opinion and its files, as signposting.org defines them."""
    if url := permanent_url(record, index):
        yield HeadTag("link", {"rel": "cite-as", "href": url})
    yield HeadTag("link", {"rel": "type", "href": "https://schema.org/Report"})
    yield from _file_links("item", opinion_formats(record))
    all_opinions = "../" * (record.id.url.count("/") - 1)
    yield HeadTag("link", {"rel": "collection", "href": all_opinions})
    # The citation format with the most detail, which the table lists last, comes first.
    yield from _file_links("describedby", (*reversed(CITATION_FORMATS), *OPINION_FORMATS))


def _file_links(relation: str, formats: tuple[ExportFormat, ...]) -> Iterator[HeadTag]:
    for file in formats:
        if file.relation == relation:
            attributes = {"rel": relation, "type": file.media_type, "href": file.opinion_file}
            yield HeadTag("link", attributes)


def _metadata(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str | None]]:
    opinion = record.opinion
    commission = index.commission
    published = str(record.approved_or_year or "") or None
    modified = last_modified(record, index)
    yield "citation_title", name_with_title(record, index)
    yield "bibo.shortTitle", index.names.short(record.id)
    for body in (commission.name, *record.opinion.joint_bodies):
        yield "citation_author", f"{body},"  # the comma keeps it from being read as a person
    yield "citation_technical_report_institution", commission.name
    yield "citation_technical_report_number", record.id.name
    yield "dc.type", index.names.series(record.id)
    yield "citation_publication_date", published
    yield "dcterms.issued", published
    yield "dcterms.modified", str(modified) if modified else None
    yield "citation_abstract", opinion.summary if isinstance(opinion, Opinion) else None
    yield "citation_keywords", "; ".join(index.topic_titles(record))
    yield "citation_language", "en"
    yield "citation_public_url", permanent_url(record, index)
    if opinion.has_text:
        yield "citation_pdf_url", commission.address(f"{record.id.url}{OPINION_PDF}")
    yield "opinion.status", opinion_label(record, index)
    yield from _relations(record, index)


def _relations(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str]]:
    names = index.names
    for use in citation_uses(record):
        yield "dcterms.references", names.provision(use.citation)
    for relation in record.opinion.opinions:
        yield "dcterms.references", names.short(relation.cites)
        if relation.effect is Effect.SUPERSEDES and relation.holding is None:
            yield "dcterms.replaces", names.short(relation.cites)
    for other, _ in record.other_opinion_uses:
        yield "dcterms.references", f"{other.body}, {other.citation}"
    for superseding in superseding_relations(record, index):
        yield "dcterms.isReplacedBy", names.short(superseding.record.id)
