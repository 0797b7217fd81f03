"""The first page of the desk, the form for a change of the law, and what their scripts ask for."""

from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.checks.registry import RULES
from corpus.citations.names import Names
from corpus.desk.errors import HandoverError
from corpus.desk.fields import BadFieldsError
from corpus.desk.handover.branch import hand_over, opinions_as_in
from corpus.desk.handover.download import files_to_download
from corpus.desk.handover.git import has_git
from corpus.desk.handover.marks import mark_handed_over, mark_sent
from corpus.desk.handover.push import send
from corpus.desk.law import WrongFieldsError, amendment, new_authority
from corpus.desk.open_desk import Desk, sent_values
from corpus.desk.plain_words import hint_of_rule
from corpus.desk.queue import queue, taken_off
from corpus.desk.still_used import require_unused
from corpus.desk.topics import new_topic
from corpus.intake.document import LARGEST
from corpus.intake.reader import READERS
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.paths import today

_LONGEST_NAME = 200


class DeskPages:
    """Answers the requests that are not about one opinion."""

    def __init__(self, desk: Desk) -> None:
        """Everything is read from the desk when it is asked for."""
        self._desk = desk

    async def queue(self, _: Request) -> Response:
        """The first page: what is in work, what is there, and where documents are dropped."""
        return await run_in_threadpool(self._queue)

    def _queue(self) -> Response:
        desk = self._desk
        desk.incoming.resume(today())  # if the collection could not be read when the desk began
        arrivals = desk.incoming.show()  # before the lists, so that they have what is read
        return self._desk.render(
            "queue.html",
            unread=sum(not arrival.is_done for arrival in arrivals),
            queue=queue(desk.workspace, desk.collection),
            arrivals=arrivals,
            endings=",".join(sorted(READERS)),
            largest=LARGEST,
            commission=desk.collection.references.commission,
            taken_off=taken_off(desk.workspace, desk.collection),
            changes=desk.changes.undoable(),
            has_git=has_git(desk.paths),
            to_send=self._desk.branches.to_send,
        )

    async def take_document(self, request: Request) -> Response:
        """Take in a document. Its name gives its ending and its title, and never a path."""
        data = await request.body()
        given = PurePosixPath(request.query_params.get("name", "").replace("\\", "/"))
        ending = given.suffix[:_LONGEST_NAME]
        name = given.stem[: _LONGEST_NAME - len(ending)] + ending
        opinion = request.query_params.get("opinion", "")
        return await run_in_threadpool(self._take, data, name, opinion)

    def _take(self, data: bytes, name: str, opinion: str) -> Response:
        desk = self._desk
        ending = PurePosixPath(name).suffix.lower()
        if ending not in READERS:
            ending = ".unknown"
        commission = desk.collection.references.commission
        given = OpinionId.read(opinion.replace("-", "/"))
        given = given if given and commission.series_of(given) else None
        document = desk.workspace.documents.keep(data, sha256(data).hexdigest(), ending)
        desk.incoming.take(document, name, today(), given)
        return JSONResponse({"name": name})

    async def decide_on_document(self, request: Request) -> Response:
        """Read a document that was given up again, or take it off the list."""
        document = str(sent_values(await request.body()).get("document", ""))
        return await run_in_threadpool(self._decide, request.path_params["step"], document)

    def _decide(self, step: str, document: str) -> Response:
        if step == "read-again":
            self._desk.incoming.read_again(document, today())
        elif step == "forget":
            self._desk.incoming.forget(document)
        else:
            raise HTTPException(404)
        return JSONResponse({})

    async def add_authority(self, request: Request) -> Response:
        """Add an authority that a text cites."""
        sent = sent_values(await request.body())
        return await run_in_threadpool(self._add_authority, sent)

    def _add_authority(self, sent: dict[str, Any]) -> Response:
        desk = self._desk
        with desk.lock:
            number = desk.changes.make(new_authority(sent, desk.collection))
        return JSONResponse({"number": number})

    async def add_topic(self, request: Request) -> Response:
        """Add a topic to the list."""
        sent = sent_values(await request.body())
        return await run_in_threadpool(self._add_topic, sent)

    def _add_topic(self, sent: dict[str, Any]) -> Response:
        desk = self._desk
        with desk.lock:
            topic, change = new_topic(sent, desk.collection)
            number = desk.changes.make(change)
            added = desk.collection.references.topics[topic]
        shown = {"id": topic, "title": added.title, "about": added.about}
        return JSONResponse({**shown, "number": number})

    async def take_back(self, request: Request) -> Response:
        """Take back a change to an authority, a topic or a setting."""
        number = sent_values(await request.body()).get("number")
        if not isinstance(number, int):
            raise BadFieldsError("number")
        return await run_in_threadpool(self._take_back, number)

    def _take_back(self, number: int) -> Response:
        with self._desk.lock:
            change = self._desk.changes.undoable().get(number)
            if change:
                require_unused(change, self._desk.collection)
            self._desk.changes.take_back(number)
        return JSONResponse({})

    async def law(self, _: Request) -> Response:
        """The form for a change of an authority."""
        return await run_in_threadpool(self._law)

    def _law(self) -> Response:
        references = self._desk.collection.references
        names = Names(references.commission)
        choices = [
            (kind, authority.id, names.provision(Citation(kind, authority.id)), authority.title)
            for (kind, _), authority in references.authorities.items()
        ]
        examples = (kind.example_to_type for kind in references.commission.kinds)
        return self._desk.render(
            "law.html",
            words=references.commission.words,
            choices=choices,
            example=next(examples, "3(c)"),
            changes=self._desk.changes.undoable(),
        )

    async def change_law(self, request: Request) -> Response:
        """Show what a change does to readers, or write it."""
        sent = sent_values(await request.body())
        return await run_in_threadpool(self._change_law, request.path_params["step"], sent)

    def _change_law(self, step: str, sent: dict[str, Any]) -> Response:
        desk = self._desk
        with desk.lock:
            proposed = amendment(sent, desk.collection)
            problems = [problem._asdict() for problem in proposed.problems]
            shown = {"problems": problems, "toReview": proposed.to_review}
            if step != "save":
                return JSONResponse(shown)
            if proposed.problems:
                raise WrongFieldsError(proposed.problems)
            number = desk.changes.make(proposed.change)
        return JSONResponse({**shown, "number": number, "what": proposed.change.what})

    async def rule(self, request: Request) -> Response:
        """The explanation of a rule."""
        rule = RULES.get(request.path_params["code"])
        if rule is None:
            raise HTTPException(404)
        return self._desk.render("rule.html", rule=rule, hint=hint_of_rule(rule.code, rule.hint))

    async def hand_over(self, _: Request) -> Response:
        """Make a branch of all that was saved."""
        return await run_in_threadpool(self._hand_over)

    def _hand_over(self) -> Response:
        desk = self._desk
        commission = desk.collection.references.commission
        with desk.lock:  # what is saved meanwhile is neither in the branch nor marked
            named = {outline.source_file for outline in desk.collection.corpus.outlines}
            made = hand_over(desk.paths, commission, desk.branches, named, today())
            desk.mark_prepared(made, made.opinions)
        return JSONResponse(
            {
                "branch": made.branch,
                "commits": made.commits,
                "sentBefore": made.sent_before,
                "isSent": made.is_sent,
            }
        )

    async def send(self, request: Request) -> Response:
        """Send a branch to where the repository came from."""
        branch = str(sent_values(await request.body()).get("branch", ""))
        return await run_in_threadpool(self._send, branch)

    def _send(self, branch: str) -> Response:
        desk = self._desk
        address = send(desk.paths, branch, desk.branches)
        with desk.lock:
            same = opinions_as_in(desk.paths, branch, desk.workspace.opinions())
            mark_sent(desk.workspace, branch, today(), same)
            desk.branches.mark_sent(branch)
        return JSONResponse({"address": address})

    async def download(self, _: Request) -> Response:
        """The saved records, where there is no git."""
        return await run_in_threadpool(self._download)

    def _download(self) -> Response:
        with self._desk.lock:
            content = self._finished_files()
        headers = {"content-disposition": 'attachment; filename="finished.zip"'}
        return Response(content, media_type="application/zip", headers=headers)

    async def note_download(self, request: Request) -> Response:
        """Note that the browser has all of the file that it says, by its hash."""
        sha256_of_file = str(sent_values(await request.body()).get("sha256", ""))
        return await run_in_threadpool(self._note_download, sha256_of_file)

    def _note_download(self, sha256_of_file: str) -> Response:
        desk = self._desk
        with desk.lock:
            if sha256(self._finished_files()).hexdigest() != sha256_of_file:
                raise HandoverError("Something was saved meanwhile. Download it again.")
            mark_handed_over(desk.workspace, desk.workspace.opinions(), today())
            desk.changes.forget()
        return JSONResponse({})

    def _finished_files(self) -> bytes:
        desk = self._desk
        return files_to_download(desk.paths, desk.workspace, desk.changes.files())
