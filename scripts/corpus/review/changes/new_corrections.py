"""The corrections that a change adds to opinions, and whether they match the changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from corpus.analysis.word_diff import compare_words
from corpus.citations.names import Names
from corpus.model.opinion_parts import Correction
from corpus.model.provenance import Provenance
from corpus.review.changes.text_changes import TextChange, text_changes
from corpus.review.record_versions import RecordPair

_QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """An entry in the corrections of an opinion that was not there before."""

    opinion: str
    day: str
    at: tuple[int, ...]
    what: str
    source: Provenance | None = None
    """The document of the opinion; None if it could not be read."""
    answers: tuple[str, ...] = ()
    """The answers that rest on the corrected paragraphs."""
    quotes_other_words: bool = False
    """Whether it quotes words, but none that changed."""


def new_corrections(pair: RecordPair, names: Names) -> Iterator[NewCorrection]:
    """Each entry that is not in the same place before; a second equal one is new, too."""
    before, after = pair.both("corrections")
    for was, entry in zip_longest(before or (), after or ()):
        if entry and entry != was:
            yield _new_correction(pair, entry, names)


def _new_correction(pair: RecordPair, entry: Correction, names: Names) -> NewCorrection:
    new = pair.new
    answers = tuple(
        f"{names.commission.words.answer} {holding.id} (¶ {', '.join(map(str, holding.at))}): "
        f"{holding.text}"
        for holding in (new.read("holdings") if new.can_read("holdings") else ())
        if not set(entry.at).isdisjoint(holding.at)
    )
    day = names.day(entry.on)
    others = _quotes_other_words(pair, entry.what)
    return NewCorrection(pair.opinion, day, entry.at, entry.what, new.source, answers, others)


def _quotes_other_words(pair: RecordPair, what: str) -> bool:
    """Whether an entry quotes words, and none of them is in what changed in the text."""
    quoted = {word for quote in _quotations(what) for word in _words(quote)}
    old, new = pair.old.text, pair.new.text
    changes = text_changes(pair.opinion, old, new) if old and new else ()
    changed = {word for change in changes for word in _changed_words(change)}
    return bool(quoted and changed) and quoted.isdisjoint(changed)


def _quotations(what: str) -> Iterator[str]:
    return (match[1] or match[2] or "" for match in _QUOTATION.finditer(what))


def _changed_words(change: TextChange) -> Iterator[str]:
    for span in compare_words(change.old, change.new):
        if not (span.in_old and span.in_new):
            yield from _words(span.words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
