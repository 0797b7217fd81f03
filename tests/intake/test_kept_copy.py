"""What a kept document holds that no draft shows."""

from pathlib import Path

import pytest

from corpus.intake.kept_copy import unseen_in
from corpus.intake.remarks import Remark, RemarkKind
from intake.sample_documents import package
from intake.sample_pdfs import pdf

CORE = (
    b'<c xmlns:dc="d" xmlns:cp="p"><dc:creator>Ann Lee</dc:creator>'
    b"<cp:lastModifiedBy>Bo Day</cp:lastModifiedBy><dc:title>Memo</dc:title></c>"
)
CHANGED = b'<w:d xmlns:w="w"><w:ins w:author="Cy Fox"/><w:del w:author="Ann Lee"/></w:d>'
BY_ANN = (
    pdf("")
    .replace(b"<< /Type /Page /Parent", b"<< /Author (Ann Lee) /Type /Page /Parent")
    .replace(b"/Root 1 0 R", b"/Root 1 0 R /Info 4 0 R")
)


@pytest.mark.parametrize(
    ("name", "content", "unseen"),
    [
        ("a.txt", b"Words.", ()),
        ("a.docx", package(docProps__core=CORE), ("Ann Lee", "Bo Day")),
        ("a.docx", package(word__document=CHANGED), ("Cy Fox", "Ann Lee")),
        ("a.docx", package(word__comments=CHANGED), ("Cy Fox", "Ann Lee")),
        ("a.docx", package(docProps__app=b"<p><Company>Harbor</Company></p>"), ("Harbor",)),
        ("a.docx", package(word__document=b"<d/>"), ()),
        ("a.docx", package(word__document=b"<d>broken"), ()),
        ("a.docx", package(word__document=b""), ()),
        ("a.odt", package(**{"meta.xml": CORE}), ("Ann Lee", "Bo Day")),
        ("a.html", b"<meta name=author content='Ann Lee'><p>It may.", ("Ann Lee",)),
        ("a.pdf", pdf(""), ()),
        ("a.pdf", BY_ANN, ("Ann Lee",)),
    ],
)
def test_the_people_that_a_document_names_outside_its_text(
    tmp_path: Path, name: str, content: bytes, unseen: tuple[str, ...]
) -> None:
    (tmp_path / name).write_bytes(content)
    people = ", ".join(f"`{person}`" for person in unseen)
    expected = f"the name{'s' * (len(unseen) > 1)} {people} as author or editor"
    assert unseen_in(tmp_path / name, ()) == ((expected,) if unseen else ())


@pytest.mark.parametrize(
    ("notes", "is_named"),
    [
        ('<w:footnote w:id="2"><w:t>Old.</w:t></w:footnote>', False),
        ('<w:footnote w:id="3"><w:t>Old.</w:t></w:footnote>', True),
        ('<w:endnote w:id="2"><w:t>Old.</w:t></w:endnote>', True),
        ('<w:footnote w:id="0"><w:separator/></w:footnote>', False),
    ],
)
def test_a_note_that_no_mark_shows(tmp_path: Path, notes: str, *, is_named: bool) -> None:
    text = b'<w:d xmlns:w="w"><w:footnoteReference w:id="2"/></w:d>'
    others = f'<w:n xmlns:w="w">{notes}</w:n>'.encode()
    (tmp_path / "a.docx").write_bytes(package(word__document=text, word__footnotes=others))
    unseen = ("footnotes or endnotes to which no mark refers",) * is_named
    assert unseen_in(tmp_path / "a.docx", ()) == unseen


@pytest.mark.parametrize(
    ("comment", "is_named"),
    [
        ("<!-- Not this. -->", True),
        ("<!--StartFragment-->", False),
        ("<!--[if mso]>", False),
    ],
)
def test_comments_in_the_code_of_a_page(tmp_path: Path, comment: str, *, is_named: bool) -> None:
    page = tmp_path / "a.html"
    page.write_text(f"<p>It may.</p>{comment}", encoding="utf-8")
    assert unseen_in(page, ()) == ("comments in the code of the page",) * is_named


@pytest.mark.parametrize(
    ("kind", "unseen"),
    [
        (RemarkKind.HIDDEN, "hidden text"),
        (RemarkKind.STRUCK, "struck-out text"),
        (RemarkKind.TRACKED, "tracked changes, with the words that were deleted"),
        (RemarkKind.COMMENT, "comments"),
        (RemarkKind.COVERED, "words behind a box or a picture"),
        (RemarkKind.ATTACHMENT, "attachments of an e-mail"),
        (RemarkKind.FOOTNOTE, None),
    ],
)
def test_what_a_document_hides_is_named_once(
    tmp_path: Path, kind: RemarkKind, unseen: str | None
) -> None:
    (tmp_path / "a.txt").write_text("It may.")
    remarks = [Remark(kind), Remark(kind)]
    assert unseen_in(tmp_path / "a.txt", remarks) == ((unseen,) if unseen else ())
