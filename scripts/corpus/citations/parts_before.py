"""Parts named before a citation: `subsection (c) of Canon 3`."""

from collections.abc import Iterator

from corpus.citations.found_citation import FoundCitation
from corpus.citations.other_bodies import LOOK_BEHIND
from corpus.citations.patterns import with_parts
from corpus.citations.pinpoints import EACH_NAMED, LAST_BEFORE, PARTS_BEFORE
from corpus.model.authority import Citation


def with_parts_before(
    words: str, citations: tuple[FoundCitation, ...], after: int
) -> Iterator[FoundCitation]:
    """Yield the citations; `subsection (c) of ` before the first one belongs to it."""
    start, end, target = citations[0]
    while (
        isinstance(target, Citation)
        and words[max(start - LOOK_BEHIND, 0) : start].rstrip().endswith(LAST_BEFORE)
        and (match := PARTS_BEFORE.search(words, max(after, start - LOOK_BEHIND), start))
    ):
        whole, start = target, match.start()
        target = with_parts(whole, match["parts"])
        end_of_part = match.end("first")
        for part in EACH_NAMED.finditer(words, *match.span("others")):
            yield FoundCitation(start, end_of_part, target)
            start, end_of_part, target = *part.span(), with_parts(whole, part[0])
    yield FoundCitation(start, end, target)
    yield from citations[1:]
