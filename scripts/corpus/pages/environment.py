"""Templates and what they may ask for: the one way from values to a page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from types import CodeType
from typing import Any
from urllib.parse import urlencode

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from corpus.analysis.citing import (
    citation_header,
    citation_template,
    full_citation,
    plain_citation,
    short_citation,
)
from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, citation_uses, cited_provisions, group_by_year
from corpus.analysis.related import related_opinions
from corpus.analysis.status import holding_status, opinion_status, status_label, successors
from corpus.analysis.timeline import timeline
from corpus.library.numbering import missing_numbers, ranges_in_words
from corpus.library.record import Record
from corpus.library.record_template import NewRecord, blank_record, next_number
from corpus.model.authority import AuthorityKind
from corpus.model.opinion import OpinionId
from corpus.output.exports.feeds import latest
from corpus.output.page import OutputFiles, OutputTask, Page
from corpus.paths import TEMPLATES

_FIRST_YEAR = 2000
"""The year that the template of a first record proposes."""

MOST_ROWS = 300
"""A list of opinions with more rows is split into years."""

_MOST_NUMBERS = 400
"""More numbers than this are no picture any more."""


@dataclass(frozen=True, slots=True)
class Form:
    """A page without its content; the last four are as in a `Page`."""

    url: str
    """Its address, which ends with a slash."""
    title: str
    template: str
    description: str = ""
    """What it has; told from the title where it is empty."""
    head: str = ""
    script: str = ""
    feed: str = ""


class _Compiled(BytecodeCache):
    """Each template is compiled once in a process and in all that are forked from it."""

    def __init__(self) -> None:
        """Nothing is compiled yet."""
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what is compiled."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        if bucket.code:
            self._code[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()

_CITATIONS = {
    function.__name__: function
    for function in (
        citation_template,
        full_citation,
        plain_citation,
        citation_header,
        short_citation,
    )
}
"""How an opinion is cited, as templates ask for it."""


class PageEnvironment:
    """The templates with a corpus laid in; what a record says reaches a page only through them."""

    def __init__(self, index: CorpusIndex) -> None:
        """The templates know this corpus from now on."""
        self.references = index.references
        self.index = index
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            auto_reload=False,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._templates.filters["ticked"] = _ticked
        self._templates.filters["history"] = partial(provision_history, references=index.references)
        self._templates.globals |= self._known()
        for name in self._templates.list_templates():
            self._templates.get_template(name)

    def html(self, template: str, **context: object) -> str:
        """A template, filled."""
        return self._templates.get_template(template).render(context)

    def part(self, form: Form, about: Iterable[Record] = (), **context: object) -> OutputTask:
        """A page that shows the words of the opinions `about` which it is, and faces of others."""

        def make() -> OutputFiles:
            yield Page(
                f"{form.url}index.md",
                form.title,
                form.description or self.description(form.title),
                self.html(form.template, up=up(form.url), title=form.title, **context),
                head=form.head,
                script=form.script,
                feed=form.feed,
            ).file

        return OutputTask(form.url, tuple(about), make)

    def description(self, title: str) -> str:
        """What a page of this title has, for search engines."""
        return f"{title}: advisory opinions of the {self.references.commission.name}"

    def _known(self) -> dict[str, Any]:
        index = self.index
        return {
            "names": self.index.names,
            "commission": self.references.commission,
            "references": self.references,
            "index": index,
            **{name: partial(function, index=index) for name, function in _CITATIONS.items()},
            "kinds": AuthorityKind,
            "citation_uses": citation_uses,
            "cited_provisions": cited_provisions,
            "group_by_year": group_by_year,
            "status_label": partial(status_label, names=index.names),
            "opinion_status": partial(opinion_status, index=index),
            "holding_status_of": partial(holding_status, index=index),
            "successors": partial(successors, index=index),
            "related_opinions": partial(related_opinions, index=index),
            "neighbors": index.neighbors,
            "timeline": partial(timeline, references=self.references),
            "latest": partial(latest, self.index, most=5),
            "gaps": self._gaps,
            "numbered": ranges_in_words,
            "template": self._template,
            "numbers": self._numbers,
        }

    def _gaps(self) -> tuple[range, ...]:
        """The numbers without a record, where numbers run on across the years."""
        first = self.references.commission.first_number
        known = (one.id.number for one in self.index.records)
        return missing_numbers(first, known) if first else ()

    def _template(self) -> str | None:
        """The address at which GitHub offers a new record to be filled in, where that is known."""
        commission, index = self.references.commission, self.index
        if not commission.repository:
            return None
        known = [one.id for one in index.records]
        year = max(known).year if known else _FIRST_YEAR
        opinion = OpinionId(year, next_number(known, year, commission))
        asked = {"filename": f"{opinion}.md", "value": blank_record(NewRecord(opinion), commission)}
        return f"{commission.repository.rstrip('/')}/new/main/opinions?{urlencode(asked)}"

    def _numbers(self) -> tuple[tuple[int, Record | None], ...]:
        """Every number up to the last, with its opinion, where they run on and are not too many."""
        first = self.references.commission.first_number
        by_number = {record.id.number: record for record in self.index.records}
        last = max(by_number, default=0)
        if first is None or last - first >= _MOST_NUMBERS:
            return ()
        return tuple((number, by_number.get(number)) for number in range(first, last + 1))


def up(url: str) -> str:
    """The way from a page to the site's root: `../../../`."""
    return "../" * url.count("/")


def _ticked(words: str) -> Markup:
    """Words with what stands between backticks as code."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(words))))  # noqa: S704 - escaped
