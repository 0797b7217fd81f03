"""Files that a change adds, alters or removes, and that are not part of the collection."""

import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_THESAURUS = "opinions/thesaurus.yml"
_LINKS = ("tests/checks/rules/OP013/",)
"""Where symbolic links belong; a copy of a revision has no links, so these are not compared."""


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that changes, by its path."""

    path: str
    is_removed: bool


def other_files(old: Path, new: Path, shown: Collection[str]) -> Iterator[OtherFile]:
    """Each file that differs between two folders; `shown` are those that have other sections."""
    before, after = _paths(old), _paths(new)
    for path in sorted(before | after):
        is_hidden = Path(path).name.startswith(".")
        is_shown = path in shown and path != _THESAURUS and not is_hidden
        if not is_shown and _content(old / path) != _content(new / path):
            yield OtherFile(path, is_removed=path not in after)


def _paths(folder: Path) -> set[str]:
    """The files in a folder: in a repository, those that git does not ignore."""
    command = ["git", "-C", str(folder), "ls-files", "-z", "--cached", "--others"]
    run = subprocess.run([*command, "--exclude-standard"], capture_output=True, check=False)
    listed = run.stdout.decode("utf-8", "surrogateescape").split("\0")
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    files = listed if run.stdout else found
    return {path for path in files if path and _is_file(folder / path, path)}


def _is_file(file: Path, path: str) -> bool:
    return not path.startswith(_LINKS) if file.is_symlink() else file.is_file()


def _content(path: Path) -> bytes | None:
    """What is in a file, or where a link leads; None if there is neither."""
    try:
        return bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
