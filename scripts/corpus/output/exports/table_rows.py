"""The rows of the tables of the whole collection.

They are made without validation, which costs time. A draft that is shown before it is valid may
name an issue or an authority that it does not have.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.analysis.citation_uses import citation_uses, cited_by_body
from corpus.analysis.citing import full_citation
from corpus.analysis.history import days_changed_since, undated_changes_since
from corpus.analysis.index import CorpusIndex
from corpus.analysis.paragraph_status import paragraph_statuses
from corpus.analysis.status import holding_status, opinion_status
from corpus.analysis.status_labels import (
    holding_labels,
    opinion_label,
    paragraph_labels,
    status_code,
)
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.output.exports.row_models import EdgeData, HoldingRow, OpinionRow, ParagraphRow
from corpus.text.separate_parts import kinds_by_paragraph


def opinion_rows(records: Iterable[Record], index: CorpusIndex) -> Iterator[OpinionRow]:
    """One row for each opinion."""
    for record in records:
        opinion = record.opinion
        status = opinion_status(record, index)
        incoming = index.incoming_relations.get(record.id, ())
        cited = cited_by_body(record)
        yield OpinionRow.model_construct(
            id=index.names.key(record.id),
            label=index.names.long(record.id),
            title=opinion.title,
            approved=opinion.approved,
            text=opinion.text,
            status=status_code(status),
            topics=opinion.topics,
            programs=opinion.programs,
            url=record.id.url,
            status_label=opinion_label(record, index),
            year=record.year,
            number=record.id.number,
            citation=full_citation(record, index),
            changed_since=days_changed_since(opinion.approved, cited, index.references),
            withdrawn=opinion.withdrawn.on if opinion.withdrawn else None,
            summary=opinion.summary if isinstance(opinion, Opinion) else None,
            paragraph_count=len(record.text.paragraphs) if opinion.has_text else 0,
            holding_count=len(opinion.holdings),
            provision_count=len(opinion.cited),
            cited_by_count=len({relation.record.id for relation in incoming}),
            requester=opinion.requester,
            docket=opinion.docket,
            joint_bodies="; ".join(opinion.joint_bodies),
            vote=str(opinion.vote or ""),
            printed_number=index.names.short(record.id),
            letter=record.id.letter,
            series=record.id.series,
            aliases="; ".join(opinion.aliases),
            undated_change_count=len(
                undated_changes_since(opinion.approved, cited, index.references)
            ),
            withdrawal_reason=opinion.withdrawn.reason if opinion.withdrawn else None,
        )


def paragraph_rows(records: Iterable[Record], index: CorpusIndex) -> Iterator[ParagraphRow]:
    """One row for each numbered paragraph of the approved texts."""
    for record in records:
        if record.opinion.has_text:
            key = index.names.key(record.id)
            status = opinion_status(record, index)
            kinds = kinds_by_paragraph(record.separate_parts)
            statuses = paragraph_statuses(record, index)
            labels = paragraph_labels(record, index)
            for number, block in record.text.paragraphs.items():
                own = statuses[number]
                yield ParagraphRow.model_construct(
                    opinion=key,
                    paragraph=number,
                    text=block.text_with_mark,
                    separate_opinion=str(kinds.get(number, "")),
                    opinion_status=status_code(status),
                    opinion_status_label=opinion_label(record, index),
                    status=status_code(own),
                    status_label=labels[number],
                )


def holding_rows(records: Iterable[Record], index: CorpusIndex) -> Iterator[HoldingRow]:
    """One row for each answer."""
    for record in records:
        if isinstance(record.opinion, Opinion):
            questions = {issue.id: issue.question for issue in record.opinion.issues}
            names = {str(cited): index.names.provision(cited) for cited in record.opinion.cited}
            whole = opinion_status(record, index)
            labels = holding_labels(record, index)
            for holding in record.opinion.holdings:
                status = holding_status(record, holding, index)
                yield HoldingRow.model_construct(
                    opinion=index.names.key(record.id),
                    holding=holding.id,
                    question=questions.get(holding.answers, ""),
                    answer=holding.text,
                    paragraphs=holding.at,
                    authorities="; ".join(names.get(cited, cited) for cited in holding.cites),
                    status=status_code(status),
                    status_label=labels[holding.id],
                    opinion_status=status_code(whole),
                    opinion_status_label=opinion_label(record, index),
                )


def citation_rows(records: Iterable[Record], index: CorpusIndex) -> Iterator[EdgeData]:
    """One row for each authority and each opinion that an opinion cites."""
    for record in records:
        opinion = index.names.key(record.id)
        status = status_code(opinion_status(record, index))
        separate = kinds_by_paragraph(record.separate_parts)
        for at, cited in _cited(record, index):
            yield EdgeData.model_construct(
                opinion=opinion,
                opinion_status=status,
                paragraphs=_listed(at),
                separate_paragraphs=_listed(number for number in at if number in separate),
                **cited,
            )


def _cited(record: Record, index: CorpusIndex) -> Iterator[tuple[tuple[int, ...], dict[str, Any]]]:
    """Where an opinion cites what: authorities, opinions, and opinions of other bodies."""
    blank = {"pinpoint": "", "effect": "cites", "holding": "", "body": "", "url": ""}
    for use in citation_uses(record):
        authority = {
            "kind": str(use.citation.kind),
            "cited": use.citation.authority,
            "pinpoint": use.citation.pinpoint,
        }
        yield use.paragraphs, blank | authority
    for relation in record.opinion.opinions:
        earlier = {
            "kind": "opinion",
            "cited": index.names.key(relation.cites),
            "effect": str(relation.effect),
            "holding": relation.holding or "",
        }
        yield relation.at, blank | earlier
    for other, paragraphs in record.other_opinion_uses:
        of_other_body = {
            "kind": "other_opinion",
            "cited": other.citation,
            "body": other.body,
            "url": other.url or "",
        }
        yield paragraphs, blank | of_other_body


def _listed(paragraphs: Iterable[int]) -> str:
    return " ".join(map(str, paragraphs))
