"""Put finished work into the collection: save a record with its document, seal it, take it back."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from corpus.build.atomic import replace_file, write_files, write_new_file
from corpus.build.lock import folder_lock
from corpus.checks.runner import check
from corpus.desk.collection import Collection
from corpus.desk.workspace import ChangedElsewhereError, Work, Workspace
from corpus.findings import Level
from corpus.library.ledger import digest, seal_path
from corpus.library.record_writer import rewrite_fields
from corpus.library.seals import seals_to_write
from corpus.model.opinion import OpinionId
from corpus.parsing.field_types import UnreadFieldError
from corpus.parsing.files import sha256_of
from corpus.parsing.yaml_values import Value
from corpus.paths import CorpusPaths


class NotFinishedError(Exception):
    """The work cannot be saved or sealed as it is; the message says why, in a sentence."""


def save(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Write the record file, and the document that its text was taken from beside it.

    Raises `ChangedElsewhereError` if the file is no longer as it was when the work began, and
    `NotFinishedError` if the record has no number or its number is taken.
    """
    paths = collection.paths
    if work.document:
        work = _keep_document(work, collection, workspace)
    if work.record:
        file = paths.root / work.record
        if not file.is_file() or digest(file.read_text(encoding="utf-8")) != work.record_digest:
            raise ChangedElsewhereError
        replace_file(file, work.text)
        return workspace.mark_saved(work, work.record)
    path = f"opinions/{_id(work, collection)}.md"
    try:
        write_new_file(paths.root / path, work.text)
    except FileExistsError:
        message = "An opinion with this number and year is in the collection already."
        raise NotFinishedError(message) from None
    return workspace.mark_saved(work, path)


def seal(work: Work, collection: Collection, workspace: Workspace, today: date) -> Work:
    """Write the seal of a saved record; raises `NotFinishedError`."""
    if not work.is_saved:
        raise NotFinishedError("Save the opinion first. Only what is saved can be sealed.")
    paths = collection.paths
    opinion = _id(work, collection)
    paths.build.mkdir(exist_ok=True)
    with folder_lock(paths.build, lambda: None):
        corpus = collection.corpus
        errors = [finding for finding in check(corpus) if finding.level is Level.ERROR]
        if errors:
            first = errors[0]
            where = f"{first.location.path}: {first.message}"
            raise NotFinishedError(f"Nothing was sealed. Something is still wrong in {where}.")
        before = corpus.seals.get(opinion)
        seals = [seal for seal in seals_to_write(corpus, today) if seal.id == opinion]
        write_files(paths.ledger, {f"{seal.id}.txt": str(seal) for seal in seals}, paths.build)
    return workspace.note(replace(work, seal=str(before or "")))


def take_back(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Undo the seal that this desk wrote, or else take the record that it made out again.

    Raises `NotFinishedError` if it did neither, `ChangedElsewhereError` if the file was changed.
    """
    paths = collection.paths
    if work.seal is not None:
        file = paths.root / seal_path(_id(work, collection))
        if work.seal:
            replace_file(file, work.seal)
        else:
            file.unlink(missing_ok=True)
        return workspace.note(replace(work, seal=None))
    if not work.is_new:
        raise NotFinishedError("This opinion was in the collection before. It stays there.")
    file = paths.root / work.record
    if digest(file.read_text(encoding="utf-8")) != work.record_digest:
        raise ChangedElsewhereError
    file.unlink()
    if work.kept_document:
        (paths.root / work.kept_document).unlink(missing_ok=True)
    return workspace.mark_taken_back(_without_document(work, collection, workspace))


def _id(work: Work, collection: Collection) -> OpinionId:
    record = collection.edited(work).record
    try:
        if record is not None:
            return record.id
    except UnreadFieldError:
        pass
    raise NotFinishedError("Give the opinion its number and its year first.")


def _keep_document(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Copy the document into the collection, and name it in the record."""
    raw = collection.edited(work).record_file.parsed_file.raw
    source = raw.fields.get("source") if isinstance(raw.fields, dict) else None
    if not isinstance(source, dict) or source.get("file") or not isinstance(raw.fields, dict):
        return work
    document = workspace.document_file(work.document)
    opinion = _id(work, collection)
    path, is_new = _write_document(document.read_bytes(), opinion, work, collection.paths)
    named = {}
    for name, value in source.items():
        named[name] = value
        if name == "title":
            named["file"] = path
    fields = {**raw.fields, "source": {"file": path, **named} if "file" not in named else named}
    changed = workspace.change(work, rewrite_fields(work.text, fields))
    return workspace.note(replace(changed, kept_document=path if is_new else ""))


def _without_document(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """The work on a record that does not name the document in the collection any more."""
    fields = collection.edited(work).record_file.parsed_file.raw.fields
    source = fields.get("source") if isinstance(fields, dict) else None
    if not work.kept_document or not isinstance(source, dict) or not isinstance(fields, dict):
        return work
    rest: Value = {name: value for name, value in source.items() if name != "file"}
    return workspace.change(work, rewrite_fields(work.text, {**fields, "source": rest}))


def _write_document(
    data: bytes, opinion: OpinionId, work: Work, paths: CorpusPaths
) -> tuple[str, bool]:
    """Write a document below `opinions/sources/`; return its path, and whether it is new."""
    ending = PurePosixPath(work.document).suffix
    sha256 = PurePosixPath(work.document).stem
    folder = paths.opinions / "sources"
    for stem in (f"{opinion}", f"{opinion}-{sha256[:8]}"):
        file = folder / f"{stem}{ending}"
        try:
            write_new_file(file, data)
        except FileExistsError:
            if sha256_of(file) == sha256:
                return paths.relative(file), False
        else:
            return paths.relative(file), True
    raise NotFinishedError("Another document is kept under the number of this opinion.")
