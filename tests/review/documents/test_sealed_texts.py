"""What a clerk reads at sealing about the document that the collection keeps."""

import hashlib
import re
from pathlib import Path

import pytest

from commands import run
from factories import Files, full_record, write_corpus

HEADING = "Opinion Number 12 (2010)"
APPROVAL = "(Approved by the Board on June 1, 2010.)"
FIRST = "A mediator asks whether the mediator may tell a neighbor of a threat."
SECOND = "The mediator is not required to tell, and must judge alone."
THIRD = "The report to the court should not mention the threat that was made."
TEXT = f"# {HEADING}\n\n{APPROVAL}\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n"
KEPT = "opinions/sources/2010/12.txt"
DOCUMENT = TEXT.removeprefix("# ")
WARNING = f"warning: opinion 2010/12 has other words than {KEPT}:"


def with_document(text: str, document: bytes, name: str = KEPT) -> Files:
    digest = hashlib.sha256(document).hexdigest()
    source = f"source: {{title: Minutes, file: {name}, sha256: {digest}}}"
    fields = full_record(12, 2010, source, "x")
    fields = fields[: fields.rindex("---\n")]
    return {"opinions/2010/12.md": f"{fields}---\n\n{text}", name: document}


def sealed(root: Path, files: Files) -> list[str]:
    """What `seal` says of documents; a second run says it again, except what agrees."""
    paths = write_corpus(root, files)
    first, second = (run("seal", "--root", paths.root) for _ in range(2))
    assert first.returncode == second.returncode == 0, first.stdout + first.stderr
    assert (paths.ledger / "2010/12.txt").is_file()
    shown = first.stdout.splitlines()
    assert shown[:3] == [
        "sealed opinion 2003/05",
        "sealed opinion 2010/12",
        "2 of 2 opinions are sealed",
    ]
    differing = [line for line in shown[3:] if not re.match("compared with", line)]
    assert second.stdout.splitlines() == [shown[2], *differing]
    return shown[3:]


@pytest.mark.parametrize(
    ("words", "instead", "place"),
    [
        (
            " and must judge alone.",
            "",
            "Only in the document, after `not required to tell,`: `and must judge alone.`",
        ),
        ("not required", "required", "¶ 2: After `The mediator is`, the text lacks `not`."),
        (
            f"\n\n{THIRD}",
            "",
            f"Only in the document, after `and must judge alone.`: `{THIRD}`",
        ),
        (THIRD, f"{THIRD}\n\nNobody may.", "Only in the text, ¶ 4: `Nobody may.`"),
        (
            f"{FIRST}\n\n{SECOND}",
            f"{SECOND}\n\n{FIRST}",
            "In another place in the document: ¶ 1",
        ),
    ],
)
def test_a_text_that_differs_from_its_document_is_sealed_with_a_warning_that_names_each_place(
    tmp_path: Path, words: str, instead: str, place: str
) -> None:
    text = TEXT.replace(words, instead)
    warning = sealed(tmp_path, with_document(text, DOCUMENT.encode()))
    start = warning.index(WARNING)
    assert warning[start + 1 : -1] == [f"  - {place}"]
    assert "If the text is wrong, correct it" in warning[-1]


def test_a_text_with_the_words_of_its_document_is_named_without_a_warning(tmp_path: Path) -> None:
    agreeing, not_kept = sealed(tmp_path, with_document(TEXT, DOCUMENT.encode()))
    assert re.fullmatch(
        r"compared with the kept document, without a difference \(not compared: .*\): "
        "opinion 2010/12",
        agreeing,
    )
    assert not_kept.startswith("not compared with a document: opinion 2003/05. No document")
    assert not_kept.endswith("Compare every word yourself.")


WITH_HEADING = TEXT.replace(SECOND, f"## Advisory Opinion\n\n{SECOND}")
WITH_LINE = WITH_HEADING.replace("## ", "")


@pytest.mark.parametrize(
    ("text", "document", "place"),
    [
        (TEXT.replace(f"{SECOND}\n\n", f"{SECOND} "), TEXT, "¶ 2 is 2 paragraphs"),
        (TEXT, TEXT.replace(f"{SECOND}\n\n", f"{SECOND} "), "¶ 2 and ¶ 3 are one paragraph"),
        (WITH_LINE, WITH_LINE, "¶ 2 is a heading"),
        (
            WITH_LINE.replace(f"\n\n{SECOND}", f" {SECOND}"),
            WITH_LINE,
            "¶ 2 is a heading and 1 paragraph",
        ),
        (TEXT.replace(SECOND, f"## {SECOND}"), TEXT, f"heading “{SECOND}” is a paragraph"),
        (
            WITH_HEADING,
            WITH_LINE.replace(f"\n\n{SECOND}", f" {SECOND}"),
            "heading “Advisory Opinion” and ¶ 2 are one paragraph",
        ),
    ],
)
def test_what_would_give_paragraphs_other_numbers_is_named(
    tmp_path: Path, text: str, document: str, place: str
) -> None:
    warning, *places, what_to_do = sealed(
        tmp_path, with_document(text, document.removeprefix("# ").encode())
    )[1:]
    assert warning.startswith("warning: headings or paragraphs begin elsewhere in the document.")
    assert places == [f"  - opinion 2010/12: {place}"]
    assert "If the text is wrong, correct it" in what_to_do


@pytest.mark.parametrize("document", [WITH_LINE, TEXT, TEXT.replace(SECOND, f"{SECOND} {THIRD}")])
def test_headings_and_paragraphs_as_the_document_has_them_are_not_named(
    tmp_path: Path, document: str
) -> None:
    text = document.replace("Advisory Opinion", "## Advisory Opinion")
    shown = sealed(tmp_path, with_document(text, document.removeprefix("# ").encode()))
    assert not any("warning" in line for line in shown)


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("not required", "NOT required"),
        ("a neighbor", "a Neighbor"),
        ("neighbor", "neigh-bor"),
        ("of a threat.", "of a threat ."),
        ("judge alone", "judge “alone”"),
    ],
)
def test_other_letters_and_signs_of_the_same_words_are_named(
    tmp_path: Path, words: str, instead: str
) -> None:
    document = DOCUMENT.replace("judge alone", 'judge "alone"') if "“" in instead else DOCUMENT
    files = with_document(TEXT.replace(words, instead), document.encode())
    warning, place, _what_to_do = sealed(tmp_path, files)[1:]
    assert warning.startswith("warning: letters or signs of the same words differ")
    assert re.match(r"  - opinion 2010/12, ¶ [12]: After `.*`, the document has `.*` but", place)


def test_a_difference_in_an_opinion_of_long_ago_is_not_named_again(tmp_path: Path) -> None:
    files = with_document(TEXT.replace("not ", ""), DOCUMENT.encode())
    root = write_corpus(tmp_path, files).root
    assert "warning" in run("seal", "--root", root).stdout
    seal = root / "opinions/ledger/2010/12.txt"
    seal.write_text(re.sub("sealed .*", "sealed 2024-01-31", seal.read_text()))
    assert "warning" not in run("seal", "--root", root).stdout


def test_two_opinions_of_one_volume_are_compared_with_their_own_parts(tmp_path: Path) -> None:
    other = f"Opinion Number 11 (2010)\n\n{APPROVAL}\n\nNo mediator may tell.\n\nNobody may ask.\n"
    volume = f"{other}\n{DOCUMENT}".encode()
    first = with_document(TEXT, volume)
    fields = str(first["opinions/2010/12.md"]).partition("---\n\n#")[0]
    second = {
        "opinions/2010/11.md": f"{fields.replace('number: 12', 'number: 11')}---\n\n# {other}"
    }
    root = write_corpus(tmp_path, {**first, **second}).root
    shown = run("seal", "--root", root).stdout
    assert "without a difference" in shown
    assert ": opinion 2010/11, opinion 2010/12\n" in shown
    assert "warning" not in shown


def test_a_document_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    shown = sealed(tmp_path, with_document(TEXT, b"%PDF-", "opinions/sources/12.pdf"))
    assert any(line.startswith("not compared with a document: opinion 2010/12.") for line in shown)


def test_checking_the_seals_reads_no_document(tmp_path: Path) -> None:
    files = with_document(TEXT.replace("not ", ""), DOCUMENT.encode())
    root = write_corpus(tmp_path, files).root
    assert "warning" not in run("seal", "--check", "--root", root).stdout
