"""Names of opinions on lines of their own within a sentence: no opinion begins there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.intake.document import Line, ends_sentence, is_bold, with_neighbors
from corpus.intake.headings import may_be_sentence
from corpus.model.approval_words import reads_as_approval_day
from corpus.model.commission import Commission


def mark_names_in_sentences(lines: Sequence[Line], commission: Commission) -> Iterator[Line]:
    """Yield the lines; a heading line is marked if the sentence above it goes on below it."""
    for above, line, below in with_neighbors(lines):
        is_within = above and below and _is_within(above, line, below, commission)
        yield replace(line, is_in_sentence=True, begins_opinion=False) if is_within else line


def _is_within(above: Line, line: Line, below: Line, commission: Commission) -> bool:
    """Whether three lines without space between them are one sentence around a heading line."""
    if (
        line.gap_above
        or below.gap_above
        or is_bold(line.runs)
        or commission.heading_in(line.text) is None
    ):
        return False
    is_on_page = above.page == line.page == below.page and above.column == below.column
    is_open = not ends_sentence(above) and (above.text[:1].islower() or may_be_sentence(above))
    goes_on = below.text[:1].islower() and not reads_as_approval_day(below.text, commission)
    return is_on_page and is_open and goes_on
