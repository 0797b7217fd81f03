"""A Python for the tests that start the same commands again and again.

It has loaded the packages of the commands and compiled the patterns of a collection, and forks for
each program. The modules of a program are those of its own folder, as always; those that are files
of this repository, or links to them, are loaded already.
"""

import atexit
import gc
import marshal
import os
import resource
import runpy
import select
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from types import ModuleType

_TESTS = Path(__file__).parent
_SCRIPTS = str(_TESTS.parent / "scripts")
_modules_here: dict[str, ModuleType] = {}
MAX_SECONDS = 20
"""The processor time after which a program is ended, also if nobody waits for it any more."""


@cache
def warm_python() -> list[str]:
    """Return the command that stands for `python` when it is given the file of a program."""
    folder = mkdtemp()
    address = f"{folder}/socket"
    command = [sys.executable, "-B", str(Path(__file__)), address]
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": f"{_SCRIPTS}:{_TESTS}"}
    server = subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment)
    stdin, stdout = server.stdin, server.stdout
    assert stdin
    assert stdout
    assert stdout.readline() == b"ready\n"

    def stop() -> None:
        stdin.close()
        server.wait()
        stdout.close()
        shutil.rmtree(folder)

    atexit.register(stop)
    return [sys.executable, "-I", "-S", str(_TESTS / "ask_warm_python.py"), address]


def _serve(address: str) -> None:
    """Answer until the test process has closed the standard input."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(address)
        server.listen(64)
        _load_packages()
        gc.freeze()  # else each program would copy the memory of all that is loaded
        print("ready", flush=True)  # noqa: T201
        while server in select.select([server, sys.stdin], [], [])[0]:
            caller, _ = server.accept()
            _reap()
            if os.fork() == 0:
                server.close()
                _answer(caller)
            caller.close()
        _reap()


def _load_packages() -> None:
    """Load what the commands load, and set aside the modules that are their own."""
    for name in ("corpus.checks.runner", "corpus.cli", "corpus.build.site", "factories"):
        import_module(name)
    with TemporaryDirectory() as folder:
        corpus = sys.modules["factories"].write_corpus(Path(folder))
        sys.modules["corpus.checks.runner"].check_paths(corpus)
    for name in [name for name in sys.modules if name.partition(".")[0] == "corpus"]:
        _modules_here[name] = sys.modules.pop(name)
    sys.path = [path for path in sys.path if path not in {_SCRIPTS, str(_TESTS)}]


def _reap() -> None:
    """Take leave of the programs that have ended, so that their time counts as that of the run."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _answer(caller: socket.socket) -> None:
    """Run the program of a caller in a process of its own, and send the caller its exit code."""
    _, files, *_ = socket.recv_fds(caller, 1, 3)
    with caller.makefile("rb") as stream:
        arguments, folder, environment, limit = marshal.loads(stream.read())  # noqa: S302
    for number, file in enumerate(files):
        os.dup2(file, number)
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    sys.stderr = os.fdopen(2, "w", 1, errors="backslashreplace")
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    resource.setrlimit(resource.RLIMIT_AS, limit)
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    _run(arguments, caller)


def _run(arguments: list[str], caller: socket.socket) -> None:
    """Run the file of a program and end, as Python does."""
    program, *_ = arguments
    sys.argv = arguments
    sys.path[0] = folder = str(Path(program).resolve().parent)
    sys.modules.update(_modules_of(folder))
    code = 1
    atexit.register(lambda: _end(caller, code))
    try:
        runpy.run_path(program, run_name="__main__")
    except SystemExit as end:
        code = int(end.code or 0)
    sys.exit(code)


def _end(caller: socket.socket, code: int) -> None:
    """End at once, instead of freeing memory that is shared and would first be copied."""
    sys.stdout.flush()
    sys.stderr.flush()
    with suppress(BrokenPipeError):
        caller.sendall(b"%d" % code)
    os._exit(code)


def _modules_of(folder: str) -> dict[str, ModuleType]:
    """Return the loaded modules whose files are in a folder too, as links or because it is here."""
    return {
        name: module
        for name, module in _modules_here.items()
        if _is_same(str(module.__file__).replace(_SCRIPTS, folder, 1), str(module.__file__))
    }


def _is_same(file: str, other: str) -> bool:
    return os.path.exists(file) and os.path.samefile(file, other)  # noqa: PTH110, PTH121


if __name__ == "__main__":
    _serve(sys.argv[1])
