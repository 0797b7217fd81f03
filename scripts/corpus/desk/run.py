"""Serve the desk on this computer."""

import os
import secrets
import signal
import socket
from collections.abc import Callable
from threading import Timer
from types import FrameType
from typing import NoReturn

import uvicorn

from corpus.desk.routes import application
from corpus.desk.security import Access
from corpus.paths import CorpusPaths

_MOMENT = 3.0
"""Seconds in which the answers to what was asked before Ctrl-C can still arrive."""


def open_port(port: int) -> socket.socket:
    """A port that only this computer can reach; 0 is any free one. Raises `OSError`."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        opened.bind(("127.0.0.1", port))
        opened.listen()  # who comes before the server is ready waits
    except OSError:
        opened.close()
        raise
    return opened


def serve(paths: CorpusPaths, sock: socket.socket, greet: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `greet` gets the address, with the token of this run."""
    port = sock.getsockname()[1]
    access = Access.at(port, secrets.token_urlsafe(24))
    config = uvicorn.Config(
        application(paths, access), log_level="warning", access_log=False, server_header=False
    )
    greet(access.home)
    _Server(config).run(sockets=[sock])


class _Server(uvicorn.Server):
    """A server that waits only a moment for answers that are on their way."""

    _is_interrupted = False

    def run(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until a signal; raise `KeyboardInterrupt` after Ctrl-C.

        uvicorn raises the signal again when it has ended, and Python may note it too late.
        """
        super().run(sockets)
        if self._is_interrupted:
            raise KeyboardInterrupt

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End; all that was kept is on disk already."""
        self._is_interrupted = self._is_interrupted or sig == signal.SIGINT
        deadline = Timer(_MOMENT, _end)
        deadline.daemon = True
        deadline.start()
        super().handle_exit(sig, frame)


def _end() -> NoReturn:
    """End this program without waiting for a thread that waits for another program."""
    os._exit(128 + signal.SIGINT)  # as a shell says that Ctrl-C ended it
