"""`check` reports files made to exhaust the machine or to mislead, in limited time and memory."""

import os
import resource
import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from corpus.parsing.files import MAX_FILE_SIZE
from corpus.paths import REPOSITORY
from factories import catalog_record, page_text, record_text, write_corpus
from warm_python import MAX_SECONDS, warm_python

MAX_MEMORY = 1024**3
RECORD = "opinions/2003/05.md"
ROOM = MAX_FILE_SIZE - 2000
"""The number of bytes left for one text in `RECORD`."""

BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 9)}]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def run_check(root: Path) -> tuple[int, list[str]]:
    """Return the exit code and the lines of `check`, within a gigabyte and `MAX_SECONDS`.

    On a busy machine, those seconds of the processor take longer.
    """
    limit_memory = partial(resource.setrlimit, resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    command = [*warm_python(), str(REPOSITORY / "scripts" / "check.py"), "--root", str(root)]
    process = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=10 * MAX_SECONDS,
        preexec_fn=limit_memory,
    )
    assert "Traceback" not in process.stderr, process.stderr
    assert len(process.stdout) < 2_000_000
    return process.returncode, process.stdout.splitlines()


def filled(unit: str) -> str:
    """Return the unit as often as it fits into a record."""
    return unit * (ROOM // len(unit.encode()))


HOSTILE_FIELDS = [
    (f"a: &a x\n{BOMB}", "OP005"),
    (f"title: &a [*a]\ntopics: [{filled('*a,')}]", "OP005"),
    (f"title: {filled('[')}", "OP103"),
    (f"title: {filled('{a: ')}", "OP103"),
    (f"title: {filled('? ')}", "OP003"),
    (f"title: {filled('- ')}", "OP003"),
    (f"topics: [{filled('a,')}]", "OP112"),
    (filled("x: 1\n"), "OP004"),
    ("".join(f"x{number}: 1\n" for number in range(20_000)), "OP101"),
    (f"number: {filled('9')}", "OP106"),
    (f"approved: {filled('2')}", "OP105"),
    (f'statutes: ["{filled("7A-")}"]', "OP110"),
    (f'title: "{"x" * MAX_FILE_SIZE}"', "OP014"),
]
HOSTILE_TEXTS = [
    (filled("\u0430 "), "OP015"),
    (filled("\u0430"), "OP015"),
    (filled("<b>"), "OP204"),
    (filled("<b "), "OP202"),
    (filled("<a"), "OP202"),
    (filled("a *b "), "OP202"),
    (filled("*"), "OP202"),
    (filled("\\"), "OP202"),
    (filled(">"), "OP202"),
    (filled("> \n"), "OP202"),
    (filled("a\n1) b\n"), "OP202"),
    (filled("1) a\n"), "OP202"),
    (filled("# a\n"), "OP203"),
    (f"# {filled('Opinion Number ')}", "OP203"),
    (filled("\n \n"), "OP202"),
    (filled("Standard "), "OP202"),
    (f"Standards {filled('3, ')}", "OP202"),
    (f"Standards {filled('3(c), (d) and ')}", "OP202"),
    (f"Standard 3{filled('(c)')}", "OP202"),
    (f"AO {filled('1')}", "OP202"),
    (filled("AO 5 (2003) "), "OP202"),
    (filled("AO 1 (2001), "), "OP302"),
    (f"Harbor Stat. § {filled('7A-38.')}", "OP202"),
]
HOSTILE_RECORDS = [
    (b"\x00" * ROOM, "OP007"),
    (b"---\n" + b"\xff" * ROOM, "OP001"),
    ("\u202e" * (ROOM // 3), "OP007"),
    *((record_text(fields), code) for fields, code in HOSTILE_FIELDS),
    *((record_text(body=text), code) for text, code in HOSTILE_TEXTS),
]
HOSTILE_PAGES = [
    (filled("[x]("), None),
    (filled("[x](a:b)"), "OP210"),
    (filled("[["), None),
    (filled("[a]:\n"), "OP210"),
    (filled("[a](\t"), None),
    (filled("<!-- "), "OP210"),
]
HOSTILE_FILES = [
    *((RECORD, text, code) for text, code in HOSTILE_RECORDS),
    *(("pages/about.md", page_text(text), code) for text, code in HOSTILE_PAGES),
    ("opinions/topics.yml", f"a: &a x\n{BOMB}", "OP005"),
    ("opinions/ledger/2003/05.txt", filled("p1 " + "0" * 64 + "\n"), "OP505"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "text", "code"), HOSTILE_FILES, ids=count())
def test_a_file_made_to_exhaust_the_machine_is_checked_within_limits(
    tmp_path: Path, path: str, text: str | bytes, code: str | None
) -> None:
    exit_code, lines = run_check(write_corpus(tmp_path, {path: text}).root)
    assert any(f" error {code} " in line for line in lines) if code else exit_code == 0


@pytest.mark.slow
def test_thousands_of_findings_are_reported_but_few_for_one_file(tmp_path: Path) -> None:
    files = {
        f"opinions/2003/{number}.md": catalog_record(number, 2004) for number in range(100, 3100)
    }
    fields = "".join(f"x{number}: 1\n" for number in range(5000))
    exit_code, lines = run_check(
        write_corpus(tmp_path, {**files, RECORD: record_text(fields)}).root
    )
    assert exit_code == 1
    assert sum(" error OP402 " in line for line in lines) == 3000
    assert sum(line.startswith(f"{RECORD}:") for line in lines) == 100
    assert lines[-1] == "3100 errors, 0 warnings"


def test_special_files_and_links_are_not_opened(tmp_path: Path) -> None:
    paths = write_corpus(tmp_path)
    folder = paths.opinions / "2004"
    folder.mkdir()
    (folder / "loop.md").symlink_to(folder / "loop.md")
    (folder / "device.md").symlink_to("/dev/zero")
    (folder / "other-file.md").symlink_to("/etc/passwd")
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "pipe.txt")
    exit_code, lines = run_check(paths.root)
    assert exit_code == 1
    assert "root:" not in "".join(lines)
    findings = [line.partition(":1:1: error ")[::2] for line in lines[:-1:2]]
    assert [(Path(path).name, message[:5]) for path, message in findings] == [
        *((f"{name}.md", "OP013") for name in ("device", "loop", "other-file", "pipe")),
        ("pipe.txt", "OP404"),
    ]


@pytest.mark.parametrize("path", ["standards/commission.yml", "opinions/topics.yml"])
def test_a_pipe_in_place_of_a_required_file_is_not_read(tmp_path: Path, path: str) -> None:
    paths = write_corpus(tmp_path, {path: None})
    os.mkfifo(paths.root / path)
    exit_code, lines = run_check(paths.root)
    assert exit_code == 1
    assert lines[0].startswith(f"{path}:1:1: error OP013 ")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_names_of_files_that_are_not_text_are_reported_safely(
    tmp_path: Path, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    paths = write_corpus(tmp_path / "corpus")
    for name in (b"\xff.md", b"a\n::error::x.md", b"\x1b[2J.md", "\u202e.md".encode()):
        (paths.opinions / "2003" / os.fsdecode(name)).write_text("x")
    script = REPOSITORY / "scripts" / "check.py"
    command = [sys.executable, str(script), "--root", str(paths.root), "--format", format_]
    process = subprocess.run(command, capture_output=True, check=False)
    assert (process.returncode, process.stderr) == (1, b"")
    output = process.stdout.decode()
    assert output.count("OP002") >= 4
    assert "\x1b" not in output or format_ != "text"
    assert "\n::error::x" not in output
