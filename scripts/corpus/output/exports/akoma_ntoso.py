"""Akoma Ntoso 3.0, also called LegalDocML: the approved text of an opinion as XML.

The body of a document has the approved words and no others; what the editors add is in its `meta`.
Source: https://docs.oasis-open.org/legaldocml/akn-core/v1.0/akn-core-v1.0-part2-specs.html
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import starmap

from lxml import etree
from lxml.builder import ElementMaker

from corpus.analysis.changes import altering_relations
from corpus.analysis.index import CorpusIndex
from corpus.analysis.linked_words import LinkedCitation, Stretch, linked_citations, stretches
from corpus.analysis.status_labels import opinion_label
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect, OtherOpinion
from corpus.model.partial_date import PartialDate
from corpus.text.blocks import Block, Role
from corpus.text.inline import Run

AKOMA_NTOSO = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of its elements."""

AKOMA_NTOSO_FILE = "opinion.akn.xml"
"""The file beside the page of an opinion."""

SCHEMA_ORG = "https://schema.org/"
"""The namespace of what the editors say about an opinion."""

_NAMESPACES = {None: AKOMA_NTOSO, "schema": SCHEMA_ORG}
_AKN = ElementMaker(namespace=AKOMA_NTOSO, nsmap=_NAMESPACES)
_SCHEMA_ORG = ElementMaker(namespace=SCHEMA_ORG, nsmap=_NAMESPACES)

_UNKNOWN_COUNTRY = "zz"
"""A code that ISO 3166 leaves to its users; the format requires one."""

_BELOW_HEADINGS = 7
"""What is not a heading ranks below all six levels of headings."""


def write_akoma_ntoso(records: Sequence[Record], index: CorpusIndex) -> str:
    """The document of one opinion whose text is held."""
    (record,) = records
    version = "singleVersion" if record.opinion.corrections else "originalVersion"
    document = _AKN.doc(
        _meta(record, index), *_text(record, index), name="opinion", contains=version
    )
    xml = etree.tostring(_AKN.akomaNtoso(document), encoding="UTF-8", xml_declaration=True)
    return f"{xml.decode()}\n"


def _meta(record: Record, index: CorpusIndex) -> etree._Element:
    return _AKN.meta(
        _identification(record, index),
        _topics(record, index),
        _lifecycle(record, index),
        _references(record, index),
        _by_editors(record, index),
    )


def _identification(record: Record, index: CorpusIndex) -> etree._Element:
    """The opinion, its text as it is now, and this file, each with its address and its day."""
    page = _address(record, record.id.url, index)
    approval = _approval(record.opinion.approved)
    corrections = [("correction", correction.on) for correction in record.opinion.corrections]
    latest = corrections[-1] if corrections else approval
    return _AKN.identification(
        _AKN.FRBRWork(
            *_core(page, *approval, "#body"),
            _AKN.FRBRcountry(value=index.commission.country or _UNKNOWN_COUNTRY),
            _AKN.FRBRnumber(value=record.id.name),
            _AKN.FRBRname(value=index.names.long(record.id)),
        ),
        _AKN.FRBRExpression(*_core(page, *latest, "#body"), _AKN.FRBRlanguage(language="eng")),
        _AKN.FRBRManifestation(
            *_core(f"{page}{AKOMA_NTOSO_FILE}", *latest, "#editors"),
            _AKN.FRBRformat(value="application/akn+xml"),
        ),
        source="#editors",
    )


def _approval(approved: PartialDate | None) -> tuple[str, date | None]:
    """The name and the day of the approval; the format has no months and years.

    If only the month or year is known, its first day stands for it, and the name says so:
    `approval, known as 2011-04`.
    """
    if approved is None:
        return "approval", None
    name = "approval" if approved.is_day else f"approval, known as {approved}"
    return name, approved.first_day


def _core(address: str, event: str, day: date | None, author: str) -> Iterator[etree._Element]:
    yield _AKN.FRBRthis(value=address)
    yield _AKN.FRBRuri(value=address)
    yield _AKN.FRBRdate(date=str(day), name=event)
    yield _AKN.FRBRauthor(href=author)


def _topics(record: Record, index: CorpusIndex) -> etree._Element:
    titles = zip(record.opinion.topics, index.topic_titles(record), strict=True)
    keywords = (
        _AKN.keyword(value=topic, showAs=title, dictionary="#topics") for topic, title in titles
    )
    return _AKN.classification(*keywords, source="#editors")


def _lifecycle(record: Record, index: CorpusIndex) -> etree._Element:
    """The approval and what later happened to the opinion, each as far as its day is known."""
    events = sorted(_events(record, index), key=lambda event: event[0])
    return _AKN.lifecycle(
        *(_AKN.eventRef(date=str(day), type=kind, source=source) for day, kind, source in events),
        source="#editors",
    )


def _events(record: Record, index: CorpusIndex) -> Iterator[tuple[date, str, str]]:
    opinion = record.opinion
    yield record.earliest_day, "generation", "#original"
    for correction in opinion.corrections:
        yield correction.on, "amendment", "#body"
    for incoming in altering_relations(record, index):
        if day := incoming.record.approved:
            is_whole = incoming.relation.holding is None
            supersedes = incoming.relation.effect is Effect.SUPERSEDES
            kind = "repeal" if supersedes and is_whole else "amendment"
            yield day.first_day, kind, f"#{_opinion_eid(incoming.record.id)}"
    if opinion.withdrawn:
        yield opinion.withdrawn.on.first_day, "repeal", "#body"


def _references(record: Record, index: CorpusIndex) -> etree._Element:
    """Who and what the other metadata name."""
    reference = partial(_opinion_reference, record=record, index=index)
    changes = (relation.cites for relation in record.opinion.opinions if relation.effect.alters)
    changed_by = (incoming.record.id for incoming in altering_relations(record, index))
    home = _address(record, "", index)
    return _AKN.references(
        reference("original", record.id, eid="original"),
        *(reference("activeRef", earlier) for earlier in dict.fromkeys(changes)),
        *(reference("passiveRef", later) for later in dict.fromkeys(changed_by)),
        _AKN.TLCOrganization(eId="body", href=home, showAs=index.commission.name),
        _AKN.TLCOrganization(eId="editors", href=home, showAs="Editors of this site"),
        _AKN.TLCConcept(
            eId="topics", href=_address(record, "topics/", index), showAs="Topics of this site"
        ),
        *starmap(_reference_without_address, _without_address(record).items()),
        source="#editors",
    )


def _reference_without_address(other: OtherOpinion, eid: str) -> etree._Element:
    """An opinion of another body whose address is not known; the format requires a name for it."""
    return _AKN.TLCReference(
        eId=eid,
        name="opinion",
        href=f"/akn/ontology/reference/{eid}",
        showAs=f"{other.body}, {other.citation}",
    )


def _without_address(record: Record) -> dict[OtherOpinion, str]:
    """The listed opinions of other bodies without an address, each with the id of its reference."""
    others = (other for other, _ in record.other_opinion_uses if not other.url)
    return {other: f"other_{number}" for number, other in enumerate(others, start=1)}


def _linked(record: Record, index: CorpusIndex) -> dict[int, list[LinkedCitation]]:
    """The citations that become references, by the start of their block and in order."""
    links = linked_citations(record, index.references)
    ids = _without_address(record)
    for block, other in record.cited_other_opinions:
        if other.opinion in ids:
            link = LinkedCitation(other.start, other.end, address=f"#{ids[other.opinion]}")
            links[block.start] = sorted([*links.get(block.start, []), link])
    return links


def _opinion_reference(
    role: str, opinion: OpinionId, record: Record, index: CorpusIndex, eid: str = ""
) -> etree._Element:
    return _AKN(
        role,
        eId=eid or _opinion_eid(opinion),
        href=_address(record, opinion.url, index),
        showAs=index.names.short(opinion),
    )


def _opinion_eid(opinion: OpinionId) -> str:
    return f"opinion_{str(opinion).replace('/', '-')}"


def _by_editors(record: Record, index: CorpusIndex) -> etree._Element:
    """The title, the summary and the status, in the words of schema.org."""
    opinion = record.opinion
    return _AKN.proprietary(
        _SCHEMA_ORG.name(opinion.title),
        *([_SCHEMA_ORG.abstract(opinion.summary)] if isinstance(opinion, Opinion) else ()),
        _SCHEMA_ORG.creativeWorkStatus(opinion_label(record, index)),
        source="#editors",
    )


def _text(record: Record, index: CorpusIndex) -> Iterator[etree._Element]:
    """The heading and the approval lines, if it has them, and the rest of the text."""
    text = record.text
    writer = _TextWriter(record, _linked(record, index), index)
    if text.opening:
        yield _AKN.preface(*map(writer.line, text.opening))
    yield _AKN.mainBody(*writer.parts(text.blocks[len(text.opening) :]))


@dataclass(frozen=True, slots=True)
class _TextWriter:
    """Writes the blocks of one text."""

    record: Record
    links: dict[int, list[LinkedCitation]]
    """The citations that become references, by the start of their block."""
    index: CorpusIndex

    def line(self, block: Block) -> etree._Element:
        """The heading of the opinion, or the approval line."""
        words = self._words(block)
        return _AKN.p(_AKN.docTitle(*words)) if block.role is Role.HEADING else _AKN.p(*words)

    def parts(self, blocks: Sequence[Block]) -> Iterator[etree._Element]:
        """The outer blocks, each with those that belong to it."""
        start = 0
        while start < len(blocks):
            rank = _rank(blocks[start])
            end = start + 1
            while end < len(blocks) and _rank(blocks[end]) > rank:
                end += 1
            yield self._part(blocks[start], blocks[start + 1 : end])
            start = end

    def _part(self, block: Block, inner: Sequence[Block]) -> etree._Element:
        if block.role is Role.HEADING:
            eid = f"sec_{block.anchor.removeprefix('section-')}"
            heading = _AKN.heading(*self._words(block))
            return _AKN.section(heading, *self.parts(inner), eId=eid)
        is_quote = block.role is Role.QUOTE
        words = self._words(block)
        line = _AKN.block(*words, name="quotation") if is_quote else _AKN.p(*words)
        return _AKN.paragraph(
            *([_AKN.num(block.mark)] if block.mark else ()),
            *([_AKN.intro(line), *self.parts(inner)] if inner else [_AKN.content(line)]),
            eId=f"para_{block.number or block.anchor}",
        )

    def _words(self, block: Block) -> Iterator[etree._Element | str]:
        for stretch in stretches(block, self.links.get(block.start, [])):
            yield from self._stretch(stretch)

    def _stretch(self, stretch: Stretch) -> Iterator[etree._Element | str]:
        words = map(_styled, stretch.runs)
        if not stretch.path and not stretch.address:
            return words
        address = stretch.address or _address(self.record, stretch.path, self.index)
        return iter([_AKN.ref(*words, href=address)])


def _rank(block: Block) -> int:
    """A block belongs to the last one before it that has a lower rank."""
    if block.role is Role.HEADING:
        return block.level
    return _BELOW_HEADINGS + (block.level if block.role is Role.ITEM else 1)


def _styled(run: Run) -> etree._Element | str:
    words = _AKN.i(run.words) if run.emphasis else run.words
    return _AKN.b(words) if run.strong else words


def _address(record: Record, path: str, index: CorpusIndex) -> str:
    """The full address of a path of the site, or as seen from the file if it is not known."""
    return index.commission.address(path) or f"{'../' * record.id.url.count('/')}{path}"
