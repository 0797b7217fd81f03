"""The site map for search engines: every page and the day on which it last changed."""

from collections.abc import Iterable
from urllib.parse import quote

from markupsafe import escape

from corpus.analysis.index import CorpusIndex
from corpus.analysis.last_modified import last_modified
from corpus.output.task import OutputFiles


def sitemap(urls: Iterable[str], index: CorpusIndex) -> OutputFiles:
    """Yield `sitemap.xml`; it lists no page if the address of the site is not known."""
    days = {record.id.url: last_modified(record, index) for record in index.records}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">')
    for url in sorted(urls) if index.commission.site else ():
        day = days.get(url)
        changed = f"<lastmod>{day}</lastmod>" if day else ""
        location = escape(index.commission.address(quote(url)))
        lines.append(f"<url><loc>{location}</loc>{changed}</url>")
    yield "sitemap.xml", "\n".join([*lines, "</urlset>"])
