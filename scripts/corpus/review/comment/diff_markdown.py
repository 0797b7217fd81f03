"""The old and the new words of a change in one text, as GitHub shows them."""

import re

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.text.markdown_escape import escape_markdown, with_codes_of_invisible_characters

KEY = "Removed words are <del>struck through</del>, new words are <ins>underlined</ins>."

_UNUSUAL_SPACE = re.compile(r"[^\S \n\t]")
"""A no-break space and the like, whose change nobody would see."""


def difference_of_words(old: str, new: str) -> str:
    """Both wordings in one: removed words struck through, new words underlined."""
    return "".join(map(_marked, compare_words(old, new)))


def _marked(span: DiffSpan) -> str:
    is_in_both = span.in_old and span.in_new
    shown = span.words if is_in_both else _UNUSUAL_SPACE.sub(_code, span.words)
    words = re.sub(r"\S+(?:\s+\S+)*", lambda match: escape_markdown(match[0]), shown)
    if is_in_both:
        return words
    return f"<del>{words}</del>" if span.in_old else f"<ins>{words}</ins>"


def _code(match: re.Match[str]) -> str:
    return with_codes_of_invisible_characters(match[0])
