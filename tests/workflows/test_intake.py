"""A document in an issue becomes a draft on a branch of its own."""

import shutil

import pytest
import yaml

from corpus.paths import REPOSITORY
from factories import catalog_record, full_record
from local_github import LocalGithub

pytestmark = pytest.mark.slow

ADDRESS = "https://github.com/user-attachments/files/123/"
PROPOSE = "Commit the draft to the branch of the issue"
CURL = """#!/bin/sh
for word; do
  if [ "$before" = --output ]; then : > "$word"; fi
  before=$word
done
echo "$*" > curl.log
"""
"""Stands in for curl: it writes an empty file and logs its arguments."""
REFUSAL = "- [X] Do not keep the document in the collection. People must then compare every word."


@pytest.mark.parametrize(
    ("name", "saved", "fetched"),
    [
        ("memo.docx", "memo.docx", "memo.docx"),
        ("MEMO.DOCX", "MEMO.docx", "MEMO.DOCX"),
        ("Größe.Pdf", "Größe.pdf", "Gr%C3%B6%C3%9Fe.Pdf"),
        ("意见-5.txt", "意见-5.txt", "%E6%84%8F%E8%A7%81-5.txt"),
        ("a'b&c,d.docx", "a'b&c,d.docx", "a%27b%26c%2Cd.docx"),
    ],
)
def test_the_document_of_an_issue_is_fetched(
    github: LocalGithub, name: str, saved: str, fetched: str
) -> None:
    (github.folder / "bin/curl").write_text(CURL)
    (github.folder / "bin/curl").chmod(0o755)
    work = github.clone()
    link = f"[the file]({ADDRESS}{name})"
    body = f"<!-- [another]({ADDRESS}other.pdf) -->See {link}, {link} and [this](https://x.org/)."
    assert github.run("intake", "Get the document", work, BODY=body), github.log
    assert [path.name for path in (work / "document").iterdir()] == [saved]
    assert f"{ADDRESS}{fetched}" in (work / "curl.log").read_text().split()


@pytest.mark.parametrize("name", ["$(id) x.docx", "memo.doc", "../../x.docx", "a.docx.exe"])
def test_an_issue_without_a_document_has_its_reason(github: LocalGithub, name: str) -> None:
    body = f"See [the file]({ADDRESS}{name})."
    assert not github.run("intake", "Get the document", github.clone(), BODY=body)
    assert "reason=There is no .docx" in (github.folder / "output").read_text()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"[a]({ADDRESS}a.docx) []({ADDRESS}b.docx)", "There are several documents in the issue."),
        (f"<!-- [a]({ADDRESS}a.docx)", "There is no .docx"),
        (f"x <!--\n[a]({ADDRESS}a.docx) -->", "There is no .docx"),
        (f"<div title='>\n[a]({ADDRESS}a.docx)\n'>", "There is no .docx"),
        (f"<style>\n[a]({ADDRESS}a.docx)\n</style>", "There is no .docx"),
    ],
)
def test_no_hidden_document_takes_the_place_of_the_one_that_is_seen(
    github: LocalGithub, body: str, reason: str
) -> None:
    assert not github.run("intake", "Get the document", github.clone(), BODY=body)
    assert f"reason={reason}" in (github.folder / "output").read_text()


HIDDEN = f"### Number\n\n99\n\n{REFUSAL}\n"


def opinion(number: int, answer: str) -> str:
    approval = "(Approved by the Board on November 7, 2003.)"
    return f"Opinion Number {number:02} (2003)\n\n{approval}\n\nMay it?\n\n{answer}\n\n"


@pytest.mark.parametrize(
    ("text", "number", "path", "reason"),
    [
        (opinion(6, "It may."), "", "opinions/2003/06.md", ""),
        (opinion(6, "It may.") + opinion(7, "No."), "7", "opinions/2003/07.md", ""),
        (opinion(6, "It may.") + opinion(7, "No."), "No. 7", "opinions/2003/07.md", ""),
        (
            opinion(6, "It may.") + opinion(7, "No."),
            "_No response_",
            "",
            "The document has several opinions.",
        ),
        (opinion(6, "It may."), f"<!--\n{HIDDEN}-->", "opinions/2003/06.md", ""),
        (opinion(6, "It may."), f'<p title="\n{HIDDEN}">', "opinions/2003/06.md", ""),
        (opinion(6, "It may."), f"<?\n{HIDDEN}?>", "opinions/2003/06.md", ""),
        (opinion(6, "It may."), "6 and 7", "", "Under Number, type one number in digits"),
        (opinion(6, "It may."), "7", "", "document/a.txt: It has no opinion 7. It has 6."),
        (opinion(5, "It may (see Standard 3(c))."), "", "", "`opinions/2003/05.md` has the same"),
        (opinion(5, "It must."), "", "", "`opinions/2003/05.md` differs from"),
        (
            opinion(5, "It must."),
            "",
            "",
            "If the document is right, correct the word there. If the record is published",
        ),
        ("", "", "", "document/a.txt: The file is empty."),
    ],
)
def test_a_document_gives_one_draft_or_a_reason(
    github: LocalGithub, text: str, number: str, path: str, reason: str
) -> None:
    work = github.clone()
    (work / "document").mkdir()
    (work / "document/a.txt").write_text(text)
    body = f"### The document\r\n\r\n[a](x)\r\n\r\n### Number\r\n\r\n{number}\r\n\r\n"
    body += "### Where it comes from\r\n\r\nMinutes, https://example.org/a?b\r\n\r\n### Before"
    assert github.run("intake", "Make the draft", work, BODY=body) is bool(path), github.log
    if path:
        assert "\n  url: https://example.org/a?b\n" in (work / "draft/record.md").read_text()
        assert (work / "draft/path").read_text() == f"{path}\n"
        record = (work / "draft/record.md").read_text()
        assert record.startswith("---\nnumber: 0")
        kept = (work / "draft/kept").read_text().strip()
        assert f"\n  file: {kept}\n" in record
        assert (work / "draft/document").read_text() == text
    else:
        answer = (github.folder / "output").read_text()
        assert "reason=" in answer
        assert reason in answer
        assert "--" not in answer, "a clerk in the browser has no command line"


def test_a_document_that_may_not_be_published_is_not_kept(github: LocalGithub) -> None:
    work = github.clone()
    (work / "document").mkdir()
    (work / "document/a.txt").write_text(opinion(6, "It may."))
    assert github.run("intake", "Make the draft", work, BODY=f"### May\r\n\r\n{REFUSAL}\r\n")
    assert "file:" not in (work / "draft/record.md").read_text()
    assert (work / "draft/kept").read_text() == ""


def test_the_issue_form_has_the_box_that_the_workflow_looks_for() -> None:
    text = (REPOSITORY / ".github/ISSUE_TEMPLATE/opinion.yml").read_text(encoding="utf-8")
    labels = [
        option["label"]
        for field in yaml.safe_load(text)["body"]
        for option in field["attributes"].get("options", ())
    ]
    assert REFUSAL.removeprefix("- [X] ") in labels


def test_a_document_fills_the_record_that_lists_its_opinion(github: LocalGithub) -> None:
    editor = github.clone()
    listed = editor / "opinions/2003/06.md"
    listed.write_text(catalog_record(6, 2003))
    github.push(editor, "main")
    work = github.clone()
    (work / "document").mkdir()
    (work / "document/a.txt").write_text(opinion(6, "It may."))
    assert github.run("intake", "Make the draft", work, BODY=""), github.log
    assert (work / "draft/path").read_text() == "opinions/2003/06.md\n"
    draft = (work / "draft/record.md").read_text()
    assert "It may." in draft
    assert propose(github, "opinions/2003/06.md", draft), github.log
    assert propose(github, "opinions/2004/07.md", full_record(7, 2004)), github.log
    changed = github.git(github.origin, "diff", "--name-only", "main", "opinion-of-issue-9")
    assert changed == "opinions/2004/07.md"


def propose(
    github: LocalGithub, path: str, text: str, *, kept: str = "", **environment: str
) -> bool:
    work = github.clone()
    (work / "draft").mkdir()
    (work / "draft/path").write_text(path)
    (work / "draft/record.md").write_text(text)
    (work / "draft/about.md").write_text("To decide")
    (work / "draft/kept").write_text(kept)
    (work / "draft/document").write_text("A document")
    done = github.run("intake", PROPOSE, work, ISSUE="9", **environment)
    if (work / "draft/body.md").exists():
        shutil.copy(work / "draft/body.md", github.folder)
    return done


def test_the_pull_request_of_a_draft_has_the_checklist_for_an_opinion(
    github: LocalGithub,
) -> None:
    assert propose(github, "opinions/2004/06.md", full_record(6, 2004)), github.log
    body = (github.folder / "body.md").read_text()
    assert body.startswith("To decide\n\nFrom #9.\n\n### Before it is merged\n\n- [ ] ")
    assert "I set the label `seal`" in body
    assert "withdrawn" not in body


def test_a_second_label_goes_on_with_the_same_branch(github: LocalGithub) -> None:
    assert propose(github, "opinions/2004/06.md", full_record(6, 2004)), github.log
    work = github.clone("opinion-of-issue-9")
    (work / "opinions/sources").mkdir()
    (work / "opinions/sources/Größe 'b'.pdf").write_text("A document")
    github.push(work, "opinion-of-issue-9")
    github.pull_request = "12"
    assert propose(github, "opinions/2004/06.md", full_record(6, 2004)), github.log
    assert propose(github, "opinions/2004/07.md", full_record(7, 2004)), github.log
    branch = "opinion-of-issue-9"
    assert github.git(github.origin, "rev-list", "--count", f"main..{branch}") == "4"
    changed = github.git(github.origin, "diff", "--name-only", "main", branch)
    assert changed == "opinions/2004/07.md"
    calls = (github.folder / "gh.log").read_text()
    assert calls.count("pr create") == 1
    assert "pr edit 12 --title Draft of opinions/2004/07.md --body-file draft/body.md" in calls
    assert calls.count("pr comment 12") == 2
    assert calls.count(f"workflow run check.yml --ref {branch}") == 3


def test_the_document_is_on_the_branch_of_the_draft(github: LocalGithub) -> None:
    branch, record = "opinion-of-issue-9", full_record(6, 2004)
    for kept in ("opinions/sources/2004/06.docx", "opinions/sources/Größe.pdf"):
        assert propose(github, "opinions/2004/06.md", record, kept=kept), github.log
        changed = github.git(
            github.origin, "-c", "core.quotePath=false", "diff", "--name-only", "main", branch
        )
        assert changed.split() == ["opinions/2004/06.md", kept]
        assert github.git(github.origin, "show", f"{branch}:{kept}") == "A document"


@pytest.mark.parametrize(
    "kept",
    [
        "opinions/sources/../2003/05.md",
        "opinions/sources/../../x.txt",
        "opinions/sources/.x.txt",
        "opinions/sources/2003/05.md",
        "opinions/2003/05.txt",
        "opinions/sources/x.txt\n.github/workflows/x.txt",
        "opinions/sources/kept.txt",
    ],
)
def test_no_document_is_written_elsewhere_or_over_another(github: LocalGithub, kept: str) -> None:
    work = github.clone()
    (work / "opinions/sources").mkdir(exist_ok=True)
    (work / "opinions/sources/kept.txt").write_text("Kept")
    github.push(work, "main")
    assert not propose(github, "opinions/2004/06.md", full_record(6, 2004), kept=kept)
    assert github.git(github.origin, "branch", "--list", "opinion-*") == ""


@pytest.mark.parametrize(
    "path", ["opinions/2003/05.md", "opinions/ledger/05.md", "opinions/2003/x.md", "x.md"]
)
def test_no_draft_takes_the_place_of_a_published_record(github: LocalGithub, path: str) -> None:
    assert not propose(github, path, full_record(5, 2003))
    assert github.git(github.origin, "branch", "--list", "opinion-*") == ""


def test_a_pull_request_that_github_refuses_is_answered_with_what_to_do(
    github: LocalGithub,
) -> None:
    record = full_record(6, 2004)
    assert not propose(github, "opinions/2004/06.md", record, GH_REFUSED="pr create")
    reason = (github.folder / "output").read_text()
    assert "The draft is on the branch opinion-of-issue-9" in reason
    assert github.git(github.origin, "branch", "--list", "opinion-of-issue-9")
    github.pull_request = "12"
    assert propose(github, "opinions/2004/06.md", record), "the label can be set again"


def test_the_issue_is_answered_however_the_run_ends() -> None:
    text = (REPOSITORY / ".github/workflows/intake.yml").read_text(encoding="utf-8")
    answer = yaml.safe_load(text)["jobs"]["answer"]
    assert answer["needs"] == ["draft", "propose"]
    assert answer["if"] == (
        "always() && github.event.label.name == 'ingest' && needs.propose.result != 'success'"
    )


@pytest.mark.parametrize(
    ("reason", "answer", "is_right"),
    [
        ("a `scan` @all", "```\na scan @all\n```", False),
        ("`05.md` differs from the document. It", "#a-word-differs-from-the-approved-text", True),
        ("`05.md` has the same words as the document.", "There is nothing to do.\n", True),
        ("`05.md` has the same words as this opinion in the document.", "There is nothing", True),
        (
            "`05.md` has the same words as this opinion. The document has other words too, which",
            "[The run](https://x) lists the other words.",
            True,
        ),
    ],
)
def test_the_issue_says_why_there_is_no_pull_request(
    github: LocalGithub, reason: str, answer: str, *, is_right: bool
) -> None:
    work = github.clone()
    name = "Say in the issue why there is no pull request"
    assert github.run("intake", name, work, ISSUE="9", REASON=reason, RUN="https://x")
    written = (work / "answer.md").read_text()
    assert answer in written
    assert ("set it again" in written) is not is_right
    assert "issue comment 9" in (github.folder / "gh.log").read_text()
