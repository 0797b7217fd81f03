"""Plain text as Markdown that GitHub shows as typed."""

import re
from html import escape

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_BEFORE_A_LINK = re.compile(r"@|\\#|(?<=www)(?=\.)|:(?=//)", re.IGNORECASE)
"""After these characters GitHub links a person, an issue or a web address."""
_EMPTY_COMMENT = "<!-- -->"


def escape_markdown(text: str) -> str:
    """The text on one line, without formatting, links or mentions of people."""
    escaped = _SPECIAL.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
    return _BEFORE_A_LINK.sub(rf"\g<0>{_EMPTY_COMMENT}", escaped)
