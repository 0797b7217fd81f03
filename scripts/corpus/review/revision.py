"""The files of a corpus at a revision of its repository."""

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_PLAIN, _EXECUTABLE = b"100644", b"100755"
"""The modes of regular files in a tree; others are links and repositories in the repository."""
_BLOB_WORDS = 3
"""Git describes contents by their hash, their kind and their size, and says if they are missing."""


class RevisionError(Exception):
    """A revision cannot be read, or there is none of this name. The message says what to type."""


def is_revision(name: str, repository: Path) -> bool:
    """Whether the repository has a revision of this name."""
    return _tree(name, repository) != ""


def extract_revision(name: str, repository: Path, folder: Path, below: str = ".") -> None:
    """Write the regular files at a revision to a folder; raises `RevisionError` if one is missing.

    With `below`, only the files in this folder of the revision are written. No attribute in the
    revision, such as `export-ignore`, can hide a file.
    """
    tree = _tree(name, repository)
    if not tree:
        raise RevisionError(_explain(name, repository))
    files = _regular_files(tree, below, name, repository)
    for file, content in zip(files, _contents(files, name, repository), strict=True):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        if file.is_executable:
            path.chmod(0o755)


class _File(NamedTuple):
    """A regular file in a tree."""

    path: str
    blob: bytes
    """The hash under which git keeps its contents."""
    is_executable: bool


def _regular_files(tree: str, below: str, name: str, repository: Path) -> list[_File]:
    listed = _run(repository, "ls-tree", "-r", "-z", "--full-tree", tree, below)
    if listed.returncode != 0:
        raise RevisionError(f"this clone lacks a folder of `{name}`; clone it again")
    files = []
    for entry in filter(None, listed.stdout.split(b"\0")):
        described, path = entry.split(b"\t", 1)
        mode, _, blob = described.split()
        if mode in {_PLAIN, _EXECUTABLE} and b".." not in path.split(b"/"):
            files.append(_File(path.decode("utf-8", "surrogateescape"), blob, mode == _EXECUTABLE))
    return files


def _contents(files: Sequence[_File], name: str, repository: Path) -> Iterator[bytes]:
    """Yield the contents of files, each after a line that describes them."""
    batch = _git(repository, "cat-file", "--batch", lines=b"\n".join(file.blob for file in files))
    start = 0
    for file in files:
        head = batch.find(b"\n", start) + 1
        described = batch[start:head].split()
        if len(described) != _BLOB_WORDS:
            raise RevisionError(f"this clone lacks a file of `{name}`, {file.path}; clone it again")
        start = head + int(described[2]) + 1
        yield batch[head : start - 1]


def _tree(name: str, repository: Path) -> str:
    """The hash of the tree of a revision; empty if there is no such revision."""
    options = ("--verify", "--quiet", "--end-of-options")
    return _git(repository, "rev-parse", *options, f"{name}^{{tree}}").decode().strip()


def _explain(name: str, repository: Path) -> str:
    if _git(repository, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return f"this clone is shallow and lacks `{name}`; type `git fetch --unshallow` first"
    return f"`{name}` is neither a folder nor a revision; type a folder, a branch or a commit"


def _git(repository: Path, *arguments: str, lines: bytes = b"") -> bytes:
    """What git prints; nothing if it fails."""
    done = _run(repository, *arguments, lines=lines)
    return done.stdout if done.returncode == 0 else b""


def _run(
    repository: Path, *arguments: str, lines: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(repository), *arguments]
    return subprocess.run(command, input=lines, capture_output=True, check=False)
