"""Every PDF file of the site, as jobs that are done only where something changed."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import Opinion
from corpus.output.exports.formats import OPINION_PDF
from corpus.pdf.opinions import opinion_document
from corpus.pdf.typesetting import template_data


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF file: its path below the site, its template, and a function that makes its data."""

    path: str
    template: str
    data: Callable[[], str]


def pdf_files(index: CorpusIndex) -> Iterator[PdfFile]:
    """The PDF of each opinion whose text is held."""
    for record in index.records:
        if isinstance(record.opinion, Opinion):
            data = partial(_opinion_data, record, record.opinion, index)
            yield PdfFile(f"{record.id.url}{OPINION_PDF}", "opinion.typ", data)


def _opinion_data(record: Record, opinion: Opinion, index: CorpusIndex) -> str:
    return template_data(asdict(opinion_document(record, opinion, index)))
