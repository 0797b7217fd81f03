"""Find opinions of other bodies in a text, by the settings or by the list in its record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from corpus.citations.found_citation import FoundCitation, UnresolvedCitation
from corpus.model.cited_body import CitedBody
from corpus.model.opinion_parts import OtherOpinion

Found = TypeVar("Found", FoundCitation, UnresolvedCitation)


class FoundOtherOpinion(NamedTuple):
    """An opinion of another body, cited from character `start` up to, not including, `end`."""

    start: int
    end: int
    opinion: OtherOpinion
    """The entry of the record; if none lists it, what the entry would be."""


def other_opinions_in(
    words: str, listed: Sequence[OtherOpinion], bodies: Sequence[CitedBody]
) -> tuple[FoundOtherOpinion, ...]:
    """The opinions of other bodies that words cite, in order; none is within another."""
    citations = sorted((*_listed(words, listed), *_in_forms(words, listed, bodies)), key=_sort_key)
    kept: list[FoundOtherOpinion] = []
    for citation in citations:
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return tuple(kept)


def without_overlap(
    citations: Iterable[Found], others: Sequence[FoundOtherOpinion]
) -> tuple[Found, ...]:
    """The citations that have no words in common with those of other bodies' opinions."""
    return tuple(
        citation
        for citation in citations
        if not any(citation.start < other.end and other.start < citation.end for other in others)
    )


def with_address(opinion: OtherOpinion, bodies: Sequence[CitedBody]) -> OtherOpinion:
    """The opinion with the address that follows from the settings, if it has none of its own."""
    if opinion.url:
        return opinion
    addresses = (body.address(opinion.citation) for body in bodies if body.name == opinion.body)
    return opinion.model_copy(update={"url": next(filter(None, addresses), None)})


def _listed(words: str, listed: Sequence[OtherOpinion]) -> Iterator[FoundOtherOpinion]:
    """The places that print the citation of an entry word for word."""
    for opinion in listed:
        pattern = rf"(?<![\w-]){re.escape(opinion.citation)}(?![\w-]*\w)"
        for match in re.finditer(pattern, words):
            yield FoundOtherOpinion(*match.span(), opinion)


def _in_forms(
    words: str, listed: Sequence[OtherOpinion], bodies: Sequence[CitedBody]
) -> Iterator[FoundOtherOpinion]:
    """The numbers in a form of the settings, each with the entry of the same number."""
    for body in bodies:
        for match in body.pattern.finditer(words):
            number = body.number(match[0])
            same = (
                opinion
                for opinion in listed
                if opinion.body == body.name and body.number(opinion.citation) == number
            )
            unlisted = OtherOpinion.model_construct(body=body.name, citation=match[0], url=None)
            yield FoundOtherOpinion(*match.span(), next(same, unlisted))


def _sort_key(citation: FoundOtherOpinion) -> tuple[int, int]:
    """By where they begin; of two that begin at one place, the longer comes first."""
    return citation.start, -citation.end
