"""What the staged folder is made of: pages, and files beside them.

A page has a front matter for the theme, and its content.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

from corpus.library.record import Record

OutputFiles = Iterable[tuple[str, str]]
"""OutputFiles by their path below the staged folder."""


@dataclass(frozen=True, slots=True)
class OutputTask:
    """Some of the files, made whenever they are asked for; each part is made without the others."""

    name: str
    """What tells it from all other parts: where its files are, and which of them they are."""
    about: tuple[Record, ...]
    """The opinions whose words it shows; of all others it shows their faces at most."""
    make: Callable[[], OutputFiles]


def made(parts: Iterable[OutputTask]) -> OutputFiles:
    """The files of these parts."""
    return chain.from_iterable(part.make() for part in parts)


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its path below the staged folder: `opinions/2003/05/index.md`."""

    path: str
    title: str
    """The title in the browser and in search results."""
    description: str
    content: str
    """HTML; Markdown where the page is written by hand."""
    head: str = ""
    """Tags of its own for the head."""
    modified: str = ""
    """The last day on which its content became another, where that is known."""
    script: str = ""
    """The script that adds to it, by its name in the theme."""
    feed: str = ""
    """The feed of what the page is about, from the page."""

    @property
    def file(self) -> tuple[str, str]:
        """The page by its path, as the engine reads it."""
        return self.path, self.markdown

    @property
    def markdown(self) -> str:
        """The page as the engine reads it; each value of the front matter is quoted."""
        fields = {
            "title": self.title,
            "description": self.description,
            "head": self.head,
            "modified": self.modified,
            "script": self.script,
            "feed": self.feed,
        }
        told = {name: value for name, value in fields.items() if value}
        front = "".join(f"{name}: {_quoted(value)}\n" for name, value in told.items())
        return f"---\n{front}---\n\n{self.content}\n"


def _quoted(value: str) -> str:
    """A value as a YAML string that every reader takes for the same text."""
    quoted = json.dumps(value, ensure_ascii=False)
    for end_of_line in "\x85\u2028\u2029":
        quoted = quoted.replace(end_of_line, f"\\u{ord(end_of_line):04x}")
    return quoted
