"""A document becomes drafts in files of the collection, and its copy is kept there if wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from corpus.build.atomic import replace_file, write_new_file
from corpus.filing.draft_files import (
    PlannedDraft,
    plan_draft,
    refuse_second_draft,
    refuse_to_overwrite,
    select_drafts,
    target_of,
)
from corpus.filing.kept_document import keep_document, name_to_keep
from corpus.intake.document import RefusedError
from corpus.intake.draft import Draft, Drafts, make_drafts
from corpus.intake.existing_record import Match, drafted_ids, records_by_words, revised_record
from corpus.intake.filled_record import filled_record
from corpus.intake.kept_copy import KeptCopy, unseen_in
from corpus.intake.outcome import Outcome, Written
from corpus.intake.reader import READERS, READERS_WITH_OCR, read_document
from corpus.intake.source_fields import source_fields
from corpus.library.corpus import Corpus, hash_of_words
from corpus.model.commission import Commission
from corpus.paths import REVISION_ENDING, CorpusPaths
from corpus.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants to be done with the drafts of a document."""

    numbers: Sequence[range] = ()
    """The numbers of the opinions to draft; all of them if none are given."""
    out: str | None = None
    """The file or folder of the drafts, if it is not that of their records."""
    source: str = ""
    """Where the document comes from, in words."""
    with_ocr: bool = False
    """Whether pages that are only pictures are read."""
    revise: bool = False
    """Whether the words of the document are written beside a record that has others."""
    keep: bool = False
    """Whether the document is copied into the collection."""


class FiledDrafts(NamedTuple):
    """What became of the drafts of a document."""

    outcomes: tuple[Outcome, ...]
    drafts: Drafts
    """Everything that was read."""
    kept: KeptCopy | None


def file_drafts(
    file: Path, wishes: Wishes, corpus: Corpus, commission: Commission, paths: CorpusPaths
) -> FiledDrafts:
    """Write each draft to a new file, or into the record that lists its opinion without a text.

    Raises `RefusedError` before anything is written, or `OSError`.
    """
    readers = READERS_WITH_OCR if wishes.with_ocr else READERS
    document, sha256 = read_document(file, commission, readers)
    ids = corpus.filed_ids | drafted_ids(wishes.out)
    result = make_drafts(document, ids, commission, today())
    plans = _plans(result, sha256, wishes, commission, paths)
    kept = None
    if wishes.keep and any(planned.is_written(revise=wishes.revise) for planned in plans):
        unseen = unseen_in(file, document.remarks)
        kept = KeptCopy(_keep(file, sha256, result, paths), unseen)
    source = {**source_fields(wishes.source), "sha256": sha256}
    source |= {"file": kept.path} if kept else {}
    records = records_by_words(paths, commission)
    written = (
        _write(planned, {"title": _source_title(file, planned.draft, result), **source}, wishes)
        for planned in plans
    )
    outcomes = tuple(_with_same_words(outcome, records) for outcome in written)
    return FiledDrafts(outcomes, result, kept)


def _plans(
    result: Drafts, sha256: str, wishes: Wishes, commission: Commission, paths: CorpusPaths
) -> Sequence[PlannedDraft]:
    """What is to be written where; raises `RefusedError` if it cannot be written."""
    drafts = select_drafts(result, wishes.numbers)
    targets = [target_of(draft, drafts, wishes.out, paths) for draft in drafts]
    refuse_second_draft(sha256, result, targets, wishes.out, paths)
    plans = [plan_draft(*pair, commission) for pair in zip(drafts, targets, strict=True)]
    refuse_to_overwrite(plans, revise=wishes.revise)
    return plans


def _keep(file: Path, sha256: str, result: Drafts, paths: CorpusPaths) -> str:
    """Copy a document into the collection and return its path there; raises `RefusedError`."""
    is_alone = len(result.drafts) == 1
    stem = str(result.drafts[0].id) if is_alone else name_to_keep(file.name)
    if kept := keep_document(file, stem, sha256, paths):
        return paths.relative(kept.path)
    taken = f"opinions/sources/{stem}-{sha256[:8]}{file.suffix.lower()}"
    message = f"{taken} is another document, and is not overwritten."
    raise RefusedError(f"{message} Rename yours, or leave out --keep (KEEP=yes).")


def _write(planned: PlannedDraft, source: Mapping[str, str], wishes: Wishes) -> Outcome:
    """Write a draft, or the text that a record lacks, or a revision; raises `OSError`."""
    draft, target, record, existing = planned
    if not planned.is_written(revise=wishes.revise):
        return Outcome(draft, existing=existing)
    lacks_text = bool(record and existing and existing.match is Match.NO_TEXT)
    if record and target.path.exists() and not lacks_text:
        return _write_revision(planned, revised_record(record, draft, source))
    text = draft.record(source)
    if record and lacks_text:
        text = filled_record(record, text)
    write = replace_file if lacks_text and target.path.exists() else write_new_file
    write(target.path, text)
    written = Written.AS_RECORD if target.path == target.record else Written.ELSEWHERE
    return Outcome(draft, target.name, existing, written)


def _write_revision(planned: PlannedDraft, text: str) -> Outcome:
    """Write the revision of a record into a file beside it."""
    name = Path(planned.target.name).with_suffix(REVISION_ENDING)
    write_new_file(planned.target.path.with_name(name.name), text)
    return Outcome(planned.draft, str(name), planned.existing, Written.BESIDE_RECORD)


def _with_same_words(outcome: Outcome, records: Mapping[int | None, Sequence[str]]) -> Outcome:
    """The outcome with the record of another opinion that has the words of the draft."""
    words = hash_of_words(outcome.draft.text)
    same = () if words is None else records.get(words, ())
    own = f"/{outcome.draft.id}.md"
    return replace(outcome, same_words=next((path for path in same if not path.endswith(own)), ""))


def _source_title(file: Path, draft: Draft, result: Drafts) -> str:
    """The name of a document, and where the opinion stands in it if it has several."""
    if len(result.drafts) == 1 or draft.place is None:
        return file.name
    return f"{file.name}, {draft.place}"
