"""Typst turns a document into a PDF file, and refuses one that is not accessible.

A template gets its document as data: it prints every text as it is, and reads no other file.
"""

import json
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from threading import local
from typing import Any

import typst
from font_rhd import font_directory

from corpus.paths import PDF_TEMPLATES
from corpus.text.printable import with_printable_signs

_PACKAGES = ("typst", "font-rhd")

_STANDARDS: list[Any] = ["ua-1", "a-2a"]
"""PDF/UA-1 for accessibility and PDF/A-2a for archives, in one file."""

_of_thread = local()


class TypesettingError(Exception):
    """A document cannot be printed; the message says why."""


def template_data(document: Mapping[str, Any]) -> str:
    """A document as the data of a template. A character that no font has becomes its number."""
    return with_printable_signs(json.dumps(document, ensure_ascii=False, default=str))


def typeset(template: str, data: str) -> bytes:
    """The PDF file of a document, the same on every machine; raises `TypesettingError`."""
    inputs = {"document": data}
    try:
        pdf = _compiler(template).compile(format="pdf", sys_inputs=inputs, pdf_standards=_STANDARDS)
    except typst.TypstError as error:
        raise TypesettingError(error.message) from None
    if not isinstance(pdf, bytes):
        raise TypeError("Typst returns one file for a PDF")
    return pdf


def typesetting_key(template: str, data: str) -> str:
    """The hash of all that a PDF file is made from."""
    return sha256(f"{_programs()}\0{template}\0{data}".encode()).hexdigest()


@cache
def _programs() -> str:
    """The templates, and the versions of Typst and of the fonts."""
    templates = (path.read_text(encoding="utf-8") for path in sorted(PDF_TEMPLATES.iterdir()))
    return "\0".join([*map(version, _PACKAGES), *templates])


def _compiler(template: str) -> typst.Compiler:
    """The compiler of a template, with only the fonts of two packages; each thread has one."""
    compilers: dict[str, typst.Compiler] = vars(_of_thread).setdefault("compilers", {})
    if template not in compilers:
        path = PDF_TEMPLATES / template
        fonts = _fonts()
        compilers[template] = typst.Compiler(path, PDF_TEMPLATES, fonts, ignore_system_fonts=True)
    return compilers[template]


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[font_directory])
