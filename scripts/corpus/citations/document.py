"""Citations in a whole document, plain text or Markdown, at their offsets in the document."""

import re
from collections.abc import Iterator

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import FoundCitation
from corpus.text.blocks import Block, parse_blocks
from corpus.text.markdown_mask import blank_out_code_and_links

_UNDERSCORES = re.compile(r"(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])")
"""Underscores that mark emphasis, as stars do."""

_INITIALS = re.compile(r"^([ ]*[A-Z]\.)[ ](?=[A-Z]\.)", re.MULTILINE)
"""Initials at the beginning of a line, as in `N. C. Gen. Stat.`, which are no list mark."""

_STARS = re.compile(r"\*+")


def find_in_document(text: str, finder: CitationFinder) -> tuple[FoundCitation, ...]:
    """The citations in a document; none extends across a blank line, a heading or a list item.

    A citation includes the marks of emphasis within it and their partners.
    """
    return tuple(_citations(text, finder))


def _citations(text: str, finder: CitationFinder) -> Iterator[FoundCitation]:
    prose = blank_out_code_and_links(text.replace("\f", "\n"))
    prose = _UNDERSCORES.sub(lambda match: "*" * len(match[0]), prose)
    prose = _INITIALS.sub("\\1\u00a0", prose)
    for block in parse_blocks(prose):
        for citation in finder.find(block.words):
            start, end = _in_source(block, citation)
            yield FoundCitation(*_with_whole_emphasis(prose, start, end), citation.target)


def _in_source(block: Block, citation: FoundCitation) -> tuple[int, int]:
    """Where a citation in the words of a block begins and ends in the document."""
    return block.source_offset(citation.start), block.source_offset(citation.end - 1) + 1


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
