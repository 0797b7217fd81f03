"""No way round the seals: each attempt is acted out with the steps of the workflows."""

import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from corpus.paths import REPOSITORY
from factories import full_record
from local_github import LocalGithub
from once import made_once

pytestmark = pytest.mark.slow

RECORD, SEAL = "opinions/2003/05.md", "opinions/ledger/2003/05.txt"


REFUSED = re.compile("OP013|OP50[1235679]|OP51[0123]")
"""A rule on the ledger or on links refuses a change, and not some other mistake in it."""


@pytest.fixture(scope="session")
def published(shared: Path) -> Path:
    """A repository whose one opinion is sealed and published."""

    def publish(folder: Path) -> None:
        github = LocalGithub(folder)
        github.push(github.clone("first"), "first")
        assert github.seal("first"), github.log
        merge(github, "first")
        assert github.publish(), github.log
        github.pack()

    return made_once(shared / "published-repository", publish)


@pytest.fixture
def github(tmp_path: Path, published: Path) -> LocalGithub:
    """A copy of the published repository for one test."""
    return LocalGithub.copied(published, tmp_path)


def merge(github: LocalGithub, branch: str) -> str:
    """Merge a branch into `main` and return where `main` was."""
    work = github.clone()
    before = github.git(work, "rev-parse", "HEAD")
    github.git(work, "merge", "--quiet", "--no-edit", f"origin/{branch}")
    github.git(work, "push", "--quiet", "origin", "main")
    return before


def change_word(work: Path, word: str = "must") -> None:
    path = work / RECORD
    path.write_text(path.read_text().replace("It may (", f"It {word} ("))


def delete_seal_and_change_a_word(work: Path) -> None:
    (work / SEAL).unlink()
    change_word(work)


def delete_seal(work: Path) -> None:
    (work / SEAL).unlink()


def remove_the_ledger_and_change_a_word(work: Path) -> None:
    delete_seal_and_change_a_word(work)
    for folder in ("opinions/ledger/2003", "opinions/ledger"):
        (work / folder).rmdir()


def rename_the_record(work: Path) -> None:
    path = work / RECORD
    text = path.read_text().replace("number: 5", "number: 6").replace("Number 05", "Number 06")
    path.unlink()
    (work / "opinions/2003/06.md").write_text(text)


def rename_the_record_and_its_seal(work: Path) -> None:
    rename_the_record(work)
    text = (work / SEAL).read_text().replace("2003/05", "2003/06")
    (work / SEAL).unlink()
    (work / "opinions/ledger/2003/06.txt").write_text(text)


def change_the_year(work: Path) -> None:
    path = work / RECORD
    text = path.read_text().replace("year: 2003", "year: 2004").replace("(2003)", "(2004)")
    text = re.sub("(approved: )2003", r"\g<1>2004", text).replace(
        "November 7, 2003", "November 7, 2004"
    )
    path.unlink()
    (work / SEAL).unlink()
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/05.md").write_text(text)


def remove_the_record_and_its_seal(work: Path) -> None:
    (work / RECORD).unlink()
    (work / SEAL).unlink()


def edit_the_seal_by_hand(work: Path) -> None:
    path = work / SEAL
    path.write_text(re.sub("(?m)^(text|p2) [0-9a-f]{8}", r"\1 00000000", path.read_text()))


def claim_a_later_correction_in_the_seal(work: Path) -> None:
    path = work / SEAL
    path.write_text(path.read_text().replace("corrections 0", "corrections 1"))


def change_the_day_of_the_seal(work: Path) -> None:
    path = work / SEAL
    path.write_text(re.sub("(?m)^sealed .*", "sealed 2003-11-07", path.read_text()))


def take_the_text_out(work: Path) -> None:
    path = work / RECORD
    fields, _ = path.read_text().rsplit("---\n", 1)
    path.write_text(f"{fields}text: elsewhere\n---\n")
    (work / SEAL).write_text("url opinions/2003/05/\n")


def name_a_folder_after_the_published_seals(work: Path) -> None:
    command = ["git", "-C", str(work), "rev-parse", "origin/published"]
    name = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    (work / name).mkdir()
    (work / name / "readme.txt").write_text("Nothing was published.")
    delete_seal_and_change_a_word(work)


def turn_a_paragraph_into_a_heading(work: Path) -> None:
    path = work / RECORD
    path.write_text(path.read_text().replace("\nMay it?\n", "\n## May it?\n"))
    add_corrections(work, f"on: {day_of_seal(work)}, what: A heading was corrected.")


def day_of_seal(work: Path) -> date:
    days = re.search("(?m)^sealed (.*)", (work / SEAL).read_text())
    assert days
    return date.fromisoformat(days[1])


def add_corrections(work: Path, *entries: str) -> None:
    path = work / RECORD
    fields, text = path.read_text().rsplit("---\n", 1)
    fields = fields if "corrections:" in fields else f"{fields}corrections:\n"
    path.write_text(fields + "".join(f"  - {{{entry}}}\n" for entry in entries) + f"---\n{text}")


def correct_nothing(work: Path) -> None:
    add_corrections(work, f"on: {day_of_seal(work)}, at: [2], what: A slip was corrected.")


def correct_before_the_seal(work: Path) -> None:
    change_word(work)
    day = day_of_seal(work) - timedelta(days=2)
    add_corrections(work, f"on: {day}, at: [2], what: A slip was corrected.")


def correct_in_the_future(work: Path) -> None:
    change_word(work)
    add_corrections(
        work, f"on: {day_of_seal(work).year + 9}-01-01, at: [2], what: A slip was corrected."
    )


def withdraw_in_the_future(work: Path) -> None:
    path = work / RECORD
    day = f"{day_of_seal(work).year + 9}-01-01"
    path.write_text(
        path.read_text().replace(
            "title:", f"withdrawn: {{on: {day}, reason: It was taken back.}}\ntitle:", 1
        )
    )


def change_the_id_of_an_answer(work: Path) -> None:
    path = work / RECORD
    path.write_text(path.read_text().replace("{id: 1, answers", "{id: main, answers"))


def remove_the_lines_on_fields_from_the_seal(work: Path) -> None:
    path = work / SEAL
    path.write_text(path.read_text().partition("approved ")[0])
    change_the_id_of_an_answer(work)


def link_to_a_changed_record(work: Path) -> None:
    change_word(work)
    (work / RECORD).rename(work / "other.md")
    (work / RECORD).symlink_to("../../other.md")


def link_to_a_folder_with_a_changed_record(work: Path) -> None:
    change_word(work)
    (work / "opinions/2003").rename(work / "other")
    (work / "opinions/2003").symlink_to("../other")


def add_a_second_record_with_the_same_address(work: Path) -> None:
    text = (work / RECORD).read_text()
    (work / "opinions/2003/5.md").write_text(text.replace("It may (", "It must ("))


def put_a_file_in_the_place_of_the_ledger(work: Path) -> None:
    remove_the_ledger_and_change_a_word(work)
    (work / "opinions/ledger").write_text("Nothing was published.")


def put_a_submodule_in_the_place_of_the_records(work: Path) -> None:
    def git(*arguments: str) -> str:
        command = ["git", "-C", str(work), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    git("rm", "--quiet", "-r", "opinions/2003")
    commit = git("rev-parse", "HEAD")
    (work / "opinions/2003").mkdir()
    git("update-index", "--add", "--cacheinfo", f"160000,{commit},opinions/2003")


def call_it_proposed(work: Path) -> None:
    change_word(work)
    path = work / RECORD
    path.write_text(path.read_text().replace("---\n", "---\nstage: proposed\n", 1))


def strike_a_word_through_with_combining_signs(work: Path) -> None:
    path = work / RECORD
    struck = "".join(f"{letter}\u0336" for letter in "may")
    path.write_text(path.read_text().replace("It may (", f"It {struck} ("))


def name_the_record_in_capitals(work: Path) -> None:
    change_word(work)
    (work / RECORD).rename(work / "opinions/2003/05.MD")


ATTEMPTS = [
    call_it_proposed,
    strike_a_word_through_with_combining_signs,
    name_the_record_in_capitals,
    delete_seal_and_change_a_word,
    delete_seal,
    remove_the_ledger_and_change_a_word,
    rename_the_record,
    rename_the_record_and_its_seal,
    change_the_year,
    remove_the_record_and_its_seal,
    edit_the_seal_by_hand,
    claim_a_later_correction_in_the_seal,
    change_the_day_of_the_seal,
    take_the_text_out,
    change_word,
    name_a_folder_after_the_published_seals,
    turn_a_paragraph_into_a_heading,
    correct_nothing,
    correct_before_the_seal,
    correct_in_the_future,
    withdraw_in_the_future,
    change_the_id_of_an_answer,
    remove_the_lines_on_fields_from_the_seal,
    link_to_a_changed_record,
    link_to_a_folder_with_a_changed_record,
    add_a_second_record_with_the_same_address,
    put_a_file_in_the_place_of_the_ledger,
    put_a_submodule_in_the_place_of_the_records,
]


def refuse_everywhere(github: LocalGithub, attempt: Callable[[Path], None]) -> None:
    work = github.clone("attempt")
    attempt(work)
    github.push(work, "attempt")
    sent = github.git(github.origin, "rev-parse", "attempt")
    assert not github.seal("attempt"), github.log
    assert REFUSED.search(github.log[-1]), github.log[-1]
    assert github.git(github.origin, "rev-parse", "attempt") == sent
    assert not github.check("attempt"), github.log
    assert REFUSED.search(github.log[-1]), github.log[-1]
    kept = github.git(github.origin, "rev-parse", "published")
    assert not github.publish(merge(github, "attempt")), github.log
    assert REFUSED.search(github.log[-1]), github.log[-1]
    assert github.git(github.origin, "rev-parse", "published") == kept


@pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.__name__)
def test_no_published_seal_is_evaded(github: LocalGithub, attempt: Callable[[Path], None]) -> None:
    refuse_everywhere(github, attempt)


def seal_by_hand(github: LocalGithub, work: Path) -> None:
    """Seal in a clone as a developer can, judged by nothing."""
    github.git(work, "rm", "--quiet", "-r", "--cached", "opinions/ledger")
    command = [work / ".venv/bin/python", work / "scripts/seal.py"]
    subprocess.run(command, check=True, capture_output=True)


@pytest.mark.parametrize("pushes", [1, 2])
def test_a_word_that_is_sealed_again_in_one_or_more_pushes_is_refused(
    github: LocalGithub, pushes: int
) -> None:
    def attempt(work: Path) -> None:
        delete_seal_and_change_a_word(work)
        seal_by_hand(github, work)
        for _ in range(pushes - 1):
            github.push(work, "attempt")

    refuse_everywhere(github, attempt)
    github.push(github.clone(), "main")
    assert not github.publish(), "a later push publishes what an earlier one was refused"


def test_a_forced_push_of_main_changes_no_published_word(github: LocalGithub) -> None:
    work = github.clone()
    before = github.git(work, "rev-parse", "HEAD")
    delete_seal_and_change_a_word(work)
    seal_by_hand(github, work)
    github.git(work, "checkout", "--quiet", "--orphan", "other")
    github.push(work, "main", force=True)
    assert not github.publish(before)
    assert not github.publish("0" * 40)


def test_what_was_refused_can_be_undone(github: LocalGithub) -> None:
    refuse_everywhere(github, delete_seal_and_change_a_word)
    work = github.clone("undo")
    github.git(work, "checkout", "--quiet", "main~1", "--", "opinions")
    github.push(work, "undo")
    assert github.check("undo"), github.log
    assert github.publish(merge(github, "undo")), github.log


def test_an_old_run_that_is_started_again_brings_no_old_seals_back(github: LocalGithub) -> None:
    old = github.clone()
    commit = github.git(old, "rev-parse", "HEAD")
    work = github.clone("new")
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/06.md").write_text(full_record(6, 2004))
    github.push(work, "new")
    assert github.seal("new"), github.log
    assert github.publish(merge(github, "new")), github.log
    kept = github.git(github.origin, "rev-parse", "published")
    again = github.clone()
    github.git(again, "checkout", "--quiet", commit)
    assert not github.keep(again, GITHUB_SHA=commit)
    assert "A later commit is published already" in github.log[-1]
    assert github.git(github.origin, "rev-parse", "published") == kept
    newest = "Refuse all but the newest commit that is published"
    published = github.clone("published")
    assert not github.run("publish", newest, published, GITHUB_SHA=commit)
    assert github.run("publish", newest, published)
    github.push(github.clone("published"), "published")
    again = github.clone()
    github.git(again, "checkout", "--quiet", commit)
    assert not github.keep(again, GITHUB_SHA=commit), "a commit by hand hides what was published"
    github.git(published, "commit", "--quiet", "--allow-empty", "--message", f"Published {commit}")
    assert not github.run("publish", newest, published, GITHUB_SHA=commit)


def test_attributes_in_the_ledger_hide_no_published_seal(github: LocalGithub) -> None:
    work = github.clone("attributes")
    (work / "opinions/ledger/.gitattributes").write_text("*.txt export-ignore\n")
    github.push(work, "attributes")
    github.publish(merge(github, "attributes"))
    refuse_everywhere(github, delete_seal_and_change_a_word)


@pytest.mark.parametrize("is_gone", [False, True], ids=["a seal", "all seals"])
def test_a_seal_that_was_removed_from_the_published_branch_is_missed(
    github: LocalGithub, *, is_gone: bool
) -> None:
    work = github.clone("published")
    shutil.rmtree(work / "opinions/ledger") if is_gone else (work / SEAL).unlink()
    github.push(work, "published")
    refuse_because_of_the_published_branch(github, "Seals were removed")


def refuse_because_of_the_published_branch(github: LocalGithub, reason: str) -> None:
    work = github.clone("attempt")
    delete_seal_and_change_a_word(work)
    seal_by_hand(github, work)
    github.push(work, "attempt")
    assert not github.check("attempt")
    assert f"{reason} " in github.log[-1]
    assert not github.seal("attempt")
    assert f"{reason} " in github.log[-1]
    assert not github.publish(merge(github, "attempt"))
    assert f"{reason} " in github.log[-1]


def seal_other_words(github: LocalGithub, work: Path) -> None:
    other = github.clone()
    delete_seal_and_change_a_word(other)
    seal_by_hand(github, other)
    shutil.copy(other / SEAL, work / SEAL)


def damage_the_seal(_github: LocalGithub, work: Path) -> None:
    (work / SEAL).write_text("A seal.\n")


def forget_the_day_of_approval(_github: LocalGithub, work: Path) -> None:
    path = work / SEAL
    path.write_text(path.read_text().replace("approved 2003-11-07", "approved 2003-11-08"))


def forget_an_id_with_a_correction(_github: LocalGithub, work: Path) -> None:
    path = work / SEAL
    text = path.read_text().replace("corrections 0", "corrections 1")
    path.write_text(text.replace("id holding-1\n", ""))


def correct(work: Path, pattern: str, repl: str) -> None:
    """Seal something else with a correction."""
    path = work / SEAL
    text = path.read_text().replace("corrections 0", "corrections 1")
    path.write_text(re.sub(pattern, repl, text) + f"correction1 {'0' * 64}\n")


def remove_a_paragraph(_github: LocalGithub, work: Path) -> None:
    correct(work, "p2 .*\n", "")


def change_places(_github: LocalGithub, work: Path) -> None:
    correct(work, "p1 (.*)\np2 (.*)\n", r"p1 \2\np2 \1\n")


@pytest.mark.parametrize(
    "replace",
    [
        remove_a_paragraph,
        change_places,
        seal_other_words,
        damage_the_seal,
        forget_the_day_of_approval,
        forget_an_id_with_a_correction,
    ],
    ids=lambda replace: replace.__name__,
)
def test_a_seal_that_was_replaced_on_the_published_branch_is_missed(
    github: LocalGithub, replace: Callable[[LocalGithub, Path], None]
) -> None:
    work = github.clone("published")
    replace(github, work)
    github.push(work, "published")
    github.push(work, "published")
    refuse_because_of_the_published_branch(github, "A seal was replaced")


def test_a_seal_with_the_line_ends_of_windows_is_the_same(github: LocalGithub) -> None:
    work = github.clone("windows")
    (work / SEAL).write_bytes((work / SEAL).read_bytes().replace(b"\n", b"\r\n"))
    github.push(work, "windows")
    for _ in range(2):
        assert github.publish(merge(github, "windows")), github.log


def test_a_file_that_macos_made_beside_a_seal_can_be_removed(github: LocalGithub) -> None:
    beside = Path("opinions/ledger/2003/._05.txt")
    work = github.clone("added")
    (work / beside).write_bytes(b"\0\5\x16\7")
    github.push(work, "added")
    assert github.publish(merge(github, "added")), github.log
    work = github.clone("removed")
    (work / beside).unlink()
    github.push(work, "removed")
    for _ in range(2):
        assert github.publish(merge(github, "removed")), github.log


def test_no_seal_is_kept_in_other_bytes_than_were_checked(github: LocalGithub) -> None:
    """Git can show a clone other letters than the repository has."""
    work = github.clone("encoded")
    odd = (
        (work / SEAL)
        .read_text()
        .replace("url opinions", "\N{FULLWIDTH LATIN SMALL LETTER U}rl opinions")
    )
    command = ["git", "-C", str(work), "hash-object", "-w", "--stdin"]
    blob = subprocess.run(command, input=odd.encode(), capture_output=True, check=True).stdout
    attributes = f"{SEAL} working-tree-encoding=ASCII//TRANSLIT\n"
    (work / ".gitattributes").write_text(attributes)
    github.git(work, "add", ".gitattributes")
    entry = f"100644,{blob.decode().strip()},{SEAL}"
    github.git(work, "update-index", "--cacheinfo", entry)
    github.git(work, "commit", "--quiet", "--message", "A change")
    github.git(work, "push", "--quiet", "origin", "HEAD:refs/heads/encoded")
    assert not github.publish(merge(github, "encoded"))
    assert "A seal is not the same in the repository and in a clone" in github.log[-1]


def ignore_the_seals_of_a_year(work: Path) -> None:
    (work / ".gitignore").write_text(".venv\nopinions/ledger/2004/\n")


def read_the_opinions_through_a_link(work: Path) -> None:
    (work / "opinions").rename(work / "records")
    (work / "opinions").symlink_to("records")


@pytest.mark.parametrize("attempt", [ignore_the_seals_of_a_year, read_the_opinions_through_a_link])
def test_an_opinion_whose_seal_is_not_kept_is_not_published(
    github: LocalGithub, attempt: Callable[[Path], None]
) -> None:
    work = github.clone("new")
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/06.md").write_text(full_record(6, 2004))
    attempt(work)
    subprocess.run([work / ".venv/bin/python", work / "scripts/seal.py"], check=True)
    github.push(work, "new")
    assert not github.publish(merge(github, "new")), github.log


def test_no_tag_takes_the_place_of_a_branch(tmp_path: Path, new_repository: Path) -> None:
    github = LocalGithub.copied(new_repository, tmp_path)
    work = github.clone("first")
    github.git(work, "tag", "origin/main")
    github.git(work, "push", "--quiet", "origin", "refs/tags/origin/main")
    github.push(work, "first")
    assert github.seal("first"), github.log
    merge(github, "first")
    work = github.clone("attempt")
    delete_seal_and_change_a_word(work)
    github.push(work, "attempt")
    assert not github.seal("attempt")
    assert REFUSED.search(github.log[-1]), github.log[-1]


@pytest.mark.parametrize("path", sorted((REPOSITORY / ".github/workflows").glob("*.yml")))
def test_the_workflows_name_branches_in_full(path: Path) -> None:
    """Git takes a tag of the name `origin/main` for the branch."""
    text = path.read_text(encoding="utf-8")
    short = re.findall(r"(?<!refs/remotes/)\borigin/[\w$]+", text)
    steps = (step for job in yaml.safe_load(text)["jobs"].values() for step in job["steps"])
    checked_out = [step["with"]["ref"] for step in steps if "ref" in step.get("with", {})]
    assert short == []
    assert all(ref.startswith("refs/heads/") for ref in checked_out)


def test_only_what_is_published_is_released(github: LocalGithub) -> None:
    step = "Refuse what is not published"
    work = github.clone("release")
    assert github.run("release", step, work), github.log
    delete_seal_and_change_a_word(work)
    seal_by_hand(github, work)
    github.push(work, "release")
    commit = github.git(work, "rev-parse", "HEAD")
    assert not github.run("release", step, work, GITHUB_SHA=commit)
    assert "Only a commit of main can be released" in github.log[-1]
    merge(github, "release")
    assert not github.run("release", step, github.clone())
    assert REFUSED.search(github.log[-1]), github.log[-1]


def test_a_correction_is_sealed_and_published(github: LocalGithub) -> None:
    work = github.clone("correction")
    change_word(work)
    add_corrections(work, f"on: {day_of_seal(work)}, at: [2], what: A slip was corrected.")
    github.push(work, "correction")
    assert not github.check("correction")
    assert github.seal("correction"), github.log
    assert github.check("correction"), github.log
    assert github.publish(merge(github, "correction")), github.log
    assert github.publish(merge(github, "correction")), "the branch of seals is as it should be"


def test_a_correction_can_be_reworded_and_sealed_again_before_the_merge(
    github: LocalGithub,
) -> None:
    work = github.clone("correction")
    change_word(work)
    add_corrections(work, f"on: {day_of_seal(work)}, at: [2], what: A slipp was corrected.")
    github.push(work, "correction")
    assert github.seal("correction"), github.log
    work = github.clone("correction")
    path = work / RECORD
    path.write_text(path.read_text().replace("slipp", "slip"))
    github.push(work, "correction")
    assert not github.check("correction")
    assert "the seal is missing or out of date" in github.log[-1]
    assert github.seal("correction"), github.log
    assert github.check("correction"), github.log


def test_no_published_correction_is_changed_moved_or_preceded(github: LocalGithub) -> None:
    work = github.clone("correction")
    change_word(work)
    day = day_of_seal(work)
    add_corrections(work, f"on: {day}, at: [2], what: A slip was corrected.")
    github.push(work, "correction")
    assert github.seal("correction"), github.log
    assert github.publish(merge(github, "correction")), github.log

    def rewrite(work: Path) -> None:
        path = work / RECORD
        path.write_text(path.read_text().replace("A slip was corrected.", "A new decision."))

    def precede(work: Path) -> None:
        path = work / RECORD
        path.write_text(path.read_text().replace("May it?", "Must it?"))
        first = f"corrections:\n  - {{on: {day}, at: [1], what: It came before.}}\n"
        path.write_text(path.read_text().replace("corrections:\n", first))

    for attempt in (rewrite, precede):
        work = github.clone()
        attempt(work)
        github.push(work, attempt.__name__)
        assert not github.seal(attempt.__name__)
        assert "OP506" in github.log[-1]
        assert not github.check(attempt.__name__)
        assert "OP506" in github.log[-1]


@pytest.mark.parametrize("day", ["2003-11-07", "2999-01-01", ""])
def test_a_day_typed_into_a_new_seal_is_refused_and_seal_sets_it_right(
    github: LocalGithub, day: str
) -> None:
    work = github.clone("new")
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/06.md").write_text(full_record(6, 2004))
    seal_by_hand(github, work)
    path = work / "opinions/ledger/2004/06.txt"
    typed = f"sealed {day}\n" if day else ""
    path.write_text(re.sub("sealed .*\n", typed, path.read_text()))
    github.push(work, "new")
    assert not github.check("new")
    assert "Opinion 2004/06: the seal is missing or out of date" in github.log[-1]
    assert github.seal("new"), github.log
    assert github.check("new"), github.log


@pytest.mark.parametrize(
    ("base", "code", "message"),
    [
        ("scripts", 2, "scripts has no seals in opinions/ledger/"),
        ("none", 0, ""),
        ("HEAD", 0, ""),
    ],
)
def test_a_base_without_seals_is_refused_unless_nothing_was_published(
    github: LocalGithub, base: str, code: int, message: str
) -> None:
    work = github.clone()
    command: list[str | Path] = [work / ".venv/bin/python", "scripts/check.py", "--published", base]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=work)
    assert (run.returncode, message in run.stderr) == (code, True)


def test_a_ledger_that_was_removed_before_the_first_publication_is_missed(
    tmp_path: Path, new_repository: Path
) -> None:
    github = LocalGithub.copied(new_repository, tmp_path)
    github.push(github.clone("first"), "first")
    assert github.seal("first"), github.log
    merge(github, "first")
    work = github.clone()
    delete_seal_and_change_a_word(work)
    github.push(work, "main")
    github.push(github.clone(), "main")
    assert not github.publish(github.git(github.origin, "rev-parse", "main"))
    assert "has no seals" in github.log[-1]


def test_a_new_opinion_is_red_until_it_is_sealed_and_the_message_links_to_seal(
    github: LocalGithub,
) -> None:
    work = github.clone("new")
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/06.md").write_text(full_record(6, 2004))
    github.push(work, "new")
    assert not github.check("new")
    assert "run Seal" in github.log[-1]
    assert "https://example.org/seal" in github.log[-1]
    assert github.seal("new"), github.log
    assert github.check("new"), github.log
    assert "workflow run check.yml --ref new" in (github.folder / "gh.log").read_text()


@pytest.mark.parametrize("branch", ["sent", "programs"])
def test_a_branch_of_any_name_is_sealed(github: LocalGithub, branch: str) -> None:
    work = github.clone(branch)
    (work / "opinions/2004").mkdir()
    (work / "opinions/2004/06.md").write_text(full_record(6, 2004))
    (work / ".gitignore").write_text(".venv\nopinions/ledger/2004/\n")
    github.push(work, branch)
    assert github.seal(branch), github.log
    added = github.git(github.origin, "show", "--format=", "--name-only", branch)
    assert added == "opinions/ledger/2004/06.txt"


def test_a_branch_behind_main_is_sealed_without_what_main_has(github: LocalGithub) -> None:
    behind = github.clone("behind")
    for number, branch, work in ((6, "new", github.clone("new")), (7, "behind", behind)):
        (work / "opinions/2004").mkdir()
        (work / f"opinions/2004/0{number}.md").write_text(full_record(number, 2004))
        github.push(work, branch)
    assert github.seal("new"), github.log
    assert github.publish(merge(github, "new")), github.log
    assert github.seal("behind"), github.log
    added = github.git(github.origin, "show", "--format=", "--name-only", "behind")
    assert added == "opinions/ledger/2004/07.txt"
    assert github.publish(merge(github, "behind")), github.log


@pytest.mark.parametrize(
    "branch", ["main", "published", "refs/heads/main", "heads/main", "origin/x", "a b", "-x:y", ""]
)
def test_seal_refuses_the_branches_that_are_published(github: LocalGithub, branch: str) -> None:
    assert not github.seal(branch)


def test_the_label_can_be_set_again_and_a_refusal_is_answered(github: LocalGithub) -> None:
    work = github.clone()
    remove, answer = (
        "Remove the label, so that it can be set again",
        "Say in the pull request that nothing was sealed",
    )
    assert github.run("seal", remove, work, NUMBER="12")
    assert github.run("seal", answer, work, NUMBER="12", RUN="https://example.org/run")
    commands = (github.folder / "gh.log").read_text()
    assert "pr edit 12 --remove-label seal" in commands
    assert "pr comment 12 --body-file comment.md" in commands
    comment = (work / "comment.md").read_text()
    assert comment.startswith("Nothing was sealed.")
    assert "[The run](https://example.org/run)" in comment


def test_a_seal_that_is_due_is_named_and_an_error_is_shown_instead(github: LocalGithub) -> None:
    step = "Every opinion is sealed"
    published = {"PUBLISHED": "refs/remotes/origin/main", "SEAL": "https://example.org/seal"}
    work = github.clone()
    change_word(work)
    add_corrections(work, f"on: {day_of_seal(work)}, at: [2], what: A slip was corrected.")
    assert not github.run("check", step, work, **published)
    assert "the seal is missing or out of date. When its text is final, run Seal:" in github.log[-1]
    work = github.clone()
    correct_before_the_seal(work)
    assert not github.run("check", step, work, **published)
    assert "::error file=" in github.log[-1]
    assert "run Seal" not in github.log[-1]


def test_seal_says_in_the_pull_request_what_to_correct(github: LocalGithub) -> None:
    work = github.clone("attempt")
    correct_before_the_seal(work)
    github.push(work, "attempt")
    assert not github.seal("attempt")
    (folder,) = (path.parent for path in github.folder.glob("seal*/answer.txt"))
    step = "Say in the pull request that nothing was sealed"
    assert github.run("seal", step, folder, NUMBER="7", RUN="https://example.org/run"), github.log
    for name in (folder / "comment.md", github.folder / "summary.md"):
        shown = name.read_text()
        assert re.search(r"(?m)^    opinions/2003/05\.md.*OP5\d\d", shown)
        assert "`" in shown, "what to type is marked"
        assert "warning" not in shown.replace("0 warnings", "")


def test_seal_says_that_no_seal_was_due(github: LocalGithub) -> None:
    github.push(github.clone("same"), "same")
    assert github.seal("same"), github.log
    assert "No seal was due" in (github.folder / "summary.md").read_text()
    assert "due=no" in (github.folder / "output").read_text()
    (folder,) = (path.parent for path in github.folder.glob("seal*/answer.txt"))
    step = "Say in the pull request that nothing was sealed"
    assert github.run("seal", step, folder, NUMBER="7", RUN="https://x", DUE="no"), github.log
    comment = (folder / "comment.md").read_text()
    assert "Every opinion is already sealed" in comment
    assert "Correct it" not in comment


def test_seal_says_that_a_branch_with_conflicts_is_resolved_first(github: LocalGithub) -> None:
    for branch, word in (("first", "must"), ("second", "shall")):
        work = github.clone(branch)
        change_word(work, word)
        github.push(work, branch)
    github.push(github.clone("first"), "main")
    assert not github.seal("second")
    (reason,) = github.folder.glob("seal*/reason.txt")
    assert "press Resolve conflicts" in reason.read_text()
