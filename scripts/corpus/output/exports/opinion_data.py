"""The data of an opinion, computed from its record and the collection."""

from collections.abc import Iterator
from typing import Any

from corpus.analysis.answer_marks import answer_marks, law_beside_answer
from corpus.analysis.approval_dates import other_dates
from corpus.analysis.changing_words import changing_words
from corpus.analysis.citation_uses import CitationUse, citation_uses
from corpus.analysis.citing import full_citation
from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation, once_per_opinion
from corpus.analysis.law_labels import events_label
from corpus.analysis.status import holding_status, opinion_status
from corpus.analysis.status_labels import holding_labels, opinion_label, status_code
from corpus.library.ledger import TextHashes, hash_text
from corpus.library.record import Record
from corpus.model.opinion import Catalogued, Draft, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Relation
from corpus.output.exports.data_models import (
    ChangeData,
    CitationData,
    HoldingData,
    LaterOpinionData,
    OpinionData,
    OtherOpinionData,
    ParagraphData,
    SeparateOpinionData,
)

_CHANGED_FIELDS = frozenset(
    {"approved", "withdrawn", "holdings", "opinions", "other_opinions", "year", "letter", "series"}
)
"""The fields of a record that have another form in the data."""

_COPIED_FIELDS = (OpinionData.model_fields.keys() & Opinion.model_fields.keys()) - _CHANGED_FIELDS


def opinion_data(record: Record, index: CorpusIndex) -> OpinionData:
    """An opinion with everything that follows from the collection.

    A field that the data and the record have in common is copied, unless its form changes.
    """
    opinion = record.opinion
    status = opinion_status(record, index)
    hashes = _hashes(record, index)
    copied: dict[str, Any] = {name: getattr(opinion, name, None) for name in _COPIED_FIELDS}
    return OpinionData(
        **copied,
        id=str(record.id),
        year=record.year or None,
        letter=record.id.letter or None,
        series=record.id.series or None,
        label=index.names.long(record.id),
        url=record.id.url,
        approved=str(opinion.approved) if opinion.approved else None,
        other_dates=tuple(str(other.when) for other in other_dates(record, index.commission))
        or None,
        status=status_code(status),
        status_label=opinion_label(record, index),
        changes=tuple(map(_later, status.changes)),
        cited_by=tuple(map(_later, index.incoming_relations.get(record.id, ()))),
        withdrawn=str(opinion.withdrawn.on) if opinion.withdrawn else None,
        comments_until=_comments_until(opinion),
        holdings=tuple(_holdings(record, index)),
        cites=tuple(_citation(use, index) for use in citation_uses(record)),
        opinions=tuple(_change(relation.cites, relation) for relation in opinion.opinions),
        other_opinions=tuple(
            OtherOpinionData(**use.opinion.model_dump(), paragraphs=use.paragraphs)
            for use in record.other_opinion_uses
        ),
        paragraphs=tuple(_paragraphs(record, hashes)) if hashes else (),
        separate_opinions=tuple(_separate_opinions(record)),
        sha256=hashes.all_words if hashes else None,
        citation=full_citation(record, index),
        withdrawal_reason=opinion.withdrawn.reason if opinion.withdrawn else None,
    )


def _separate_opinions(record: Record) -> Iterator[SeparateOpinionData]:
    for part in record.separate_parts:
        heading = part.heading
        yield SeparateOpinionData(kind=str(heading.kind), by=heading.by, paragraphs=part.paragraphs)


def _comments_until(opinion: Opinion | Catalogued) -> str | None:
    is_limited = isinstance(opinion, Draft) and opinion.comments_until
    return str(is_limited) if is_limited else None


@once_per_opinion
def _hashes(record: Record, _index: CorpusIndex) -> TextHashes | None:
    return hash_text(record.text) if record.opinion.has_text else None


def _later(incoming: IncomingRelation) -> LaterOpinionData:
    change = _change(incoming.record.id, incoming.relation)
    withdrawn = incoming.record.opinion.withdrawn
    return LaterOpinionData(
        **change.model_dump(),
        withdrawn=str(withdrawn.on) if withdrawn else None,
        words=changing_words(incoming) or None,
    )


def _change(other: OpinionId, relation: Relation) -> ChangeData:
    return ChangeData(
        opinion=str(other),
        effect=str(relation.effect),
        holding=relation.holding,
        at=relation.at,
    )


def _holdings(record: Record, index: CorpusIndex) -> Iterator[HoldingData]:
    labels = holding_labels(record, index)
    marks = answer_marks(record, index)
    for holding in record.opinion.holdings:
        status = holding_status(record, holding, index)
        beside = law_beside_answer(record, holding, index)
        yield HoldingData(
            **holding.model_dump(),
            status=status_code(status),
            status_label=labels[holding.id],
            mark=marks.get(holding.id),
            law_beside=tuple(map(index.names.provision, beside)) or None,
        )


def _citation(use: CitationUse, index: CorpusIndex) -> CitationData:
    citation = use.citation
    approved = use.record.opinion.approved
    changes = provision_history(citation, approved, index.references).changes if approved else ()
    return CitationData(
        kind=str(citation.kind),
        id=citation.authority,
        pinpoint=citation.pinpoint,
        label=index.names.provision(citation),
        url=use.record.url_of(citation),
        paragraphs=use.paragraphs,
        changed_since=tuple(str(edition.day) for edition in changes if edition.has_known_day),
        undated_change_count=sum(not edition.has_known_day for edition in changes),
        change_label=events_label(changes),
    )


def _paragraphs(record: Record, hashes: TextHashes) -> Iterator[ParagraphData]:
    paragraphs = record.text.paragraphs.items()
    for (number, block), sha256 in zip(paragraphs, hashes.paragraphs, strict=True):
        yield ParagraphData.model_construct(number=number, text=block.text_with_mark, sha256=sha256)
