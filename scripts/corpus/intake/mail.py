"""Saved e-mail: its text is read; its header and its attachments are not."""

from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from corpus.intake import plain_text, web_page
from corpus.intake.document import RefusedError, SourceDocument
from corpus.intake.remarks import Remark, RemarkKind
from corpus.model.commission import Commission

_HEADER = ("From", "Date", "Subject")


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a saved e-mail; raise `RefusedError` if it holds no text."""
    message = message_from_bytes(data, EmailMessage, policy=default)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise RefusedError("This e-mail has no text. Save its attachment, and use that file.")
    content = _content(body)
    remarks = (*_header_remarks(message), *_attachment_remarks(message))
    if body.get_content_subtype() == "html":
        return web_page.read_html(content, commission, remarks)
    return plain_text.read_text(content, commission, remarks)


def _content(body: MIMEPart) -> str:
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):
        message = "This e-mail has an unknown encoding. Copy its words into a .txt file."
        raise RefusedError(message) from None


def _header_remarks(message: EmailMessage) -> list[Remark]:
    fields = ((name, message.get(name)) for name in _HEADER)
    return [
        Remark(RemarkKind.MAIL_HEADER, None, f"{name}: {text}") for name, text in fields if text
    ]


def _attachment_remarks(message: EmailMessage) -> list[Remark]:
    names = [part.get_filename() or "" for part in message.iter_attachments()]
    return [Remark(RemarkKind.ATTACHMENT, None, name) for name in names]
