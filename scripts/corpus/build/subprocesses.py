"""Run an external program, and save its output if it fails."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from signal import Signals

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
        reason = _reason(process.returncode, process.stdout)
        raise SubprocessError(f"{name} failed: {reason}; {_save(process.stdout, log)}")


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
