"""Measure in a browser whether the search finds the right answers: `make bench` writes the page."""

import argparse
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser

from corpus.build.site import build_site
from corpus.library.loader import load, load_without_records
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.paths import REPOSITORY, CorpusPaths
from devtools.bench.browser import chromium, serve_folder
from devtools.question_collection import COLLECTION, KINDS, QUERY_FILES, Query, read_queries

FIRST_THREE = 3

_SEARCH = """async (texts) => {
  const [{ Collection }, { find }, { withSuccessors }, { matchingOpinions }] = await Promise.all(
    ["collection", "find", "rank", "opinion_numbers"].map((name) =>
      import(new URL(`../assets/js/search/${name}.js`, location.href).href)));
  const collection = await Collection.load();
  const answers = [];
  for (const text of texts) {
    const { matches, provisions } = await find(collection, text);
    const rows = withSuccessors(matches, collection);
    const row = ({ opinion, questions }) => ({
      opinion: collection.ids[opinion],
      places: questions.map((at) => collection.questions[at].place),
      successors: questions.flatMap((at) => collection.successorsOf(at))
        .map((at) => collection.ids[at]),
    });
    answers.push({
      numbers: matchingOpinions(text, collection.numbers), rows: rows.map(row),
      urls: provisions.map(({ url }) => url),
    });
  }
  return answers;
}"""
"""Ask the modules of the search page, and return what each text finds."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one query found."""

    query: Query
    is_first: bool
    """Whether a right answer is first, or rightly nothing is found."""
    is_among_first: bool
    """Whether the first three results show a right answer."""
    is_misleading: bool
    """Whether a replaced answer stands above its successor."""


@contextmanager
def built_site() -> Iterator[CorpusPaths]:
    """The collection with the thesaurus of the editors, and its site."""
    with TemporaryDirectory() as folder:
        paths = CorpusPaths(Path(folder))
        for name in ("opinions", "standards"):
            shutil.copytree(COLLECTION.root / name, paths.root / name)
        shutil.copy(REPOSITORY / "opinions/thesaurus.yml", paths.opinions)
        build_site(paths, paths.site, lambda _: None)
        yield paths


def measure(browser: Browser, paths: CorpusPaths) -> dict[str, tuple[Outcome, ...]]:
    """Ask the search of the built site all queries in a browser, by file."""
    issues = _issue_places(paths)
    kinds = load_without_records(paths).kinds or ()
    with serve_folder(paths.site) as address, browser.new_page() as page:
        page.goto(f"{address}search/")
        asked = {half: read_queries(half) for half in QUERY_FILES}
        answers = {
            half: page.evaluate(_SEARCH, [query.text for query in queries])
            for half, queries in asked.items()
        }
    return {
        half: tuple(
            _outcome(query, answer, issues, kinds)
            for query, answer in zip(queries, answers[half], strict=True)
        )
        for half, queries in asked.items()
    }


def _issue_places(paths: CorpusPaths) -> dict[str, int]:
    """The place of the question that each holding answers: `2016/25#holding-1`."""
    places = {}
    for record in load(paths).records:
        ids = [issue.id for issue in record.opinion.issues]
        for holding in record.opinion.holdings:
            places[f"{record.id}#holding-{holding.id}"] = ids.index(holding.answers)
    return places


def _outcome(
    query: Query, answer: Any, issues: dict[str, int], kinds: Sequence[AuthorityKind]
) -> Outcome:
    rows = [{"opinion": number, "places": [], "successors": []} for number in answer["numbers"]]
    rows = rows[:1] if len(rows) == 1 else [*rows, *answer["rows"]]
    is_first = any(_shows(row, query, issues, most=1) for row in rows[:1])
    is_among_first = any(_shows(row, query, issues) for row in rows[:FIRST_THREE])
    if query.offers or query.finds_nothing:
        is_right = _page_of(query.offers, kinds) in answer["urls"] if query.offers else not rows
        is_first = is_among_first = is_right
    above: set[str] = set()
    is_misleading = False
    for row in rows:
        above.add(row["opinion"])
        is_misleading |= not above >= set(row["successors"])
    return Outcome(query, is_first, is_among_first, is_misleading)


def _shows(row: Any, query: Query, issues: dict[str, int], most: int | None = None) -> bool:
    """Whether a result shows a right answer, as one of the first `most` that it shows."""
    shown = row["places"][:most]
    return any(
        row["opinion"] == answer.partition("#")[0]
        and (not shown or issues.get(answer, shown[0]) in shown)
        for answer in query.answers
    )


def _page_of(offer: str, kinds: Sequence[AuthorityKind]) -> str:
    """The URL of `rule 3(c)`: `rules/3/#c`."""
    name, _, written = offer.partition(" ")
    citations = (Citation.parse(kind, written) for kind in kinds if kind.id == name)
    return next((citation.url for citation in citations if citation), "")


def share(outcomes: Sequence[Outcome], name: str) -> float:
    """For how many of the outcomes this holds, in percent."""
    count = sum(bool(getattr(outcome, name)) for outcome in outcomes)
    return 100 * count / max(len(outcomes), 1)


def tables(halves: dict[str, Sequence[Outcome]]) -> str:
    """The figures by kind, in percent, as a Markdown table for each half of the queries."""
    return "\n".join(_table(half, outcomes) for half, outcomes in halves.items())


def _table(half: str, outcomes: Sequence[Outcome]) -> str:
    lines = [f"| {half} | queries | first | in three |", "|---|---|---|---|"]
    for kind in (*KINDS, "all"):
        chosen = [outcome for outcome in outcomes if kind in {"all", outcome.query.kind}]
        first = share(chosen, "is_first")
        three = share(chosen, "is_among_first")
        lines.append(f"| {kind} | {len(chosen)} | {first:.0f}% | {three:.0f}% |")
    return "\n".join(lines) + "\n"


_PAGE = """\
---
title: How well the search answers
description: How often the search finds the right answer to what a reader types.
---

# How well the search answers

`make bench` types what readers might type into the search of a fictional collection. Some of the
queries were used to tune the search. The others were kept back until the end; they are called
“held out”. The right answer should be first for 85% of all queries, and among the first three
results for 97%. A result is one opinion. It shows the answer that matches best, and others that
match almost as well. The command writes this page; nothing in it is written by hand.

The kinds of queries:

- `sentence`: a question in words that the opinion also uses
- `word`: one word or term of the opinion
- `synonym`: a word in place of one that the opinion uses
- `misspelling`: a word with a typing mistake
- `citation`: a provision that opinions cite, in any spelling
- `number`: an opinion, in any spelling of its number
- `operator`: a quoted phrase, `-word` or `OR`
- `nonsense`: words without meaning; “first” means that the search finds nothing
- `other-trade`: words of another trade; “first” means the same

"""


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the figures, and write the page if asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, help="the page to write")
    options = parser.parse_args(None if arguments is None else list(arguments))
    with chromium() as browser, built_site() as paths:
        outcomes = measure(browser, paths)
    text = tables({"tuned": outcomes["tune"], "held out": outcomes["held_out"]})
    print(text)
    if options.page:
        options.page.write_text(_PAGE + text, encoding="utf-8")


if __name__ == "__main__":
    main()
