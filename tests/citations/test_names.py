"""Opinions, authorities and days are named as their commission names them."""

from datetime import date

import yaml

from corpus.citations.names import Names
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from factories import COMMISSION, RULE_KIND, STANDARD_KIND, STATUTE_KIND


def names(**changes: str) -> Names:
    return Names(Commission.model_validate(yaml.safe_load(COMMISSION) | changes))


def test_opinions_and_authorities_have_the_names_of_their_commission() -> None:
    assert names().long(OpinionId(2003, 5)) == "Advisory Opinion 05 (2003)"
    assert names().short(OpinionId(2003, 5)) == "AO 5 (2003)"
    assert names().provision(Citation(STANDARD_KIND, "3", "(c)")) == "Standard 3(c)"
    assert names().provision(Citation(RULE_KIND, "PR", "4(f)")) == "PR Rule 4(f)"
    assert names().provision(Citation(STATUTE_KIND, "7A-38.2")) == "Harbor Stat. § 7A-38.2"


def test_opinions_are_numbered_as_the_commission_numbers_them() -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["opinions"]["numbered"] = ["{year}-{number}", "{number} ({year})"]
    other = Names(Commission.model_validate(fields))
    assert other.long(OpinionId(2003, 5)) == "Advisory Opinion 2003-05"
    assert other.short(OpinionId(2003, 5)) == "AO 2003-5"


def test_a_day_is_written_as_the_commission_writes_it() -> None:
    assert names().day(date(2003, 11, 7)) == "November 7, 2003"
    assert names(date_format="%d %B %Y").day(date(2003, 11, 7)) == "7 November 2003"
    assert names(date_format="%Y-%m-%d").day(date(2003, 1, 7)) == "2003-01-07"
