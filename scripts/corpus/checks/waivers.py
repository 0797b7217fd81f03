"""Waivers: a finding that is right to ignore in one record is silenced there, with a reason."""

from collections.abc import Iterable, Sequence

from corpus.findings import Finding
from corpus.model.opinion import Waiver


def waived(
    findings: Iterable[Finding], waivers: Sequence[Waiver]
) -> tuple[tuple[Finding, ...], tuple[int, ...]]:
    """The findings that are left, and the indexes of the waivers that silence none.

    A waiver silences one finding: the first of its code whose message has the words it is about.
    """
    left = sorted(findings)
    unused = []
    for index, waiver in enumerate(waivers):
        meant = (one for one in left if one.code == waiver.code and waiver.about in one.message)
        if (first := next(meant, None)) is None:
            unused.append(index)
        else:
            left.remove(first)
    return tuple(left), tuple(unused)
