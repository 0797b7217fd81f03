"""Files that a change adds, alters or removes, and that are not part of the collection."""

import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

_THESAURUS = "opinions/thesaurus.yml"
_SUBMODULE = "160000"
"""The mode that git gives a repository inside a repository."""


class FileKind(Enum):
    """What git keeps at a path."""

    FILE = "a file"
    EXECUTABLE = "a file that can be run"
    LINK = "a link"
    SUBMODULE = "a repository"


@dataclass(frozen=True, slots=True)
class OtherFile:
    """A file that changes, by its path."""

    path: str
    is_removed: bool = False
    kind: FileKind = FileKind.FILE
    """What it is now, or was until it is removed."""
    has_other_kind: bool = False
    """Whether it was a plain file, a link or a repository before, and is another of these now."""


def other_files(old: Path, new: Path, shown: Collection[str]) -> Iterator[OtherFile]:
    """Each file that differs between two folders; `shown` are those that have other sections."""
    before, after = _kinds(old), _kinds(new)
    for path in sorted({**before, **after}):
        is_hidden = Path(path).name.startswith(".")
        is_shown = path in shown and path != _THESAURUS and not is_hidden
        was, now = before.get(path), after.get(path)
        has_other_kind = (was or FileKind.FILE) is not (now or was)
        differs = was is not now or _content(old / path) != _content(new / path)
        if has_other_kind or (differs and not is_shown):
            kind = now or was or FileKind.FILE
            yield OtherFile(path, now is None, kind, has_other_kind)


def _kinds(folder: Path) -> Mapping[str, FileKind]:
    """What is at each path of a folder: in a repository, of those that git does not ignore."""
    command = ["git", "-C", str(folder), "ls-files", "-z", "--exclude-standard"]
    tracked, others = (
        subprocess.run([*command, *options], capture_output=True, check=False)
        .stdout.decode("utf-8", "surrogateescape")
        .split("\0")
        for options in (("--stage",), ("--others",))
    )
    modes = {path: entry[:6] for entry in tracked for _, _, path in [entry.partition("\t")]}
    listed = [*modes, *others]
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    paths = filter(None, listed if any(listed) else found)
    kinds = ((path, _kind(folder / path, modes.get(path, ""))) for path in paths)
    return {path: kind for path, kind in kinds if kind}


def _kind(file: Path, mode: str) -> FileKind | None:
    """What is at a path, which has this mode in git; None if it is a folder or is not there."""
    if mode == _SUBMODULE:
        return FileKind.SUBMODULE
    if file.is_symlink():
        return FileKind.LINK
    if not file.is_file():
        return None
    is_executable = mode == "100755" if mode else bool(file.stat().st_mode & 0o100)
    return FileKind.EXECUTABLE if is_executable else FileKind.FILE


def _content(path: Path) -> bytes | None:
    """What is in a file, or where a link leads; None if there is neither."""
    try:
        return bytes(path.readlink()) if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
