"""Build the index of the full-text search with Pagefind."""

import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from functools import partial
from itertools import chain, takewhile
from pathlib import Path
from subprocess import Popen
from typing import IO, Any, cast

from corpus.build.pagefind_files import incomplete_files, normalize
from corpus.build.subprocesses import SubprocessError, conversation

BUNDLE = "pagefind"
"""The folder of the index, below the site."""
_OPINIONS = "opinions/*/*/index.html"
"""The pages in the index; Pagefind need not read any other."""
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Files of the user interface of Pagefind, which the site does not use."""
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}
"""Smaller chunks than the default, so that a search loads less."""
_SERVICE = (sys.executable, "-m", "pagefind", "--service")
"""Pagefind reads pages in the order in which they are sent; by itself, as the disk lists them."""


def build_index(built: Path, log: Path) -> None:
    """Build the index of a built site; raises `SubprocessError` and then writes `log`."""
    with conversation("Pagefind", _SERVICE, log, _ENVIRONMENT) as pagefind:
        for request in _requests(built):
            _ask(pagefind, request)
    bundle = built / BUNDLE
    if incomplete := incomplete_files(bundle):
        raise SubprocessError(f"Pagefind failed: {incomplete[0]} is incomplete; is the disk full?")
    for path in chain.from_iterable(map(bundle.glob, _UNUSED)):
        path.unlink()
    normalize(bundle)


def _requests(built: Path) -> Iterator[dict[str, Any]]:
    """Yield what Pagefind should do, in this order."""
    yield {"type": "NewIndex", "config": {"force_language": "en"}}
    for page in sorted(built.glob(_OPINIONS)):
        name, content = page.relative_to(built).as_posix(), page.read_text(encoding="utf-8")
        yield {"type": "AddFile", "index_id": 0, "file_path": name, "file_contents": content}
    yield {"type": "WriteFiles", "index_id": 0, "output_path": str(built / BUNDLE)}


def _ask(pagefind: Popen[bytes], request: dict[str, Any]) -> None:
    """Send a request and wait for its answer: each is JSON in Base64 with a comma behind it."""
    send, receive = cast("IO[bytes]", pagefind.stdin), cast("IO[bytes]", pagefind.stdout)
    send.write(b64encode(json.dumps({"message_id": 0, "payload": request}).encode()) + b",")
    send.flush()
    characters = iter(partial(receive.read, 1), b"")
    answer = b"".join(takewhile(b",".__ne__, characters))
    if not answer:
        raise EOFError
    payload = json.loads(b64decode(answer))["payload"]
    if payload["type"] == "Error":
        raise SubprocessError(f"Pagefind failed: {payload['message']}")
