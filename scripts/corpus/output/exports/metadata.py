"""What the head of an opinion's page tells reference managers and search engines."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from markupsafe import Markup

from corpus.analysis.citing import permanent_url
from corpus.analysis.index import CorpusIndex, citation_uses
from corpus.analysis.status import (
    holding_status,
    opinion_status,
    status_label,
    superseding_relations,
)
from corpus.library.record import Record
from corpus.model.opinion import Effect, Opinion

_META = Markup('<meta name="%s" content="%s">')
_LINK = Markup('<link rel="%s" href="%s">')
_TYPED = Markup('<link rel="%s" type="%s" href="%s">')
_DATA = Markup('<script type="application/ld+json">%s</script>')

_DESCRIBED = (
    ("application/vnd.citationstyles.csl+json", "cite.csl.json"),
    ("application/x-research-info-systems", "cite.ris"),
    ("application/x-bibtex", "cite.bib"),
    ("application/json", "opinion.json"),
)
"""What describes an opinion, beside its page."""


def head(record: Record, index: CorpusIndex) -> Markup:
    """The tags of one opinion; what is not known has none."""
    tags = [_META % (name, value) for name, value in _metas(record, index) if value]
    described = [_TYPED % ("describedby", kind, name) for kind, name in _DESCRIBED]
    data = [_data(_linked(record, index))]
    if index.commission.site:
        data.append(_data(_breadcrumbs(record, index)))
    return Markup("\n").join([*tags, *_links(record, index), *described, *data])


def dataset(index: CorpusIndex) -> Markup:
    """The tags of the page of data: a schema.org `Dataset` with what can be loaded."""
    commission = index.commission
    address = commission.address("data/") or ""
    kinds = {"opinions.json": "application/json", "opinions.csv": "text/csv"}
    kinds |= {"citations.csv": "text/csv", "opinions.bib": "application/x-bibtex"}
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{commission.opinion}s of the {commission.name}",
        "description": "Every opinion of the collection with its status and what it cites.",
        "url": address,
        "creator": {"@type": "GovernmentOrganization", "name": commission.name},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{address}{name}"}
            for name, kind in kinds.items()
        ],
    }
    return _data({name: value for name, value in told.items() if value})


def modified(record: Record, index: CorpusIndex) -> date | None:
    """The last day on which anything became of the opinion, as far as it is known."""
    opinion = record.opinion
    mentions = index.incoming_relations.get(record.id, ())
    days = [opinion.approved, *(one.record.opinion.approved for one in mentions)]
    days += [opinion.withdrawn.on] if opinion.withdrawn else []
    days += [one.on for one in opinion.corrections] if isinstance(opinion, Opinion) else []
    return max((day for day in days if day), default=None)


def _metas(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str | None]]:
    opinion, commission = record.opinion, index.commission
    day, changed = opinion.approved, modified(record, index)
    yield "citation_title", f"{index.names.long(record.id)}: {opinion.title}"
    yield "bibo.shortTitle", index.names.short(record.id)
    yield "citation_author", f"{commission.name},"  # with the comma it is no person
    yield "citation_technical_report_institution", commission.name
    yield "citation_technical_report_number", str(record.id.number)
    yield "dc.type", commission.opinion
    yield "citation_publication_date", day.strftime("%Y/%m/%d") if day else str(record.id.year)
    yield "dcterms.issued", day.isoformat() if day else str(record.id.year)
    yield "dcterms.modified", changed.isoformat() if changed else None
    yield "citation_abstract", opinion.summary if isinstance(opinion, Opinion) else None
    yield "citation_keywords", "; ".join(opinion.topics)
    yield "citation_language", "en"
    yield "citation_public_url", permanent_url(record, index)
    yield "opinion.status", status_label(opinion_status(record, index), index.names)
    yield from _relations(record, index)


def _relations(record: Record, index: CorpusIndex) -> Iterator[tuple[str, str]]:
    names = index.names
    for use in citation_uses(record):
        yield "dcterms.references", names.provision(use.citation)
    for one in record.opinion.opinions:
        yield "dcterms.references", names.short(one.cites)
        if one.effect is Effect.SUPERSEDES and one.holding is None:
            yield "dcterms.replaces", names.short(one.cites)
    for mention in superseding_relations(record, index):
        yield "dcterms.isReplacedBy", names.short(mention.record.id)


def _breadcrumbs(record: Record, index: CorpusIndex) -> dict[str, Any]:
    """The way from the home page to the opinion."""
    address = index.commission.address
    steps = [
        ("Opinions", "opinions/"),
        (str(record.id.year), f"opinions/{record.id.year}/"),
        (index.names.short(record.id), record.id.url),
    ]
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address(path)}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def _data(told: dict[str, Any]) -> Markup:
    """Linked data as a script that runs nothing and cannot be ended by what it says."""
    data = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return _DATA % Markup(data)  # noqa: S704 - no tag is left


def _links(record: Record, index: CorpusIndex) -> Iterator[Markup]:
    """Signposting, as far as links in a page can tell it."""
    if url := permanent_url(record, index):
        yield _LINK % ("cite-as", url)
    yield _LINK % ("type", "https://schema.org/Report")
    yield _TYPED % ("item", "text/markdown", "opinion.md")
    if record.opinion.is_held:
        yield _TYPED % ("item", "text/plain", "opinion.txt")
    yield _LINK % ("collection", "../../")


def _linked(record: Record, index: CorpusIndex) -> dict[str, Any]:
    """The opinion as schema.org tells it: a report with its holdings, and what it cites."""
    opinion, commission = record.opinion, index.commission
    url, day, changed = permanent_url(record, index), opinion.approved, modified(record, index)
    organization = {"@type": "GovernmentOrganization", "name": commission.name}
    told = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": url,
        "url": url,
        "name": f"{index.names.long(record.id)}: {opinion.title}",
        "alternateName": index.names.short(record.id),
        "author": organization,
        "publisher": organization,
        "reportNumber": str(record.id.number),
        "genre": commission.opinion,
        "datePublished": day.isoformat() if day else str(record.id.year),
        "dateModified": changed.isoformat() if changed else None,
        "abstract": opinion.summary if isinstance(opinion, Opinion) else None,
        "inLanguage": "en",
        "creativeWorkStatus": status_label(opinion_status(record, index), index.names),
        "about": [
            {"@type": "DefinedTerm", "name": index.references.topics[topic].title}
            for topic in opinion.topics
        ],
        "citation": list(_cited(record, index)),
        "hasPart": list(_parts(record, index, url)),
    }
    return {name: value for name, value in told.items() if value}


def _cited(record: Record, index: CorpusIndex) -> Iterator[dict[str, Any]]:
    for use in citation_uses(record):
        authority = index.references.authority(use.citation)
        told = {
            "@type": "Legislation",
            "name": authority.title if authority else None,
            "legislationIdentifier": index.names.provision(use.citation),
        }
        yield {name: value for name, value in told.items() if value}
    for one in record.opinion.opinions:
        earlier = index.by_id[one.cites]
        yield {
            "@type": "Report",
            "name": f"{index.names.long(earlier.id)}: {earlier.opinion.title}",
        }


def _parts(record: Record, index: CorpusIndex, address: str | None) -> Iterator[dict[str, Any]]:
    for position, one in enumerate(record.opinion.holdings, start=1):
        status = holding_status(record, one, index)
        told = {
            "@type": "CreativeWork",
            "position": position,
            "url": f"{address}#holding-{one.id}" if address else None,
            "abstract": one.text,
            "creativeWorkStatus": status_label(status, index.names),
        }
        yield {name: value for name, value in told.items() if value}
