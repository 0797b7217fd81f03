"""Several files written, or none of them."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, str]) -> None:
    """Write every file with its folders; raises `OSError`, and then all is as it was.

    A file that is there is replaced in one step, so that nobody sees half of it.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in files}
    drafts = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts[path].write_bytes(text.encode())
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError:
        _restore(before)
        raise
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def _restore(before: Mapping[Path, bytes | None]) -> None:
    for path, data in before.items():
        with suppress(OSError):
            if data is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != data:
                path.write_bytes(data)
