"""For each record, notes about what was already handed over."""

from collections.abc import Container
from dataclasses import replace
from datetime import date
from pathlib import Path

from corpus.desk.in_progress.key import opinion_at
from corpus.desk.in_progress.work import Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.library.ledger import seal_path
from corpus.model.opinion_id import OpinionId
from corpus.parsing.files import sha256_of_words


def mark_handed_over(
    workspace: Workspace, opinions: Container[OpinionId | None], day: date, branch: str = ""
) -> None:
    """Note that these opinions have left this desk, so that they cannot be taken back here.

    The files that left may have other words than those on the desk.
    """
    for work in workspace.all():
        if opinion_at(work.record) not in opinions:
            continue
        given = _digest_of_files(work, workspace.root)
        if given and not (work.is_sent and work.handed_over_digest == given):
            marked = replace(work, handed_over=day.isoformat(), handed_over_as=branch)
            marked = replace(marked, handed_over_digest=given, is_sent=False)
            _mark(workspace, replace(marked, is_new=False, seal=None))


def mark_sent(
    workspace: Workspace, branch: str, day: date, opinions: Container[OpinionId | None]
) -> None:
    """Note that the people who review a branch have it; these opinions are as it has them."""
    for work in workspace.all():
        given = work.handed_over_digest
        if work.handed_over and opinion_at(work.record) in opinions:
            given = _digest_of_files(work, workspace.root)
        elif work.handed_over_as != branch:
            continue
        if not (work.is_sent and work.handed_over_digest == given):
            marked = replace(work, handed_over=day.isoformat(), handed_over_as=branch)
            _mark(workspace, replace(marked, handed_over_digest=given, is_sent=True))


def is_as_handed_over(work: Work, root: Path) -> bool:
    """Whether others have the record and its seal as they are now."""
    return work.handed_over_digest == _digest_with_seal(work, work.text, root)


def _mark(workspace: Workspace, work: Work) -> None:
    """Note what others have; the windows in which somebody types need not notice."""
    workspace.note(replace(work, revision=work.revision - 1))


def _digest_of_files(work: Work, root: Path) -> str:
    """The hash of the record file and its seal; empty if another program removed the record."""
    file = root / work.record
    return _digest_with_seal(work, _text_of(file), root) if file.is_file() else ""


def _digest_with_seal(work: Work, text: str, root: Path) -> str:
    opinion = opinion_at(work.record)
    seal = root / (seal_path(opinion) if opinion else "")
    return sha256_of_words(text + (_text_of(seal) if seal.is_file() else ""))


def _text_of(file: Path) -> str:
    """The text of a file that another program may have written in another encoding."""
    return file.read_text(encoding="utf-8", errors="replace")
