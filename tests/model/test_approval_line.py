"""What an approval line says of each of its dates."""

import pytest

from corpus.model.approval_line import dates_in_line


@pytest.mark.parametrize(
    ("form", "line", "event", "other_events"),
    [
        ("Adopted {date}", "Adopted May 1, 1998", "Adopted", ()),
        (
            *("Adopted {date}; Revised: {other_date}", "Adopted May 1, 1998; Revised: 1999"),
            *("Adopted", ("Revised",)),
        ),
        (
            *("(Dated {date}, and reissued {other_date}.)", "(Dated 1998, and reissued 1999.)"),
            *("Dated", ("reissued",)),
        ),
        (
            *("{date} and {other_date}; amended {other_date}", "1997 and 1998; amended 1999"),
            *("", ("", "amended")),
        ),
    ],
)
def test_the_words_before_a_date_are_kept(
    form: str, line: str, event: str, other_events: tuple[str, ...]
) -> None:
    dates = dates_in_line(line, (form,), ())
    assert dates is not None
    assert (dates.event, dates.other_events) == (event, other_events)
