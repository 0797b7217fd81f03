"""Put finished work into the collection: save a record with its document, seal it, take it back."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from corpus.build.atomic import replace_file, replace_text, write_files, write_new_file
from corpus.build.lock import folder_lock
from corpus.checks.runner import check
from corpus.desk.collection import Collection
from corpus.desk.documents.kept import keeping_document, without_document
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.collection_files import record_text
from corpus.desk.in_progress.work import ChangedFileError, Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.desk.own_words import in_own_words
from corpus.desk.plain_words import sentence_of
from corpus.desk.state import name_of
from corpus.findings import Finding, Level
from corpus.library.ledger import seal_path
from corpus.library.seals import seals_to_write
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of_words


def save(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Write the record file and, beside it, the document that its text came from.

    Raises `ChangedFileError` if the file is no longer as it was when the work began, and
    `NotFinishedError` if the record has no number or its number is taken.
    """
    if work.record and collection.is_changed_elsewhere(work):
        raise ChangedFileError
    needs_id = work.document or not work.record
    opinion = _known_id(work, collection) if needs_id else None
    with keeping_document(work, opinion, collection, workspace) as with_document:
        path = work.record or f"opinions/{opinion}.md"
        _write_record(with_document, collection.paths.root / path)
    return workspace.mark_saved(with_document, path)


def _write_record(work: Work, file: Path) -> None:
    """Write the record file, a new one or one that nobody else changed."""
    if work.record:
        replace_text(file, work.text)
        return
    try:
        write_new_file(file, work.text)
    except FileExistsError:
        # The file may have this text already, if the desk was stopped right after writing it.
        if record_text(file) != work.text:
            message = "An opinion with this number and year is in the collection already."
            raise NotFinishedError(message) from None


def take_file(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Continue from the file as another program left it; what was typed here is one step back.

    Raises `NotFinishedError` if the file is gone, `UnreadableRecordError` if it cannot be read.
    """
    file = collection.paths.root / work.record
    if not file.is_file():
        raise NotFinishedError("The file is gone. This page has the only copy of the text.")
    text = record_text(file)
    return workspace.note(
        replace(workspace.change(work, text), record_digest=sha256_of_words(text))
    )


def keep_mine(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Continue with what was typed here; Undo leads back to the file that another program wrote."""
    if not (collection.paths.root / work.record).is_file():
        return workspace.mark_taken_back(work)
    return workspace.change(take_file(work, collection, workspace), work.text)


def seal(work: Work, collection: Collection, workspace: Workspace, today: date) -> Work:
    """Write the seal of a saved record; raises `NotFinishedError`."""
    if not work.is_saved:
        raise NotFinishedError("Save the opinion first. Only what is saved can be sealed.")
    paths = collection.paths
    opinion = _known_id(work, collection)
    paths.build.mkdir(exist_ok=True)
    with folder_lock(paths.build, _refuse_during_a_build):
        corpus = replace(collection.corpus, today=today)
        errors = [finding for finding in check(corpus) if finding.level is Level.ERROR]
        if errors:
            raise NotFinishedError(_still_wrong(errors[0], collection))
        before = corpus.seals.get(opinion)
        seals = [seal for seal in seals_to_write(corpus, today) if seal.id == opinion]
        write_files(paths.ledger, {f"{seal.id}.txt": str(seal) for seal in seals}, paths.build)
    return workspace.note(replace(work, seal=str(before or "")))


def _refuse_during_a_build() -> NoReturn:
    """Refuse to seal: a build takes minutes, and every window would wait for it."""
    message = "The site is being built on this computer. Choose “Seal” again when that is done."
    raise NotFinishedError(message)


def _still_wrong(finding: Finding, collection: Collection) -> str:
    """Why nothing was sealed, and where."""
    path = finding.location.path
    records = {file.parsed_file.path: file.record for file in collection.corpus.record_files}
    where = f"the file {path}"
    if path in records:
        where = name_of(records[path], collection.references)
    what = in_own_words(sentence_of(finding), collection.references)
    return f"Nothing was sealed. Something is still wrong in {where}. {what}"


def take_back(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Undo the seal that this desk wrote, or else remove the record that it made.

    Raises `NotFinishedError` if it did neither, `ChangedFileError` if the file was changed.
    """
    paths = collection.paths
    if work.seal is not None:
        file = paths.root / seal_path(_known_id(work, collection))
        if work.seal:
            replace_file(file, work.seal)
        else:
            file.unlink(missing_ok=True)
        return workspace.note(replace(work, seal=None))
    if not work.is_new:
        raise NotFinishedError("This opinion was in the collection before. It stays there.")
    file = paths.root / work.record
    if collection.is_changed_elsewhere(work):
        raise ChangedFileError
    without = without_document(work, collection, workspace)
    file.unlink()
    return workspace.mark_taken_back(without)


def _known_id(work: Work, collection: Collection) -> OpinionId:
    """The id that the fields give; raises `NotFinishedError` if a part of it is missing."""
    record = collection.edited(work).record
    if record is None or not record.has_id:
        raise NotFinishedError("Give the opinion its number and its year first.")
    if collection.references.commission.series_of(record.id) is None:
        raise NotFinishedError("Choose the series of the opinion first.")
    return record.id
