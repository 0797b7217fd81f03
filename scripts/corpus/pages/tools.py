"""Pages with a task of their own: search, verify a text, download data, explain the rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from corpus.analysis.index import CorpusIndex
from corpus.checks.registry import RULES, SUBJECTS, Rule
from corpus.output.exports.data_models import (
    ChangeData,
    CitationData,
    EdgeData,
    HoldingData,
    OpinionData,
    ParagraphData,
)
from corpus.output.exports.formats import (
    CITATION_FORMATS,
    DATASET_FORMATS,
    OPINION_FORMATS,
    ExportFormat,
)
from corpus.output.page import Page
from corpus.output.task import OutputTask
from corpus.pages.common_views import Link
from corpus.pages.head import data_head
from corpus.pages.limits import PageLimits
from corpus.pages.page_tasks import describe, page_task

_MODELS = (OpinionData, HoldingData, CitationData, ChangeData, ParagraphData, EdgeData)
"""The types in the data files. Their docstrings are the published documentation."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page."""

    has_open_filters: bool
    """Whether the filters start open."""


@dataclass(frozen=True, slots=True)
class DataTypeView:
    """A type in the data files."""

    name: str
    about: str
    fields: tuple[tuple[str, str], ...]
    """The name and the description of each field."""


@dataclass(frozen=True, slots=True)
class DataView:
    """The page about the data files."""

    data_formats: tuple[ExportFormat, ...]
    opinion_files: tuple[str, ...]
    """The names of the files in the folder of each opinion."""
    types: tuple[DataTypeView, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """The rules about one subject: `the file`, `the text`."""

    subject: str
    rules: tuple[Rule, ...]


def search(index: CorpusIndex, limits: PageLimits) -> Iterator[OutputTask]:
    """The search, which needs a script."""
    page = Page("search/index.md", "Search", describe("Search", index), script="search.js")
    has_open_filters = len(index.records) <= limits.opinions_with_open_filters
    yield page_task(page, "search.html", lambda: SearchView(has_open_filters))


def verify(index: CorpusIndex) -> Iterator[OutputTask]:
    """The comparison of a text with the ledger, in the reader's browser."""
    title = "Verify a text"
    page = Page("verify/index.md", title, describe(title, index), script="verify.js")
    yield page_task(page, "verify.html", lambda: None)


def data(index: CorpusIndex) -> Iterator[OutputTask]:
    """The collection as data, with every field explained."""
    title = "The collection as data"
    page = Page("data/index.md", title, describe(title, index), head=data_head(index))
    yield page_task(page, "data.html", data_view)


def checks(index: CorpusIndex) -> Iterator[OutputTask]:
    """The list of the rules, and a page for each."""
    above = Link("What is checked", "checks/")
    page = Page(f"{above.url}index.md", above.text, describe(above.text, index))
    yield page_task(page, "checks.html", rules_by_subject)
    for code, rule in sorted(RULES.items()):
        title = f"{code}: {rule.law}".replace("`", "")
        page = Page(f"{above.url}{code.lower()}/index.md", title, rule.why)
        yield page_task(page, "check.html", partial(RULES.get, code), breadcrumb=(above,))


def data_view() -> DataView:
    """The files of the collection and of each opinion, and the types in them."""
    return DataView(
        DATASET_FORMATS,
        tuple(file.opinion_file for file in (*OPINION_FORMATS, *CITATION_FORMATS)),
        tuple(_data_type(model) for model in _MODELS),
    )


def rules_by_subject() -> tuple[RulesView, ...]:
    """Every rule, in the order of the codes."""
    rules = [rule for _, rule in sorted(RULES.items())]
    return tuple(
        RulesView(subject, tuple(rule for rule in rules if rule.subject == subject))
        for subject in SUBJECTS
    )


def _data_type(model: type[BaseModel]) -> DataTypeView:
    fields = ((name, field.description or "") for name, field in model.model_fields.items())
    return DataTypeView(model.__name__, model.__doc__ or "", tuple(fields))
