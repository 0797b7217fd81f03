"""The command `desk`, run for the tests that need it."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.paths import SCRIPTS, CorpusPaths


@dataclass(frozen=True)
class DeskProgram:
    """A desk that runs."""

    address: str
    """With the token of this run."""
    process: subprocess.Popen[str]

    @property
    def home(self) -> str:
        """The address without the token."""
        return self.address.partition("?")[0]

    @property
    def port(self) -> str:
        """The port that it listens on."""
        return self.home.rstrip("/").rpartition(":")[2]


@contextmanager
def desk_at(paths: CorpusPaths, port: str = "0") -> Iterator[DeskProgram]:
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
