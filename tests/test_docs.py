"""The guides say what is there."""

import re

import pytest

from corpus.model import Catalogued, Opinion
from corpus.places import REPOSITORY

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
