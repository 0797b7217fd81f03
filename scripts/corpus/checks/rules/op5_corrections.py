"""OP5: corrections of sealed texts. Each says what changed, is about a real change, and stays."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from corpus.checks.placeholders import is_example, is_instruction, what_to_type
from corpus.checks.registry import on_collection, on_record
from corpus.findings import Level, Violation
from corpus.library.corpus import Corpus, RecordOutline
from corpus.library.ledger import Seal, TextHashes, hash_correction, hash_text
from corpus.library.record import Record
from corpus.library.references import References
from corpus.library.seals import LONGEST_WAIT

_FEWEST_WORDS = 3
"""How many words say what changed, or why."""
_NEW_DAY = (
    "Type today’s date. If the seal of the opinion was changed on this branch, first put its "
    "file in opinions/ledger/ back as it is on `main`."
)


@on_collection(
    "OP506",
    hint="Restore the entry, or correct its date. A new entry comes after all others. If the entry "
    "is not on `main` yet, put the file of the opinion in opinions/ledger/ back as it is there, "
    "and seal it again.",
)
def lost_correction(corpus: Corpus) -> Iterable[Violation]:
    """A recorded correction is kept as it is, and its date is not before the approval.

    Why: It is the only trace of the earlier words. An entry that readers do not have yet may be
        corrected.
    """
    for outline, seal in corpus.sealed_outlines():
        if outline.corrections is None:
            continue
        kept = _kept_corrections(corpus, seal)
        missing = kept - len(outline.corrections)
        if missing > 0:
            verb = "is" if missing == 1 else "are"
            message = f"{missing} of {kept} recorded corrections {verb} missing"
            yield Violation(corpus.location_in(outline, "corrections"), message)
        sealed = seal.fields.corrections[:kept] if seal.fields else ()
        entries = zip(sealed, outline.corrections, strict=False)
        for index, (published, correction) in enumerate(entries):
            if published != hash_correction(correction):
                message = f"entry {index + 1} is not as it was when it was sealed"
                yield Violation(corpus.location_in(outline, "corrections", index), message)
    for outline in corpus.outlines:
        for index, correction in enumerate(outline.corrections or ()):
            if correction.on < outline.earliest_day:
                message = f"`{correction.on}` is before the approval"
                yield Violation(corpus.location_in(outline, "corrections", index, "on"), message)


def _kept_corrections(corpus: Corpus, seal: Seal) -> int:
    """How many corrections of a seal must stay: those that readers have, if that is known."""
    if not corpus.is_judged:
        return seal.corrections
    published = corpus.published_seals.get(seal.id)
    return min(seal.corrections, published.corrections if published else 0)


@on_collection(
    "OP509",
    hint="Type the day on which the text was corrected. The entry of the latest day comes last.",
)
def correction_day(corpus: Corpus) -> Iterable[Violation]:
    """A new correction is not dated before the last one, and not before the opinion was sealed.

    Why: Readers compare it with the day of the copy they have. A new correction of a
        published text is also refused if its day is more than 30 days ago.
    Bad:
        corrections:
          - {on: 2024-03-03, at: [2], what: A word was left out.}
          - {on: 2023-01-09, at: [1], what: A comma was left out.}
    Good:
        corrections:
          - {on: 2023-01-09, at: [1], what: A comma was left out.}
          - {on: 2024-03-03, at: [2], what: A word was left out.}
    """
    for outline, seal in _with_seals(corpus):
        corrections = outline.corrections or ()
        sealed = seal.sealed - timedelta(days=1) if seal and seal.sealed else None
        for index in range(seal.corrections if seal else 0, len(corrections)):
            day = corrections[index].on
            location = ("corrections", index, "on")
            if index and day < (earlier := corrections[index - 1].on):
                message = f"`{day}` is before the correction above it, of {earlier}"
                yield Violation(corpus.location_in(outline, *location), message)
            elif seal and sealed and day < sealed:
                message = f"`{day}` is before {seal.sealed}, the day on which the text was sealed"
                yield Violation(corpus.location_in(outline, *location), message)
    yield from _corrections_of_long_ago(corpus)


def _corrections_of_long_ago(corpus: Corpus) -> Iterator[Violation]:
    """Yield the corrections of published texts that readers lack and that are too old."""
    if corpus.today is None:
        return
    for outline in corpus.outlines:
        published = corpus.published_seals.get(outline.id)
        if published is None or published.text is None:
            continue
        for index, correction in enumerate(outline.corrections or ()):
            if index >= published.corrections and correction.on < corpus.today - LONGEST_WAIT:
                message = f"`{correction.on}` is more than {LONGEST_WAIT.days} days ago"
                yield Violation(
                    corpus.location_in(outline, "corrections", index, "on"), message, _NEW_DAY
                )


@on_collection(
    "OP510",
    hint="Name only what changed since the opinion was sealed, or remove the entry.",
)
def unfounded_correction(corpus: Corpus) -> Iterable[Violation]:
    """A new entry in `corrections` names only what has changed.

    Why: Readers would look for a change that was never made.
    """
    for outline, seal in corpus.sealed_outlines():
        if seal.text is None or not outline.has_text or outline.corrections is None:
            continue
        since = list(enumerate(outline.corrections))[seal.corrections :]
        if not since:
            continue
        record = corpus.open_record(outline.path)
        now = hash_text(record.text)
        for index, correction in since:
            hint = right_paragraphs(record, seal, now)
            for number in _unchanged(correction.at, seal.text.paragraphs, now.paragraphs):
                message = f"paragraph {number} has not changed since it was sealed"
                yield Violation(record.field_location("corrections", index, "at"), message, hint)
            if not correction.at and _keeps_its_head(record, seal, now):
                message = "no heading, approval line or date of approval has changed"
                yield Violation(record.field_location("corrections", index), message, hint)


@on_collection(
    "OP520",
    hint="Delete the entry. If the opinion is sealed on this branch, set the label `seal` again. "
    "Keep the entry only if the body itself published the wrong words.",
    level=Level.WARNING,
)
def correction_before_publication(corpus: Corpus) -> Iterable[Violation]:
    """An opinion has no entry in `corrections` before readers have its text.

    Why: Its page and its citations would say “as corrected”, although nobody read other words.
    """
    for outline in corpus.outlines:
        if outline.corrections and not corpus.has_readers(outline.id):
            message = "readers do not have this text yet, so they saw no other words"
            yield Violation(corpus.location_in(outline, "corrections"), message)


def _with_seals(corpus: Corpus) -> Iterator[tuple[RecordOutline, Seal | None]]:
    """Yield each record as `sealed_outlines` does, and those that have no seal with None."""
    yield from corpus.sealed_outlines()
    sealed = corpus.seals.keys() | corpus.published_seals.keys()
    yield from ((outline, None) for outline in corpus.outlines if outline.id not in sealed)


def right_paragraphs(record: Record, seal: Seal, now: TextHashes) -> str:
    """What to type if the only entry since the seal names wrong paragraphs; empty if it does not.

    It names none if its `at` was forgotten. It is also empty if no paragraph has changed, or if
    the text has more or fewer.
    """
    since = (record.corrections or ())[seal.corrections :]
    before = seal.text.paragraphs if seal.text else ()
    if len(since) != 1 or len(before) != len(now.paragraphs):
        return ""
    typed = since[0].at
    pairs = enumerate(zip(before, now.paragraphs, strict=True), start=1)
    changed = [number for number, (was, words) in pairs if was != words]
    if changed and not typed and _keeps_its_head(record, seal, now):
        return f"In the new entry of `corrections`, add `at: {changed}`."
    if changed and any(_unchanged(typed, before, now.paragraphs)):
        return f"In the new entry of `corrections`, change `{list(typed)}` to `{changed}`."
    return ""


def _unchanged(
    numbers: Iterable[int], before: tuple[str, ...], now: tuple[str, ...]
) -> Iterator[int]:
    """Yield the numbers of paragraphs that are the same before and now."""
    for number in numbers:
        if before[number - 1 : number] == now[number - 1 : number] != ():
            yield number


def _keeps_its_head(record: Record, seal: Seal, now: TextHashes) -> bool:
    """Whether the headings, the approval line and the date of approval are as they were sealed.

    An older seal has the day only in the approval line.
    """
    has_same_day = record.text.approval is not None
    if seal.fields:
        has_same_day = record.approved == seal.fields.approved
    before = seal.text
    has_same_headings = before is not None and now.headings == before.headings
    return has_same_day and has_same_headings and not (before and now.has_other_order(before))


@on_collection(
    "OP514", hint="Say in a sentence what was wrong, such as: “may” was printed as “must”."
)
def unexplained_correction(corpus: Corpus) -> Iterable[Violation]:
    """A new correction says in at least three words what changed, not the words of an example.

    Why: It is all that readers learn of the earlier words.
    Bad: corrections: [{on: 2026-01-09, at: [2], what: Typo}]
    Good: corrections: [{on: 2026-01-09, at: [2], what: "“may” was printed as “must”."}]
    """
    for outline, seal in _with_seals(corpus):
        corrections = outline.corrections or ()
        for index in range(seal.corrections if seal else 0, len(corrections)):
            if _says_nothing(corrections[index].what):
                message = f"`{corrections[index].what}` does not say what changed"
                yield Violation(corpus.location_in(outline, "corrections", index, "what"), message)


@on_record("OP515", hint=what_to_type("reason"))
def unexplained_withdrawal(record: Record, _references: References) -> Iterable[Violation]:
    """A withdrawal has a reason of at least three words, not those that ask for it.

    Why: The page shows the reason above the text, and readers ask where it is stated.
    Bad: withdrawn: {on: 2010-05-03, reason: Old}
    Good: withdrawn: {on: 2010-05-03, reason: The Commission withdrew it at its meeting.}
    """
    withdrawn = record.opinion.withdrawn
    if withdrawn and _says_nothing(withdrawn.reason) and not is_example(withdrawn.reason):
        location = record.field_location("withdrawn", "reason")
        yield Violation(location, f"`{withdrawn.reason}` does not say why")


def _says_nothing(words: str) -> bool:
    """Whether these are too few words, or the words of an example."""
    is_too_short = len(re.findall(r"\w+", words)) < _FEWEST_WORDS
    return is_too_short or is_instruction(words) or is_example(words)
