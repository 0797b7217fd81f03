"""A person who sits at a desk with the fictional corpus."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

from corpus.desk.routes import application
from corpus.desk.security import Access
from corpus.paths import CorpusPaths
from factories import Files, write_corpus

TOKEN = "of-this-run"  # noqa: S105 - of no other desk
ORIGIN = "http://127.0.0.1:8765"

DOCUMENT = """\
Opinion Number 06 (2004)
(Approved by the Board on May 6, 2004.)

May the mediator call a party afterwards?

The mediator may call (see Standard 3(c) and Advisory Opinion 05 (2003)).
"""


FINISHED: dict[str, Any] = {
    "title": "Calling a party afterwards",
    "topics": ["confidentiality"],
    "summary": "A mediator asked whether to call a party. The mediator may.",
    "issues": [{"id": "1", "question": "May the mediator call a party?", "at": ["1"]}],
    "holdings": [
        {"id": "1", "answers": "1", "text": "The mediator may.", "at": ["2"], "cites": ["3(c)"]}
    ],
    "opinions": [{"cites": "2003/05", "effect": "follows", "holding": "", "at": ["2"]}],
}


@dataclass(frozen=True)
class Clerk:
    """A person at the desk."""

    client: TestClient
    paths: CorpusPaths

    def state(self, key: str) -> Any:
        return self.client.get(f"/work/{key}/state").json()

    def change(self, key: str, revision: int | None = None, **fields: Any) -> Response:
        revision = self.state(key)["revision"] if revision is None else revision
        sent = {"revision": revision, "fields": fields}
        return self.client.put(f"/work/{key}/fields", json=sent)

    def correct(self, key: str, block: int, words: str, *, is_heading: bool = False) -> Response:
        sent = {"words": words, "isHeading": is_heading, **self.named(key, block)}
        return self.client.put(f"/work/{key}/text", json=sent)

    def named(self, key: str, block: int) -> dict[str, Any]:
        """What a step says of the block that it is about, as the page of this moment shows it."""
        state = self.state(key)
        was = state["blocks"][block]["words"]
        return {"revision": state["revision"], "block": block, "was": was}

    def step(self, name: str, key: str) -> Response:
        sent = {"revision": self.state(key)["revision"]}
        return self.client.post(f"/work/{key}/{name}", json=sent)

    def drop(self, data: str | bytes, name: str = "memo.txt", opinion: str = "") -> str:
        """Drop a document in, and return the lists of the first page when it was read."""
        answer = self.client.post(
            "/documents", params={"name": name, "opinion": opinion}, content=data
        )
        assert answer.status_code == 200, answer.text
        return self.wait()

    def wait(self) -> str:
        """Wait until every document is read."""
        for _ in range(600):
            rows = self.client.get("/").text
            if 'data-busy="0"' in rows:
                return rows
            time.sleep(0.05)
        raise AssertionError("the document was not read within thirty seconds")

    def download(self) -> bytes:
        """Download what was saved, as the script of the page does it."""
        content = self.client.get("/finished.zip").content
        sent = {"sha256": sha256(content).hexdigest()}
        assert self.client.post("/finished.zip", json=sent).status_code == 200
        return content

    def record(self, name: str = "2003/05") -> str:
        return (self.paths.opinions / f"{name}.md").read_text(encoding="utf-8")


def sit_down(paths: CorpusPaths) -> TestClient:
    """A browser that opened the address of a desk; each call is a new run of the program."""
    client = TestClient(
        application(paths, Access.at(8765, TOKEN, {})), base_url=ORIGIN, headers={"origin": ORIGIN}
    )
    client.get("/", params={"token": TOKEN})
    return client


@contextmanager
def at_desk(root: Path, files: Files = MappingProxyType({})) -> Iterator[Clerk]:
    """A clerk at a desk with a corpus that has these files."""
    paths = write_corpus(root, files)
    with sit_down(paths) as client:
        yield Clerk(client, paths)


def git(root: Path, *arguments: str) -> str:
    settings = ("-c", "user.name=Clerk", "-c", "user.email=clerk@example.org")
    command = ["git", "-C", str(root), *settings, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def with_git(clerk: Clerk) -> Path:
    """Put the collection of a clerk into a git repository, and return where it came from."""
    return repository(clerk.paths.root)


def repository(root: Path) -> Path:
    """Put a collection into a git repository, and return where it came from."""
    origin = root / "build/origin.git"
    (root / ".gitignore").write_text("build/\n")
    git(root, "init", "-q", "--template=", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Before")
    git(root, "init", "-q", "--template=", "--bare", str(origin))
    git(root, "remote", "add", "origin", str(origin))
    return origin
