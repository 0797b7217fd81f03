"""OP5: what was published once stays."""

from collections.abc import Iterable, Iterator

from corpus.findings import Fault, Flaw, Level, Spot, Verdict
from corpus.ledger import Seal, SealedText, digest, seal_path, sealed
from corpus.model import Correction, Opinion
from corpus.records import Library, Record
from corpus.rules.registry import on_fault, on_library


@on_library("OP501", hint="Bring the record back; one that was taken back has `withdrawn:`.")
def lost_opinion(library: Library) -> Iterable[Verdict]:
    """An opinion that was published keeps its record.

    Why:
        Its address is cited, and must lead to it for ever.
    """
    there = {document.path for document in library.documents}
    for one in library.seals:
        if one not in library.known and f"opinions/{one}.md" not in there:
            yield Spot(seal_path(one)), f"opinion {one} was published, and its record is gone"


@on_library("OP502", hint="Undo the change, or tell it in `corrections` with its paragraphs.")
def changed_words(library: Library) -> Iterable[Verdict]:
    """The words that were published change only with an entry in `corrections`.

    Why:
        Readers rely on the words as they were approved, and cite them.
    """
    for record, seal, now in _changed(library):
        yield from _unexplained(record, seal, now)


@on_library("OP503", hint="Put it back in its place; a paragraph's number is cited.")
def lost_paragraph(library: Library) -> Iterable[Verdict]:
    """No paragraph that was published goes, or gets another number.

    Why:
        A link or a citation to a paragraph must find the same one for ever.
    """
    for record, seal in _sealed(library):
        if seal.text and not record.opinion.is_held:
            yield record.at("text"), "the text of this opinion was published, and is gone"
    for record, seal, now in _changed(library):
        before = seal.text.paragraphs if seal.text else ()
        for number, moved in _moved(before, now.paragraphs):
            yield record.body, f"paragraph {number} is now paragraph {moved}"
        for number in range(len(now.paragraphs) + 1, len(before) + 1):
            yield record.body, f"there is no paragraph {number} any more"


@on_library("OP504", hint="Type `make seal` when the opinion is published.", level=Level.WARNING)
def unsealed_opinion(library: Library) -> Iterable[Verdict]:
    """Every opinion is sealed, once there is a ledger.

    Why:
        From then on, a change of its words or its address is noticed.
    """
    there = {document.path for document in library.documents}
    for record in library.named:
        seal = library.seals.get(record.id)
        if seal is None and library.has_ledger and seal_path(record.id) not in there:
            yield record.at("number"), f"opinion {record.id} is not sealed"
        elif seal and seal.text is None and record.opinion.is_held:
            yield record.body, f"the text of opinion {record.id} is not sealed"


@on_fault(Flaw.SEAL, "OP505", hint="Undo the change of this file; only `make seal` writes it.")
def damaged_seal(fault: Fault) -> Verdict:
    """The files of the ledger are as `make seal` wrote them.

    Why:
        A seal that cannot be read protects nothing.
    """
    return fault.verdict


@on_library("OP506", hint="Bring the entry back, or correct its day.")
def lost_correction(library: Library) -> Iterable[Verdict]:
    """A correction that was told stays told, and is of a day after the approval.

    Why:
        It is the only trace of what the words were before.
    """
    for record, seal in _sealed(library):
        corrections = _corrections(record)
        if len(corrections) < seal.corrections:
            message = f"of {seal.corrections} corrections {len(corrections)} are left"
            yield record.at("corrections"), message
        for place, one in enumerate(corrections):
            if record.approved and one.on < record.approved:
                message = f"`{one.on}` is before the approval"
                yield record.at("corrections", place, "on"), message


def _sealed(library: Library) -> Iterator[tuple[Record, Seal]]:
    """The records that have a seal."""
    for record in library.named:
        if seal := library.seals.get(record.id):
            yield record, seal


def _changed(library: Library) -> Iterator[tuple[Record, Seal, SealedText]]:
    """The records whose words are not those of the seal, with the hashes of now."""
    for record, seal in _sealed(library):
        if seal.text is None or not record.opinion.is_held:
            continue
        if digest(record.text.body) == seal.text.markdown:
            continue
        now = sealed(record.text)
        if now.whole != seal.text.whole:
            yield record, seal, now


def _unexplained(record: Record, seal: Seal, now: SealedText) -> Iterator[Verdict]:
    """What changed and is named by no correction since the seal."""
    before = seal.text.paragraphs if seal.text else ()
    since = _corrections(record)[seal.corrections :]
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
        yield record.in_text(record.text.blocks[0]), message


def _moved(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The paragraphs whose words now stand at another number, with that number."""
    places = {one: number for number, one in enumerate(now, start=1)}
    for number, one in enumerate(before, start=1):
        is_there = number <= len(now) and now[number - 1] == one
        if not is_there and one in places:
            yield number, places[one]


def _corrections(record: Record) -> tuple[Correction, ...]:
    return record.opinion.corrections if isinstance(record.opinion, Opinion) else ()
