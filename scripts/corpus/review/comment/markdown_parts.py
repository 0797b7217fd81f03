"""Parts of the comment on a pull request: a link to a source, and a list that is folded."""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from corpus.model.provenance import Provenance
from corpus.review.comment.comment_links import Links
from corpus.text.markdown_escape import escape_markdown

_MOST_WORDS, _FIRST_WORDS, _LAST_WORDS = 250, 150, 75
_IN_ADDRESSES = ":/?#[]@!$&'*+,;=%~"
"""The signs that stay as they are in the address of a link."""


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
