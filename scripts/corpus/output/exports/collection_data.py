"""Writers for programs and spreadsheets: JSON, CSV and plain text."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from pydantic_core import to_json

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status
from corpus.library.record import Record
from corpus.output.exports.data_models import EdgeData
from corpus.output.exports.opinion_data import citation_rows, opinion_data

_OPINION_COLUMNS = (
    "id",
    "label",
    "title",
    "approved",
    "text",
    "status",
    "topics",
    "programs",
    "url",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""


def write_opinion_json(records: Sequence[Record], index: CorpusIndex) -> str:
    """The data of one opinion."""
    (record,) = records
    return _json(opinion_data(record, index))


def write_opinion_text(records: Sequence[Record], _index: CorpusIndex) -> str:
    """The approved text of one opinion, without marks."""
    (record,) = records
    return f"{record.text.plain_text}\n"


def write_opinions_json(records: Sequence[Record], index: CorpusIndex) -> str:
    """The data of all opinions."""
    return _json([opinion_data(record, index) for record in records])


def write_opinions_csv(records: Sequence[Record], index: CorpusIndex) -> str:
    """One row per opinion; each column is a field of its data."""
    return csv_table(_OPINION_COLUMNS, (_opinion_row(record, index) for record in records))


def write_citations_csv(records: Sequence[Record], index: CorpusIndex) -> str:
    """One row per citation."""
    rows = (row.model_dump() for record in records for row in citation_rows(record, index))
    return csv_table(EdgeData.model_fields, rows)


def csv_table(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    """CSV with a header row. A spreadsheet takes no cell for a formula."""
    out = StringIO()
    writer = csv.DictWriter(out, list(columns))
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _opinion_row(record: Record, index: CorpusIndex) -> dict[str, Any]:
    opinion = record.opinion
    return {
        "id": str(record.id),
        "label": index.names.long(record.id),
        "title": opinion.title,
        "approved": opinion.approved,
        "text": opinion.text,
        "status": str(opinion_status(record, index).status),
        "topics": opinion.topics,
        "programs": opinion.programs,
        "url": record.id.url,
    }


def _cell(value: Any) -> str:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    return f"'{words}" if words.startswith(_FORMULA_STARTS) else words


def _json(value: object) -> str:
    return to_json(value, indent=1, exclude_none=True).decode() + "\n"
