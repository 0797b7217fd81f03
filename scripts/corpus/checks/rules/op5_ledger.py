"""OP5: sealed opinions stay, with their ids and dates of approval, and their seals are valid."""

from collections.abc import Iterable

from corpus.checks.hints import hint_for_new_text
from corpus.checks.registry import Rule, on_collection, on_faults, on_record
from corpus.findings import FaultKind, Level, Location, Violation
from corpus.library.corpus import Corpus
from corpus.library.ledger import seal_path
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion_parts import RecordSource

_RESTORE = "Restore the record. If the opinion was withdrawn, say so in the field `withdrawn`."
_NO_DRAFT = "Delete `stage: draft`. A new draft gets its own number."
_EARLIER_ID = "Give the question or the answer its earlier id again."
_LISTED_WITHOUT_PARAGRAPHS = (
    "Undo the change, or list it in `corrections`, in an entry without `at`."
)


@on_collection("OP501", hint=_RESTORE)
def lost_opinion(corpus: Corpus) -> Iterable[Violation]:
    """A sealed opinion keeps its record.

    Why: People cite its address, so the address must always work.
    """
    ids = corpus.ids
    unreadable = set(corpus.record_paths) - {outline.path for outline in corpus.outlines}
    for opinion in dict.fromkeys([*corpus.seals, *corpus.published_seals]):
        if opinion not in ids and f"opinions/{opinion}.md" not in unreadable:
            message = f"opinion {opinion} was sealed, but its record is missing"
            hint = hint_for_new_text(opinion, corpus) or _RESTORE
            yield Violation(Location(seal_path(opinion)), message, hint)


@on_collection(
    "OP504",
    hint="When its text is final, set the label `seal` on the pull request. With the collection on "
    "your computer, type `make seal`.",
    level=Level.WARNING,
)
def unsealed_opinion(corpus: Corpus) -> Iterable[Violation]:
    """Once there is a ledger, every opinion is sealed.

    Why: From then on, every change of its words or its address is noticed.
    """
    if not corpus.has_ledger:
        return
    damaged = {file.path for file in corpus.files if file.faults}
    for outline in corpus.outlines:
        if outline.is_draft:
            continue
        seal = corpus.seals.get(outline.id)
        if seal is None and seal_path(outline.id) not in damaged:
            yield Violation(
                corpus.location_in(outline, "number"), f"opinion {outline.id} is not sealed"
            )
        elif seal and seal.text is None and outline.has_text:
            message = f"the text of opinion {outline.id} is not sealed"
            yield Violation(corpus.open_record(outline.path).body_location, message)


FAULT_RULES = {
    FaultKind.SEAL: Rule(
        code="OP505",
        name="damaged-seal",
        requirement="The files of the ledger are as `make seal` wrote them.",
        why="A seal that cannot be read protects nothing.",
        hint="Put the file back as it is on `main`, or delete it if it is not there. Then set the "
        "label `seal`.",
    ),
}

on_faults(FAULT_RULES)


@on_collection("OP519", hint=_NO_DRAFT)
def published_draft(corpus: Corpus) -> Iterable[Violation]:
    """An opinion that was sealed as adopted does not become a draft again.

    Why: It would vanish from every list, although people cite it.
    """
    drafts = {outline.id: outline for outline in corpus.outlines if outline.is_draft}
    for opinion in dict.fromkeys([*corpus.seals, *corpus.published_seals]):
        if opinion in drafts:
            message = f"opinion {opinion} was sealed as adopted"
            hint = hint_for_new_text(opinion, corpus) or _NO_DRAFT
            yield Violation(corpus.location_in(drafts[opinion], "stage"), message, hint)


@on_collection("OP511", hint=_EARLIER_ID)
def lost_id(corpus: Corpus) -> Iterable[Violation]:
    """The ids of sealed questions and answers are kept.

    Why: They are part of web addresses, such as `#holding-1`, that people cite.
    """
    for outline, seal in corpus.sealed_outlines():
        if not (seal.fields and outline.has_text and outline.links is not None):
            continue
        hint = hint_for_new_text(outline.id, corpus) or _EARLIER_ID
        for link in seal.fields.links:
            if link in outline.links:
                continue
            field, _, name = link.partition("-")
            what = "question" if field == "issue" else "answer"
            message = f"the {what} with the id `{name}` was sealed, but it is missing"
            yield Violation(corpus.location_in(outline, f"{field}s"), message, hint)


@on_collection("OP512", hint=_LISTED_WITHOUT_PARAGRAPHS)
def changed_approval(corpus: Corpus) -> Iterable[Violation]:
    """A sealed date of approval changes only with an entry in `corrections`.

    Why: It decides which law applied, and it is part of how people cite the opinion.
    """
    for outline, seal in corpus.sealed_outlines():
        if not (seal.fields and outline.has_text and outline.corrections is not None):
            continue
        is_listed = any(not entry.at for entry in outline.corrections[seal.corrections :])
        was, now = seal.fields.approved, outline.approved
        if now and now != was and not is_listed:
            hint = hint_for_new_text(outline.id, corpus) or _LISTED_WITHOUT_PARAGRAPHS
            yield Violation(
                corpus.location_in(outline, "approved"), f"the date of approval was {was}", hint
            )


@on_collection(
    "OP507",
    hint="Put this file back as it is on the branch `main`: open it there on GitHub, choose "
    "“Copy raw file”, and paste it on your branch into a file of the same name.",
)
def lost_seal(corpus: Corpus) -> Iterable[Violation]:
    """A published seal is kept, and changes only with a new entry in `corrections`.

    Why: If a seal could be replaced, words could change unnoticed.
    """
    damaged = {file.path for file in corpus.files if file.faults}
    for opinion, published in corpus.published_seals.items():
        seal = corpus.seals.get(opinion)
        path = seal_path(opinion)
        if seal is None and path not in damaged:
            yield Violation(
                Location(path), f"the seal of opinion {opinion} was published, but it is missing"
            )
        elif seal and published.is_replaced_by(seal):
            yield Violation(
                Location(path), f"the seal of opinion {opinion} is not the one that was published"
            )


@on_record(
    "OP508",
    hint="Compare every word with the document, correct the text, and remove `read: machine`.",
)
def uncompared_text(record: Record, _references: References) -> Iterable[Violation]:
    """A text that a machine read from pictures is compared with the document before it is sealed.

    Why: Text recognition mistakes letters and loses words, and a seal makes the words final.
    Bad: source: {title: Minutes, read: machine}
    Good: source: {title: Minutes}
    """
    source = record.opinion.source
    if isinstance(source, RecordSource) and source.read:
        message = "a machine read this text, and no person has compared it with the document"
        yield Violation(record.field_location("source", "read"), message)
