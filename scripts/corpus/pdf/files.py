"""Every PDF file of the site as a job, which is done only if something changed."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial

from corpus.analysis.index import CorpusIndex
from corpus.model.opinion import Opinion
from corpus.output.exports.formats import OPINION_PDF, VOLUME_PDF
from corpus.pdf.document import OpinionDocument
from corpus.pdf.opinions import opinion_document
from corpus.pdf.typesetting import template_data
from corpus.pdf.volume import VolumeDocument, volume_document, volume_list
from corpus.pdf.volumes_by_year import MOST_PAGES, estimated_pages, parts_by_year


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF file: its path below the site, its template, and a function that makes its data."""

    path: str
    template: str
    data: Callable[[], str]
    is_long: bool = False
    """Whether Typst needs much memory for it."""


def pdf_files(index: CorpusIndex) -> Iterator[PdfFile]:
    """The volumes, which take longest, and the PDF of each opinion whose text is held."""
    yield from volume_files(index)
    for record in (*index.records, *index.drafts):
        if isinstance(record.opinion, Opinion):
            document = partial(opinion_document, record, record.opinion, index)
            name = f"{record.id.url}{OPINION_PDF}"
            yield PdfFile(name, "opinion.typ", partial(_data, document))


def volume_files(index: CorpusIndex, most_pages: int = MOST_PAGES) -> Iterator[PdfFile]:
    """All opinions in one volume; with more than `most_pages`, one for each year and their list."""
    records = tuple(reversed(index.records))
    if estimated_pages(records) <= most_pages:
        yield _volume(VOLUME_PDF, partial(volume_document, records, "", index))
        return
    parts = tuple(parts_by_year(records, most_pages))
    yield _volume(VOLUME_PDF, partial(volume_list, parts, index))
    for part in parts:
        yield _volume(part.file, partial(volume_document, part.records, part.name, index))


def _volume(name: str, document: Callable[[], VolumeDocument]) -> PdfFile:
    return PdfFile(f"data/{name}", "volume.typ", partial(_data, document), is_long=True)


def _data(document: Callable[[], OpinionDocument | VolumeDocument]) -> str:
    return template_data(asdict(document()))
