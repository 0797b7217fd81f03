"""OP2, continued: the hand-written pages."""

import re
from collections.abc import Iterable
from typing import Any

from corpus.checks.registry import on_file
from corpus.findings import Location, Violation
from corpus.model.static_page import StaticPage
from corpus.parsing.parsed_file import ParsedFile

_TAG = re.compile(r"<(?!!-- [a-z]+ -->\n)[/!?A-Za-z]")
_PICTURE = re.compile(r"!\[")
_LEADS = re.compile(
    r"(?:\]\(|^ {0,3}\[[^\]\n]*\]:)\s*<?(?!https?://|mailto:)([^)>\"'\n]{0,99}[:&\\])",
    re.IGNORECASE | re.MULTILINE,
)
"""A link within the site needs no such sign, with which a scheme could be written; none is long."""


@on_file("OP210", hint="Write it in Markdown; \\< stands for the sign itself.")
def html_in_page(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A hand-written page holds no HTML and no picture, and links to web addresses alone.

    Why:
        Nothing that is typed into a file may run or load anything in a reader's browser.

    Bad:
        # pages/staff.md
        ---
        title: Staff
        description: How to add an opinion.
        ---
        # Staff

        <b>Hello</b> [there](javascript:alert)

    Good:
        # pages/staff.md
        ---
        title: Staff
        description: How to add an opinion.
        ---
        # Staff

        **Hello** [there](https://example.org/)
    """
    if not isinstance(file.value, StaticPage):
        return
    source = file.raw
    for found in (one for kind in (_TAG, _PICTURE, _LEADS) for one in kind.finditer(source.body)):
        line = source.body_line + source.body.count("\n", 0, found.start())
        column = found.start() - source.body.rfind("\n", 0, found.start())
        yield Location(source.path, line, column), f"`{found[0].strip()}` may not stand here"
