import pytest
from pydantic import TypeAdapter, ValidationError

from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_id import CitedOpinion, OpinionId
from corpus.model.opinion_parts import Effect


@pytest.mark.parametrize(
    ("opinion", "url"),
    [
        (OpinionId(2003, 5), "opinions/2003/05/"),
        (OpinionId(2003, 43), "opinions/2003/43/"),
        (OpinionId(2003, 143), "opinions/2003/143/"),
        (OpinionId(2014, 30, "A"), "opinions/2014/30a/"),
        (OpinionId(0, 5), "opinions/05/"),
        (OpinionId(0, 179, series="rpc"), "opinions/rpc/179/"),
        (OpinionId(1998, 5, series="feo"), "opinions/feo/1998/05/"),
    ],
)
def test_the_number_in_a_url_has_at_least_two_digits(opinion: OpinionId, url: str) -> None:
    assert opinion.url == url
    assert OpinionId.read(str(opinion)) == opinion


@pytest.mark.parametrize(
    ("written", "opinion"),
    [
        ("2001/03", OpinionId(2001, 3)),
        ("2001/3", OpinionId(2001, 3)),
        ("1999/143", OpinionId(1999, 143)),
        ("2014/30a", OpinionId(2014, 30, "A")),
        ("2014/30A", OpinionId(2014, 30, "A")),
        ("700", OpinionId(0, 700)),
        ("rpc/179", OpinionId(0, 179, series="rpc")),
        ("feo/1998/05", OpinionId(1998, 5, series="feo")),
    ],
)
def test_an_opinion_is_written_as_its_address_ends(written: str, opinion: OpinionId) -> None:
    assert TypeAdapter(CitedOpinion).validate_python(written) == opinion


@pytest.mark.parametrize(
    "written", ["AO 3", "2001/0", "2001/00", "01/03", "2001-03", "2001/03/", ""]
)
def test_anything_else_is_not_an_opinion(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(CitedOpinion).validate_python(written)


def test_only_two_effects_change_the_earlier_opinion() -> None:
    assert [effect for effect in Effect if effect.alters] == [Effect.MODIFIES, Effect.SUPERSEDES]


def test_a_catalogue_record_has_no_field_for_what_an_opinion_holds() -> None:
    only = set(Opinion.model_fields) - set(Catalogued.model_fields)
    assert only == {"summary", "issues", "holdings", "corrections", "stage", "approval_line"}
