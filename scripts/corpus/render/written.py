"""The pages that are written by hand, and plain ones where a corpus has none."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.documents import Document
from corpus.model import Written
from corpus.page import Page
from corpus.render.press import Press

_PARTS = ("find", "questions", "latest", "collection", "browse", "template", "way")
"""What a hand-written page may ask for by a comment: `<!-- questions -->`."""

_STAND_INS = {"index": "Advisory opinions", "about": "About this collection"}
"""The hand-written pages that every site has, with their titles where a corpus has none."""


def written(pages: tuple[Document[Written], ...], press: Press) -> Iterator[Page]:
    """The hand-written pages with the generated parts that they ask for, and the stand-ins."""
    names = {PurePosixPath(page.path).stem for page in pages}
    for name, title in _STAND_INS.items():
        if name not in names:
            text = press.html(f"pages/{name}.md")
            yield Page(f"{name}.md", title, press.description(title), _filled(name, text, press))
    for page in pages:
        if page.value:
            name = PurePosixPath(page.path).stem
            text = _filled(name, page.source.body, press)
            yield Page(f"{name}.md", page.value.title, page.value.description, text)


def _filled(name: str, text: str, press: Press) -> str:
    up = "" if name == "index" else "../"
    for part in _PARTS:
        mark = f"<!-- {part} -->"
        if mark in text:
            text = text.replace(mark, press.html(f"parts/{part}.html", up=up))
    return text
