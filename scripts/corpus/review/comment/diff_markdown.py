"""The old and the new words of a change in one text, as GitHub shows them."""

import re

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.text.markdown_escape import escape_markdown

KEY = "Removed words are <del>struck through</del>, new words are <ins>underlined</ins>."


def difference_of_words(old: str, new: str) -> str:
    """Both wordings in one: removed words struck through, new words underlined."""
    return "".join(map(_marked, compare_words(old, new)))


def _marked(span: DiffSpan) -> str:
    words = re.sub(r"\S+(?:\s+\S+)*", lambda match: escape_markdown(match[0]), span.words)
    if span.in_old and span.in_new:
        return words
    return f"<del>{words}</del>" if span.in_old else f"<ins>{words}</ins>"
