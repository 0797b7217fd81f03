"""Today's date, for the few commands that need it; no number is of a year to come."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today's date in UTC, the same on every computer."""
    return datetime.now(UTC).date()
