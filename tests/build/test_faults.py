"""Whatever befalls a build, the site before it stays whole, and the build after it is right."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest

from corpus.build.manifest import MANIFEST
from corpus.paths import REPOSITORY, CorpusPaths
from factories import RECORD, catalogued, corpus

LATER = {"opinions/2003/05.md": RECORD.replace("Naming a speaker", "Telling a name")}


def command(paths: CorpusPaths, *arguments: str | Path, verb: str = "build") -> list[str]:
    script = REPOSITORY / "scripts" / f"{verb}.py"
    return [sys.executable, str(script), "--root", str(paths.root), *map(str, arguments)]


def run(paths: CorpusPaths, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(paths, *arguments), capture_output=True, text=True, check=False, timeout=120
    )


def titles(site: Path) -> set[str]:
    """What the page of the opinion is called in a site, each of whose files is as it was made."""
    for line in (site / MANIFEST).read_text().splitlines():
        digest, _, name = line.partition("  ")
        assert sha256((site / name).read_bytes()).hexdigest() == digest, name
    shown = (site / "opinions/2003/05/index.html").read_text()
    return {one for one in ("Naming a speaker", "Telling a name") if f"<h1>{one}</h1>" in shown}


@pytest.fixture
def built(tmp_path: Path, fictional_site: Path) -> CorpusPaths:
    """A corpus that was changed since its site was built."""
    paths = corpus(tmp_path / "corpus", LATER)
    shutil.copytree(fictional_site, paths.site)
    return paths


@pytest.fixture
def small_disk(tmp_path: Path, fictional_site: Path) -> Iterator[Path]:
    """A file system with room for a site and a half, where this process may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    pages = sum(1 + one.stat().st_size // 4096 for one in fictional_site.rglob("*"))
    options = ["-t", "tmpfs", "-o", f"size={pages * 6}k", "tmpfs", str(folder)]
    if not mount or subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a file system")
    yield folder
    subprocess.run([umount or "umount", folder], check=True)


def killed(command: list[str], after: float, *, alone: bool) -> None:
    """A command, killed after so many seconds: alone, or with the programs that it runs."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            process.kill() if alone else os.killpg(process.pid, signal.SIGKILL)


def test_a_build_that_is_killed_at_any_moment_leaves_the_site_whole(built: CorpusPaths) -> None:
    started = monotonic()
    assert run(built, "--out", built.root / "trial").returncode == 0
    whole = monotonic() - started
    chance = random.Random(2003)  # noqa: S311 - moments, no secrets
    for kill in range(6):
        killed(command(built), chance.uniform(0.2, 1) * whole, alone=bool(kill % 2))
        assert len(titles(built.site)) == 1
    done = run(built)
    assert done.returncode == 0, done.stdout
    assert titles(built.site) == {"Telling a name"}
    again = {path.name for path in built.root.iterdir()}
    assert again == {"build", "opinions", "site", "standards", "trial"}
    same = [(built.root / name / MANIFEST).read_bytes() for name in ("site", "trial")]
    assert same[0] == same[1]


@pytest.mark.parametrize("most", [10_000, 60_000, 150_000])
def test_a_file_that_cannot_be_written_whole_stops_the_build(built: CorpusPaths, most: int) -> None:
    """The limit stands for a disk that is full: writing fails half-way through a file."""
    limited = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (most, most))
    done = subprocess.run(
        command(built),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    told = done.stdout.splitlines()[-1]
    assert told.startswith(("the site cannot be written: ", "MkDocs failed: ", "Pagefind failed: "))
    assert titles(built.site) == {"Naming a speaker"}
    assert run(built).returncode == 0
    assert titles(built.site) == {"Telling a name"}


def test_a_full_disk_stops_the_build(built: CorpusPaths, small_disk: Path) -> None:
    site = shutil.copytree(built.site, small_disk / "site")
    before = titles(site)
    done = run(built, "--out", site)
    assert done.returncode == 1
    assert "No space left on device" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert titles(site) == before
    assert [path.name for path in small_disk.iterdir()] == ["site"]


@pytest.mark.parametrize("lost", ["build", ".site-*"])
def test_a_build_that_loses_its_folder_says_so(built: CorpusPaths, lost: str) -> None:
    """MkDocs is stopped in its place by a program that takes the folder away."""
    remove = (
        f"import pathlib, shutil\nfor one in pathlib.Path({str(built.root)!r}).glob({lost!r}):\n"
    )
    package = built.root.parent / "first" / "mkdocs"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(
        f"{remove}    shutil.rmtree(one)\n"
        "import os, sys\nsys.path.pop(0)\n"
        "os.environ.pop('PYTHONPATH')\n"
        "os.execv(sys.executable, [sys.executable, '-m', 'mkdocs', *sys.argv[1:]])\n"
    )
    done = with_environment(built, {"PYTHONPATH": str(package.parent)})
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert titles(built.site) == {"Naming a speaker"}
    assert run(built).returncode == 0
    assert titles(built.site) == {"Telling a name"}


def with_environment(
    paths: CorpusPaths, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(paths), capture_output=True, text=True, check=False, env=os.environ | environment
    )


def test_two_builds_at_once_come_one_after_the_other(built: CorpusPaths) -> None:
    with (
        subprocess.Popen(command(built), stdout=subprocess.PIPE, text=True) as one,
        subprocess.Popen(command(built), stdout=subprocess.PIPE, text=True) as other,
    ):
        said = [process.communicate(timeout=120)[0] for process in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0)
    assert sum("another build is at work; waiting for it" in words for words in said) == 1
    assert titles(built.site) == {"Telling a name"}


def test_a_seal_that_is_killed_has_sealed_all_or_nothing(tmp_path: Path) -> None:
    files = {f"opinions/2003/{one}.md": catalogued(one, 2003) for one in range(100, 400)}
    started = monotonic()
    whole = corpus(tmp_path / "whole", files)
    seal = partial(command, verb="seal")
    subprocess.run(seal(whole), check=True, capture_output=True)
    took = monotonic() - started
    paths = corpus(tmp_path / "killed", files)
    chance = random.Random(2003)  # noqa: S311 - moments, no secrets
    for _ in range(4):
        killed(seal(paths), chance.uniform(0.5, 1) * took, alone=True)
        assert read(paths.ledger) in ({}, read(whole.ledger))
    subprocess.run(seal(paths), check=True, capture_output=True)
    assert read(paths.ledger) == read(whole.ledger) != {}


def read(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_two_that_begin_the_same_record_do_not_overwrite_each_other(tmp_path: Path) -> None:
    paths = corpus(tmp_path)
    begin = command(paths, "--year", "2005", "--number", "7", "--title", "T", verb="new")
    begin += ["--approved", "2005-01-01"]
    both = [subprocess.Popen(begin, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=60)[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 2]
    assert sum("is there already" in words for words in said) == 1
