"""The report says first what is missing or published, and means by a draft only a new one."""

from pathlib import Path

import pytest

from commands import run
from factories import write_corpus
from intake.sample_documents import APPROVAL, TITLE, save, typed
from intake.sample_pdfs import SCAN, heading, lines, pdf

SECOND = "Opinion Number 10 (2004)\n(Approved by the Board on May 7, 2004.)\n\nMay he?\n\nNo.\n"
FIRST = f"{TITLE}\n{APPROVAL}\n\nMay she?\n\nShe may.\n"
OTHERS = "The document has other words too, which the record lacks: they are listed below."
RECORD = "`opinions/2004/09.md`"


def ingested(root: Path, name: str, content: str | bytes, *options: str) -> str:
    """What is printed of a document, in a corpus that has opinion 2003/05."""
    root.mkdir(exist_ok=True)
    document = root / name
    document.write_bytes(content if isinstance(content, bytes) else content.encode())
    if not (root / "corpus").is_dir():
        write_corpus(root / "corpus")
    return run("ingest", document, "--root", root / "corpus", *options).stdout


@pytest.mark.parametrize("second", ["", heading().replace("09", "10")])
def test_a_page_that_was_not_read_is_named_at_the_top(tmp_path: Path, second: str) -> None:
    pages = [heading() + lines("May she?"), SCAN, *filter(None, [second])]
    first, what, page, *_ = ingested(tmp_path, "memo.pdf", pdf(*pages)).split("\n\n")
    assert "draft" in first
    assert what == "**Words are missing**, because a part of the document was not read:"
    assert page.startswith("- A page is only a picture, so its words are missing.")
    assert page.endswith("(page 2)")


def test_a_document_that_was_read_is_not_said_to_lack_words(tmp_path: Path) -> None:
    assert "missing" not in ingested(tmp_path, "memo.txt", FIRST)


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("", f"{RECORD} has the same words as the document."),
        (
            "Post this.\n\n",
            f"{RECORD} has the same words as this opinion in the document. {OTHERS}",
        ),
    ],
)
def test_words_that_a_record_with_the_same_text_lacks_are_named_at_once(
    tmp_path: Path, above: str, first: str
) -> None:
    ingested(tmp_path, "memo.txt", FIRST)
    again = ingested(tmp_path, "memo.txt", f"MEMORANDUM\n\n{above}{FIRST}" if above else FIRST)
    assert again.partition("\n")[0] == first
    assert ("    - line 3: `Post this.`" in again) is bool(above)


def test_words_outside_an_opinion_with_other_words_are_named(tmp_path: Path) -> None:
    ingested(tmp_path, "memo.txt", FIRST)
    other = f"MEMORANDUM\n\n{FIRST.replace('She may', 'She must')}"
    assert "    - line 1: `MEMORANDUM`" in ingested(tmp_path, "memo.txt", other)


@pytest.mark.parametrize(
    ("old", "new", "first"),
    [
        ("She may.", "She must.", f"{RECORD} differs from the document."),
        (
            "She may.\n\nIt is",
            "She may. It is",
            f"{RECORD} has the same words as the document. **Paragraphs or headings differ**",
        ),
        ("", "", f"{RECORD} has the same words as the document.\n"),
    ],
)
def test_what_to_compare_is_listed_whether_or_not_the_record_differs(
    tmp_path: Path, old: str, new: str, first: str
) -> None:
    text = f"{FIRST}\nIt is a state-\nment.\n\nBoard\t\tPhone\nOffice\t\t44\n"
    ingested(tmp_path, "memo.txt", text)
    record = tmp_path / "corpus/opinions/2004/09.md"
    typed_over = record.read_text(encoding="utf-8").replace(old, new, 1)
    record.write_text(typed_over, encoding="utf-8")
    again = ingested(tmp_path, "memo.txt", text)
    assert again.startswith(first)
    to_compare = again.partition("## To compare with the document\n\n")[2].split("\n")
    assert to_compare[0].startswith("- A word divided at a line end was joined.")
    assert to_compare[1].startswith("- Tabs or wide spaces make columns here.")
    assert "Every word" not in again


def test_a_record_with_other_words_is_not_said_to_have_every_word(tmp_path: Path) -> None:
    ingested(tmp_path, "memo.txt", FIRST)
    again = ingested(tmp_path, "memo.txt", FIRST.replace("She may.", "She must."))
    assert "## To compare with the document\n\nCompare only the places above" in again
    assert "very word" not in again


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        f"MEMORANDUM\n\n{FIRST}",
        f"Index\n\n{FIRST}{SECOND}",
        f"{FIRST}It is a state-\nment.\n\n{SECOND}It is a state-\nment.\n",
    ],
)
def test_without_a_draft_the_report_speaks_of_the_record(tmp_path: Path, text: str) -> None:
    assert " draft" in ingested(tmp_path, "memo.txt", text)
    again = ingested(tmp_path, "memo.txt", text).replace("no drafts were written", "")
    assert "draft" not in again
    assert "Correct headings" not in again


def test_words_of_the_document_are_quoted_as_they_are(tmp_path: Path) -> None:
    text = f"Mark the draft as read.\n\n{FIRST}"
    ingested(tmp_path, "memo.txt", text)
    assert "`Mark the draft as read.`" in ingested(tmp_path, "memo.txt", text)


def test_the_copy_that_everyone_can_read_is_named_with_what_no_draft_shows(
    tmp_path: Path,
) -> None:
    document = save(tmp_path, typed).read_bytes()
    first, copy, *_ = ingested(tmp_path, "memo.docx", document, "--keep").split("\n\n")
    assert first.startswith(f"The draft of opinion 2004/09 is {RECORD}.")
    assert copy.startswith(
        "`opinions/sources/2004/09.docx` is a copy of the document. Everyone can read it, with all "
        "that it holds. **It also holds what the drafts do not show**: the name `python-docx`"
    )
    assert copy.endswith("In Word, choose File, Info, Check for Issues, Inspect Document.")
    again = ingested(tmp_path, "memo.docx", document, "--keep")
    assert "is a copy" not in again


def test_a_copy_that_holds_nothing_else_is_named_too(tmp_path: Path) -> None:
    _, copy, *_ = ingested(tmp_path, "memo.txt", FIRST, "--keep").split("\n\n")
    assert copy == (
        "`opinions/sources/2004/09.txt` is a copy of the document. "
        "Everyone can read it, with all that it holds."
    )
