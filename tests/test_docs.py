"""The guides say what is there."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from corpus.model.authority import authority_model
from corpus.model.json_schema import commission_schema, opinion_schema
from corpus.paths import REPOSITORY, TEMPLATES
from corpus.review.changes.record_changes import RecordChanges
from corpus.review.changes.text_changes import TextChange
from corpus.review.comment.effects_report import as_markdown_of_records
from golden_files import assert_golden
from marked_text import real_commission

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
RECORDS = json.loads(opinion_schema(real_commission().kinds))["$defs"]
SETTINGS = json.loads(commission_schema())
AUTHORITY = authority_model(real_commission().kinds[0]).model_json_schema()
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    for script in (REPOSITORY / "scripts").glob("*.py"):
        assert f"`{script.name}`" in README


def test_every_make_target_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?:`|^)make (\w+)", README + CONTRIBUTING, re.MULTILINE))
    assert named >= {"site", "serve", "check", "test"}
    for target in named:
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_the_search_of_the_demo_knows_the_synonyms_it_is_measured_with() -> None:
    recipe = MAKEFILE.partition("\ndemo:")[2].partition("\n\n")[0]
    copied = recipe.index("opinions/thesaurus.yml build/demo/opinions/")
    assert copied < recipe.index("scripts/build.py")


def test_the_workflows_run_what_anybody_can_run() -> None:
    workflows = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
    assert len(workflows) > 3
    for workflow in workflows:
        steps = workflow.read_text(encoding="utf-8")
        for targets in re.findall(r"make (?:-C \w+ )?-f Makefile (.+)", steps):
            for target in targets.split():
                assert re.search(rf"^{re.escape(target)}:", MAKEFILE, re.MULTILINE), target
        for script in re.findall(r"scripts/(\w+)\.py", steps):
            assert (REPOSITORY / f"scripts/{script}.py").is_file(), script


def test_every_python_that_is_said_to_be_tested_is_tested() -> None:
    steps = (REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8")
    tested = yaml.safe_load(steps)["jobs"]["python"]["strategy"]["matrix"]["python"]
    named = f"{', '.join(tested[:-1])} and {tested[-1]}"
    assert f"Python {named}" in README
    assert f"Python {named}" in CONTRIBUTING


def test_an_action_of_others_is_pinned_by_its_commit() -> None:
    for workflow in (REPOSITORY / ".github/workflows").glob("*.yml"):
        for used in re.findall(r"uses: (\S+)", workflow.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), used
            name = used.partition("@")[0].removeprefix("actions/")
            assert f"`{name}`" in CONTRIBUTING, f"which actions does {name} call?"


def test_a_signature_is_taken_only_from_the_workflow_of_a_release() -> None:
    """Another workflow, or this one on a branch that nobody reviewed, can sign too."""
    page = (TEMPLATES / "verify.html").read_text(encoding="utf-8")
    security = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
    workflow = "/.github/workflows/release.yml@refs/tags/"
    for text in (page, security):
        for command in re.findall(r"gh attestation verify(?:.*\\\n)*.*", text):
            assert workflow in command, command
        assert workflow in text


def field_rows(
    schema: dict[str, Any], definitions: dict[str, Any], above: str = ""
) -> Iterator[str]:
    """The fields of a file as rows of a Markdown table, each with the fields within it, once."""
    for name, field in schema["properties"].items():
        required = "Required. " if name in schema.get("required", ()) else ""
        description = " ".join(field["description"].split())
        yield f"| {above}`{name}` | {required}{description} |\n"
        values = field.get("items") or field.get("additionalProperties") or field
        reference = values.get("$ref", "").removeprefix("#/$defs/")
        if "properties" in definitions.get(reference, {}):
            yield from field_rows(definitions.pop(reference), definitions, f"{above}`{name}` → ")


@pytest.mark.parametrize(
    ("page", "heading", "schema", "definitions"),
    [
        ("fields", "# The fields of a record", RECORDS["Opinion"], RECORDS),
        ("fields", "## Standards, statutes and rules", AUTHORITY, AUTHORITY["$defs"]),
        ("settings", "## The settings", SETTINGS, SETTINGS["$defs"]),
    ],
)
def test_a_table_of_fields_is_made_from_the_model(
    page: str, heading: str, schema: dict[str, Any], definitions: dict[str, Any]
) -> None:
    path = REPOSITORY / f"pages/{page}.md"
    text = path.read_text(encoding="utf-8")
    start = text.index("|---|---|\n", text.index(f"{heading}\n")) + len("|---|---|\n")
    end = text.index("\n\n", start) + 1
    rows_now = "".join(field_rows(schema, dict(definitions)))
    assert_golden(path, text[:start] + rows_now + text[end:])


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_file_that_is_linked_is_there(text: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert links
    for link in links:
        assert (REPOSITORY / link).exists(), link


def test_the_subject_of_every_module_of_rules_is_named() -> None:
    for module in (REPOSITORY / "scripts/corpus/checks/rules").glob("op*.py"):
        assert f"`{module.name}`: " in CONTRIBUTING


def test_every_package_has_its_reason() -> None:
    lists = (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.")[0]
    named = re.findall(r'^    "([\w-]+)(?:==.*)?",(?:  # (\w.+))?$', lists, re.MULTILINE)
    with_reason = {package for package, reason in named if reason}
    assert len(with_reason) > 10
    assert with_reason == {package for package, _ in named}


def missing_files(row: str) -> Iterator[str]:
    """The files of a row that are not there; a name alone is in the folder named last before it."""
    folder = REPOSITORY
    for name in re.findall(r"`((?:[\w.-]+/)+[\w.-]*|[\w.-]+\.(?:py|js|css|html|typ|yml))`", row):
        top = REPOSITORY / ("scripts" if name.startswith("corpus/") else "")
        path = top / name if (top / name).exists() else folder / name
        if not path.exists():
            yield name
        folder = path if name.endswith("/") else path.parent


def test_every_file_to_go_to_is_there() -> None:
    tables = CONTRIBUTING.partition("## How it works")[2].partition("\n## What words")[0]
    rows = re.findall(r"^(?:\| (?!OP)[^|]* \||[0-9]+\.) (.*)$", tables, re.MULTILINE)
    assert len(rows) > 100
    assert [name for row in rows for name in missing_files(row)] == []


def test_no_locked_package_is_built_from_source() -> None:
    """Pip obeys this line. No hash covers the packages that a build would need."""
    locks = sorted(REPOSITORY.glob("requirements*.txt"))
    assert len(locks) == 5
    for lock in locks:
        lines = lock.read_text(encoding="utf-8").splitlines()
        assert "--only-binary :all:" in lines, lock.name
        packages = [line for line in lines if re.match(r"[a-z0-9]", line)]
        assert all(re.match(r"[\w.-]+==[\w.]+(?: ;.*)? \\$", line) for line in packages), lock.name


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in this repository; the test is skipped outside of a clone."""
    program = shutil.which("git")
    if program is None or not (REPOSITORY / ".git").exists():
        pytest.skip("this is not a clone")
    command = [program, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_nothing_that_is_made_is_committed() -> None:
    """Pages in `build/` would be published as they are."""
    assert git("ls-files", "build", "site", ".venv", "wheelhouse").stdout == ""


def test_no_new_module_is_ignored() -> None:
    folders = [path for path in (REPOSITORY / "scripts").rglob("*") if path.is_dir()]
    modules = [str(path / "new.py") for path in folders if path.name != "__pycache__"]
    assert git("check-ignore", *modules).stdout == ""


def test_the_reviewers_guide_quotes_the_heading_that_effects_writes() -> None:
    changes = RecordChanges(texts=(TextChange("AO 5 (2003)", "paragraph 2 changes"),))
    (heading,) = re.findall("^## (.*)$", as_markdown_of_records(changes).partition("\n\n")[0])
    guide = (REPOSITORY / "pages/review.md").read_text(encoding="utf-8")
    assert f"“{heading}” must not appear" in guide
