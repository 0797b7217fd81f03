"""The staged folder: a plain Markdown site, of which only what changed is written."""

from collections.abc import Mapping
from pathlib import Path


def stage(files: Mapping[str, str], folder: Path) -> None:
    """Make `folder` hold exactly these files; one that is as it should be is left untouched."""
    _remove_others(files, folder)
    for name, text in files.items():
        path = folder / name
        data = text.encode()
        if not path.is_file() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _remove_others(files: Mapping[str, str], folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in files:
            path.unlink()
