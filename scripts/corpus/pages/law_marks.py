"""The marks of provisions whose law changed: at their headings and in every list of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.analysis.history import changed_parts, editions_affecting
from corpus.analysis.index import CorpusIndex
from corpus.analysis.law_labels import events_label
from corpus.model.authority import Citation
from corpus.model.edition import BEGINNINGS, ONLY_THE_NUMBER, Edition
from corpus.model.words import capitalized

_PARTS_IN_A_MARK = 2
"""How many parts a mark names; of more, it gives the number."""


class LawMark(NamedTuple):
    """What happened to a provision since it had its first words."""

    words: str
    """`Repealed in 2022`, or `3(d)(5) amended in 2021` if only a part changed."""
    css_class: str


def law_mark(citation: Citation, index: CorpusIndex) -> LawMark | None:
    """The mark of a provision; None if no change is recorded.

    New numbers of all its kind leave no mark: every row would have the same.
    """
    of_all = index.commission.settings_of(citation.kind).editions
    changes: defaultdict[Citation, list[Edition]] = defaultdict(list)
    for edition in editions_affecting(citation, index.references):
        if edition in of_all and edition.verb in ONLY_THE_NUMBER:
            continue
        for part in changed_parts(edition, citation):
            changes[part].append(edition)
    own = changes.pop(citation, [])
    begins = bool(own) and own[0].verb in BEGINNINGS
    said = [_events(own[begins:]), *_of_parts(changes)]
    verbs = {edition.verb for editions in (own[begins:], *changes.values()) for edition in editions}
    css_class = "law-renumbered" if verbs <= ONLY_THE_NUMBER else "law-changed"
    return LawMark(capitalized("; ".join(filter(None, said))), css_class) if verbs else None


def _of_parts(changes: Mapping[Citation, Sequence[Edition]]) -> Iterator[str]:
    if len(changes) > _PARTS_IN_A_MARK:
        yield f"{len(changes)} parts changed"
        return
    for part in sorted(changes, key=lambda part: part.order):
        yield f"{part} {_events(changes[part])}"


def _events(editions: Sequence[Edition]) -> str:
    """`reworded in 2003 or later` of an unknown day after one on which the old words applied."""
    old_words = next((edition.day.year for edition in editions if edition.after), None)
    return events_label(editions, f"in {old_words} or later")
