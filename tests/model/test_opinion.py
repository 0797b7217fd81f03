import pytest
from pydantic import TypeAdapter, ValidationError

from corpus.model.opinion import Catalogued, CitedOpinion, Effect, Opinion, OpinionId


@pytest.mark.parametrize(
    ("number", "url"),
    [(5, "opinions/2003/05/"), (43, "opinions/2003/43/"), (143, "opinions/2003/143/")],
)
def test_the_number_in_a_url_has_at_least_two_digits(number: int, url: str) -> None:
    assert OpinionId(2003, number).url == url


@pytest.mark.parametrize(
    ("written", "opinion"),
    [
        ("2001/03", OpinionId(2001, 3)),
        ("2001/3", OpinionId(2001, 3)),
        ("1999/143", OpinionId(1999, 143)),
    ],
)
def test_an_opinion_is_written_by_year_and_number(written: str, opinion: OpinionId) -> None:
    assert TypeAdapter(CitedOpinion).validate_python(written) == opinion


@pytest.mark.parametrize("written", ["3", "2001/0", "2001/00", "01/03", "2001-03", "2001/03/", ""])
def test_anything_else_is_not_an_opinion(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(CitedOpinion).validate_python(written)


def test_only_two_effects_change_the_earlier_opinion() -> None:
    assert [effect for effect in Effect if effect.changes] == [Effect.MODIFIES, Effect.SUPERSEDES]


def test_a_catalogue_record_has_no_field_for_what_an_opinion_holds() -> None:
    only = set(Opinion.model_fields) - set(Catalogued.model_fields)
    assert only == {"summary", "issues", "holdings", "corrections"}
