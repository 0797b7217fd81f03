"""Bytes to text, whatever the bytes: what is wrong with a file never keeps it from being read on.

A record is read through `read_text` alone, so that a device, a link out of the corpus
or a file without an end is refused before it is opened.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest
from itertools import islice
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from corpus.findings import Fault, FaultKind, Location

LARGEST = 256 * 1024
"""The most bytes that a file of a corpus has; an opinion of a hundred pages has fewer."""

MOST = 100
"""How many faults of one kind are told of one file."""

_BOM = b"\xef\xbb\xbf"
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    r"\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that no reader sees and no approved text has: those of control, those that turn
the order of letters around, and all that Unicode calls ignorable."""
_PLAIN = bytes(range(0x20, 0x7F)) + b"\t\n"


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text of a file as far as it could be read, and what is wrong with its bytes."""

    text: str
    faults: tuple[Fault, ...] = ()


def read_text(path: Path, name: str) -> DecodedFile:
    """The text of a file, known as `name` in findings; line ends of Windows become plain ones."""
    try:
        if refused := _refused(path, name):
            return DecodedFile("", (refused,))
        return _decoded(path.read_bytes(), name)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return DecodedFile("", (Fault(Location(name), FaultKind.UNREADABLE, message),))


def sha256_of(path: Path) -> str | None:
    """The SHA-256 of a file's bytes in hexadecimal, or None where there is no such file."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def _refused(path: Path, name: str) -> Fault | None:
    """Why the file is not opened at all."""
    status = path.lstat()
    if S_ISLNK(status.st_mode):
        return Fault(
            Location(name), FaultKind.NOT_A_FILE, "this is a link to another place, not a file"
        )
    if not S_ISREG(status.st_mode):
        return Fault(
            Location(name), FaultKind.NOT_A_FILE, "this is a folder or a device, not a file"
        )
    if status.st_size > LARGEST:
        message = f"the file has {status.st_size:,} bytes, more than {LARGEST:,}"
        return Fault(Location(name), FaultKind.HUGE, message)
    return None


def _decoded(data: bytes, name: str) -> DecodedFile:
    faults: list[Fault] = []
    data = data.replace(b"\r\n", b"\n")
    if data.startswith(_BOM):
        message = "the file starts with an invisible byte order mark"
        faults.append(Fault(Location(name), FaultKind.ENCODING, message))
        data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8 text"
        faults.append(Fault(Location(name, line), FaultKind.ENCODING, message))
        text = data.decode(errors="replace")
    if _may_have_controls(data):
        faults += islice(_controls(text, name), MOST)
        text = CONTROL.sub(" ", text)
    return DecodedFile(text, tuple(faults))


def _may_have_controls(data: bytes) -> bool:
    """A quick look at the few bytes that are not plain letters, signs and line ends."""
    rest = data.translate(None, _PLAIN)
    return bool(rest) and bool(CONTROL.search(rest.decode(errors="replace")))


def _controls(text: str, name: str) -> Iterator[Fault]:
    for found in CONTROL.finditer(text):
        start = found.start()
        location = Location(
            name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
        )
        message = f"the invisible character U+{ord(found[0]):04X} stands here"
        yield Fault(location, FaultKind.CONTROL, message)
