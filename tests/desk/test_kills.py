"""The desk is killed before each change of a file: what was typed is there when it starts again."""

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import httpx2
import pytest

from clerks import DOCUMENT, FINISHED, Clerk, at_desk, git, repository, sit_down
from corpus.paths import CorpusPaths

pytestmark = pytest.mark.slow

CHANGES = {"os.rename", "os.link", "os.remove", "subprocess.Popen"}
SERVER_ERROR = 500


class KilledError(BaseException):
    """The program is gone."""


class Kill:
    """Ends the program before one of the moments at which it changes a file or starts git."""

    folder: str = ""
    left: int = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Let a number of changes pass; after them none is made, not even to tidy up."""
        if self.folder and event in CHANGES and any(self.folder in str(a) for a in arguments):
            self.left -= 1
            if self.left < 0:
                raise KilledError

    @contextmanager
    def after(self, changes: int, folder: Path) -> Iterator[None]:
        """Kill what changes files of a folder after so many changes."""
        self.folder, self.left = str(folder), changes
        try:
            yield
        finally:
            self.folder = ""


kill = Kill()
sys.addaudithook(kill)


class Step(NamedTuple):
    """What a clerk does at the desk."""

    name: str
    do: Callable[[Clerk], httpx2.Response]


def post(path: str, **sent: Any) -> Callable[[Clerk], httpx2.Response]:
    return lambda clerk: clerk.client.post(path, json=sent)


def with_first(step: str) -> Callable[[Clerk], httpx2.Response]:
    """A step with the first of the two opinions, whatever it is called by now."""
    return lambda clerk: clerk.step(step, key_of_first(clerk))


def key_of_first(clerk: Clerk) -> str:
    """Its key on the desk; a kill may leave its record in the collection besides."""
    page = clerk.client.get("/").text
    found = re.search(r'href="/work/([^"]+)/">[^<]*</a>\s*<p>Typed', page)
    assert found
    return found[1]


STEPS = [
    Step("type", lambda clerk: clerk.change("draft-1", title="Typed again")),
    Step("take off the desk", post("/work/draft-2/forget")),
    Step("put back", post("/work/draft-2/put-back")),
    Step("save", with_first("save")),
    Step("seal", with_first("seal")),
    Step("take the seal back", with_first("take-back")),
    Step("take the record back", with_first("take-back")),
    Step("save again", with_first("save")),
    Step("add a topic", post("/topics", title="Recording", about="What it is about.")),
    Step("prepare", post("/handover")),
]


def test_a_kill_before_any_change_of_a_file_loses_nothing(tmp_path: Path) -> None:
    moments = 0
    with at_desk(tmp_path / "desk") as clerk:
        pack(clerk.paths.root, repository(clerk.paths.root))
        clerk.drop(DOCUMENT + DOCUMENT.replace("06", "07"))
        clerk.change("draft-1", **FINISHED | {"title": "Typed once"})
        clerk.change("draft-2", title="Of the other")
        for step in STEPS:
            moments += killed_at_every_moment(step, clerk.paths.root, tmp_path / "killed")
            assert step.do(clerk).status_code == 200, step.name
    assert moments > 30


def pack(*repositories: Path) -> None:
    """Keep repositories in few files, since each moment has a copy of them."""
    for folder in repositories:
        git(folder, "gc", "--quiet")


def killed_at_every_moment(step: Step, root: Path, copy: Path) -> int:
    """Kill a desk at each moment of a step, and look whether another finds everything."""
    for moment in count():
        paths = CorpusPaths(shutil.copytree(root, copy))
        is_killed = kill_during(step, paths, moment)
        with sit_down(paths) as client:
            look_at(Clerk(client, paths), step, f"{step.name}, after {moment} changes")
        shutil.rmtree(copy)
        if not is_killed:
            return moment
    raise AssertionError


def look_at(again: Clerk, step: Step, where: str) -> None:
    """Every word is on the desk, no record is cut off, and the step can be made."""
    page = again.client.get("/").text
    assert "Of the other" in page, where
    assert "Typed once" in page or "Typed again" in page, where
    record = again.paths.opinions / "2004/06.md"
    assert not record.exists() or record.read_text().endswith(DOCUMENT[-40:]), where
    assert step.do(again).status_code < SERVER_ERROR, where


def kill_during(step: Step, paths: CorpusPaths, moment: int) -> bool:
    clerk = Clerk(sit_down(paths), paths)
    # The client of the tests may lose its event loop together with the program.
    with kill.after(moment, paths.root), suppress(KilledError, RuntimeError, CancelledError):
        step.do(clerk)
    return kill.left < 0
