"""Today's date, for a few commands; a number whose year is still to come is no citation."""

from datetime import UTC, date, datetime


def today() -> date:
    """Today's date in UTC, the same on every computer."""
    return datetime.now(UTC).date()
