"""An approved text in pieces: plain words, and links to what they cite."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.citations.cited_bodies import with_address
from corpus.citations.found_citation import CitationTarget
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion_id import OpinionId
from corpus.text.blocks import Block
from corpus.text.inline import Run


class LinkedCitation(NamedTuple):
    """A citation from `start` up to, not including, `end` of a block, and where it leads."""

    start: int
    end: int
    path: str = ""
    """The page of this site; empty if another body gave the opinion."""
    address: str = ""
    """The address of another body's opinion on the web."""


class Stretch(NamedTuple):
    """Words in one or more styles, and where they lead, if they cite something."""

    runs: tuple[Run, ...]
    path: str = ""
    """The page of this site; empty if there is none."""
    address: str = ""
    """The address of another body's opinion on the web; empty if they cite none."""


def linked_citations(record: Record, references: References) -> dict[int, list[LinkedCitation]]:
    """The citations that lead somewhere, by the start of their block and in order.

    These are the listed ones of something that has a page, and other bodies' opinions.
    """
    links: dict[int, list[LinkedCitation]] = {}
    for block, citation in record.text_citations:
        target = citation.target
        if target in record.listed_citations and _has_page(target, references):
            link = LinkedCitation(citation.start, citation.end, path=record.url_of(target))
            links.setdefault(block.start, []).append(link)
    for block, other in record.cited_other_opinions:
        if address := with_address(other.opinion, references.commission.cited_bodies).url:
            link = LinkedCitation(other.start, other.end, address=address)
            links.setdefault(block.start, []).append(link)
    return {start: sorted(of_block) for start, of_block in links.items()}


def stretches(block: Block, links: Sequence[LinkedCitation]) -> Iterator[Stretch]:
    """All words of a block, in order."""
    end = 0
    for link in links:
        if link.start < end:  # part of a range that is already one link
            continue
        yield Stretch(tuple(_runs(block, end, link.start)))
        yield Stretch(tuple(_runs(block, link.start, link.end)), link.path, link.address)
        end = link.end
    yield Stretch(tuple(_runs(block, end, len(block.words))))


def _has_page(listed: CitationTarget, references: References) -> bool:
    """Whether it has a page, as every opinion does that a valid record lists."""
    return isinstance(listed, OpinionId) or references.authority(listed) is not None


def _runs(block: Block, start: int, end: int) -> Iterator[Run]:
    """The runs from `start` to `end`, the outer ones cut there."""
    for run in block.runs:
        words = run.words[max(start - run.start, 0) : max(end - run.start, 0)]
        if words == run.words:
            yield run
        elif words:
            yield replace(run, words=words, start=max(start, run.start))
