"""A file that a change puts into the root folder does not run, whatever its name is."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from corpus.paths import REPOSITORY
from local_github import LocalGithub

_COMMAND = r"(?:^|[;&|({]|\b(?:then|do|else)\b)\s*[-@]?\s*(?:[A-Z_]+=\S* )*"
"""Where a command begins, with the variables that are set for it alone."""

UNGUARDED = {
    "a GNUmakefile is taken before the Makefile": (
        rf"{_COMMAND}(?:make\b|\$\(MAKE\))(?!.* -f Makefile\b)"
    ),
    "Python looks for modules in the root folder": (
        r"^(?!.*PYTHONSAFEPATH=1).*(?:python[\d.]*|\$\(PYTHON\))(?! -[IP])(?: -\w+)* -[mc]\b"
    ),
    "other files have settings of tests too": (
        r"(?:\bpytest|/pytest)\b(?!.* -c pyproject\.toml --confcutdir=tests)"
    ),
    "a ruff.toml is taken before pyproject.toml": r"/ruff\b(?!.* --config pyproject\.toml)",
    "a mypy.ini is taken before pyproject.toml": r"/mypy\b(?!.* --config-file pyproject\.toml)",
}


def _lines(script: str) -> list[str]:
    lines = script.replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if not line.lstrip().startswith("#")]


def _commands() -> Iterator[tuple[str, str]]:
    """Each line that a shell runs, with the name of its file."""
    for workflow in sorted((REPOSITORY / ".github/workflows").glob("*.yml")):
        for job in yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values():
            scripts = "\n".join(step.get("run", "") for step in job["steps"])
            yield from ((workflow.name, line) for line in _lines(scripts))
    for program in (REPOSITORY / ".ci").iterdir():
        yield from ((program.name, line) for line in _lines(program.read_text(encoding="utf-8")))
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in makefile.splitlines():
        if line.startswith("\t") or ":=" in line:
            yield "Makefile", line.strip()
    container = json.loads((REPOSITORY / ".devcontainer/devcontainer.json").read_bytes())
    yield from (("devcontainer.json", container[key]) for key in container if "Command" in key)


def _unguarded(line: str) -> list[str]:
    return [reason for reason, pattern in UNGUARDED.items() if re.search(pattern, line)]


def test_every_command_is_safe_from_files_in_the_root_folder() -> None:
    commands = list(_commands())
    assert len([line for _, line in commands if "make -" in line]) > 8
    assert len([line for _, line in commands if re.search("python.* -[mc]", line)]) > 8
    assert not [(name, line, found) for name, line in commands if (found := _unguarded(line))]


@pytest.mark.parametrize(
    "line",
    [
        "make site",
        "@make clean",
        "make -C programs .venv/site",
        "test -e x && make site",
        "WHEELHOUSE=x make site",
        "$(MAKE) site",
        "python3 -m venv .venv",
        "seen=$(python3 -c 'import re')",
        "PYTHONPATH=scripts .venv/bin/python -m devtools.preview_folder",
        "$(PYTHON) -B -m venv .venv",
        "python3.13 -m pip install mkdocs",
        "$(BIN)/pytest tests",
        "$(BIN)/python -P -m pytest",
        "$(BIN)/ruff check",
        "$(BIN)/mypy",
    ],
)
def test_a_command_that_would_run_such_a_file_is_noticed(line: str) -> None:
    assert _unguarded(line)


def _shadow_every_module(folder: Path) -> None:
    """Put into a folder a module for each name that Python or a package has."""
    for name in (*sys.stdlib_module_names, "devtools", "corpus", "pip", "pytest", "xdist"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").write_text("raise SystemExit('it ran')\n")


@pytest.mark.slow
def test_no_module_in_the_root_folder_takes_the_place_of_another(github: LocalGithub) -> None:
    work = github.clone("change")
    page = work / "build/preview/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<a href='topics/'>Topics</a>")
    _shadow_every_module(work)
    step = "Name each page in its links, so that the site works in an unzipped folder"
    assert github.run("check", step, work), github.log
    assert github.run("check", "Check every record", work, PUBLISHED="none"), github.log


@pytest.mark.slow
def test_no_makefile_of_another_name_is_read(tmp_path: Path) -> None:
    shutil.copy(REPOSITORY / "Makefile", tmp_path)
    for name in ("GNUmakefile", "makefile"):
        (tmp_path / name).write_text("$(shell touch it-ran)\nclean:\n")
    subprocess.run(["/bin/sh", "-c", "make -f Makefile clean"], cwd=tmp_path, check=True)
    assert not (tmp_path / "it-ran").exists()


@pytest.mark.slow
def test_no_settings_or_modules_beside_pyproject_reach_the_tests(tmp_path: Path) -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    command = re.findall(r"^PYTEST := (.+)", makefile, re.MULTILINE)[0]
    command = command.replace("$(BIN)/python", sys.executable)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/test_red.py").write_text("def test_red():\n    assert False\n")
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\ntestpaths = ["tests"]\n')
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    (tmp_path / "conftest.py").write_text("raise SystemExit('it ran')\n")
    _shadow_every_module(tmp_path)
    run = subprocess.run(
        ["/bin/sh", "-c", f"{command} -p no:randomly -n 1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "1 failed" in run.stdout, run.stdout + run.stderr
    assert "it ran" not in run.stdout + run.stderr
