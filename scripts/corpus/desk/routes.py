"""The desk as a web application: its routes and its files."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from corpus.desk.collection import UnreadableCollectionError
from corpus.desk.desk_pages import DeskPages
from corpus.desk.fields import BadFieldsError
from corpus.desk.open_desk import Desk
from corpus.desk.page_files import mounted_files
from corpus.desk.refusals import REFUSALS
from corpus.desk.security import Access, Guard
from corpus.desk.work_pages import WorkPages
from corpus.intake.document import LARGEST
from corpus.paths import CorpusPaths
from corpus.today import today


def application(paths: CorpusPaths, access: Access) -> Starlette:
    """The desk for one collection."""
    desk = Desk(paths)
    desk.finish_handover()
    with suppress(UnreadableCollectionError):  # the first page says what is wrong
        desk.incoming.resume(today())

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        desk.incoming.close()

    guard = Middleware(
        Guard, access=access, name=lambda: desk.workspace.name, largest_document=LARGEST
    )
    return Starlette(
        routes=_routes(desk), middleware=[guard], lifespan=lifespan, exception_handlers=REFUSALS
    )


def _routes(desk: Desk) -> list[Route | Mount]:
    pages = DeskPages(desk)
    of_work = WorkPages(desk)
    work = "/work/{key:str}"
    return [
        Route("/", pages.queue),
        Route("/documents", pages.take_document, methods=["POST"]),
        Route("/documents/{step:str}", _with_json(pages.decide_on_document), methods=["POST"]),
        Route(f"{work}/", of_work.opinion),
        Route(f"{work}/state", of_work.state),
        Route(f"{work}/fields", _with_json(of_work.change_fields), methods=["PUT"]),
        Route(f"{work}/text", _with_json(of_work.change_text), methods=["PUT"]),
        Route(f"{work}/{{step:str}}", _with_json(of_work.step), methods=["POST"]),
        Route(f"{work}/preview", of_work.preview),
        Route(f"{work}/changes", of_work.changes),
        Route(f"{work}/document", of_work.document),
        Route(f"{work}/document/{{number:int}}", of_work.document_page),
        Route("/authorities", _with_json(pages.add_authority), methods=["POST"]),
        Route("/law", pages.law),
        Route("/topics", _with_json(pages.add_topic), methods=["POST"]),
        Route("/changes/take-back", _with_json(pages.take_back), methods=["POST"]),
        Route("/law/{step:str}", _with_json(pages.change_law), methods=["POST"]),
        Route("/rules/{code:str}", pages.rule),
        Route("/handover", pages.hand_over, methods=["POST"]),
        Route("/handover/send", _with_json(pages.send), methods=["POST"]),
        Route("/finished.zip", pages.download),
        Route("/finished.zip", _with_json(pages.note_download), methods=["POST"]),
        *mounted_files(),
    ]


def _with_json(
    answer: Callable[[Request, dict[str, Any]], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that takes what a script sent; the answer is made in a thread, as all others."""

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(answer, request, _sent_values(await request.body()))

    return endpoint


def _sent_values(body: bytes) -> dict[str, Any]:
    """The values that a script sent as JSON."""
    try:
        sent = json.loads(body)
        json.dumps(sent, ensure_ascii=False).encode()  # half a character cannot be kept
    except (ValueError, RecursionError):
        raise BadFieldsError("this is not JSON") from None
    if not isinstance(sent, dict):
        raise BadFieldsError("this is not an object")
    return sent
