"""The table of export formats.

To add a format, write its writer and add one row here. The files, the links on pages, the tags
in the head of an opinion's page, the data page and `cite show --format` follow from the table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.output.exports.bibliography import write_bibtex, write_csl, write_ris
from corpus.output.exports.collection_data import (
    write_citations_csv,
    write_opinion_json,
    write_opinion_text,
    write_opinions_csv,
    write_opinions_json,
)

Writer = Callable[[Sequence[Record], CorpusIndex], str]
"""Returns the text of a file about some opinions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """A format in which opinions can be downloaded."""

    label: str
    """The text of its links: `BibTeX`."""
    media_type: str
    write: Writer | None
    """None if the build copies the record itself."""
    opinion_file: str = ""
    """Its file beside the page of an opinion: `cite.bib`."""
    data_file: str = ""
    """Its file about all opinions below `data/`: `opinions.bib`."""
    description: str = ""
    """What the data page says about `data_file`."""
    relation: str = ""
    """How an opinion's page links to `opinion_file`: as `describedby` or `item`."""
    held_only: bool = False
    """Whether only opinions whose text is held have it."""
    name: str = ""
    """Its name in `cite show --format`: `bib`."""


def _citation_format(
    name: str, label: str, extension: str, media_type: str, write: Writer
) -> ExportFormat:
    return ExportFormat(
        name=name,
        label=label,
        media_type=media_type,
        write=write,
        opinion_file=f"cite.{extension}",
        data_file=f"opinions.{extension}",
        description=f"{label}, for reference managers",
        relation="describedby",
    )


CITATION_FORMATS = (
    _citation_format("bib", "BibTeX", "bib", "application/x-bibtex", write_bibtex),
    _citation_format("ris", "RIS", "ris", "application/x-research-info-systems", write_ris),
    _citation_format(
        "csl", "CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", write_csl
    ),
)
"""The formats for reference managers: for each opinion, each topic and the collection."""

OPINION_FORMATS = (
    ExportFormat(
        label="JSON",
        media_type="application/json",
        write=write_opinion_json,
        opinion_file="opinion.json",
        relation="describedby",
    ),
    ExportFormat(
        label="Markdown",
        media_type="text/markdown",
        write=None,
        opinion_file="opinion.md",
        relation="item",
    ),
    ExportFormat(
        label="Text",
        media_type="text/plain",
        write=write_opinion_text,
        opinion_file="opinion.txt",
        relation="item",
        held_only=True,
    ),
)
"""The other formats of a single opinion."""

DATA_FORMATS = (
    ExportFormat(
        label="JSON",
        media_type="application/json",
        write=write_opinions_json,
        data_file="opinions.json",
        description="every opinion with its status, what it cites and what cites it",
    ),
    ExportFormat(
        label="CSV",
        media_type="text/csv",
        write=write_opinions_csv,
        data_file="opinions.csv",
        description="one row per opinion",
    ),
    ExportFormat(
        label="CSV",
        media_type="text/csv",
        write=write_citations_csv,
        data_file="citations.csv",
        description="one row per citation of an authority or of an earlier opinion",
    ),
)
"""The other formats of the whole collection."""

DATASET_FORMATS = (*DATA_FORMATS, *CITATION_FORMATS)
"""Every format of the whole collection."""


def opinion_formats(record: Record) -> tuple[ExportFormat, ...]:
    """The formats of an opinion, in the order of the links on its page."""
    is_held = record.opinion.is_held
    return tuple(
        file for file in (*CITATION_FORMATS, *OPINION_FORMATS) if is_held or not file.held_only
    )
