"""Put files into a folder as hard links, which takes less time and space than copies.

Nobody may write to a linked file; whoever changes it puts a new file in its place.
"""

from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile


def link_files(folder: Path, files: Mapping[str, Path]) -> None:
    """Link files below a folder, each at its new path."""
    for name, file in files.items():
        link_or_copy(file, _place_for(folder / name))


def replace_with_links(folder: Path, files: Mapping[str, Path]) -> None:
    """Link files below a folder; each replaces the file at its path in one step."""
    for name, file in files.items():
        target = _place_for(folder / name)
        temporary = target.with_name(f".{target.name}.new")
        temporary.unlink(missing_ok=True)
        link_or_copy(file, temporary)
        temporary.replace(target)
        temporary.unlink(missing_ok=True)  # a rename to a link of the same file does nothing


def _place_for(target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def link_or_copy(file: str | Path, target: str | Path) -> None:
    """Link a file, or copy it if the system cannot link, as from one disk to another."""
    try:
        Path(target).hardlink_to(file)
    except FileExistsError:  # a copy would be written through the link that is there
        raise
    except OSError:
        copyfile(file, target)
