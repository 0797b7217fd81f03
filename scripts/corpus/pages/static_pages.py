"""The pages that are written by hand, and plain ones where a corpus has none."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from corpus.model.static_page import StaticPage
from corpus.output.page import OutputFiles, OutputTask, Page
from corpus.pages.environment import PageEnvironment
from corpus.parsing.parsed_file import ParsedFile

_PARTS = ("find", "questions", "latest", "collection", "browse", "template", "way")
"""What a hand-written page may ask for by a comment: `<!-- questions -->`."""

_STAND_INS = {"index": "Advisory opinions", "about": "About this collection"}
"""The hand-written pages that every site has, with their titles where a corpus has none."""


def written(
    pages: tuple[ParsedFile[StaticPage], ...], environment: PageEnvironment
) -> Iterator[OutputTask]:
    """The hand-written pages with the generated parts that they ask for, and the stand-ins."""
    names = {PurePosixPath(page.path).stem for page in pages}
    for name, title in _STAND_INS.items():
        if name not in names:
            text = environment.html(f"pages/{name}.md")
            yield _part(
                Page(f"{name}.md", title, environment.description(title), text), environment
            )
    for page in pages:
        if page.value:
            path = PurePosixPath(page.path).name
            told = Page(path, page.value.title, page.value.description, page.raw.body)
            yield _part(told, environment)


def _part(page: Page, environment: PageEnvironment) -> OutputTask:
    """A page with what it asks for, which may be about any opinion."""

    def make() -> OutputFiles:
        content = _filled(page.path.removesuffix(".md"), page.content, environment)
        yield replace(page, content=content).file

    return OutputTask(page.path, environment.index.records, make)


def _filled(name: str, text: str, environment: PageEnvironment) -> str:
    up = "" if name == "index" else "../"
    for part in _PARTS:
        mark = f"<!-- {part} -->"
        if mark in text:
            text = text.replace(mark, environment.html(f"parts/{part}.html", up=up))
    return text
