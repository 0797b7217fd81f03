"""Finished work as files to download, where there is no git."""

import io
from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile

from corpus.desk.errors import HandoverError
from corpus.desk.in_progress.key import opinion_at
from corpus.desk.in_progress.workspace import Workspace
from corpus.library.ledger import seal_path
from corpus.parsing.front_matter import read_markdown
from corpus.paths import CorpusPaths


def files_to_download(paths: CorpusPaths, workspace: Workspace, others: Iterable[str]) -> bytes:
    """A ZIP file with the records that were saved, their seals and documents, and other files.

    While the files are the same, so is every byte. Raises `HandoverError` if there are none.
    """
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, strict_timestamps=False) as packed:
        of_records = (name for record in workspace.records() for name in _files_of(paths, record))
        for name in dict.fromkeys([*of_records, *others]):
            packed.write(paths.root / name, name)
        if not packed.namelist():
            raise HandoverError("Nothing was saved at this desk yet, so there is nothing to take.")
    return content.getvalue()


def _files_of(paths: CorpusPaths, record: str) -> Iterator[str]:
    """The file of a record, its seal, and the document that it names, as far as they are there."""
    yield record
    opinion = opinion_at(record)
    if opinion and (paths.root / seal_path(opinion)).is_file():
        yield seal_path(opinion)
    match read_markdown(paths.root / record, record).fields:
        case {"source": {"file": str(document)}}:
            file = (paths.root / document).resolve()
            if file.is_file() and file.is_relative_to((paths.opinions / "sources").resolve()):
                yield paths.relative(file)
