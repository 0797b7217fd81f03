"""Whether a document says that its text is a draft for comment."""

import re
from collections.abc import Iterable

_DRAFT = re.compile(
    r"\W*(?:(?:proposed|discussion|preliminary|tentative|exposure|comment|working|public)\s+)*"
    r"draft(?:\s+(?:only|version|opinion|advisory|for|as|of|not)\b.{0,60}|\W+[0-9].{0,30})?\W*",
    re.IGNORECASE,
)
"""`DRAFT`, `Proposed draft opinion`, `Draft for comment until May 1, 2024`."""


def draft_line(lines: Iterable[str]) -> str:
    """The first line that says that the text is a draft; empty if none does."""
    return next((line for line in lines if _DRAFT.fullmatch(line)), "")
