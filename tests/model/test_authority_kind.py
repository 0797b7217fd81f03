from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from factories import COMMISSION


def kind(**settings: Any) -> AuthorityKind:
    """Return the kind with these settings, named `rule`."""
    return commission({"rule": {"title": "Rules", "label": "Rule {id}", **settings}}).kinds[0]


def commission(authorities: dict[str, dict[str, Any]]) -> Commission:
    return Commission.model_validate({**yaml.safe_load(COMMISSION), "authorities": authorities})


def test_a_simple_kind_needs_a_title_and_a_label() -> None:
    rule = kind()
    assert (rule.id, rule.plural, rule.name, rule.words_before) == ("rule", "rules", "Rule", "Rule")
    assert rule.printed("3", "(c)") == "Rule 3(c)"
    assert rule.example_to_type == "3(c)"


@pytest.mark.parametrize(
    ("settings", "typed", "printed"),
    [
        ({"label": "Rule {id}"}, "3(c)", "Rule 3(c)"),
        ({"label": "Rule {id}", "first_part": "A"}, "3B(5)", "Rule 3B(5)"),
        ({"label": "§ {id}{part}, Code", "numbering": "code"}, "1A-2(b)", "§ 1A-2(b), Code"),
        ({"label": "{id} Rule", "numbering": "sets"}, "Pier 4(f)", "Pier Rule 4(f)"),
        ({"label": "{t} U.S.C. § {s}", "numbering": "{t}-{s}"}, "5-552(b)", "5 U.S.C. § 552(b)"),
        ({"label": "Art. {a}, § {s}", "numbering": "{a}-{s}"}, "4-3(a)", "Art. 4, § 3(a)"),
        (
            {"label": "Art. {a}, § {s}", "numbering": "{a}-{s}", "numerals": "roman"},
            "XVI-40(a)",
            "Art. XVI, § 40(a)",
        ),
        ({"label": "Rule {id}", "numbering": "{c}.{r}"}, "1.8A(b)", "Rule 1.8A(b)"),
        (
            {"label": "§ {id}{part}, Code", "parts": ["(1)", "(a)", "1.", "a."]},
            *("3(2)(b)(1)(a)(i)", "§ 3(2)(b)1.a.(i), Code"),
        ),
        ({"label": "Rule {id}", "parts": ["(a)", "1."]}, "3(b)(1)", "Rule 3(b)1"),
    ],
)
def test_a_part_stands_in_its_place(settings: dict[str, Any], typed: str, printed: str) -> None:
    parsed = kind(**settings).parse(typed)
    assert parsed
    assert kind(**settings).printed(*parsed) == printed
    assert kind(**settings).typed(*parsed) == typed


@pytest.mark.parametrize(
    ("settings", "written"),
    [
        ({"numbering": "{c}-{r}.{s}"}, "1.7"),
        ({"numbering": "{c}-{r}.{s}"}, "4-1-7"),
        ({"numbering": "{t}-{s}"}, "52 U.S.C. § 30101"),
        ({"first_part": "A"}, "3b"),
        ({"numbering": "{a}-{s}", "numerals": "roman"}, "16-40"),
        ({"numbering": "{a}-{s}", "numerals": "roman"}, "IIIII-40"),
        ({"numbering": "{a}-{s}", "numerals": "roman"}, "IC-40"),
        ({"numbering": "code"}, "A-3"),
    ],
)
def test_another_form_is_no_number(settings: dict[str, str], written: str) -> None:
    assert kind(**settings).parse(written) is None


def test_the_file_of_an_authority_has_a_name_that_every_system_allows() -> None:
    assert kind(numbering="code").slug("2A:23C-1") == "2A-23C-1"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"numbering": "[0-9]+"}, "is not a way to number authorities"),
        ({"numbering": "{number}/{year}"}, "is not a way to number authorities"),
        ({"numbering": "{n}-{n}"}, "is not a way to number authorities"),
        ({"numbering": "{part}"}, "is not a way to number authorities"),
        ({"label": "Rule"}, "must contain {id}"),
        ({"label": "Rule {number}"}, "must contain {id}"),
        ({"label": "{t} Code", "numbering": "{t}-{s}"}, "must contain {id}, or {t} and {s}"),
        ({"cited_as": ["Order {number}"]}, "no text can be read with the form"),
        ({"cited_as": ["Part {part} of Order {id}"]}, "no text can be read with the form"),
        ({"cited_as": ["{id}, F.S."]}, "no text can be read with the form"),
        (
            {
                "label": "Art. {a}, § {s}",
                "numbering": "{a}-{s}",
                "cited_as": ["§ {s} of art. {a}"],
            },
            "no text can be read with the form",
        ),
        ({"plural": "Rules"}, "is not one word of lowercase letters"),
        ({"first_part": "B"}, "is not one of"),
        ({"parts": ["(a)", "(1"]}, "is not a form in which a part is printed"),
        ({"parts": ["(a)", "1", "a"]}, "no text can be read with a part in the form `a`"),
        ({"parts": ["1."]}, "no text can be read with a part in the form `1.`"),
    ],
)
def test_settings_that_make_no_sense_are_refused(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError) as error:
        kind(**settings)
    assert said in str(error.value)


def test_two_kinds_with_one_field_are_one() -> None:
    same = {"title": "Rules", "label": "Rule {id}"}
    kinds = commission({"rule": same, "order": {**same, "plural": "rules"}}).kinds
    assert [kind.id for kind in kinds] == ["rule"]


def test_roman_numerals_are_sorted_as_numbers() -> None:
    article = kind(label="Art. {a}, § {s}", numbering="{a}-{s}", numerals="roman")
    numbers = ["X-2", "IX-10", "IX-9", "V-1", "XL-1", "III-3"]
    assert sorted(numbers, key=article.order) == ["III-3", "V-1", "IX-9", "IX-10", "X-2", "XL-1"]
