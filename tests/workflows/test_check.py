"""The preview of a pull request, made with the steps of the workflow *Check*."""

import shutil
from pathlib import Path

import pytest
import yaml

from corpus.paths import REPOSITORY
from factories import RECORD, full_record
from local_github import LocalGithub

pytestmark = pytest.mark.slow

BUILD = "Build the site"
COMMENT = "Keep one comment up to date"
EFFECTS = "Tell what changes for readers"
MARK = "<!-- What changes for readers -->"
HEAD, BASE = "a1b2c3d4e5f6", "0f1e2d3c4b5a"
OPENING = f"{MARK}\nCompared: `a1b2c3d` with `main` at `0f1e2d3`\n\n"
UNZIPPED = "Name each page in its links, so that the site works in an unzipped folder"


def pull_request(github: LocalGithub, path: str, text: str) -> Path:
    """Return a clone that is checked out as *Check* does for a pull request with this file."""
    work = github.clone("change")
    shutil.copy(REPOSITORY / "mkdocs.yml", work)
    (work / path).parent.mkdir(parents=True, exist_ok=True)
    (work / path).write_text(text)
    github.push(work, "change")
    return work


@pytest.mark.parametrize(
    ("path", "text", "shown", "problem"),
    [
        ("opinions/2004/06.md", full_record(6, 2004), "AO 6 (2004)", ""),
        ("opinions/2003/05.md", RECORD.replace("It may (", "It must ("), "It must (", ""),
        ("opinions/2003/05.md", RECORD.replace("(see Standard 3(c))", ""), "It may .", "OP303"),
        ("opinions/2004/06.md", full_record(6, 2004, "title: ''"), "AO 5 (2003)", "OP104"),
    ],
)
def test_a_pull_request_has_a_preview_even_if_the_check_is_red(
    github: LocalGithub, path: str, text: str, shown: str, problem: str
) -> None:
    work = pull_request(github, path, text)
    assert github.run("check", BUILD, work, PUBLISHED="none") is (not problem), github.log
    assert github.run("check", UNZIPPED, work), github.log
    page = (work / "build/unzipped/opinions/2003/05/index.html").read_text()
    assert shown in page
    assert problem in page
    assert ("What is wrong" in page) is bool(problem)
    assert 'href="../../../topics/index.html"' in page


def test_a_change_of_a_published_word_is_named_in_its_preview(github: LocalGithub) -> None:
    pull_request(github, "opinions/2004/06.md", full_record(6, 2004))
    assert github.seal("change"), github.log
    work = github.clone("change")
    record = work / "opinions/2003/05.md"
    record.write_text(record.read_text().replace("It may (", "It must ("))
    shutil.rmtree(work / "opinions/ledger")
    assert not github.run("check", BUILD, work, PUBLISHED="HEAD")
    assert "OP507" in (work / "build/preview/opinions/2003/05/index.html").read_text()


def test_the_summary_says_if_there_can_be_no_preview(github: LocalGithub) -> None:
    work = pull_request(github, "opinions/topics.yml", "confidentiality: x\n")
    assert not github.run("check", BUILD, work, PUBLISHED="none")
    assert "There is no preview" in (github.folder / "summary.md").read_text()
    assert not (work / "build/preview").exists()


def comment(
    github: LocalGithub, pull_request: str, effects: str, comments: str = "", **names: str
) -> tuple[str, str]:
    """Return what *Comment* writes, and the commands of GitHub that it runs."""
    github.pull_request, github.comments = pull_request, comments
    github.comparable = f"{HEAD} main"
    work = github.clone()
    (work / "effects-comment.md").write_text(effects)
    compared = {"COMPARED": HEAD, "BASE": BASE, "BASE_BRANCH": "main"}
    environment = {"BRANCH": "change", "SITE": "", "NUMBER": ""} | compared | names
    assert github.run("check", COMMENT, work, **environment), github.log
    written = work / "comment.md"
    return written.read_text() if written.exists() else "", (github.folder / "gh.log").read_text()


def test_the_comment_has_the_effects_and_links_to_the_preview(github: LocalGithub) -> None:
    written, commands = comment(github, "12", "x" * 70_000, SITE="https://example.org/site")
    assert written.startswith(f"{OPENING}{'x' * 60_000}")
    assert len(written) < 65_536, "GitHub refuses a longer comment"
    assert "[Download the site with this change](https://example.org/site)" in written
    assert "pr comment 12 --body-file comment.md" in commands


def test_a_summary_that_is_cut_says_so(github: LocalGithub) -> None:
    texts = {number: "\n".join([f"It may {number}."] * 23_000) for number in range(6, 11)}
    work = pull_request(github, "opinions/2004/06.md", full_record(6, 2004, text=texts[6]))
    for number, text in texts.items():
        (work / f"opinions/2004/{number:02}.md").write_text(full_record(number, 2004, text=text))
    assert github.run("check", EFFECTS, work, BASE="origin/main", PUBLISHED="none"), github.log
    summary = (github.folder / "summary.md").read_text()
    assert "The file *effects* of this run has all of it." in summary.partition("\n")[0]
    assert len(summary.encode()) < 2**20, "GitHub refuses a longer summary"


def test_the_comment_has_no_link_without_a_preview(github: LocalGithub) -> None:
    assert comment(github, "12", "The effects")[0] == f"{OPENING}The effects"


def test_the_comment_links_to_the_address_of_the_preview_if_there_is_a_place_for_it(
    github: LocalGithub,
) -> None:
    link = "[Open the site with this change](https://Board.github.io/previews/pr-12/)"
    places = {"SITE": "https://example.org/site", "PREVIEWS": "Board/previews"}
    assert link in comment(github, "12", "The effects", **places)[0]
    assert "Open" not in comment(github, "12", "The effects", **(places | {"SITE": ""}))[0]
    assert "Open" not in comment(github, "12", "The effects", **(places | {"PREVIEWS": ""}))[0]


def test_the_pull_request_of_the_event_is_not_looked_up(github: LocalGithub) -> None:
    _, commands = comment(github, "12", "The effects", NUMBER="15")
    assert "pr list" not in commands
    assert "pr comment 15 --body-file comment.md" in commands


@pytest.mark.parametrize(
    ("author", "mark", "is_edited"),
    [
        ("github-actions[bot]", MARK, True),
        ("github-actions[bot]", "Nothing was sealed.", False),
        ("someone", MARK, False),
    ],
)
def test_only_the_earlier_comment_on_the_effects_is_replaced(
    github: LocalGithub, author: str, mark: str, *, is_edited: bool
) -> None:
    other = r"3\tgithub-actions[bot]\tNothing was sealed.\n"
    comments = rf"{other}4\t{author}\t{mark}\n{other}"
    _, commands = comment(github, "12", "The effects", comments=comments)
    path = "repos/example/opinions/issues/comments/4"
    assert (f"api --method PATCH {path} --field body=@comment.md" in commands) is is_edited
    assert ("pr comment 12" in commands) is not is_edited


@pytest.mark.parametrize("other", [{"COMPARED": "0a0b0c0d"}, {"BASE_BRANCH": "another"}])
def test_a_run_that_compared_something_else_leaves_the_comment_as_it_is(
    github: LocalGithub, other: dict[str, str]
) -> None:
    comments = rf"4\tgithub-actions[bot]\t{MARK}\n"
    written, commands = comment(github, "12", "The effects", comments=comments, **other)
    assert not written
    assert "api --method PATCH" not in commands
    assert "stays as it is" in github.log[-1]


def test_a_pull_request_to_another_branch_is_compared_again() -> None:
    text = (REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8")
    # YAML 1.1 takes the key `on` for true.
    event = yaml.safe_load(text)[True]["pull_request"]
    assert set(event["types"]) == {"opened", "synchronize", "reopened", "edited"}


def test_a_branch_without_a_pull_request_gets_no_comment(github: LocalGithub) -> None:
    written, commands = comment(github, "", "The effects")
    assert not written
    assert "pr comment" not in commands


@pytest.mark.parametrize(
    ("base", "title", "passes"),
    [
        ("HEAD", "Naming a speaker", True),
        ("HEAD", "''", True),
        ("no-such-revision", "A title", False),
    ],
)
def test_effects_that_cannot_be_told_are_not_passed_over(
    github: LocalGithub, base: str, title: str, *, passes: bool
) -> None:
    text = RECORD.replace("title: Naming a speaker", f"title: {title}")
    work = pull_request(github, "opinions/2003/05.md", text)
    assert github.run("check", EFFECTS, work, BASE=base) is passes
    if passes:
        assert ("OP104" in (work / "build/effects.md").read_text()) is (title == "''")
        revision = github.git(work, "rev-parse", base)
        assert f"base={revision}\n" in (github.folder / "output").read_text()


def test_a_cancelled_run_is_not_green() -> None:
    """GitHub takes a job that is skipped for a green one, and *Tests* is required."""
    text = (REPOSITORY / ".github/workflows/check.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert {name: jobs[name].get("if") for name in ("records", "tests")} == {
        "records": None,
        "tests": "always()",
    }


@pytest.mark.parametrize("workflow", ["publish", "release"])
def test_no_preview_is_ever_published(workflow: str) -> None:
    text = (REPOSITORY / f".github/workflows/{workflow}.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    runs = [step.get("run", "") for job in jobs for step in job["steps"]]
    assert any("build.py --publish" in run for run in runs)
    assert not any("preview" in run for run in runs)
