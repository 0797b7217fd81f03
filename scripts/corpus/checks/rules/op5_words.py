"""OP5: sealed words and paragraphs stay as they were."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from corpus.checks.hints import hint_for_new_text, hint_on_revision
from corpus.checks.registry import on_collection
from corpus.checks.rules.op5_corrections import right_paragraphs
from corpus.findings import Location, Violation
from corpus.library.corpus import Corpus
from corpus.library.ledger import Seal, TextHashes, hash_text, seal_path
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId

_SEAL_AGAIN = "If the opinion was never on the site, delete `{seal}` and seal it again."
_IF_NEVER_PUBLISHED = _SEAL_AGAIN.replace("`{seal}`", "its file in opinions/ledger/")
_PUT_BACK = "Put the paragraph back in its place. People cite it by its number."
_APPROVAL_LINES = (
    "The text of this opinion is as it was. Undo the change to `approval_lines` in "
    "standards/commission.yml, or to `approval_line` here: it decides which lines have no number."
)


@on_collection(
    "OP502",
    hint=f"Undo the change, or list it with its paragraphs in `corrections`. {_IF_NEVER_PUBLISHED}",
)
def changed_words(corpus: Corpus) -> Iterable[Violation]:
    """Sealed words change only with an entry in `corrections`.

    Why: Readers rely on the approved words and cite them.
    """
    for record, seal, now in _changed(corpus):
        paragraphs_to_list = right_paragraphs(record, seal, now)
        instead = _hint_for_file(record.body_location.path, record.id, corpus) or paragraphs_to_list
        for location, message, lines in _unexplained(record, seal, now):
            yield Violation(
                location,
                message,
                instead or _with_way_out(f"Undo the change, or {lines}", record.id, corpus),
            )


@on_collection("OP503", hint=f"{_PUT_BACK} {_IF_NEVER_PUBLISHED}")
def lost_paragraph(corpus: Corpus) -> Iterable[Violation]:
    """No sealed paragraph is removed or gets another number.

    Why: A link or a citation to a paragraph must always lead to the same one.
    """
    for outline, seal in corpus.sealed_outlines():
        if seal.text and not outline.has_text:
            message = "the text of this opinion was sealed, but it is missing"
            hint = _hint_for_file(outline.path, outline.id, corpus)
            hint = hint or _with_way_out(_PUT_BACK, outline.id, corpus)
            yield Violation(corpus.location_in(outline, "text"), message, hint)
    for record, seal, now in _changed(corpus):
        before = seal.text.paragraphs if seal.text else ()
        is_same = bool(seal.text and now.markdown == seal.text.markdown)
        put_back = _APPROVAL_LINES if is_same else _PUT_BACK
        hint = _hint_for_file(record.body_location.path, record.id, corpus)
        hint = hint or _with_way_out(put_back, record.id, corpus)
        for number, moved in _moved(before, now.paragraphs):
            message = f"paragraph {number} is now paragraph {moved}"
            yield Violation(record.body_location, message, hint)
        for number in range(len(now.paragraphs) + 1, len(before) + 1):
            message = f"paragraph {number} was sealed, but the text now ends before it"
            yield Violation(record.body_location, message, hint)


def _hint_for_file(path: str, opinion: OpinionId, corpus: Corpus) -> str:
    """What to do with words beside the record, or with a text that readers do not have yet."""
    return hint_on_revision(path) or hint_for_new_text(opinion, corpus)


def _with_way_out(hint: str, opinion: OpinionId, corpus: Corpus) -> str:
    """The hint, and what else helps if readers never had the opinion."""
    if opinion in corpus.published_seals:
        return hint
    return f"{hint} {_SEAL_AGAIN.format(seal=seal_path(opinion))}"


def _changed(corpus: Corpus) -> Iterator[tuple[Record, Seal, TextHashes]]:
    """Yield each record whose words differ from its seal, with the hashes of its text now."""
    for outline, seal in corpus.sealed_outlines():
        if seal.text is None or not outline.has_text:
            continue
        has_same_numbers = outline.paragraphs == len(seal.text.paragraphs)
        if outline.body_sha256 == seal.text.markdown and has_same_numbers:
            continue
        record = corpus.open_record(outline.path)
        now = hash_text(record.text)
        if now != replace(seal.text, markdown=now.markdown):
            yield record, seal, now


def _unexplained(
    record: Record, seal: Seal, now: TextHashes
) -> Iterator[tuple[Location, str, str]]:
    """Yield the changes that no correction since the seal lists, each with the lines to add.

    Yield nothing if the corrections could not be read.
    """
    if record.corrections is None:
        return
    before = seal.text.paragraphs if seal.text else ()
    since = record.corrections[seal.corrections :]
    listed = {number for correction in since for number in correction.at}
    moved = {number for pair in _moved(before, now.paragraphs) for number in pair}
    for number, paragraph in enumerate(now.paragraphs, start=1):
        old = before[number - 1] if number <= len(before) else None
        if paragraph != old and number not in listed | moved:
            change = "has changed since it was sealed" if old else "is new"
            location = record.location_in_text(record.text.paragraphs[number])
            yield location, f"paragraph {number} {change}", _lines_to_add(record, number)
    are_headings_listed = any(not correction.at for correction in since)
    if seal.text and not are_headings_listed and (change := _head_change(seal.text, now)):
        blocks = record.text.blocks
        location = record.location_in_text(blocks[0]) if blocks else record.body_location
        yield location, change, _lines_to_add(record)


def _lines_to_add(record: Record, *paragraphs: int) -> str:
    """The lines of a correction, and where to add them; it names no paragraph for a heading."""
    at = [f"    at: {list(paragraphs)}"] if paragraphs else []
    entry = ["  - on: YYYY-MM-DD", *at, "    what: …"]
    if record.corrections:
        return f"add to the end of the list `corrections`, with today’s date: {_as_code(entry)}."
    lines = _as_code(["corrections:", *entry])
    return f"add above the second line `---`, with today’s date: {lines}."


def _as_code(lines: list[str]) -> str:
    return ", ".join(f"`{line}`" for line in lines)


def _head_change(before: TextHashes, now: TextHashes) -> str:
    """What happened to the headings, in a sentence; empty if they are as before."""
    if now.headings != before.headings:
        return "a heading or the approval line has changed since it was sealed"
    if now.has_other_order(before):
        return "a heading has moved since the text was sealed"
    return ""


def _moved(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield the old and the new number of each paragraph that moved.

    If two paragraphs have the same words and one is still in place, neither moved.
    """
    pairs = list(enumerate(zip_longest(before, now), start=1))
    new_numbers = {new: number for number, (old, new) in pairs if new != old}
    for number, (old, new) in pairs:
        if old and old != new and old in new_numbers:
            yield number, new_numbers[old]
