from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from corpus.model.partial_date import DateAsKnown, PartialDate

APPROVAL = TypeAdapter(DateAsKnown)
DAY, MONTH, YEAR = PartialDate(2011, 4, 3), PartialDate(2011, 4), PartialDate(2011)


@pytest.mark.parametrize(
    ("written", "expected", "first", "middle", "last"),
    [
        ("2011-04-03", DAY, date(2011, 4, 3), date(2011, 4, 3), date(2011, 4, 3)),
        ("2011-04", MONTH, date(2011, 4, 1), date(2011, 4, 15), date(2011, 4, 30)),
        ("2012-02", PartialDate(2012, 2), date(2012, 2, 1), date(2012, 2, 15), date(2012, 2, 29)),
        ("2011", YEAR, date(2011, 1, 1), date(2011, 7, 1), date(2011, 12, 31)),
    ],
)
def test_a_date_is_as_exact_as_it_is_typed(
    written: str, expected: PartialDate, first: date, middle: date, last: date
) -> None:
    read = APPROVAL.validate_python(written)
    assert (read, str(read), read.is_day) == (expected, written, len(written) == 10)
    assert (read.first_day, read.middle_day, read.last_day) == (first, middle, last)
    assert PartialDate.from_iso(written) == read


def test_dates_sort_by_their_first_day() -> None:
    others = [PartialDate(2010, 12, 31), PartialDate(2011, 5)]
    assert sorted([DAY, *others, YEAR, MONTH]) == [others[0], YEAR, MONTH, DAY, others[1]]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("April 2011", "Type `2011-04`, if April 2011 is meant."),
        ("Apr. 2011", "Type `2011-04`, if April 2011 is meant."),
        ("04/2011", "Type `2011-04`, if April 2011 is meant."),
        ("2011-4", "Type `2011-04`, if April 2011 is meant."),
        ("2011-13", "Type the month as two digits from 01 to 12, such as `2011-04`."),
        ("2011-04-00", "If the day is not known, type only `2011-04`."),
        ("2011-04-XX", "If the day is not known, type only `2011-04`."),
        ("2011-00", "If the month is not known, type only `2011`."),
        ("2011-??-??", "If the month is not known, type only `2011`."),
        ("April 3, 2011", "Type `2011-04-03`, if April 3, 2011 is meant."),
        ("Whenever 2011", ""),
        ("201104", ""),
        ("11-04", ""),
        ("0211", ""),
        ("2011-02-30", ""),
        ("11", ""),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(typed: str, hint: str) -> None:
    with pytest.raises(ValidationError) as refused:
        APPROVAL.validate_python(typed)
    (error,) = refused.value.errors()
    assert (error["type"], error["ctx"]["hint"]) == ("day", hint)
