"""A Markdown extension that hands a page of ready HTML through without parsing it.

Without it, MkDocs and Python-Markdown would parse every staged page tag by tag, only to leave it
as it is. ProperDocs and Zensical load the extension as well.
"""

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

MARK = "<!-- ready HTML -->"
"""The first line of a page that is already HTML; the site does not have it."""

_FIRST, _LAST = 1_000, -1_000


class ReadyHtml(Extension):
    """Takes the HTML away before Markdown sees it, and puts it back at the end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register the first preprocessor and the last postprocessor."""
        taken = _TakenPage(md)
        md.preprocessors.register(taken, "ready_html", _FIRST)
        md.postprocessors.register(_ReturnedPage(taken), "ready_html", _LAST)


class _TakenPage(Preprocessor):
    html = ""

    def run(self, lines: list[str]) -> list[str]:
        is_ready = lines[:1] == [MARK]
        self.html = "\n".join(lines[1:]) if is_ready else ""
        return [] if is_ready else lines


class _ReturnedPage(Postprocessor):
    def __init__(self, taken: _TakenPage) -> None:
        super().__init__()
        self._taken = taken

    def run(self, text: str) -> str:
        return self._taken.html or text


def makeExtension() -> ReadyHtml:  # noqa: N802 - Markdown's name
    """The extension, as Markdown asks for it."""
    return ReadyHtml()  # type: ignore[no-untyped-call]
