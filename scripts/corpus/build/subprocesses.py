"""Run a program of somebody else, and save its output if it fails."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from signal import Signals
from tempfile import TemporaryFile
from typing import IO

_MAX_LENGTH = 300

_SAFE_PATH = {"PYTHONSAFEPATH": "1"}
"""`python -m` imports nothing from the working folder, whatever files are there."""


class SubprocessError(Exception):
    """A program failed; the message says in one line why, and where its output is."""


def run(
    name: str, command: Sequence[str | Path], log: Path, environment: Mapping[str, str]
) -> None:
    """Run a command to its end; raises `SubprocessError` and writes `log` if it fails."""
    process = subprocess.run(
        command,
        env={**os.environ, **_SAFE_PATH, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if process.returncode:
        raise _failure(name, process.returncode, process.stdout, log)


@contextmanager
def conversation(
    name: str, command: Sequence[str | Path], log: Path, environment: Mapping[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command that answers what is written to its input, until the block ends.

    A block that gets no answer raises `OSError` or `EOFError`. Raises `SubprocessError` then, and
    if the command fails, and writes `log`.
    """
    with TemporaryFile() as messages:
        process = subprocess.Popen(
            command,
            env={**os.environ, **_SAFE_PATH, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=messages,
        )
        try:
            with process:
                yield process
        except (OSError, EOFError) as error:
            raise _failure(name, process.returncode, _content(messages), log) from error
        if process.returncode:
            raise _failure(name, process.returncode, _content(messages), log)


def _content(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode("utf-8", errors="replace")


def _failure(name: str, code: int, output: str, log: Path) -> SubprocessError:
    return SubprocessError(f"{name} failed: {_reason(code, output)}; {_save(output, log)}")


def _reason(code: int, output: str) -> str:
    """The first warning or error in the output, else its last line."""
    if code < 0:
        return f"it was ended by {Signals(-code).name}"
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    problems = [line for line in lines if line.startswith(("WARNING", "ERROR"))]
    line = (problems or lines[-1:] or ["it printed nothing"])[0]
    return "".join(char if char.isprintable() else "?" for char in line[:_MAX_LENGTH])


def _save(output: str, log: Path) -> str:
    """Save the output; say where it is, or why it cannot be saved."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(output, encoding="utf-8")
    except OSError as error:
        return f"its output cannot be saved: {error.strerror}"
    return f"its output is in {log}"
