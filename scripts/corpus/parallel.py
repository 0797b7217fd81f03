"""Work on many things spread over the processors of the machine."""

import os
from collections.abc import Callable, Sequence
from itertools import chain
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

FEW = 400
"""Up to so many things, starting another process takes longer than the work."""

_EACH = 16
"""Shares for each process, so that none waits long for the others."""

_at_work: list[Callable[[Sequence[Any]], list[Any]]] = []
"""What this process does with a share; a fork has it without a copy being sent."""


def spread(
    work: Callable[[Sequence[Thing]], list[Result]], things: Sequence[Thing]
) -> list[Result]:
    """The results of `work` on shares of all things, in their order."""
    processes = min(os.cpu_count() or 1, -(-len(things) // FEW))
    if processes <= 1 or "fork" not in get_all_start_methods():
        return work(things)
    size = -(-len(things) // (processes * _EACH))
    shares = [things[start : start + size] for start in range(0, len(things), size)]
    with get_context("fork").Pool(processes, _at_work.append, (work,)) as pool:
        return list(chain.from_iterable(pool.imap(_on_share, shares)))


def _on_share(share: Sequence[Any]) -> list[Any]:
    return _at_work[-1](share)
