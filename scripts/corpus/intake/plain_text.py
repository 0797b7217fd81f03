"""Text files as lines with their indentation; a form feed begins a page."""

from collections.abc import Iterator

from corpus.intake.document import Line, RefusedError, SourceDocument, TextRun, clean_text
from corpus.intake.headers_footers import remove_headers_and_footers
from corpus.intake.paragraphs import join_lines
from corpus.intake.remarks import Place
from corpus.model.commission import Commission

_TAB_WIDTH = 4


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a text file; raise `RefusedError` unless it is UTF-8."""
    try:
        text = clean_text(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        message = f"Byte {error.start + 1} is not UTF-8 text. Save the file as UTF-8."
        raise RefusedError(message) from None
    lines, remarks = remove_headers_and_footers(list(_lines(text)), commission)
    return SourceDocument(
        join_lines(lines, commission, letter_width=1),
        "\n".join(line.text for line in lines),
        remarks=remarks,
    )


def _lines(text: str) -> Iterator[Line]:
    first = 1
    for page_number, page in enumerate(text.split("\f")):
        gap_above = page_number == 0
        for number, line in enumerate(page.expandtabs(_TAB_WIDTH).split("\n"), first):
            if line.strip():
                left, right = len(line) - len(line.lstrip()), len(line.rstrip())
                place = Place("line", number, number)
                runs = (TextRun(line.strip()),)
                yield Line(runs, left, right, page_number, gap_above, place=place)
            gap_above = not line.strip()
        first += page.count("\n")
