"""Hand finished work over: a git branch with a commit for each opinion, or files to download."""

import io
import os
import re
import signal
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from corpus.citations.names import Names
from corpus.desk.prepared import Prepared, PreparedBranches
from corpus.desk.workspace import Workspace, opinion_at
from corpus.library.ledger import seal_path
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.parsing.front_matter import read_markdown
from corpus.paths import CorpusPaths

_FAILED = (
    "Git could not do this. Download the files instead, or ask the person who looks after the "
    "files."
)
_NO_ORIGIN = (
    "This copy of the collection does not say where its work is sent to. Download the files "
    "instead, and send them to the people who publish them."
)
_STAYS_READY = "It was not sent, and stays ready here."
_INSTEAD = (
    "Download the files and send them to the people who publish them, or ask the person who looks "
    "after the files{what}. Then choose “Send again”."
)
LONGEST_PUSH = 60
"""Seconds after which a push without an answer is ended."""
_NO_ANSWER = (
    "It was not sent, and stays ready here: the place where the collection is kept did not answer "
    "within a minute. Try again later. Or download the files and send them to the people who "
    "publish them."
)
_NO_NETWORK = (
    f"{_STAYS_READY} The place where the collection is kept cannot be reached. See whether this "
    "computer is online, then choose “Send again”."
)
_NOT_SIGNED_IN = (
    f"{_STAYS_READY} This computer is not signed in where the collection is kept. "
    + _INSTEAD.format(what=" to sign this computer in")
)
_NOT_SENT = (
    f"{_STAYS_READY} This computer is not signed in where the collection is kept, or cannot reach "
    f"it. {_INSTEAD.format(what=' to sign this computer in')}"
)
_WORDS_OF_GIT = (
    (
        re.compile("could not resolve|network is unreachable|timed out|refused", re.IGNORECASE),
        _NO_NETWORK,
    ),
    (
        re.compile(
            "could not read (?:username|password)|authentication failed|permission denied"
            "|prompts disabled|invalid username",
            re.IGNORECASE,
        ),
        _NOT_SIGNED_IN,
    ),
)
"""What git says, and what that means."""
_NOT_OF_THIS_DESK = "This desk did not prepare that. Choose “Prepare what was saved” first."


class HandoverError(Exception):
    """Nothing was handed over; the message says why, and what to do instead."""

    def __init__(self, message: str, reason: str = "") -> None:
        """`reason` has the words of git, for the person who looks after the files."""
        super().__init__(message)
        self.reason = reason


class _GitError(HandoverError):
    """Git ended with an error."""


def has_git(paths: CorpusPaths) -> bool:
    """Whether the collection is in a git repository with at least one commit."""
    try:
        return bool(_git(paths, "rev-parse", "--verify", "--quiet", "HEAD"))
    except HandoverError:
        return False


def has_branch(paths: CorpusPaths, branch: str) -> bool:
    """Whether there is a branch of this name."""
    try:
        return bool(_git(paths, "rev-parse", "--verify", "--quiet", f"refs/heads/{branch}"))
    except HandoverError:
        return False


def hand_over(
    paths: CorpusPaths, commission: Commission, branches: PreparedBranches, today: date
) -> Prepared:
    """Make a branch with one commit for each opinion that is new or changed since the last one.

    It goes on from the branch that was sent last; the working folder stays as it is. If the newest
    branch has the same files, it is that one. Raises `HandoverError`.
    """
    base = _base(paths, branches)
    groups = _changed_files(paths, base)
    files_of = {_message(opinion, commission): files for opinion, files in groups.items()}
    head, tree, commits = base, "", list[str]()
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        _git(paths, "read-tree", base, settings=index)
        before = tree = _git(paths, "write-tree", settings=index)
        for message, files in sorted(files_of.items()):
            _git(paths, "update-index", "--add", "--remove", "--", *files, settings=index)
            tree = _git(paths, "write-tree", settings=index)
            if tree != before:
                commit = ("commit-tree", tree, "-p", head, "-m", message)
                head, before = _git(paths, *_author(paths), *commit), tree
                commits.append(message)
    newest = branches.newest
    if newest and newest.tree == tree and has_branch(paths, newest.branch):
        return newest
    if not commits:
        raise HandoverError("There is nothing new to hand over.")
    branch = f"desk-{today}-{head[:10]}"  # the name of the commit, so that no two are alike
    opinions = frozenset(o for o in groups if o and _message(o, commission) in commits)
    prepared = Prepared(branch, tree, tuple(commits), opinions, today)
    branches.note(prepared)
    _git(paths, "update-ref", f"refs/heads/{branch}", head)
    return prepared


def _base(paths: CorpusPaths, branches: PreparedBranches) -> str:
    """The commit from which a branch goes on: that of the branch sent last, unless it is old."""
    head, sent = _git(paths, "rev-parse", "HEAD"), branches.last_sent
    if sent is None or not has_branch(paths, sent.branch):
        return head
    try:
        _git(paths, "merge-base", "--is-ancestor", head, sent.branch)
    except _GitError:
        return head
    return _git(paths, "rev-parse", sent.branch)


def send(paths: CorpusPaths, branch: str, branches: PreparedBranches) -> str:
    """Send a branch that was prepared here to where the repository came from.

    Return the address at which GitHub proposes it, or nothing if it is not on GitHub. Raises
    `HandoverError`.
    """
    if branches.get(branch) is None:
        raise HandoverError(_NOT_OF_THIS_DESK)
    try:
        remote = _git(paths, "remote", "get-url", "origin")
    except _GitError:
        raise HandoverError(_NO_ORIGIN) from None
    try:
        _push(paths, f"refs/heads/{branch}")
    except _GitError as error:
        raise HandoverError(_why_not_sent(error.reason), error.reason) from None
    on_github = re.fullmatch(r"(?:https://|git@)github\.com[/:](.+?)(?:\.git)?/?", remote)
    return f"https://github.com/{on_github[1]}/pull/new/{branch}" if on_github else ""


def _why_not_sent(reason: str) -> str:
    meanings = (meaning for words, meaning in _WORDS_OF_GIT if words.search(reason))
    return next(meanings, _NOT_SENT)


def opinions_as_in(
    paths: CorpusPaths, branch: str, opinions: Iterable[OpinionId]
) -> frozenset[OpinionId]:
    """The given opinions whose record and seal match the branch."""
    same = (opinion for opinion in opinions if _is_as_in(paths, branch, opinion))
    return frozenset(same)


def _is_as_in(paths: CorpusPaths, branch: str, opinion: OpinionId) -> bool:
    for name in (f"opinions/{opinion}.md", seal_path(opinion)):
        is_file = (paths.root / name).is_file()
        present = _git(paths, "hash-object", "--", name) if is_file else ""
        try:
            sent = _git(paths, "rev-parse", "--verify", "--quiet", f"{branch}:./{name}")
        except _GitError:
            sent = ""
        if present != sent:
            return False
    return True


def files_to_download(paths: CorpusPaths, workspace: Workspace, others: Iterable[str]) -> bytes:
    """A ZIP file with the records that were saved, their seals and documents, and other files.

    While the files are the same, so is every byte. Raises `HandoverError` if there are none.
    """
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, strict_timestamps=False) as packed:
        of_records = (name for record in workspace.records() for name in _files_of(paths, record))
        for name in dict.fromkeys([*of_records, *others]):
            packed.write(paths.root / name, name)
        if not packed.namelist():
            raise HandoverError("Nothing was saved at this desk yet, so there is nothing to take.")
    return content.getvalue()


def _files_of(paths: CorpusPaths, record: str) -> Iterator[str]:
    """The file of a record, its seal, and the document that it names, as far as they are there."""
    yield record
    opinion = opinion_at(record)
    if opinion and (paths.root / seal_path(opinion)).is_file():
        yield seal_path(opinion)
    match read_markdown(paths.root / record, record).fields:
        case {"source": {"file": str(document)}}:
            file = (paths.root / document).resolve()
            if file.is_file() and file.is_relative_to((paths.opinions / "sources").resolve()):
                yield paths.relative(file)


def _changed_files(paths: CorpusPaths, base: str) -> dict[OpinionId | None, list[str]]:
    """The files of each opinion, and those of the whole collection, that may differ from a commit.

    Those are the ones that differ from the present commit, and what was changed in between.
    """
    listed = _git(
        paths, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."
    )
    groups: dict[OpinionId | None, list[str]] = defaultdict(list)
    prefix = _git(paths, "rev-parse", "--show-prefix")
    since = _git(paths, "diff", "--name-only", "-z", "--no-renames", "HEAD", base, "--", ".")
    changed = [entry[3:] for entry in listed.split("\0")]
    for name in sorted({*filter(None, changed), *filter(None, since.split("\0"))}):
        path = name.removeprefix(prefix)
        if PurePosixPath(path).name.startswith("."):
            continue  # half a file of a program that was stopped
        opinion = opinion_at(path)
        if opinion or PurePosixPath(path).parts[0] in {"standards", "opinions"}:
            groups[opinion].append(path)
    return groups


def _message(opinion: OpinionId | None, commission: Commission) -> str:
    if opinion is None:
        return "Rules, laws and topics that were added or changed"
    return Names(commission).long(opinion)


def _author(paths: CorpusPaths) -> tuple[str, ...]:
    """The settings that git needs if it does not know who works here."""
    try:
        _git(paths, "config", "user.email")
    except _GitError:
        return ("-c", "user.name=The desk", "-c", "user.email=desk@localhost")
    return ()


def _no_questions(paths: CorpusPaths) -> dict[str, str]:
    """Settings with which git fails where it would ask for a password in the terminal."""
    try:
        ssh = _git(paths, "config", "core.sshCommand")
    except _GitError:
        ssh = "ssh"
    ssh = os.environ.get("GIT_SSH_COMMAND", ssh)
    return {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": f"{ssh} -oBatchMode=yes"}


def _push(paths: CorpusPaths, name: str) -> None:
    """Send a branch; git and the programs that it starts are ended if they take too long."""
    patience = ("-c", "http.lowSpeedLimit=1", "-c", f"http.lowSpeedTime={LONGEST_PUSH}")
    push = ("push", "--quiet", "origin", f"{name}:{name}")
    command = ["git", "-C", str(paths.root), *patience, *push]
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **_no_questions(paths)},
        start_new_session=True,
    ) as process:
        try:
            _, reason = process.communicate(timeout=LONGEST_PUSH)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise HandoverError(_NO_ANSWER) from None
    if process.returncode:
        raise _GitError(_FAILED, reason.decode(errors="replace").strip())


def _git(paths: CorpusPaths, *arguments: str, settings: dict[str, str] | None = None) -> str:
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
        raise _GitError(_FAILED, error.stderr.decode(errors="replace").strip()) from None
    return result.stdout.decode("utf-8", "surrogateescape").strip("\n")
