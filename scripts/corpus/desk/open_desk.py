"""One collection on the desk, and the steps in the work on its records."""

from collections.abc import Callable, Container, Sequence
from contextlib import suppress
from dataclasses import replace
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from corpus.desk.collection import Collection
from corpus.desk.documents.incoming import Incoming
from corpus.desk.fields import BadFieldsError, changed_fields
from corpus.desk.handover.branch import opinions_as_in
from corpus.desk.handover.git import has_branch
from corpus.desk.handover.marks import mark_handed_over
from corpus.desk.handover.prepared import Prepared, PreparedBranches
from corpus.desk.in_progress.shared_file_changes import SharedFileChanges
from corpus.desk.in_progress.work import (
    ChangedElsewhereError,
    UnknownWorkError,
    UnreadableRecordError,
    UnreadableWorkError,
    Work,
)
from corpus.desk.in_progress.workspace import Workspace
from corpus.desk.page_files import address_of_files
from corpus.desk.state import state
from corpus.desk.text.paragraph_numbers import numbers_in
from corpus.library.record_parser import named_line
from corpus.library.record_writer import rewrite_fields
from corpus.model.opinion_id import OpinionId
from corpus.model.words import capitalized, with_article
from corpus.paths import PACKAGE, CorpusPaths

AfterStep = tuple[Work, Sequence[str]]
"""The work after a step, and sentences on what followed from the step."""


class Desk:
    """One collection on the desk."""

    def __init__(self, paths: CorpusPaths) -> None:
        """Nothing is written until somebody works."""
        self.paths = paths
        self.workspace = Workspace(paths)
        self.collection = Collection(paths, self.workspace)
        self.changes = SharedFileChanges(paths)
        self.branches = PreparedBranches(paths)
        self.lock = Lock()
        self._half_done: dict[tuple[str, int], int] = {}
        self.incoming = Incoming(self.collection, self.workspace, self.lock)
        self._templates = Environment(
            loader=FileSystemLoader(PACKAGE / "desk" / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["capitalized"] = capitalized
        self._templates.filters["with_article"] = with_article

    def change(self, key: str, revision: int, step: Callable[[Work], AfterStep]) -> dict[str, Any]:
        """Make a step in the work on a record, if no other window was faster.

        A step that is refused leaves the work as it was, so that the page can continue.
        """
        with self.lock:
            work = self.workspace.open(key)
            if work.revision not in {revision, self._half_done.get((key, revision))}:
                raise ChangedElsewhereError
            try:
                later, followed = step(work)
                return {**state(later, self.collection), "followed": followed}
            except Exception:
                self._forget_step(work)
                raise

    def _forget_step(self, before: Work) -> None:
        """Leave no half of a step; without room on the disk, what is there counts as unchanged."""
        try:
            self.workspace.go_back_to(before)
        except OSError:
            with suppress(UnknownWorkError, UnreadableWorkError):
                present = self.workspace.open(before.key).revision
                self._half_done[before.key, before.revision] = present

    def mark_prepared(self, prepared: Prepared, opinions: Container[OpinionId | None]) -> None:
        """Note that a branch has these opinions and the files beside them."""
        mark_handed_over(self.workspace, opinions, prepared.day, prepared.branch)
        self.changes.forget()
        self.branches.note(replace(prepared, is_marked=True))

    def finish_handover(self) -> None:
        """Mark what is in a branch that was made just before the desk was stopped."""
        for prepared in self.branches.all():
            if not prepared.is_marked and has_branch(self.paths, prepared.branch):
                same = opinions_as_in(self.paths, prepared.branch, prepared.opinions)
                self.mark_prepared(prepared, same)

    def with_fields(self, work: Work, sent: Any) -> Work:
        """The work with other fields."""
        raw = self.collection.edited(work).raw
        if not isinstance(sent, dict):
            raise BadFieldsError("fields")
        if not isinstance(raw.fields, dict):
            raise UnreadableRecordError
        fields = changed_fields(raw.fields, sent, self.collection.references.commission)
        return self.workspace.change(work, rewrite_fields(work.text, fields))

    def with_numbers(
        self, work: Work, text: str, approval_line: str
    ) -> tuple[str, tuple[str, ...]]:
        """A changed text whose fields still name the same paragraphs, and a sentence about it.

        They also name the approval line with its present words.
        """
        edited = self.collection.edited(work)
        commission = self.collection.references.commission
        fields = edited.raw.fields
        if not isinstance(fields, dict):
            return text, ()
        followed = numbers_in(text, edited, commission, approval_line)
        sent = {} if approval_line == named_line(fields) else {"approval_line": approval_line}
        changed = changed_fields({**fields, **followed.fields}, sent, commission)
        is_same = changed == fields
        return text if is_same else rewrite_fields(text, changed), followed.sentences

    def render(self, template: str, **values: object) -> Response:
        """A page of the desk."""
        made = self._templates.get_template(template)
        return HTMLResponse(made.render(values, desk=self.workspace.name, files=address_of_files()))
