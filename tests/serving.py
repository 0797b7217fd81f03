"""The command `serve`, run for the tests that need it."""

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from corpus.paths import SCRIPTS, CorpusPaths


@contextmanager
def serving(paths: CorpusPaths) -> Iterator[str]:
    """Serve a corpus, and yield the address of its site; the server must end without an error."""
    port = _free_port()
    command = [sys.executable, str(SCRIPTS / "serve.py"), "--port", str(port)]
    command += ["--root", str(paths.root)]
    # A program started in the background ignores Ctrl-C, and so would its children.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    server = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        assert any(b"Serving on" in line for line in server.stderr or ())
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=30)
    assert server.returncode == 0


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
