"""How many right answers the search finds, held as lower bounds, and which phrases it denies."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from corpus.library.loader import load
from corpus.library.record import Record
from corpus.output.exports.search_words import words
from corpus.paths import CorpusPaths
from devtools.bench.browser import serve_folder
from devtools.search_quality import Outcome, built_site, measure, share

MEANINGLESS = {"nonsense", "other-trade"}


@pytest.fixture(scope="module")
def built() -> Iterator[CorpusPaths]:
    with built_site() as paths:
        yield paths


@pytest.fixture(scope="module")
def measured(browser: Browser, built: CorpusPaths) -> dict[str, tuple[Outcome, ...]]:
    return measure(browser, built)


@pytest.fixture(params=["tune", "held_out"])
def half(
    request: pytest.FixtureRequest, measured: dict[str, tuple[Outcome, ...]]
) -> tuple[str, tuple[Outcome, ...]]:
    return request.param, measured[request.param]


def test_the_right_answer_is_found_as_often_as_before(
    half: tuple[str, tuple[Outcome, ...]],
) -> None:
    name, outcomes = half
    first, three = {"tune": (95, 99), "held_out": (90, 98)}[name]
    assert share(outcomes, "is_first") >= first
    assert share(outcomes, "is_among_first") >= three


def test_words_without_a_meaning_find_nothing(half: tuple[str, tuple[Outcome, ...]]) -> None:
    _, outcomes = half
    meaningless = [outcome for outcome in outcomes if outcome.query.kind in MEANINGLESS]
    assert len(meaningless) >= len(MEANINGLESS)
    assert share(meaningless, "is_first") == 100


def test_a_replaced_answer_never_stands_above_its_successor(
    half: tuple[str, tuple[Outcome, ...]],
) -> None:
    _, outcomes = half
    assert not any(outcome.is_misleading for outcome in outcomes)


SEARCH = """async (texts) => {
  const [{ Collection }, { find }, { showNotes }] = await Promise.all(
    ["collection", "find", "messages"].map((name) =>
      import(new URL(`../assets/js/search/${name}.js`, location.href).href)));
  const collection = await Collection.load();
  const answers = [];
  for (const text of texts) {
    const found = await find(collection, text);
    showNotes(found, found.matches);
    const note = document.getElementById("search-notes").textContent;
    answers.push([note, found.matches.map(({ opinion }) => collection.ids[opinion])]);
  }
  return answers;
}"""


def spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def texts_of(record: Record) -> list[str]:
    opinion = record.opinion
    questions = (issue.question for issue in opinion.issues)
    answers = (holding.text for holding in opinion.holdings)
    paragraphs = (block.words for block in record.text.paragraphs.values())
    return [opinion.title, record.readable("summary", ""), *questions, *answers, *paragraphs]


def phrases_in_records(paths: CorpusPaths) -> dict[str, set[str]]:
    """The terms of several words, each with the opinions that have it word for word."""
    corpus = load(paths)
    texts = {str(record.id): list(map(spaced, texts_of(record))) for record in corpus.records}
    assert corpus.references
    entries = corpus.references.thesaurus.items()
    terms = {term for first, others in entries for term in (first, *others)}
    having = {
        term: {opinion for opinion, parts in texts.items() if spaced(term) in "|".join(parts)}
        for term in sorted(terms)
        if len(words(term)) > 1
    }
    return {term: found for term, found in having.items() if found}


def test_a_phrase_of_the_thesaurus_that_stands_in_a_record_finds_it(
    browser: Browser, built: CorpusPaths
) -> None:
    standing = phrases_in_records(built)
    assert len(standing) > 100
    with serve_folder(built.site) as address, browser.new_page() as page:
        page.goto(f"{address}search/")
        answers = dict(zip(standing, page.evaluate(SEARCH, list(standing)), strict=True))
    assert {term: note for term, (note, _) in answers.items() if note} == {}
    lost = {term: standing[term] - set(found) for term, (_, found) in answers.items()}
    assert {term: opinions for term, opinions in lost.items() if opinions} == {}
