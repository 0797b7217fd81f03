"""What readers find in the kept copy of a document and in no draft."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from lxml import etree, html

from corpus.intake.document import LARGEST
from corpus.intake.pdf.file import open_pdf
from corpus.intake.quoted_words import code_span
from corpus.intake.remarks import Remark, RemarkKind

_UNSEEN = {
    RemarkKind.HIDDEN: "hidden text",
    RemarkKind.STRUCK: "struck-out text",
    RemarkKind.TRACKED: "tracked changes, with the words that were deleted",
    RemarkKind.TRACKED_END: "tracked changes, with the words that were deleted",
    RemarkKind.COMMENT: "comments",
    RemarkKind.FORM_FIELD: "comments, stamps or form fields",
    RemarkKind.LAYERS: "layers that are switched off",
    RemarkKind.COVERED: "words behind a box or a picture",
    RemarkKind.EMBEDDED: "another document within it",
    RemarkKind.MAIL_HEADER: "the header of an e-mail, with addresses",
    RemarkKind.ATTACHMENT: "attachments of an e-mail",
}
"""What a document can hold that readers of a draft do not see."""
_PARTS = re.compile(r"(?:docProps|word)/[^/]+\.xml|(?:meta|content)\.xml")
"""The parts of a Word or OpenDocument file that can name people."""
_NAMES = {"creator", "initial-creator", "lastModifiedBy", "Manager", "Company"}
"""The elements that hold a name."""
_NOTES = {"footnote", "endnote"}
_WEB_PAGES = (".html", ".htm")
_CONDITION = re.compile(r"\s*(?:\[if|<!\[endif|(?:Start|End)Fragment)")
"""How a comment begins that programs write into web pages."""


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy of a document in the collection, which everyone can read."""

    path: str
    unseen: tuple[str, ...]
    """What it holds that no draft shows, in words."""

    @property
    def is_of_word(self) -> bool:
        """Whether Word can find and remove what is unseen."""
        return Path(self.path).suffix in {".docx", ".doc", ".rtf"}


def unseen_in(document: Path, remarks: Iterable[Remark]) -> tuple[str, ...]:
    """What a document holds that no draft shows: hidden things, and the names of people."""
    found = Counter(remark.kind for remark in remarks if remark.kind in _UNSEEN)
    data = document.read_bytes()
    ending = document.suffix.lower()
    unseen = [words for kind, words in _UNSEEN.items() if kind in found]
    if ending in _WEB_PAGES and any(_comments(data)):
        unseen.append("comments in the code of the page")
    if data.startswith(b"PK") and _has_unused_notes(data):
        unseen.append("footnotes or endnotes to which no mark refers")
    if names := list(dict.fromkeys(filter(None, map(str.strip, _names(data, ending))))):
        people = ", ".join(map(code_span, names))
        unseen.append(f"the name{'s' * (len(names) > 1)} {people} as author or editor")
    return tuple(dict.fromkeys(unseen))


def _names(data: bytes, ending: str) -> Iterator[str]:
    """Yield the people and companies that the file names outside its text."""
    if data.startswith(b"PK"):
        yield from _names_in_package(data)
    elif ending == ".pdf":
        with open_pdf(data) as document:
            yield document.get_metadata_dict().get("Author", "")
    elif ending in _WEB_PAGES:
        yield from html.document_fromstring(data).xpath("//meta[@name='author']/@content")


def _names_in_package(data: bytes) -> Iterator[str]:
    for root in _roots(data):
        yield from _names_in_part(root)


def _has_unused_notes(data: bytes) -> bool:
    """Whether a Word file has notes with words that no mark in it shows."""
    notes = set[tuple[str, str | None]]()
    used = set[tuple[str, str | None]]()
    for element in (element for root in _roots(data) for element in root.iter(etree.Element)):
        kind = etree.QName(element).localname
        key = (kind.removesuffix("Reference"), _id(element))
        if kind in _NOTES and "".join(element.itertext()).strip():
            notes.add(key)
        elif kind.removesuffix("Reference") in _NOTES:
            used.add(key)
    return not notes <= used


def _id(element: etree._Element) -> str | None:
    names = (str(name) for name in element.attrib)
    return next((element.get(name) for name in names if etree.QName(name).localname == "id"), None)


def _roots(data: bytes) -> Iterator[etree._Element]:
    """Yield the roots of the parts with text of a Word or OpenDocument file."""
    with ZipFile(BytesIO(data)) as package:
        for part in package.infolist():
            if _PARTS.fullmatch(part.filename) and part.file_size <= LARGEST:
                root = _root(package, part)
                yield from () if root is None else [root]


def _root(package: ZipFile, part: ZipInfo) -> etree._Element | None:
    """The root of a part; None if it is damaged, as a part without text may be."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(package.read(part), parser)
    except Exception:  # noqa: BLE001 - a damaged package can raise anything
        return None


def _names_in_part(root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if etree.QName(element).localname in _NAMES:
            yield element.text or ""
        for name, value in element.attrib.items():
            if etree.QName(str(name)).localname == "author":
                yield str(value)


def _comments(data: bytes) -> Iterator[str]:
    """Yield each comment with words that somebody wrote into a web page."""
    for comment in html.document_fromstring(data).getroottree().iter(etree.Comment):
        text = comment.text or ""
        if re.search(r"[^\W\d_]", text) and not _CONDITION.match(text):
            yield text
