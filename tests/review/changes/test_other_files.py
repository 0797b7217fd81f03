"""Changed files that are not part of the collection."""

from pathlib import Path

import pytest

from commands import run
from corpus.review.changes.other_files import OtherFile, other_files
from corpus.review.comment.other_files_report import other_files_as_markdown
from factories import write_corpus


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
    ("path", "is_program"),
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
    ],
)
def test_a_person_who_knows_programs_looks_at_programs(path: str, *, is_program: bool) -> None:
    shown = "\n".join(other_files_as_markdown([OtherFile(path, is_removed=False)]))
    assert ("Ask a developer" in shown) is is_program
    assert path.replace("_", "\\_") in shown


def test_a_program_is_named_before_other_files_and_hidden_signs_are_seen() -> None:
    paths = [*(f"scripts/a{number}.txt" for number in range(30)), "scripts/z\u202e.py"]
    shown = "\n".join(other_files_as_markdown([OtherFile(it, is_removed=False) for it in paths]))
    assert "scripts/z&lt;U+202E&gt;.py" in shown.replace("\\", "")
    assert "and 11 more" in shown


def test_removed_files_and_links_are_named_and_links_in_tests_are_not(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new / "scripts", new / "tests/checks/rules/OP013"):
        folder.mkdir(parents=True)
    (old / "LICENSE").write_text("x")
    (new / "scripts/yaml.py").symlink_to("elsewhere")
    (new / "tests/checks/rules/OP013/link").symlink_to("elsewhere")
    (new / "tests/conftest.py").symlink_to("elsewhere")
    expected = [
        OtherFile("LICENSE", is_removed=True),
        OtherFile("scripts/yaml.py", is_removed=False),
        OtherFile("tests/conftest.py", is_removed=False),
    ]
    assert list(other_files(old, new, ())) == expected


def test_a_link_that_a_change_adds_takes_no_place_of_the_comment(tmp_path: Path) -> None:
    old, new = write_corpus(tmp_path / "a").root, write_corpus(tmp_path / "b").root
    (tmp_path / "files").mkdir()
    summary = tmp_path / "files/effects-summary.md"
    (tmp_path / "files/effects-comment.md").symlink_to(summary)
    run("effects", "--root", new, old, "--files", tmp_path / "files")
    assert not (tmp_path / "files/effects-comment.md").is_symlink()
    assert summary.is_file()
