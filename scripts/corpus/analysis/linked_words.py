"""The words of an approved text in stretches, each a link to what it cites or plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion import OpinionId
from corpus.text.blocks import Block
from corpus.text.inline import Run


class Stretch(NamedTuple):
    """Words in one or more styles, and the authority or opinion that they cite, if any."""

    runs: tuple[Run, ...]
    target: CitationTarget | None


def linked_citations(record: Record, references: References) -> dict[int, list[FoundCitation]]:
    """The listed citations of something that has a page, by the start of their block."""
    links: dict[int, list[FoundCitation]] = {}
    for block, citation in record.text_citations:
        if citation.target in record.listed_citations and _has_page(citation.target, references):
            links.setdefault(block.start, []).append(citation)
    return links


def stretches(block: Block, links: Sequence[FoundCitation]) -> Iterator[Stretch]:
    """All words of a block, in order."""
    end = 0
    for citation in links:
        if citation.start < end:  # part of a range that is already one link
            continue
        yield Stretch(tuple(_runs(block, end, citation.start)), None)
        yield Stretch(tuple(_runs(block, citation.start, citation.end)), citation.target)
        end = citation.end
    yield Stretch(tuple(_runs(block, end, len(block.words))), None)


def _has_page(listed: CitationTarget, references: References) -> bool:
    """Every opinion that a valid record lists has a page, and every authority that is held."""
    return isinstance(listed, OpinionId) or references.authority(listed) is not None


def _runs(block: Block, start: int, end: int) -> Iterator[Run]:
    """The runs from `start` to `end`, the outer ones cut there."""
    for run in block.runs:
        words = run.words[max(start - run.start, 0) : max(end - run.start, 0)]
        if words:
            yield replace(run, words=words, start=max(start, run.start))
