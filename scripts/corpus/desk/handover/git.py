"""The git commands that the desk runs."""

import os
import subprocess

from corpus.desk.errors import HandoverError
from corpus.paths import CorpusPaths

GIT_FAILED = (
    "Git could not do this. Download the files instead, or ask the person who looks after the "
    "files."
)


class GitError(HandoverError):
    """Git ended with an error."""


def git(paths: CorpusPaths, *arguments: str, settings: dict[str, str] | None = None) -> str:
    """What git prints; raises `GitError`, or `HandoverError` if there is no git."""
    command = ["git", "-C", str(paths.root), *arguments]
    try:
        result = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=True,
            env={**os.environ, **(settings or {})},
        )
    except FileNotFoundError:
        raise HandoverError("Git is not installed on this computer.") from None
    except subprocess.CalledProcessError as error:
        raise GitError(GIT_FAILED, error.stderr.decode(errors="replace").strip()) from None
    return result.stdout.decode("utf-8", "surrogateescape").strip("\n")


def has_git(paths: CorpusPaths) -> bool:
    """Whether the collection is in a git repository with at least one commit."""
    return _is_commit(paths, "HEAD")


def has_branch(paths: CorpusPaths, branch: str) -> bool:
    """Whether there is a branch of this name."""
    return _is_commit(paths, f"refs/heads/{branch}")


def _is_commit(paths: CorpusPaths, name: str) -> bool:
    try:
        return bool(git(paths, "rev-parse", "--verify", "--quiet", name))
    except HandoverError:
        return False
