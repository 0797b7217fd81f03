"""The day on which the desk works."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today's date in UTC, the same on every computer."""
    return datetime.now(UTC).date()
