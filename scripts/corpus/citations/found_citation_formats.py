"""The citations found in a text as printed lines and as JSON."""

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from corpus.citations.found_citation import FoundCitation


def as_text(text: str, citations: Sequence[FoundCitation]) -> str:
    """One citation per line: its line in the text, its words and what it refers to."""
    lines = line_numbers(text, (citation.start for citation in citations))
    return "\n".join(
        f"{line}: {_words(text, citation)}: {citation.kind} {citation.target}"
        for citation, line in zip(citations, lines, strict=True)
    )


def as_json(text: str, citations: Sequence[FoundCitation]) -> str:
    """A list with an object for each citation; positions are in characters and start at 0."""
    entries = [
        {"text": text[citation.start : citation.end], **citation.as_dict} for citation in citations
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2)


def line_numbers(text: str, positions: Iterable[int]) -> Iterator[int]:
    """The line of the text, from 1, at each position."""
    ends = [match.start() for match in re.finditer("\n", text)]
    return (bisect_left(ends, position) + 1 for position in positions)


def _words(text: str, citation: FoundCitation) -> str:
    return " ".join(text[citation.start : citation.end].split())
