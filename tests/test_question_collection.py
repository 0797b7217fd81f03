"""The collection that measures the search: its queries name answers that exist."""

from collections import Counter

import pytest

from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from devtools.question_collection import COLLECTION, KINDS, QUERY_FILES, Query, read_queries

HALVES = tuple(QUERY_FILES)


@pytest.fixture(scope="module")
def collection() -> Corpus:
    return load(COLLECTION)


def all_queries() -> list[Query]:
    return [query for half in HALVES for query in read_queries(half)]


def test_the_collection_has_no_findings(collection: Corpus) -> None:
    findings = check(collection)
    assert not findings, as_text(findings)


def test_every_answer_is_an_opinion_or_holding_of_the_collection(collection: Corpus) -> None:
    opinions = [record.opinion for record in collection.records]
    known = {str(opinion.id) for opinion in opinions} | {
        f"{opinion.id}#holding-{holding.id}" for opinion in opinions for holding in opinion.holdings
    }
    missing = [(query.text, set(query.answers) - known) for query in all_queries()]
    assert [entry for entry in missing if entry[1]] == []


def test_every_offered_authority_is_cited_in_the_collection(collection: Corpus) -> None:
    cited = [
        f"{citation.kind} {citation}"
        for record in collection.records
        for citation in record.opinion.cited
    ]
    for offer in filter(None, (query.offers for query in all_queries())):
        assert any(name == offer or name.startswith(f"{offer}(") for name in cited), offer


def test_there_are_enough_queries_and_none_is_there_twice() -> None:
    texts = Counter(query.text.casefold() for query in all_queries())
    assert texts.total() >= 150
    assert texts.most_common(1)[0][1] == 1


def test_a_third_of_the_queries_have_other_words_than_the_texts() -> None:
    kinds = Counter(query.kind for query in all_queries())
    assert kinds["synonym"] * 3 >= kinds.total()


def test_both_files_have_each_kind() -> None:
    for half in HALVES:
        kinds = Counter(query.kind for query in read_queries(half))
        assert kinds.keys() == set(KINDS)
        assert min(kinds.values()) > len(KINDS) / 2


def test_only_nonsense_and_words_of_other_trades_find_nothing() -> None:
    for query in all_queries():
        assert query.finds_nothing == (query.kind in {"nonsense", "other-trade"}), query


def test_only_citations_offer_an_authority() -> None:
    for query in all_queries():
        assert (query.offers is not None) == (query.kind == "citation"), query


def test_no_query_has_the_words_of_a_question(collection: Corpus) -> None:
    questions = {
        issue.question.casefold()
        for record in collection.records
        for issue in record.opinion.issues
    }
    assert not [query for query in all_queries() if query.text.casefold() in questions]
