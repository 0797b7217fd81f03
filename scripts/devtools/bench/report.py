"""The figures as a table for the terminal, and as the page that explains them."""

import os
import platform
from collections.abc import Sequence
from datetime import date

from devtools.bench.figures import RATIOS, Figures, measures, ratios

_YES = {True: "yes", False: "no"}

_PAGE = """\
---
title: How fast it is
description: What each step takes with a hundred, a thousand and ten thousand opinions.
---

# How fast it is

`make bench` makes opinions of a fictional body, some 900 words each, and measures every step
beside the least that it could take. Seconds differ from machine to machine; the ratios hardly do,
since both of their figures are of the same run. This page is written by
`make bench PAGE=pages/speed.md`, and nothing in it by hand.

{when}, {machine}. Each figure is the median of three runs; with more than a thousand opinions it
is of one.

{table}

## What was measured

{meanings}

## What the ratios are for

{reasons}
- `growth of …`: the step that grows fastest; no step should grow faster than the collection.
{obstacles}"""

_OBSTACLES = """
## What does not hold, and why

{told}
"""


def table(sizes: Sequence[Figures]) -> str:
    """All figures, and all ratios, as tables of Markdown, which can be read as they stand."""
    records = [f"{one.size:,}" for one in sizes]
    figures = [["records", *records], *([row.name, *row.cells] for row in measures(sizes))]
    bounded = ([row.name, *row.cells, row.bound, _YES[row.holds]] for row in ratios(sizes))
    return f"{_lined(figures)}\n\n{_lined([['records', *records, 'bound', 'holds'], *bounded])}"


def page(sizes: Sequence[Figures], day: date) -> str:
    """The page of the results, with the day and the machine."""
    fields = Figures.model_fields.items()
    meanings = "\n".join(
        f"- `{field.serialization_alias or name}`: {field.description}" for name, field in fields
    )
    reasons = "\n".join(f"- `{ratio.name}`: {ratio.why}." for ratio in RATIOS)
    told = {"when": f"{day:%B} {day.day}, {day.year}", "machine": _machine()}
    told["obstacles"] = _obstacles(sizes)
    return _PAGE.format(table=table(sizes), meanings=meanings, reasons=reasons, **told)


def _obstacles(sizes: Sequence[Figures]) -> str:
    """What stands in the way of the ratios that do not hold."""
    missed = [one for one in RATIOS if one.obstacle and not one.holds(sizes)]
    told = "\n".join(f"- `{one.name}`: {one.obstacle}." for one in missed)
    return _OBSTACLES.format(told=told) if missed else ""


def _lined(lines: list[list[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    ruled = ["-" * width for width in widths]
    return "\n".join(_line(line, widths) for line in (lines[0], ruled, *lines[1:]))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join(padded)} |"


def _machine() -> str:
    """`2 processors, 24 GB of memory, Linux, Python 3.11.7`."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    system, python = platform.system(), platform.python_version()
    return f"{os.cpu_count()} processors, {memory:.0f} GB of memory, {system}, Python {python}"
