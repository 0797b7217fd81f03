import pytest
import yaml
from pydantic import ValidationError

from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.partial_date import PartialDate
from factories import COMMISSION

BOARD = Commission.model_validate(yaml.safe_load(COMMISSION))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Opinion Number 05 (2003)", (2003, 5)),
        ("Opinion Number 143 (2022)", (2022, 143)),
        ("Opinion Number Five (2003)", None),
        ("Opinion Number 05 (MMIII)", None),
        ("Opinion Number 05 (2003) and more", None),
        ("opinion number 05 (2003)", None),
        ("Opinion Number " + "5" * 5000 + " (2003)", None),
    ],
)
def test_a_heading_gives_year_and_number(words: str, expected: tuple[int, int] | None) -> None:
    printed = BOARD.heading_in(words)
    assert (printed and (printed.year, printed.number)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("(Approved by the Board on May 6, 2003.)", "May 6, 2003"),
        ("(Approved by the Board on .)", None),
        ("Approved by the Board on May 6, 2003.", None),
    ],
)
def test_an_approval_line_gives_its_date_as_written(words: str, expected: str | None) -> None:
    assert BOARD.written_approval_date(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("May 6, 2003", "May 6, 2003"), ("Dear Mayor Roe:", None), ("May 32, 2003", None)],
)
def test_a_line_that_is_nothing_but_its_date_is_one_only_with_a_day(
    words: str, expected: str | None
) -> None:
    board = Commission.model_validate(yaml.safe_load(COMMISSION) | {"approval_lines": ["{date}"]})
    assert board.written_approval_date(words) == expected


REVISING = Commission.model_validate(
    yaml.safe_load(COMMISSION)
    | {
        "approval_lines": [
            *("Adopted {date}", "Adopted {date}; Revised {other_date}; Revised {other_date}"),
            *("Adopted {date}; Revised {other_date}", "Revised {date}"),
        ],
        "other_date_formats": ["%B %Y"],
    }
)


@pytest.mark.parametrize(
    ("words", "date", "others"),
    [
        ("Adopted May 6, 2003", "May 6, 2003", ()),
        ("Adopted May 6, 2003; Revised June 2006", "May 6, 2003", ("June 2006",)),
        (
            "Adopted May 2003; Revised June 2006; Revised May 1, 2007",
            "May 2003",
            ("June 2006", "May 1, 2007"),
        ),
        ("Adopted at some time; Revised later", "at some time; Revised later", ()),
    ],
)
def test_an_approval_line_may_give_several_dates(
    words: str, date: str, others: tuple[str, ...]
) -> None:
    dates = REVISING.written_approval_dates(words)
    assert dates
    assert (dates.date, dates.others) == (date, others)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["Adopted May 6, 2003", "Revised June 2006"], 0),
        (["Revised June 2006", "Adopted May 6, 2003"], 1),
        (["Revised June 2006", "Revised May 1, 2007"], 1),
        (["May it?"], None),
        ([], None),
    ],
)
def test_of_several_lines_that_with_the_first_form_gives_the_approval(
    lines: list[str], place: int | None
) -> None:
    assert REVISING.index_of_approval_line(lines) == place


def test_a_body_may_choose_that_the_last_revision_is_the_approval() -> None:
    forms = {"approval_lines": ["Revised {date}", "Adopted {date}"]}
    board = Commission.model_validate(yaml.safe_load(COMMISSION) | forms)
    assert board.index_of_approval_line(["Adopted May 6, 2003", "Revised June 3, 2006"]) == 1


@pytest.mark.parametrize("form", ["Adopted", "{date} {date}", "{date} {day}", "{other_date}"])
def test_a_form_of_an_approval_line_has_one_date_of_approval(form: str) -> None:
    with pytest.raises(ValidationError, match=r"must contain \{date\} exactly once"):
        Commission.model_validate(yaml.safe_load(COMMISSION) | {"approval_lines": [form]})


@pytest.mark.parametrize("words", ["OPINION NUMBER 05 (2003)", "Opinion Number 05 (2003)"])
def test_a_heading_may_be_in_capitals(words: str) -> None:
    assert BOARD.heading_in(words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("May 6, 2003", PartialDate(2003, 5, 6)),
        ("May 06, 2003", PartialDate(2003, 5, 6)),
        ("May 32, 2003", None),
        ("May 2003", None),
    ],
)
def test_a_day_is_read_as_the_commission_writes_it(words: str, day: PartialDate | None) -> None:
    assert BOARD.date_in(words) == day


def test_special_characters_in_a_template_stand_for_themselves() -> None:
    other = yaml.safe_load(COMMISSION) | {"heading_lines": ["No. {number} [{year}] (*)"]}
    board = Commission.model_validate(other)
    printed = board.heading_in("No. 5 [2003] (*)")
    assert printed
    assert printed.opinion(None) == OpinionId(2003, 5)
    assert board.heading_in("Nox 5 2003 (") is None


def test_every_kind_of_authority_has_its_names() -> None:
    assert [kind.label for kind in BOARD.kinds] == [
        "Standard {id}",
        "Harbor Stat. § {id}",
        "{id} Rule",
    ]
    assert [kind.plural for kind in BOARD.kinds] == ["standards", "statutes", "rules"]


@pytest.mark.parametrize(
    ("template", "is_findable"),
    [
        ("{number} ({year})", True),
        ("{yy}-{number}", True),
        ("{number}", True),
        ("{number}/{year}", False),
        ("{number} of {year}", False),
        ("{year}-INF-{number}", False),
    ],
)
def test_a_template_that_cannot_be_found_in_text_is_refused(
    template: str, *, is_findable: bool
) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["opinions"]["numbered"] = [template]
    if is_findable:
        names = Commission.model_validate(fields).opinions
        assert names
        assert names.numbered == (template,)
    else:
        with pytest.raises(ValidationError, match="must join number and year") as refused:
            Commission.model_validate(fields)
        [error] = refused.value.errors()
        assert "in `series`" in error["ctx"]["hint"]
