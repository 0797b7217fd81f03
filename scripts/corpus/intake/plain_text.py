"""Plain text: lines with their indentation, pages between form feeds."""

from collections.abc import Iterator

from corpus.intake.cleaning import cleaned
from corpus.intake.document import Line, Paper, Piece, RefusedError, code
from corpus.intake.headers_footers import without_running
from corpus.intake.paragraphs import joined
from corpus.model.commission import Commission


def read(data: bytes, commission: Commission) -> Paper:
    """The paper of a text file; raises `RefusedError`."""
    try:
        text = cleaned(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError as error:
        raise RefusedError(
            f"the byte {error.start + 1} is not UTF-8 text; save it as UTF-8"
        ) from None
    lines, dropped = without_running(tuple(_lines(text)))
    source = "\n".join(line.words for line in lines)
    told = tuple(f"Left out as running head or foot: {code(words)}." for words in dropped)
    return Paper(joined(lines, commission, unit=1), source, told)


def _lines(text: str) -> Iterator[Line]:
    for page, words in enumerate(text.split("\f")):
        has_gap = page == 0
        for line in words.expandtabs(4).split("\n"):
            if not line.strip():
                has_gap = True
                continue
            start = len(line) - len(line.lstrip())
            yield Line((Piece(line.strip()),), start, len(line.rstrip()), page, has_gap)
            has_gap = False
