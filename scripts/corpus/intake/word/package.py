"""The parts of a Word document as XML, found by their relations, and the values in them."""

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from corpus.intake.document import LARGEST, RefusedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements and attributes; `w:` in an XPath."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""The namespace of the ids by which elements name other parts; `r:` in an XPath."""
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""The namespace of equations; `m:` in an XPath."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
"""The namespace of content in two forms, for new and old programs; `mc:` in an XPath."""

_NAMESPACES = {
    "w": W.strip("{}"),
    "r": R.strip("{}"),
    "m": M.strip("{}"),
    "mc": MC.strip("{}"),
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
_OFF = ("0", "false", "off", "none")
_IS_OFF = " or ".join(f"@w:val='{word}'" for word in _OFF)
IS_ON = f"[not({_IS_OFF})]"
"""The part of an XPath that passes over properties that are turned off."""
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _NAMESPACES["m"].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/main": _NAMESPACES["a"].encode(),
}
"""The namespaces of Strict Open XML, and of its usual form."""
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN_PART = "word/document.xml"
_SAVE_AGAIN = "Open it in Word and save it again."


class WordPackage:
    """A Word document: a zip file of XML parts that name each other."""

    def __init__(self, data: bytes) -> None:
        """Open the document; raises `RefusedError` if it is damaged or no Word document."""
        try:
            self._archive = ZipFile(BytesIO(data))
            self._names = {name.lower(): name for name in self._archive.namelist()}
        except Exception as error:  # noqa: BLE001 - a damaged package can raise anything
            raise _damaged(error) from None
        self._main = next((name for _, kind, name in self._relations("") if kind == _MAIN), "")
        if self._main.lower() not in self._names:
            self._main = _MAIN_PART
        document = self._read(self._main)
        if document is None or document.tag != f"{W}document":
            message = "This is a zip file, not a Word document. Save the opinion as .docx."
            raise RefusedError(message)
        self.document: _Element = document
        """The root of the main part, which holds the text."""
        self._parts = list(self._relations(self._main))

    def part(self, kind: str) -> _Element | None:
        """The root of the part of a kind such as `styles`; None if there is none."""
        names = [name for _, part_kind, name in self._parts if part_kind == kind]
        return self._read(names[0] if names else f"word/{kind}.xml")

    def part_by_id(self, relation_id: str) -> _Element | None:
        """The root of the part that an element names by `r:id`; None if there is none."""
        names = [name for part_id, _, name in self._parts if part_id == relation_id]
        return self._read(names[0]) if names else None

    def _relations(self, name: str) -> Iterator[tuple[str, str, str]]:
        """Yield the id, kind and name of each part that a part names; "" names the package."""
        folder, base = posixpath.split(name)
        root = self._read(posixpath.join(folder, "_rels", f"{base}.rels"))
        for relation in root.iter(_RELATION) if root is not None else ():
            target = posixpath.join("/", folder, relation.get("Target", ""))
            kind = relation.get("Type", "").rpartition("/")[2]
            yield relation.get("Id", ""), kind, posixpath.normpath(target).lstrip("/")

    def _read(self, name: str) -> _Element | None:
        """The root of a part in the usual namespaces; None if there is no such part."""
        stored_name = self._names.get(name.lower())
        if stored_name is None:
            return None
        try:
            with self._archive.open(stored_name) as part:
                content = part.read(LARGEST + 1)
        except Exception as error:  # noqa: BLE001 - a damaged package can raise anything
            raise _damaged(error) from None
        if len(content) > LARGEST:
            message = "This document is too large when unpacked. Make a file for each opinion."
            raise RefusedError(message)
        root = _parse(content, name)
        if any("purl.oclc.org" in (uri or "") for uri in root.nsmap.values()):
            content = etree.tostring(root)
            for strict, usual in _STRICT.items():
                content = content.replace(strict, usual)
            root = _parse(content, name)
        return root


_MAIN = "officeDocument"


def _parse(content: bytes, name: str) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        message = f"The Word document is damaged: {name} cannot be read. {_SAVE_AGAIN}"
        raise RefusedError(message) from None
    if root.getroottree().docinfo.doctype:
        raise RefusedError(f"{name} in it declares entities, which Word never does. {_SAVE_AGAIN}")
    return root


def _damaged(error: Exception) -> RefusedError:
    return RefusedError(f"The Word document is damaged ({error}). {_SAVE_AGAIN}")


def shown_paragraphs(part: _Element) -> list[Any]:
    """The paragraphs of a part; a text box has them twice, for old programs too."""
    return nodes(part, "descendant::w:p[not(ancestor::mc:Fallback)]")


def nodes(element: _Element, xpath: str) -> list[Any]:
    """The elements or values at an XPath, in the order of the document."""
    return list(element.xpath(xpath, namespaces=_NAMESPACES))


def value(element: _Element, xpath: str) -> str:
    """The first value at an XPath such as `w:name/@w:val`, or an empty string."""
    return str(element.xpath(f"string({xpath})", namespaces=_NAMESPACES))


def is_on(switch: _Element | None, namespace: str = W) -> bool:
    """Whether a property is there and not turned off."""
    return switch is not None and switch.get(f"{namespace}val", "true") not in _OFF


def is_inside(element: _Element, *tags: str) -> bool:
    """Whether an element is somewhere inside an element with one of the tags."""
    return next(element.iterancestors(*tags), None) is not None


def to_int(digits: str) -> int:
    """A number of at most five digits; 0 for anything else, as Word writes none."""
    return int(digits) if re.fullmatch("[0-9]{1,5}", digits) else 0
