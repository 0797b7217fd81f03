"""Layers of a PDF file that are switched off, and the texts that are drawn in them."""

import ctypes
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from pdfminer.pdftypes import PDFObjRef, dict_value, list_value, resolve1, str_value
from pdfminer.psparser import LIT, literal_name
from pdfminer.utils import decode_text
from pypdfium2 import PdfObject, PdfPage, raw

from corpus.intake.pdf.pdfminer_file import DAMAGE, open_with_pdfminer
from corpus.intake.remarks import Remark, RemarkKind

_LONGEST_NAME = 2000
"""In bytes; a layer with a longer name counts as shown."""


def layer_remarks(data: bytes) -> Iterator[Remark]:
    """Yield a remark if a file has layers that are not shown or printed, or cannot be read."""
    try:
        layers = _layers(data)
        are_doubtful = any(_is_off(layers).values()) or any(map(_is_hidden, _list(layers, "OCGs")))
    except DAMAGE:
        are_doubtful = True
    if are_doubtful:
        yield Remark(RemarkKind.LAYERS)


def names_of_hidden_layers(data: bytes) -> frozenset[str]:
    """The names of the hidden layers, except names that a shown layer has too.

    There are none if the layers cannot be read; `layer_remarks` says so.
    """
    try:
        is_off = _is_off(_layers(data))
        names = {layer: _name(layer) for layer in is_off}
    except DAMAGE:
        return frozenset()
    shown = {names[layer] for layer, off in is_off.items() if not off}
    return frozenset(names.values()) - shown


def texts_in_layers(page: PdfPage, names: AbstractSet[str]) -> frozenset[int]:
    """Where the texts are that a page draws in layers with these names."""
    if not names:
        return frozenset()
    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    return frozenset(
        ctypes.addressof(text.raw.contents) for text in texts if _is_in_layer(text, names)
    )


def _layers(data: bytes) -> Mapping[str, object]:
    return dict_value(open_with_pdfminer(data).catalog.get("OCProperties", {}))


def _is_off(layers: Mapping[str, object]) -> dict[PDFObjRef, bool]:
    """Each layer, and whether the file says that it is not shown at first."""
    states = dict_value(layers.get("D", {}))
    usual = literal_name(states.get("BaseState", LIT("ON"))) == "OFF"
    exceptions = _ids(states, "ON" if usual else "OFF")
    references = [layer for layer in _list(layers, "OCGs") if isinstance(layer, PDFObjRef)]
    return {layer: usual != (layer.objid in exceptions) for layer in references}


def _ids(states: Mapping[str, object], state: str) -> set[int]:
    return {layer.objid for layer in _list(states, state) if isinstance(layer, PDFObjRef)}


def _list(values: Mapping[str, object], key: str) -> list[Any]:
    return list(list_value(values.get(key, [])))


def _name(layer: PDFObjRef) -> str:
    entries = resolve1(layer)
    return decode_text(str_value(entries.get("Name", b""))) if isinstance(entries, dict) else ""


def _is_hidden(layer: object) -> bool:
    """Whether a layer itself says that it is not shown or not printed."""
    usage = dict_value(dict_value(layer).get("Usage", {}))
    states = (dict_value(usage.get(use, {})).get(f"{use}State") for use in ("View", "Print"))
    return LIT("OFF") in states


def _is_in_layer(drawn: PdfObject | None, names: AbstractSet[str]) -> bool:
    """Whether something, or a form that it is a part of, is in one of the layers."""
    while drawn is not None:
        if not names.isdisjoint(_marked_layers(drawn.raw)):
            return True
        drawn = drawn.container
    return False


def _marked_layers(drawn: Any) -> Iterator[str]:
    """Yield the name of each layer that something is marked with."""
    buffer = (ctypes.c_ushort * (_LONGEST_NAME // 2))()
    size = ctypes.c_ulong()
    for index in range(max(raw.FPDFPageObj_CountMarks(drawn), 0)):
        mark = raw.FPDFPageObj_GetMark(drawn, index)
        raw.FPDFPageObjMark_GetName(mark, buffer, _LONGEST_NAME, size)
        is_layer = _text(buffer, size) == "OC"
        if is_layer and raw.FPDFPageObjMark_GetParamStringValue(
            mark, b"Name", buffer, _LONGEST_NAME, size
        ):
            yield _text(buffer, size)


def _text(buffer: Any, size: ctypes.c_ulong) -> str:
    return bytes(buffer)[: size.value].decode("utf-16-le", errors="replace").rstrip("\0")
