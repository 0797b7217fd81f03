"""Saved e-mail: the text of the message is read, its header and attachments are named."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.intake import mail
from corpus.intake.document import RefusedError
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE, body_of, draft_from, drafts_from

TEXT = f"{TITLE}\n{APPROVAL}\n\nConcern Raised\n\nMay she tell – and whom?\n"
PAGE = f"<h1>{TITLE}</h1><p>{APPROVAL}</p><h2>Concern Raised</h2><p>May she tell – and whom?</p>"
BODY = f"# {TITLE}\n\n{APPROVAL}\n\n## Concern Raised\n\nMay she tell – and whom?"


def message(text: str = "", page: str = "", charset: str = "utf-8") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"] = "clerk@board.example", "Opinion 9"
    if text:
        made.set_content(text, charset=charset)
    if page:
        (made.add_alternative if text else made.set_content)(page, subtype="html")
    return made


@pytest.mark.parametrize(
    "mail_message",
    [
        message(TEXT),
        message(TEXT, charset="windows-1252"),
        message(page=PAGE),
        message(TEXT, PAGE),
    ],
)
def test_the_text_of_a_message_becomes_the_draft(
    tmp_path: Path, mail_message: EmailMessage
) -> None:
    path = tmp_path / "memo.eml"
    path.write_bytes(mail_message.as_bytes())
    draft = draft_from(path)
    assert body_of(draft) == BODY
    assert draft.differences == ()


def test_latin_1_is_read_as_mail_programs_read_it() -> None:
    words = "He paid the fee\u2026 and the \u201cmediator\u201d left."
    header = b"Content-Type: text/plain; charset=iso-8859-1\n\n"
    document = mail.read(header + words.encode("cp1252"), BOARD)
    assert [block.text for block in document.blocks] == [words]


def test_the_header_and_the_attachments_are_named() -> None:
    with_file = message(TEXT)
    with_file["To"], with_file["Cc"] = "staff@board.example", "chair@board.example"
    with_file.add_attachment(b"x", maintype="application", subtype="pdf", filename="opinion.pdf")
    remarks = mail.read(with_file.as_bytes(), BOARD).remarks
    assert [(remark.kind, remark.words) for remark in remarks] == [
        (RemarkKind.MAIL_HEADER, "From: clerk@board.example"),
        (RemarkKind.MAIL_HEADER, "To: staff@board.example"),
        (RemarkKind.MAIL_HEADER, "Cc: chair@board.example"),
        (RemarkKind.MAIL_HEADER, "Subject: Opinion 9"),
        (RemarkKind.ATTACHMENT, "opinion.pdf"),
    ]


@pytest.mark.parametrize(
    ("parameters", "read"),
    [("format=flowed; delsp=yes", "flowed words"), ("format=flowed", "flow ed words")],
)
def test_lines_that_a_mail_program_broke_are_joined(parameters: str, read: str) -> None:
    header = f"Content-Type: text/plain; charset=utf-8; {parameters}\n\n"
    document = mail.read(f"{header}{TEXT}\nThe Board has flow \ned words.\n".encode(), BOARD)
    assert f"The Board has {read}." in [block.text for block in document.blocks]


@pytest.mark.parametrize("encoding", ["base64", "7bit"])
def test_a_message_that_breaks_off_is_named(encoding: str) -> None:
    whole = EmailMessage()
    whole.set_content(TEXT.replace("–", "-") * 9, cte=encoding)
    whole.make_mixed()
    cut = whole.as_bytes()[:-150]
    kinds = [{remark.kind for remark in mail.read(data, BOARD).remarks}
             for data in (whole.as_bytes(), cut)]  # fmt: skip
    assert [RemarkKind.MAIL_CUT in of_data for of_data in kinds] == [False, True]


def test_all_parts_that_a_reader_sees_are_read() -> None:
    parts = message(page=PAGE)
    parts.make_mixed()
    parts.add_attachment(b"x", maintype="image", subtype="png")
    parts.add_attachment("<p>She may.</p>", subtype="html", disposition="inline")
    document = mail.read(parts.as_bytes(), BOARD)
    assert document.blocks[-1].text == "She may."
    assert document.remarks[-1] == Remark(RemarkKind.ATTACHMENT, None, "image/png")


def test_words_that_only_the_other_form_of_a_message_has_are_named() -> None:
    document = mail.read(message("See the web page.", "<p>See: she <b>may</b>.").as_bytes(), BOARD)
    assert document.remarks[-1] == Remark(RemarkKind.OTHER_FORM, None, "See: she may.")


COVER = "Dear Clerk,\n\nHere is the opinion. Please file it.\n"


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        (
            f"{COVER}\n{TEXT}",
            ("line 1: `Dear Clerk,`", "line 3: `Here is the opinion. Please file it.`"),
        ),
        (f"Here is the opinion.\n{TEXT}", ("line 1: `Here is the opinion.`",)),
        (
            "".join(f"> {line}\n" for line in f"As sent.\n{TEXT}".split("\n")),
            ("line 1: `As sent.`",),
        ),
    ],
)
def test_words_above_the_heading_are_listed_and_not_in_the_text(
    tmp_path: Path, text: str, passages: tuple[str, ...]
) -> None:
    path = tmp_path / "memo.eml"
    path.write_bytes(message(text).as_bytes())
    drafts = drafts_from(path)
    assert [body_of(draft) for draft in drafts.drafts] == [BODY]
    assert [part.passages for part in drafts.left_out] == [passages]


def test_the_end_of_a_message_is_named() -> None:
    remarks = mail.read(message(f"{TEXT}\n-- \nAnn Clerk\n").as_bytes(), BOARD).remarks
    assert remarks[-1] == Remark(RemarkKind.MAIL_END, Place("line", 8, 8))


@pytest.mark.parametrize("end", ["<div>-- <br><div>Ann Clerk</div></div>", "<p>-- <br>Ann Clerk"])
def test_the_end_of_a_message_in_html_is_named(end: str) -> None:
    remarks = mail.read(message(page=PAGE + end).as_bytes(), BOARD).remarks
    assert remarks[-1] == Remark(RemarkKind.MAIL_END, Place("paragraph", 5, 5))


@pytest.mark.parametrize("named", ["", "; charset=utf-8", "; charset=us-ascii"])
def test_a_message_in_another_encoding_than_it_names_loses_no_letter(named: str) -> None:
    data = f"Content-Type: text/plain{named}\n\n“Café”".encode("cp1252")
    document = mail.read(data, BOARD)
    assert document.second_reading == "“Café”"
    assert document.remarks == (Remark(RemarkKind.OLD_ENCODING),)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Subject: x\nContent-Type: image/png\n\nx", "has no text"),
        (b"Subject: x\nContent-Type: text/plain; charset=none\n\nx", "unknown encoding"),
    ],
)
def test_a_message_without_readable_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        mail.read(data, BOARD)
