"""The same records give the same bytes, wherever, whenever and in whatever order they are read."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.build.manifest import MANIFEST
from corpus.paths import REPOSITORY, SCRIPTS
from devtools.fictional_collection import fictional_collection
from folders import bytes_below

OTHER_MACHINE = {
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "TZ": "Asia/Kathmandu",
    "PYTHONHASHSEED": "2003",
    "COLUMNS": "20",
    "SOURCE_DATE_EPOCH": "1500000000",
}


def test_the_same_records_give_the_same_bytes_on_any_machine(
    fictional_site: Path, tmp_path: Path
) -> None:
    """Another folder, time zone, language, order of files, hash seed, home and umask."""
    root = tmp_path / "other folder, “élan”"
    for name, text in reversed(fictional_collection(50).items()):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    command: list[str | Path] = [sys.executable, SCRIPTS / "build.py", "--root", root]
    process = subprocess.run(
        [*command, "--out", tmp_path / "out"],
        env=os.environ | OTHER_MACHINE | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
    )
    assert process.returncode == 0, process.stdout + process.stderr
    here, other = bytes_below(fictional_site), bytes_below(tmp_path / "out")
    assert sorted(here) == sorted(other)
    assert [name for name in here if here[name] != other[name]] == []


def test_no_file_contains_the_folder_in_which_it_was_built(fictional_site: Path) -> None:
    folders = (str(fictional_site.parent).encode(), str(REPOSITORY).encode())
    for name, data in bytes_below(fictional_site).items():
        assert not any(folder in data for folder in folders), name


def test_sha256sum_accepts_the_manifest(fictional_site: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("sha256sum is not installed")
    command = [program, "--check", "--quiet", "--strict", MANIFEST]
    process = subprocess.run(command, cwd=fictional_site, capture_output=True, check=False)
    assert (process.returncode, process.stdout, process.stderr) == (0, b"", b"")
