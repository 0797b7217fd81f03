"""The styles and scripts of the desk, at an address that changes when any of them does."""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from corpus.paths import PACKAGE, THEME

_FOLDERS = {"assets": PACKAGE / "desk" / "assets", "theme": THEME / "assets"}
_FOR_A_YEAR = "private, max-age=31536000, immutable"


@cache
def address_of_files() -> str:
    """The path under which the desk serves them; a browser can keep what it loads from there."""
    return f"/files/{version_of(_FOLDERS.values())}"


def version_of(folders: Iterable[Path]) -> str:
    """A hash of the names and the content of all files in these folders."""
    found = sha256()
    for folder in folders:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            found.update(sha256(file.relative_to(folder).as_posix().encode()).digest())
            found.update(sha256(file.read_bytes()).digest())
    return found.hexdigest()[:16]


def mounted_files() -> list[Mount]:
    """The routes that serve them."""
    return [
        Mount(f"{address_of_files()}/{name}", _LastingFiles(directory=folder))
        for name, folder in _FOLDERS.items()
    ]


class _LastingFiles(StaticFiles):
    """Files that stay the same at their address."""

    def file_response(self, *args: Any, **settings: Any) -> Response:
        """Return a file that the browser may keep."""
        response = super().file_response(*args, **settings)
        response.headers["cache-control"] = _FOR_A_YEAR
        return response
