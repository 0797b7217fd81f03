"""The corrections that a change adds to opinions, and whether they match the changes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from corpus.analysis.word_diff import compare_words
from corpus.citations.names import Names
from corpus.model.opinion_parts import Correction
from corpus.model.provenance import Provenance
from corpus.review.changes.text_changes import text_changes
from corpus.review.record_versions import RecordPair

_RIGHT_BEFORE_WRONG = re.compile(r"\b(?:printed|typed|written|published|shown) as\b")
_WRONG_BEFORE_RIGHT = re.compile(
    r"\b(?:should (?:be|read|have been)|now reads?|(?:changed|corrected) (?:in)?to"
    r"|replaced (?:by|with))\b"
)
_QUOTATION = re.compile(r"“([^”]*)”|\"([^\"]*)\"")


@dataclass(frozen=True, slots=True, kw_only=True)
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
    has_words_exchanged: bool = False
    """Whether it calls the new words wrong and the old ones right."""

    @property
    def contradicts_change(self) -> bool:
        """Whether its words do not fit what changed."""
        return self.quotes_other_words or self.has_words_exchanged


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
    lost, gained = _changed_words(pair)
    return NewCorrection(
        opinion=pair.opinion,
        day=day,
        at=entry.at,
        what=entry.what,
        source=new.source,
        answers=answers,
        quotes_other_words=_quotes_other_words(entry.what, lost | gained),
        has_words_exchanged=_has_words_exchanged(entry.what, lost, gained),
    )


def _quotes_other_words(what: str, changed: set[str]) -> bool:
    """Whether an entry quotes words, and none of them is in what changed in the text."""
    quoted = {word for quote in _quotations(what) for word in _words(quote)}
    return bool(quoted and changed) and quoted.isdisjoint(changed)


def _has_words_exchanged(what: str, lost: set[str], gained: set[str]) -> bool:
    """Whether an entry calls words right that the text lost, and words wrong that it gained."""
    quotations = list(_QUOTATION.finditer(what))
    if len(quotations) != 2:  # noqa: PLR2004 - the right and the wrong words
        return False
    first, second = (set(_words(quote)) for quote in _quotations(what))
    between = what[quotations[0].end() : quotations[1].start()]
    if _RIGHT_BEFORE_WRONG.search(between):
        right, wrong = first - second, second - first
    elif _WRONG_BEFORE_RIGHT.search(between):
        right, wrong = second - first, first - second
    else:
        return False
    is_as_said = right <= gained and wrong <= lost
    return bool(right | wrong) and right <= lost and wrong <= gained and not is_as_said


def _quotations(what: str) -> Iterator[str]:
    return (match[1] or match[2] or "" for match in _QUOTATION.finditer(what))


def _changed_words(pair: RecordPair) -> tuple[set[str], set[str]]:
    """The words that the text lost, and those that it gained."""
    old, new = pair.old.text, pair.new.text
    changes = text_changes(pair.opinion, old, new) if old and new else ()
    spans = [span for change in changes for span in compare_words(change.old, change.new)]
    lost = {word for span in spans if not span.in_new for word in _words(span.words)}
    gained = {word for span in spans if not span.in_old for word in _words(span.words)}
    return lost, gained


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
