"""Mail that is quoted or forwarded in a text: its marks and headers are not the opinion's."""

import re
from collections.abc import Iterator
from itertools import groupby

from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind

_QUOTATION = re.compile(r"(?:> ?)+|>$")
_FIELD = re.compile(
    r"(?:\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Attachments?):\*?)(?:\s|$)"
)
_FEWEST_FIELDS = 3
_ANNOUNCEMENT = re.compile(
    r"(?i)-+ ?(?:original|forwarded) message ?-+|begin forwarded message:|on .{6,80} wrote:"
)


def without_quotation_marks(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without the marks and headers of quoted mail, and a remark on each header.

    Lines keep their numbers: a header leaves an empty line.
    """
    lines = text.split("\n")
    if sum(line.startswith(">") for line in lines) > 1:
        lines = [_QUOTATION.sub("", line, count=1) if line[:1] == ">" else line for line in lines]
    headers = set(_header_lines(lines))
    remarks = tuple(
        Remark(RemarkKind.MAIL_HEADER, Place("line", index + 1, index + 1), lines[index].strip())
        for index in sorted(headers)
    )
    kept = ("" if index in headers else line for index, line in enumerate(lines))
    return "\n".join(kept), remarks


def _header_lines(lines: list[str]) -> Iterator[int]:
    """Yield the indexes of the lines that announce a mail or are fields of its header."""
    for index, line in enumerate(lines):
        if _ANNOUNCEMENT.fullmatch(line.strip()):
            yield index
    for is_field, group in groupby(enumerate(lines), key=lambda pair: bool(_FIELD.match(pair[1]))):
        indexes = [index for index, _ in group]
        if is_field and len(indexes) >= _FEWEST_FIELDS:
            yield from indexes
