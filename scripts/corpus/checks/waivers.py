"""Waivers: exceptions that a record lists, each for one finding and with a reason."""

from collections.abc import Iterable, Sequence

from corpus.findings import Finding
from corpus.model.opinion_parts import Waiver


def without_waived(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[Finding, ...]:
    """The findings that no waiver covers, sorted."""
    return _apply(findings, waivers)[0]


def unused_waivers(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[int, ...]:
    """The indexes of the waivers that cover no finding."""
    return _apply(findings, waivers)[1]


def _apply(
    findings: Iterable[Finding], waivers: Sequence[Waiver]
) -> tuple[tuple[Finding, ...], tuple[int, ...]]:
    """The remaining findings and the indexes of the unused waivers.

    A waiver covers the first finding that has its code and whose message contains its `about`.
    """
    remaining = sorted(findings)
    unused = []
    for index, waiver in enumerate(waivers):
        covered = (
            finding
            for finding in remaining
            if finding.code == waiver.code and waiver.about in finding.message
        )
        if (first := next(covered, None)) is None:
            unused.append(index)
        else:
            remaining.remove(first)
    return tuple(remaining), tuple(unused)
