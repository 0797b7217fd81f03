"""The built site, seen as its readers will see it: no link leads nowhere, no word is changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

from corpus.records import Record
from corpus.search import fragments

TEXT = "text"
"""The id of the element that holds the approved text."""

_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link may be that leads out of the site; nothing else, lest it run something."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page offers and asks for: its anchors, its links, and the approved words it shows."""

    anchors: frozenset[str]
    links: tuple[str, ...]
    text: str


def faults(built: Path, records: Iterable[Record]) -> tuple[str, ...]:
    """Everything that is wrong with the built site, each in a sentence."""
    pages = {_url(path, built): _read(path) for path in sorted(built.rglob("*.html"))}
    records = tuple(records)
    found = (*_dead_links(pages, built), *_changed_words(pages, records))
    return (*found, *_unindexed(built, len(records)))


def _unindexed(built: Path, opinions: int) -> Iterator[str]:
    indexed = fragments(built)
    if indexed != opinions:
        yield f"search: of {opinions} opinions {indexed} can be found"


def _url(path: Path, built: Path) -> str:
    return path.relative_to(built).as_posix().removesuffix("index.html")


def _read(path: Path) -> _Page:
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    anchors = cast("list[str]", tree.xpath("//@id"))
    links = cast("list[str]", tree.xpath("//@href | //@src"))
    shown = tree.find(f".//*[@id='{TEXT}']")
    text = " ".join(shown.text_content().split()) if shown is not None else ""
    return _Page(frozenset(anchors), tuple(dict.fromkeys(links)), text)


def _dead_links(pages: dict[str, _Page], built: Path) -> Iterator[str]:
    for url, page in pages.items():
        if url.endswith(".html"):
            continue  # the page for addresses that are not there is shown at any address
        for link in page.links:
            if not _leads_somewhere(link, url, pages, built):
                yield f"{url or 'home'}: the link {link} leads nowhere"


def _leads_somewhere(link: str, url: str, pages: dict[str, _Page], built: Path) -> bool:
    scheme = _scheme(link)
    if scheme != "":
        return scheme in _SCHEMES
    path, _, anchor = urljoin(f"/{url}", link).partition("#")
    target = unquote(path.removeprefix("/").partition("?")[0])
    if target in pages:
        return not anchor or unquote(anchor) in pages[target].anchors
    return (built / target).is_file()


def _scheme(link: str) -> str | None:
    """The scheme of a link, empty for one within the site, None where it is no address."""
    try:
        return urlsplit(link).scheme
    except ValueError:
        return None


def _changed_words(pages: dict[str, _Page], records: Iterable[Record]) -> Iterator[str]:
    for record in records:
        page = pages.get(record.id.url)
        if page is None or page.text != " ".join(record.text.printed.split()):
            yield f"{record.id.url}: the page does not show the words of the approved text"
