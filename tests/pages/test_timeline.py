"""The timeline of an authority: the order of its marks, their rows, and its years."""

from pathlib import Path

import pytest

from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.pages.timeline import Timeline, timeline
from factories import (
    COMMISSION,
    STANDARD,
    STANDARD_KIND,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    index_of,
    read_valid_corpus,
)
from numbered_bodies import BODIES

THREE = Citation(STANDARD_KIND, "3")
CITES = 'standards: ["3"]'


def timeline_of(root: Path, files: Files) -> Timeline | None:
    corpus = read_valid_corpus(root, files)
    return timeline(THREE, index_of(corpus).uses_by_authority.get(THREE, ()), corpus.references)


def test_marks_are_in_the_order_of_their_days(tmp_path: Path) -> None:
    line = timeline_of(
        tmp_path, {"opinions/2010/06.md": catalog_record(6, 2010, 'standards: ["3"]')}
    )
    assert line
    assert (line.first_year, line.last_year) == (2003, 2020)
    (edition,) = line.editions
    assert edition.label == "2020-03-01: Renumbered"
    early, late = line.opinions
    assert 0 < early.x < late.x < edition.x < 100
    assert (early.url, early.name, early.has_text) == ("opinions/2003/05/", "5", True)
    assert (late.name, late.has_text) == ("6", False)
    assert (edition.name, [year for _, year in line.years]) == ("2020", [2005, 2010, 2015, 2020])


def test_marks_that_would_cover_each_other_are_in_rows_below(tmp_path: Path) -> None:
    files = {
        f"opinions/2010/{number:02}.md": catalog_record(number, 2010, 'standards: ["3"]')
        for number in (6, 7, 8)
    }
    line = timeline_of(tmp_path, files)
    assert line
    first, *same_day = line.opinions
    assert [mark.name for mark in same_day] == ["6", "7", "8"]
    heights = [mark.y for mark in same_day]
    assert heights == sorted(set(heights))
    assert first.y == heights[0]
    assert max(heights) < line.height


def test_a_year_with_two_changes_is_named_once(tmp_path: Path) -> None:
    again = STANDARD.replace(
        "editions:\n",
        "editions:\n  - {effective: 2020-09-01, event: Reworded, source: {title: A}}\n",
    )
    line = timeline_of(tmp_path, {"standards/3.md": again})
    assert line
    first, second = line.editions
    assert (first.name, second.name) == ("2020", "")
    assert first.label == "2020-03-01: Renumbered; 2020-09-01: Reworded"
    assert first.x < second.x
    assert first.y == second.y


def test_changes_without_an_opinion_have_no_timeline(tmp_path: Path) -> None:
    four = (
        STANDARD.replace("id: 3", "id: 4")
        .replace("3(c)", "4(c)")
        .replace(
            "editions:\n",
            "editions:\n  - {effective: 2010-09-01, event: Reworded, source: {title: A}}\n",
        )
    )
    corpus = read_valid_corpus(tmp_path, {"standards/4.md": four})
    assert timeline(Citation(STANDARD_KIND, "4"), (), corpus.references) is None


def test_one_day_alone_has_no_timeline(tmp_path: Path) -> None:
    assert timeline_of(tmp_path, UNCHANGED_LAW) is None


@pytest.mark.parametrize(
    ("numbers", "names"), [("restart", ["98-5", "03-5"]), ("repeat", ["5", "5"])]
)
def test_an_opinion_whose_number_restarts_each_year_has_its_year(
    tmp_path: Path, numbers: str, names: list[str]
) -> None:
    series = (
        "series:\n"
        f'  - {{name: Advisory Opinion, printed: "Advisory Opinion {{year}}-{{number}}", '
        f'heading_lines: ["Opinion Number {{number}} ({{year}})"], numbers: {numbers}}}\n'
    )
    lines = COMMISSION.splitlines(keepends=True)
    settings = "".join(line for line in lines if not line.startswith(("heading", "opinions:")))
    line = timeline_of(
        tmp_path,
        {
            "standards/commission.yml": settings + series,
            "opinions/1998/05.md": catalog_record(5, 1998, 'standards: ["3"]'),
        },
    )
    assert line
    assert [mark.name for mark in line.opinions] == names


def test_an_opinion_of_one_of_several_series_has_its_short_name_unless_it_is_long(
    tmp_path: Path,
) -> None:
    line = timeline_of(tmp_path, {**BODIES["three series"].files, "standards/3.md": STANDARD})
    assert line
    marks = [(mark.name, mark.width) for mark in line.opinions]
    assert marks == [
        ("RPC 178", 58),
        ("RPC 179", 58),
        ("98-2", 34),
        ("98 FEO 5", 66),
        ("23 FEO 3", 66),
    ]


def test_an_opinion_that_ended_is_marked(tmp_path: Path) -> None:
    corpus = read_valid_corpus(tmp_path, {"opinions/2010/06.md": catalog_record(6, 2010, CITES)})
    index = index_of(corpus)
    uses = index.uses_by_authority[THREE]
    line = timeline(THREE, uses, corpus.references, {OpinionId(2003, 5)})
    assert line
    assert [mark.is_ended for mark in line.opinions] == [True, False]
