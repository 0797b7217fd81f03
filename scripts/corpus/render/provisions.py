"""The pages of what opinions cite: Standards, statutes, rules, and the table of them all."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.authorities import Authority, Citation, Kind
from corpus.history import editions_of
from corpus.page import Page
from corpus.render.press import Press


def authorities(kind: Kind, press: Press) -> Iterator[Page]:
    """The list of the authorities of one kind, and the page of each."""
    held = _held(kind, press)
    title = press.references.commission.authorities[kind].title
    folder = f"{kind.plural}/"
    yield press.page(folder, title, "authorities.html", kind=kind, authorities=held)
    yield from (_authority(citation, one, press) for citation, one in held.items())


def table(press: Press) -> Iterator[Page]:
    """Every provision that is cited, with the opinions that cite it."""
    held = {citation: one for kind in Kind for citation, one in _held(kind, press).items()}
    page = press.page("authorities/", "Table of authorities", "table.html", authorities=held)
    yield replace(page, script="sort.js")


def _held(kind: Kind, press: Press) -> dict[Citation, Authority]:
    """The authorities of one kind, in their order."""
    every = press.references.authorities.items()
    held = sorted((one for (of, _), one in every if of is kind), key=lambda one: one.order)
    return {Citation(kind, one.id): one for one in held}


def _authority(citation: Citation, authority: Authority, press: Press) -> Page:
    title = f"{press.citing.names.cited(citation)}: {authority.title or authority.about}"
    page = press.page(
        citation.page,
        title,
        "authority.html",
        citation=citation,
        authority=authority,
        uses=press.citing.relations.uses.get(citation, ()),
        editions=editions_of(citation, press.references),
    )
    return replace(page, feed="feed.xml")
