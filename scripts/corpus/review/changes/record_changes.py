"""Compare old and new opinions field by field, as far as each field can be read.

So a reviewer sees every change, whatever else is wrong in the files.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import partial
from typing import TypeVar

from corpus.citations.names import Names
from corpus.library.corpus import Corpus, ValidCorpus
from corpus.model.commission import Commission
from corpus.model.field_labels import field_label
from corpus.model.words import Words
from corpus.review.changes.field_changes import (
    COMPARED_FIELDS,
    FieldChange,
    approval_change,
    detail_changes,
    exception_changes,
)
from corpus.review.changes.look_alikes import LookAlike, in_changes, in_new_text
from corpus.review.changes.new_corrections import NewCorrection, new_corrections
from corpus.review.changes.separate_changes import SeparateChange, separate_changes
from corpus.review.changes.text_changes import TextChange, text_changes
from corpus.review.changes.text_passages import Passage, passages
from corpus.review.changes.withdrawal_changes import WithdrawalChange, withdrawal_change
from corpus.review.documents.comparison import DocumentComparison
from corpus.review.record_versions import (
    RecordPair,
    RecordVersion,
    pairs_of_versions,
    version_of_file,
    version_of_record,
)
from corpus.text.approved_text import ApprovedText

_T = TypeVar("_T")


class Verdict(Enum):
    """What a kept document says of a change."""

    FOR = auto()
    """It has the new words."""
    AGAINST = auto()
    """It has the old words, and not the new ones."""
    UNKNOWN = auto()
    """Nobody compared them."""


@dataclass(frozen=True, slots=True)
class ComparedChange:
    """A change of an approved text or its day, beside the kept document."""

    what: str
    """The change in a sentence: `AO 5 (2003): paragraph 2 changes`."""
    document: str
    """The path of the document; empty if the collection keeps none."""
    verdict: Verdict
    reason: str = ""
    """Why nobody compared them, as a sentence."""


@dataclass(frozen=True, slots=True)
class NewText:
    """The text of an opinion that is new here, or that was only listed before."""

    opinion: str
    document: str | None
    """The path of the document that the collection keeps, empty if it keeps none; None if that
    could not be read."""
    text: ApprovedText


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordChanges:
    """What changes in some opinions."""

    words: Words = field(default_factory=Words)
    """The body's own words, such as `adopted` for `approved`."""
    texts: tuple[TextChange, ...] = ()
    passages: tuple[Passage, ...] = ()
    """Each place in the texts whose paragraphs are taken out, added, joined, split or moved."""
    separate: tuple[SeparateChange, ...] = ()
    look_alikes: tuple[LookAlike, ...] = ()
    corrections: tuple[NewCorrection, ...] = ()
    unread_corrections: tuple[str, ...] = ()
    """The opinions whose corrections could not be read."""
    approvals: tuple[FieldChange, ...] = ()
    """Each date of approval that changes."""
    exceptions: tuple[FieldChange, ...] = ()
    """Each exception to a rule that is new, changes or is removed, with its reason."""
    withdrawals: tuple[WithdrawalChange, ...] = ()
    details: tuple[FieldChange, ...] = ()
    """What editors wrote: titles, summaries, questions, answers and sources. Removed corrections
    too."""
    not_compared: tuple[str, ...] = ()
    """What of an opinion could not be compared: `Advisory Opinion 05 (2003): its text`."""
    compared: tuple[ComparedChange, ...] = ()
    """Each change of an approved text or its day, beside the kept document."""
    new_texts: tuple[NewText, ...] = ()
    comparisons: tuple[DocumentComparison, ...] = ()
    """Each new text beside its document."""

    def with_verdict(self, verdict: Verdict) -> tuple[ComparedChange, ...]:
        """The changes about which the kept documents say this."""
        return tuple(change for change in self.compared if change.verdict is verdict)


def changes_in_valid_records(old: ValidCorpus, new: ValidCorpus) -> RecordChanges:
    """Compare the opinions of two corpora without errors."""
    before, after = (map(version_of_record, corpus.records) for corpus in (old, new))
    words = old.references.commission.words
    return _changes(before, after, new.references.commission, words)


def changes_in_records(old: Corpus, new: Corpus) -> RecordChanges | None:
    """Compare all files of opinions, even those that cannot be shown.

    Return None if the settings can be read in neither state.
    """
    references = new.references or old.references
    if references is None:
        return None
    words = (old.references or references).commission.words
    before, after = (
        [version_of_file(file, own.commission) for file in corpus.record_files]
        for corpus, own in ((old, old.references or references), (new, references))
    )
    return _changes(before, after, references.commission, words)


def _changes(
    old: Iterable[RecordVersion], new: Iterable[RecordVersion], commission: Commission, words: Words
) -> RecordChanges:
    names = Names(commission)
    pairs = list(pairs_of_versions(list(old), new, names))
    in_both = [pair for pair in pairs if pair.old.path]
    texts = _of_each(in_both, partial(_text_changes, words=words))
    details = _of_each(in_both, detail_changes)
    new_texts = _of_each(pairs, _new_text)
    of_new = (item for new in new_texts for item in in_new_text(new.opinion, new.text))
    return RecordChanges(
        words=words,
        texts=texts,
        passages=_of_each(in_both, _passages),
        separate=_of_each(in_both, separate_changes),
        look_alikes=(*in_changes((*texts, *details)), *of_new),
        corrections=_of_each(in_both, partial(new_corrections, names=names)),
        unread_corrections=tuple(
            pair.opinion for pair in in_both if not pair.new.can_read("corrections")
        ),
        approvals=_of_each(in_both, partial(approval_change, names=names)),
        exceptions=_of_each(in_both, exception_changes),
        withdrawals=_of_each(pairs, partial(withdrawal_change, names=names)),
        details=details,
        not_compared=_of_each(in_both, _not_compared),
        new_texts=new_texts,
    )


def _of_each(
    pairs: Iterable[RecordPair], changes_in: Callable[[RecordPair], Iterable[_T]]
) -> tuple[_T, ...]:
    return tuple(change for pair in pairs for change in changes_in(pair))


def _new_text(pair: RecordPair) -> Iterator[NewText]:
    """The text of a pair, if only the new file has one."""
    text = pair.new.text
    before = pair.old.text
    if text and text.blocks and not (before and before.blocks):
        source = pair.new.source
        yield NewText(pair.opinion, (source.file or "") if source else None, text)


def _text_changes(pair: RecordPair, words: Words) -> Iterator[TextChange]:
    if pair.old.text and pair.new.text:
        for change in text_changes(pair.opinion, pair.old.text, pair.new.text):
            yield replace(change, what=words.said(change.what), document=pair.document)


def _passages(pair: RecordPair) -> Iterator[Passage]:
    if pair.document and pair.old.text and pair.new.text:
        yield from passages(pair.opinion, pair.document, pair.old.text, pair.new.text)


def _not_compared(pair: RecordPair) -> Iterator[str]:
    names = [field_label(name) for name in COMPARED_FIELDS if not pair.has(name)]
    if pair.old.fields is None or pair.new.fields is None:
        names = ["fields"]
    if pair.old.text is None or pair.new.text is None:
        names = ["text", *names]
    if names:
        yield f"{pair.opinion}: its {', '.join(names)}"
