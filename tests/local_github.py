"""The shell steps of the workflows, run in local clones of a small repository."""

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from corpus.paths import PACKAGE, REPOSITORY, SCRIPTS
from factories import write_corpus
from warm_python import warm_python

GH = """#!/bin/sh
echo "$*" >> "$GH_LOG"
case "$*" in
  ${GH_REFUSED:-nothing}*) exit 1 ;;
  *"pr list"*"--json number "*) printf '%s\\n' $GH_OPEN ;;
  *"run download"*) test -n "$GH_ARTIFACT" && cp -PR "$GH_ARTIFACT" preview ;;
  *"pr list"*"isCrossRepository, .number"*)
    printf 'true\\t7\\n'
    test -z "$GH_PULL_REQUEST" || printf 'false\\t%s\\n' "$GH_PULL_REQUEST" ;;
  *"api --paginate"*"/comments"*) printf "$GH_COMMENTS" ;;
  *"api repos/"*"/pulls/"*"[.head.sha, .base.ref]"*) printf "$GH_COMPARABLE" ;;
  *"api repos/"*"/pulls/"*"--jq .head.sha") printf "${GH_COMPARABLE%% *}" ;;
esac
"""
"""Stands in for GitHub's command: it logs its arguments.

It refuses one command. It knows one pull request from a fork, at most one from the repository,
which numbers are open, some comments, the head and the base of any pull request, and the preview
of any run.
"""


PYTHON = """#!/bin/sh
case "$1" in
  -*) exec {cold} -B "$@" ;;
  *) exec {warm} "$@" ;;
esac
"""


@cache
def step_of(workflow: str, name: str) -> dict[str, Any]:
    """Return the step of a workflow that has this name."""
    text = (REPOSITORY / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    (step,) = (step for job in jobs for step in job["steps"] if step.get("name") == name)
    return dict(step)


PLACED = {"__init__.py", "cli.py", "paths.py"}
"""The modules of `corpus` that know by their own place which repository they are in."""


def write_programs(folder: Path) -> None:
    """Write the commands, with links to the modules that are the same in every repository.

    So a clone writes few files, and its programs find most of their modules loaded already.
    """
    (folder / PACKAGE.name).mkdir(parents=True)
    for path in (*SCRIPTS.iterdir(), *PACKAGE.iterdir()):
        copy = folder / path.relative_to(SCRIPTS)
        if path.name in PLACED or (path.suffix == ".py" and path.parent == SCRIPTS):
            shutil.copy(path, copy)
        elif path not in {PACKAGE, PACKAGE / "__pycache__"}:
            copy.symlink_to(path)


@dataclass
class LocalGithub:
    """A bare repository in place of GitHub, whose branch `main` has a valid corpus."""

    folder: Path
    log: list[str] = field(default_factory=list)
    """What the steps printed."""
    pull_request: str = ""
    comparable: str = ""
    """The commit at the head of a pull request, and its base."""
    comments: str = ""
    """The id, the author and the first line of each comment, for `printf`."""

    def __post_init__(self) -> None:
        """Create the repository and the command `gh`, unless the folder is a copy with both."""
        self.origin = self.folder / "origin.git"
        if self.origin.exists():
            return
        self.git(self.folder, "init", "--quiet", "--bare", "--initial-branch=main", self.origin)
        self.git(self.origin, "config", "receive.autogc", "false")
        work = self.clone()
        write_corpus(work)
        shutil.copytree(REPOSITORY / ".ci", work / ".ci")
        write_programs(work / "scripts")
        (work / ".github").mkdir()
        shutil.copy(REPOSITORY / ".github/pull_request_template.md", work / ".github")
        (work / ".gitignore").write_text("/.venv/\n/build/\n/draft/\n")
        self.push(work, "main")
        gh = self.folder / "bin/gh"
        gh.parent.mkdir()
        gh.write_text(GH)
        gh.chmod(0o755)
        self.pack()

    def pack(self) -> None:
        """Keep the repository in few files, so that it is copied and cloned quickly."""
        self.git(self.origin, "gc", "--quiet")
        shutil.rmtree(self.origin / "hooks", ignore_errors=True)

    @classmethod
    def copied(cls, original: Path, folder: Path) -> "LocalGithub":
        """Copy the repository and the command of another folder."""
        for name in ("origin.git", "bin"):
            shutil.copytree(original / name, folder / name)
        return cls(folder)

    def git(self, folder: Path, *arguments: str | Path) -> str:
        """Run git and return what it printed."""
        settings = ["user.name=Clerk", "user.email=clerk@example.org", "maintenance.auto=false"]
        options = [option for setting in settings for option in ("-c", setting)]
        command = ["git", "-C", folder, *options, *arguments]
        run = subprocess.run(command, capture_output=True, text=True, check=True)
        return run.stdout.strip()

    def clone(self, branch: str = "") -> Path:
        """Clone the repository with all of its branches, as `fetch-depth: 0` does."""
        folder = self.folder / f"clone{len(list(self.folder.glob('clone*')))}"
        self.git(self.folder, "clone", "--quiet", self.origin, folder)
        if branch:
            known = self.git(folder, "branch", "--remotes", "--list", f"origin/{branch}")
            self.git(folder, "switch", "--quiet", *([] if known else ["--create"]), branch)
        python = folder / ".venv/bin/python"
        python.parent.mkdir(parents=True)
        python.write_text(PYTHON.format(cold=sys.executable, warm=shlex.join(warm_python())))
        python.chmod(0o755)
        return folder

    def push(self, work: Path, branch: str, *, force: bool = False) -> None:
        """Commit everything in a clone, and push it to a branch."""
        self.git(work, "add", "--all")
        self.git(work, "commit", "--quiet", "--allow-empty", "--message", "A change")
        forced = ["--force"] if force else []
        self.git(work, "push", "--quiet", *forced, "origin", f"HEAD:refs/heads/{branch}")

    def run(self, workflow: str, step: str, folder: Path, **environment: str) -> bool:
        """Run a step as GitHub does, and return whether it succeeds."""
        defaults = {
            "GH_LOG": str(self.folder / "gh.log"),
            "GH_PULL_REQUEST": self.pull_request,
            "GH_COMMENTS": self.comments,
            "GH_COMPARABLE": self.comparable,
            "GH_REPO": "example/opinions",
            "GITHUB_OUTPUT": str(self.folder / "output"),
            "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
            "GITHUB_SHA": self.git(self.origin, "rev-parse", "main"),
            "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(folder / ".venv"),
            "GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z",
        }
        run = subprocess.run(
            ["/bin/bash", "-e", "-c", step_of(workflow, step)["run"]],
            cwd=folder / step_of(workflow, step).get("working-directory", ""),
            env=os.environ | defaults | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        self.log.append(run.stdout + run.stderr)
        return run.returncode == 0

    def publish(self, before: str = "") -> bool:
        """Run *Publish* on `main`; return whether it deploys."""
        work = self.clone()
        steps = (
            "Refuse what is not sealed",
            "Refuse seals that are kept in other bytes than were checked",
        )
        is_sealed = all(self.run("publish", step, work, BEFORE=before) for step in steps)
        return is_sealed and self.keep(self.clone())

    def keep(self, work: Path, **environment: str) -> bool:
        """Run the job of *Publish* that keeps the seals, on what a clone has checked out."""
        step = "Add the ledger to the branch of published seals"
        return self.run("publish", step, work, **environment)

    def check(self, branch: str) -> bool:
        """Run *Records* for the pull request of a branch."""
        work = self.clone()
        base = self.git(work, "rev-parse", "HEAD")
        self.git(work, "merge", "--quiet", "--no-edit", f"origin/{branch}")
        if not self.run("check", "Find the seals that readers have", work, BASE=base):
            return False
        published = (self.folder / "output").read_text().split("revision=")[-1].strip()
        return all(
            self.run("check", step, work, PUBLISHED=published, SEAL="https://example.org/seal")
            for step in ("Check every record", "Every opinion is sealed")
        )

    def seal(self, branch: str) -> bool:
        """Run *Seal* on a branch."""
        if not self.run(
            "seal", "Refuse the branches that are published", self.folder, BRANCH=branch
        ):
            return False
        work = self.folder / f"seal{len(list(self.folder.glob('seal*')))}"
        work.mkdir()
        self.clone().rename(work / "programs")
        self.clone(branch).rename(work / "change")
        steps = ("Merge main", "Seal what keeps the seals that readers have", "Keep the seals")
        return all(self.run("seal", step, work, BRANCH=branch) for step in steps)
