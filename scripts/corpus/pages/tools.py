"""Pages that do something: find an opinion, verify its text, give the data, explain the rules."""

from collections.abc import Iterator

from corpus.checks.registry import RULES, SUBJECTS
from corpus.output.exports.data import (
    ChangeData,
    CitationData,
    EdgeData,
    HoldingData,
    OpinionData,
    ParagraphData,
)
from corpus.output.exports.metadata import dataset
from corpus.output.page import OutputTask
from corpus.pages.environment import Form, PageEnvironment

_MODELS = (OpinionData, HoldingData, CitationData, ChangeData, ParagraphData, EdgeData)
"""What the data files have in them, with its documentation."""

_MOST_OPEN = 1000
"""With more opinions than this, what narrows a search is loaded only when it is asked for."""


def search(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The search, which needs its script."""
    form = Form("search/", "Search", "search.html", script="search.js")
    yield environment.part(form, most_open=_MOST_OPEN)


def verify(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The comparison of a text with the ledger, in the reader's browser."""
    yield environment.part(Form("verify/", "Verify a text", "verify.html", script="verify.js"))


def data(environment: PageEnvironment) -> Iterator[OutputTask]:
    """The collection as data, every field of it explained."""
    head = dataset(environment.index)
    yield environment.part(
        Form("data/", "The collection as data", "data.html", head=head), models=_MODELS
    )


def checks(environment: PageEnvironment) -> Iterator[OutputTask]:
    """A page for each rule, for those who add opinions."""
    folder, title = "checks/", "What is checked"
    rules = [RULES[code] for code in sorted(RULES)]
    subjects = {
        subject: [rule for rule in rules if rule.subject == subject] for subject in SUBJECTS
    }
    yield environment.part(Form(folder, title, "checks.html"), subjects=subjects)
    for rule in rules:
        url, law = f"{folder}{rule.code.lower()}/", f"{rule.code}: {rule.law}".replace("`", "")
        form = Form(url, law, "check.html", rule.why)
        yield environment.part(form, rule=rule, above=(title, folder))
