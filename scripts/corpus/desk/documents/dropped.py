"""The documents that were dropped in, each kept under the hash of its bytes."""

from pathlib import Path

from corpus.build.atomic import replace_file, write_new_file
from corpus.parsing.files import sha256_of


class DroppedDocuments:
    """The documents of the work on the desk."""

    def __init__(self, folder: Path) -> None:
        """The folder is made when a document is kept."""
        self._folder = folder

    def keep(self, data: bytes, sha256: str, ending: str) -> Path:
        """Keep a document, and return its file."""
        file = self.file(f"{sha256}{ending}")
        if not file.is_file():
            write_new_file(file, data)
        elif sha256_of(file) != sha256:
            replace_file(file, data)
        return file

    def file(self, name: str) -> Path:
        """Where the document of this file name is kept."""
        return self._folder / name
