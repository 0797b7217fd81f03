"""The built site, seen as its readers will see it: no link leads nowhere, no word is changed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from corpus.parallel import spread
from corpus.paths import files_below
from corpus.library.record import Record
from corpus.build.pagefind import indexed_urls
from corpus.build.parsed_page import ParsedPage

_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link may be that leads out of the site; nothing else, lest it run something."""

_SOURCES = frozenset({"'none'", "'self'", "'wasm-unsafe-eval'"})
"""What a policy may let in; the last lets the search count."""

_DOTS = re.compile(r"^/|(^|/)[.]{1,2}(/|$)")
"""What makes a path another than it looks."""

_FOREIGN = re.compile(r"(?:url\(|@import)\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


def site_errors(
    built: Path, pages: Mapping[str, ParsedPage], records: Sequence[Record], published: Iterable[str]
) -> tuple[str, ...]:
    """Everything that is wrong with the built site, each in a sentence.

    `pages` has what was seen of every page, by its address; `published` has the addresses that
    were published once, which must be there.
    """
    return (
        *_dead_links(pages, built),
        *(
            f"{url}: nothing is at this address, which was published"
            for url in published
            if url not in pages
        ),
        *_changed_words(pages, records),
        *_unsafe(pages),
        *_foreign(pages, built),
        *(f"{_name(url)}: line {slip}" for url, page in pages.items() for slip in page.errors),
        *_unfound(built, records),
    )


def _unfound(built: Path, records: Iterable[Record]) -> Iterator[str]:
    """The opinions that the search does not find, and what else it would lead to."""
    opinions, indexed = {record.id.url for record in records}, indexed_urls(built)
    yield from (f"{url}: the search does not find it" for url in sorted(opinions - indexed))
    yield from (
        f"search: it finds {url}, which is no opinion" for url in sorted(indexed - opinions)
    )


def _name(url: str) -> str:
    return url or "home"


def _dead_links(pages: Mapping[str, ParsedPage], built: Path) -> list[str]:
    # The page for addresses that are not there is shown at any address.
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
    scheme, host = _beginning(link)
    if scheme or host:
        return scheme in _SCHEMES
    path, _, anchor = link.partition("#")
    target = unquote(_from_root(path.partition("?")[0], url))
    if target in pages:
        return not anchor or unquote(anchor) in pages[target].anchors
    return (built / target).is_file()


def _from_root(path: str, url: str) -> str:
    """Where a path leads from the page at `url`, told from the site's root."""
    folders = url.split("/")[:-1]
    while path.startswith("../"):
        path = path.removeprefix("../")
        del folders[-1:]
    if _DOTS.search(path):
        return urljoin("/".join(["", *folders, ""]), path).removeprefix("/")
    return "/".join([*folders, path])


def _beginning(link: str) -> tuple[str, str]:
    """The scheme and the host of a link, empty for one within the site."""
    if ":" not in link and not link.startswith("/"):
        return "", ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return "?", ""
    return parts.scheme, parts.netloc


def _changed_words(pages: Mapping[str, ParsedPage], records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        page = pages.get(record.id.url)
        if page is None or page.text != " ".join(record.text.plain_text.split()):
            yield f"{record.id.url}: the page does not show the words of the approved text"


def _unsafe(pages: Mapping[str, ParsedPage]) -> Iterator[str]:
    """The pages without a strict policy, and those with what such a policy refuses."""
    for url, page in pages.items():
        directives = [one.split() for one in page.policy.split(";")]
        sources = {source for _, *allowed in filter(None, directives) for source in allowed}
        if ["default-src", "'none'"] not in directives or not sources <= _SOURCES:
            yield f"{_name(url)}: the security policy is missing or not strict"
        yield from (f"{_name(url)}: a <{tag}> would run or style something" for tag in page.inline)


def _foreign(pages: Mapping[str, ParsedPage], built: Path) -> Iterator[str]:
    """What would be loaded from another host, or from the page itself."""
    for url, page in pages.items():
        for loaded in page.loaded:
            if any(_beginning(loaded)):
                yield f"{_name(url)}: {loaded} is not of this site"
    for name in files_below(built, ".css"):
        if _FOREIGN.search((built / name).read_text(encoding="utf-8")):
            yield f"{name}: something is loaded from another host"
