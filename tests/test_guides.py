"""The guides name what is there, and what they say to type is right."""

import re
from pathlib import Path

import pytest
import yaml

from corpus.analysis.citing import full_citation
from corpus.checks.runner import check
from corpus.model.opinion import OpinionId
from corpus.paths import REPOSITORY
from factories import (
    RECORD,
    UNCHANGED_LAW,
    VALID_FILES,
    full_record,
    index_of,
    read_corpus,
    read_valid_corpus,
    record_text,
)

GITHUB = REPOSITORY / ".github"
FIVE, SIX = "opinions/2003/05.md", "opinions/2004/06.md"
LATER = full_record(6, 2004, text="See AO 5 (2003).")


def guide(name: str) -> str:
    return (REPOSITORY / f"pages/{name}.md").read_text(encoding="utf-8")


def to_type(name: str, field: str) -> str:
    """Return the lines that a guide says to type for a field, without their indent."""
    lines = re.search(rf"^( +){field}:\n(?:\1 +.*\n)+", guide(name), re.MULTILINE)
    assert lines, field
    return re.sub(f"^{lines[1]}", "", lines[0], flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("field", "path", "text", "cited"),
    [
        ("corrections", FIVE, RECORD, "(as corrected March 3, 2024)"),
        ("withdrawn", FIVE, RECORD, "(withdrawn)"),
        ("opinions", SIX, LATER, "(modified by AO 6 (2004))"),
    ],
)
def test_what_the_guide_on_corrections_says_to_type_has_its_effect(
    tmp_path: Path, field: str, path: str, text: str, cited: str
) -> None:
    _, fields, body = text.split("---\n", 2)
    with_field = f"---\n{fields}{to_type('corrections', field)}---\n{body}"
    index = index_of(read_valid_corpus(tmp_path, {**UNCHANGED_LAW, path: with_field}))
    assert full_citation(index.by_id[OpinionId(2003, 5)], index).endswith(cited)


def test_what_the_guide_on_the_law_says_to_type_is_an_edition(tmp_path: Path) -> None:
    standard = VALID_FILES["standards/3.md"]
    added = to_type("law-changed", "editions").partition("\n")[2]
    files = {"standards/3.md": standard.replace("\n---\n", f"\n{added}---\n")}
    references = read_valid_corpus(tmp_path, files).references
    (authority,) = (found for found in references.authorities.values() if found.title)
    assert [str(edition.day) for edition in authority.editions] == ["2020-03-01", "2026-10-01"]


def test_the_exception_that_the_guide_for_staff_says_to_type_is_one(tmp_path: Path) -> None:
    text = record_text('statutes: ["7A-38.2(b)"]\n')
    findings = check(read_corpus(tmp_path / "before", {FIVE: text}))
    assert [finding.code for finding in findings] == ["OP303"]
    _, fields, body = text.split("---\n", 2)
    with_exception = f"---\n{fields}{to_type('staff', 'waivers')}---\n{body}"
    assert check(read_corpus(tmp_path / "after", {FIVE: with_exception})) == ()


def test_the_form_and_the_guide_name_the_files_that_the_workflow_takes() -> None:
    workflow = (GITHUB / "workflows/intake.yml").read_text(encoding="utf-8")
    endings = re.findall(r"\w+", re.findall(r"\.\(([\w|]+)\)\$'", workflow)[0])
    form = (GITHUB / "ISSUE_TEMPLATE/opinion.yml").read_text(encoding="utf-8")
    for ending in endings:
        assert f".{ending}" in form
        assert f"{ending}" in guide("staff").lower()


def test_the_guides_name_the_form_the_labels_and_the_jobs_as_they_are() -> None:
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/opinion.yml").read_text(encoding="utf-8"))
    staff, review = guide("staff"), guide("review")
    assert f"**{form['name']}**" in staff
    assert f"“{form['body'][1]['attributes']['label']}”" in staff
    jobs = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (GITHUB / "workflows").glob("*.yml")
    }
    for workflow, label in (("intake", "ingest"), ("seal", "seal")):
        assert f"github.event.label.name == '{label}'" in str(jobs[workflow]["jobs"])
        assert f"choose `{label}`" in staff or f"choose the label `{label}`" in staff
        assert f"`{label}`" in review
    for job in ("records", "tests"):
        assert f"*{jobs['check']['jobs'][job]['name']}*" in review
    assert f"**{jobs['check']['jobs']['records']['name']}**" in staff
    assert f"*{jobs['seal']['name']}*" in review


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("review", "The approved text changes"),
        ("law-changed", "Citations to review, because the law changed"),
    ],
)
def test_the_guides_quote_the_headings_of_the_comment(name: str, heading: str) -> None:
    program = (REPOSITORY / "scripts/corpus/build/effects.py").read_text(encoding="utf-8")
    assert f"“{heading}”" in guide(name)
    assert heading in program
