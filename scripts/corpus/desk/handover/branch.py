"""Prepare finished work for review: a git branch with a commit for each opinion."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from corpus.citations.names import Names
from corpus.desk.errors import HandoverError
from corpus.desk.handover.git import GitError, git, has_branch
from corpus.desk.handover.prepared import Prepared, PreparedBranches
from corpus.desk.in_progress.key import opinion_at
from corpus.library.ledger import seal_path
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.paths import CorpusPaths


def hand_over(
    paths: CorpusPaths,
    commission: Commission,
    branches: PreparedBranches,
    documents: Container[str | None],
    today: date,
) -> Prepared:
    """Make a branch with one commit for each opinion that is new or changed since the last one.

    It continues from the branch that was sent last; the working folder stays as it is. If the
    newest branch has the same files, return that one. `documents` are those that records name; no
    other new document is included. Raises `HandoverError`.
    """
    base = _base(paths, branches)
    groups = _changed_files(paths, base, documents)
    files_of = {_message(opinion, commission): files for opinion, files in groups.items()}
    head, tree, commits = _committed(paths, base, files_of)
    newest = branches.newest
    if newest and newest.tree == tree and has_branch(paths, newest.branch):
        return newest
    if not commits:
        raise HandoverError("There is nothing new to hand over.")
    branch = f"desk-{today}-{head[:10]}"  # the name of the commit, so that no two are alike
    opinions = frozenset(o for o in groups if o and _message(o, commission) in commits)
    sent_before = dict.fromkeys(git(paths, "log", "--format=%s", f"HEAD..{base}").splitlines())
    prepared = Prepared(branch, tree, commits, opinions, today, sent_before=tuple(sent_before))
    branches.note(prepared)
    git(paths, "update-ref", f"refs/heads/{branch}", head)
    return prepared


def _committed(
    paths: CorpusPaths, base: str, files_of: Mapping[str, Sequence[str]]
) -> tuple[str, str, tuple[str, ...]]:
    """Commit the files of each message on top of `base`, except files that did not change.

    Return the last commit, its tree and the messages of the commits.
    """
    head = base
    commits = list[str]()
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git(paths, "read-tree", base, settings=index)
        last_tree = git(paths, "write-tree", settings=index)
        for message, files in sorted(files_of.items()):
            git(paths, "update-index", "--add", "--remove", "--", *files, settings=index)
            tree = git(paths, "write-tree", settings=index)
            if tree != last_tree:
                commit = ("commit-tree", tree, "-p", head, "-m", message)
                head = git(paths, *_author(paths), *commit)
                last_tree = tree
                commits.append(message)
    return head, last_tree, tuple(commits)


def _base(paths: CorpusPaths, branches: PreparedBranches) -> str:
    """The commit that a branch continues: the one sent last, unless it is old."""
    head = git(paths, "rev-parse", "HEAD")
    sent = branches.last_sent
    if sent is None or not has_branch(paths, sent.branch):
        return head
    try:
        git(paths, "merge-base", "--is-ancestor", head, sent.branch)
    except GitError:
        return head
    return git(paths, "rev-parse", sent.branch)


def _changed_files(
    paths: CorpusPaths, base: str, documents: Container[str | None]
) -> dict[OpinionId | None, list[str]]:
    """The files of each opinion and of the whole collection that may differ from a commit.

    Those are the ones that differ from the present commit, and what was changed in between.
    """
    listed = git(
        paths, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", "."
    )
    groups: dict[OpinionId | None, list[str]] = defaultdict(list)
    prefix = git(paths, "rev-parse", "--show-prefix")
    since = git(paths, "diff", "--name-only", "-z", "--no-renames", "HEAD", base, "--", ".")
    entries = listed.split("\0")
    changed = [entry[3:] for entry in entries]
    new = {entry[3:] for entry in entries if entry.startswith("??")}
    for name in sorted({*filter(None, changed), *filter(None, since.split("\0"))}):
        path = name.removeprefix(prefix)
        if PurePosixPath(path).name.startswith("."):
            continue  # half a file of a program that was stopped
        is_document = PurePosixPath(path).parts[:2] == ("opinions", "sources")
        if is_document and name in new and path not in documents:
            continue  # of a record that was not saved
        opinion = opinion_at(path)
        if opinion or _is_of_collection(PurePosixPath(path)):
            groups[opinion].append(path)
    return groups


def _is_of_collection(path: PurePosixPath) -> bool:
    """Whether a file other than a record is one that the programs read."""
    if path.parts[:2] in {("opinions", "sources"), ("opinions", "ledger")}:
        return True
    return path.parts[0] in {"standards", "opinions"} and path.suffix in {".md", ".yml", ".json"}


def _message(opinion: OpinionId | None, commission: Commission) -> str:
    if opinion is None:
        return "Rules, laws and topics that were added or changed"
    return Names(commission).long(opinion)


def _author(paths: CorpusPaths) -> tuple[str, ...]:
    """The settings that git needs if it does not know who works here."""
    try:
        git(paths, "config", "user.email")
    except GitError:
        return ("-c", "user.name=The desk", "-c", "user.email=desk@localhost")
    return ()


def opinions_as_in(
    paths: CorpusPaths, branch: str, opinions: Iterable[OpinionId]
) -> frozenset[OpinionId]:
    """The given opinions whose record and seal match the branch."""
    same = (opinion for opinion in opinions if _is_as_in(paths, branch, opinion))
    return frozenset(same)


def _is_as_in(paths: CorpusPaths, branch: str, opinion: OpinionId) -> bool:
    for name in (f"opinions/{opinion}.md", seal_path(opinion)):
        is_file = (paths.root / name).is_file()
        present = git(paths, "hash-object", "--", name) if is_file else ""
        try:
            sent = git(paths, "rev-parse", "--verify", "--quiet", f"{branch}:./{name}")
        except GitError:
            sent = ""
        if present != sent:
            return False
    return True
