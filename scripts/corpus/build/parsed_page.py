"""Parse a built page as a browser does: its links, its policy, its text, and its errors in HTML.

lxml reports tags that do not match. turbohtml reports everything else that the standard forbids:
bad characters, duplicate ids, misplaced elements and roles. Only its errors count, not its advice.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import turbohtml
from lxml import etree, html
from turbohtml import conformance

from corpus.parallel import spread
from corpus.paths import files_below, page_url

TEXT = "text"
"""The id of the element that holds the approved text."""

_LINKS = etree.XPath("//@href | //@src")
_IDS = etree.XPath("//@id")
_REFRESH = etree.XPath("//meta[@http-equiv='refresh']/@content")
_UNLOADED = ("canonical", "alternate", "cite-as", "type", "item", "collection", "describedby")
"""Relations of links in the head for which a browser loads nothing."""
_LOADED = etree.XPath(
    "//@src | //@srcset | //@poster | //@data | //@action | //@formaction | //@background"
    f" | //link[not({' or '.join(f'@rel={relation!r}' for relation in _UNLOADED)})]/@href"
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
    text: str
    """The approved text, with white space folded."""
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
    parser = html.HTMLParser(encoding="utf-8")
    tree = html.document_fromstring(source.encode(), parser=parser)
    refreshes = (content.partition("url=")[2] for content in _strings(_REFRESH, tree))
    policies = _strings(_POLICY, tree)
    approved = tree.find(f".//*[@id='{TEXT}']")
    return ParsedPage(
        frozenset(_strings(_IDS, tree)),
        tuple(dict.fromkeys((*_strings(_LINKS, tree), *refreshes))),
        tuple(dict.fromkeys(_strings(_LOADED, tree))),
        policies[0] if policies else "",
        tuple(str(element.tag) for element in cast("list[html.HtmlElement]", _INLINE(tree))),
        " ".join(approved.text_content().split()) if approved is not None else "",
        (*(f"{error.line}: {error.message}" for error in parser.error_log), *_errors(source)),
    )


def _errors(source: str) -> Iterator[str]:
    document = turbohtml.parse(source)
    yield from (f"{error.line}: {error.code}" for error in document.errors)
    yield from (f"{error.line}: {error.message}" for error in conformance.check(document).errors)


def _strings(path: etree.XPath, tree: html.HtmlElement) -> list[str]:
    return cast("list[str]", path(tree))
