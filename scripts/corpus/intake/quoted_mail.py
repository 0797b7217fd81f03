"""Mail that is quoted or forwarded: its marks and headers are not the opinion's."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from corpus.intake.document import TextBlock
from corpus.intake.place import Place
from corpus.intake.quoted_words import first_words
from corpus.intake.remarks import Remark, RemarkKind

_QUOTATION = re.compile(r"(?:> ?)+|>$")
_FIELD = re.compile(
    r"(?:\*?(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Attachments?):\*?)(?:\s|$)"
)
_FIELD_WITHIN = re.compile(r"\b(From|Sent|Date|To|Cc|Subject):")
_FEWEST_FIELDS = 3
_ANNOUNCEMENT = re.compile(
    r"(?i)-+ ?(?:original|forwarded) message ?-+|begin forwarded message:|on .{6,80} wrote:"
)


def without_quotation_marks(text: str) -> tuple[str, tuple[Remark, ...]]:
    """The text without the marks and headers of quoted mail, and remarks on headers and mails.

    Lines keep their numbers: a header leaves an empty line.
    """
    lines = text.split("\n")
    marked = {index for index, line in enumerate(lines) if line.startswith(">")}
    marked = marked if len(marked) > 1 else set()
    for index in marked:
        lines[index] = _QUOTATION.sub("", lines[index], count=1)
    headers = set(_header_lines(lines))
    remarks = tuple(
        Remark(RemarkKind.MAIL_HEADER, Place("line", index + 1, index + 1), lines[index].strip())
        for index in sorted(headers)
    )
    kept = ["" if index in headers else line for index, line in enumerate(lines)]
    return "\n".join(kept), (*remarks, *_remarks_on_mails(kept, marked, headers))


def _remarks_on_mails(
    lines: Sequence[str], marked: Collection[int], headers: Collection[int]
) -> Iterator[Remark]:
    """Yield a remark on each mail that is in the text and is not all of it."""
    are_quoted = _are_quoted(lines, marked, headers)
    if all(are_quoted.values()):
        return
    for is_quoted, group in groupby(are_quoted.items(), key=lambda item: item[1]):
        indexes = [index for index, _ in group]
        if is_quoted:
            place = Place("line", indexes[0] + 1, indexes[-1] + 1)
            words = first_words(" ".join(lines[index] for index in indexes))
            yield Remark(RemarkKind.QUOTED_MAIL, place, words)


def _are_quoted(
    lines: Sequence[str], marked: Collection[int], headers: Collection[int]
) -> dict[int, bool]:
    """Whether each line with words is quoted: by its mark, or because it is below a header.

    A header above all other words belongs to the text itself.
    """
    are_quoted = dict[int, bool]()
    is_below_header = False
    for index, line in enumerate(lines):
        if index in headers:
            is_below_header = bool(are_quoted)
        elif line.strip():
            is_marked = index in marked
            are_quoted[index] = is_marked or is_below_header
            is_below_header = is_below_header and not is_marked
    return are_quoted


def remarks_on_mail_in_page(blocks: Sequence[TextBlock]) -> Iterator[Remark]:
    """Yield a remark on each paragraph that announces a mail below it, or is its header."""
    for block in blocks[1:]:
        fields = set(_FIELD_WITHIN.findall(block.text))
        is_header = block.text.startswith("From:") and len(fields) >= _FEWEST_FIELDS
        if is_header or _ANNOUNCEMENT.fullmatch(block.text):
            yield Remark(RemarkKind.QUOTED_MAIL, block.place, first_words(block.text))


def _header_lines(lines: list[str]) -> Iterator[int]:
    """Yield the indexes of the lines that announce a mail or are fields of its header."""
    for index, line in enumerate(lines):
        if _ANNOUNCEMENT.fullmatch(line.strip()):
            yield index
    for is_field, group in groupby(enumerate(lines), key=lambda pair: bool(_FIELD.match(pair[1]))):
        indexes = [index for index, _ in group]
        if is_field and len(indexes) >= _FEWEST_FIELDS:
            yield from indexes
