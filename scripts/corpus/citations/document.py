"""Citations in a whole document, plain text or Markdown, at their offsets in the document."""

import re
from collections.abc import Iterator

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import (
    NOTHING_FOUND,
    CitationsInText,
    Doubt,
    FoundCitation,
    UnresolvedCitation,
)
from corpus.text.blocks import LIST_MARK, Block, parse_blocks
from corpus.text.inline import SourceOffsets
from corpus.text.markdown_mask import blank_out_code_and_links

_UNDERSCORES = re.compile(r"(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])")
"""Underscores that mark emphasis, as stars do."""

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_HIDDEN = re.compile(f"[{_INVISIBLE}]+")
"""Soft hyphens and zero-width spaces, which web pages and PDF files have within words."""
_SHOWN = re.compile(f"[^{_INVISIBLE}]")

_STARS = re.compile(r"\*+")

_DAMAGED = re.compile(
    r"(?:\ufffd|[\u00c2\u00c3\u00e2\u201a\u00ac\u0080-\u009f][^\sA-Za-z0-9]{0,5})+\s?\u00a7?\s?[0-9](?:[\w.()-]*[\w)])?"
)
"""A number after what shows a wrong encoding or a lost sign: `Â§ 2A-34.1`, `2A�34.1`."""

_DIVIDED = re.compile(
    r"(?<![\w-])([A-Za-z]{2,15})-\n[ ]{0,9}([a-z]{2,15}\.?)\s+[0-9IVX](?:[\w.()-]*[\w)])?"
)
"""A word at the end of a line, its rest, and a number: `Stat-`, `ute 3`."""

_DIVIDED_PARTS = (
    rf"(?![ ]{{0,9}}(?:{LIST_MARK})[ ])[^\n]{{0,35}}(?:[0-9IVX]|\([A-Za-z0-9]{{1,3}}\))"
    r"\n[ ]{0,9}\((?![Aai1]\))[A-Za-z0-9]{1,3}\)[ ]"
)
"""A line that ends with `3(d)` before one that begins with `(5) `, which begins no list."""

_LAST_LINE = re.compile(
    r"^(?:(?![ ]{0,3}>)[^\n]+\n(?=[ ]{0,3}>)"
    rf"|(?!{_DIVIDED_PARTS})[^\n]{{1,39}}\n(?=[ ]{{0,9}}(?:{LIST_MARK})[ ]+\S)"
    r"|[^\n]+\n(?=[ ]{0,9}[-*\u2022][ ]+\S))",
    re.MULTILINE,
)
"""The last line of a paragraph that no blank line ends: quoted mail or a list item follows.

A number may also begin a line because the one before is full, so that one must be short.
"""


def citations_in_document(text: str, finder: CitationFinder) -> CitationsInText:
    """The citations in a document, and what looks like one but is not resolved.

    None extends across a blank line, a heading or a list item. A citation includes the marks of
    emphasis within it and their partners. Characters that nobody sees are skipped.
    """
    if text.isascii() or not _HIDDEN.search(text):
        return _citations_in(text, finder)
    shown = [match.start() for match in _SHOWN.finditer(text)]
    found = _citations_in(_HIDDEN.sub("", text), finder)
    return CitationsInText(
        tuple(
            each._replace(start=shown[each.start], end=shown[each.end - 1] + 1)
            for each in found.resolved
        ),
        tuple(
            each._replace(start=shown[each.start], end=shown[each.end - 1] + 1)
            for each in found.unresolved
        ),
        tuple((shown[start], shown[end - 1] + 1) for start, end in found.of_others),
    )


def _citations_in(text: str, finder: CitationFinder) -> CitationsInText:
    resolved = list[FoundCitation]()
    unresolved = list[UnresolvedCitation]()
    of_others = list[tuple[int, int]]()
    prose = blank_out_code_and_links(text.replace("\f", "\n"))
    prose = _UNDERSCORES.sub(lambda match: "*" * len(match[0]), prose)
    blocks = [*_blocks(prose)]
    marks = [block.mark for block in blocks]
    in_blocks = finder.read_each([block.words for block in blocks], marks)
    for block, in_block in zip(blocks, in_blocks, strict=True):
        if in_block == NOTHING_FOUND:
            continue
        offsets = block.source_offsets
        for citation in in_block.resolved:
            start, end = _in_source(offsets, citation.start, citation.end)
            span = _with_whole_emphasis(prose, start, end)
            resolved.append(FoundCitation(*span, citation.target))
        for words in in_block.unresolved:
            span = _in_source(offsets, words.start, words.end)
            unresolved.append(UnresolvedCitation(*span, words.doubt))
        for start, end in in_block.of_others:
            of_others.append(_with_whole_emphasis(prose, *_in_source(offsets, start, end)))
    found = [(start, end) for start, end, _ in (*resolved, *unresolved)]
    unresolved += [
        damaged
        for damaged in _damaged(prose, finder)
        if not any(start < damaged.end and damaged.start < end for start, end in found)
    ]
    return CitationsInText(tuple(resolved), tuple(sorted(unresolved)), tuple(of_others))


def _damaged(prose: str, finder: CitationFinder) -> Iterator[UnresolvedCitation]:
    """Citations that a wrong encoding or the end of a line has broken."""
    for match in _DAMAGED.finditer(prose):
        yield UnresolvedCitation(*match.span(), Doubt.DAMAGED)
    for match in _DIVIDED.finditer(prose):
        if finder.introducers.pattern.fullmatch(match[1] + match[2]):
            yield UnresolvedCitation(*match.span(), Doubt.DAMAGED)


def _blocks(prose: str) -> Iterator[Block]:
    """The blocks of a document, which need no blank line before a quotation or a list item."""
    start = 0
    for end in (*(line.end() for line in _LAST_LINE.finditer(prose)), len(prose)):
        for block in parse_blocks(prose[start:end]):
            yield block._replace(start=start + block.start)
        start = end


def _in_source(offsets: SourceOffsets, start: int, end: int) -> tuple[int, int]:
    """Where words of a block begin and end in the document."""
    return offsets[start], offsets[end - 1] + 1


def _with_whole_emphasis(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the other mark of an emphasis that begins or ends within it."""
    unpaired = ""
    for match in _STARS.finditer(text, start, end):
        unpaired = "" if unpaired == match[0] else match[0]
    if unpaired and text.startswith(unpaired, end):
        return start, end + len(unpaired)
    if unpaired and text.endswith(unpaired, 0, start):
        return start - len(unpaired), end
    return start, end
