"""The table of export formats.

To add a format, write its writer and add one row here. The files, the links on pages, the tags
in the head of an opinion's page, the data page and `cite show --format` follow from the table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.exports.akoma_ntoso import AKOMA_NTOSO_FILE, write_akoma_ntoso
from corpus.output.exports.bibliography import write_bibtex, write_csl, write_ris
from corpus.output.exports.collection_data import (
    TableRows,
    write_opinion_json,
    write_opinion_text,
    write_opinions_json,
    write_table,
)
from corpus.output.exports.data_models import ExportModel
from corpus.output.exports.row_models import EdgeData, HoldingRow, OpinionRow, ParagraphRow
from corpus.output.exports.table_rows import (
    citation_rows,
    holding_rows,
    opinion_rows,
    paragraph_rows,
)

OPINION_PDF = "opinion.pdf"
"""The PDF file beside the page of an opinion."""

VOLUME_PDF = "volume.pdf"
"""The PDF file of the collection; see `corpus/pdf/files.py` for how it is divided."""

Writer = Callable[[Sequence[Record], CorpusIndex], str | Iterator[str]]
"""Returns the text of a file about these opinions, or its parts if it may be large.

A format of `OPINION_FORMATS` takes exactly one.
"""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format in which opinions can be downloaded."""

    label: str
    """The text of links to `opinion_file`: `BibTeX`."""
    media_type: str
    write: Writer | None
    """None for files that the build adds: the record itself, and the PDF."""
    opinion_file: str = ""
    """Its file beside the page of an opinion: `cite.bib`."""
    relation: str = ""
    """How an opinion's page links to `opinion_file`: as `describedby` or `item`."""
    data_file: str = ""
    """Its file about all opinions below `data/`: `opinions.bib`."""
    description: str = ""
    """What the data page says about `data_file`."""
    name: str = ""
    """Its name in `cite show --format`: `bib`."""
    only_with_text: bool = False
    """Whether only opinions whose text is held have `opinion_file`."""
    adopted_only: bool = False
    """Whether a draft has no such file."""
    has_texts: bool = False
    """Whether `data_file` has approved texts, and not only the words of the editors."""
    row: type[ExportModel] | None = None
    """The columns of `data_file`, if it is a table."""


def _citation(
    name: str, label: str, extension: str, media_type: str, write: Writer
) -> ExportFormat:
    return ExportFormat(
        label,
        media_type,
        write,
        opinion_file=f"cite.{extension}",
        relation="describedby",
        data_file=f"opinions.{extension}",
        description=f"{label}, for reference managers",
        name=name,
    )


def _table(
    file: str,
    row: type[ExportModel],
    rows: TableRows,
    description: str,
    *,
    has_texts: bool = False,
) -> ExportFormat:
    return ExportFormat(
        "",
        "text/csv",
        partial(write_table, row, rows),
        data_file=file,
        description=description,
        has_texts=has_texts,
        row=row,
    )


CITATION_FORMATS = (
    _citation("bib", "BibTeX", "bib", "application/x-bibtex", write_bibtex),
    _citation("ris", "RIS", "ris", "application/x-research-info-systems", write_ris),
    _citation("csl", "CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", write_csl),
)
"""The formats for reference managers: for each opinion, each topic and the collection."""

OPINION_FORMATS = (
    ExportFormat("PDF", "application/pdf", None, OPINION_PDF, "item", only_with_text=True),
    ExportFormat("JSON", "application/json", write_opinion_json, "opinion.json", "describedby"),
    ExportFormat("Markdown", "text/markdown", None, "opinion.md", "item"),
    ExportFormat(
        "Text", "text/plain", write_opinion_text, "opinion.txt", "item", only_with_text=True
    ),
    ExportFormat(
        "Akoma Ntoso",
        "application/akn+xml",
        write_akoma_ntoso,
        AKOMA_NTOSO_FILE,
        "item",
        name="akn",
        only_with_text=True,
        adopted_only=True,
    ),
)
"""The other formats of a single opinion."""

DATA_FORMATS = (
    ExportFormat(
        "",
        "application/pdf",
        None,
        data_file=VOLUME_PDF,
        has_texts=True,
        description="every approved text with an index, a table of authorities and a table of "
        "later history; beyond about 700 pages, each year has a file of its own, such as "
        "volume-2003.pdf, and this file only lists them",
    ),
    ExportFormat(
        "",
        "application/json",
        write_opinions_json,
        data_file="opinions.json",
        has_texts=True,
        description="every opinion with its status, what it cites and what cites it",
    ),
    _table("opinions.csv", OpinionRow, opinion_rows, "one row per opinion, for a spreadsheet"),
    _table(
        "paragraphs.csv",
        ParagraphRow,
        paragraph_rows,
        "one row per paragraph, with its words",
        has_texts=True,
    ),
    _table("holdings.csv", HoldingRow, holding_rows, "one row per answer, with its question"),
    _table(
        "citations.csv",
        EdgeData,
        citation_rows,
        "one row per citation of an authority or of an earlier opinion",
    ),
)
"""The other formats of the whole collection."""

DATASET_FORMATS = (*DATA_FORMATS, *CITATION_FORMATS)
"""Every format of the whole collection."""


def opinion_formats(record: Record) -> tuple[ExportFormat, ...]:
    """The formats of an opinion, in the order of the links on its page."""
    opinion = record.opinion
    return tuple(
        file
        for file in (*OPINION_FORMATS, *CITATION_FORMATS)
        if (opinion.has_text or not file.only_with_text)
        and not (opinion.is_draft and file.adopted_only)
    )
