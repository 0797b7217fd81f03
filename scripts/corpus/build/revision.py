"""The files of a corpus at a revision of its repository."""

import io
import subprocess
import tarfile
from pathlib import Path


class RevisionError(Exception):
    """A name is neither a folder nor a revision. The message says what to type instead."""


def extract_revision(name: str, repository: Path, folder: Path) -> None:
    """Write the files at a revision to a folder; raise `RevisionError` if there is none."""
    git = ["git", "-C", str(repository), "archive", "--format=tar", f"{name}^{{tree}}"]
    run = subprocess.run(git, capture_output=True, check=False)
    if run.returncode:
        raise RevisionError(_explain(name, repository))
    with tarfile.open(fileobj=io.BytesIO(run.stdout)) as archive:
        archive.extractall(folder, filter="data")


def _explain(name: str, repository: Path) -> str:
    git = ["git", "-C", str(repository), "rev-parse", "--is-shallow-repository"]
    if subprocess.run(git, capture_output=True, check=False).stdout.strip() == b"true":
        return f"this clone is shallow and lacks `{name}`; type `git fetch --unshallow` first"
    return f"`{name}` is neither a folder nor a revision; type a folder, a branch or a commit"
