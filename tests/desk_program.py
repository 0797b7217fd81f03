"""The desk at an address of this computer: in this process, or as the program itself."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread

import uvicorn

from corpus.desk.routes import application
from corpus.desk.run import open_port
from corpus.desk.security import Access
from corpus.paths import SCRIPTS, CorpusPaths
from warm_readers import warm_readers

TOKEN = "of-this-run"  # noqa: S105 - of no other desk


@dataclass(frozen=True)
class ServedDesk:
    """A desk that answers a browser."""

    address: str
    """With the token of this run."""

    @property
    def home(self) -> str:
        """The address without the token."""
        return self.address.partition("?")[0]


@dataclass(frozen=True)
class DeskProgram(ServedDesk):
    """A desk that runs in a process of its own."""

    process: subprocess.Popen[str]

    @property
    def port(self) -> str:
        """The port that it listens on."""
        return self.home.rstrip("/").rpartition(":")[2]


@contextmanager
def desk_at(paths: CorpusPaths) -> Iterator[ServedDesk]:
    """Serve the desk for a corpus from this process, which has loaded its modules already."""
    with open_port(0) as sock, warm_readers():
        access = Access.at(sock.getsockname()[1], TOKEN)
        server = uvicorn.Server(
            uvicorn.Config(application(paths, access), log_level="warning", access_log=False)
        )
        thread = Thread(target=server.run, args=([sock],))
        thread.start()
        try:
            yield ServedDesk(access.home)
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def desk_program_at(paths: CorpusPaths, port: str = "0") -> Iterator[DeskProgram]:
    """Run the desk for a corpus; it is killed at the end, as it may be at any moment."""
    command = [sys.executable, str(SCRIPTS / "desk.py"), "--root", str(paths.root)]
    command += ["--port", port, "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            found = re.search(r"http\S+", line)
            assert found, line
            yield DeskProgram(found[0], process)
        finally:
            process.kill()
