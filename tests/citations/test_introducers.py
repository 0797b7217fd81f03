import pytest
import yaml

from corpus.citations.introducers import Introducers
from corpus.citations.spellings import Introducer
from corpus.model.commission import Commission
from factories import COMMISSION, RULE_KIND, STANDARD_KIND, STATUTE_KIND


def test_words_are_known_in_the_plural_and_with_any_space() -> None:
    introducers = Introducers(Commission.model_validate(yaml.safe_load(COMMISSION)))
    assert introducers.meaning("Pier Rule") == Introducer(RULE_KIND, "PR")
    plural = Introducer(RULE_KIND, "PR", is_plural=True)
    assert introducers.meaning("Pier\u00a0Rules") == plural
    assert introducers.meaning("Harbor  Stat.") == Introducer(STATUTE_KIND)
    assert introducers.meaning("Advisory Opinion") == Introducer(None)
    assert introducers.meaning("Advisory Opinions") == Introducer(None, is_plural=True)


def test_the_word_before_of_or_for_is_put_in_the_plural() -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["standard"]["cited_as"] = ["Standard of Conduct"]
    fields["authorities"]["rule"]["sets"] = {"MSC": ["Rule for Mediated Settlement Conferences"]}
    introducers = Introducers(Commission.model_validate(fields))
    standards = Introducer(STANDARD_KIND, is_plural=True)
    assert introducers.pattern.fullmatch("Standards of\nConduct")
    assert introducers.meaning("Standards of Conduct") == standards
    assert introducers.meaning("Rules for Mediated Settlement Conferences").rule_set == "MSC"
    assert not introducers.pattern.fullmatch("Standard of Conducts")


def test_a_plural_that_the_settings_list_beside_its_singular_is_a_plural() -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["standard"]["cited_as"] = ["Duty", "Canon", "Canons"]
    introducers = Introducers(Commission.model_validate(fields))
    assert introducers.meaning("Canons") == Introducer(STANDARD_KIND, is_plural=True)
    assert introducers.meaning("Canon") == Introducer(STANDARD_KIND)


@pytest.mark.parametrize("typed", ["Judge's Canon", "Judge\u2019s Canon"])
def test_words_of_the_settings_are_known_with_either_apostrophe(typed: str) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["standard"]["cited_as"] = [typed]
    introducers = Introducers(Commission.model_validate(fields))
    for words in ("Judge's Canon", "Judge\u2019s Canons"):
        assert introducers.meaning(words).kind == STANDARD_KIND
