"""The same records give the same bytes, wherever, whenever and in whatever order they are read."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.build.manifest import MANIFEST
from corpus.paths import REPOSITORY
from devtools.fictional_collection import fictional_collection


def written(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def bytes_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_the_same_records_give_the_same_bytes_on_any_machine(
    council_site: Path, tmp_path: Path
) -> None:
    """Another folder, day, time zone, language, order of files, hash seed, mask and verb."""
    root = tmp_path / "other folder, “élan”"
    written(root, dict(reversed(fictional_collection(50).items())))
    environment = {
        "LC_ALL": "C",
        "LANG": "tr_TR.UTF-8",
        "TZ": "Asia/Kathmandu",
        "PYTHONHASHSEED": "2003",
        "COLUMNS": "20",
        "HOME": str(tmp_path),
        "SOURCE_DATE_EPOCH": "1500000000",
    }
    script = REPOSITORY / "scripts" / "build.py"
    done = subprocess.run(
        [sys.executable, str(script), "--root", str(root), "--out", str(tmp_path / "out")],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        umask=0o077,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    here, there = bytes_of(council_site), bytes_of(tmp_path / "out")
    assert sorted(here) == sorted(there)
    assert [name for name in here if here[name] != there[name]] == []


def test_no_file_of_a_site_names_the_folder_or_the_day_of_its_making(council_site: Path) -> None:
    made = (str(council_site.parent).encode(), str(REPOSITORY).encode())
    for name, data in bytes_of(council_site).items():
        assert not any(one in data for one in made), name


def test_the_manifest_is_that_of_sha256sum(council_site: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("there is no sha256sum")
    command = [program, "--check", "--quiet", "--strict", MANIFEST]
    done = subprocess.run(command, cwd=council_site, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
