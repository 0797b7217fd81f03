"""Short addresses of opinions, and what the search field needs to know of their spellings."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup, escape

from corpus.analysis.citing import status_note
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.task import OutputFiles

_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
    '<meta name="robots" content="noindex">\n'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n{head}'
    "<h1>{title}</h1>\n<ul>\n{links}</ul>\n</html>\n"
)
_LINK = Markup('<li><a href="{url}">{label}</a>: {title} ({status})</li>\n')
_REFRESH = Markup(
    '<link rel="canonical" href="{url}">\n<meta http-equiv="refresh" content="0; url={url}">\n'
)


def redirects(records: Iterable[Record], index: CorpusIndex) -> OutputFiles:
    """A page for every short address; one that two opinions share offers both."""
    by_number: defaultdict[int, list[Record]] = defaultdict(list)
    years = set()
    for record in records:
        by_number[record.id.number].append(record)
        years.add(record.id.year)
    for number, meant in by_number.items():
        for name in dict.fromkeys((str(number), f"{number:02}")):
            if number not in years:
                yield f"opinions/{name}/index.html", _page(meant, index)
            yield f"{index.names.key_prefix}/{name}/index.html", _page(meant, index)


def spellings(records: Iterable[Record], index: CorpusIndex) -> str:
    """What a script needs to land any printed spelling on its opinion, as JSON.

    `years` has the numbers of each year, from where to where they run; `forms` the order in which
    number and year are written; `names` the words that may stand before; `aliases` further
    spellings, each with its opinion; `changed` what became of those that changed; `provisions`
    the id and page of each that is cited.
    """
    commission = index.commission
    years: defaultdict[int, list[int]] = defaultdict(list)
    aliases: dict[str, str] = {}
    changed: dict[str, str] = {}
    for record in sorted(records, key=lambda one: one.id):
        years[record.id.year].append(record.id.number)
        if status := status_note(record, index):
            changed[str(record.id)] = status
        aliases |= {alias: str(record.id) for alias in record.opinion.aliases}
    names = {*commission.opinions.cited_as, commission.opinion, commission.opinion_short}
    told = {
        "label": index.commission.opinion_short,
        "names": sorted(names, key=len, reverse=True),
        "forms": [re.findall(r"{(\w+)}", form) for form in commission.opinions.numbered],
        "years": {year: list(_runs(numbers)) for year, numbers in years.items()},
        "aliases": aliases,
        "changed": changed,
        "provisions": {
            index.names.provision(one): [str(one), one.url] for one in sorted(index.by_citation)
        },
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n"


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of all numbers that follow on each other; they ascend."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]


def _page(meant: list[Record], index: CorpusIndex) -> str:
    links = Markup("").join(_link(record, index) for record in meant)
    head = _REFRESH.format(url=_up(meant[0])) if len(meant) == 1 else ""
    title = index.names.short(meant[0].id) if len(meant) == 1 else "Which opinion?"
    return str(_PAGE.format(title=title, head=head, links=links))


def _link(record: Record, index: CorpusIndex) -> Markup:
    status = status_note(record, index) or "no later change recorded"
    label = escape(index.names.short(record.id))
    return _LINK.format(url=_up(record), label=label, title=record.opinion.title, status=status)


def _up(record: Record) -> str:
    """The way to an opinion from a page two folders below the root."""
    return f"../../{record.id.url}"
