"""What the desk answers when it refuses a request: a sentence for each exception."""

from collections.abc import Callable, Mapping
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS

from markupsafe import escape
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from corpus.desk.collection import UnreadableCollectionError
from corpus.desk.errors import HandoverError, NotFinishedError
from corpus.desk.fields import BadFieldsError
from corpus.desk.in_progress.work import (
    ChangedElsewhereError,
    ChangedFileError,
    MovedWorkError,
    UnknownWorkError,
    UnreadableRecordError,
    UnreadableWorkError,
)
from corpus.desk.law import WrongFieldsError
from corpus.desk.text.edit import NoSuchBlockError
from corpus.intake.document import RefusedError
from corpus.library.record_writer import CannotRewriteError

_PAGE = """\
<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{sentence} – The desk</title>
<main><h1>{sentence}</h1><p><a href="/">All opinions</a></p></main>
</html>
"""
_CHANGED_ELSEWHERE = (
    "This opinion was changed in another window or by another program. Your words are kept. "
    "Load the page again to continue from there; it then offers to put your words back."
)
_CHANGED_FILE = (
    "Another program changed the file of this opinion, so nothing was written. Choose “Go on with "
    "the file” or “Keep what is here”; Undo brings the other one back."
)
_MOVED = (
    "This was saved, taken out of the collection or taken off the desk, perhaps in another window. "
    "“All opinions” shows where it is."
)
_OPEN_IT = (
    "This opinion was saved or taken back in another window, so it has another address now. "
    "What you typed here is kept."
)
_UNREADABLE = (
    "The desk cannot read its notes about this opinion. Nothing else is touched. "
    "“All opinions” says how to continue."
)
_UNREADABLE_RECORD = (
    "The file of this opinion is damaged, or its fields are not in the usual form, so the desk "
    "cannot open it. Nothing was changed. Ask the person who looks after the files to run the "
    "check and mend it."
)
_CANNOT_WRITE = (
    "The desk cannot write this into the record. Type again what was there before, or change it in "
    "the file."
)
_NOT_A_FILE = (
    "There is a folder where the desk needs a file, so nothing was kept. Ask the person who looks "
    "after the files to take the folder away."
)
_BROKEN = (
    "The desk made a mistake. What was kept before is still there. "
    "Choose “All opinions”; if this happens again, ask the person who looks after the files."
)
_FULL = (
    "There is no room left on the disk, so this was not kept. Your words are still in this window. "
    "Make room, then continue."
)
_READ_ONLY = (
    "The desk may not write in the folder of the collection, so this was not kept. Your words are "
    "still in this window. Ask the person who looks after the files."
)
_NOT_WRITTEN = {
    **dict.fromkeys((ENOSPC, EDQUOT, EFBIG), _FULL),
    **dict.fromkeys((EROFS, EACCES, EPERM), _READ_ONLY),
}
"""What a file system says when nothing can be written, and what to do about it."""


def _sentence(status: int, sentence: str = "") -> Callable[[Request, Exception], Response]:
    """An answer with the given sentence, or else the error's own: for a script, or as a page."""

    def handler(request: Request, error: Exception) -> Response:
        words = sentence or str(error)
        if "text/html" in request.headers.get("accept", ""):
            return HTMLResponse(_PAGE.format(sentence=escape(words)), status)
        return JSONResponse({"message": words}, status)

    return handler


def _moved(request: Request, error: Exception) -> Response:
    """Where the work is now; a request for its page is redirected there."""
    now = error.now if isinstance(error, MovedWorkError) else ""
    if not now:
        return _sentence(404, _MOVED)(request, error)
    if request.url.path == f"/work/{request.path_params['key']}/":
        return RedirectResponse(f"/work/{now}/")
    return JSONResponse({"message": _OPEN_IT, "now": now}, 404)


def _changed_file(_: Request, __: Exception) -> Response:
    """The sentence, for a page that offers both now."""
    return JSONResponse({"message": _CHANGED_FILE, "isFileChanged": True}, 409)


def _not_handed_over(request: Request, error: Exception) -> Response:
    """The sentence, and the words of git for the person who looks after the files."""
    if isinstance(error, HandoverError) and error.reason:
        return JSONResponse({"message": str(error), "reason": error.reason}, 422)
    return _sentence(422)(request, error)


def _wrong_fields(request: Request, error: Exception) -> Response:
    """What is wrong with a form, each at its field."""
    if isinstance(error, WrongFieldsError):
        problems = [problem._asdict() for problem in error.problems]
        return JSONResponse({"message": str(error), "problems": problems}, 422)
    return _sentence(422)(request, error)


def _not_written(request: Request, error: Exception) -> Response:
    """Why a file could not be written, if a person can do something about it."""
    number = error.errno if isinstance(error, OSError) else None
    if number not in _NOT_WRITTEN:
        raise error
    return _sentence(507, _NOT_WRITTEN[number])(request, error)


REFUSALS: Mapping[int | type[Exception], Callable[[Request, Exception], Response]] = {
    ChangedElsewhereError: _sentence(409, _CHANGED_ELSEWHERE),
    ChangedFileError: _changed_file,
    UnreadableWorkError: _sentence(422, _UNREADABLE),
    UnreadableRecordError: _sentence(422, _UNREADABLE_RECORD),
    MovedWorkError: _moved,
    UnknownWorkError: _sentence(404, "There is no such opinion on the desk."),
    BadFieldsError: _sentence(400, "The desk could not read this. Load the page again."),
    404: _sentence(404, "The desk has no such page."),
    IsADirectoryError: _sentence(422, _NOT_A_FILE),
    NotFinishedError: _sentence(422),
    WrongFieldsError: _wrong_fields,
    HandoverError: _not_handed_over,
    RefusedError: _sentence(422),
    UnreadableCollectionError: _sentence(500),
    ClientDisconnect: _sentence(413, "This is too large, so the desk did not take it."),
    CannotRewriteError: _sentence(422, _CANNOT_WRITE),
    OSError: _not_written,
    Exception: _sentence(500, _BROKEN),
    NoSuchBlockError: _sentence(422, "This text is no longer in the record. Load the page again."),
}
"""The answer for each exception: an opinion changed in another window, a full disk, a mistake."""
