"""Files made to exhaust the machine or to mislead: told clearly, in bounded time and memory."""

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from corpus.parsing.files import MAX_FILE_SIZE
from corpus.paths import REPOSITORY
from factories import Files, catalog_record, page_text, record_text, write_corpus

MEMORY = 1024**3
SECONDS = 20
RECORD = "opinions/2003/05.md"
ROOM = MAX_FILE_SIZE - 2000
"""So many bytes a text may have beside the fields of the sound record."""

BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def checked(root: Path) -> tuple[int, list[str]]:
    """What `check` ends with and says, within a gigabyte and twenty seconds."""
    limited = partial(resource.setrlimit, resource.RLIMIT_AS, (MEMORY, MEMORY))
    command = [sys.executable, str(REPOSITORY / "scripts" / "check.py"), "--root", str(root)]
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
        preexec_fn=limited,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert len(done.stdout) < 2_000_000
    return done.returncode, done.stdout.splitlines()


def filled(unit: str) -> str:
    return unit * (ROOM // len(unit.encode()))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({RECORD: record_text(f"a: &a x\n{BOMB}")}, "OP005"),
        ({"opinions/topics.yml": f"a: &a x\n{BOMB}"}, "OP005"),
        ({RECORD: record_text(f"title: &a [*a]\ntopics: [{filled('*a,')}]")}, "OP005"),
        ({RECORD: record_text(f"title: {filled('[')}")}, "OP103"),
        ({RECORD: record_text(f"title: {filled('{a: ')}")}, "OP103"),
        ({RECORD: record_text(f"title: {filled('? ')}")}, "OP008"),
        ({RECORD: record_text(f"title: {filled('- ')}")}, "OP008"),
        ({RECORD: record_text(f"topics: [{filled('a,')}]")}, "OP112"),
        ({RECORD: record_text(filled("x: 1\n"))}, "OP004"),
        ({RECORD: record_text("".join(f"x{number}: 1\n" for number in range(20_000)))}, "OP101"),
        ({RECORD: record_text(f"number: {filled('9')}")}, "OP106"),
        ({RECORD: record_text(f"approved: {filled('2')}")}, "OP105"),
        ({RECORD: record_text(f'statutes: ["{filled("7A-")}"]')}, "OP110"),
        ({RECORD: record_text(f'title: "{"x" * MAX_FILE_SIZE}"')}, "OP014"),
        ({RECORD: b"\x00" * ROOM}, "OP007"),
        ({RECORD: b"---\n" + b"\xff" * ROOM}, "OP001"),
        ({RECORD: "\u202e" * (ROOM // 3)}, "OP007"),
        ({RECORD: record_text(body=filled("\u0430 "))}, "OP015"),
        ({RECORD: record_text(body=filled("\u0430"))}, "OP015"),
        ({RECORD: record_text(body=filled("<b>"))}, "OP204"),
        ({RECORD: record_text(body=filled("<b "))}, "OP202"),
        ({RECORD: record_text(body=filled("<a"))}, "OP202"),
        ({RECORD: record_text(body=filled("a *b "))}, "OP202"),
        ({RECORD: record_text(body=filled("*"))}, "OP202"),
        ({RECORD: record_text(body=filled("\\"))}, "OP202"),
        ({RECORD: record_text(body=filled(">"))}, "OP202"),
        ({RECORD: record_text(body=filled("> \n"))}, "OP202"),
        ({RECORD: record_text(body=filled("a\n1) b\n"))}, "OP202"),
        ({RECORD: record_text(body=filled("1) a\n"))}, "OP202"),
        ({RECORD: record_text(body=filled("# a\n"))}, "OP203"),
        ({RECORD: record_text(body=f"# {filled('Opinion Number ')}")}, "OP203"),
        ({RECORD: record_text(body=filled("\n \n"))}, "OP202"),
        ({RECORD: record_text(body=filled("Standard "))}, "OP202"),
        ({RECORD: record_text(body=f"Standards {filled('3, ')}")}, "OP202"),
        ({RECORD: record_text(body=f"Standards {filled('3(c), (d) and ')}")}, "OP202"),
        ({RECORD: record_text(body=f"Standard 3{filled('(c)')}")}, "OP202"),
        ({RECORD: record_text(body=f"AO {filled('1')}")}, "OP202"),
        ({RECORD: record_text(body=filled("AO 5 (2003) "))}, "OP202"),
        ({RECORD: record_text(body=f"Harbor Stat. § {filled('7A-38.')}")}, "OP202"),
        ({"pages/about.md": page_text(filled("[x]("))}, ""),
        ({"pages/about.md": page_text(filled("[x](a:b)"))}, "OP210"),
        ({"pages/about.md": page_text(filled("[["))}, ""),
        ({"pages/about.md": page_text(filled("[a]:\n"))}, "OP210"),
        ({"pages/about.md": page_text(filled("[a](\t"))}, ""),
        ({"pages/about.md": page_text(filled("<!-- "))}, "OP210"),
        ({"opinions/ledger/2003/05.txt": filled("p1 " + "0" * 64 + "\n")}, "OP505"),
    ],
)
def test_a_file_that_would_exhaust_the_machine_is_told(
    tmp_path: Path, files: Files, code: str
) -> None:
    end, told = checked(write_corpus(tmp_path, files).root)
    assert any(f" error {code} " in line for line in told) if code else end == 0


@pytest.mark.slow
def test_thousands_of_findings_are_told_and_no_more_than_is_enough(tmp_path: Path) -> None:
    files = {
        f"opinions/2003/{number}.md": catalog_record(number, 2004) for number in range(100, 3100)
    }
    many = {f"x{number}": "1" for number in range(5000)}
    fields = "".join(f"{name}: {value}\n" for name, value in many.items())
    end, told = checked(write_corpus(tmp_path, {**files, RECORD: record_text(fields)}).root)
    assert end == 1
    assert sum(" error OP402 " in line for line in told) == 3000
    assert sum(line.startswith(f"{RECORD}:") for line in told) == 100
    assert told[-1] == "3100 errors, 0 warnings"


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    (paths.opinions / "2004").mkdir()
    for year, made in (("a", "loop"), ("b", "device"), ("c", "pipe"), ("d", "out")):
        path = paths.opinions / "2004" / f"{year}.md"
        if made == "pipe":
            os.mkfifo(path)
        else:
            path.symlink_to({"loop": str(path), "device": "/dev/zero", "out": "/etc/passwd"}[made])
    os.mkfifo(paths.opinions / "2004" / "pipe")
    end, told = checked(paths.root)
    assert end == 1
    assert "root:" not in "".join(told)
    found = [line.partition(":1:1: error ")[::2] for line in told[:-1:2]]
    assert [(path[-4:], what[:5]) for path, what in found] == [
        *((f"{name}.md", "OP013") for name in "abcd"),
        ("pipe", "OP404"),
    ]


@pytest.mark.parametrize("named", ["standards/commission.yml", "opinions/topics.yml"])
def test_a_pipe_in_the_place_of_what_all_need_is_not_waited_for(tmp_path: Path, named: str) -> None:
    paths = write_corpus(tmp_path, {named: None})
    os.mkfifo(paths.root / named)
    end, told = checked(paths.root)
    assert end == 1
    assert told[0].startswith(f"{named}:1:1: error OP013 ")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_names_that_are_no_text_are_told_all_the_same(
    tmp_path: Path, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    paths = write_corpus(tmp_path / "corpus")
    for name in (b"\xff.md", b"a\n::error::x.md", b"\x1b[2J.md", "\u202e.md".encode()):
        (Path(os.fsdecode(os.fsencode(paths.opinions / "2003") + b"/" + name))).write_text("x")
    script = REPOSITORY / "scripts" / "check.py"
    command = [sys.executable, str(script), "--root", str(paths.root), "--format", format_]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    told = done.stdout.decode()
    assert told.count("OP002") >= 4
    assert "\x1b" not in told or format_ != "text"
    assert "\n::error::x" not in told
