"""OP5: what was published once stays."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from corpus.checks.registry import on_collection, on_fault
from corpus.findings import Fault, FaultKind, Level, Location, Violation
from corpus.library.corpus import Card, Collection
from corpus.library.ledger import Seal, SealedText, seal_path, sealed
from corpus.library.record import Record


@on_collection("OP501", hint="Bring the record back; one that was taken back has `withdrawn:`.")
def lost_opinion(collection: Collection) -> Iterable[Violation]:
    """An opinion that was published keeps its record.

    Why:
        Its address is cited, and must lead to it for ever.
    """
    frame = collection.frame
    unnamed = set(frame.opinions) - {card.path for card in collection.cards}
    for one in frame.seals:
        if one not in collection.known and f"opinions/{one}.md" not in unnamed:
            yield Location(seal_path(one)), f"opinion {one} was published, and its record is gone"


@on_collection("OP502", hint="Undo the change, or tell it in `corrections` with its paragraphs.")
def changed_words(collection: Collection) -> Iterable[Violation]:
    """The words that were published change only with an entry in `corrections`.

    Why:
        Readers rely on the words as they were approved, and cite them.
    """
    for record, seal, now in _changed(collection):
        yield from _unexplained(record, seal, now)


@on_collection("OP503", hint="Put it back in its place; a paragraph's number is cited.")
def lost_paragraph(collection: Collection) -> Iterable[Violation]:
    """No paragraph that was published goes, or gets another number.

    Why:
        A link or a citation to a paragraph must find the same one for ever.
    """
    for card, seal in _sealed(collection):
        if seal.text and not card.is_held:
            message = "the text of this opinion was published, and is gone"
            yield collection.at(card, "text"), message
    for record, seal, now in _changed(collection):
        before = seal.text.paragraphs if seal.text else ()
        for number, moved in _moved(before, now.paragraphs):
            yield record.body, f"paragraph {number} is now paragraph {moved}"
        for number in range(len(now.paragraphs) + 1, len(before) + 1):
            yield record.body, f"there is no paragraph {number} any more"


@on_collection("OP504", hint="Type `make seal` when the opinion is published.", level=Level.WARNING)
def unsealed_opinion(collection: Collection) -> Iterable[Violation]:
    """Every opinion is sealed, once there is a ledger.

    Why:
        From then on, a change of its words or its address is noticed.
    """
    frame = collection.frame
    if not frame.has_ledger:
        return
    damaged = {document.path for document in frame.documents if document.faults}
    for card in collection.cards:
        seal = frame.seals.get(card.id)
        if seal is None and seal_path(card.id) not in damaged:
            yield collection.at(card, "number"), f"opinion {card.id} is not sealed"
        elif seal and seal.text is None and card.is_held:
            message = f"the text of opinion {card.id} is not sealed"
            yield collection.reopen(card.path).body, message


@on_fault(FaultKind.SEAL, "OP505", hint="Undo the change of this file; only `make seal` writes it.")
def damaged_seal(fault: Fault) -> Violation:
    """The files of the ledger are as `make seal` wrote them.

    Why:
        A seal that cannot be read protects nothing.
    """
    return fault.verdict


@on_collection("OP506", hint="Bring the entry back, or correct its day.")
def lost_correction(collection: Collection) -> Iterable[Violation]:
    """A correction that was told stays told, and is of a day after the approval.

    Why:
        It is the only trace of what the words were before.
    """
    for card, seal in _sealed(collection):
        left = card.corrections
        if left is not None and len(left) < seal.corrections:
            message = f"of {seal.corrections} corrections {len(left)} are left"
            yield collection.at(card, "corrections"), message
    for card in collection.cards:
        for place, one in enumerate(card.corrections or ()):
            if card.approved and one.on < card.approved:
                message = f"`{one.on}` is before the approval"
                yield collection.at(card, "corrections", place, "on"), message


def _sealed(collection: Collection) -> Iterator[tuple[Card, Seal]]:
    """The records that have a seal."""
    for card in collection.cards:
        if seal := collection.frame.seals.get(card.id):
            yield card, seal


def _changed(collection: Collection) -> Iterator[tuple[Record, Seal, SealedText]]:
    """The records whose words are not those of the seal, with the hashes of now."""
    for card, seal in _sealed(collection):
        if seal.text is None or not card.is_held or card.markdown == seal.text.markdown:
            continue
        record = collection.reopen(card.path)
        now = sealed(record.text)
        if now.whole != seal.text.whole:
            yield record, seal, now


def _unexplained(record: Record, seal: Seal, now: SealedText) -> Iterator[Violation]:
    """What changed and is named by no correction since the seal, where they could be read."""
    if record.corrections is None:
        return
    before = seal.text.paragraphs if seal.text else ()
    since = record.corrections[seal.corrections :]
    named = {number for correction in since for number in correction.at}
    moved = {number for pair in _moved(before, now.paragraphs) for number in pair}
    for number, one in enumerate(now.paragraphs, start=1):
        old = before[number - 1] if number <= len(before) else None
        if one != old and number not in named | moved:
            what = "the words of paragraph" if old else "there is a new paragraph"
            message = f"{what} {number}{' are not those that were published' if old else ''}"
            yield record.in_text(record.text.paragraphs[number]), message
    if seal.text and now.headings != seal.text.headings and not any(not one.at for one in since):
        message = "a heading or the approval line is not as it was published"
        yield record.in_text(record.text.blocks[0]) if record.text.blocks else record.body, message


def _moved(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The paragraphs whose words are now new at another number, with that number.

    Words that two paragraphs share have not moved where one of the two is as it was.
    """
    pairs = list(enumerate(zip_longest(before, now), start=1))
    new_numbers = {new: number for number, (old, new) in pairs if new != old}
    for number, (old, new) in pairs:
        if old and old != new and old in new_numbers:
            yield number, new_numbers[old]
