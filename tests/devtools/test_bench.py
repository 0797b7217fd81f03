import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from devtools.bench.baselines import floor, measure_copy, write_hugo_site
from devtools.bench.browser import gzipped_size
from devtools.bench.figures import Figures, figure_rows, ratio_rows
from devtools.bench.report import page, table
from devtools.bench.timing import measure
from devtools.fictional_collection import write_collection

GOOD: dict[str, Any] = {
    "floor": 1, "copying": 1, "check": 2, "stage": 5, "site": 7, "plain": 20, "search_index": 1,
    "finish": 10.5, "pdf": 20, "build": 30, "hugo": 2, "edit_to_page": 6, "peak_mb": 100,
    "first_search_bytes": 350_000, "lunr_gz_bytes": 9_000_000, "opinion_page_bytes": 120_000,
}  # fmt: skip


def figures(size: int = 1000, times: float = 1, **others: float | None) -> Figures:
    grown = {name: value * times for name, value in GOOD.items() if "bytes" not in name}
    return Figures(size=size, **{**GOOD, **grown, **others})


def exceeded(*sizes: Figures) -> list[str]:
    return [row.name for row in ratio_rows(sizes) if row.holds is False]


@pytest.mark.parametrize(
    ("name", "value", "ratio"),
    [
        ("check", 2.6, "check / floor"),
        ("stage", 5.1, "stage / (floor + copy)"),
        ("plain", 19.9, "site / plain"),
        ("finish", 10.6, "finish / site"),
        ("pdf", 30.1, "pdf"),
        ("hugo", 1.6, "build / hugo"),
        ("edit_to_page", 6.1, "edit to page / build"),
        ("peak_mb", 1001, "peak"),
        ("first_search_bytes", 350_001, "first search"),
        ("opinion_page_bytes", 120_001, "page of an opinion"),
    ],
)
def test_a_ratio_holds_up_to_its_bound(name: str, value: float, ratio: str) -> None:
    assert exceeded(figures()) == []
    assert exceeded(figures(1000, **{name: value})) == [ratio]


@pytest.mark.parametrize("step", ["copying", "search_index"])
def test_no_step_may_grow_faster_than_the_collection(step: str) -> None:
    assert exceeded(figures(), figures(10_000, 11, peak_mb=100)) == []
    (worst,) = exceeded(figures(), figures(10_000, 10, peak_mb=100, **{step: 11.1}))
    assert worst == f"growth of {step}"


@pytest.mark.parametrize(
    ("size", "name", "value", "ratio"),
    [
        (60, "build", 30.1, "build / plain"),
        (10_000, "stage", 8.1, "stage / (floor + copy), large"),
    ],
)
def test_some_ratios_should_hold_only_at_some_sizes(
    size: int, name: str, value: float, ratio: str
) -> None:
    assert exceeded(figures(1000, **{name: value})) != [ratio]
    assert exceeded(figures(size, **{name: value})) == [ratio]


def test_without_hugo_the_table_says_so() -> None:
    assert exceeded(figures(hugo=None)) == []
    (row,) = (line for line in table([figures(hugo=None)]).splitlines() if "| hugo, s" in line)
    assert "not installed" in row


def test_without_hugo_its_ratio_is_neither_met_nor_missed() -> None:
    measured = [figures(hugo=None)]
    (row,) = (line for line in table(measured).splitlines() if "build / hugo" in line)
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    assert cells == ["build / hugo", "not installed", "≤ 18 from 1,000 to 9,999"]
    assert "Hugo" not in page(measured, date(2026, 1, 2)).partition("do not hold, and why")[2]


def test_the_table_says_whether_each_ratio_holds() -> None:
    text = table([figures(100), figures(1000, 10, check=26)])
    cells = {line.split("|")[1].strip(): line.split() for line in text.splitlines() if line}
    assert cells["check / floor"][5:] == ["2.00", "|", "2.60", "|", "≤", "2.5,", "missed", "|"]
    assert cells["site / plain"][-2:] == ["met", "|"]
    assert cells["check, s"][3:] == ["|", "2.00", "|", "26.00", "|"]
    for part in text.split("\n\n"):
        assert len({len(line) for line in part.splitlines()}) == 1


def test_a_ratio_without_a_size_to_judge_has_no_row() -> None:
    names = {row.name for row in ratio_rows([figures(100), figures(1000, 10)])}
    assert "stage / (floor + copy)" in names
    assert "stage / (floor + copy), large" not in names


def test_the_page_has_the_day_the_machine_and_the_meaning_of_each_figure() -> None:
    text = page([figures()], date(2026, 11, 3))
    assert "November 3, 2026, " in text
    assert "processors" in text
    assert "- `copy`: Write all files" in text
    assert table([figures()]) in text
    assert "do not hold" not in text


def test_the_page_says_why_a_ratio_does_not_hold() -> None:
    text = page([figures(100), figures(1000, check=26)], date(2026, 11, 3))
    assert "\n## Which ratios do not hold, and why\n\n- `check / floor`: " in text
    assert text.count("- `check / floor`: ") == 2
    assert text.count("- `site / plain`: ") == 1


def test_the_page_explains_every_figure_and_every_ratio_that_is_missed() -> None:
    measured = [figures(10_000, first_search_bytes=350_001, opinion_page_bytes=120_001)]
    _, explained, why = re.split("## What was|## Which ratios", page(measured, date(2026, 1, 2)))
    for name in ("records", *(row.name.partition(",")[0] for row in figure_rows(measured))):
        assert f"- `{name}`: " in explained
    for row in ratio_rows(measured):
        assert (f"- `{row.name}`: " in why) == (row.holds is False), row.name
    grown = page([figures(1000), figures(10_000, 10, copying=99)], date(2026, 1, 2))
    assert "- `growth of copying`: " in grown


def test_the_baselines_run(tmp_path: Path) -> None:
    paths = write_collection(3, tmp_path / "corpus")
    floor(paths)
    assert measure_copy(paths.opinions, tmp_path / "copy").seconds > 0
    assert (tmp_path / "copy/1996/01.md").is_file()
    write_hugo_site(paths, tmp_path / "hugo")
    assert len(list((tmp_path / "hugo/content").rglob("*.md"))) == 3


def test_a_failing_step_is_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ChildProcessError):
        measure(lambda: 1 / 0)
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert measure(lambda: None).megabytes > 1


def test_the_step_gets_what_was_prepared() -> None:
    def step(prepared: list[int]) -> None:
        assert prepared == [1]

    measure(step, lambda: [1])
    with pytest.raises(ChildProcessError):
        measure(step, lambda: [2])


def test_a_size_is_measured_as_hosts_compress_the_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("word " * 1000)
    assert 0 < gzipped_size(tmp_path / "a") < 100
