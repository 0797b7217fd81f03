"""A page of the site as a value."""

import json
from dataclasses import dataclass

from corpus.paths import page_url


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its metadata, written as Markdown with YAML front matter for MkDocs."""

    path: str
    """Its file below the staged folder: `opinions/2003/05/index.md`."""
    title: str
    """The title in the browser and in search results."""
    description: str
    """One sentence for search engines."""
    content: str = ""
    """HTML, or Markdown if the page is written by hand."""
    head: str = ""
    """Extra tags for the `head` element."""
    script: str = ""
    """The file name of a script in the theme."""
    feed: str = ""
    """The URL of the page's Atom feed, relative to the page."""

    @property
    def url(self) -> str:
        """The page's URL from the site's root; the home page has an empty one."""
        return page_url(self.path)

    @property
    def root(self) -> str:
        """The relative URL from the page to the site's root: `../../../`."""
        return "../" * self.url.count("/")

    @property
    def markdown(self) -> str:
        """The text of the file. Every value of the front matter is quoted."""
        fields = {
            "title": self.title,
            "description": self.description,
            "head": self.head,
            "script": self.script,
            "feed": self.feed,
        }
        lines = (f"{name}: {_quoted(value)}\n" for name, value in fields.items() if value)
        return f"---\n{''.join(lines)}---\n\n{self.content}\n"


def _quoted(value: str) -> str:
    """The value as a YAML string that every YAML parser reads the same way."""
    quoted = json.dumps(value, ensure_ascii=False)
    for line_break in "\x85\u2028\u2029":
        quoted = quoted.replace(line_break, f"\\u{ord(line_break):04x}")
    return quoted
