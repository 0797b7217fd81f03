"""Work on many things spread over the processors of the machine, and a bar for who waits."""

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

from click import progressbar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

FEW = 400
"""Up to so many records or pages, starting another process takes longer than the work."""

_EACH = 16
"""Shares for each process, so that none waits long for the others."""

_at_work: list[Callable[[Sequence[Any]], list[Any]]] = []
"""What this process does with a share; a fork has it without a copy being sent."""


def spread(
    work: Callable[[Sequence[Thing]], list[Result]],
    things: Sequence[Thing],
    label: str,
    weight: int | None = None,
) -> list[Result]:
    """The results of `work` on shares of all things, in their order.

    Each is about as much work as a record or page, or all together as `weight` of these. Where
    it takes long, standard error shows a bar; elsewhere than on a terminal, the label alone.
    """
    processes = min(os.cpu_count() or 1, -(-(weight or len(things)) // FEW))
    if processes <= 1 or "fork" not in get_all_start_methods():
        return work(things)
    size = -(-len(things) // (processes * _EACH))
    shares = [things[start : start + size] for start in range(0, len(things), size)]
    found = []
    pool = get_context("fork").Pool(processes, _at_work.append, (work,))
    with pool, progressbar(length=len(things), label=label, file=sys.stderr) as bar:
        for share, results in zip(shares, pool.imap(_on_share, shares), strict=True):
            found += results
            bar.update(len(share))
    return found


def _on_share(share: Sequence[Any]) -> list[Any]:
    return _at_work[-1](share)
