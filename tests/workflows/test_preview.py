"""The previews of open pull requests at their own addresses, with the steps of *Preview*."""

import subprocess
from pathlib import Path

import pytest
import yaml

from corpus.paths import REPOSITORY
from local_github import LocalGithub, step_of

pytestmark = pytest.mark.slow

TAKE = "Take the preview of the newest commit"
PLACE = "Put it at its address, and remove those of closed pull requests"
NEWEST = "a1b2c3d4e5f6"


@pytest.fixture
def previews(tmp_path: Path) -> Path:
    """The repository of the previews, in which nothing is yet."""
    folder = tmp_path / "previews.git"
    subprocess.run(["git", "init", "--quiet", "--bare", folder], check=True)  # noqa: S607
    return folder


def artifact(tmp_path: Path, words: str) -> Path:
    """A preview as a run of *Check* uploads it."""
    folder = tmp_path / f"artifact{len(list(tmp_path.glob('artifact*')))}"
    (folder / "opinions").mkdir(parents=True)
    (folder / "index.html").write_text(words)
    (folder / "opinions/opinion.md").write_text("---\nyear: 2024\n---\n")
    return folder


def preview(
    github: LocalGithub,
    previews: Path,
    of: tuple[int, Path | None] | None,
    opened: str,
    **environment: str,
) -> bool:
    """Run *Preview* after *Check* of a pull request with this preview, or after one was closed."""
    work = github.folder / f"runner{len(list(github.folder.glob('runner*')))}"
    (work / ".venv").mkdir(parents=True)
    (github.folder / "output").write_text("")
    address = "git@github.com:board/previews.git"
    defaults = {
        "GH_OPEN": opened,
        "GH_ARTIFACT": "",
        "BRANCH": "change",
        "COMMIT": NEWEST,
        "RUN": "1",
        "KEY": "a key",
        "PREVIEWS": "board/previews",
        # Git takes the local repository for the one on GitHub.
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{previews}.insteadOf",
        "GIT_CONFIG_VALUE_0": address,
    }
    if of:
        github.pull_request, github.comparable = str(of[0]), f"{NEWEST} main"
        environment = {"GH_ARTIFACT": str(of[1] or "")} | environment
        if not github.run("preview", TAKE, work, **(defaults | environment)):
            return False
    number = (github.folder / "output").read_text().partition("number=")[2].strip()
    return github.run("preview", PLACE, work, **(defaults | environment | {"NUMBER": number}))


def placed(previews: Path) -> dict[str, str]:
    """What is in the repository of the previews: the text of each file, by its path."""
    git = ["git", "-C", str(previews)]
    listed = subprocess.run(
        [*git, "ls-tree", "-r", "--name-only", "main"], capture_output=True, text=True, check=False
    )
    texts = {}
    for path in listed.stdout.splitlines():
        shown = subprocess.run([*git, "show", f"main:{path}"], capture_output=True, check=True)
        texts[path] = shown.stdout.decode()
    return texts


def home_pages(previews: Path) -> dict[str, str]:
    return {path: text for path, text in placed(previews).items() if path.endswith("index.html")}


def test_each_open_pull_request_has_the_newest_preview_at_its_own_address(
    github: LocalGithub, previews: Path, tmp_path: Path
) -> None:
    for number, words, opened in ((5, "five", "5"), (12, "first", "5 12"), (12, "second", "5 12")):
        of = (number, artifact(tmp_path, words))
        assert preview(github, previews, of, opened), github.log
    assert home_pages(previews) == {"pr-5/index.html": "five", "pr-12/index.html": "second"}
    assert placed(previews)[".nojekyll"] == ""
    commits = github.git(previews, "rev-list", "--count", "main")
    assert commits == "1", "what was removed is in no earlier commit"


def test_a_closed_pull_request_loses_its_preview_and_other_files_stay(
    github: LocalGithub, previews: Path, tmp_path: Path
) -> None:
    github.git(tmp_path, "clone", "--quiet", previews, tmp_path / "own")
    (tmp_path / "own/CNAME").write_text("previews.example.org")
    github.push(tmp_path / "own", "main")
    for number in (1, 5, 12):
        assert preview(github, previews, (number, artifact(tmp_path, "x")), "1 5 12"), github.log
    assert preview(github, previews, None, "12"), github.log
    assert set(home_pages(previews)) == {"pr-12/index.html"}
    assert placed(previews)["CNAME"] == "previews.example.org"


def test_a_commit_without_a_preview_leaves_no_older_one(
    github: LocalGithub, previews: Path, tmp_path: Path
) -> None:
    assert preview(github, previews, (12, artifact(tmp_path, "x")), "12"), github.log
    assert preview(github, previews, (12, None), "12"), github.log
    assert not home_pages(previews)


def test_the_preview_of_an_older_commit_is_not_taken(
    github: LocalGithub, previews: Path, tmp_path: Path
) -> None:
    assert preview(github, previews, (12, artifact(tmp_path, "new")), "12"), github.log
    of = (12, artifact(tmp_path, "old"))
    assert preview(github, previews, of, "12", COMMIT="0a0b0c0d"), github.log
    assert home_pages(previews) == {"pr-12/index.html": "new"}


@pytest.mark.parametrize("kind", ["link", "hidden", "git"])
def test_a_preview_that_is_not_plain_files_is_refused(
    github: LocalGithub, previews: Path, tmp_path: Path, kind: str
) -> None:
    folder = artifact(tmp_path, "x")
    if kind == "link":
        (folder / "opinions/link").symlink_to("/etc/passwd")
    elif kind == "hidden":
        (folder / ".gitattributes").write_text("* text")
    else:
        (folder / "opinions/.git").mkdir()
    assert not preview(github, previews, (12, folder), "12")
    assert "plain files" in github.log[-1]
    assert not placed(previews)


@pytest.mark.parametrize(
    ("setting", "runs"),
    [
        ({"KEY": ""}, True),
        ({"PREVIEWS": "example/opinions"}, False),
        ({"PREVIEWS": "Example/Opinions"}, False),
    ],
)
def test_without_a_key_nothing_is_placed_and_never_in_the_repository_itself(
    github: LocalGithub, previews: Path, tmp_path: Path, setting: dict[str, str], *, runs: bool
) -> None:
    of = (12, artifact(tmp_path, "x"))
    assert preview(github, previews, of, "12", **setting) is runs
    assert runs or "must name a different repository" in github.log[-1]
    assert not placed(previews)


def test_it_takes_only_files_from_a_change_and_keeps_its_key_for_main() -> None:
    text = (REPOSITORY / ".github/workflows/preview.yml").read_text(encoding="utf-8")
    (job,) = yaml.safe_load(text)["jobs"].values()
    assert "vars.PREVIEW_REPOSITORY != ''" in job["if"]
    assert "head_repository.full_name == github.repository" in job["if"]
    assert job["environment"] == "previews"
    assert not any("uses" in step for step in job["steps"]), "nothing is checked out"
    assert "write" not in set(job["permissions"].values())
    assert "secrets." not in str(step_of("preview", TAKE))
