"""Read files as text, whatever their bytes.

Faults are kept with the text, so parsing continues after errors. Every file of a corpus is opened
here, so links, devices and endless files are refused before they are opened.
"""

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import islice
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from corpus.findings import Fault, FaultKind, Location
from corpus.parsing import damage

MAX_FILE_SIZE = 256 * 1024
"""In bytes. An opinion of a hundred pages is smaller."""

MAX_FAULTS = 100
"""How many faults of one kind are looked for in a file."""

_BOM = b"\xef\xbb\xbf"
_ENCODINGS = {_BOM: "utf-8-sig", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
"""The encodings that a byte order mark shows."""
INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    r"\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Characters that no reader sees and no approved text has: control characters, characters that
change the direction of the text, halves of a character, and all that Unicode calls ignorable."""

_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_MOST_CONTROL = 0.05
"""Bytes with more control characters than this share are not text."""

_VISIBLE_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n"
_CONFLICT_SIGNS = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")


@dataclass(frozen=True, slots=True)
class DecodedFile:
    """The text of a file as far as its bytes could be decoded."""

    text: str
    faults: tuple[Fault, ...] = ()
    unusual: str = ""
    """All its characters besides visible ASCII, tabs and line ends, also those left out of it."""

    @property
    def is_in_conflict(self) -> bool:
        """Whether the file has two versions of some lines, so that its fields mean nothing."""
        return any(fault.kind is FaultKind.CONFLICT for fault in self.faults)


def read_text(path: Path | str, name: str) -> DecodedFile:
    """Read a file, called `name` in findings. Windows line ends become plain ones."""
    try:
        if refusal := _refusal(path, name):
            return DecodedFile("", (refusal,))
        with open(path, "rb", buffering=0) as opened:  # noqa: PTH123 - a path may be text
            return _decode(opened.read(), name)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        return DecodedFile("", (Fault(Location(name), FaultKind.UNREADABLE, message),))


def decode_any_text(data: bytes) -> str | None:
    """Decode a text from outside the corpus by its byte order mark, as UTF-8 or as Windows text.

    The mark is not part of the text, and every line ends with one character. Returns None for
    bytes that are not text.
    """
    encoding = next((name for mark, name in _ENCODINGS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding, errors="replace" if encoding == "utf-16" else "strict")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text or len(_CONTROL.findall(text)) > 1 + len(text) * _MOST_CONTROL:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sha256_of_words(words: str) -> str:
    """The SHA-256 of words in UTF-8, as `sha256sum` prints it."""
    return sha256(words.encode()).hexdigest()


def sha256_of(path: Path) -> str | None:
    """The SHA-256 of a file's bytes in hexadecimal; None for a link or if there is no file."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        with path.open("rb") as opened:
            return file_digest(opened, "sha256").hexdigest()
    except OSError:
        return None


def _refusal(path: Path | str, name: str) -> Fault | None:
    """Why the file is not even opened, if there is a reason."""
    status = os.lstat(path)
    if S_ISLNK(status.st_mode):
        message = "this is a link; put the file itself here"
        return Fault(Location(name), FaultKind.NOT_A_FILE, message)
    if not S_ISREG(status.st_mode):
        message = "this is a folder or a device, not a file"
        return Fault(Location(name), FaultKind.NOT_A_FILE, message)
    if status.st_size > MAX_FILE_SIZE:
        message = (
            f"the file has {status.st_size:,} bytes, and at most {MAX_FILE_SIZE:,} are allowed"
        )
        return Fault(Location(name), FaultKind.TOO_LARGE, message)
    return None


def _decode(data: bytes, name: str) -> DecodedFile:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        message = "the file is saved as UTF-16"
        fault = Fault(Location(name), FaultKind.ENCODING, message)
        text = data.decode("utf-16", errors="replace").replace("\r\n", "\n")
        return DecodedFile(INVISIBLE.sub(" ", text), (fault,), text)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    faults = [*_byte_order_mark(data, name), *_old_line_ends(data, name)]
    data = data.removeprefix(_BOM).replace(b"\r", b"\n")
    unusual = data.translate(None, _VISIBLE_ASCII).decode(errors="replace")
    may_be_misread = damage.may_be_misread(unusual)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the byte 0x{data[error.start]:02x} is not UTF-8 text"
        faults.append(Fault(Location(name, line), FaultKind.ENCODING, message))
        text, may_be_misread = data.decode(errors="replace"), False
    if any(sign[:1] in data and sign in data for sign in _CONFLICT_SIGNS):
        faults += islice(damage.conflicts(text, name), MAX_FAULTS)
    if may_be_misread:
        faults += islice(damage.misread_words(text, name), MAX_FAULTS)
    if INVISIBLE.search(unusual):
        others = damage.without_misread_characters(text) if may_be_misread else text
        faults += islice(_invisible_characters(others, name), MAX_FAULTS)
        text = INVISIBLE.sub(" ", text)
    return DecodedFile(text, tuple(faults), unusual)


def _byte_order_mark(data: bytes, name: str) -> Iterator[Fault]:
    if data.startswith(_BOM):
        message = "the file starts with an invisible byte order mark"
        yield Fault(Location(name), FaultKind.ENCODING, message)


def _old_line_ends(data: bytes, name: str) -> Iterator[Fault]:
    """Yield one fault for all line ends of old Macs, at the first of them."""
    if count := data.count(b"\r"):
        line = data.count(b"\n", 0, data.index(b"\r")) + 1
        ends = "1 line ends" if count == 1 else f"{count:,} lines end"
        message = f"{ends} with the character CR alone, as on old Macs"
        yield Fault(Location(name, line), FaultKind.LINE_ENDS, message)


def _invisible_characters(text: str, name: str) -> Iterator[Fault]:
    for match in INVISIBLE.finditer(text):
        message = f"there is an invisible character here, U+{ord(match[0]):04X}"
        location = Location.in_text(name, text, 1, match.start())
        yield Fault(location, FaultKind.INVISIBLE, message)
