"""The files that stand beside the pages: data, citations and what a machine reads first."""

import csv
from collections.abc import Iterable, Iterator
from functools import partial
from io import StringIO
from typing import Any

from pydantic_core import to_json

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.json_schema import opinion_schema
from corpus.output.exports.bibliography import Bibliography
from corpus.output.exports.data import EdgeData, OpinionData, edges, opinion_data
from corpus.output.task import OutputFiles, OutputTask

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""

_AUTHORITY = """\
> Only the approved text of an opinion has authority. Titles, summaries, questions, answers,
> topics and paragraph numbers are by the editors.

Cite an opinion by its address and paragraph: `opinions/2003/05/#p4`.
Tell its status with it: a later opinion may have changed it.
"""

_DATA = """\
## Data

- [All opinions](data/opinions.json): JSON, documented at data/
- [All citations](data/citations.csv): CSV, one row a citation
"""

TABLE = ("id", "label", "title", "approved", "text", "status", "topics", "programs", "url")
"""The columns of `opinions.csv`, each as in the data of an opinion."""


def exports(records: tuple[Record, ...], index: CorpusIndex) -> Iterator[OutputTask]:
    """Every file that the records give beside the pages; those of the collection come first."""
    bibliography = Bibliography(index)
    yield OutputTask("data/citations", records, partial(_edges, records, index))
    yield OutputTask("data", records, partial(_together, records, index))
    yield _cited("data/opinions", records, bibliography)
    for topic, group in index.by_topic.items():
        yield _cited(f"topics/{topic}/cite", group, bibliography)
    for record in records:
        name, about = f"{record.id.url}opinion", (record,)
        yield OutputTask(name, about, partial(_beside, record, index))
        yield _cited(f"{record.id.url}cite", about, bibliography)


def table(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    """CSV with a head; no cell is a formula to a spreadsheet."""
    out = StringIO()
    writer = csv.DictWriter(out, list(columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _together(records: tuple[Record, ...], index: CorpusIndex) -> OutputFiles:
    """The whole collection as data."""
    opinions = [opinion_data(record, index) for record in records]
    yield "data/opinions.json", _json(opinions)
    yield "data/opinions.csv", table(TABLE, map(_row, opinions))
    yield "data/opinion.schema.json", opinion_schema()
    yield "llms.txt", _guide(index, opinions)


def _beside(record: Record, index: CorpusIndex) -> OutputFiles:
    yield f"{record.id.url}opinion.json", _json(opinion_data(record, index))
    if record.opinion.is_held:
        yield f"{record.id.url}opinion.txt", f"{record.text.plain_text}\n"


def _cited(name: str, records: tuple[Record, ...], bibliography: Bibliography) -> OutputTask:
    """These opinions for reference managers."""

    def make() -> OutputFiles:
        yield f"{name}.bib", bibliography.bib(records)
        yield f"{name}.ris", bibliography.ris(records)
        yield f"{name}.csl.json", bibliography.csl(records)

    return OutputTask(name, records, make)


def _json(value: object) -> str:
    return to_json(value, indent=1, exclude_none=True).decode() + "\n"


def _row(opinion: OpinionData) -> dict[str, Any]:
    return {name: getattr(opinion, name) for name in TABLE}


def _edges(records: Iterable[Record], index: CorpusIndex) -> OutputFiles:
    """Who cites what, one row a citation."""
    rows = (edge.model_dump() for record in records for edge in edges(record, index))
    yield "data/citations.csv", table(EdgeData.model_fields, rows)


def _cell(value: Any) -> str:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    return f"'{words}" if words.startswith(_FORMULA) else words


def _guide(index: CorpusIndex, opinions: Iterable[OpinionData]) -> str:
    """What a program that reads the site should know, as llmstxt.org proposes it."""
    commission = index.commission
    held = (one for one in opinions if one.text == "full")
    links = "".join(
        f"- [{one.label}: {_unlinked(one.title)}]({one.url}opinion.md): {one.status_label}\n"
        for one in held
    )
    title = f"# {commission.opinion}s of the {commission.name}\n"
    return f"{title}\n{_AUTHORITY}\n## Opinions\n\n{links}\n{_DATA}"


def _unlinked(words: str) -> str:
    """Words that cannot end a link of Markdown."""
    return words.replace("[", "(").replace("]", ")")
