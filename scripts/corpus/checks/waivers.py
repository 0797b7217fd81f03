"""Waivers: exceptions that a record lists, each for one finding and with a reason."""

import re
from collections.abc import Iterable, Sequence

from corpus.findings import Finding
from corpus.model.opinion_parts import Waiver

_QUOTED = re.compile("`([^`]+)`")


def without_waived(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[Finding, ...]:
    """The findings that no waiver covers, sorted."""
    return _apply(findings, waivers)[0]


def unused_waivers(findings: Iterable[Finding], waivers: Sequence[Waiver]) -> tuple[int, ...]:
    """The indexes of the waivers that cover no finding."""
    return _apply(findings, waivers)[1]


def is_about(waiver: Waiver, message: str, subject: str) -> bool:
    """Whether a waiver names a finding by its subject, or by its whole message.

    Its `about` can also be a sentence that quotes the subject first, such as an older message.
    """
    quoted = _QUOTED.search(waiver.about)
    is_quoted = quoted is not None and quoted[1] == subject
    return is_quoted or waiver.about in {message, subject}


def _apply(
    findings: Iterable[Finding], waivers: Sequence[Waiver]
) -> tuple[tuple[Finding, ...], tuple[int, ...]]:
    """The remaining findings and the indexes of the unused waivers.

    A waiver covers the first finding that has its code and that it is about.
    """
    remaining = sorted(findings)
    unused = []
    for index, waiver in enumerate(waivers):
        covered = (
            finding
            for finding in remaining
            if finding.code == waiver.code and is_about(waiver, finding.message, finding.subject)
        )
        if (first := next(covered, None)) is None:
            unused.append(index)
        else:
            remaining.remove(first)
    return tuple(remaining), tuple(unused)
