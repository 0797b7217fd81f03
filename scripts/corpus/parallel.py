"""Spread work over the processors of the machine, with a progress bar."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from math import ceil
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, TypeVar

from click import progressbar

Item = TypeVar("Item")
Result = TypeVar("Result")

ITEMS_WORTH_A_PROCESS = 400
"""With fewer records or pages, starting another process takes longer than the work."""

_SHARES_PER_PROCESS = 16
"""Small shares keep every process busy until the end, and the memory of each process low."""

_work_of_process: list[Callable[[Sequence[Any]], list[Any]]] = []
"""What this process does with a share; a forked process has it without a copy being sent."""


def spread(
    work: Callable[[Sequence[Item]], list[Result]],
    items: Sequence[Item],
    label: str,
    weight: int | None = None,
) -> list[Result]:
    """The results of `work` on shares of all items, in order.

    `weight` is the work for all items together, counted in records or pages; by default, one for
    each item. If it takes more than one process, standard error shows a progress bar with `label`,
    or the label alone if it is not a terminal. Raises `ChildProcessError` if a process is killed.
    """
    worth_it = ceil((weight or len(items)) / ITEMS_WORTH_A_PROCESS)
    can_fork = "fork" in get_all_start_methods()
    processes = max(1, min(processors(), worth_it)) if can_fork else 1
    size = max(1, ceil(len(items) / (processes * _SHARES_PER_PROCESS)))
    shares = [items[start : start + size] for start in range(0, len(items), size)]
    if processes == 1:
        return [result for share in shares for result in work(share)]
    results = []
    pool = ProcessPoolExecutor(processes, get_context("fork"), _begin, (work,))
    try:
        with progressbar(length=len(items), label=label, file=sys.stderr) as bar:
            for share, share_results in zip(shares, pool.map(_work_on, shares), strict=True):
                results += share_results
                bar.update(len(share))
    except BrokenProcessPool:
        message = f"{label}: a process was killed; the memory may be full"
        raise ChildProcessError(message) from None
    finally:
        pool.shutdown(cancel_futures=True)
    return results


def processors() -> int:
    """How many processors this program may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, even if that was killed.

    A process of a pool holds both ends of the pipe on which it waits for work; without this, it
    would wait forever.
    """
    if parent := parent_process():
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _begin(work: Callable[[Sequence[Any]], list[Any]]) -> None:
    """Prepare this process; Ctrl-C ends it only through the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    _work_of_process.append(work)


def _work_on(share: Sequence[Any]) -> list[Any]:
    return _work_of_process[-1](share)
