"""Parts of the comment on a pull request: changed words, a link to a source, a folded list."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from corpus.analysis.word_diff import DiffSpan, compare_words
from corpus.model.provenance import Provenance
from corpus.review.comment.comment_links import Links
from corpus.text.markdown_escape import escape_markdown, with_codes_of_invisible_characters

_MOST_WORDS, _FIRST_WORDS, _LAST_WORDS = 250, 150, 75
_IN_ADDRESSES = ":/?#[]@!$&'*+,;=%~"
"""The signs that stay as they are in the address of a link."""
KEY = "Removed words are <del>struck through</del>, new words are <ins>underlined</ins>."
_UNUSUAL_SPACE = re.compile(r"[^\S \n\t]")
"""A no-break space and the like, whose change nobody would see."""


def source_as_link(source: Provenance) -> str:
    """The name of a source, as a link if it is on the web."""
    name = escape_markdown(source.title or source.url or "")
    address = quote(source.url or "", safe=_IN_ADDRESSES)
    return f"[{name}]({address})" if address else name


def source_of_record(source: Provenance, links: Links) -> str:
    """The source of a text, with the path of the document if the collection has it."""
    kept = f" (kept as {links.document(source.file)})" if source.file else ""
    return f"{source_as_link(source)}{kept}"


def excerpt(text: str) -> str:
    """A text; if it is very long, its beginning and its end, where exceptions often stand."""
    words = text.split()
    if len(words) <= _MOST_WORDS:
        return " ".join(words)
    first, last = " ".join(words[:_FIRST_WORDS]), " ".join(words[-_LAST_WORDS:])
    left_out = len(words) - _FIRST_WORDS - _LAST_WORDS
    return f"{first} … ({left_out} words) … {last}"


def folded(title: str, sentences: Iterable[str], *, is_open: bool = False) -> Iterator[str]:
    """A section of the Markdown that can be folded, if there is anything to list."""
    items = [f"- {escape_markdown(sentence)}" for sentence in sentences]
    if items:
        summary = f"<details{' open' if is_open else ''}><summary>{title}: {len(items)}</summary>"
        yield "\n".join([summary, "", *items, "", "</details>"])


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
