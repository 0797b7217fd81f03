"""Writers for programs and spreadsheets: JSON, CSV and plain text."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from pydantic_core import to_json

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.exports.data_models import ExportModel
from corpus.output.exports.opinion_data import opinion_data

TableRows = Callable[[Sequence[Record], CorpusIndex], Iterable[ExportModel]]
"""Returns the rows of a table about some opinions."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run as a formula."""

_LIKE_A_DATE_OR_NUMBER = re.compile(
    r"\d{1,4}[-/.]\d{1,4}(?:[-/.]\d{1,4})?|\(\d+\)|\d+[Ee]\d+|\.\d+|0\d+"
)
"""Words that a spreadsheet would turn into a date or another number."""

_NEEDS_QUOTATION_MARKS = re.compile(r'[",\r\n]')
"""What a cell has only between quotation marks."""

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


def write_opinions_json(records: Sequence[Record], index: CorpusIndex) -> Iterator[str]:
    """The data of all opinions, an opinion at a time."""
    before = "["
    for record in records:
        opinion = _json(opinion_data(record, index)).rstrip("\n").replace("\n", "\n ")
        yield f"{before}\n {opinion}"
        before = ","
    yield "\n]\n" if records else "[]\n"


def write_table(
    columns: type[ExportModel], rows: TableRows, records: Sequence[Record], index: CorpusIndex
) -> Iterator[str]:
    """CSV with a column for each field of a model, a line at a time."""
    names = tuple(columns.model_fields)
    values = ([getattr(row, name) for name in names] for row in rows(records, index))
    return csv_table(names, values)


def csv_table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """CSV with a byte order mark and a header row, a line at a time.

    A spreadsheet takes no cell for a formula, and no words for a date or a number.
    """
    yield _BYTE_ORDER_MARK
    for row in chain([columns], rows):
        yield ",".join(map(_cell, row)) + "\r\n"


def _cell(value: object) -> str:
    if value is None:
        return ""
    words = " ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    is_misread = isinstance(value, str) and _LIKE_A_DATE_OR_NUMBER.fullmatch(words)
    if is_misread or words.startswith(_FORMULA_STARTS):
        words = f"'{words}"
    if _NEEDS_QUOTATION_MARKS.search(words):
        words = '"' + words.replace('"', '""') + '"'
    return words


def compact_json(value: object) -> str:
    """JSON without a space, for a script in the browser."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"


def _json(value: object) -> str:
    return to_json(value, indent=1, exclude_none=True).decode() + "\n"
