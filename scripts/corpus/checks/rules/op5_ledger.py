"""OP5: what was published once stays."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from corpus.checks.registry import Rule, on_collection, on_fault
from corpus.findings import FaultKind, Level, Location, Violation
from corpus.library.corpus import Corpus, RecordSummary
from corpus.library.ledger import Seal, TextHashes, hash_text, seal_path
from corpus.library.record import Record


@on_collection("OP501", hint="Bring the record back; one that was taken back has `withdrawn:`.")
def lost_opinion(corpus: Corpus) -> Iterable[Violation]:
    """An opinion that was published keeps its record.

    Why:
        Its address is cited, and must lead to it for ever.
    """
    ids = corpus.ids
    unnamed = set(corpus.record_paths) - {summary.path for summary in corpus.summaries}
    for opinion in corpus.seals:
        if opinion not in ids and f"opinions/{opinion}.md" not in unnamed:
            message = f"opinion {opinion} was published, and its record is gone"
            yield Location(seal_path(opinion)), message


@on_collection("OP502", hint="Undo the change, or tell it in `corrections` with its paragraphs.")
def changed_words(corpus: Corpus) -> Iterable[Violation]:
    """The words that were published change only with an entry in `corrections`.

    Why:
        Readers rely on the words as they were approved, and cite them.
    """
    for record, seal, now in _changed(corpus):
        yield from _unexplained(record, seal, now)


@on_collection("OP503", hint="Put it back in its place; a paragraph's number is cited.")
def lost_paragraph(corpus: Corpus) -> Iterable[Violation]:
    """No paragraph that was published goes, or gets another number.

    Why:
        A link or a citation to a paragraph must find the same one for ever.
    """
    for summary, seal in _sealed(corpus):
        if seal.text and not summary.is_held:
            message = "the text of this opinion was published, and is gone"
            yield corpus.location_in(summary, "text"), message
    for record, seal, now in _changed(corpus):
        before = seal.text.paragraphs if seal.text else ()
        for number, moved in _moved(before, now.paragraphs):
            yield record.body_location, f"paragraph {number} is now paragraph {moved}"
        for number in range(len(now.paragraphs) + 1, len(before) + 1):
            yield record.body_location, f"there is no paragraph {number} any more"


@on_collection("OP504", hint="Type `make seal` when the opinion is published.", level=Level.WARNING)
def unsealed_opinion(corpus: Corpus) -> Iterable[Violation]:
    """Every opinion is sealed, once there is a ledger.

    Why:
        From then on, a change of its words or its address is noticed.
    """
    if not corpus.has_ledger:
        return
    damaged = {document.path for document in corpus.files if document.faults}
    for summary in corpus.summaries:
        seal = corpus.seals.get(summary.id)
        if seal is None and seal_path(summary.id) not in damaged:
            yield corpus.location_in(summary, "number"), f"opinion {summary.id} is not sealed"
        elif seal and seal.text is None and summary.is_held:
            message = f"the text of opinion {summary.id} is not sealed"
            yield corpus.open_record(summary.path).body_location, message


on_fault(
    FaultKind.SEAL,
    Rule(
        code="OP505",
        name="damaged-seal",
        law="The files of the ledger are as `make seal` wrote them.",
        why="A seal that cannot be read protects nothing.",
        hint="Undo the change of this file; only `make seal` writes it.",
    ),
)


@on_collection("OP506", hint="Bring the entry back, or correct its day.")
def lost_correction(corpus: Corpus) -> Iterable[Violation]:
    """A correction that was told stays told, and is of a day after the approval.

    Why:
        It is the only trace of what the words were before.
    """
    for summary, seal in _sealed(corpus):
        left = summary.corrections
        if left is not None and len(left) < seal.corrections:
            message = f"of {seal.corrections} corrections {len(left)} are left"
            yield corpus.location_in(summary, "corrections"), message
    for summary in corpus.summaries:
        for place, one in enumerate(summary.corrections or ()):
            if summary.approved and one.on < summary.approved:
                message = f"`{one.on}` is before the approval"
                yield corpus.location_in(summary, "corrections", place, "on"), message


def _sealed(corpus: Corpus) -> Iterator[tuple[RecordSummary, Seal]]:
    """The records that have a seal."""
    for summary in corpus.summaries:
        if seal := corpus.seals.get(summary.id):
            yield summary, seal


def _changed(corpus: Corpus) -> Iterator[tuple[Record, Seal, TextHashes]]:
    """The records whose words are not those of the seal, with the hashes of now."""
    for summary, seal in _sealed(corpus):
        if seal.text is None or not summary.is_held or summary.body_sha256 == seal.text.markdown:
            continue
        record = corpus.open_record(summary.path)
        now = hash_text(record.text)
        if now.all_words != seal.text.all_words:
            yield record, seal, now


def _unexplained(record: Record, seal: Seal, now: TextHashes) -> Iterator[Violation]:
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
            yield record.location_in_text(record.text.paragraphs[number]), message
    if seal.text and now.headings != seal.text.headings and not any(not one.at for one in since):
        message = "a heading or the approval line is not as it was published"
        yield (
            record.location_in_text(record.text.blocks[0])
            if record.text.blocks
            else record.body_location,
            message,
        )


def _moved(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The paragraphs whose words are now new at another number, with that number.

    Words that two paragraphs share have not moved where one of the two is as it was.
    """
    pairs = list(enumerate(zip_longest(before, now), start=1))
    new_numbers = {new: number for number, (old, new) in pairs if new != old}
    for number, (old, new) in pairs:
        if old and old != new and old in new_numbers:
            yield number, new_numbers[old]
