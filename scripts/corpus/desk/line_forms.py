"""Forms of headings and approval lines that were learned from a text; undo takes them back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from corpus.build.atomic import replace_file
from corpus.desk.approval_line import day_in
from corpus.desk.changes import Change, Changes
from corpus.desk.collection import Collection
from corpus.desk.not_finished import NotFinishedError
from corpus.desk.work import Work
from corpus.desk.workspace import Workspace
from corpus.library.ledger import digest
from corpus.library.record import Record
from corpus.library.record_writer import CannotRewriteError, rewrite_fields
from corpus.model.commission import Commission
from corpus.parsing.yaml_text import YamlText
from corpus.parsing.yaml_values import Value, parse_yaml

SETTINGS = "standards/commission.yml"
"""The file that lists the forms. Only the step that learned one takes it back."""

_BROKEN = (
    "The form of this line could not be noted. Ask the person who looks after the files to add it."
)
_IN_USE = (
    "This cannot be undone here: another opinion has a line in the same form. "
    "Choose “Correct words” to change the line instead."
)
_NAMES = ("heading_lines", "approval_lines", "other_date_formats")


@dataclass(frozen=True, slots=True)
class LearnedForm:
    """The step in which a form was learned: from one text of a record to the next."""

    before: str
    """The hash of the record before the step."""
    after: str
    """The hash after it."""
    approval_lines: tuple[str, ...]
    other_date_formats: tuple[str, ...]
    heading_lines: tuple[str, ...] = ()


_FORMS = TypeAdapter(tuple[LearnedForm, ...])


class LineForms:
    """What was learned at this desk, kept on disk with the steps that it belongs to."""

    def __init__(self, collection: Collection, workspace: Workspace, changes: Changes) -> None:
        """The file is written when the first form is learned."""
        self._collection = collection
        self._workspace = workspace
        self._changes = changes
        self._file = collection.paths.build / "desk/line-forms.json"

    def learn(self, before: str, after: str, known: Commission) -> None:
        """Write the forms that are new in these settings; they belong to a step of a record."""
        present = self._collection.references.commission
        new = {name: _new(getattr(known, name), getattr(present, name)) for name in _NAMES}
        if any(new.values()):
            form = LearnedForm(digest(before), digest(after), **new)
            self._file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._file, _FORMS.dump_json((*self._learned(), form)).decode())
            self._write(known)

    def undo(self, work: Work, earlier: Work) -> None:
        """Take back what was learned in the step that was undone; raises `NotFinishedError`."""
        present = self._collection.references.commission
        for form in self._of_step(earlier.text, work.text):
            if self._is_used_elsewhere(work, form):
                raise NotFinishedError(_IN_USE)
            without = {name: _new(getattr(present, name), getattr(form, name)) for name in _NAMES}
            self._write(present.model_copy(update=without))

    def redo(self, work: Work, later: Work) -> None:
        """Learn again what was learned in the step that is done again."""
        present = self._collection.references.commission
        for form in self._of_step(work.text, later.text):
            both = {
                name: tuple(dict.fromkeys((*getattr(present, name), *getattr(form, name))))
                for name in _NAMES
            }
            self._write(present.model_copy(update=both))

    def _learned(self) -> tuple[LearnedForm, ...]:
        try:
            return _FORMS.validate_json(self._file.read_bytes())
        except (OSError, ValueError):
            return ()

    def _of_step(self, before: str, after: str) -> Iterator[LearnedForm]:
        step = (digest(before), digest(after))
        return (form for form in self._learned() if (form.before, form.after) == step)

    def _is_used_elsewhere(self, work: Work, form: LearnedForm) -> bool:
        """Whether another record has a heading or an approval line that only this form knows."""
        present = self._collection.references.commission
        series = present.all_series[0]
        headings = _new(series.heading_lines, _as_read(form.heading_lines))
        others = series.model_copy(update={"heading_lines": headings})
        if form.heading_lines and any(
            series.printed_in(heading.words) and not others.printed_in(heading.words)
            for record in self._other_records(work)
            if (heading := record.text.heading)
        ):
            return True
        lines = _new(present.approval_lines, form.approval_lines)
        without = present.model_copy(update={"approval_lines": lines})
        return any(
            day_in(line.words, present) and not day_in(line.words, without)
            for record in self._other_records(work)
            for line in record.text.approvals
        )

    def _other_records(self, work: Work) -> Iterator[Record]:
        for other in self._workspace.all():
            if other.key != work.key and (record := self._collection.edited(other).record):
                yield record
        for file in self._collection.corpus.record_files:
            if file.record and file.parsed_file.path != work.record:
                yield file.record

    def _write(self, known: Commission) -> None:
        change = _change(known, self._collection)
        if change.before != change.after:
            self._changes.make(change)


def _as_read(heading_lines: tuple[str, ...]) -> tuple[str, ...]:
    """The forms as the only series of the settings has them."""
    return tuple(line.replace("{number}", "{number:02}") for line in heading_lines)


def _new(forms: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form for form in forms if form not in known)


def _change(known: Commission, collection: Collection) -> Change:
    """The file of the settings with the forms of these; raises `NotFinishedError`."""
    before = (collection.paths.root / SETTINGS).read_text(encoding="utf-8")
    fields, _ = parse_yaml(YamlText(SETTINGS, before))
    wanted: dict[str, Value] = dict(fields) if isinstance(fields, dict) else {}
    for name in _NAMES:
        wanted[name] = list[Value](getattr(known, name))
        if not wanted[name]:
            del wanted[name]
    try:
        written = rewrite_fields(f"---\n{before}---\n", wanted)
    except CannotRewriteError:
        raise NotFinishedError(_BROKEN) from None
    after = written.removeprefix("---\n").removesuffix("---\n")
    return Change(SETTINGS, before, after, _what(known, collection.references.commission))


def _what(known: Commission, present: Commission) -> str:
    if known.heading_lines != present.heading_lines:
        return _what_of_heading(known, present)
    added = _new(known.approval_lines, present.approval_lines)
    lines = added or _new(present.approval_lines, known.approval_lines)
    form = f": “{lines[0].replace('{date}', '…')}”" if lines else ""
    end = "is known now" if added or not lines else "was taken back"
    return f"A form of the {known.words.approval} line {end}{form}."


def _what_of_heading(known: Commission, present: Commission) -> str:
    added = _new(known.heading_lines, present.heading_lines)
    lines = added or _new(present.heading_lines, known.heading_lines)
    form = re.sub(r"{[^{}]*}", "…", next(iter(lines), ""))
    return f"A form of the first line {'is known now' if added else 'was taken back'}: “{form}”."
