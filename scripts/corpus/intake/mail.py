"""Saved e-mail: its text is read; its header and its attachments are not."""

import re
from codecs import lookup
from collections.abc import Iterator, Sequence
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from itertools import chain

from corpus.intake import plain_text, web_page
from corpus.intake.document import RefusedError, SourceDocument, TextBlock
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.unordered_words import unmatched_words
from corpus.model.commission import Commission

_HEADER = ("From", "To", "Cc", "Date", "Subject")
_TEXTS = {"plain", "html"}
_END = re.compile(r"(?:> ?)*--\s*")
_END_OF_PAGE = re.compile(r"--(?:\s|$)")
"""Of HTML, which runs the lines of a paragraph together."""
_AS_PROGRAMS_READ_IT = {"iso8859-1": "cp1252"}
"""Mail programs read Latin-1 as Windows-1252, which also has an ellipsis and dashes."""
_MARKUP = re.compile(r"[*_<>|]")
"""What stands for bold words, addresses and tables in a text that was made from HTML."""


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a saved e-mail; raises `RefusedError` if it holds no text."""
    message = message_from_bytes(data, EmailMessage, policy=default)
    parts = list(_parts(message))
    texts = [part for part in parts if _is_shown_text(part)]
    if not texts:
        raise RefusedError("This e-mail has no text. Save its attachment, and use that file.")
    attachments = [part for part in parts if part not in texts]
    remarks = [*_header_remarks(message), *map(_attachment_remark, attachments)]
    remarks += _damage_remarks(message)
    plain = [part for part in texts if part.get_content_subtype() == "plain"]
    pages = [part for part in texts if part not in plain]
    if not plain:
        page = _read_pages(pages, commission, remarks)
        return replace(page, remarks=(*page.remarks, *_end_remarks_of_page(page.blocks)))
    text, encoding_remarks = _joined(plain)
    if pages:
        other = _read_pages(pages, commission, []).second_reading or ""
        if lacking := unmatched_words(_MARKUP.sub(" ", text), other).only_second:
            remarks.append(Remark(RemarkKind.OTHER_FORM, None, " ".join(lacking)))
    remarks += (*encoding_remarks, *_end_remarks(text))
    return plain_text.read_text(text, commission, remarks)


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that hold no others; a message in a message is one part."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    payload = message.get_payload()
    for part in payload if isinstance(payload, list) else ():
        if isinstance(part, Message):
            yield from _parts(part)


def _is_shown_text(part: Message) -> bool:
    is_text = part.get_content_maintype() == "text" and part.get_content_subtype() in _TEXTS
    return is_text and part.get_content_disposition() != "attachment" and not part.get_filename()


def _read_pages(
    pages: Sequence[Message], commission: Commission, remarks: Sequence[Remark]
) -> SourceDocument:
    page, encoding_remarks = _joined(pages)
    return web_page.read_html(page, commission, [*remarks, *encoding_remarks])


def _joined(parts: Sequence[Message]) -> tuple[str, tuple[Remark, ...]]:
    """What is in these parts, one below the other."""
    contents = [_content(part) for part in parts]
    texts = (_unflowed(text, part) for (text, _), part in zip(contents, parts, strict=True))
    remarks = chain.from_iterable(of_part for _, of_part in contents)
    return "\n\n".join(texts), tuple(dict.fromkeys(remarks))


def _unflowed(text: str, part: Message) -> str:
    """The text; lines that a mail program broke within a paragraph are joined (RFC 3676)."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    is_space_added = str(part.get_param("delsp", "")).lower() == "yes"
    joined = ""
    for line in text.splitlines():
        is_broken = line.endswith(" ") and line != "-- " and not line.startswith(">")
        words = line.removeprefix(" ")
        joined += words[: -1 if is_space_added else None] if is_broken else f"{words}\n"
    return joined


def _content(part: Message) -> tuple[str, tuple[Remark, ...]]:
    """The text of a part; if it is not in the encoding that it names, in a usual one."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return "", ()
    try:
        named = lookup(part.get_content_charset("utf-8")).name
        return data.decode(_AS_PROGRAMS_READ_IT.get(named, named)), ()
    except UnicodeDecodeError:
        return plain_text.decode(data)
    except LookupError:
        message = "This e-mail has an unknown encoding. Copy its words into a .txt file."
        raise RefusedError(message) from None


def _damage_remarks(message: EmailMessage) -> Iterator[Remark]:
    """Yield a remark if the file breaks off, or its encoding does not come out even."""
    for part in message.walk():
        part.get_payload(decode=True)  # which finds the defects of its encoding
        if part.defects:
            yield Remark(RemarkKind.MAIL_CUT)
            return


def _header_remarks(message: EmailMessage) -> list[Remark]:
    fields = ((name, message.get(name)) for name in _HEADER)
    return [
        Remark(RemarkKind.MAIL_HEADER, None, f"{name}: {text}") for name, text in fields if text
    ]


def _end_remarks(text: str) -> Iterator[Remark]:
    """Yield a remark on each line that divides a message from the sender's name and address."""
    for number, line in enumerate(text.splitlines(), 1):
        if _END.fullmatch(line):
            yield Remark(RemarkKind.MAIL_END, Place("line", number, number))


def _end_remarks_of_page(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on each paragraph that begins with such a line, or is one."""
    for block in blocks:
        if _END_OF_PAGE.match(block.text):
            yield Remark(RemarkKind.MAIL_END, block.place)


def _attachment_remark(part: Message) -> Remark:
    return Remark(RemarkKind.ATTACHMENT, None, part.get_filename() or part.get_content_type())
