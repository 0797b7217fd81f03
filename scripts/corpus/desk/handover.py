"""Hand finished work over: a git branch with a commit for each opinion, or files to download."""

import io
import os
import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from corpus.citations.names import Names
from corpus.desk.workspace import Workspace, opinion_at
from corpus.library.ledger import seal_path
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths

_BRANCH = re.compile(r"desk-[0-9-]+")


class HandoverError(Exception):
    """Nothing was handed over; the message says why."""


@dataclass(frozen=True, slots=True)
class Handover:
    """A branch with finished work."""

    branch: str
    commits: tuple[str, ...]
    """The message of each commit."""
    opinions: frozenset[OpinionId]
    """The opinions that the commits change."""


def has_git(paths: CorpusPaths) -> bool:
    """Whether the collection is in a git repository with at least one commit."""
    try:
        return bool(_git(paths, "rev-parse", "--verify", "--quiet", "HEAD"))
    except HandoverError:
        return False


def hand_over(paths: CorpusPaths, commission: Commission, moment: str) -> Handover:
    """Make a branch with one commit for each changed opinion; the working folder stays as it is.

    `moment` makes the name of the branch. Raises `HandoverError`.
    """
    files_of = _changed_files(paths)
    commits = {_message(opinion, commission): files for opinion, files in files_of.items()}
    if not commits:
        raise HandoverError("There is nothing new to hand over.")
    head = _git(paths, "rev-parse", "HEAD")
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(paths, "read-tree", head, settings=index)
        for message, files in sorted(commits.items()):
            _git(paths, "add", "--all", "--", *files, settings=index)
            tree = _git(paths, "write-tree", settings=index)
            commit = ("commit-tree", tree, "-p", head, "-m", message)
            head = _git(paths, *_author(paths), *commit)
    branch = f"desk-{moment}"
    _git(paths, "branch", branch, head)
    return Handover(branch, tuple(sorted(commits)), frozenset(filter(None, files_of)))


def send(paths: CorpusPaths, branch: str) -> str:
    """Send a branch that was made here to where the repository came from.

    Return the address at which GitHub proposes it, or nothing if it is not on GitHub. Raises
    `HandoverError`.
    """
    if not _BRANCH.fullmatch(branch):
        raise HandoverError("This is not a branch of the desk.")
    _git(paths, "push", "origin", f"{branch}:{branch}")
    remote = _git(paths, "remote", "get-url", "origin")
    on_github = re.fullmatch(r"(?:https://|git@)github\.com[/:](.+?)(?:\.git)?/?", remote)
    return f"https://github.com/{on_github[1]}/pull/new/{branch}" if on_github else ""


def opinions_as_in(
    paths: CorpusPaths, branch: str, opinions: Iterable[OpinionId]
) -> frozenset[OpinionId]:
    """Those of these opinions whose record and seal are as a branch has them."""
    same = (opinion for opinion in opinions if _is_as_in(paths, branch, opinion))
    return frozenset(same)


def _is_as_in(paths: CorpusPaths, branch: str, opinion: OpinionId) -> bool:
    for name in (f"opinions/{opinion}.md", seal_path(opinion)):
        is_file = (paths.root / name).is_file()
        present = _git(paths, "hash-object", "--", name) if is_file else ""
        try:
            sent = _git(paths, "rev-parse", "--verify", "--quiet", f"{branch}:./{name}")
        except HandoverError:
            sent = ""
        if present != sent:
            return False
    return True


def files_to_download(paths: CorpusPaths, workspace: Workspace, others: Iterable[str]) -> bytes:
    """A ZIP file with the records that were saved, their seals and documents, and other files."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, strict_timestamps=False) as packed:
        for work in workspace.all():
            opinion = opinion_at(work.record)
            if opinion is None:
                continue
            document = paths.opinions / "sources" / str(opinion)
            folder = document.parent
            sources = sorted(folder.glob(f"{document.name}.*")) if folder.is_dir() else []
            names = [work.record, seal_path(opinion), *map(paths.relative, sources)]
            for name in names:
                if (paths.root / name).is_file():
                    packed.write(paths.root / name, name)
        for name in others:
            packed.write(paths.root / name, name)
    return content.getvalue()


def _changed_files(paths: CorpusPaths) -> dict[OpinionId | None, list[str]]:
    """The changed files of each opinion, and those of the whole collection."""
    listed = _git(
        paths, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."
    )
    groups: dict[OpinionId | None, list[str]] = defaultdict(list)
    prefix = _git(paths, "rev-parse", "--show-prefix")
    for entry in filter(None, listed.split("\0")):
        path = entry[3:].removeprefix(prefix)
        if PurePosixPath(path).name.startswith("."):
            continue  # half a file of a program that was stopped
        opinion = opinion_at(path)
        if opinion or PurePosixPath(path).parts[0] in {"standards", "opinions"}:
            groups[opinion].append(path)
    return groups


def _message(opinion: OpinionId | None, commission: Commission) -> str:
    if opinion is None:
        return "What opinions cite, and the lists of the collection"
    return Names(commission).long(opinion)


def _author(paths: CorpusPaths) -> tuple[str, ...]:
    """The settings that git needs if it does not know who works here."""
    try:
        _git(paths, "config", "user.email")
    except HandoverError:
        return ("-c", "user.name=The desk", "-c", "user.email=desk@localhost")
    return ()


def _git(paths: CorpusPaths, *arguments: str, settings: dict[str, str] | None = None) -> str:
    command = ["git", "-C", str(paths.root), *arguments]
    try:
        result = subprocess.run(
            command, capture_output=True, check=True, env=_environment(settings or {})
        )
    except FileNotFoundError:
        raise HandoverError("Git is not installed on this computer.") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise HandoverError(f"Git could not do it: {reason}") from None
    return result.stdout.decode("utf-8", "surrogateescape").strip("\n")


def _environment(settings: dict[str, str]) -> dict[str, str]:
    return {**os.environ, **settings}
