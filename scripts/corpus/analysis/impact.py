"""The earlier opinions that a change of the law affects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.analysis.citation_uses import CitationUse, cited_only_separately
from corpus.analysis.history import edition_affects, editions_affecting, is_since
from corpus.analysis.index import CorpusIndex
from corpus.citations.names import Names
from corpus.model.authority import Citation
from corpus.model.edition import Edition
from corpus.model.words import paragraph_signs


@dataclass(frozen=True, slots=True)
class EditionImpact:
    """An edition, and each citation of what it changed by an earlier opinion."""

    edition: Edition
    uses: tuple[CitationUse, ...]


def edition_impacts(authority: Citation, index: CorpusIndex) -> tuple[EditionImpact, ...]:
    """The impact of each edition of an authority, oldest edition first."""
    uses = index.uses_by_authority.get(authority, ())
    editions = editions_affecting(authority, index.references)
    return tuple(_impact(edition, uses) for edition in editions)


def as_checklist(impact: EditionImpact, names: Names) -> str:
    """What an editor has to review, as a Markdown list of tasks."""
    edition = impact.edition
    title = f"## {names.edition_day(edition)}: {edition.event}"
    tasks = [f"- [ ] {review}" for review in reviews(impact, names)]
    return "\n".join(
        [
            title,
            "",
            *(tasks or [f"No earlier {names.commission.words.opinion} cites what it changed."]),
        ]
    )


def reviews(impact: EditionImpact, names: Names) -> Iterator[str]:
    """A phrase for each citation to review: the opinion, what it cites, and where.

    It says if the opinion is withdrawn and needs no new answer, and if it may be later than the
    change because one of the two days is not known.
    """
    return (_review(use, impact.edition, names) for use in impact.uses)


def _impact(edition: Edition, uses: tuple[CitationUse, ...]) -> EditionImpact:
    earlier = (use for use in uses if _is_earlier(use.record.earliest_day, edition))
    return EditionImpact(
        edition, tuple(use for use in earlier if edition_affects(edition, use.citation))
    )


def _is_earlier(day: date, edition: Edition) -> bool:
    """Whether a day is before an edition.

    If an edition says only “after” a day, it counts as later than that day.
    """
    return day < edition.day or day == edition.after


def _review(use: CitationUse, edition: Edition, names: Names) -> str:
    paragraphs = paragraph_signs(use.paragraphs)
    holdings = ", ".join(
        f"{names.commission.words.answer} {holding.id}" for holding in use.holdings
    )
    places = "; ".join(filter(None, (paragraphs, holdings)))
    review = f"{names.short(use.record.id)} cites {names.provision(use.citation)}"
    where = f" ({places})" if places else ""
    return f"{review}{where}{_caution(use, edition, names)}"


def _caution(use: CitationUse, edition: Edition, names: Names) -> str:
    """What else a reviewer must know of an opinion."""
    word = names.commission.words.opinion
    approved = use.record.approved_or_year
    if use.record.opinion.withdrawn is not None:
        return f"; the {word} is withdrawn"
    if use.citation in cited_only_separately(use.record):
        return "; only a concurrence or dissent cites it, so no status changes"
    if approved and is_since(edition, approved):
        return ""
    return f"; look up whether the change was before or after this {word}"
