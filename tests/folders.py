"""The files of a folder, to compare them."""

from pathlib import Path

from corpus.paths import files_below


def texts_below(folder: Path) -> dict[str, str]:
    """The text of every file below a folder, by its path."""
    return {name: (folder / name).read_text(encoding="utf-8") for name in files_below(folder)}


def bytes_below(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder, by its path."""
    return {name: (folder / name).read_bytes() for name in files_below(folder)}
