"""The examples of a rule, as one body would type them."""

import yaml

from corpus.checks.own_examples import with_own_examples
from corpus.checks.registry import RULES
from corpus.model.commission import Commission
from joint_committee import SETTINGS

BODY = Commission.model_validate(yaml.safe_load(SETTINGS))


def test_the_examples_have_the_fields_numbers_and_lines_of_the_body() -> None:
    unlisted = with_own_examples(RULES["OP302"], BODY)
    assert 'statutes: ["46-237(b)"]' in unlisted.good
    assert "It may (see J.S.A. 46-237(b))." in unlisted.good
    assert "# EC-03-6" in with_own_examples(RULES["OP208"], BODY).bad
    approval = with_own_examples(RULES["OP213"], BODY).good
    assert "Approved by the Committee, November 7, 2003" in approval


def test_a_file_is_where_the_body_has_it() -> None:
    settings = SETTINGS.replace('url: "{year}/', 'url: "ec/{year}/')
    body = Commission.model_validate(yaml.safe_load(settings))
    assert "opinions/ec/2003/05.md" in with_own_examples(RULES["OP404"], body).hint


def test_examples_from_the_settings_stay_as_they_are() -> None:
    assert with_own_examples(RULES["OP311"], BODY).good == RULES["OP311"].good
