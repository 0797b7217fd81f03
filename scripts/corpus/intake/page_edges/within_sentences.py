"""Headers and footers, known by a sentence that goes on past them."""

from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile
from typing import TypeAlias

from corpus.intake.document import ends_sentence
from corpus.intake.page_edges.edge_lines import EdgeLine
from corpus.intake.page_edges.page_numbers import can_be_page_number

_Edge: TypeAlias = Sequence[EdgeLine]


def texts_within_sentences(
    tops: Sequence[_Edge],
    bottoms: Sequence[_Edge],
    repeated: Collection[str],
) -> set[str]:
    """The repeated texts that are not part of the text, because a sentence continues past them."""
    texts = set[str]()
    for bottom, top in pairwise(zip(bottoms, tops, strict=True)):
        below, above = _outer(bottom[0], repeated), _outer(top[1], repeated)
        last, first = bottom[0][len(below) :], top[1][len(above) :]
        is_open = bool(last) and not ends_sentence(last[0].line)
        if is_open and first and first[0].line.text[:1].islower():
            texts.update(at.line.text for at in (*below, *above))
    return texts


def _outer(edge: _Edge, repeated: Collection[str]) -> list[EdgeLine]:
    """The lines that stand between the text and the edge of the page."""
    return list(
        takewhile(
            lambda at: at.line.text in repeated or can_be_page_number(at.line.text),
            edge,
        )
    )
