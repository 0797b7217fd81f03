"""Words as Markdown in which no sign means anything, for what GitHub shows."""

import re
from html import escape

_SIGN = re.compile(r"([\\`*_{}\[\]()#+!|~-])")
_LINKED = re.compile(r"@|\\#|(?<=www)(?=\.)|:(?=//)", re.IGNORECASE)
"""After what, in plain words, GitHub goes on to a person, an issue or a web address."""
_NOTHING = "<!-- -->"


def escape_markdown(words: str) -> str:
    """The words on one line; nobody is called by them, and nothing in them is a link."""
    escaped = _SIGN.sub(r"\\\1", escape(" ".join(words.split()), quote=False))
    return _LINKED.sub(rf"\g<0>{_NOTHING}", escaped)
