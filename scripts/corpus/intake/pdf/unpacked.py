"""How large the parts of a PDF file are when they are unpacked."""

import re
import zlib

from corpus.intake.document import RefusedError

_LARGEST = 200 * 1024 * 1024
"""In bytes. A page in color at 600 dots an inch has half as many."""
_DENSEST = 1032
"""No byte of a packed part becomes more bytes than this."""
_CHUNK = 1024 * 1024
_STREAM = re.compile(rb"(?<!end)stream\r?\n")


def refuse_too_large(data: bytes) -> None:
    """Raise `RefusedError` if a part would fill the memory of the computer."""
    for stream in _STREAM.finditer(data):
        start = stream.end()
        end = data.find(b"endstream", start)
        if end - start > _LARGEST // _DENSEST and _is_too_large(data[start:end]):
            message = "A part of this PDF is too large when unpacked."
            raise RefusedError(f"{message} Print it to a new PDF, and read that.")


def _is_too_large(packed: bytes) -> bool:
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while packed and not unpacker.eof:
            size += len(unpacker.decompress(packed, _CHUNK))
            if size > _LARGEST:
                return True
            packed = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return False
