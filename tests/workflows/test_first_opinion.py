"""An opinion goes from the issue to the site as the guide for staff says, without a terminal."""

import re

import pytest

from factories import full_record
from local_github import LocalGithub

pytestmark = pytest.mark.slow

DOCUMENT = """\
Opinion Number 06 (2004)

(Approved by the Board on May 6, 2004.)

May the mediator call a party afterwards?

The mediator may call.
"""
BRANCH, RECORD = "opinion-of-issue-9", "opinions/2004/06.md"


def draft_from_the_issue(github: LocalGithub) -> None:
    """Set the label `ingest`."""
    work = github.clone()
    (work / "document").mkdir()
    (work / "document/memo.txt").write_text(DOCUMENT)
    assert github.run("intake", "Make the draft", work, BODY="### Number\n\n6"), github.log
    other = github.clone()
    (work / "draft").rename(other / "draft")
    step = "Commit the draft to the branch of the issue"
    assert github.run("intake", step, other, ISSUE="9"), github.log


def fill_in(github: LocalGithub) -> None:
    """Edit the draft on its branch; the approved text stays as it is."""
    work = github.clone(BRANCH)
    path = work / RECORD
    _, draft, text = path.read_text().split("---\n", 2)
    _, fields, _ = full_record(6, 2004, "approved: 2004-05-06").split("---\n", 2)
    source = re.search(r"(?m)^source:.*\n(?: .*\n)*", draft)
    assert source
    assert "file: opinions/sources/2004/06.txt" in source[0]
    fields = re.sub(r"(?m)^source:.*\n", lambda _: source[0], fields)
    path.write_text(f"---\n{fields}---\n{text}")
    github.push(work, BRANCH)


def merge(github: LocalGithub) -> str:
    work = github.clone()
    before = github.git(work, "rev-parse", "HEAD")
    github.git(work, "merge", "--quiet", "--no-edit", f"origin/{BRANCH}")
    github.git(work, "push", "--quiet", "origin", "main")
    return before


def test_an_opinion_goes_from_an_issue_to_the_site(github: LocalGithub) -> None:
    draft_from_the_issue(github)
    assert not github.check(BRANCH), "a draft has empty fields"
    assert "OP104" in github.log[-1]
    fill_in(github)
    assert not github.check(BRANCH)
    assert "run Seal" in github.log[-1]
    assert github.seal(BRANCH), github.log
    assert github.check(BRANCH), github.log
    assert github.publish(merge(github)), github.log
    seal = github.git(github.origin, "show", "published:opinions/ledger/2004/06.txt")
    assert re.search("(?m)^p2 ", seal)
    assert "pr create --draft" in (github.folder / "gh.log").read_text()
