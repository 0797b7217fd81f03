"""The files of the collection as the desk reads and writes them."""

from pathlib import Path

from corpus.desk.errors import NotFinishedError
from corpus.desk.in_progress.work import UnreadableRecordError
from corpus.parsing.files import MAX_FILE_SIZE


def record_text(file: Path) -> str:
    """The text of a record file, without the mark that Windows programs put before it.

    Raises `UnreadableRecordError` if it is not UTF-8.
    """
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableRecordError from None


def require_room(text: str, what: str) -> None:
    """Refuse a text that nothing could read again; `what` says whose it is: `The opinion`."""
    size = len(text.encode())
    kilobyte = 1024
    if size > MAX_FILE_SIZE:
        message = (
            f"{what} would have {-(-size // kilobyte)} kilobytes. The limit is "
            f"{MAX_FILE_SIZE // kilobyte}. Shorten what was typed or pasted last. "
            "Nothing is kept on the desk until then."
        )
        raise NotFinishedError(message)
