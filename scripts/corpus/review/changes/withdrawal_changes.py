"""The withdrawals that a change adds, rewords or takes back."""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.citations.names import Names
from corpus.model.opinion_parts import Withdrawal
from corpus.review.record_versions import RecordPair


@dataclass(frozen=True, slots=True)
class WithdrawalChange:
    """A withdrawal that is new, changes or is taken back."""

    id: str
    opinion: str
    before: str
    """The day and the reason as they were; empty if the opinion was not withdrawn."""
    after: str
    """The day and the reason; empty if the withdrawal is taken back."""
    statuses: tuple[str, ...] = ()
    """Changes of its status, and of the status of opinions that it had changed."""
    cited_by: tuple[str, ...] = ()
    """Each opinion that cites it, with the paragraphs."""


def withdrawal_change(pair: RecordPair, names: Names) -> Iterator[WithdrawalChange]:
    """The change of the withdrawal, if it changes; for a new opinion, its withdrawal."""
    is_new = not pair.old.path and pair.new.can_read("withdrawn")
    values = (None, pair.new.read("withdrawn")) if is_new else pair.both("withdrawn")
    before, after = (_withdrawal(value, names) for value in values)
    if before != after:
        yield WithdrawalChange(pair.id, pair.opinion, before, after)


def _withdrawal(withdrawn: Withdrawal | None, names: Names) -> str:
    """The day and the reason of a withdrawal in a sentence; empty if there is none."""
    return f"{names.partial_date(withdrawn.on)}. Reason: {withdrawn.reason}" if withdrawn else ""
