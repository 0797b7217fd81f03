"""Make the PDF files of a site in parallel, and keep those that did not change.

A volume needs much memory, so only one is made at a time. The folder of kept files has each file
by a hash of all that it is made from, so that a kept file is the same as a new one. Typst
releases the GIL, so the files are made in threads. It also starts threads of its own, so the
process must not be forked.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath

from corpus.analysis.index import CorpusIndex
from corpus.build.atomic import replace_file
from corpus.build.hard_links import link_files
from corpus.parallel import processors
from corpus.paths import files_below
from corpus.pdf.files import PdfFile, volume_files
from corpus.pdf.typeset_process import typeset_in_process
from corpus.pdf.typesetting import TypesettingError, typeset, typesetting_key


def add_pdf_files(built: Path, files: Iterable[PdfFile], kept: Path) -> None:
    """Put PDF files into a built site, and keep exactly these in the folder `kept`."""
    kept.mkdir(parents=True, exist_ok=True)
    names = dict(_make_all(tuple(files), kept))
    link_files(built, {path: kept / name for path, name in names.items()})
    for name in set(files_below(kept)).difference(names.values()):
        (kept / name).unlink()


def _make_all(files: Sequence[PdfFile], kept: Path) -> Iterator[tuple[str, str]]:
    """Make the files; yield the path of each, and its name in the folder of kept files."""
    for file in files:
        if file.is_long:
            yield file.path, _make(kept, file)
    short = [file for file in files if not file.is_long]
    with ThreadPoolExecutor(processors()) as pool:
        names = pool.map(partial(_make, kept), short)
        yield from zip((file.path for file in short), names, strict=True)


def write_volumes(folder: Path, index: CorpusIndex) -> Iterator[Path]:
    """Write the volumes into a folder, and yield the path of each."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in volume_files(index):
        path = folder / PurePosixPath(file.path).name
        replace_file(path, _typeset(file, file.data()))
        yield path


def _make(kept: Path, file: PdfFile) -> str:
    """Make a file unless it is kept; return its name in the folder of kept files."""
    data = file.data()
    name = f"{typesetting_key(file.template, data)}.pdf"
    if not (kept / name).is_file():
        replace_file(kept / name, _typeset(file, data))
    return name


def _typeset(file: PdfFile, data: str) -> bytes:
    try:
        return (typeset_in_process if file.is_long else typeset)(file.template, data)
    except TypesettingError as error:
        raise TypesettingError(f"{file.path} cannot be made: {error}") from None
