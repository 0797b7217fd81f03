"""The commands as a person types them, run without a process of their own."""

import runpy
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from subprocess import CompletedProcess
from unittest.mock import patch

import pytest

from corpus.paths import SCRIPTS


def run(verb: str, *arguments: str | Path, data: bytes = b"") -> CompletedProcess[str]:
    """Run a command, with this standard input, and return its code and what it printed.

    It is the same program with the same arguments, but Python and the modules are not loaded anew.
    """
    script = str(SCRIPTS / f"{verb}.py")
    command = [script, *map(str, arguments)]
    stdin, stdout, stderr = (TextIOWrapper(BytesIO(given)) for given in (data, b"", b""))
    with (
        patch.multiple(sys, argv=command, stdin=stdin),
        redirect_stdout(stdout),
        redirect_stderr(stderr),
    ):
        code = _exit_code(script)
    return CompletedProcess(command, code, _text(stdout), _text(stderr))


def _exit_code(script: str) -> int:
    """Return the code with which a program ends."""
    with pytest.raises(SystemExit) as end:
        runpy.run_path(script, run_name="__main__")
    assert isinstance(end.value.code, int), end.value.code
    return end.value.code


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()
