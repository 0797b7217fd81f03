"""Put files into a folder as hard links, which takes less time and space than copies.

Nobody may write to a linked file; whoever changes it puts a new file in its place.
"""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile


def link_files(folder: Path, files: Mapping[str, Path]) -> None:
    """Link files below a folder, each at its new path."""
    for name, file in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        _link(file, target)


def replace_with_links(folder: Path, files: Mapping[str, Path]) -> None:
    """Link files below a folder; each replaces the file at its path in one step."""
    for name, file in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.new")
        draft.unlink(missing_ok=True)
        _link(file, draft)
        draft.replace(target)
        draft.unlink(missing_ok=True)  # a rename to a link of the same file does nothing


def _link(file: Path, target: Path) -> None:
    """Link a file, or copy it if the system cannot link, as from one disk to another."""
    try:
        target.hardlink_to(file)
    except FileExistsError:  # a copy would be written through the link that is there
        raise
    except OSError:
        copyfile(file, target)
