"""The parts of a Word document as XML, and the values in them."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from corpus.intake.document import LARGEST, RefusedError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements and attributes; `w:` in an XPath."""

_NAMESPACES = {
    "w": W.strip("{}"),
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}
_SAVE_AGAIN = "Open it in Word and save it again."


def read_part(data: bytes, name: str) -> _Element | None:
    """Return the root of a part, None if there is no such part; raise `RefusedError`."""
    try:
        with ZipFile(BytesIO(data)) as package, package.open(name) as part:
            content = part.read(LARGEST + 1)
    except KeyError:
        return None
    except Exception as error:  # noqa: BLE001 - a damaged package can raise anything
        raise RefusedError(f"The Word document is damaged ({error}). {_SAVE_AGAIN}") from None
    if len(content) > LARGEST:
        message = f"{name} in it has more than {LARGEST:,} bytes when unpacked."
        raise RefusedError(f"{message} Make a file for each opinion.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        message = f"The Word document is damaged: {name} cannot be read. {_SAVE_AGAIN}"
        raise RefusedError(message) from None
    if root.getroottree().docinfo.doctype:
        raise RefusedError(f"{name} in it declares entities, which Word never does. {_SAVE_AGAIN}")
    return root


def nodes(element: _Element, xpath: str) -> list[Any]:
    """Return the elements or values at an XPath, in the order of the document."""
    return list(element.xpath(xpath, namespaces=_NAMESPACES))


def value(element: _Element, xpath: str) -> str:
    """Return the first value at an XPath such as `w:name/@w:val`, or an empty string."""
    return str(element.xpath(f"string({xpath})", namespaces=_NAMESPACES))


def to_int(digits: str) -> int:
    """Return a number of at most five digits; 0 for anything else, as Word writes none."""
    return int(digits) if re.fullmatch("[0-9]{1,5}", digits) else 0
