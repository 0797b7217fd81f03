"""OP2: the text of the hand-written pages."""

import re
from collections.abc import Iterable
from typing import Any

from corpus.checks.registry import on_shared_file
from corpus.findings import Location, Violation
from corpus.model.static_page import StaticPage
from corpus.parsing.parsed_file import ParsedFile

_TAG = re.compile(r"<(?!!-- [a-z]+ -->\n)[/!?A-Za-z]")
_PICTURE = re.compile(r"!\[")
_LINK = re.compile(
    r"(?:\]\(|^ {0,3}\[[^\]\n]*\]:)\s*<?(?!https?://|mailto:)([^)>\"'\n]{0,99}[:&\\])",
    re.IGNORECASE | re.MULTILINE,
)
"""A link with a character that can spell a scheme, such as that of a script."""
_LINK_HINT = "Begin it with https://, or leave out each `&`, `:` and `\\`."
_PICTURE_HINT = "A page has no pictures; describe in words what it shows."


@on_shared_file("OP210", hint="Write it in Markdown. For a plain < sign, type \\<.")
def html_in_page(file: ParsedFile[Any]) -> Iterable[Violation]:
    """A hand-written page contains no HTML and no pictures, and links only to plain addresses.

    Why: Nothing that is typed into a file may run or load anything in a reader's browser.
    Bad:
        # pages/staff.md
        <b>Hello</b> [there](javascript:alert)
    Good:
        # pages/staff.md
        **Hello** [there](https://example.org/)
    """
    if not isinstance(file.value, StaticPage):
        return
    raw = file.raw
    for pattern, hint in ((_TAG, ""), (_PICTURE, _PICTURE_HINT), (_LINK, _LINK_HINT)):
        for match in pattern.finditer(raw.body):
            location = Location.in_text(raw.path, raw.body, raw.body_line, match.start())
            yield Violation(location, f"`{match[0].strip()}` is not allowed here", hint)
