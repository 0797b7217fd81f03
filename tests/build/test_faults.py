"""Whatever happens to a build, the old site stays whole, and the next build is right."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.build.manifest import MANIFEST
from corpus.build.swap import MARK
from corpus.paths import SCRIPTS, CorpusPaths
from factories import RECORD, catalog_record, write_corpus
from folders import bytes_below

pytestmark = pytest.mark.slow

OLD, NEW = "Naming a speaker", "Telling a name"
CHANGED = {"opinions/2003/05.md": RECORD.replace(OLD, NEW)}


def command(paths: CorpusPaths, *arguments: str | Path, name: str = "build") -> list[str]:
    script = SCRIPTS / f"{name}.py"
    return [sys.executable, str(script), "--root", str(paths.root), *map(str, arguments)]


def run(
    paths: CorpusPaths, *arguments: str | Path, environment: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(paths, *arguments),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env=environment,
    )


def title(site: Path) -> str:
    """The title of the opinion in a site, all of whose files have the hashes of its manifest."""
    for line in (site / MANIFEST).read_text().splitlines():
        digest, _, name = line.partition("  ")
        assert sha256((site / name).read_bytes()).hexdigest() == digest, name
    text = (site / "opinions/2003/05/index.html").read_text()
    (title,) = (title for title in (OLD, NEW) if f"<h1>{title}</h1>" in text)
    return title


@pytest.fixture
def built(tmp_path: Path, small_site: Path) -> CorpusPaths:
    """A corpus that changed after its site was built."""
    paths = write_corpus(tmp_path / "corpus", CHANGED)
    shutil.copytree(small_site, paths.site)
    return paths


@pytest.fixture
def small_disk(tmp_path: Path, small_site: Path) -> Iterator[Path]:
    """A file system with room for a site and a half, if this process may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    files = filter(Path.is_file, small_site.rglob("*"))
    blocks = sum(1 + path.stat().st_size // 4096 for path in files)
    options = ["-t", "tmpfs", "-o", f"size={blocks * 6}k", "tmpfs", str(folder)]
    if not mount or subprocess.run([mount, *options], capture_output=True, check=False).returncode:
        pytest.skip("only root may mount a file system")
    yield folder
    subprocess.run([umount or "umount", folder], check=True)


def kill(process: subprocess.Popen[str], *, alone: bool) -> None:
    """Kill a process: alone, or with the programs that it started."""
    process.kill() if alone else os.killpg(process.pid, signal.SIGKILL)


MOMENTS = ("0 errors", "building the pages", "building the search index", "verifying the site")
"""What a build prints before it stages, runs MkDocs, indexes, and verifies."""


def test_a_build_that_is_killed_at_any_step_leaves_the_site_whole(built: CorpusPaths) -> None:
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    for moment in MOMENTS:
        for alone in (True, False):
            with subprocess.Popen(
                command(built),
                stdout=subprocess.PIPE,
                text=True,
                start_new_session=True,
                env=environment,
            ) as process:
                assert any(line.startswith(moment) for line in process.stdout or ())
                kill(process, alone=alone)
            assert title(built.site) == OLD
    build = run(built)
    assert build.returncode == 0, build.stdout
    assert title(built.site) == NEW
    assert {path.name for path in built.root.iterdir()} == {
        "build",
        "opinions",
        "site",
        "standards",
    }
    fresh = write_corpus(built.root.parent / "fresh", CHANGED)
    assert run(fresh).returncode == 0
    assert bytes_below(built.site) == bytes_below(fresh.site)


@pytest.mark.parametrize("limit", [2_000, 10_000, 20_000, 60_000])
def test_a_file_that_cannot_be_written_whole_stops_the_build(
    built: CorpusPaths, limit: int
) -> None:
    """The limit stands for a full disk: writing fails in the middle of a file."""
    build = subprocess.run(
        command(built),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert build.returncode == 1, build.stdout + build.stderr
    assert "Traceback" not in build.stdout + build.stderr
    reasons = ("the site cannot be written: ", "MkDocs failed: ")
    assert build.stdout.splitlines()[-1].startswith(reasons)
    assert title(built.site) == OLD
    assert run(built).returncode == 0
    assert title(built.site) == NEW


def test_a_full_disk_stops_the_build(built: CorpusPaths, small_disk: Path) -> None:
    site = shutil.copytree(built.site, small_disk / "site")
    build = run(built, "--out", site)
    assert build.returncode == 1
    assert "No space left on device" in build.stdout
    assert "Traceback" not in build.stdout + build.stderr
    assert title(site) == OLD
    assert [path.name for path in small_disk.iterdir()] == ["site"]


IMPOSTOR = """
import os, pathlib, shutil, sys
for path in pathlib.Path({root!r}).glob({pattern!r}):
    shutil.rmtree(path)
sys.path.pop(0)
os.environ.pop("PYTHONPATH")
os.execv(sys.executable, [sys.executable, "-m", "mkdocs", *sys.argv[1:]])
"""
"""A program in the place of MkDocs, which removes a folder and then runs MkDocs."""


@pytest.mark.parametrize("pattern", ["build", f"{MARK}-*"])
def test_a_build_that_loses_its_folder_says_so(built: CorpusPaths, pattern: str) -> None:
    package = built.root.parent / "first" / "mkdocs"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(IMPOSTOR.format(root=str(built.root), pattern=pattern))
    build = run(built, environment=os.environ | {"PYTHONPATH": str(package.parent)})
    assert build.returncode == 1, build.stdout + build.stderr
    assert "Traceback" not in build.stdout + build.stderr
    assert title(built.site) == OLD
    assert run(built).returncode == 0
    assert title(built.site) == NEW


def test_two_builds_at_once_run_one_after_the_other(built: CorpusPaths) -> None:
    with (
        subprocess.Popen(command(built), stdout=subprocess.PIPE, text=True) as first,
        subprocess.Popen(command(built), stdout=subprocess.PIPE, text=True) as second,
    ):
        outputs = [process.communicate(timeout=120)[0] for process in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert sum("another build is running" in output for output in outputs) == 1
    assert title(built.site) == NEW


def count_seals(folder: Path) -> int:
    """The seals below a folder; 0 if it is swapped into place while they are counted."""
    try:
        return len(list(folder.rglob("*.txt")))
    except FileNotFoundError:
        return 0


@pytest.mark.parametrize("written", [0, 1, 150, 300])
def test_a_killed_seal_command_has_sealed_all_or_nothing(tmp_path: Path, written: int) -> None:
    files = {
        f"opinions/2003/{number}.md": catalog_record(number, 2003) for number in range(100, 400)
    }
    paths = write_corpus(tmp_path, files)
    paths.build.mkdir()
    seal = command(paths, name="seal")
    with subprocess.Popen(seal, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None and count_seals(paths.build) < written:
            pass
        process.kill()
    killed = bytes_below(paths.ledger) if paths.ledger.exists() else {}
    subprocess.run(seal, check=True, capture_output=True)
    complete = bytes_below(paths.ledger)
    assert len(complete) == len(files) + 1
    assert killed in ({}, complete)


def test_two_commands_that_start_the_same_record_do_not_overwrite_each_other(
    tmp_path: Path,
) -> None:
    arguments = ["--year", "2005", "--number", "7", "--title", "T", "--approved", "2005-01-01"]
    new = command(write_corpus(tmp_path), *arguments, name="new")
    both = [subprocess.Popen(new, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    messages = [process.communicate(timeout=60)[1] for process in both]
    assert sorted(process.returncode for process in both) == [0, 2]
    assert sum("already exists" in message for message in messages) == 1
