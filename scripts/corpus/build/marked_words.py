"""The old and the new words of a change in one text, as GitHub shows them."""

import re
from dataclasses import replace

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.text.markdown_escape import escape_markdown

KEY = "Removed words are <del>struck through</del>, new words are <ins>underlined</ins>."

_MOST_AROUND = 8
"""How many unchanged words stand beside a change, if most of a long text is unchanged."""


def difference_of_words(old: str, new: str) -> str:
    """Both wordings in one: removed words struck through, new words underlined."""
    return "".join(map(_marked, compare_words(old, new)))


def differences_in_long_text(old: str, new: str) -> str:
    """The words that changed, each with a few words around it."""
    return "".join(_marked(_shortened(span)) for span in compare_words(old, new))


def _shortened(span: DiffSpan) -> DiffSpan:
    words = span.words.split()
    if not (span.in_old and span.in_new) or len(words) <= 2 * _MOST_AROUND:
        return span
    first, last = " ".join(words[:_MOST_AROUND]), " ".join(words[-_MOST_AROUND:])
    return replace(span, words=f" {first} … {last} ")


def _marked(span: DiffSpan) -> str:
    words = re.sub(r"\S+(?:\s+\S+)*", lambda match: escape_markdown(match[0]), span.words)
    if span.in_old and span.in_new:
        return words
    return f"<del>{words}</del>" if span.in_old else f"<ins>{words}</ins>"
