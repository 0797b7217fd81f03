"""The command writes new files only, and says what it did or in one line why not."""

from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from commands import run
from corpus.library.loader import load
from corpus.library.record_template import EXAMPLE_SOURCE
from corpus.paths import CorpusPaths
from factories import VALID_FILES, catalog_record, write_corpus
from intake.sample_documents import save, typed

VOLUME = "".join(
    f"Opinion Number {number:02} (2003)\n"
    f"(Approved by the Board on May {number}, 2003.)\n\nMay it, in case {number}?\n\nIt may.\n\n"
    for number in (4, 5, 6, 8)
)
RECORD = "opinions/2003/05.md"


def ingest(*arguments: str | Path) -> CompletedProcess[str]:
    return run("ingest", *arguments)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A corpus with opinion 2003/05."""
    return write_corpus(tmp_path / "corpus").root


@pytest.fixture
def volume(tmp_path: Path) -> Path:
    """A text file with opinions 4, 5, 6 and 8."""
    path = tmp_path / "All opinions.txt"
    path.write_text(VOLUME, encoding="utf-8")
    return path


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file()
    }


def test_one_opinion_becomes_a_draft(tmp_path: Path, root: Path) -> None:
    result = ingest(save(tmp_path, typed), "--root", root)
    assert result.returncode == 0
    assert result.stdout.startswith(
        "The draft of opinion 2004/09 is `opinions/2004/09.md`. The check says what it still"
    )
    assert "Every word of the document is in the draft" in result.stdout
    assert "1. The heading was read as " in result.stdout
    assert load(CorpusPaths(root)).records


def test_the_example_of_a_new_collection_is_named_as_what_to_delete(
    root: Path, volume: Path
) -> None:
    record = root / RECORD
    example = VALID_FILES[RECORD].replace("Minutes of the Board", EXAMPLE_SOURCE)
    record.write_text(example, encoding="utf-8")
    result = ingest(volume, "--only", "5", "--root", root, "--revise")
    assert result.returncode == 1
    assert result.stdout.strip() == (
        f"`{RECORD}` is the example that came with the programs, and it has the number of this "
        "opinion. Delete that file, and start again."
    )
    assert record.read_text(encoding="utf-8") == example


def test_a_draft_with_the_same_words_is_left_alone(tmp_path: Path, root: Path) -> None:
    document = save(tmp_path, typed)
    ingest(document, "--root", root)
    draft = root / "opinions/2004/09.md"
    edited = draft.read_text(encoding="utf-8").replace("title:\n", "title: Telling\n", 1)
    draft.write_text(edited, encoding="utf-8")
    again = ingest(document, "--root", root)
    assert again.returncode == 0
    assert again.stdout.startswith("`opinions/2004/09.md` has the same words as the document.\n")
    assert draft.read_text(encoding="utf-8") == edited


def test_a_volume_becomes_a_draft_for_each_opinion_but_a_record_stays(
    volume: Path, root: Path
) -> None:
    result = ingest(volume, "--root", root)
    assert result.returncode == 1
    assert "`All opinions.txt` has 4 opinions, and 3 drafts were written." in result.stdout
    rows = [line for line in result.stdout.split("\n") if line.startswith("| 2003")]
    assert rows == [
        f"| 2003/{number:02} | `Opinion Number {number:02} (2003)` | lines {first} to {first + 5} "
        f"| 2 | {outcome} |"
        for number, first, outcome in (
            (4, 1, "draft `opinions/2003/04.md`"),
            (5, 8, "already there, with different wording"),
            (6, 15, "draft `opinions/2003/06.md`"),
            (8, 22, "draft `opinions/2003/08.md`"),
        )
    ]
    assert "No opinion 7 was found in it." in result.stdout
    assert (
        "- ¶ 1: After `November 7, 2003.) May`, the record has `it?` "
        "but the document has `it, in case 5?`." in result.stdout
    )
    assert files_of(root)[RECORD] == VALID_FILES[RECORD].encode()
    draft = (root / "opinions/2003/08.md").read_text(encoding="utf-8")
    assert "May it, in case 8?" in draft
    assert '  title: "All opinions.txt, lines 22 to 27"\n' in draft


def test_only_some_numbers_are_written(volume: Path, root: Path) -> None:
    before = set(files_of(root))
    result = ingest(volume, "--only", "4,6-7", "--root", root)
    assert result.returncode == 0
    assert "has 4 opinions, and 2 drafts were written." in result.stdout
    assert set(files_of(root)) - before == {"opinions/2003/04.md", "opinions/2003/06.md"}


@pytest.mark.parametrize(
    ("numbers", "message"),
    [
        ("7", "It has no opinion 7. It has 4 to 6 and 8. Nothing was written."),
        ("4,9-12", "It has no opinions 9 to 12."),
        ("3,7", "It has no opinions 3 and 7. It has 4 to 6 and 8. Nothing was written."),
        ("six", "`six` is not a number or a range; type numbers such as 5,12-20"),
        ("8-4", "`8-4` is not a number or a range"),
    ],
)
def test_numbers_that_cannot_be_meant_are_refused(
    volume: Path, root: Path, numbers: str, message: str
) -> None:
    before = files_of(root)
    refused = ingest(volume, "--only", numbers, "--root", root)
    assert refused.returncode == 2
    assert message in refused.stderr
    assert refused.stderr.count("\n") == 1
    assert files_of(root) == before


def test_drafts_can_be_written_to_another_folder(volume: Path, root: Path, tmp_path: Path) -> None:
    before = files_of(root)
    result = ingest(volume, "--out", tmp_path / "drafts", "--root", root)
    assert result.returncode == 1
    assert "When a draft is in `opinions/`, `make check` says what it" in result.stdout
    assert (
        f"| already there, with different wording; draft `{tmp_path}/drafts/2003/05.md` |"
        in result.stdout
    )
    assert set(files_of(tmp_path / "drafts")) == {f"2003/{number:02}.md" for number in (4, 5, 6, 8)}
    assert files_of(root) == before
    draft = tmp_path / "draft.md"
    assert ingest(volume, "--only", "4", "--out", draft, "--root", root).returncode == 0
    assert "number: 04\n" in draft.read_text(encoding="utf-8")
    for file in (draft, tmp_path / "new.md"):
        refused = ingest(volume, "--out", file, "--root", root)
        assert refused.returncode == 2
        assert (
            f"It has 4 opinions, and {file} is one file. Type --out and a folder" in refused.stderr
        )
        assert file.is_file() is (file == draft)


def test_a_revision_is_written_beside_the_record_once(volume: Path, root: Path) -> None:
    record = files_of(root)[RECORD]
    assert ingest(volume, "--only", "5", "--root", root).returncode == 1
    result = ingest(volume, "--only", "5", "--revise", "--root", root)
    assert result.returncode == 1
    assert "Copy what is right from `opinions/2003/05.revised.md` into it" in result.stdout
    assert "make check" not in result.stdout
    assert "--revise" not in result.stdout
    revised = root / "opinions/2003/05.revised.md"
    assert "title: Naming a speaker\n" in revised.read_text(encoding="utf-8")
    assert "May it, in case 5?" in revised.read_text(encoding="utf-8")
    assert files_of(root)[RECORD] == record
    revised.write_text("edited", encoding="utf-8")
    again = ingest(volume, "--only", "5", "--revise", "--root", root)
    assert again.returncode == 2
    assert "this already exists: opinions/2003/05.revised.md. Move" in again.stderr
    assert revised.read_text(encoding="utf-8") == "edited"


def test_all_revisions_in_the_way_are_named_before_anything_is_written(
    volume: Path, root: Path
) -> None:
    ingest(volume, "--root", root)
    for name in ("2003/04", "2003/06"):
        draft = root / f"opinions/{name}.md"
        draft.write_text(draft.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
        draft.with_suffix(".revised.md").write_text("edited", encoding="utf-8")
    before = files_of(root)
    refused = ingest(volume, "--revise", "--keep", "--root", root)
    assert (refused.returncode, refused.stdout) == (2, "")
    names = "opinions/2003/04.revised.md and opinions/2003/06.revised.md"
    assert f"Nothing was written, because this already exists: {names}." in refused.stderr
    assert files_of(root) == before


def test_a_file_where_a_folder_is_expected_is_named(tmp_path: Path, root: Path) -> None:
    document, file = tmp_path / "letter.txt", tmp_path / "afile"
    document.write_text("Advisory Opinion 44 (2024)\n\nMay it?\n", encoding="utf-8")
    file.write_text("mine", encoding="utf-8")
    result = ingest(document, "--out", file / "draft.md", "--root", root)
    assert result.returncode == 2
    assert f"{file} is a file, not a folder. Type another --out" in result.stderr
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_record_without_text_is_filled_and_keeps_what_was_typed(
    volume: Path, tmp_path: Path
) -> None:
    typed = catalog_record(5, 2003, "topics: [fees]")
    root = write_corpus(tmp_path / "corpus", {RECORD: typed}).root
    result = ingest(volume, "--only", "5", "--keep", "--root", root)
    assert result.returncode == 0
    assert f"`{RECORD}` listed this opinion without its text." in result.stdout
    filled = (root / RECORD).read_text(encoding="utf-8")
    fields = yaml.safe_load(filled.split("---\n")[1])
    assert (fields["title"], fields["topics"]) == ("Opinion 5", ["fees"])
    assert fields["approved"] == date(2003, 5, 5)
    assert (
        fields["source"].items()
        >= {
            "url": "https://board.example.org/5",
            "title": "All opinions.txt, lines 8 to 13",
            "file": "opinions/sources/All-opinions.txt",
        }.items()
    )
    assert "May it, in case 5?\n\nIt may." in filled
    assert "elsewhere" not in filled
    again = ingest(volume, "--only", "5", "--root", root)
    assert again.stdout.startswith(f"`{RECORD}` has the same words as this opinion in the")
    assert (root / RECORD).read_text(encoding="utf-8") == filled


def test_a_record_without_text_stays_if_its_draft_goes_to_another_folder(
    volume: Path, tmp_path: Path
) -> None:
    root = write_corpus(tmp_path / "corpus", {RECORD: catalog_record(5, 2003)}).root
    before = files_of(root)
    out = tmp_path / "drafts/05.md"
    assert ingest(volume, "--only", "5", "--out", out, "--root", root).returncode == 0
    assert "title: Opinion 5\n" in out.read_text(encoding="utf-8")
    assert files_of(root) == before


def test_the_report_lists_the_numbered_paragraphs(volume: Path, root: Path) -> None:
    report = ingest(volume, "--only", "4", "--root", root).stdout
    assert report.endswith("for `at`:\n\n1. `May it, in case 4?`\n2. `It may.`\n")
    several = ingest(volume, "--only", "6,8", "--root", root).stdout
    assert "| Where in the document |" in several
    assert "1. `May it, in case 6?`\n2. `It may.`\n\n## Opinion 2003/08" in several


def test_a_file_that_is_no_record_is_not_overwritten(
    volume: Path, root: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("my notes", encoding="utf-8")
    result = ingest(volume, "--only", "4", "--out", notes, "--root", root)
    assert result.returncode == 1
    assert "cannot be read as a record. It is not overwritten." in result.stdout
    assert notes.read_text(encoding="utf-8") == "my notes"


def test_the_document_is_kept_in_the_corpus_when_asked(volume: Path, root: Path) -> None:
    ingest(volume, "--only", "4", "--keep", "--root", root)
    kept = root / "opinions/sources/All-opinions.txt"
    assert kept.read_bytes() == volume.read_bytes()
    text = (root / "opinions/2003/04.md").read_text(encoding="utf-8")
    assert "  file: opinions/sources/All-opinions.txt\n" in text
    ingest(volume, "--only", "6", "--keep", "--root", root)
    assert "All-opinions.txt\n" in (root / "opinions/2003/06.md").read_text(encoding="utf-8")
    volume.write_text(VOLUME.replace("It may", "It must"), encoding="utf-8")
    ingest(volume, "--only", "8", "--keep", "--root", root)
    assert kept.read_bytes() != volume.read_bytes()
    other = next(kept.parent.glob("All-opinions-*.txt"))
    assert other.read_bytes() == volume.read_bytes()
    assert f"/{other.name}\n" in (root / "opinions/2003/08.md").read_text(encoding="utf-8")


def test_a_document_of_one_opinion_is_kept_under_its_number(tmp_path: Path, root: Path) -> None:
    document = save(tmp_path, typed)
    ingest(document, "--keep", "--root", root)
    assert (root / "opinions/sources/2004/09.docx").read_bytes() == document.read_bytes()


def test_the_command_refuses_in_one_line(tmp_path: Path, root: Path) -> None:
    refused = ingest(tmp_path / "memo.doc", "--root", root)
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("name", "out", "message"),
    [
        ("", "drafts/", "the name is empty; type the name of a file"),
        (".", "drafts/", "This is a folder or a device. Type the name of a file."),
        ("memo.docx", "", "the name is empty; type the name of a file"),
        ("memo.docx", "notes.txt", "notes.txt is not a draft and was not changed."),
    ],
)
def test_a_name_of_no_file_is_refused(
    tmp_path: Path, root: Path, name: str, out: str, message: str
) -> None:
    save(tmp_path, typed).rename(tmp_path / "memo.docx")
    (tmp_path / "notes.txt").write_text("Buy bread.", encoding="utf-8")
    before = files_of(tmp_path)
    file = tmp_path / name if name else name
    target = tmp_path / out if out else out
    refused = ingest(file, "--out", target, "--root", root)
    assert refused.returncode == 2
    assert message in refused.stderr
    assert files_of(tmp_path) == before


def test_a_document_of_a_record_with_another_number_becomes_no_second_draft(
    tmp_path: Path, root: Path
) -> None:
    document = save(tmp_path, typed)
    ingest(document, "--root", root)
    (root / "opinions/2004/09.md").rename(root / "opinions/2004/22.md")
    before = files_of(root)
    refused = ingest(document, "--keep", "--root", root)
    assert refused.returncode == 2
    assert "opinions/2004/22.md was made from this document" in refused.stderr
    assert files_of(root) == before
    assert ingest(document, "--out", tmp_path / "draft.md", "--root", root).returncode == 0


def test_a_draft_with_the_words_of_another_number_is_named(tmp_path: Path, root: Path) -> None:
    words = "She asked whether she may tell the other party what she was told, and the Board " * 2
    for number in (6, 8):
        text = f"Opinion Number {number:02} (2003)\n(Approved by the Board on May 4, 2003.)\n\n"
        (tmp_path / f"{number}.txt").write_text(f"{text}{words}agreed.\n", encoding="utf-8")
    first = ingest(tmp_path / "6.txt", "--root", root)
    second = ingest(tmp_path / "8.txt", "--root", root)
    same = "`opinions/2003/06.md` has the same words under another number."
    assert same not in first.stdout
    assert same in second.stdout
    assert same not in ingest(tmp_path / "6.txt", "--root", root).stdout


def test_a_report_that_is_asked_for_again_has_the_places_and_paragraphs(
    volume: Path, root: Path
) -> None:
    ingest(volume, "--root", root)
    again = ingest(volume, "--root", root).stdout
    draft = again.partition("## Opinion 2003/08")[2]
    assert "`opinions/2003/08.md` has the same words as this opinion in the document." in draft
    assert "Every word from its heading to its end is in the record" in draft
    assert "Correct headings" not in draft
    assert "1. `May it, in case 8?`" in draft
    assert "Write `title`" not in again


def test_a_line_with_the_number_of_the_opinion_is_not_said_to_begin_another(
    tmp_path: Path, root: Path
) -> None:
    document = tmp_path / "memo.txt"
    opening = "MEMORANDUM\n\nIt went to all.\n\nNumber 22 (2012)\n\n"
    text = "She asked whether she may.\n\nNumber 23 (2013)\n\nShe may tell.\n"
    document.write_text(f"{opening}{text}", encoding="utf-8")
    printed = ingest(document, "--root", root).stdout
    more = [line for line in printed.split("\n") if "may hold more than one opinion" in line]
    assert [("`Number 22" in line, "`Number 23" in line) for line in more] == [(False, True)]


def test_documents_without_a_number_do_not_meet_in_one_file(tmp_path: Path, root: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text("May she tell?\n\nShe may.\n", encoding="utf-8")
    second.write_text("May he wait?\n\nHe may.\n", encoding="utf-8")
    drafts = tmp_path / "drafts"
    results = [
        ingest(document, "--root", root, "--out", f"{drafts}/") for document in (first, second)
    ]
    assert [result.returncode for result in results] == [0, 0]
    texts = [path.read_text(encoding="utf-8") for path in sorted(drafts.rglob("*.md"))]
    assert [("She may." in text, "He may." in text) for text in texts] == [
        (True, False), (False, True),
    ]  # fmt: skip
    before = files_of(drafts)
    again = ingest(first, "--root", root, "--out", f"{drafts}/")
    assert "was made from this document, so no second draft was written" in again.stderr
    assert files_of(drafts) == before


def test_a_draft_without_a_number_is_named_where_it_takes_the_place_of_an_opinion(
    tmp_path: Path, root: Path
) -> None:
    document = tmp_path / "first.txt"
    document.write_text("May she tell?\n\nShe may.\n", encoding="utf-8")
    ingest(document, "--root", root)
    (draft,) = (path for path in (root / "opinions").rglob("*.md") if path.name != "05.md")
    year, number = draft.parent.name, draft.stem
    document.write_text(f"Opinion Number {number} ({year})\n\nMay he wait?\n", encoding="utf-8")
    result = ingest(document, "--root", root)
    assert result.returncode == 1
    assert (
        f"`opinions/{year}/{number}.md` is the draft of another document, which gives no number. "
        "Type the number of its opinion into it, rename the file, and start again."
    ) in result.stdout
    assert "She may." in draft.read_text(encoding="utf-8")
