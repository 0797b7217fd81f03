"""Which opinions cite which provisions, and which of their answers rest on them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from corpus.citations.found_citation import CitationTarget
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Holding


@dataclass(frozen=True, slots=True)
class CitationUse:
    """One citation by one opinion, with the paragraphs and the holdings that make it."""

    record: Record
    citation: Citation

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """The holdings whose law is exactly this."""
        record = self.record
        citation = self.citation
        holdings = record.opinion.holdings
        return tuple(holding for holding in holdings if citation in law_of(record, holding))

    @property
    def paragraphs(self) -> tuple[int, ...]:
        """The numbers of the paragraphs that cite exactly this."""
        return self.record.paragraphs_citing(self.citation)


def citing_records(uses: Iterable[CitationUse]) -> tuple[Record, ...]:
    """Each opinion that makes some of these citations, once."""
    return tuple({use.record.id: use.record for use in uses}.values())


def citation_uses(record: Record) -> tuple[CitationUse, ...]:
    """The citations of one opinion, in the order of its fields."""
    return tuple(CitationUse(record, citation) for citation in record.opinion.cited)


def law_of(record: Record, holding: Holding) -> tuple[Citation, ...]:
    """What a holding rests on: what the editors named, or else what its own paragraphs cite."""
    cited = record.opinion.cited
    if holding.cites:
        return tuple(law for law in cited if str(law) in holding.cites)
    return tuple(
        law for law in cited if not set(holding.at).isdisjoint(record.paragraphs_citing(law))
    )


def cited_only_separately(record: Record) -> tuple[Citation, ...]:
    """What only concurrences or dissents of an opinion cite, and no answer rests on."""
    separate = {block.start for part in record.separate_parts for block in part.blocks}
    if not separate:
        return ()
    in_text = ((block, citation.target) for block, citation in record.text_citations)
    by_body: set[CitationTarget] = set()
    by_members: set[CitationTarget] = set()
    for block, target in (*in_text, *record.listed_in_ranges):
        (by_members if block.start in separate else by_body).add(target)
    for holding in record.opinion.holdings:
        by_body.update(law_of(record, holding))
    return tuple(law for law in record.opinion.cited if law in by_members - by_body)


def cited_by_body(record: Record) -> tuple[Citation, ...]:
    """What an opinion cites, without what only concurrences or dissents cite."""
    separate = cited_only_separately(record)
    return tuple(law for law in record.opinion.cited if law not in separate)


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """An authority or a part of it, with the opinions that cite it."""

    citation: Citation
    uses: tuple[CitationUse, ...]
    """The uses of exactly this provision."""
    opinion_count: int
    """How many opinions cite this provision or a part of it."""


def cited_provisions(uses: Iterable[CitationUse]) -> tuple[CitedProvision, ...]:
    """The cited provisions and those that contain them, each before its parts."""
    exact: defaultdict[Citation, list[CitationUse]] = defaultdict(list)
    opinions: defaultdict[Citation, set[OpinionId]] = defaultdict(set)
    for use in uses:
        exact[use.citation].append(use)
        for provision in use.citation.ancestors_and_self:
            opinions[provision].add(use.record.id)
    return tuple(
        CitedProvision(provision, tuple(exact.get(provision, ())), len(opinions[provision]))
        for provision in sorted(opinions, key=attrgetter("order"))
    )
