"""Push a prepared branch to the repository that this one was cloned from."""

import os
import re
import signal
import subprocess

from corpus.desk.errors import HandoverError
from corpus.desk.handover.git import GIT_FAILED, GitError, git
from corpus.desk.handover.prepared import PreparedBranches
from corpus.paths import CorpusPaths

_NO_ORIGIN = (
    "This copy of the collection does not say where to send its work. Download the files "
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


def send(paths: CorpusPaths, branch: str, branches: PreparedBranches) -> str:
    """Send a branch that was prepared here to where the repository came from.

    Return the address at which GitHub proposes it, or nothing if it is not on GitHub. Raises
    `HandoverError`.
    """
    if branches.get(branch) is None:
        raise HandoverError(_NOT_OF_THIS_DESK)
    try:
        remote = git(paths, "remote", "get-url", "origin")
    except GitError:
        raise HandoverError(_NO_ORIGIN) from None
    try:
        _push(paths, f"refs/heads/{branch}")
    except GitError as error:
        raise HandoverError(_why_not_sent(error.reason), error.reason) from None
    on_github = re.fullmatch(r"(?:https://|git@)github\.com[/:](.+?)(?:\.git)?/?", remote)
    return f"https://github.com/{on_github[1]}/pull/new/{branch}" if on_github else ""


def _why_not_sent(reason: str) -> str:
    meanings = (meaning for words, meaning in _WORDS_OF_GIT if words.search(reason))
    return next(meanings, _NOT_SENT)


def _no_questions(paths: CorpusPaths) -> dict[str, str]:
    """Settings with which git fails where it would ask for a password in the terminal."""
    try:
        ssh = git(paths, "config", "core.sshCommand")
    except GitError:
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
        raise GitError(GIT_FAILED, reason.decode(errors="replace").strip())
