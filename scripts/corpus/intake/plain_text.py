"""Text files as lines with their indentation; a form feed begins a page."""

from collections.abc import Iterator

from corpus.intake.document import Line, RefusedError, SourceDocument, TextRun, clean_text
from corpus.intake.headers_footers import removal_notices, remove_headers_and_footers
from corpus.intake.paragraphs import join_lines
from corpus.model.commission import Commission

_TAB_WIDTH = 4


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a text file; raise `RefusedError` unless it is UTF-8."""
    try:
        text = clean_text(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        message = f"Byte {error.start + 1} is not UTF-8 text. Save the file as UTF-8."
        raise RefusedError(message) from None
    lines, removed = remove_headers_and_footers(list(_lines(text)))
    return SourceDocument(
        join_lines(lines, commission, letter_width=1),
        "\n".join(line.text for line in lines),
        notices=tuple(removal_notices(removed)),
    )


def _lines(text: str) -> Iterator[Line]:
    for number, page in enumerate(text.split("\f")):
        gap_above = number == 0
        for line in page.expandtabs(_TAB_WIDTH).split("\n"):
            if line.strip():
                left, right = len(line) - len(line.lstrip()), len(line.rstrip())
                yield Line((TextRun(line.strip()),), left, right, number, gap_above)
            gap_above = not line.strip()
