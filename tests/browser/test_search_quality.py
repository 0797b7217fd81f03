"""How many right answers the search finds, held as lower bounds."""

import pytest
from playwright.sync_api import Browser

from devtools.search_quality import Outcome, measure, share

MEANINGLESS = {"nonsense", "other-trade"}


@pytest.fixture(scope="module")
def measured(browser: Browser) -> dict[str, tuple[Outcome, ...]]:
    return measure(browser)


@pytest.fixture(params=["tune", "held_out"])
def half(
    request: pytest.FixtureRequest, measured: dict[str, tuple[Outcome, ...]]
) -> tuple[str, tuple[Outcome, ...]]:
    return request.param, measured[request.param]


def test_the_right_answer_is_found_as_often_as_before(
    half: tuple[str, tuple[Outcome, ...]],
) -> None:
    name, outcomes = half
    first, three = {"tune": (95, 99), "held_out": (90, 98)}[name]
    assert share(outcomes, "is_first") >= first
    assert share(outcomes, "is_among_first") >= three


def test_words_without_a_meaning_find_nothing(half: tuple[str, tuple[Outcome, ...]]) -> None:
    _, outcomes = half
    meaningless = [outcome for outcome in outcomes if outcome.query.kind in MEANINGLESS]
    assert len(meaningless) >= len(MEANINGLESS)
    assert share(meaningless, "is_first") == 100


def test_a_replaced_answer_never_stands_above_its_successor(
    half: tuple[str, tuple[Outcome, ...]],
) -> None:
    _, outcomes = half
    assert not any(outcome.is_misleading for outcome in outcomes)
