"""The figures as tables for the terminal, and as the page that explains them."""

import os
import platform
from collections.abc import Sequence
from datetime import date

from devtools.bench.figures import RATIOS, Figures, RatioRow, figure_rows, label, ratio_rows

_MET = {True: ", met", False: ", missed", None: ""}

_PAGE = """\
---
title: How fast it is
description: The time that each step takes with up to 10,000 opinions.
---

# How fast it is

`make bench` makes a fictional collection whose opinions have about 900 words each. For each step
of a build, it also measures a minimal program that does only the unavoidable work.
Seconds differ from machine to machine. Ratios differ little, because both of their figures come
from the same run. The command `make bench PAGE=pages/speed.md` writes this page; nothing in it is
written by hand.

{when}, {machine}. Each figure is the median of three runs. With more than 1,000 opinions, there is
only one run.

{table}

## What was measured

{meanings}

## Why the ratios matter

{reasons}
- `growth of …`: the step that grows fastest; with ten times as many opinions, no step should take
  more than eleven times as long. `pdf` is not among these steps, because a build makes only the
  PDF files that changed.
{obstacles}"""

_OBSTACLES = """
## Which ratios do not hold, and why

{obstacles}
"""


def table(sizes: Sequence[Figures]) -> str:
    """All figures and all ratios as two Markdown tables."""
    head = ["records", *(f"{figures.size:,}" for figures in sizes)]
    rows = [[row.name, *row.cells] for row in figure_rows(sizes)]
    ratios = ([row.name, *row.cells, _verdict(row)] for row in ratio_rows(sizes))
    return f"{_aligned([head, *rows])}\n\n{_aligned([[*head, 'bound'], *ratios])}"


def _verdict(row: RatioRow) -> str:
    """The bound and, if known, whether it is met: `≤ 2.5, met`; nothing without a bound."""
    return f"{row.bound}{_MET[row.holds]}" if row.bound else ""


def page(sizes: Sequence[Figures], day: date) -> str:
    """The page of the results, with the day and the machine."""
    return _PAGE.format(
        when=f"{day:%B} {day.day}, {day.year}",
        machine=_machine(),
        table=table(sizes),
        meanings="\n".join(
            f"- `{label(name)}`: {field.description}"
            for name, field in Figures.model_fields.items()
        ),
        reasons="\n".join(f"- `{ratio.name}`: {ratio.reason}." for ratio in RATIOS),
        obstacles=_obstacles(sizes),
    )


def _obstacles(sizes: Sequence[Figures]) -> str:
    rows = (row for row in ratio_rows(sizes) if row.holds is False and row.obstacle)
    missed = {row.name: row.obstacle for row in rows}
    lines = "\n".join(f"- `{name}`: {obstacle}." for name, obstacle in missed.items())
    return _OBSTACLES.format(obstacles=lines) if missed else ""


def _aligned(rows: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = ["-" * width for width in widths]
    return "\n".join(_line(row, widths) for row in (rows[0], rule, *rows[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _machine() -> str:
    """`2 processors, 24 GB of memory, Linux, Python 3.11.7`."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system = platform.system()
    python = platform.python_version()
    return f"{os.cpu_count()} processors, {memory:.0f} GB of memory, {system}, Python {python}"
