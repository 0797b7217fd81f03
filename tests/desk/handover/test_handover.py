"""Finished work leaves the desk once, under a name of its own, and only what was prepared here."""

import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from clerks import DOCUMENT, FINISHED, Clerk, git, sit_down, with_git
from corpus.desk.handover import push
from corpus.desk.handover.branch import hand_over
from corpus.desk.handover.prepared import PreparedBranches
from corpus.library.loader import load
from corpus.today import today


def save_title(clerk: Clerk, title: str) -> None:
    clerk.change("2003-05", title=title)
    clerk.step("save", "2003-05")


def branches(clerk: Clerk) -> list[str]:
    return git(clerk.paths.root, "branch", "--format=%(refname:short)", "--list", "desk-*").split()


def test_two_hand_overs_at_once_are_one_branch_or_two(clerk: Clerk) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    first, again = (clerk.client.post("/handover").json() for _ in range(2))
    assert first == again
    save_title(clerk, "Ringing")
    second = clerk.client.post("/handover").json()
    assert sorted(branches(clerk)) == sorted([first["branch"], second["branch"]])


def test_a_branch_names_what_it_has_from_the_one_that_was_sent_before(clerk: Clerk) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    first = clerk.client.post("/handover").json()
    assert first["sentBefore"] == []
    clerk.client.post("/handover/send", json={"branch": first["branch"]})
    save_title(clerk, "Ringing")
    assert clerk.client.post("/handover").json()["sentBefore"] == ["Advisory Opinion 05 (2003)"]
    page = Clerk(sit_down(clerk.paths), clerk.paths).client.get("/").text
    assert "It also has what was sent before: Advisory Opinion 05 (2003)." in page


def test_a_prepared_branch_is_sent_after_the_page_was_loaded_again(clerk: Clerk) -> None:
    origin = with_git(clerk)
    save_title(clerk, "Calling")
    branch = clerk.client.post("/handover").json()["branch"]
    later = Clerk(sit_down(clerk.paths), clerk.paths)
    page = later.client.get("/").text
    assert "Prepared, and not sent yet" in page
    assert f'data-send="{branch}"' in page
    assert later.client.post("/handover/send", json={"branch": branch}).status_code == 200
    assert branch in git(origin, "branch")
    assert "Prepared, and not sent yet" not in later.client.get("/").text
    assert later.client.post("/handover").json()["isSent"], "nothing was saved since"


def test_only_what_this_desk_prepared_is_sent(clerk: Clerk) -> None:
    origin = with_git(clerk)
    git(clerk.paths.root, "branch", "desk-2026-01-01-0123456789")
    for name in ("main", "desk-2026-01-01-0123456789", "--all", "main:other", ""):
        answer = clerk.client.post("/handover/send", json={"branch": name})
        assert answer.status_code == 422, name
        assert "did not prepare" in answer.json()["message"]
    assert git(origin, "branch") == ""


@pytest.mark.parametrize("kept", ["prepared.json", "work"])
def test_a_stop_between_the_branch_and_its_notes_is_made_up_for(clerk: Clerk, kept: str) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    made = _prepare_and_stop(clerk)
    if kept == "work":
        (clerk.paths.build / "desk/prepared.json").write_text("{")
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    if kept == "work":
        assert again.client.post("/handover").status_code == 200, "prepared again"
    else:
        assert f'data-send="{made}"' in again.client.get("/").text
    assert again.state("2003-05")["handedOver"].startswith("prepared for review on ")
    assert not again.state("2003-05")["canTakeBack"]


def test_a_stop_before_the_branch_leaves_nothing_to_send(clerk: Clerk) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    git(clerk.paths.root, "branch", "-D", _prepare_and_stop(clerk))
    again = Clerk(sit_down(clerk.paths), clerk.paths)
    assert "not sent yet" not in again.client.get("/").text
    assert again.state("2003-05")["handedOver"] == ""
    branch = again.client.post("/handover").json()["branch"]
    assert branch in branches(clerk)
    assert f'data-send="{branch}"' in again.client.get("/").text


def _prepare_and_stop(clerk: Clerk) -> str:
    """Make a branch as the desk does, and stop before anything else is noted."""
    references = load(clerk.paths).references
    assert references is not None
    prepared = PreparedBranches(clerk.paths)
    return hand_over(clerk.paths, references.commission, prepared, (), today()).branch


ASKS = """\
#!/bin/sh
echo "$GIT_TERMINAL_PROMPT" "$GIT_SSH_COMMAND" > {log}
"""


def test_git_never_asks_in_the_terminal_and_the_clerk_learns_what_to_do(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_git(clerk)
    root, log = clerk.paths.root, tmp_path / "build/asked.txt"
    helper = tmp_path / "build/git-remote-closed"
    helper.write_text(ASKS.format(log=log))
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    git(root, "remote", "set-url", "origin", "closed::somewhere")
    git(root, "config", "core.sshCommand", "ssh -p 22")
    save_title(clerk, "Calling")
    sent = {"branch": clerk.client.post("/handover").json()["branch"]}
    answer = clerk.client.post("/handover/send", json=sent)
    assert answer.status_code == 422
    assert "not signed in" in answer.json()["message"]
    assert "Download the files" in answer.json()["message"]
    assert log.read_text().split() == ["0", "ssh", "-p", "22", "-oBatchMode=yes"]
    assert clerk.state("2003-05")["handedOver"].startswith("prepared")


def test_without_a_place_to_send_to_the_clerk_downloads(clerk: Clerk) -> None:
    with_git(clerk)
    git(clerk.paths.root, "remote", "remove", "origin")
    save_title(clerk, "Calling")
    sent = {"branch": clerk.client.post("/handover").json()["branch"]}
    message = clerk.client.post("/handover/send", json=sent).json()["message"]
    assert "Download the files instead" in message


def test_only_a_whole_download_counts(clerk: Clerk) -> None:
    assert clerk.client.get("/finished.zip").status_code == 422, "nothing was saved"
    save_title(clerk, "Calling")
    assert clerk.client.head("/finished.zip").status_code == 200
    assert clerk.client.get("/finished.zip").status_code == 200
    assert clerk.state("2003-05")["handedOver"] == "", "nobody said that it arrived"
    assert clerk.client.post("/finished.zip", json={"sha256": "0" * 64}).status_code == 422
    assert clerk.state("2003-05")["handedOver"] == ""
    clerk.download()
    assert clerk.state("2003-05")["handedOver"].startswith("downloaded on ")


HANGS = """\
#!/bin/sh
sleep 600
"""


def test_a_place_that_never_answers_is_given_up(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with_git(clerk)
    helper = tmp_path / "build/git-remote-silent"
    helper.write_text(HANGS)
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(push, "LONGEST_PUSH", 1)
    git(clerk.paths.root, "remote", "set-url", "origin", "silent::somewhere")
    save_title(clerk, "Calling")
    sent = {"branch": clerk.client.post("/handover").json()["branch"]}
    answer = clerk.client.post("/handover/send", json=sent)
    assert answer.status_code == 422
    assert "did not answer" in answer.json()["message"]
    assert f'data-send="{sent["branch"]}"' in clerk.client.get("/").text


def test_the_download_has_the_document_that_a_record_names(clerk: Clerk) -> None:
    second = DOCUMENT.replace("06", "07").replace("afterwards", "before")
    clerk.drop(f"{DOCUMENT}\n{second}", "volume.txt")
    stranger = clerk.paths.opinions / "sources/2004/06.old.txt"
    stranger.parent.mkdir(parents=True)
    stranger.write_text("Of somebody else")
    for key in ("draft-1", "draft-2"):
        clerk.change(key, **FINISHED)
        assert clerk.step("save", key).status_code == 200
    (clerk.paths.build / "desk/work/2004-07/state.json").write_text("{")
    assert packed_names(clerk) == [
        "opinions/2004/06.md",
        "opinions/2004/07.md",
        "opinions/sources/volume.txt",
    ], "also the record about which the notes are damaged"


def test_a_document_under_a_second_name_is_in_the_download(clerk: Clerk) -> None:
    other = clerk.paths.opinions / "sources/2004/06.txt"
    other.parent.mkdir(parents=True)
    other.write_text("Of somebody else")
    clerk.drop(DOCUMENT)
    clerk.change("draft-1", **FINISHED)
    clerk.step("save", "draft-1")
    name = f"opinions/sources/2004/06-{sha256(DOCUMENT.encode()).hexdigest()[:8]}.txt"
    assert packed_names(clerk) == ["opinions/2004/06.md", name]


def packed_names(clerk: Clerk) -> list[str]:
    return sorted(ZipFile(BytesIO(clerk.download())).namelist())


def add_topic(clerk: Clerk, title: str) -> None:
    answer = clerk.client.post("/topics", json={"title": title, "about": "What it is about."})
    assert answer.status_code == 200


def test_only_what_is_new_since_the_last_sending_is_prepared(clerk: Clerk) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    first = clerk.client.post("/handover").json()
    assert clerk.client.post("/handover/send", json={"branch": first["branch"]}).status_code == 200
    add_topic(clerk, "Recording a session")
    second = clerk.client.post("/handover").json()
    assert second["commits"] == ["Rules, laws and topics that were added or changed"]
    git(clerk.paths.root, "merge-base", "--is-ancestor", first["branch"], second["branch"])
    assert clerk.client.post("/handover/send", json={"branch": second["branch"]}).status_code == 200
    save_title(clerk, "Ringing")
    assert clerk.client.post("/handover").json()["commits"] == ["Advisory Opinion 05 (2003)"]


def test_a_file_that_is_as_before_again_is_sent_so(clerk: Clerk) -> None:
    with_git(clerk)
    before = clerk.record()
    save_title(clerk, "Calling")
    first = clerk.client.post("/handover").json()
    clerk.client.post("/handover/send", json={"branch": first["branch"]})
    clerk.step("undo", "2003-05")
    clerk.step("save", "2003-05")
    assert clerk.record() == before
    second = clerk.client.post("/handover").json()
    assert second["commits"] == ["Advisory Opinion 05 (2003)"]
    assert git(clerk.paths.root, "diff", "main", second["branch"]) == ""


def test_a_download_has_every_file_that_was_changed_also_after_a_hand_over(clerk: Clerk) -> None:
    with_git(clerk)
    save_title(clerk, "Calling")
    add_topic(clerk, "Recording a session")
    clerk.client.post("/handover")
    names = ZipFile(BytesIO(clerk.download())).namelist()
    assert {"opinions/2003/05.md", "opinions/topics.yml"} <= set(names)
    assert ZipFile(BytesIO(clerk.download())).namelist() == names


@pytest.mark.parametrize(
    ("git_said", "said"),
    [
        ("fatal: Could not resolve host: github.com", "computer is online"),
        ("fatal: could not read Username for 'https://github.com'", "is not signed in"),
        ("git@github.com: Permission denied (publickey).", "is not signed in"),
        ("fatal: something else", "is not signed in where the collection is kept, or cannot"),
    ],
)
def test_a_failed_sending_says_what_git_says_in_plain_words(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, git_said: str, said: str
) -> None:
    with_git(clerk)
    helper = tmp_path / "build/git-remote-closed"
    helper.write_text(f'#!/bin/sh\necho "{git_said}" >&2\nexit 1\n')
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", f"{helper.parent}{os.pathsep}{os.environ['PATH']}")
    git(clerk.paths.root, "remote", "set-url", "origin", "closed::somewhere")
    save_title(clerk, "Calling")
    sent = {"branch": clerk.client.post("/handover").json()["branch"]}
    message = clerk.client.post("/handover/send", json=sent).json()["message"]
    assert said in message
    assert "stays ready here" in message
