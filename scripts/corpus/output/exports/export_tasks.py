"""The tasks that write the files for download and the data of the search."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from corpus.analysis.changing_words import quoted_opinions
from corpus.analysis.index import CorpusIndex, group_by_folder
from corpus.library.record import Record
from corpus.model.json_schema import opinion_schema
from corpus.output.exports.cite_check_data import (
    authorities_json,
    grammar_json,
    standings_json,
)
from corpus.output.exports.datapackage import datapackage_json
from corpus.output.exports.formats import (
    CITATION_FORMATS,
    DATASET_FORMATS,
    Writer,
    opinion_formats,
)
from corpus.output.exports.llms_txt import llms_txt
from corpus.output.exports.search_data import search_data
from corpus.output.task import OutputFiles, OutputTask

_PART_LENGTH = 1_000_000
"""A file of the whole collection is too large to be held in memory at once."""


def export_tasks(index: CorpusIndex) -> Iterator[OutputTask]:
    """The files of the collection, of each topic and of each opinion. The slowest come first."""
    for file in DATASET_FORMATS:
        path = f"data/{file.data_file}"
        yield _task(path, {path: file.write}, index.records, index)
    for topic, records in index.by_topic.items():
        folder = f"topics/{topic}/"
        files = {f"{folder}{file.opinion_file}": file.write for file in CITATION_FORMATS}
        yield _task(f"{folder}files", files, records, index)
    for record in (*index.records, *index.drafts):
        folder = record.id.url
        files = {f"{folder}{file.opinion_file}": file.write for file in opinion_formats(record)}
        yield _task(f"{folder}files", files, (record,), index, quoted_opinions(record, index))
    yield _file("data/opinion.schema.json", partial(opinion_schema, index.commission.kinds))
    yield _file("data/datapackage.json", partial(datapackage_json, index))
    yield _file("llms.txt", partial(llms_txt, index), index.records)
    yield _file("search/opinions.json", partial(search_data, index), index.records)
    yield _file("cite-check/grammar.json", partial(grammar_json, index))
    yield _file("cite-check/authorities.json", partial(authorities_json, index))
    for folder, records in group_by_folder(index.records).items():
        path = f"cite-check/{folder}.json"
        yield _task(path, {path: standings_json}, records, index)


def _task(
    name: str,
    files: Mapping[str, Writer | None],
    records: tuple[Record, ...],
    index: CorpusIndex,
    quoted: tuple[Record, ...] = (),
) -> OutputTask:
    """Write files about some opinions, each by its path; they may quote others."""

    def make() -> OutputFiles:
        for path, write in files.items():
            if write:
                written = write(records, index)
                parts = [written] if isinstance(written, str) else _larger_parts(written)
                yield from ((path, part) for part in parts)

    return OutputTask(name, (*records, *quoted), make)


def _larger_parts(parts: Iterable[str]) -> Iterator[str]:
    """The same text in parts of about `_PART_LENGTH` characters."""
    waiting: list[str] = []
    length = 0
    for part in parts:
        waiting.append(part)
        length += len(part)
        if length > _PART_LENGTH:
            yield "".join(waiting)
            waiting, length = [], 0
    yield "".join(waiting)


def _file(path: str, write: Callable[[], str], records: tuple[Record, ...] = ()) -> OutputTask:
    """The task that writes one file."""
    return OutputTask(path, records, lambda: [(path, write())])
