"""What the site tells programs of an opinion: one value an opinion, one row a citation.

The descriptions of the fields are the documentation that is published beside the data.
"""

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict

from corpus.analysis.citing import full_citation
from corpus.analysis.history import ProvisionHistory, provision_history
from corpus.analysis.index import CitationUse, CorpusIndex, IncomingRelation, citation_uses
from corpus.analysis.status import holding_status, opinion_status, status_label
from corpus.library.ledger import hash_text
from corpus.library.record import Record
from corpus.model.authority import Provenance
from corpus.model.opinion import Catalogued, Issue, Opinion


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class ChangeData(_Told):
    """What a later opinion says of this one."""

    opinion: str
    """The later opinion by year and number: `2010/12`."""
    effect: str
    """`cites`, `follows`, `reaffirms`, `distinguishes`, `modifies` or `supersedes`."""
    holding: str | None
    """The id of the one holding that is meant; absent where all of the opinion is."""
    at: tuple[int, ...]
    """The paragraphs of the later opinion that say so."""


class HoldingData(_Told):
    """An answer of the opinion; editorial."""

    id: str
    """Its name within the opinion; the page has it at `#holding-1`."""
    answers: str
    """The id of the issue that it answers."""
    text: str
    """The answer."""
    at: tuple[int, ...]
    """The paragraphs that state it."""
    cites: tuple[str, ...]
    """The authorities that it rests on."""
    status: str
    """`current`, `modified`, `superseded` or `withdrawn`."""


class CitationData(_Told):
    """An authority that the opinion cites."""

    kind: str
    """`standard`, `statute` or `rule`."""
    id: str
    """The authority: `3`, `7A-38.2`, `MSC`."""
    pinpoint: str
    """The part of it: `(c)`; empty where all of it is meant."""
    label: str
    """As people write it: `Standard 3(c)`."""
    url: str
    """Its page, from the site's root."""
    paragraphs: tuple[int, ...]
    """The paragraphs that cite it."""
    changed_since: tuple[str, ...]
    """The days after the approval on which it changed, as far as it was seen."""


class ParagraphData(_Told):
    """A numbered paragraph of the approved text; the number is editorial."""

    number: int
    """Its number; the page has it at `#p4`."""
    text: str
    """Its words, with the list mark where it has one."""
    sha256: str
    """The SHA-256 of its words and a line end, in UTF-8."""


class OpinionData(_Told):
    """An opinion with all that follows from the collection."""

    id: str
    """Year and number: `2003/05`."""
    number: int
    """The number."""
    year: int
    """The year of the number."""
    label: str
    """As people write it: `Advisory Opinion 05 (2003)`."""
    title: str
    """A short title; editorial."""
    url: str
    """Its page, from the site's root."""
    text: str
    """`full` where the approved text is held, `elsewhere` where it is not."""
    approved: str | None
    """The day of approval; absent where it was not seen."""
    status: str
    """`current`, `modified`, `superseded` or `withdrawn`, as far as the collection knows."""
    status_label: str
    """The same as readers see it: `No later change recorded`."""
    changes: tuple[ChangeData, ...]
    """What later opinions did to it, oldest first."""
    cited_by: tuple[ChangeData, ...]
    """All that later opinions say of it, oldest first."""
    withdrawn: str | None
    """The day on which it was withdrawn."""
    topics: tuple[str, ...]
    """The topics, by id."""
    programs: tuple[str, ...]
    """The programs, by id."""
    summary: str | None
    """What was asked and answered; editorial."""
    issues: tuple[Issue, ...]
    """The questions, each with the paragraphs `at` which it is raised; editorial."""
    holdings: tuple[HoldingData, ...]
    """The answers; editorial."""
    cites: tuple[CitationData, ...]
    """The authorities that it cites."""
    opinions: tuple[ChangeData, ...]
    """The earlier opinions that it cites, and what it says of them."""
    aliases: tuple[str, ...]
    """Further spellings of its number in print."""
    source: Provenance
    """The document that the text was taken from, or where the opinion was seen."""
    paragraphs: tuple[ParagraphData, ...]
    """The approved text; empty where it is not held."""
    sha256: str | None
    """The SHA-256 of the approved text, one line a heading or paragraph, each line ended."""
    citation: str
    """How to cite it in full."""


class EdgeData(_Told):
    """One citation: an opinion, and an authority or an earlier opinion that it cites."""

    opinion: str
    """The opinion that cites: `2003/05`."""
    opinion_status: str
    """Its status."""
    kind: str
    """What is cited: `standard`, `statute`, `rule` or `opinion`."""
    cited: str
    """The authority, `3`, or the earlier opinion, `2001/03`."""
    pinpoint: str
    """The part of the authority: `(c)`."""
    effect: str
    """What is said of an earlier opinion: `follows`; `cites` for an authority."""
    holding: str
    """The holding of the earlier opinion that is meant."""
    paragraphs: str
    """The paragraphs that cite it, with spaces between them."""


def opinion_data(record: Record, index: CorpusIndex) -> OpinionData:
    """All that is told of one opinion."""
    opinion = record.opinion
    found = opinion_status(record, index)
    hashes = hash_text(record.text) if opinion.is_held else None
    return OpinionData(
        id=str(record.id),
        number=record.id.number,
        year=record.id.year,
        label=index.names.long(record.id),
        title=opinion.title,
        url=record.id.url,
        text=opinion.text,
        approved=str(opinion.approved) if opinion.approved else None,
        status=str(found.status),
        status_label=status_label(found, index.names),
        changes=tuple(map(_change, found.changes)),
        cited_by=tuple(map(_change, index.incoming_relations.get(record.id, ()))),
        withdrawn=str(opinion.withdrawn.on) if opinion.withdrawn else None,
        topics=opinion.topics,
        programs=opinion.programs,
        summary=None if isinstance(opinion, Catalogued) else opinion.summary,
        issues=opinion.issues,
        holdings=tuple(_holdings(record, index)),
        cites=tuple(_citation(use, index) for use in citation_uses(record)),
        opinions=tuple(_earlier(record)),
        aliases=opinion.aliases,
        source=opinion.source,
        paragraphs=tuple(_paragraphs(record)),
        sha256=hashes.all_words if hashes else None,
        citation=full_citation(record, index),
    )


def edges(record: Record, index: CorpusIndex) -> Iterator[EdgeData]:
    """What one opinion cites, row by row."""
    known = {"opinion": str(record.id)}
    known["opinion_status"] = str(opinion_status(record, index).status)
    for use in citation_uses(record):
        yield EdgeData(
            **known,
            kind=str(use.citation.kind),
            cited=use.citation.authority,
            pinpoint=use.citation.pinpoint,
            effect="cites",
            holding="",
            paragraphs=" ".join(map(str, use.paragraphs)),
        )
    for one in record.opinion.opinions:
        yield EdgeData(
            **known,
            kind="opinion",
            cited=str(one.cites),
            pinpoint="",
            effect=str(one.effect),
            holding=one.holding or "",
            paragraphs=" ".join(map(str, one.at)),
        )


def _change(mention: IncomingRelation) -> ChangeData:
    relation = mention.relation
    return ChangeData(
        opinion=str(mention.record.id),
        effect=str(relation.effect),
        holding=relation.holding,
        at=relation.at,
    )


def _earlier(record: Record) -> Iterator[ChangeData]:
    for one in record.opinion.opinions:
        yield ChangeData(
            opinion=str(one.cites), effect=str(one.effect), holding=one.holding, at=one.at
        )


def _holdings(record: Record, index: CorpusIndex) -> Iterator[HoldingData]:
    for one in record.opinion.holdings:
        status = str(holding_status(record, one, index).status)
        yield HoldingData(**one.model_dump(), status=status)


def _citation(use: CitationUse, index: CorpusIndex) -> CitationData:
    approved = use.record.opinion.approved
    since: ProvisionHistory | None = (
        provision_history(use.citation, approved, index.references) if approved else None
    )
    return CitationData(
        kind=str(use.citation.kind),
        id=use.citation.authority,
        pinpoint=use.citation.pinpoint,
        label=index.names.provision(use.citation),
        url=use.citation.url,
        paragraphs=use.paragraphs,
        changed_since=tuple(str(one.day) for one in since.changes) if since else (),
    )


def _paragraphs(record: Record) -> Iterator[ParagraphData]:
    if not isinstance(record.opinion, Opinion):
        return
    hashes = hash_text(record.text).paragraphs
    for (number, block), one in zip(record.text.paragraphs.items(), hashes, strict=True):
        yield ParagraphData(number=number, text=block.text_with_mark, sha256=one)
