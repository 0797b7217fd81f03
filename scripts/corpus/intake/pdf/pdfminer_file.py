"""A PDF file as pdfminer opens it, and what it raises where a file is damaged."""

import struct
import zlib
from io import BytesIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException

DAMAGE = (
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises at a damaged part of a file, which may be of another type than it says."""


def open_with_pdfminer(data: bytes) -> PDFDocument:
    """Open the document at its mark `%PDF-`; a damaged file raises one of `DAMAGE`."""
    return PDFDocument(PDFParser(BytesIO(data[max(data.find(b"%PDF-"), 0) :])))
