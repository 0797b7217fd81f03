"""A large collection has a volume for each year, and for each part of a long one."""

from pathlib import Path

import pytest

from corpus.analysis.index import CorpusIndex
from corpus.pdf.volumes_by_year import estimated_pages, parts_by_year
from factories import catalog_record, full_record, index_of, read_corpus

SHORT = "It may."
LONG = "\n\n".join(["It may. " * 300] * 10)


@pytest.fixture
def index(tmp_path: Path) -> CorpusIndex:
    texts = {1: SHORT, 2: SHORT, 3: LONG, 4: SHORT, 5: SHORT}
    files = {f"opinions/2003/{n:02}.md": full_record(n, 2003, "", texts[n]) for n in texts}
    later = {"opinions/2004/06.md": catalog_record(6, 2004)}
    return index_of(read_corpus(tmp_path, {**files, **later}))


@pytest.mark.parametrize(
    ("most_pages", "expected"),
    [
        (100, {"volume-2003.pdf": [1, 2, 3, 4, 5], "volume-2004.pdf": [6]}),
        (
            4,
            {
                "volume-2003-1.pdf": [1, 2],
                "volume-2003-2.pdf": [3],
                "volume-2003-3.pdf": [4, 5],
                "volume-2004.pdf": [6],
            },
        ),
    ],
)
def test_a_year_is_split_where_it_is_too_long(
    index: CorpusIndex, most_pages: int, expected: dict[str, list[int]]
) -> None:
    parts = list(parts_by_year(reversed(index.records), most_pages))
    assert {part.file: [record.id.number for record in part.records] for part in parts} == expected
    assert parts[0].name == ("2003" if most_pages == 100 else "2003, part 1")


def test_a_long_opinion_has_more_pages_and_one_without_text_has_none(index: CorpusIndex) -> None:
    by_number = {record.id.number: estimated_pages([record]) for record in index.records}
    assert by_number == {1: 2, 2: 2, 3: 8, 4: 2, 5: 2, 6: 0}
