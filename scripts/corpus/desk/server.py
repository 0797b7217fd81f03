"""The pages of the desk and what their scripts ask for."""

import json
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import PurePosixPath
from threading import Lock
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from corpus.checks.registry import RULES
from corpus.citations.names import Names
from corpus.desk import handover, preview
from corpus.desk.collection import Collection, UnreadableCollectionError
from corpus.desk.document import (
    differing_words,
    document_of,
    number_of_pages,
    page_picture,
)
from corpus.desk.fields import BadFieldsError, changed_fields
from corpus.desk.finish import NotFinishedError, save, seal
from corpus.desk.incoming import Incoming
from corpus.desk.law import Change, add_authority, change_of, write_change
from corpus.desk.queue import queue
from corpus.desk.security import Access, Guard
from corpus.desk.state import name_of, state
from corpus.desk.text_edit import with_block
from corpus.desk.workspace import ChangedElsewhereError, UnknownWorkError, Work, Workspace
from corpus.intake.document import LARGEST, RefusedError
from corpus.intake.reader import READERS
from corpus.library.record_writer import rewrite_fields
from corpus.model.authority import Citation
from corpus.model.opinion import Effect, OpinionId
from corpus.paths import PACKAGE, THEME, CorpusPaths

_FOLDER = PACKAGE / "desk"

EFFECTS_IN_WORDS = {
    Effect.CITES: "only mentions it",
    Effect.FOLLOWS: "follows it",
    Effect.REAFFIRMS: "confirms it again",
    Effect.DISTINGUISHES: "says that this case is different",
    Effect.MODIFIES: "changes part of it",
    Effect.SUPERSEDES: "takes its place",
}
"""What an opinion does to an earlier one, as a clerk would say it."""

_CHANGED_ELSEWHERE = (
    "This opinion was changed in another window or by another program. "
    "Load the page again to go on from there."
)


class Desk:
    """One collection on the desk."""

    def __init__(self, paths: CorpusPaths) -> None:
        """Nothing is written until somebody works."""
        self.paths = paths
        self.workspace = Workspace(paths)
        self.collection = Collection(paths, self.workspace)
        self.lock = Lock()
        self.incoming = Incoming(self.collection, self.workspace, self.lock)
        self.law_changes: list[Change] = []
        """What was written in this run, so that it can be taken back."""

    def change(self, key: str, revision: int, step: Callable[[Work], Work]) -> dict[str, Any]:
        """Make a step in the work on a record, if no other window was faster."""
        with self.lock:
            work = self.workspace.open(key)
            if work.revision != revision:
                raise ChangedElsewhereError
            return state(step(work), self.collection)

    def with_fields(self, work: Work, sent: Any) -> Work:
        """The work with other fields."""
        raw = self.collection.edited(work).record_file.parsed_file.raw
        if not isinstance(sent, dict) or not isinstance(raw.fields, dict):
            raise BadFieldsError("fields")
        fields = changed_fields(raw.fields, sent)
        return self.workspace.change(work, rewrite_fields(work.text, fields))


def application(paths: CorpusPaths, access: Access) -> Starlette:
    """The desk for one collection."""
    desk = Desk(paths)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> Any:
        yield
        desk.incoming.close()

    guard = Middleware(Guard, access=access, largest_document=LARGEST)
    return Starlette(
        routes=_routes(desk), middleware=[guard], lifespan=lifespan, exception_handlers=_HANDLERS
    )


def _routes(desk: Desk) -> list[Route | Mount]:
    pages = _Pages(desk)
    work = "/work/{key:str}"
    return [
        Route("/", pages.queue),
        Route("/queue", pages.queue_rows),
        Route("/documents", pages.take_document, methods=["POST"]),
        Route(f"{work}/", pages.opinion),
        Route(f"{work}/state", pages.state),
        Route(f"{work}/fields", pages.change_fields, methods=["PUT"]),
        Route(f"{work}/text", pages.change_text, methods=["PUT"]),
        Route(f"{work}/{{step:str}}", pages.step, methods=["POST"]),
        Route(f"{work}/preview", pages.preview),
        Route(f"{work}/changes", pages.changes),
        Route(f"{work}/document", pages.document),
        Route(f"{work}/document/{{number:int}}", pages.document_page),
        Route("/authorities", pages.add_authority, methods=["POST"]),
        Route("/law", pages.law),
        Route("/law/{step:str}", pages.change_law, methods=["POST"]),
        Route("/rules/{code:str}", pages.rule),
        Route("/handover", pages.hand_over, methods=["POST"]),
        Route("/finished.zip", pages.download),
        Mount("/theme", StaticFiles(directory=THEME / "assets")),
        Mount("/assets", StaticFiles(directory=_FOLDER / "assets")),
    ]


class _Pages:
    """Answers the requests."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def queue(self, _: Request) -> Response:
        """The first page: what is in work, what is there, and where documents are dropped."""
        return await run_in_threadpool(self._queue, "queue.html")

    async def queue_rows(self, _: Request) -> Response:
        """The same lists alone, for the script that keeps them up to date."""
        return await run_in_threadpool(self._queue, "queue_rows.html")

    def _queue(self, template: str) -> Response:
        desk = self._desk
        return self._render(
            template,
            queue=queue(desk.workspace, desk.collection),
            arrivals=desk.incoming.arrivals,
            endings=",".join(sorted(READERS)),
            commission=desk.collection.references.commission,
            has_git=handover.has_git(desk.paths),
        )

    async def take_document(self, request: Request) -> Response:
        """Take in a document. Its name gives its ending and its title, and never a path."""
        data = await request.body()
        name = PurePosixPath(request.query_params.get("name", "").replace("\\", "/")).name[:200]
        opinion = request.query_params.get("opinion", "")
        return await run_in_threadpool(self._take, data, name, opinion)

    def _take(self, data: bytes, name: str, opinion: str) -> Response:
        desk = self._desk
        ending = PurePosixPath(name).suffix.lower()
        if ending not in READERS:
            ending = ".unknown"
        year, _, number = opinion.partition("-")
        given = OpinionId(int(year), int(number)) if year.isdigit() and number.isdigit() else None
        kept = desk.workspace.keep_document(data, sha256(data).hexdigest(), ending)
        desk.incoming.take(desk.workspace.document_file(kept), name, _today(), given)
        return JSONResponse({"name": name})

    async def opinion(self, request: Request) -> Response:
        """The page on which an opinion is edited."""
        return await run_in_threadpool(self._opinion, request.path_params["key"])

    def _opinion(self, key: str) -> Response:
        desk = self._desk
        work = desk.workspace.open(key)
        references = desk.collection.references
        edited = desk.collection.edited(work)
        document = document_of(work, desk.collection, desk.workspace)
        return self._render(
            "opinion.html",
            state=state(work, desk.collection),
            name=name_of(edited.record, references),
            is_held=edited.record is None or edited.record.opinion.is_held,
            topics=references.topics,
            programs=references.programs,
            effects={str(effect): words for effect, words in EFFECTS_IN_WORDS.items()},
            has_document=document is not None,
            endings=",".join(sorted(READERS)),
        )

    async def state(self, request: Request) -> Response:
        """The state of the work on an opinion."""
        desk, key = self._desk, request.path_params["key"]
        return JSONResponse(
            await run_in_threadpool(lambda: state(desk.workspace.open(key), desk.collection))
        )

    async def change_fields(self, request: Request) -> Response:
        """Change fields of a record."""
        sent = _sent(await request.body())
        return await self._change(
            request, sent, lambda work: self._desk.with_fields(work, sent.get("fields"))
        )

    async def change_text(self, request: Request) -> Response:
        """Change the words of one block of the text."""
        sent = _sent(await request.body())
        block, words = sent.get("block"), sent.get("words")
        if not isinstance(block, int) or not isinstance(words, str):
            raise BadFieldsError("text")

        def step(work: Work) -> Work:
            record = self._desk.collection.edited(work).record
            if record is None:
                raise BadFieldsError("text")
            return self._desk.workspace.change(work, with_block(work.text, record, block, words))

        return await self._change(request, sent, step)

    async def step(self, request: Request) -> Response:
        """Undo, redo, save, seal or forget."""
        desk = self._desk
        steps: dict[str, Callable[[Work], Work]] = {
            "undo": desk.workspace.undo,
            "redo": desk.workspace.redo,
            "save": lambda work: save(work, desk.collection, desk.workspace),
            "seal": self._seal,
        }
        sent = _sent(await request.body())
        name = request.path_params["step"]
        if name == "forget":
            with desk.lock:
                desk.workspace.forget(desk.workspace.open(request.path_params["key"]))
            return JSONResponse({})
        if name not in steps:
            raise HTTPException(404)
        return await self._change(request, sent, steps[name])

    def _seal(self, work: Work) -> Work:
        seal(work, self._desk.collection, _today())
        return work

    async def _change(
        self, request: Request, sent: dict[str, Any], step: Callable[[Work], Work]
    ) -> Response:
        revision = sent.get("revision")
        if not isinstance(revision, int):
            raise BadFieldsError("revision")
        key = request.path_params["key"]
        return JSONResponse(await run_in_threadpool(self._desk.change, key, revision, step))

    async def preview(self, request: Request) -> Response:
        """The page of the opinion as readers will see it."""
        return await run_in_threadpool(self._preview, request.path_params["key"])

    def _preview(self, key: str) -> Response:
        work = self._desk.workspace.open(key)
        page = preview.opinion_page(work, self._desk.collection)
        return self._render("preview.html", page=page)

    async def changes(self, request: Request) -> Response:
        """What changes for readers elsewhere."""
        return await run_in_threadpool(self._changes, request.path_params["key"])

    def _changes(self, key: str) -> Response:
        work = self._desk.workspace.open(key)
        changes = preview.changes_for_readers(work, self._desk.collection)
        return self._render("changes.html", changes=changes)

    async def document(self, request: Request) -> Response:
        """The document beside the text."""
        return await run_in_threadpool(self._document, request.path_params["key"])

    def _document(self, key: str) -> Response:
        desk = self._desk
        work = desk.workspace.open(key)
        file = document_of(work, desk.collection, desk.workspace)
        try:
            pages = number_of_pages(file) if file else 0
            words = differing_words(file, work, desk.collection) if file else ()
            problem = ""
        except RefusedError as error:
            pages, words, problem = 0, (), str(error)
        return self._render(
            "document.html",
            key=key,
            has_file=file is not None,
            pages=pages,
            words=words,
            problem=problem,
        )

    async def document_page(self, request: Request) -> Response:
        """A page of the document as a picture."""
        key, number = request.path_params["key"], request.path_params["number"]
        return await run_in_threadpool(self._document_page, key, number)

    def _document_page(self, key: str, number: int) -> Response:
        desk = self._desk
        work = desk.workspace.open(key)
        file = document_of(work, desk.collection, desk.workspace)
        if file is None:
            raise HTTPException(404)
        return Response(page_picture(file, number), media_type="image/png")

    async def add_authority(self, request: Request) -> Response:
        """Add a Standard, statute or rule that a text cites."""
        sent = _sent(await request.body())
        await run_in_threadpool(add_authority, sent, self._desk.collection)
        return JSONResponse({})

    async def law(self, _: Request) -> Response:
        """The form for a change of a Standard, statute or rule."""
        return await run_in_threadpool(self._law)

    def _law(self) -> Response:
        references = self._desk.collection.references
        names = Names(references.commission)
        choices = [
            (kind, authority.id, names.provision(Citation(kind, authority.id)), authority.title)
            for (kind, _), authority in references.authorities.items()
        ]
        return self._render("law.html", choices=choices)

    async def change_law(self, request: Request) -> Response:
        """Show what a change does to readers, write it, or take it back."""
        sent = _sent(await request.body())
        return await run_in_threadpool(self._change_law, request.path_params["step"], sent)

    def _change_law(self, step: str, sent: dict[str, Any]) -> Response:
        desk = self._desk
        with desk.lock:
            if step == "undo" and desk.law_changes:
                done = desk.law_changes[-1]
                back = replace(done, before=done.after, after=done.before)
                write_change(back, desk.collection)
                desk.law_changes.pop()
                return JSONResponse({"canUndo": bool(desk.law_changes)})
            change = change_of(sent, desk.collection)
            if step == "save":
                write_change(change, desk.collection)
                desk.law_changes.append(change)
        return JSONResponse(
            {
                "problems": change.problems,
                "toReview": change.to_review,
                "canUndo": bool(desk.law_changes),
            }
        )

    async def rule(self, request: Request) -> Response:
        """The explanation of a rule."""
        rule = RULES.get(request.path_params["code"])
        if rule is None:
            raise HTTPException(404)
        return self._render("rule.html", rule=rule)

    async def hand_over(self, _: Request) -> Response:
        """Make a branch of all that was saved."""
        desk = self._desk
        commission = desk.collection.references.commission
        moment = f"{datetime.now(UTC):%Y-%m-%d-%H%M%S}"
        try:
            made = await run_in_threadpool(handover.hand_over, desk.paths, commission, moment)
        except handover.HandoverError as error:
            return JSONResponse({"message": str(error)}, 422)
        return JSONResponse({"branch": made.branch, "commits": made.commits})

    async def download(self, _: Request) -> Response:
        """The saved records, where there is no git."""
        desk = self._desk
        content = await run_in_threadpool(handover.files_to_download, desk.paths, desk.workspace)
        headers = {"content-disposition": 'attachment; filename="finished.zip"'}
        return Response(content, media_type="application/zip", headers=headers)

    def _render(self, template: str, **values: object) -> Response:
        return HTMLResponse(self._templates.get_template(template).render(values))


def _sent(body: bytes) -> dict[str, Any]:
    """The values that a script sent as JSON."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        raise BadFieldsError("this is not JSON") from None
    if not isinstance(sent, dict):
        raise BadFieldsError("this is not an object")
    return sent


def _today() -> Any:
    return datetime.now(UTC).date()


def _sentence(status: int, sentence: str = "") -> Callable[[Request, Exception], Response]:
    """An answer with a sentence that the page shows: that of the error, or this one."""

    def handler(_: Request, error: Exception) -> Response:
        return JSONResponse({"message": sentence or str(error)}, status)

    return handler


_HANDLERS: Any = {
    ChangedElsewhereError: _sentence(409, _CHANGED_ELSEWHERE),
    UnknownWorkError: _sentence(404, "There is no such opinion on the desk."),
    BadFieldsError: _sentence(400, "The desk could not read this. Load the page again."),
    NotFinishedError: _sentence(422),
    RefusedError: _sentence(422),
    UnreadableCollectionError: _sentence(500),
    ClientDisconnect: _sentence(413, "This is too large."),
    ValueError: _sentence(422, "The fields of this record cannot be changed here."),
}
