"""Word paragraphs become headings, list items, quotations and footnotes."""

from pathlib import Path

import pytest

from corpus.text.approved_text import parse_approved_text
from intake import sample_documents
from intake.sample_documents import DOCUMENTS, body_of, draft_from, package, save


def test_styles_become_headings_quotations_and_emphasis(tmp_path: Path) -> None:
    body = body_of(draft_from(save(tmp_path, sample_documents.styled)))
    for part in (
        "\n## Concern Raised\n",
        "\nShe must **not** tell *ex parte*. A mediator",
        "\n### Background\n",
        "\n> A mediator keeps what a party tells in caucus.\n",
        "\n> A party may release the mediator from that duty.\n",
        "\n## Advisory Opinion\n",
    ):
        assert part in body


def test_bold_lines_are_headings_and_line_breaks_are_joined(tmp_path: Path) -> None:
    body = body_of(draft_from(save(tmp_path, sample_documents.bold)))
    assert "\n## Concern Raised\n\nMay she tell one party what the other said?\n\n## Adv" in body


@pytest.mark.parametrize("name", ["memo.docx", "memo.pdf"])
def test_lists_keep_their_numbers_and_depths_and_footnotes_move_to_the_end(name: str) -> None:
    draft = draft_from(DOCUMENTS / name)
    items = (
        "1) May she tell one party what the other said in caucus?\n"
        "    i. If that party agrees, and its attorney does not?\n"
        "    ii. If neither was asked?\n"
        "2) May she name the person who said it?\n"
    )
    assert items in body_of(draft)
    assert "of the harbor¹ asked the Board" in body_of(draft)
    assert body_of(draft).endswith("Harbor Stat. § 7A-38.2(b) says the same.")
    assert "Confidential until published" not in body_of(draft)
    assert "Page 1" not in body_of(draft)


def test_insertions_are_in_the_draft_and_deletions_are_not(tmp_path: Path) -> None:
    draft = draft_from(save(tmp_path, sample_documents.tracked))
    assert body_of(draft).endswith("She may now tell.")
    assert any("tracked changes" in remark for remark in draft.remarks)


def test_markdown_markup_in_a_document_stays_text(tmp_path: Path) -> None:
    body = body_of(draft_from(save(tmp_path, sample_documents.signs)))
    printed = parse_approved_text(body, lambda _: True).plain_text
    assert "2 * 3 is not * <party> \\ “worker’s” office mediator § 7." in printed
    assert printed.endswith("# no heading\n> no quotation")


def test_list_numbers_are_those_that_word_shows(tmp_path: Path) -> None:
    body = body_of(draft_from(save(tmp_path, sample_documents.numbered)))
    assert "\n1. May she tell?\n    (a) If he agrees?\n    (b) If not?\n2. Whom?\n" in body
    assert body.endswith("\n• A point")


DOCUMENT = """<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>May she tell?</w:t></w:r></w:p></w:body></w:document>"""
NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>
<w:numFmt w:val="{format}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""


@pytest.mark.parametrize(
    ("level", "start", "number_format", "mark"),
    [
        ("0", "3", "lowerRoman", "iii)"),
        ("0", "44", "upperRoman", "XLIV)"),
        ("0", "2", "upperLetter", "B)"),
        ("0", "1", "bullet", "•"),
        ("0", "9" * 5000, "lowerLetter", ""),
        ("0", "9" * 12, "lowerRoman", ""),
        ("9" * 12, "1", "decimal", ""),
        ("٣", "1", "decimal", "1)"),
    ],
)
def test_a_list_number_is_as_word_shows_it_and_never_long(
    tmp_path: Path, level: str, start: str, number_format: str, mark: str
) -> None:
    path = tmp_path / "memo.docx"
    numbering = NUMBERING.format(start=start, format=number_format)
    document = DOCUMENT.format(level=level)
    path.write_bytes(package(word__document=document.encode(), word__numbering=numbering.encode()))
    body = body_of(draft_from(path))
    assert body.endswith(f"{mark} May she tell?".strip())
    assert len(body) < 100
