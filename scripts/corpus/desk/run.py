"""Serve the desk on this computer."""

import secrets
import socket
from collections.abc import Callable

import uvicorn

from corpus.desk.security import Access
from corpus.desk.server import application
from corpus.paths import CorpusPaths


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
    uvicorn.Server(config).run(sockets=[sock])
