"""The parts of a Word document as XML, and the values of their elements."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

from corpus.intake.document import RefusedError
from corpus.intake.file_kinds import LARGEST

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements and attributes."""

_SAVE_AGAIN = "Open it in Word and save it again."


def read_part(data: bytes, name: str) -> _Element | None:
    """Return the root of a part, None if there is no such part; raise `RefusedError`."""
    content = _unpack(data, name)
    if content is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        message = f"The Word document is damaged: {name} cannot be read. {_SAVE_AGAIN}"
        raise RefusedError(message) from None
    if root.getroottree().docinfo.doctype:
        raise RefusedError(f"{name} in it declares entities, which Word never does. {_SAVE_AGAIN}")
    return root


def _unpack(data: bytes, name: str) -> bytes | None:
    try:
        with ZipFile(BytesIO(data)) as package:
            if name not in package.namelist():
                return None
            with package.open(name) as part:
                content = part.read(LARGEST + 1)
    except Exception as error:  # noqa: BLE001 - a damaged package can raise anything
        raise RefusedError(f"The Word document is damaged ({error}). {_SAVE_AGAIN}") from None
    if len(content) > LARGEST:
        message = f"{name} in it has more than {LARGEST:,} bytes when unpacked."
        raise RefusedError(f"{message} Make a file for each opinion.")
    return content


def value(element: _Element, *names: str) -> str:
    """Return `w:val` of the element at a path of names below, or an empty string."""
    child = element.find("/".join(f"{W}{name}" for name in names))
    return "" if child is None else child.get(f"{W}val", "")


def to_int(digits: str | None) -> int:
    """Return a number of at most five digits; 0 for anything else, as Word writes none."""
    match = re.fullmatch("[0-9]{1,5}", digits or "")
    return int(match[0]) if match else 0
