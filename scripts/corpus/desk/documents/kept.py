"""The document of a record in the collection: copied there when the record is saved."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from corpus.desk.collection import Collection
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.work import Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.filing.kept_document import keep_document, name_to_keep
from corpus.library.record_writer import rewrite_fields
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of
from corpus.parsing.yaml_values import Value

_GONE = (
    "The desk no longer has the document of this opinion as it was read. Drop {name} in again on "
    "the first page, then save here."
)


@contextmanager
def keeping_document(
    work: Work, opinion: OpinionId | None, collection: Collection, workspace: Workspace
) -> Iterator[Work]:
    """Copy the document into the collection, and name it in the record if it names none.

    If the record cannot be written then, the copy is not left behind.
    """
    fields, source = _source_of(work, collection)
    if not work.document or not source or source.get("file"):
        yield work
        return
    document = workspace.documents.file(work.document)
    if not document.is_file() or sha256_of(document) != document.stem:
        raise NotFinishedError(_GONE.format(name=work.document_name))
    is_shared = any(
        other.document == work.document and other.key != work.key for other in workspace.all()
    )
    stem = name_to_keep(work.document_name) if is_shared else str(opinion)
    kept = keep_document(document, stem, document.stem, collection.paths)
    if kept is None:
        raise NotFinishedError("Another document is kept under the name of this one.")
    path = collection.paths.relative(kept.path)
    try:
        yield _with_document(work, path, fields, source, workspace)
    except BaseException:
        if kept.is_new:
            kept.path.unlink(missing_ok=True)
        raise


def _with_document(
    work: Work, path: str, fields: dict[str, Value], source: dict[str, Value], workspace: Workspace
) -> Work:
    """The work on a record that names its document."""
    first = {"title": source["title"]} if "title" in source else {}
    named: dict[str, Value] = {**first, "file": path}
    named |= {name: value for name, value in source.items() if name not in named}
    changed = workspace.change(work, rewrite_fields(work.text, {**fields, "source": named}))
    return workspace.note(replace(changed, kept_document=path))


def without_document(work: Work, collection: Collection, workspace: Workspace) -> Work:
    """Undo `keeping_document`; a document that another record names stays."""
    fields, source = _source_of(work, collection)
    path = work.kept_document
    if not path:
        return work
    outlines = collection.corpus.outlines
    if all(outline.source_file != path or outline.path == work.record for outline in outlines):
        (collection.paths.root / path).unlink(missing_ok=True)
    rest: Value = {name: value for name, value in source.items() if name != "file"}
    return workspace.change(work, rewrite_fields(work.text, {**fields, "source": rest}))


def _source_of(work: Work, collection: Collection) -> tuple[dict[str, Value], dict[str, Value]]:
    """The fields of a record, and the fields of its source."""
    fields = collection.edited(work).record_file.parsed_file.raw.fields
    if not isinstance(fields, dict):
        return {}, {}
    source = fields.get("source")
    return fields, source if isinstance(source, dict) else {}
