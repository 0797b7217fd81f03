"""Plain words as Markdown, for text that GitHub shows."""

import re
from html import escape

_SIGN = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_BEFORE_A_LINK = re.compile(r"@|\\#|(?<=www)(?=\.)|:(?=//)", re.IGNORECASE)
"""After these signs GitHub links a person, an issue or a web address."""
_EMPTY_COMMENT = "<!-- -->"


def escape_markdown(words: str) -> str:
    """The words on one line, so that GitHub shows them as they are, without links or mentions."""
    escaped = _SIGN.sub(r"\\\1", escape(" ".join(words.split()), quote=False))
    return _BEFORE_A_LINK.sub(rf"\g<0>{_EMPTY_COMMENT}", escaped)
