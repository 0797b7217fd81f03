"""Verify the built site as its readers get it: every link works, and no word is changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from corpus.build.parsed_page import ParsedPage, digest_of_words
from corpus.library.record import Record
from corpus.parallel import spread
from corpus.paths import files_below

_SCHEMES = frozenset({"http", "https", "mailto"})
"""The only schemes of links that leave the site; others might run something."""

_SOURCES = frozenset({"'none'", "'self'"})
"""The only sources that a policy may allow."""

_DOTS = re.compile(r"^/|(^|/)[.]{1,2}(/|$)")
"""A path with `.` or `..` in it, or from the root."""

_FOREIGN = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


def site_errors(
    built: Path,
    pages: Mapping[str, ParsedPage],
    records: Sequence[Record],
    published: Iterable[str],
) -> tuple[str, ...]:
    """All errors of the built site, each as a sentence.

    `pages` has every page by its URL; `published` has the URLs that must never disappear.
    """
    return (
        *_dead_links(pages, built),
        *(f"{url}: this published page is missing" for url in published if url not in pages),
        *_changed_texts(pages, records),
        *_unsafe_pages(pages),
        *_foreign_files(pages, built),
        *(f"{_name(url)}: line {error}" for url, page in pages.items() for error in page.errors),
    )


def _name(url: str) -> str:
    return url or "home"


def _dead_links(pages: Mapping[str, ParsedPage], built: Path) -> list[str]:
    # The page for missing addresses is shown at any address, so its links cannot be followed.
    urls = [url for url in pages if not url.endswith(".html")]

    def follow(urls: Sequence[str]) -> list[str]:
        return [
            f"{_name(url)}: the link {link} leads nowhere"
            for url in urls
            for link in pages[url].links
            if not _leads_somewhere(link, url, pages, built)
        ]

    return spread(follow, urls, "following the links")


def _leads_somewhere(link: str, url: str, pages: Mapping[str, ParsedPage], built: Path) -> bool:
    if link.startswith("#"):
        return link == "#" or unquote(link[1:]) in pages[url].anchors
    scheme, host = _scheme_and_host(link)
    if scheme or host:
        return scheme in _SCHEMES
    path, _, anchor = link.partition("#")
    target = unquote(_from_root(path.partition("?")[0], url))
    if target in pages:
        return not anchor or unquote(anchor) in pages[target].anchors
    return (built / target).is_file()


def _from_root(path: str, url: str) -> str:
    """Resolve a path in a link of the page at `url`, relative to the root of the site."""
    folders = url.split("/")[:-1]
    while path.startswith("../"):
        path = path.removeprefix("../")
        del folders[-1:]
    if _DOTS.search(path):
        return urljoin("/".join(["", *folders, ""]), path).removeprefix("/")
    return "/".join([*folders, path])


def _scheme_and_host(link: str) -> tuple[str, str]:
    """The scheme and the host of a link; both are empty for a link within the site."""
    if ":" not in link and not link.startswith("/"):
        return "", ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "?", ""
    return parts.scheme, parts.netloc


def _changed_texts(pages: Mapping[str, ParsedPage], records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        page = pages.get(record.id.url)
        if page is None or page.text_digest != digest_of_words(record.text.plain_text):
            yield f"{record.id.url}: the page does not show the words of the approved text"


def _unsafe_pages(pages: Mapping[str, ParsedPage]) -> Iterator[str]:
    """Report pages without a strict policy, and inline elements that such a policy blocks."""
    for url, page in pages.items():
        directives = [directive.split() for directive in page.policy.split(";")]
        sources = {source for _, *allowed in filter(None, directives) for source in allowed}
        if ["default-src", "'none'"] not in directives or not sources <= _SOURCES:
            yield f"{_name(url)}: the security policy is missing or not strict"
        yield from (f"{_name(url)}: <{tag}> has an inline script or style" for tag in page.inline)


def _foreign_files(pages: Mapping[str, ParsedPage], built: Path) -> Iterator[str]:
    for url, page in pages.items():
        for address in page.loaded:
            if any(_scheme_and_host(address)):
                yield f"{_name(url)}: {address} is loaded from outside the site"
    for name in files_below(built, ".css"):
        if _FOREIGN.search((built / name).read_text(encoding="utf-8")):
            yield f"{name}: something is loaded from outside the site"
