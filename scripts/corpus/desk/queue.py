"""The work on the desk, with what each piece still lacks, and the opinions in the collection."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.desk.collection import Collection
from corpus.desk.in_progress.key import key_of, key_taken_off
from corpus.desk.in_progress.work import UnreadableRecordError, Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.desk.problems import problems
from corpus.desk.state import handed_over, name_of
from corpus.library.record import Record
from corpus.model.field_labels import field_label
from corpus.model.opinion import Draft
from corpus.model.opinion_id import OpinionId
from corpus.parsing.yaml_values import FieldPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An opinion in a list."""

    key: str
    name: str
    title: str
    is_saved: bool
    is_record: bool
    """Whether the collection has it, perhaps with other words."""
    has_text: bool
    is_sealed: bool
    is_draft: bool
    """Whether it is open for comment, so that it cannot be sealed yet."""
    is_withdrawn: bool
    to_do: int = 0
    """How many places are missing or wrong."""
    lacks: tuple[str, ...] = ()
    """What these are, in plain words."""
    to_look_at: int = 0
    """How many warnings the check finds; none prevents sealing."""
    handed_over: str = ""
    """How and on which day it was handed over; empty if it was not."""
    is_as_handed_over: bool = False
    """Whether it is unchanged since then."""


@dataclass(frozen=True, slots=True)
class UnreadableRow:
    """Work in the list whose notes cannot be read."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class TakenOffRow:
    """Work that was taken off the desk."""

    key: str
    """Its name among what was taken off."""
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Queue:
    """The records in work, those that the desk cannot read, and the rest of the collection."""

    unreadable: tuple[UnreadableRow, ...]
    in_work: tuple[Row, ...]
    in_collection: tuple[Row, ...]

    @property
    def collection_opinions_in_work(self) -> int:
        """How many of the opinions in work the collection has already."""
        return sum(row.is_record for row in self.in_work)


def queue(workspace: Workspace, collection: Collection) -> Queue:
    """The opinions that somebody works on, and all others."""
    in_work = tuple(_work_row(work, collection) for work in workspace.all())
    unreadable = tuple(
        UnreadableRow(key, _name_of_key(key, collection)) for key in workspace.unreadable()
    )
    keys = {row.key for row in in_work} | {row.key for row in unreadable}
    others = tuple(_other_rows(workspace, collection, keys))
    return Queue(unreadable, in_work, others)


def taken_off(workspace: Workspace, collection: Collection) -> tuple[TakenOffRow, ...]:
    """The work that was taken off the desk; all of it can be put back."""
    files = workspace.taken_off.last_words()
    return tuple(_taken_off_row(name, file, collection) for name, file in files.items())


def _taken_off_row(name: str, file: Path | None, collection: Collection) -> TakenOffRow:
    record = collection.record_in(file) if file else None
    if record is None or not record.has_id:
        return TakenOffRow(name, _name_of_key(key_taken_off(name), collection), "")
    title = record.readable("title", "")
    return TakenOffRow(name, name_of(record, collection.references), title)


def _name_of_key(key: str, collection: Collection) -> str:
    opinion = OpinionId.read(key.replace("-", "/"))
    names = collection.references.names
    return names.long(opinion) if opinion else key.replace("-", " ")


def _work_row(work: Work, collection: Collection) -> Row:
    edited = collection.edited(work)
    record = edited.record
    open_problems = list(problems(work, edited, collection))
    errors = [problem for problem in open_problems if problem.is_error]
    lacks = Counter(_label(error.field, error.block, collection) for error in errors)
    return replace(
        _listed_row(work.key, record, collection),
        is_saved=work.is_saved,
        is_record=bool(work.record),
        to_do=len(errors),
        lacks=tuple(f"{name} ({count})" if count > 1 else name for name, count in lacks.items()),
        to_look_at=sum(bool(problem.code) and not problem.is_error for problem in open_problems),
        handed_over=handed_over(work, collection.references),
        is_as_handed_over=collection.is_as_handed_over(work),
    )


def _other_rows(workspace: Workspace, collection: Collection, on_desk: set[str]) -> Iterator[Row]:
    """A row for each opinion not on the desk; what is wrong with one matters until it is sealed."""
    corpus = collection.corpus
    wrong = collection.paths_with_findings
    for record in reversed(corpus.records):
        if not record.has_id or (key := key_of(record.id)) in on_desk:
            continue
        if record.parsed_file.path not in wrong or record.id in corpus.seals:
            yield _listed_row(key, record, collection)
            continue
        try:
            yield _work_row(workspace.open(key), collection)
        except UnreadableRecordError:
            yield replace(_listed_row(key, record, collection), to_do=1, lacks=("file",))


def _listed_row(key: str, record: Record | None, collection: Collection) -> Row:
    """A row with nothing to do; `record` is None if the file cannot be read."""
    return Row(
        key=key,
        name=name_of(record, collection.references),
        title=record.readable("title", "") if record else "",
        is_saved=True,
        is_record=True,
        has_text=record is not None and record.opinion.has_text,
        is_sealed=collection.corpus.has_seal(record),
        is_draft=record is not None and record.opinion.is_draft,
        is_withdrawn=record is not None and bool(record.readable("withdrawn", None)),
    )


def _label(path: FieldPath, block: int | None, collection: Collection) -> str:
    if block is not None or not path:
        return "text"
    commission = collection.references.commission
    words = commission.words
    if path[0] == "holdings":
        return f"paragraphs of the {words.answers}" if path[-1] == "at" else words.answers
    if path[0] in {kind.plural for kind in commission.kinds}:
        return "citations"
    name = str(path[0])
    return words.said(field_label(name) if name in Draft.model_fields else "other")
