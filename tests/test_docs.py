"""The guides say what is there."""

import re
import shutil
import subprocess

import pytest

from corpus.build.effects import Effects, Shift, as_markdown
from corpus.model.opinion import Catalogued, Opinion
from corpus.paths import REPOSITORY

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    for script in (REPOSITORY / "scripts").glob("*.py"):
        assert f"`{script.name}`" in README


def test_every_make_target_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?:`|^)make (\w+)", README + CONTRIBUTING, re.MULTILINE))
    assert named >= {"site", "serve", "check", "test"}
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_the_workflows_run_what_anybody_can_run() -> None:
    workflows = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
    assert len(workflows) > 3
    for workflow in workflows:
        steps = workflow.read_text(encoding="utf-8")
        for target in re.findall(r"make (?:-C \w+ )?([.\w/]+)", steps):
            assert re.search(rf"^{re.escape(target)}:", MAKEFILE, re.MULTILINE), target
        for script in re.findall(r"scripts/(\w+)\.py", steps):
            assert (REPOSITORY / f"scripts/{script}.py").is_file(), script


def test_an_action_of_others_is_pinned_by_its_commit() -> None:
    for workflow in (REPOSITORY / ".github/workflows").glob("*.yml"):
        for used in re.findall(r"uses: (\S+)", workflow.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used


def test_every_field_of_a_record_is_explained_and_no_other() -> None:
    table = CONTRIBUTING.partition("## The text of a record")[0]
    told = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(told) == sorted(Opinion.model_fields)
    assert set(Catalogued.model_fields) < set(told)


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_that_is_linked_is_there(text: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    for link in links:
        assert (REPOSITORY / link).exists(), link


def test_every_package_has_its_reason() -> None:
    settings = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(r'^    "([\w-]+)(?:==.*)?",$', settings, re.MULTILINE)
    reasons = CONTRIBUTING.partition("## What is used")[2]
    assert len(named) > 10
    for package in named:
        assert re.search(rf"(?<![\w-]){package}(?![\w-])", reasons), package


def test_nothing_that_is_made_is_committed() -> None:
    """Pages in `build/` would be published as they are."""
    git = shutil.which("git")
    if git is None or not (REPOSITORY / ".git").exists():
        pytest.skip("this is no clone")
    listed = [git, "ls-files", "build", "site", ".venv", "wheelhouse"]
    done = subprocess.run(listed, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_the_reviewers_guide_quotes_the_heading_that_effects_writes() -> None:
    no = Shift((), ())
    effects = Effects(("a word",), no, (), (), no, no, no, no)
    (heading,) = re.findall("^## (.*)$", as_markdown(effects).partition("\n\n")[0])
    guide = (REPOSITORY / "pages/review.md").read_text(encoding="utf-8")
    assert f"“{heading}” must not appear" in guide
