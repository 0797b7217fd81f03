"""Parse a built page as a browser does: its links, its policy, its text, and its errors in HTML.

lxml reports tags that do not match. turbohtml reports everything else that the standard forbids:
bad characters, duplicate ids, misplaced elements and roles. Only its errors count, not its advice.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import turbohtml
from lxml import etree
from turbohtml import XPath, conformance

from corpus.parallel import spread
from corpus.parsing.files import sha256_of_words
from corpus.paths import files_below, page_url

TEXT = "text"
"""The id of the element that holds the approved text."""

_LINKS = XPath("//@href | //@src")
_IDS = XPath("//@id")
_REFRESH = XPath("//meta[@http-equiv='refresh']/@content")
_UNLOADED = ("canonical", "alternate", "cite-as", "type", "item", "collection", "describedby")
"""Relations of links in the head for which a browser loads nothing."""
_LOADED = XPath(
    "//@src | //@srcset | //@poster | //@data | //@action | //@formaction | //@background"
    f" | //link[not({' or '.join(f'@rel={relation!r}' for relation in _UNLOADED)})]/@href"
)
_POLICY = XPath(
    "//head/meta[@http-equiv='Content-Security-Policy']"
    "[not(preceding::script or preceding::link or preceding::style)]/@content"
)
_INLINE = XPath(
    "//script[not(@src or @type='application/ld+json')] | //style | //*[@style]"
    " | //*[@*[starts-with(name(), 'on')]]"
)
_UNCLOSED = XPath(
    "//body//*[self::textarea or self::title or self::iframe or self::noscript]"
    "[contains(., '</html>')]"
)
"""Elements that hold the rest of the page as their text, which no parser calls an error."""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What verification needs to know of a page."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    """Targets of all links, files and refreshes."""
    loaded: tuple[str, ...]
    """Everything that a browser loads for the page, and the targets of its forms."""
    policy: str
    """The content security policy; empty if it is missing or comes after a script or style."""
    inline: tuple[str, ...]
    """The names of the elements with inline scripts or styles."""
    text_digest: str
    """The hash of the words of the approved text, by which they take little memory."""
    errors: tuple[str, ...]
    """Errors in the HTML, each with its line."""


def parse_pages(built: Path) -> dict[str, ParsedPage]:
    """Parse every page of a built site; return the pages by their URL."""
    names = files_below(built, ".html")
    pages = spread(partial(_parse_share, built), names, "parsing the pages")
    return dict(zip(map(page_url, names), pages, strict=True))


def _parse_share(built: Path, names: Sequence[str]) -> list[ParsedPage]:
    return [parse_page(built / name) for name in names]


def parse_page(path: Path) -> ParsedPage:
    """Parse a built page."""
    source = path.read_text(encoding="utf-8")
    page = turbohtml.parse(source)
    refreshes = (content.partition("url=")[2] for content in _strings(_REFRESH, page))
    approved = page.select_one(f"#{TEXT}")
    return ParsedPage(
        anchors=frozenset(_strings(_IDS, page)),
        links=tuple(dict.fromkeys((*_strings(_LINKS, page), *refreshes))),
        loaded=tuple(dict.fromkeys(_strings(_LOADED, page))),
        policy=next(iter(_strings(_POLICY, page)), ""),
        inline=tuple(element.tag for element in cast("list[turbohtml.Element]", _INLINE(page))),
        text_digest=digest_of_words(approved.text if approved else ""),
        errors=(*_mismatched_tags(source), *_errors(page)),
    )


def digest_of_words(text: str) -> str:
    """The hash of a text with white space folded."""
    return sha256_of_words(" ".join(text.split()))


def _mismatched_tags(source: str) -> Iterator[str]:
    parser = etree.HTMLParser(encoding="utf-8")
    etree.fromstring(source.encode(), parser)
    yield from (f"{error.line}: {error.message}" for error in parser.error_log)


def _errors(page: turbohtml.Document) -> Iterator[str]:
    yield from (f"{error.line}: {error.code}" for error in page.errors)
    for element in cast("list[turbohtml.Element]", _UNCLOSED(page)):
        yield f"{element.source_line}: <{element.tag}> is not closed"
    yield from (f"{error.line}: {error.message}" for error in conformance.check(page).errors)


def _strings(path: XPath, page: turbohtml.Document) -> list[str]:
    """The strings at a path; the same ones on many pages are one object, and are sent once."""
    return list(map(sys.intern, cast("list[str]", path(page))))
