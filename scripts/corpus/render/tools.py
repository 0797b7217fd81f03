"""Pages that do something: find an opinion, verify its text, give the data, explain the rules."""

from collections.abc import Iterator
from dataclasses import replace

from corpus.datasets import (
    ChangeData,
    CitationData,
    EdgeData,
    HoldingData,
    OpinionData,
    ParagraphData,
)
from corpus.head import dataset
from corpus.page import Page
from corpus.render.press import Press, up
from corpus.rules import PLACES, RULES

_MODELS = (OpinionData, HoldingData, CitationData, ChangeData, ParagraphData, EdgeData)
"""What the data files have in them, with its documentation."""

_MOST_OPEN = 1000
"""With more opinions than this, what narrows a search is loaded only when it is asked for."""


def search(press: Press) -> Iterator[Page]:
    """The search, which needs its script."""
    page = press.page("search/", "Search", "search.html", most_open=_MOST_OPEN)
    yield replace(page, script="search.js")


def verify(press: Press) -> Iterator[Page]:
    """The comparison of a text with the ledger, in the reader's browser."""
    yield replace(press.page("verify/", "Verify a text", "verify.html"), script="verify.js")


def data(press: Press) -> Iterator[Page]:
    """The collection as data, every field of it explained."""
    page = press.page("data/", "The collection as data", "data.html", models=_MODELS)
    yield replace(page, head=dataset(press.citing))


def checks(press: Press) -> Iterator[Page]:
    """A page for each rule, for those who add opinions."""
    folder, title = "checks/", "What is checked"
    rules = [RULES[code] for code in sorted(RULES)]
    places = {place: [rule for rule in rules if rule.place == place] for place in PLACES}
    yield press.page(folder, title, "checks.html", places=places)
    for rule in rules:
        url = f"{folder}{rule.code.lower()}/"
        html = press.html("check.html", up=up(url), rule=rule, above=(title, folder))
        law = f"{rule.code}: {rule.law}".replace("`", "")
        yield Page(f"{url}index.md", law, rule.why, html)
