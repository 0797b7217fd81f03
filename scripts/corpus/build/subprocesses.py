"""Programs that others wrote: run to their end, and their words kept where they fail."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from signal import Signals

_LONGEST = 300


class SubprocessError(Exception):
    """A program failed; the message says in one line why, and where all of its words are."""


def run(
    name: str, command: Sequence[str | Path], log: Path, environment: Mapping[str, str]
) -> None:
    """Run a command to its end; raises `SubprocessError` and writes `log` where it fails."""
    done = subprocess.run(
        command,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise SubprocessError(f"{name} failed: {_why(done)}; {_kept(done.stdout, log)}")


def _why(done: subprocess.CompletedProcess[str]) -> str:
    """The line that tells most: the first warning or error, else the last one."""
    if done.returncode < 0:
        return f"it was ended by {Signals(-done.returncode).name}"
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith(("WARNING", "ERROR"))]
    line = (told or lines[-1:] or ["it said nothing"])[0]
    return "".join(sign if sign.isprintable() else "?" for sign in line[:_LONGEST])


def _kept(words: str, log: Path) -> str:
    """Where the words are kept, or why they are not."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text(words, encoding="utf-8")
    except OSError as error:
        return f"all that it said cannot be kept: {error.strerror}"
    return f"all that it said is in {log}"
