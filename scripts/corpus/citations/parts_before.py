"""Parts named before a citation: `subsection (c) of Canon 3`."""

import re
from collections.abc import Iterator

from corpus.citations.enumeration import is_enumerated
from corpus.citations.found_citation import FoundCitation
from corpus.citations.names_before import LOOK_BEHIND
from corpus.citations.pinpoints import (
    BARE_PARTS_BEFORE,
    EACH_NAMED,
    LAST_BEFORE,
    PARTS_BEFORE,
    with_parts,
)
from corpus.model.authority import Citation


def with_parts_before(
    words: str, citations: tuple[FoundCitation, ...], after: int
) -> Iterator[FoundCitation]:
    """Yield the citations; `subsection (c) of ` before the first one belongs to it."""
    start, end, target = citations[0]
    while (
        isinstance(target, Citation)
        and words[max(start - LOOK_BEHIND, 0) : start].rstrip().endswith(LAST_BEFORE)
        and (match := _parts_before(words, max(after, start - LOOK_BEHIND), start))
    ):
        whole = target
        start = match.start()
        target = with_parts(whole, match["parts"])
        end_of_part = match.end("first")
        for part in EACH_NAMED.finditer(words, *match.span("others")):
            yield FoundCitation(start, end_of_part, target)
            start, end_of_part, target = *part.span(), with_parts(whole, part[0])
    yield FoundCitation(start, end, target)
    yield from citations[1:]


def _parts_before(words: str, after: int, end: int) -> re.Match[str] | None:
    """`subsection (c) of ` or `(c) and (d) of `, which ends at `end`."""
    if match := PARTS_BEFORE.search(words, after, end):
        return match
    match = BARE_PARTS_BEFORE.search(words, after, end)
    return None if match is None or is_enumerated(words, *match.span("parts")) else match
