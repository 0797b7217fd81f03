from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter, ValidationError

from corpus.model.commission import Commission
from corpus.model.date_format import DateFormat, OtherDateFormat, read_date, write_date
from corpus.model.partial_date import PartialDate
from factories import COMMISSION

DAY, MONTH, YEAR = PartialDate(2004, 3, 4), PartialDate(2004, 3), PartialDate(2004)


@pytest.mark.parametrize(
    ("date_format", "day", "month"),
    [
        ("%B %d, %Y", "March 4, 2004", "March 2004"),
        ("%b. %d, %Y", "Mar. 4, 2004", "Mar. 2004"),
        ("%d %B %Y", "4 March 2004", "March 2004"),
        ("%A, %d %B %Y", "Thursday, 4 March 2004", "March 2004"),
        ("%-d.%-m.%Y", "4.3.2004", "3.2004"),
        ("%d.%m.%Y", "04.03.2004", "03.2004"),
        ("%m/%d/%Y", "03/04/2004", "03/2004"),
        ("%m/%d/%y", "03/04/04", "03/2004"),
        ("%Y-%m-%d", "2004-03-04", "2004-03"),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(date_format: str, day: str, month: str) -> None:
    written = [write_date(when, date_format) for when in (DAY, MONTH, YEAR)]
    assert written == [day, month, "2004"]
    assert read_date(day, date_format) == DAY


@pytest.mark.parametrize(
    ("words", "date_format", "date"),
    [
        ("4.3.2004", "%d.%m.%Y", DAY),
        ("04/03/2004", "%d/%m/%Y", DAY),
        ("04/03/2004", "%m/%d/%Y", PartialDate(2004, 4, 3)),
        ("March 2004", "%B %Y", MONTH),
        ("3/2004", "%-m/%Y", MONTH),
        ("2004", "%Y", YEAR),
        ("Sept. 4, 2004", "%b. %d, %Y", PartialDate(2004, 9, 4)),
        ("4 Sept 2004", "%d %b %Y", PartialDate(2004, 9, 4)),
        ("June 4, 2004", "%b. %d, %Y", PartialDate(2004, 6, 4)),
        ("May 4, 2004", "%b. %d, %Y", PartialDate(2004, 5, 4)),
        ("March 2004", "%B %d, %Y", None),
        ("March 4", "%B %Y", None),
        ("31.2.2004", "%d.%m.%Y", None),
        ("4th day of March, 2004", "%dth day of %B, %Y", DAY),
        ("4TH DAY OF MARCH, 2004", "%dst day of %B, %Y", DAY),
        ("1st day of August, 2004", "%dth day of %B, %Y", PartialDate(2004, 8, 1)),
        ("August 22nd, 2004", "%B %dth, %Y", PartialDate(2004, 8, 22)),
        ("4 day of March, 2004", "%dth day of %B, %Y", None),
    ],
)
def test_a_date_is_read_as_exactly_as_its_format_gives_it(
    words: str, date_format: str, date: PartialDate | None
) -> None:
    assert read_date(words, date_format) == date


@pytest.mark.parametrize(
    ("day", "written"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (21, "21st"), (23, "23rd")],
)
def test_a_day_is_written_with_its_ending(day: int, written: str) -> None:
    form = "%dth day of %B, %Y"
    assert write_date(PartialDate(2004, 8, day), form) == f"{written} day of August, 2004"
    assert write_date(PartialDate(2004, 8), form) == "August, 2004"


@pytest.mark.parametrize("wrong", ["%d %d", "%B", "%B %Y", "%d/%m", "MM/DD/YYYY"])
def test_the_usual_format_gives_day_month_and_year(wrong: str) -> None:
    with pytest.raises(ValidationError, match="does not give the day, the month and the year"):
        TypeAdapter(DateFormat).validate_python(wrong)


@pytest.mark.parametrize("wrong", ["%d %Y", "%B", "in %", "Y", "%d/%m"])
def test_another_format_gives_a_day_a_month_or_a_year(wrong: str) -> None:
    with pytest.raises(ValidationError, match="neither a day nor a month nor a year"):
        TypeAdapter(OtherDateFormat).validate_python(wrong)


@pytest.mark.parametrize(
    ("wrong", "code", "advice"),
    [
        ("%B %e, %Y", "%e", "Type `%-d` in its place."),
        ("%h %d, %Y", "%h", "Type `%b` in its place."),
        ("%F", "%F", "Type `%Y-%m-%d` in its place."),
        ("%B %d, %Y %H:%M", "%H", "These can be read: `%B`, `%b`,"),
        ("%x", "%x", "Type `%m/%d/%Y` in its place."),
    ],
)
@pytest.mark.parametrize("kind", [DateFormat, OtherDateFormat])
def test_a_code_that_is_not_read_comes_with_what_to_type(
    kind: Any, wrong: str, code: str, advice: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(wrong)
    (error,) = refused.value.errors()
    assert error["msg"] == f"no part of a date is read from `{code}`"
    assert advice in error["ctx"]["hint"]


def test_no_two_formats_read_the_same_digits_as_different_days() -> None:
    settings = yaml.safe_load(COMMISSION) | {"date_format": "%m/%d/%Y"}
    both = settings | {"other_date_formats": ["%B %Y", "%d/%m/%Y"]}
    with pytest.raises(ValidationError, match="read the same digits as different days") as refused:
        Commission.model_validate(both)
    assert refused.value.errors()[0]["loc"] == ("other_date_formats",)
    board = Commission.model_validate(settings | {"other_date_formats": ["%d.%m.%Y", "%Y"]})
    assert board.date_in("4.3.2004") == board.date_in("03/04/2004") == DAY
