"""A built page as a browser gets it: what it offers, asks for and shows, and its slips in HTML.

lxml tells of tags that do not match, turbohtml of all else that the standard forbids, and that
it can know: signs that are no HTML, ids that stand twice, elements and roles that do not fit.
Nothing of Material has to be allowed; only its errors count, not what it merely advises.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import turbohtml
from lxml import etree, html
from turbohtml import conformance

TEXT = "text"
"""The id of the element that holds the approved text."""

_LINKS = etree.XPath("//@href | //@src")
_IDS = etree.XPath("//@id")
_REFRESH = etree.XPath("//meta[@http-equiv='refresh']/@content")
_QUIET = ("canonical", "alternate", "cite-as", "type", "item", "collection", "describedby")
"""Relations of links in the head for which no browser loads anything."""
_LOADED = etree.XPath(
    "//@src | //@srcset | //@poster | //@data | //@action | //@formaction | //@background"
    f" | //link[not({' or '.join(f'@rel={one!r}' for one in _QUIET)})]/@href"
)
_POLICY = etree.XPath(
    "//head/meta[@http-equiv='Content-Security-Policy']"
    "[not(preceding::script or preceding::link or preceding::style)]/@content"
)
_INLINE = etree.XPath(
    "//script[not(@src or @type='application/ld+json')] | //style | //@style/.."
    " | //*[@*[starts-with(name(), 'on')]]"
)


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """What a page offers, asks for and shows."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    """Where it leads, by itself or when it is asked."""
    loaded: tuple[str, ...]
    """What a browser gets for it from somewhere, or sends its forms to."""
    policy: str
    """Its content security policy, empty where none stands before all that it governs."""
    inline: tuple[str, ...]
    """The elements that would run or style something by themselves, by their names."""
    text: str
    """The approved words, white space folded."""
    errors: tuple[str, ...]
    """Why it is not valid HTML."""


def parse_page(path: Path) -> ParsedPage:
    """Read a built page."""
    words = path.read_text(encoding="utf-8")
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(words.encode(), parser=parser)
    policies = _found(_POLICY, tree)
    shown = tree.find(f".//*[@id='{TEXT}']")
    return ParsedPage(
        frozenset(_found(_IDS, tree)),
        tuple(dict.fromkeys((*_found(_LINKS, tree), *_refreshed(tree)))),
        tuple(dict.fromkeys(_found(_LOADED, tree))),
        policies[0] if policies else "",
        tuple(str(one.tag) for one in cast("list[html.HtmlElement]", _INLINE(tree))),
        " ".join(shown.text_content().split()) if shown is not None else "",
        (*(f"{one.line}: {one.message}" for one in parser.error_log), *_slips(words)),
    )


def _slips(words: str) -> Iterator[str]:
    document = turbohtml.parse(words)
    yield from (f"{one.line}: {one.code}" for one in document.errors)
    yield from (f"{one.line}: {one.message}" for one in conformance.check(document).errors)


def _refreshed(tree: html.HtmlElement) -> Iterator[str]:
    """Where the page leads without being asked."""
    for told in _found(_REFRESH, tree):
        yield told.partition("url=")[2]


def _found(path: etree.XPath, tree: html.HtmlElement) -> list[str]:
    return cast("list[str]", path(tree))
