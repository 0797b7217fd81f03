"""What is in a PDF besides its pages: form fields, stamps, comments, drawings, attachments."""

import ctypes
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from pypdfium2 import raw

from corpus.intake.remarks import Remark, RemarkKind

_PASSED_OVER = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP}
"""What shows no words of its own."""
_SHOWS_WORDS = re.compile(r"T[jJ*]|['\"]|\bDo\b")
"""What draws words, or something that can hold words, where a form field is."""

_Getter: TypeAlias = Callable[[Any, int], int]


def document_remarks(document: Any) -> Iterator[Remark]:
    """Yield remarks on attachments, and on a form that only Adobe's programs show."""
    for index in range(document.count_attachments()):
        yield Remark(RemarkKind.ATTACHMENT, None, document.get_attachment(index).get_name())
    if document.get_formtype() == raw.FORMTYPE_XFA_FULL:
        yield Remark(RemarkKind.DYNAMIC_FORM)


def annotations(page: Any, forms: Any) -> Iterator[str]:
    """Yield the words of each form field, stamp, comment and drawing; "" if it shows none as text.

    Fields that nobody filled in are passed over.
    """
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_WIDGET:
            words = _field_value(annotation, forms)
            if words or _SHOWS_WORDS.search(_appearance(annotation)):
                yield words
        elif kind not in _PASSED_OVER:
            yield _entry(annotation, b"Contents") or _entry(annotation, b"RC")
        raw.FPDFPage_CloseAnnot(annotation)


def _field_value(annotation: Any, forms: Any) -> str:
    stored = _entry(annotation, b"V")
    if stored or forms is None:
        return stored
    return _text(lambda buffer, size: _form_value(forms, annotation, buffer, size))


def _form_value(forms: Any, annotation: Any, buffer: Any, size: int) -> int:
    return int(raw.FPDFAnnot_GetFormFieldValue(forms, annotation, buffer, size))


def _entry(annotation: Any, key: bytes) -> str:
    return _text(
        lambda buffer, size: int(raw.FPDFAnnot_GetStringValue(annotation, key, buffer, size))
    )


def _appearance(annotation: Any) -> str:
    mode = raw.FPDF_ANNOT_APPEARANCEMODE_NORMAL
    return _text(lambda buffer, size: int(raw.FPDFAnnot_GetAP(annotation, mode, buffer, size)))


def _text(get: _Getter) -> str:
    """The text that a function of PDFium writes; called without a buffer, it returns the size."""
    size = get(None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    get(buffer, size)
    return " ".join(bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0").split())
