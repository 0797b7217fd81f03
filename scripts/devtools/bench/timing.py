"""What a step takes, in a process of its own, so that no step leaves anything to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measurement:
    """Seconds by the clock, and megabytes of the process that had most of them at once."""

    seconds: float
    megabytes: float


def measure(step: Callable[..., object], first: Callable[[], object] | None = None) -> Measurement:
    """Run a step in a fork of this process; raises `ChildProcessError` where it fails.

    What is done `first` takes no time, and its result is given to the step.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(step, first, sender))
    process.start()
    sender.close()
    process.join()
    if process.exitcode:
        raise ChildProcessError(f"a step ended with {process.exitcode}; it says above why")
    found: Measurement = receiver.recv()
    return found


def _run(
    step: Callable[..., object], first: Callable[[], object] | None, sender: Connection
) -> None:
    given = (first(),) if first else ()
    start = perf_counter()
    step(*given)
    seconds = perf_counter() - start
    most = max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    sender.send(Measurement(seconds, most / 1024))
