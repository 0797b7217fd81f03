"""The words of a later opinion that say how it modifies an earlier one."""

import textwrap

from corpus.analysis.changes import changes_by_later
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.library.record import Record
from corpus.model.opinion_parts import Effect

_MOST_LETTERS = 320


def changing_words(change: IncomingRelation) -> str:
    """The first paragraph that modifies, word for word; if it is long, its end is cut off.

    Empty if the later opinion does something else, was withdrawn or is here without its text, or if
    the record names no paragraph.
    """
    relation = change.relation
    later = change.record
    if relation.effect is not Effect.MODIFIES or change.is_withdrawn or not later.opinion.has_text:
        return ""
    named = (later.text.paragraphs[number] for number in relation.at[:1])
    return "".join(
        textwrap.shorten(block.words, _MOST_LETTERS, placeholder=" …") for block in named
    )


def quoted_opinions(record: Record, index: CorpusIndex) -> tuple[Record, ...]:
    """The later opinions whose words stand beside an opinion that they modify."""
    return tuple(
        change.record for change in changes_by_later(record, index) if changing_words(change)
    )
