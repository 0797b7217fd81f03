"""The page on which an opinion is edited, and what its script asks for."""

from collections.abc import Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.desk import preview
from corpus.desk.collection import Edited
from corpus.desk.documents.side_by_side import (
    differing_words,
    document_of,
    number_of_pages,
    page_picture,
)
from corpus.desk.effects_in_words import EFFECTS_IN_WORDS
from corpus.desk.errors import NotFinishedError
from corpus.desk.fields import BadFieldsError
from corpus.desk.finish import keep_mine, save, seal, take_back, take_file
from corpus.desk.in_progress.work import UnreadableRecordError, Work
from corpus.desk.open_desk import AfterStep, Desk
from corpus.desk.state import name_of, state
from corpus.desk.text.approval_line import named_line_after, with_approval_line
from corpus.desk.text.edit import require_block, with_block
from corpus.desk.text.heading_line import with_heading_line
from corpus.desk.text.left_out import with_left_out
from corpus.desk.text.line_in_fields import WithLine
from corpus.desk.text.paragraph_numbers import without_paragraphs
from corpus.desk.topics import meanings, phrases, search_words
from corpus.intake.document import LARGEST, RefusedError
from corpus.intake.reader import READERS
from corpus.today import today

_STEPS_WITH_A_LINE = {"approval-line": with_approval_line, "number-line": with_heading_line}
"""The steps that say what a line of the text is."""


class WorkPages:
    """Answers the requests about one opinion."""

    def __init__(self, desk: Desk) -> None:
        """Each request names the opinion by its key."""
        self._desk = desk
        self._steps_of_whole_work = {
            "forget": self._take_off,
            "put-back": self._put_back,
            "restore": self._restore,
        }
        self._steps: dict[str, Callable[[Work], Work]] = {
            "undo": desk.workspace.undo,
            "redo": desk.workspace.redo,
            "save": lambda work: save(work, desk.collection, desk.workspace),
            "seal": lambda work: seal(work, desk.collection, desk.workspace, today()),
            "take-file": lambda work: take_file(work, desk.collection, desk.workspace),
            "keep-mine": lambda work: keep_mine(work, desk.collection, desk.workspace),
            "take-back": lambda work: take_back(work, desk.collection, desk.workspace),
        }

    def opinion(self, request: Request) -> Response:
        """The page on which an opinion is edited."""
        desk = self._desk
        work = self._work(request)
        references = desk.collection.references
        edited = desk.collection.edited(work)
        if not (work.past or isinstance(edited.raw.fields, dict)):
            raise UnreadableRecordError
        titles = [program.title for program in references.programs.values()]
        return self._desk.render(
            "opinion.html",
            state=state(work, desk.collection),
            name=name_of(edited.record, references),
            has_text=edited.record is None or edited.record.opinion.has_text,
            cited_bodies=[body.name for body in references.commission.cited_bodies],
            lists=" ".join(kind.plural for kind in references.commission.kinds),
            all_series=references.commission.all_series,
            topics=references.topics,
            words_of_topics={
                name: search_words(topic, references.thesaurus)
                for name, topic in references.topics.items()
            },
            meanings_of_topics={
                name: meanings(topic.title, references.thesaurus)
                for name, topic in references.topics.items()
            },
            meanings_of_programs={
                name: phrases(program.title, titles)
                for name, program in references.programs.items()
            },
            words=references.commission.words,
            programs=references.programs,
            effects=EFFECTS_IN_WORDS,
            endings=",".join(sorted(READERS)),
            largest=LARGEST,
        )

    def state(self, request: Request) -> Response:
        """The state of the work on an opinion."""
        return JSONResponse(state(self._work(request), self._desk.collection))

    def change_fields(self, request: Request, sent: dict[str, Any]) -> Response:
        """Change fields of a record."""
        return self._change(
            request, sent, lambda work: (self._desk.with_fields(work, sent.get("fields")), ())
        )

    def change_text(self, request: Request, sent: dict[str, Any]) -> Response:
        """Change the words of one block of the text."""
        words = sent.get("words")
        is_heading = sent.get("isHeading")
        if not (isinstance(words, str) and isinstance(is_heading, bool)):
            raise BadFieldsError("text")

        def with_words(work: Work) -> AfterStep:
            record = self._desk.collection.edited(work).record
            if record is None:
                raise BadFieldsError("text")
            block = require_block(record, sent.get("block"), sent.get("was"))
            text = with_block(work.text, record, block, words, is_heading=is_heading)
            line = named_line_after(record.text, block, words)
            changed, sentences = self._desk.with_numbers(work, text, line)
            return self._desk.workspace.change(work, changed), sentences

        return self._change(request, sent, with_words)

    def step(self, request: Request, sent: dict[str, Any]) -> Response:
        """Undo, redo, save, seal, take back; take work off the desk, put it back or restore it."""
        name = request.path_params["step"]
        if name in self._steps_of_whole_work:
            return self._steps_of_whole_work[name](request.path_params["key"])
        if name in _STEPS_WITH_A_LINE:
            return self._say_what_a_line_is(request, sent, _STEPS_WITH_A_LINE[name])
        if name == "put-words-back":
            return self._put_words_back(request, sent)
        if name not in self._steps:
            raise HTTPException(404)
        take = self._steps[name]
        return self._change(request, sent, lambda work: (take(work), ()))

    def _say_what_a_line_is(
        self,
        request: Request,
        sent: dict[str, Any],
        with_line: Callable[[Work, Edited, int], WithLine],
    ) -> Response:
        """Make a line the approval line or the heading, and say what follows from that."""
        desk = self._desk

        def with_named_line(work: Work) -> AfterStep:
            edited = desk.collection.edited(work)
            if edited.record is None:
                raise BadFieldsError("text")
            block = require_block(edited.record, sent.get("block"), sent.get("was"))
            named = with_line(work, edited, block)
            return desk.workspace.change(work, named.text), named.sentences

        return self._change(request, sent, with_named_line)

    def _put_words_back(self, request: Request, sent: dict[str, Any]) -> Response:
        """Put a line back that was left out of the text, and say what still lacks its paragraph."""
        desk = self._desk

        def with_line(work: Work) -> AfterStep:
            record = desk.collection.edited(work).record
            line = sent.get("line")
            words = sent.get("was")
            if record is None or not (isinstance(line, int) and isinstance(words, str)):
                raise BadFieldsError("line")
            text = with_left_out(work, record, desk.collection, line, words)
            changed, _ = desk.with_numbers(work, text, record.text.named_line)
            later = desk.workspace.change(work, changed)
            fields = desk.collection.edited(later).raw.fields
            said = desk.collection.references.commission.words.said
            return later, [*map(said, without_paragraphs(fields))]

        return self._change(request, sent, with_line)

    def _take_off(self, key: str) -> Response:
        desk = self._desk
        with desk.lock:
            is_readable = key not in desk.workspace.unreadable()
            if is_readable and desk.workspace.open(key).record:
                raise NotFinishedError("This opinion is in the collection. It stays there.")
            desk.workspace.take_off(key)
        return JSONResponse({})

    def _restore(self, key: str) -> Response:
        with self._desk.lock:
            return JSONResponse({"key": self._desk.workspace.restore(key).key})

    def _put_back(self, key: str) -> Response:
        with self._desk.lock:
            return JSONResponse({"key": self._desk.workspace.put_back(key).key})

    def _change(
        self,
        request: Request,
        sent: dict[str, Any],
        step: Callable[[Work], AfterStep],
    ) -> Response:
        revision = sent.get("revision")
        if not isinstance(revision, int):
            raise BadFieldsError("revision")
        return JSONResponse(self._desk.change(request.path_params["key"], revision, step))

    def preview(self, request: Request) -> Response:
        """The page of the opinion as readers will see it."""
        page = preview.opinion_page(self._work(request), self._desk.collection)
        return self._desk.render("preview.html", page=page)

    def changes(self, request: Request) -> Response:
        """What changes for readers elsewhere."""
        changes = preview.changes_for_readers(self._work(request), self._desk.collection)
        return self._desk.render("changes.html", changes=changes)

    def document(self, request: Request) -> Response:
        """The document beside the text."""
        desk = self._desk
        work = self._work(request)
        file = document_of(work, desk.collection, desk.workspace)
        try:
            pages = number_of_pages(file) if file else 0
            words = differing_words(file, work, desk.collection) if file else ()
            problem = ""
        except RefusedError as error:
            pages = 0
            words = ()
            problem = str(error)
        return self._desk.render(
            "document.html",
            key=request.path_params["key"],
            has_file=file is not None,
            pages=pages,
            words=words,
            problem=problem,
        )

    def document_page(self, request: Request) -> Response:
        """A page of the document as a picture."""
        file = document_of(self._work(request), self._desk.collection, self._desk.workspace)
        if file is None:
            raise HTTPException(404)
        picture = page_picture(file, request.path_params["number"])
        return Response(picture, media_type="image/png")

    def _work(self, request: Request) -> Work:
        return self._desk.workspace.open(request.path_params["key"])
