"""Form fields, stamps and comments, which lie on the page of a PDF and are no part of it."""

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

_ALWAYS_NAMED = {
    raw.FPDF_ANNOT_FREETEXT,
    raw.FPDF_ANNOT_STAMP,
    raw.FPDF_ANNOT_WATERMARK,
    raw.FPDF_ANNOT_REDACT,
    raw.FPDF_ANNOT_STRIKEOUT,
    raw.FPDF_ANNOT_CARET,
    raw.FPDF_ANNOT_INK,
    raw.FPDF_ANNOT_FILEATTACHMENT,
}
"""What can show words, or take them away, though its entries have none."""
_ANNOTATION_TEXTS = {
    raw.FPDF_ANNOT_FREETEXT: b"Contents",
    raw.FPDF_ANNOT_TEXT: b"Contents",
    raw.FPDF_ANNOT_STAMP: b"Contents",
    raw.FPDF_ANNOT_WIDGET: b"V",
}
"""Which entry of a comment or form field holds its words."""


def annotations(page: Any) -> Iterator[str]:
    """Yield the words of each form field, stamp and comment; none if only its look has them."""
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        key = _ANNOTATION_TEXTS.get(kind)
        words = _annotation_text(annotation, key) if key else ""
        if words or kind in _ALWAYS_NAMED:
            yield words
        raw.FPDFPage_CloseAnnot(annotation)


def _annotation_text(annotation: Any, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size)
    return " ".join(bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0").split())
