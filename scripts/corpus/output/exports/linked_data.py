"""Opinions and their data files as schema.org describes them, for search engines."""

from collections.abc import Iterator
from typing import Any

from corpus.analysis.citation_uses import citation_uses
from corpus.analysis.citing import name_with_title, permanent_url
from corpus.analysis.index import CorpusIndex
from corpus.analysis.last_modified import last_modified
from corpus.analysis.status_labels import holding_labels, opinion_label
from corpus.library.record import Record
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.words import capitalized
from corpus.output.exports.formats import DATASET_FORMATS, OPINION_PDF

_CONTEXT = "https://schema.org"

LinkedData = dict[str, Any]
"""A JSON-LD object."""


def opinion_linked_data(record: Record, index: CorpusIndex) -> Iterator[LinkedData]:
    """The opinion, and its place in the site if the site's address is known."""
    yield _report(record, index)
    if index.commission.site:
        yield _breadcrumbs(record, index)


def dataset(index: CorpusIndex) -> LinkedData:
    """The collection as a `Dataset` with the files that can be downloaded."""
    commission = index.commission
    url = commission.address("data/") or ""
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Dataset",
            "name": commission.collection_name,
            "description": (
                f"Every {commission.words.opinion} of the collection with its status "
                "and what it cites."
            ),
            "url": url,
            "creator": {"@type": "GovernmentOrganization", "name": commission.name},
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": file.media_type,
                    "contentUrl": f"{url}{file.data_file}",
                }
                for file in DATASET_FORMATS
            ],
        }
    )


def _report(record: Record, index: CorpusIndex) -> LinkedData:
    """A `Report` with its holdings as parts."""
    opinion = record.opinion
    commission = index.commission
    url = permanent_url(record, index)
    modified = last_modified(record, index)
    organization = {"@type": "GovernmentOrganization", "name": commission.name}
    joint = [{"@type": "Organization", "name": body} for body in opinion.joint_bodies]
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Report",
            "@id": url,
            "url": url,
            "name": name_with_title(record, index),
            "alternateName": index.names.short(record.id),
            "author": [organization, *joint] if joint else organization,
            "publisher": organization,
            "reportNumber": record.id.name,
            "genre": index.names.series(record.id),
            "datePublished": str(record.approved_or_year or ""),
            "dateModified": str(modified) if modified else None,
            "abstract": opinion.summary if isinstance(opinion, Opinion) else None,
            "inLanguage": "en",
            "encoding": _pdf_file(url) if opinion.has_text else None,
            "creativeWorkStatus": opinion_label(record, index),
            "about": [
                {"@type": "DefinedTerm", "name": title} for title in index.topic_titles(record)
            ],
            "citation": [
                *_legislation(record, index),
                *_earlier_reports(record, index),
                *_reports_of_others(record),
            ],
            "correction": list(_corrections(opinion)),
            "hasPart": list(_holdings(record, index, url)),
        }
    )


def _corrections(opinion: Opinion | Catalogued) -> Iterator[LinkedData]:
    for correction in opinion.corrections:
        yield {
            "@type": "CorrectionComment",
            "datePublished": correction.on.isoformat(),
            "text": correction.what,
        }


def _pdf_file(url: str | None) -> LinkedData:
    """The PDF of an opinion, by its full address if the site's address is known."""
    return {
        "@type": "MediaObject",
        "encodingFormat": "application/pdf",
        "contentUrl": f"{url or ''}{OPINION_PDF}",
    }


def _legislation(record: Record, index: CorpusIndex) -> Iterator[LinkedData]:
    for use in citation_uses(record):
        authority = index.references.authority(use.citation)
        yield _known(
            {
                "@type": "Legislation",
                "name": authority.title if authority else None,
                "legislationIdentifier": index.names.provision(use.citation),
            }
        )


def _earlier_reports(record: Record, index: CorpusIndex) -> Iterator[LinkedData]:
    for relation in record.opinion.opinions:
        earlier = index.by_id[relation.cites]
        name = f"{index.names.long(earlier.id)}: {earlier.opinion.title}"
        yield {"@type": "Report", "name": name}


def _reports_of_others(record: Record) -> Iterator[LinkedData]:
    for other, _ in record.other_opinion_uses:
        organization = {"@type": "Organization", "name": other.body}
        yield _known(
            {"@type": "Report", "name": other.citation, "author": organization, "url": other.url}
        )


def _holdings(record: Record, index: CorpusIndex, url: str | None) -> Iterator[LinkedData]:
    labels = holding_labels(record, index)
    for position, holding in enumerate(record.opinion.holdings, start=1):
        yield _known(
            {
                "@type": "CreativeWork",
                "position": position,
                "url": f"{url}#holding-{holding.id}" if url else None,
                "abstract": holding.text,
                "creativeWorkStatus": labels[holding.id],
            }
        )


def _breadcrumbs(record: Record, index: CorpusIndex) -> LinkedData:
    """The path from the home page to the opinion."""
    steps = [
        (capitalized(index.commission.words.opinions), "opinions/"),
        (str(record.year), f"opinions/{record.year}/"),
        (index.names.short(record.id), record.id.url),
    ]
    return {
        "@context": _CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": name,
                "item": index.commission.address(path),
            }
            for position, (name, path) in enumerate(steps, start=1)
        ],
    }


def _known(data: LinkedData) -> LinkedData:
    """The properties that have a value."""
    return {name: value for name, value in data.items() if value}
