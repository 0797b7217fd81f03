"""Small PDF files, drawn line by line."""

from math import cos, radians, sin

from corpus.intake.document import SourceDocument
from corpus.intake.markdown import body
from corpus.intake.pdf.reader import read
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import APPROVAL, BOARD, TITLE

FULL = "A mediator of the harbor asked the Board whether she may tell one party what the"
"""A line that reaches the right margin in 12 points."""


def at(x: float, y: float, words: str, size: float = 12, font: str = "F1") -> str:
    """The content of a page that shows words; y counts from the bottom."""
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(words)}) Tj ET\n"


def rotated(x: float, y: float, words: str, size: float = 60, degrees: float = 45) -> str:
    """Words that run from bottom left to top right."""
    return f"BT /F1 {size} Tf {_turn(degrees)} {x} {y} Tm ({_escaped(words)}) Tj ET\n"


def tilted(content: str, degrees: float) -> str:
    """A page that was scanned askew."""
    return f"q {_turn(degrees)} 0 0 cm\n{content}Q\n"


def _turn(degrees: float) -> str:
    along, up = cos(radians(degrees)), sin(radians(degrees))
    return f"{along:.5f} {up:.5f} {-up:.5f} {along:.5f}"


def lines(*texts: str, top: float = 700, left: float = 72, size: float = 12) -> str:
    """Lines of text, one below the other."""
    distance = 1.2 * size
    return "".join(at(left, top - i * distance, text, size) for i, text in enumerate(texts))


def heading(top: float = 740) -> str:
    """The title and the approval line of an opinion."""
    return at(72, top, TITLE, font="F2") + at(72, top - 15, APPROVAL)


def invisible(content: str) -> str:
    """The same words under a picture."""
    return f"3 Tr\n{content}0 Tr\n"


SCAN = "q 612 0 0 792 0 0 cm /Im Do Q\n"
"""A picture over the whole page."""


def pdf(*pages: str, before: bytes = b"") -> bytes:
    """A PDF file with these pages, in Times (F1), Times Bold (F2) and Times Italic (F3)."""
    fonts = " ".join(
        f"/F{number} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
        for number, name in enumerate(("Times-Roman", "Times-Bold", "Times-Italic"), start=1)
    )
    first = 4
    kids = " ".join(f"{first + 2 * index} 0 R" for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 612 792]"
        f" /Resources << /Font << {fonts} >> /XObject << /Im 3 0 R >> >> >>".encode(),
        _stream(
            b"\xff",
            "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray"
            " /BitsPerComponent 8",
        ),
    ]
    for index, page in enumerate(pages):
        content = first + 2 * index + 1
        objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {content} 0 R >>".encode())
        objects.append(_stream(page.encode("cp1252")))
    file = before + b"%PDF-1.4\n"
    offsets = []
    for number, content_of_object in enumerate(objects, start=1):
        offsets.append(len(file) - len(before))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content_of_object)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(file) - len(before)
    size = len(objects) + 1
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer << /Size %d /Root 1 0 R >>\n"
        % (
            size,
            table,
            size,
        )
        + b"startxref\n%d\n%%%%EOF\n" % start
    )


def text_of_pdf(document: SourceDocument) -> list[str]:
    """The blocks of the draft below the approval line."""
    blocks = body((*document.blocks, *document.footnotes)).strip().split("\n\n")
    return blocks[2:]


def read_pdf(*pages: str, before: bytes = b"") -> SourceDocument:
    """The document that these pages are."""
    return read(pdf(*pages, before=before), BOARD)


def remarks_of(document: SourceDocument) -> list[tuple[str, RemarkKind, str]]:
    """The remarks as place, kind and words."""
    return [(str(remark.place), remark.kind, remark.words) for remark in document.remarks]


def _escaped(words: str) -> str:
    for sign in "\\()":
        words = words.replace(sign, f"\\{sign}")
    return words


def _stream(data: bytes, entries: str = "") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries.encode(), len(data), data)
