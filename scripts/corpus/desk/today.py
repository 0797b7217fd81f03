"""The day of today."""

from datetime import UTC, date, datetime


def today() -> date:
    """The day of today in UTC, the same on every computer."""
    return datetime.now(UTC).date()
