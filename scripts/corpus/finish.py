"""The last step: verify the built site, then put it in the place of the old one."""

import ctypes
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

_EXCHANGE = 2
"""RENAME_EXCHANGE of renameat2(2)."""
_HERE = -100
"""AT_FDCWD: paths are relative to the working folder."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page offers and asks for: its anchors, and the addresses that it links to."""

    anchors: frozenset[str]
    links: tuple[str, ...]


def dead_links(built: Path) -> tuple[str, ...]:
    """Every internal link of the built site that leads nowhere, as `page: link`, sorted."""
    pages = {_url(path, built): _read(path) for path in sorted(built.rglob("*.html"))}
    return tuple(
        f"{page or 'home'}: {link}"
        for page, target in pages.items()
        if not page.endswith(".html")
        for link in target.links
        if not _leads_somewhere(link, page, pages, built)
    )


def swap(built: Path, site: Path) -> None:
    """Put the built site in the place of the old one, in one step where the system can."""
    if not site.exists():
        built.rename(site)
        return
    if not _exchanged(built, site):
        aside = built.with_name(built.name + ".old")
        site.rename(aside)
        built.rename(site)
        built = aside
    shutil.rmtree(built)


def _url(path: Path, built: Path) -> str:
    return path.relative_to(built).as_posix().removesuffix("index.html")


def _read(path: Path) -> _Page:
    tree = html.document_fromstring(path.read_bytes())
    anchors = cast("list[str]", tree.xpath("//@id"))
    links = cast("list[str]", tree.xpath("//@href | //@src"))
    return _Page(frozenset(anchors), tuple(dict.fromkeys(links)))


def _leads_somewhere(link: str, page: str, pages: dict[str, _Page], built: Path) -> bool:
    if urlsplit(link).scheme:
        return True
    path, _, anchor = urljoin(f"/{page}", link).partition("#")
    target = unquote(path.removeprefix("/"))
    if target in pages:
        return not anchor or unquote(anchor) in pages[target].anchors
    return (built / target).is_file()


def _exchanged(one: Path, other: Path) -> bool:
    """Whether the two folders changed places in one step; only Linux is asked to."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    code: int = rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return code == 0
