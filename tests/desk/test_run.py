"""Ctrl-C ends the desk at once, whatever it is doing."""

import json
import signal
from pathlib import Path

import httpx2
import pytest

from clerks import DOCUMENT
from desk_program import DeskProgram, desk_at
from factories import write_corpus


def test_ctrl_c_ends_the_desk_while_it_reads(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with desk_at(write_corpus(tmp_path, {})) as desk:
        drop(desk)
        desk.process.send_signal(signal.SIGINT)
        desk.process.communicate(timeout=30)
    (waiting,) = json.loads((tmp_path / "build/desk/unread.json").read_text())
    assert (waiting["name"], waiting["times_begun"]) == ("a.txt", 0), "it is read the next time"
    assert desk.process.returncode == 128 + signal.SIGINT
    assert capfd.readouterr().err == ""


def drop(desk: DeskProgram) -> None:
    with httpx2.Client(base_url=desk.home, headers={"origin": desk.home[:-1]}) as client:
        client.get(desk.address)
        answer = client.post("/documents", params={"name": "a.txt"}, content=DOCUMENT)
        assert answer.status_code == 200
