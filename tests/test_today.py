"""The day of today is the same on every computer."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from corpus.today import today

ZONES = ["<+14>-14", "<-12>12"]
"""Whatever the time is, the day in one of these zones is not the day in UTC."""


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_today_is_the_day_in_utc_wherever_the_computer_is() -> None:
    earliest = datetime.now(UTC).date()
    assert earliest <= today() <= datetime.now(UTC).date()
