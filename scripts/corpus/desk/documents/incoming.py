"""Read documents in a process of their own, and turn them into work on the desk."""

import shutil
import signal
from collections.abc import Collection as Ids
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path, PurePosixPath
from threading import Lock

from corpus.citations.names import Names
from corpus.desk.collection import Collection, UnreadableCollectionError
from corpus.desk.documents.already_there import IN_COLLECTION, ON_DESK, already_there
from corpus.desk.documents.arrival import Arrival, DroppedNote, UnreadDocuments, arrival_again
from corpus.desk.documents.to_compare import places_to_compare
from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.key import key_of
from corpus.desk.in_progress.work import UnreadableWorkError, Work
from corpus.desk.in_progress.workspace import Workspace
from corpus.desk.remarks_in_words import in_desk_words, refused_in_desk_words
from corpus.intake.document import RefusedError
from corpus.intake.draft import Draft, Drafts, make_drafts
from corpus.intake.existing_record import Match, compare_with_record
from corpus.intake.filled_record import filled_record
from corpus.intake.reader import READERS, READERS_WITH_OCR, read_document
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.parallel import end_with_parent
from corpus.parsing.front_matter import read_markdown

_EXAMPLE = (
    "The example that came with the programs has the number of {name}. Delete the file {path}, "
    "then drop the document in again."
)
_LEFT_OUT = "Left out, because it is not part of any opinion:"
_OUTSIDE = "Not part of any opinion. Compare with the document:"
_NO_COLLECTION = (
    "A file that the whole collection needs cannot be read. When it is corrected, drop the "
    "document in again."
)
_NO_NOTES = (
    "The desk cannot read its notes about this opinion. Go on with its last words, then drop the "
    "document in again."
)
_BROKEN = (
    "The document could not be read: the program that reads it crashed. Save the document again, "
    "then drop it in."
)


_Given = tuple[str, str, tuple[str, ...]]
"""The file of a document, its name, and what a person must compare in it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the other process returns."""

    drafts: Drafts
    sha256: str


class Incoming:
    """Takes in documents one after another, each read in a process of its own."""

    def __init__(self, collection: Collection, workspace: Workspace, lock: Lock) -> None:
        """`lock` is held while the workspace changes."""
        self._collection = collection
        self._workspace = workspace
        self._lock = lock
        self._queue = ThreadPoolExecutor(1, initializer=_without_ctrl_c)
        self._waiting = UnreadDocuments(collection.paths)
        self._starting = Lock()
        self._has_gone_on = False
        self._is_closed = False
        self.arrivals: list[Arrival] = []

    def show(self) -> list[Arrival]:
        """Every document as it is now, for the first page; others may be read a moment later.

        A second request proves that the browser got the first page.
        """
        shown = [replace(arrival) for arrival in self.arrivals]
        done = [
            arrival
            for arrival, as_shown in zip(self.arrivals, shown, strict=False)
            if as_shown.is_done
        ]
        is_news = any(not arrival.is_known for arrival in done)
        for arrival in done:
            arrival.times_shown += 1
        if is_news:
            self._try_to_note()
        return shown

    def take(
        self, document: Path, name: str, today: date, opinion: OpinionId | None = None
    ) -> Arrival:
        """Read a document that is in the workspace; the arrival says when it is done."""
        self.resume(today)
        arrival = Arrival(DroppedNote(document.name, PurePosixPath(name).name, opinion))
        self.arrivals.append(arrival)
        try:
            self._note()
        except OSError:
            self.arrivals.remove(arrival)  # it would be forgotten if the desk were stopped
            raise
        self._submit(arrival, today)
        return arrival

    def resume(self, today: date) -> None:
        """Read what was not read when the desk was stopped; what was begun twice is not.

        Only the first call has an effect. Raises `UnreadableCollectionError`, and keeps all of it
        for the next call.
        """
        with self._starting:
            _ = self._collection.references
            if self._has_gone_on:
                return
            self._has_gone_on = True
            documents = self._waiting.all()
            arrivals = [arrival_again(noted) for noted in documents]
            self.arrivals += arrivals
            if documents:
                self._try_to_note()
        for arrival in arrivals:
            if not arrival.is_done:
                self._submit(arrival, today)

    def read_again(self, document: str, today: date) -> None:
        """Read a document that was given up, as if it had just been dropped in."""
        for position, arrival in self._given_up(document):
            self.arrivals[position] = again = Arrival(replace(arrival.waiting, times_begun=0))
            self._try_to_note()
            self._submit(again, today)

    def forget(self, document: str) -> None:
        """Take a document that was given up off the list."""
        for _, arrival in self._given_up(document):
            self.arrivals.remove(arrival)
            self._try_to_note()

    def _given_up(self, document: str) -> list[tuple[int, Arrival]]:
        """The arrival of a document that was given up, with its position."""
        return [
            (position, arrival)
            for position, arrival in enumerate(self.arrivals)
            if arrival.is_given_up and arrival.waiting.document == document
        ][:1]

    def _submit(self, arrival: Arrival, today: date) -> None:
        document = self._workspace.documents.file(arrival.waiting.document)
        commission = self._collection.references.commission
        ids = self._collection.corpus.filed_ids
        reading = partial(_read, document, ids, commission, today)
        self._queue.submit(self._receive, reading, arrival, document.name)

    def close(self) -> None:
        """Stop reading; what is not read yet is read when the desk is started again."""
        self._is_closed = True
        for process in active_children():
            process.kill()
        self._queue.shutdown(cancel_futures=True)

    def _receive(self, reading: "partial[_Reading]", arrival: Arrival, document: str) -> None:
        waiting = arrival.waiting
        arrival.waiting = replace(waiting, times_begun=waiting.times_begun + 1)
        self._try_to_note()
        try:
            with ProcessPoolExecutor(1, get_context("spawn"), end_with_parent) as process:
                read = process.submit(reading).result()
            with self._lock:
                self._place(read, arrival, document)
        except RefusedError as error:
            arrival.sentences.append(refused_in_desk_words(str(error)))
        except NotFinishedError as error:
            arrival.sentences.append(str(error))
        except UnreadableCollectionError:
            arrival.sentences.append(_NO_COLLECTION)
        except UnreadableWorkError:
            arrival.sentences.append(_NO_NOTES)
        except Exception:  # noqa: BLE001 - whatever a document does to its reader, the desk goes on
            arrival.sentences.append(_BROKEN)
        arrival.is_done = not self._is_closed or bool(arrival.keys)
        if not arrival.is_done:
            arrival.waiting = waiting  # the document did not stop the desk
        self._try_to_note()

    def _try_to_note(self) -> None:
        """Note the documents; without room on the disk, those that were noted before stay."""
        with suppress(OSError):
            self._note()

    def _note(self) -> None:
        self._waiting.note(arrival.noted for arrival in self.arrivals if not arrival.is_known)

    def _place(self, reading: _Reading, arrival: Arrival, document: str) -> None:
        """Put each draft on the desk, unless the collection has the opinion with its text."""
        drafts = reading.drafts.drafts
        for part in reading.drafts.left_out:
            if part.passages:
                arrival.sentences.append(f"{_LEFT_OUT} {'; '.join(part.passages)}")
            to_compare = map(in_desk_words, part.to_compare)
            arrival.sentences += [f"{_OUTSIDE} {sentence}" for sentence in to_compare]
        for draft in drafts:
            named = (
                replace(draft, id=arrival.opinion, is_year_seen=True, is_number_seen=True)
                if arrival.opinion
                else draft
            )
            place = f", {draft.place}" if len(drafts) > 1 and draft.place else ""
            source = {"title": f"{arrival.name}{place}", "sha256": reading.sha256}
            arrival.keys += self._work_on(named, source, arrival, document)

    def _work_on(
        self, draft: Draft, source: Mapping[str, str], arrival: Arrival, document: str
    ) -> Iterator[str]:
        """Put a draft on the desk; nothing if the collection or the desk has its text already."""
        commission = self._collection.references.commission
        given = (document, arrival.name, places_to_compare(draft, commission))
        name = Names(commission).long(draft.id)
        is_known = draft.id in self._collection.corpus.filed_ids
        work = self._on_desk(draft.id) if draft.metadata.id and not is_known else None
        if not is_known and work is None:
            yield self._workspace.start(draft.record(source), *given).key
            return
        record = f"opinions/{draft.id}.md"
        file = work and self._workspace.present_file(work)
        present = read_markdown(file or self._collection.paths.root / record, record)
        existing = compare_with_record(present, draft.text, commission)
        if work:
            arrival.sentences += already_there(name, ON_DESK, existing)
        elif existing.match is Match.NO_TEXT:
            yield from self._fill(draft, source, arrival, given)
        elif existing.match is Match.EXAMPLE:
            arrival.sentences.append(_EXAMPLE.format(name=name, path=record))
        else:
            arrival.sentences += already_there(name, IN_COLLECTION, existing)

    def _fill(
        self, draft: Draft, source: Mapping[str, str], arrival: Arrival, given: _Given
    ) -> Iterator[str]:
        """Give a listed opinion its text, unless it has one on the desk."""
        commission = self._collection.references.commission
        work = self._workspace.open(key_of(draft.id))
        present = read_markdown(self._workspace.present_file(work), f"opinions/{draft.id}.md")
        if present.body.strip():
            existing = compare_with_record(present, draft.text, commission)
            name = Names(commission).long(draft.id)
            arrival.sentences += already_there(name, ON_DESK, existing)
            return
        yield self._workspace.fill(work, filled_record(present, draft.record(source)), *given).key

    def _on_desk(self, opinion: OpinionId) -> Work | None:
        """The work on an opinion with this number and year."""
        for work in self._workspace.all():
            record = self._collection.edited(work).record
            if record and record.has_id and record.id == opinion:
                return work
        return None


def _without_ctrl_c() -> None:
    """Ctrl-C ends the processes that this thread starts only through the desk."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _read(document: Path, ids: Ids[OpinionId], commission: Commission, today: date) -> _Reading:
    """Read a document; this runs in the other process."""
    readers = READERS_WITH_OCR if shutil.which("tesseract") else READERS
    source, sha256 = read_document(document, commission, readers)
    return _Reading(make_drafts(source, ids, commission, today), sha256)
