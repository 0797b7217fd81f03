"""The pages for searching, checking citations, verifying a text, the data and the rules."""

import json
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from pydantic import BaseModel

from corpus.analysis.index import CorpusIndex
from corpus.analysis.last_modified import state_of_collection
from corpus.analysis.later_opinions import caveat
from corpus.analysis.status_labels import in_force_label
from corpus.checks.own_examples import with_own_examples
from corpus.checks.registry import RULES, SUBJECTS, Rule
from corpus.model.opinion_parts import Correction, Vote
from corpus.output.exports.data_models import (
    ChangeData,
    CitationData,
    HoldingData,
    LaterOpinionData,
    OpinionData,
    ParagraphData,
    SeparateOpinionData,
)
from corpus.output.exports.datapackage import rights_statement
from corpus.output.exports.formats import (
    CITATION_FORMATS,
    DATASET_FORMATS,
    OPINION_FORMATS,
)
from corpus.output.exports.linked_data import dataset
from corpus.output.exports.own_descriptions import own_description
from corpus.output.exports.row_models import EdgeData, HoldingRow, OpinionRow, ParagraphRow
from corpus.output.exports.search_filters import filter_titles
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link
from corpus.pages.environment import render
from corpus.pages.page_tasks import PageLimits, new_page, page_task

_MODELS = (
    OpinionData,
    HoldingData,
    CitationData,
    ChangeData,
    LaterOpinionData,
    ParagraphData,
    SeparateOpinionData,
    Vote,
    Correction,
    OpinionRow,
    ParagraphRow,
    HoldingRow,
    EdgeData,
)
"""The types in the data files. Their docstrings are the published documentation."""

_ON_GITHUB = r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?"
"""The address of a repository, whose owner and name the command for a release needs."""


class SearchView(NamedTuple):
    """The search page."""

    has_open_filters: bool
    first_year: int | None
    """The year of the first opinion; None if there is none, as in `last_year`."""
    last_year: int | None
    topics: tuple[Link, ...]
    """The topics that have opinions, by title."""
    is_complete: bool
    """Whether the collection is declared to have every opinion up to some day."""
    only_listed: int
    """How many opinions are here without their text."""
    has_drafts: bool
    """Whether there are drafts for comment, which the search leaves out."""
    commission: str
    contact: str
    """The address at which the commission can be found; empty if it is not known."""
    filters: str
    """As JSON, the heading of each filter by its name, in the order of the page."""
    in_force: str
    """The label of an opinion that is in force; empty if the collection is not complete."""


class CiteCheckView(NamedTuple):
    """The check of the citations in a text."""

    lists: tuple[Link, ...]
    """The lists of the authorities of each kind."""
    caveat: str
    """What the check cannot tell because of what is not here; empty if every text is here."""
    collection: str
    """`from a collection declared complete through May 1, 2020`."""


class DataType(NamedTuple):
    """A type in the data files."""

    name: str
    about: str
    fields: tuple[tuple[str, str], ...]
    """Each field with what it holds."""


class DataView(NamedTuple):
    """The page about the data files."""

    data_files: tuple[tuple[str, str], ...]
    """Each file with what it holds."""
    opinion_files: tuple[str, ...]
    """The names of the files in the folder of each opinion."""
    types: tuple[DataType, ...]
    address: str
    """The address of the page; empty if the site has no address yet."""
    rights: str
    """What is licensed, in a sentence; empty if no license is known."""


def search(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The search, which needs a script."""
    page = new_page("search/", "Search", index, script="search.js")
    yield page_task(page, "search.html", partial(_search_view, index, limits), index)


def _search_view(index: CorpusIndex, limits: PageLimits) -> SearchView:
    """What the search page shows besides the results."""
    commission = index.commission
    topics = index.references.topics
    until = commission.complete_until
    years = [record.year for record in index.records]
    return SearchView(
        has_open_filters=len(index.records) <= limits.opinions_with_open_filters,
        first_year=min(years, default=None),
        last_year=max(years, default=None),
        topics=tuple(
            Link(topic.title, f"topics/{key}/")
            for key, topic in sorted(topics.items(), key=lambda item: item[1].title.casefold())
            if key in index.by_topic
        ),
        is_complete=commission.is_complete,
        only_listed=sum(not record.opinion.has_text for record in index.records),
        has_drafts=bool(index.drafts),
        commission=commission.name,
        contact=commission.source.url or "",
        filters=json.dumps(filter_titles(index), ensure_ascii=False),
        in_force=in_force_label(until, index.names) if until else "",
    )


def cite_check(index: CorpusIndex) -> Iterator[OutputTask]:
    """The check of the citations in a text, in the reader's browser."""
    page = new_page("cite-check/", "Check citations", index, script="cite-check.js")
    commission = index.commission
    lists = tuple(
        Link(commission.menu_title(kind), f"{kind.plural}/")
        for kind in index.references.kinds_with_files
    )
    view = CiteCheckView(lists, caveat(index), state_of_collection(index))
    yield page_task(page, "cite_check.html", lambda: view, index)


class VerifyView(NamedTuple):
    """The page that compares a text with the ledger."""

    repository: str
    """The owner and the name of the repository whose releases are signed; empty if unknown."""


def verify(index: CorpusIndex) -> Iterator[OutputTask]:
    """The comparison of a text with the ledger, in the reader's browser."""
    page = new_page("verify/", "Verify a text", index, script="verify.js")
    on_github = re.fullmatch(_ON_GITHUB, index.commission.repository or "")
    view = VerifyView(on_github[1] if on_github else "")
    yield page_task(page, "verify.html", lambda: view, index)


def data(index: CorpusIndex) -> Iterator[OutputTask]:
    """The collection as data, with every field explained."""
    page = new_page("data/", "Download the data", index, head=data_head(index))
    files = (file.opinion_file for file in (*OPINION_FORMATS, *CITATION_FORMATS))
    own = partial(own_description, index=index)
    described = ((file.data_file, own(file.description)) for file in DATASET_FORMATS)
    types = (_data_type(model, own) for model in _MODELS)
    address = index.commission.address("data/") or ""
    rights = rights_statement(index.commission)
    view = DataView(tuple(described), tuple(files), tuple(types), address, rights)
    yield page_task(page, "data.html", lambda: view, index)


def checks(index: CorpusIndex) -> Iterator[OutputTask]:
    """The list of the rules, and a page for each."""
    above = Link("What is checked", "checks/")
    yield page_task(new_page(above.url, above.text, index), "checks.html", _rules_by_subject, index)
    for code, rule in sorted(RULES.items()):
        title = f"{code}: {index.commission.words.said(rule.requirement)}".replace("`", "")
        page = Page(f"{above.url}{code.lower()}/index.md", title, rule.why)
        own_rule = partial(with_own_examples, rule, index.commission)
        yield page_task(page, "check.html", own_rule, index, breadcrumb=(above,))


def _data_type(model: type[BaseModel], own: Callable[[str], str]) -> DataType:
    fields = model.model_fields.items()
    described = ((name, own(field.description or "")) for name, field in fields)
    return DataType(model.__name__, own(model.__doc__ or ""), tuple(described))


def data_head(index: CorpusIndex) -> str:
    """The description of the data files for search engines."""
    return render(
        "head.html", index.commission.words, tags=(), linked_data=[dataset(index)]
    ).rstrip("\n")


def _rules_by_subject() -> tuple[tuple[str, tuple[Rule, ...]], ...]:
    """The rules about each subject, in the order of their codes."""
    rules = [rule for _, rule in sorted(RULES.items())]
    return tuple(
        (subject, tuple(rule for rule in rules if rule.subject == subject)) for subject in SUBJECTS
    )
