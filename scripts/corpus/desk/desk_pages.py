"""The first page of the desk, the form for a change of the law, and what their scripts ask for."""

from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus.checks.registry import RULES
from corpus.desk.errors import HandoverError
from corpus.desk.fields import BadFieldsError
from corpus.desk.handover.branch import hand_over, opinions_as_in
from corpus.desk.handover.download import files_to_download
from corpus.desk.handover.git import has_git
from corpus.desk.handover.marks import mark_handed_over, mark_sent
from corpus.desk.handover.push import send
from corpus.desk.law import WrongFieldsError, amendment, new_authority
from corpus.desk.open_desk import Desk
from corpus.desk.plain_words import hint_of_rule
from corpus.desk.queue import queue, taken_off
from corpus.desk.still_used import require_unused
from corpus.desk.topics import new_topic
from corpus.intake.document import LARGEST
from corpus.intake.reader import READERS
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.today import today

_LONGEST_NAME = 200


class DeskPages:
    """Answers the requests that are not about one opinion."""

    def __init__(self, desk: Desk) -> None:
        """Everything is read from the desk when it is asked for."""
        self._desk = desk

    def queue(self, _: Request) -> Response:
        """The first page: what is in work, what is there, and where documents are dropped."""
        desk = self._desk
        desk.incoming.resume(today())  # if the collection could not be read when the desk began
        arrivals = desk.incoming.show()  # before the lists, so that they have what is read
        return desk.render(
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
            to_send=desk.branches.to_send,
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

    def decide_on_document(self, request: Request, sent: dict[str, Any]) -> Response:
        """Read a document that was given up again, or take it off the list."""
        step = request.path_params["step"]
        document = str(sent.get("document", ""))
        if step == "read-again":
            self._desk.incoming.read_again(document, today())
        elif step == "forget":
            self._desk.incoming.forget(document)
        else:
            raise HTTPException(404)
        return JSONResponse({})

    def add_authority(self, _: Request, sent: dict[str, Any]) -> Response:
        """Add an authority that a text cites."""
        desk = self._desk
        with desk.lock:
            number = desk.changes.make(new_authority(sent, desk.collection))
        return JSONResponse({"number": number})

    def add_topic(self, _: Request, sent: dict[str, Any]) -> Response:
        """Add a topic to the list."""
        desk = self._desk
        with desk.lock:
            topic, change = new_topic(sent, desk.collection)
            number = desk.changes.make(change)
            added = desk.collection.references.topics[topic]
        shown = {"id": topic, "title": added.title, "about": added.about}
        return JSONResponse({**shown, "number": number})

    def take_back(self, _: Request, sent: dict[str, Any]) -> Response:
        """Take back a change to an authority, a topic or a setting."""
        number = sent.get("number")
        if not isinstance(number, int):
            raise BadFieldsError("number")
        with self._desk.lock:
            change = self._desk.changes.undoable().get(number)
            if change:
                require_unused(change, self._desk.collection)
            self._desk.changes.take_back(number)
        return JSONResponse({})

    def law(self, _: Request) -> Response:
        """The form for a change of an authority."""
        references = self._desk.collection.references
        names = references.names
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

    def change_law(self, request: Request, sent: dict[str, Any]) -> Response:
        """Show what a change does to readers, or write it."""
        desk = self._desk
        with desk.lock:
            proposed = amendment(sent, desk.collection)
            problems = [problem._asdict() for problem in proposed.problems]
            shown = {"problems": problems, "toReview": proposed.to_review}
            if request.path_params["step"] != "save":
                return JSONResponse(shown)
            if proposed.problems:
                raise WrongFieldsError(proposed.problems)
            number = desk.changes.make(proposed.change)
        return JSONResponse({**shown, "number": number, "what": proposed.change.what})

    def rule(self, request: Request) -> Response:
        """The explanation of a rule."""
        rule = RULES.get(request.path_params["code"])
        if rule is None:
            raise HTTPException(404)
        return self._desk.render("rule.html", rule=rule, hint=hint_of_rule(rule.code, rule.hint))

    def hand_over(self, _: Request) -> Response:
        """Make a branch of all that was saved."""
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

    def send(self, _: Request, sent: dict[str, Any]) -> Response:
        """Send a branch to where the repository came from."""
        desk = self._desk
        branch = str(sent.get("branch", ""))
        address = send(desk.paths, branch, desk.branches)
        with desk.lock:
            same = opinions_as_in(desk.paths, branch, desk.workspace.opinions())
            mark_sent(desk.workspace, branch, today(), same)
            desk.branches.mark_sent(branch)
        return JSONResponse({"address": address})

    def download(self, _: Request) -> Response:
        """The saved records, where there is no git."""
        with self._desk.lock:
            content = self._finished_files()
        headers = {"content-disposition": 'attachment; filename="finished.zip"'}
        return Response(content, media_type="application/zip", headers=headers)

    def note_download(self, _: Request, sent: dict[str, Any]) -> Response:
        """Note that the browser has all of the file that it says, by its hash."""
        desk = self._desk
        with desk.lock:
            if sha256(self._finished_files()).hexdigest() != str(sent.get("sha256", "")):
                raise HandoverError("Something was saved meanwhile. Download it again.")
            mark_handed_over(desk.workspace, desk.workspace.opinions(), today())
            desk.changes.forget()
        return JSONResponse({})

    def _finished_files(self) -> bytes:
        desk = self._desk
        return files_to_download(desk.paths, desk.workspace, desk.changes.files())
