"""A PDF file as PDFium opens it, and what is in it besides its pages."""

from typing import Any

import pypdfium2
from pypdfium2 import raw

from corpus.intake.document import RefusedError
from corpus.intake.pdf.annotations import document_remarks
from corpus.intake.remarks import Remark

MOST_PAGES = 300


def remarks_beside_pages(data: bytes) -> list[Remark]:
    """Remarks on what is in the file and on none of its pages."""
    with open_pdf(data) as document:
        return list(document_remarks(document))


def open_pdf(data: bytes) -> Any:
    """Open a PDF file; raises `RefusedError` if it is damaged, locked or too long."""
    try:
        document = pypdfium2.PdfDocument(data[max(data.find(b"%PDF-"), 0) :])
        if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:
            document.init_forms()
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError("This PDF has a password. Save a copy without it.") from None
        raise RefusedError(
            "The PDF is damaged or protected. Print it to a new PDF, and read that."
        ) from None
    if len(document) > MOST_PAGES:
        message = f"The PDF has {len(document):,} pages, more than {MOST_PAGES}."
        document.close()
        raise RefusedError(f"{message} Save it in parts.")
    return document
