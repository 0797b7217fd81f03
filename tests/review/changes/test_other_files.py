"""Changed files that are not part of the collection."""

from pathlib import Path

import pytest

from clerks import git
from commands import run
from corpus.review.changes.other_files import FileKind, OtherFile, other_files
from corpus.review.comment.other_files_report import other_files_as_markdown
from corpus.review.revision import extract_revision
from factories import page_text, write_corpus


def test_the_comment_names_every_other_file_with_what_it_can_do(tmp_path: Path) -> None:
    paths = ("scripts/check.py", ".github/workflows/seal.yml", "opinions/thesaurus.yml", "LICENSE")
    files = dict.fromkeys(paths, "{}")
    old, new = write_corpus(tmp_path / "a").root, write_corpus(tmp_path / "b", files).root
    shown = run("effects", "--root", new, old).stdout
    section = shown[shown.index("## Other files that change") :].partition("\n\n## ")[0]
    assert all(path in section for path in paths)
    assert "opinions/2003/05.md" not in section
    assert "Ask a developer to look" in section


def test_a_change_of_records_alone_has_no_such_section(tmp_path: Path) -> None:
    page = {"pages/about.md": "---\ntitle: About\ndescription: It.\n---\n\n# About\n\nWords.\n"}
    old, new = write_corpus(tmp_path / "a").root, write_corpus(tmp_path / "b", page).root
    assert "Other files that change" not in run("effects", "--root", new, old).stdout


@pytest.mark.parametrize(
    ("file", "is_program"),
    [
        ("scripts/corpus/cli.py", True),
        (".ci/published", True),
        ("opinions/.gitattributes", True),
        ("mkdocs.yml", True),
        ("tests/conftest.py", True),
        ("LICENSE", False),
        ("README.md", False),
        ("opinions/thesaurus.yml", False),
        ("notes.bin", True),
        ("venv.py", True),
        ("GNUmakefile", True),
        ("CODEOWNERS", True),
        ("pytest.ini", True),
        (".vscode/tasks.json", True),
        (OtherFile("README.md", has_other_kind=True), True),
        (OtherFile("README.md", kind=FileKind.LINK), True),
        (OtherFile("README.md", kind=FileKind.SUBMODULE), True),
    ],
)
def test_a_person_who_knows_programs_looks_at_programs(
    file: str | OtherFile, *, is_program: bool
) -> None:
    other = OtherFile(file) if isinstance(file, str) else file
    shown = "\n".join(other_files_as_markdown([other]))
    assert ("Ask a developer" in shown) is is_program
    assert other.path.replace("_", "\\_") in shown


def test_a_program_is_named_before_other_files_and_hidden_signs_are_seen() -> None:
    paths = [*(f"scripts/a{number}.txt" for number in range(30)), "scripts/z\u202e.py"]
    shown = "\n".join(other_files_as_markdown([OtherFile(it) for it in paths]))
    assert "scripts/z&lt;U+202E&gt;.py" in shown.replace("\\", "")
    assert "and 11 more" in shown


def test_files_that_git_keeps_in_another_way_are_named_with_it(tmp_path: Path) -> None:
    hook, link = "tests/checks/rules/OP013/conftest.py", "pages/about.md"
    files = {".ci/published": "", "LICENSE": "", link: page_text("Words."), hook: None}
    root, before = write_corpus(tmp_path / "root", files).root, tmp_path / "before"
    (root / ".ci/published").chmod(0o755)
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=before")
    extract_revision("HEAD", root, before)
    assert not list(other_files(before, root, ()))

    submodule = f"160000,{git(root, 'rev-parse', 'HEAD')},scripts/yaml"
    git(root, "update-index", "--add", "--cacheinfo", submodule)
    git(root, "update-index", "--chmod=-x", ".ci/published")
    git(root, "update-index", "--chmod=+x", "opinions/2003/05.md")
    (root / "LICENSE").unlink()
    (root / link).unlink()
    (root / hook).parent.mkdir(parents=True)
    for path in (link, hook):
        (root / path).symlink_to("elsewhere")
    git(root, "add", link, hook)
    assert list(other_files(before, root, (link, "opinions/2003/05.md"))) == [
        OtherFile(".ci/published", has_other_kind=True),
        OtherFile("LICENSE", is_removed=True),
        OtherFile("opinions/2003/05.md", kind=FileKind.EXECUTABLE, has_other_kind=True),
        OtherFile(link, kind=FileKind.LINK, has_other_kind=True),
        OtherFile("scripts/yaml", kind=FileKind.SUBMODULE, has_other_kind=True),
        OtherFile(hook, kind=FileKind.LINK, has_other_kind=True),
    ]


def test_a_link_that_a_change_adds_takes_no_place_of_the_comment(tmp_path: Path) -> None:
    old, new = write_corpus(tmp_path / "a").root, write_corpus(tmp_path / "b").root
    (tmp_path / "files").mkdir()
    summary = tmp_path / "files/effects-summary.md"
    (tmp_path / "files/effects-comment.md").symlink_to(summary)
    run("effects", "--root", new, old, "--files", tmp_path / "files")
    assert not (tmp_path / "files/effects-comment.md").is_symlink()
    assert summary.is_file()
