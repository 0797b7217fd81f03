"""Writers for programs and spreadsheets: JSON, CSV and plain text."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import SEEK_END, StringIO
from typing import Any

from pydantic_core import to_json

from corpus.analysis.index import CorpusIndex
from corpus.analysis.status import opinion_status, status_label
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
    "status_label",
)

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""

_LIKE_A_DATE_OR_NUMBER = re.compile(r"\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?|\(\d+\)|\d+[Ee]\d+")
"""Words that a spreadsheet would turn into a date or another number."""

_BYTE_ORDER_MARK = "\ufeff"
"""Excel reads a table without it in the encoding of Windows."""


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
    """One row per opinion; each column is a field of its data, but `id` is the key."""
    return csv_table(_OPINION_COLUMNS, (_opinion_row(record, index) for record in records))


def write_citations_csv(records: Sequence[Record], index: CorpusIndex) -> str:
    """One row per citation."""
    rows = (row.model_dump() for record in records for row in citation_rows(record, index))
    return csv_table(EdgeData.model_fields, rows)


def csv_table(columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> str:
    """CSV with a byte order mark and a header row.

    A spreadsheet takes no cell for a formula, and no words for a date or a number.
    """
    out = StringIO(_BYTE_ORDER_MARK)
    out.seek(0, SEEK_END)
    writer = csv.DictWriter(out, list(columns))
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _opinion_row(record: Record, index: CorpusIndex) -> dict[str, Any]:
    opinion, status = record.opinion, opinion_status(record, index)
    return {
        "id": index.names.key(record.id),
        "label": index.names.long(record.id),
        "title": opinion.title,
        "approved": opinion.approved,
        "text": opinion.text,
        "status": str(status.status),
        "topics": opinion.topics,
        "programs": opinion.programs,
        "url": record.id.url,
        "status_label": status_label(status, index.names),
    }


def _cell(value: Any) -> str:
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value or "")
    is_misread = isinstance(value, str) and _LIKE_A_DATE_OR_NUMBER.fullmatch(words)
    return f"'{words}" if is_misread or words.startswith(_FORMULA_STARTS) else words


def _json(value: object) -> str:
    return to_json(value, indent=1, exclude_none=True).decode() + "\n"
