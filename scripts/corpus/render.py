"""The pages as Markdown files: each a front matter for the theme and HTML for the content.

What a record says reaches a page only through templates that escape it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import PurePosixPath

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from corpus.authorities import Authority, Citation, Kind
from corpus.citing import Citing
from corpus.datasets import (
    ChangeData,
    CitationData,
    EdgeData,
    HoldingData,
    OpinionData,
    ParagraphData,
)
from corpus.documents import Document
from corpus.feeds import latest
from corpus.head import dataset, head, modified
from corpus.history import editions_of, history
from corpus.model import Catalogued, Written
from corpus.page import Page
from corpus.places import TEMPLATES
from corpus.records import Record, References, Sound, gaps
from corpus.relate import provisions, uses_of
from corpus.related import related
from corpus.rules import PLACES, RULES
from corpus.search import facets
from corpus.standing import Standing, holding_standing, standing, successors
from corpus.timeline import timeline
from corpus.typeset import typeset
from corpus.vocabulary import Program, Topic

_PARTS = ("find", "questions", "latest", "collection", "browse")
"""What a hand-written page may ask for by a comment: `<!-- questions -->`."""

_WITH_FEED = re.compile("(?:topics|standards|statutes|rules)/.")
"""The pages that have a feed of their own."""

_MOST_NUMBERS = 400
"""More numbers than this are no picture any more."""

_TOOLS = (
    ("search", "Search", "search.js"),
    ("verify", "Verify a text", "verify.js"),
    ("data", "The collection as data", ""),
)
"""Pages that do something, each with its title and its script."""

_MODELS = (OpinionData, HoldingData, CitationData, ChangeData, ParagraphData, EdgeData)
"""What the data files have in them, with its documentation."""

_STAND_INS = {"index": "Advisory opinions", "about": "About this collection"}
"""The hand-written pages that every site has, with their titles where a corpus has none."""


def render(corpus: Sound, citing: Citing) -> dict[str, str]:
    """Every page as Markdown, by its path below the staged folder."""
    renderer = _Renderer(corpus.references, citing)
    pages = chain(renderer.generated(), renderer.stand_ins(), renderer.written(corpus.pages))
    return {page.path: page.markdown for page in pages}


class _Renderer:
    def __init__(self, references: References, citing: Citing) -> None:
        self._references = references
        self._citing = citing
        self._relations = relations = citing.relations
        self._names = citing.names
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["ticked"] = _ticked
        self._templates.filters["history"] = partial(history, references=references)
        self._templates.globals |= {
            "names": self._names,
            "commission": references.commission,
            "references": references,
            "relations": relations,
            "citing": citing,
            "kinds": Kind,
            "uses_of": uses_of,
            "provisions": provisions,
            "standing": self._standing,
            "holding_standing": partial(holding_standing, relations=relations),
            "successors": partial(successors, relations=relations),
            "related": partial(related, relations=relations),
            "beside": relations.beside,
            "timeline": partial(timeline, references=references),
            "latest": partial(latest, citing, most=5),
            "gaps": self._gaps,
            "numbers": self._numbers,
        }

    def generated(self) -> Iterator[Page]:
        """Every page that is made from the records."""
        yield from map(self._opinion, self._relations.records)
        yield from self._years()
        yield from self._subjects("Topics", self._references.topics, self._relations.by_topic)
        yield from self._subjects("Programs", self._references.programs, self._relations.by_program)
        for kind in Kind:
            yield from self._authorities(kind)
        yield self._table()
        yield self._questions()
        yield from self._tools()
        yield from self._checks()

    def stand_ins(self) -> Iterator[Page]:
        """Plain pages in the place of hand-written ones."""
        for name, title in _STAND_INS.items():
            text = self._html(f"pages/{name}.md")
            yield Page(f"{name}.md", title, self._description(title), self._filled(name, text))

    def written(self, pages: tuple[Document[Written], ...]) -> Iterator[Page]:
        """The hand-written pages, with the generated parts that they ask for."""
        for page in pages:
            if page.value:
                path = PurePosixPath(page.path)
                text = self._filled(path.stem, page.source.body)
                yield Page(path.name, page.value.title, page.value.description, text)

    def _filled(self, name: str, text: str) -> str:
        for part in _PARTS:
            mark = f"<!-- {part} -->"
            if mark in text:
                up = "" if name == "index" else "../"
                text = text.replace(mark, self._html(f"parts/{part}.html", up=up))
        return text

    def _opinion(self, record: Record) -> Page:
        up = _up(record.id.url)
        text = typeset(record, self._references, up)
        template = "opinion.html" if record.opinion.is_held else "catalogued.html"
        html = self._html(template, up=up, record=record, text=text)
        status = self._citing.status(record)
        title = f"{self._names.printed(record.id)}: {record.opinion.title}"
        title = f"{status[0].upper()}{status[1:]}: {title}" if status else title
        changed = modified(record, self._citing)
        return Page(
            f"{record.id.url}index.md",
            title,
            self._told(record),
            html,
            head="\n".join(tags(record, self._citing, self._references) for tags in (head, facets)),
            modified=changed.isoformat() if changed else "",
            script="cite.js",
        )

    def _told(self, record: Record) -> str:
        """An opinion in a few sentences, its status first."""
        status = self._names.status(self._standing(record))
        if isinstance(record.opinion, Catalogued):
            title = f"{self._names.short(record.id)}: {record.opinion.title}"
            return f"{status}. {title}; its text is not held here."
        return f"{status}. {record.opinion.summary}"

    def _standing(self, record: Record) -> Standing:
        return standing(record, self._relations)

    def _gaps(self) -> tuple[range, ...]:
        """The numbers without a record, where numbers run on across the years."""
        first = self._references.commission.first_number
        return gaps(first, (one.id.number for one in self._relations.records)) if first else ()

    def _numbers(self) -> tuple[tuple[int, Record | None], ...]:
        """Every number up to the last, with its opinion, where they run on and are not too many."""
        first = self._references.commission.first_number
        by_number = {record.id.number: record for record in self._relations.records}
        last = max(by_number, default=0)
        if first is None or last - first >= _MOST_NUMBERS:
            return ()
        return tuple((number, by_number.get(number)) for number in range(first, last + 1))

    def _questions(self) -> Page:
        title, groups = "Questions answered", self._relations.by_topic
        return self._page("questions/", title, "questions.html", groups=groups)

    def _years(self) -> Iterator[Page]:
        folder, title = "opinions/", "Opinions"
        by_year = self._relations.by_year
        yield self._page(folder, title, "opinions.html", by_year=by_year)
        for year, records in by_year.items():
            above = (title, folder)
            yield self._listing(f"{folder}{year}/", f"Opinions of {year}", records, above)

    def _subjects(
        self,
        title: str,
        entries: Mapping[str, Topic] | Mapping[str, Program],
        groups: Mapping[str, tuple[Record, ...]],
    ) -> Iterator[Page]:
        folder = f"{title.lower()}/"
        yield self._page(folder, title, "index.html", entries=entries, groups=groups)
        for key, entry in entries.items():
            url, records, above = f"{folder}{key}/", groups.get(key, ()), (title, folder)
            yield self._listing(url, entry.title, records, above, entry)

    def _authorities(self, kind: Kind) -> Iterator[Page]:
        held = self._held(kind)
        naming = self._references.commission.authorities[kind]
        folder = f"{kind.plural}/"
        template = "authorities.html"
        yield self._page(folder, naming.title, template, kind=kind, authorities=held)
        yield from (self._authority(citation, authority) for citation, authority in held.items())

    def _held(self, kind: Kind) -> dict[Citation, Authority]:
        """The authorities of one kind, in their order."""
        of_kind = (held for (of, _), held in self._references.authorities.items() if of is kind)
        return {Citation(kind, held.id): held for held in sorted(of_kind, key=_order)}

    def _table(self) -> Page:
        held = {citation: one for kind in Kind for citation, one in self._held(kind).items()}
        title = "Table of authorities"
        return self._page("authorities/", title, "table.html", authorities=held)

    def _authority(self, citation: Citation, authority: Authority) -> Page:
        title = f"{self._names.cited(citation)}: {authority.title or authority.about}"
        context = {
            "citation": citation,
            "authority": authority,
            "uses": self._relations.uses.get(citation, ()),
            "editions": editions_of(citation, self._references),
        }
        return self._page(citation.page, title, "authority.html", **context)

    def _tools(self) -> Iterator[Page]:
        """Pages that do something: find an opinion, verify its text, give the data."""
        for name, title, script in _TOOLS:
            page = self._page(f"{name}/", title, f"{name}.html", models=_MODELS)
            tags = dataset(self._citing) if name == "data" else ""
            yield replace(page, script=script, head=tags)

    def _checks(self) -> Iterator[Page]:
        """A page for each rule, for those who add opinions."""
        folder, title = "checks/", "What is checked"
        rules = [RULES[code] for code in sorted(RULES)]
        places = {place: [rule for rule in rules if rule.place == place] for place in PLACES}
        yield self._page(folder, title, "checks.html", places=places)
        for rule in rules:
            url = f"{folder}{rule.code.lower()}/"
            html = self._html("check.html", up=_up(url), rule=rule, above=(title, folder))
            yield Page(
                f"{url}index.md", f"{rule.code}: {rule.law}".replace("`", ""), rule.why, html
            )

    def _listing(
        self,
        url: str,
        title: str,
        records: tuple[Record, ...],
        above: tuple[str, str],
        subject: Topic | Program | None = None,
    ) -> Page:
        context = {"records": records, "above": above, "subject": subject}
        is_topic = isinstance(subject, Topic)
        given = {"feed": is_topic, "cited": is_topic and bool(records)}
        return self._page(url, title, "listing.html", **context, **given)

    def _page(self, url: str, title: str, template: str, **context: object) -> Page:
        html = self._html(template, up=_up(url), title=title, **context)
        feed = "feed.xml" if _WITH_FEED.match(url) else ""
        return Page(f"{url}index.md", title, self._description(title), html, feed=feed)

    def _description(self, title: str) -> str:
        return f"{title}: advisory opinions of the {self._references.commission.name}"

    def _html(self, template: str, **context: object) -> str:
        return self._templates.get_template(template).render(context)


def _order(authority: Authority) -> tuple[tuple[int, str], ...]:
    return authority.order


def _up(url: str) -> str:
    """The way from a page to the site's root: `../../../`."""
    return "../" * url.count("/")


def _ticked(words: str) -> Markup:
    """Words with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words))))  # noqa: S704 - escaped
