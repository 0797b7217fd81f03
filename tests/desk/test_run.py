"""Ctrl-C ends the desk at once, whatever it is doing."""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from clerks import DOCUMENT, git, repository
from desk_program import DeskProgram, desk_program_at
from factories import record_text, write_corpus

pytestmark = pytest.mark.slow


def test_ctrl_c_ends_the_desk_while_it_reads(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with desk_program_at(write_corpus(tmp_path, {})) as desk, browser(desk) as client:
        answer = client.post("/documents", params={"name": "a.txt"}, content=DOCUMENT)
        assert answer.status_code == 200
        desk.process.send_signal(signal.SIGINT)
        desk.process.communicate(timeout=30)
    (waiting,) = json.loads((tmp_path / "build/desk/unread.json").read_text())
    assert (waiting["name"], waiting["times_begun"]) == ("a.txt", 0), "it is read the next time"
    assert desk.process.returncode == 128 + signal.SIGINT
    assert capfd.readouterr().err == ""


def test_reading_a_document_runs_no_module_of_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_corpus(tmp_path, {})
    (tmp_path / "multiprocessing.py").write_text("open('it-ran', 'w')\n")
    monkeypatch.chdir(tmp_path)
    with desk_program_at(paths) as desk, browser(desk) as client:
        client.post("/documents", params={"name": "a.txt"}, content=DOCUMENT)
        wait_for(tmp_path / "build/desk/work")
    assert not (tmp_path / "it-ran").exists()


SILENT = """\
#!/bin/sh
touch {asked}
sleep 20
"""


def test_ctrl_c_ends_the_desk_while_git_waits_for_an_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    paths = write_corpus(tmp_path, {})
    repository(tmp_path)
    helper, asked = tmp_path / "build/git-remote-silent", tmp_path / "build/asked"
    helper.write_text(SILENT.format(asked=asked))
    helper.chmod(0o755)
    git(tmp_path, "remote", "set-url", "origin", "silent::somewhere")
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    (paths.opinions / "2003/05.md").write_text(record_text("title: Calling"))
    with desk_program_at(paths) as desk, browser(desk) as client, ThreadPoolExecutor() as threads:
        branch = client.post("/handover").json()["branch"]
        threads.submit(client.post, "/handover/send", json={"branch": branch})
        wait_for(asked)
        desk.process.send_signal(signal.SIGINT)
        desk.process.communicate(timeout=15)
    assert desk.process.returncode == 128 + signal.SIGINT
    assert capfd.readouterr().err == ""


def wait_for(file: Path) -> None:
    for _ in range(600):
        if file.exists():
            return
        time.sleep(0.05)
    raise AssertionError(file)


@contextmanager
def browser(desk: DeskProgram) -> Iterator[httpx2.Client]:
    settings: dict[str, Any] = {"headers": {"origin": desk.home[:-1]}, "timeout": 60}
    with httpx2.Client(base_url=desk.home, **settings) as client:
        client.get(desk.address)
        yield client
