"""A fictional collection to measure the search with, and the queries with their right answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import yaml

from corpus.paths import REPOSITORY, CorpusPaths

COLLECTION = CorpusPaths(REPOSITORY / "tests/collections/questions")
"""The opinions and authorities; `README.md` there says how the queries are used."""

KINDS = (
    "sentence",
    "word",
    "synonym",
    "misspelling",
    "citation",
    "number",
    "operator",
    "nonsense",
    "other-trade",
)
"""The kinds of queries, in the order of reports."""

QUERY_FILES: Mapping[str, str] = MappingProxyType(
    {"tune": "queries_tune.yml", "held_out": "queries_held_out.yml"}
)
"""The file of the queries to tune with, and of those to measure with."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, and what the search should find."""

    text: str
    kind: str
    """One of `KINDS`."""
    subject: str
    """What the query is about, in a word or two, to balance the files; not a topic."""
    answers: tuple[str, ...] = ()
    """Opinions, `2016/25`, or holdings, `2016/25#holding-1`. Each is equally right.

    If there are neither answers nor an offer, the search should find nothing."""
    offers: str | None = None
    """The authority whose citing opinions should be offered first: `rule 3(c)`."""

    @property
    def finds_nothing(self) -> bool:
        """Whether “nothing found” is the right answer."""
        return not self.answers and self.offers is None


def read_queries(name: str) -> tuple[Query, ...]:
    """The queries of one file, `tune` or `held_out`."""
    text = (COLLECTION.root / QUERY_FILES[name]).read_text(encoding="utf-8")
    return tuple(_query(fields) for fields in yaml.safe_load(text))


def _query(fields: dict[str, Any]) -> Query:
    return Query(
        fields["query"],
        fields["kind"],
        fields["subject"],
        tuple(fields.get("answers", ())),
        fields.get("offers"),
    )
