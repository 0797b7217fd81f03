"""Measure a step in its own process, so that nothing is left over for the next one."""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measurement:
    """The time of a step, and its memory."""

    seconds: float
    own_megabytes: float
    """The largest memory of the process that ran the step."""
    megabytes: float
    """The largest memory of that process or of any that it started."""


def measure(
    step: Callable[..., object], prepare: Callable[[], object] | None = None
) -> Measurement:
    """Run a step in a fork of this process; raises `ChildProcessError` if it fails.

    `prepare` runs before the clock starts, and the step gets its result.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(step, prepare, sender))
    process.start()
    sender.close()
    process.join()
    if process.exitcode:
        raise ChildProcessError(f"a step ended with {process.exitcode}; the reason is above")
    measurement: Measurement = receiver.recv()
    return measurement


def _run(
    step: Callable[..., object], prepare: Callable[[], object] | None, sender: Connection
) -> None:
    arguments = (prepare(),) if prepare else ()
    start = perf_counter()
    step(*arguments)
    seconds = perf_counter() - start
    own, others = (getrusage(who).ru_maxrss / 1024 for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    sender.send(Measurement(seconds, own, max(own, others)))
