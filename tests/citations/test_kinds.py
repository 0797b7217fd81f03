"""The kinds of authority of other bodies: read in text, recorded, and printed back."""

import pytest
import yaml
from pydantic import ValidationError

from bodies import BODIES, Body
from corpus.citations.finder import CitationFinder
from corpus.citations.names import Names
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from factories import COMMISSION
from marked_text import expected, find, without_marks

IN_EITHER_CASE = {
    "bar": [
        "see «rule 4-1.7(b)=4-1.7(b)» and «rules 4-1.7=4-1.7» and «4-1.10=4-1.10»",
        "see «RULE 4-1.7(b)=4-1.7(b)», not rule 4-1.7 of your lease",
    ],
    "judicial": ["see «canon 3B(5)=3B(5)», «article V, § 3=V-3»", "«const. art. V, § 3=V-3»"],
    "mediators": ["«Rule 10.310(a)=10.310(a)», «rule 10.310=10.310»"],
}
"""The names of kinds with the other first letter than the settings have."""

NAMED_BESIDE_THE_NUMBER = [
    "«Rule 12(b)=12(b)» of the Local Rules and «Rules 3=3» and «4=4» of the Local Rules of Pier 9",
    "See the Local Rules, «Rule 5=5». The Local Rules provide, in «Rule 6(b)=6(b)», that",
    "«Rule 12=12», Local Rules; «rule 12(b)=12(b)» in the Local Rules",
    "«Rule 12=12» (Fees) of the Local Rules; «subsection (b) of Rule 12=12(b)» of the Local Rules",
    "«Rule 4=PR 4» of the Pier Rules and «Rule 4=4» of the Local Rules",
    "«Pier Rule 4=PR 4», «Rule 5=PR 5» and «Local Rules 4=4» and «5=5»",
    "«Rule 4=PR 4» under the Standards of Conduct; «Rule 5=PR 5»",
    "Rule 4 of the Florida Local Rules and Rule 4 of the Rules of Evidence",
]
"""Rules of a kind of their own that texts also call `Rule`, in a text about Pier Rules."""

EACH_BODY = pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)


@EACH_BODY
def test_citations_are_read_as_the_body_writes_them(body: Body) -> None:
    finder = CitationFinder(body.commission)
    assert find(finder, without_marks(body.text)) == expected(body.text)


@pytest.mark.parametrize(
    ("body", "row"), [(body, row) for body, rows in IN_EITHER_CASE.items() for row in rows]
)
def test_the_first_letter_of_a_name_may_be_small_or_a_capital(body: str, row: str) -> None:
    assert find(CitationFinder(BODIES[body].commission), without_marks(row)) == expected(row)


@pytest.mark.parametrize(
    "row",
    [
        "«Article I, Section 24(a), Florida Constitution=I.24(a)».",
        "«article I, section 24(a)=I.24(a)», and «Article I, section 24=I.24»",
        "«ARTICLE I, SECTION 24=I.24»",
    ],
)
@pytest.mark.parametrize("word", ["Article", "article"])
def test_the_words_within_a_number_may_be_small_or_capitals(word: str, row: str) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["article"] = {
        "title": "Florida Constitution",
        "label": f"{word} {{article}}, Section {{section}}{{part}}, Florida Constitution",
        "numbering": "{article}.{section}",
        "numerals": "roman",
    }
    finder = CitationFinder(Commission.model_validate(fields))
    found = [target for _, target in find(finder, without_marks(row))]
    assert found == [target for _, target in expected(row)]


@pytest.mark.parametrize(
    "row",
    [
        "«Art. II, s. 8(f)(2)=II.8(f)(2)», Fla. Const.",
        "«art. II, s. 8=II.8» and «Article II, Section 8(f)=II.8(f)»",
        "«Const. II, § 8(f)=II.8(f)», «s. 112.313(7)(a)=112.313(7)(a)», F.S.",
        "«§ 112.313(7)=112.313(7)» and «Section 112.3148=112.3148», Florida Statutes",
    ],
)
def test_a_kind_may_have_several_forms(row: str) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"] = {
        "article": {
            "title": "Florida Constitution",
            "label": "Article {article}, Section {section}{part}, Florida Constitution",
            "numbering": "{article}.{section}",
            "numerals": "roman",
            "cited_as": [
                "Art. {article}, s. {section}{part}, Fla. Const.",
                "Const. {id}",
                "Const. {article}, § {section}",
            ],
        },
        "section": {
            "title": "Florida Statutes",
            "label": "Section {id}{part}, Florida Statutes",
            "numbering": "code",
            "cited_as": ["s. {id}{part}, F.S.", "§ {id}"],
        },
    }
    finder = CitationFinder(Commission.model_validate(fields))
    assert find(finder, without_marks(row)) == expected(row)


def with_local_rules() -> Commission:
    """The small body, which also cites Local Rules, a kind of their own."""
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["local_rule"] = {"title": "Local Rules", "label": "Local Rule {id}"}
    return Commission.model_validate(fields)


@pytest.mark.parametrize("row", NAMED_BESIDE_THE_NUMBER)
def test_a_rule_belongs_to_the_kind_that_is_named_beside_it(row: str) -> None:
    finder, text = CitationFinder(with_local_rules()), without_marks(row)
    assert find(finder, text, "PR") == expected(row)
    kinds = [citation.kind for citation in finder.find(text, "PR")]
    assert kinds == ["rule" if "PR" in meaning else "local_rule" for _, meaning in expected(row)]


@pytest.mark.parametrize(
    ("row", "doubts"),
    [
        ("«Pier Rule IV.B.2=Pier 4(B)(2)» and «Rule IV=Pier 4» of the Pier Rules", []),
        ("«Pier Rules II(b)=Pier 2(b)», «III=Pier 3» and «4(f)=Pier 4(f)»", []),
        ("«Pier Rule V.D.4.b=Pier 5(D)(4)(b)», the Pier Rules I cited and Rule IV", []),
        ("Canon IV(B) and Canons I–V, but «Canon 4=4»", ["Canon IV(B)", "Canons I–V"]),
    ],
)
def test_numbers_are_in_roman_numerals_if_the_settings_say_so(row: str, doubts: list[str]) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"] = {
        "canon": {"title": "Canons", "label": "Canon {id}"},
        "rule": {
            "title": "Rules",
            "label": "{id} Rule",
            "numerals": "roman",
            "cited_as": ["Rule"],
            "sets": {"Pier": ["Pier Rule"]},
        },
    }
    finder, words = CitationFinder(Commission.model_validate(fields)), without_marks(row)
    assert find(finder, words) == expected(row)
    assert [words[each.start : each.end] for each in finder.read(words).unresolved] == doubts


def test_a_label_with_only_a_sign_before_the_number_needs_no_other_words() -> None:
    statute = {"title": "Statutes", "label": "§ {id}{part}, Lake Stat.", "numbering": "code"}
    fields = {**yaml.safe_load(COMMISSION), "authorities": {"statute": statute}}
    finder = CitationFinder(Commission.model_validate(fields))
    row = "See «§ 44.405(4)(a), Lake Stat.=44.405(4)(a)», but § 4 of the lease."
    assert find(finder, without_marks(row)) == expected(row)


def test_small_letters_may_follow_a_hyphen() -> None:
    fields = yaml.safe_load(COMMISSION)
    law = {"title": "Town Law", "label": "Town Law § {section}{part}", "letters": "small"}
    fields["authorities"] = {"law": {**law, "numbering": "{section}", "example": "805-a(1)"}}
    finder = CitationFinder(Commission.model_validate(fields))
    for row in (
        "«Town Law § 805-a(1)=805-a(1)», «Town Law § 805\u2011a=805-a» and an 805-acre lot",
        "«Town Law §§ 804=804», «805-a=805-a» and «806b=806b»",
    ):
        assert find(finder, without_marks(row)) == expected(row)


@EACH_BODY
def test_what_is_printed_is_read_back(body: Body) -> None:
    finder, names = CitationFinder(body.commission), Names(body.commission)
    for citation in finder.find(without_marks(body.text)):
        assert isinstance(citation.target, Citation)
        printed = names.provision(citation.target)
        assert [found.target for found in finder.find(f"See {printed}.")] == [citation.target]
        assert Citation.parse(citation.target.kind, str(citation.target)) == citation.target


@pytest.mark.parametrize("third", ["(1)", "[1]", ".1", "1", "1."])
@pytest.mark.parametrize("second", ["(a)", "[a]", ".a", "a", "a."])
@pytest.mark.parametrize("first", ["(1)", "[1]", ".a"])
def test_every_form_of_parts_that_settings_can_have_is_read_back(
    first: str, second: str, third: str
) -> None:
    fields = yaml.safe_load(COMMISSION)
    parts = [first, second, third]
    rule = {"title": "Rules", "label": "Rule {id}", "parts": parts}
    fields["authorities"] = {"rule": rule}
    try:
        commission = Commission.model_validate(fields)
    except ValidationError:
        return  # settings cannot have it
    finder, names, [kind] = CitationFinder(commission), Names(commission), commission.kinds
    for typed in ("3(b)(b)(2)", "3(b)(b)", "3(b)"):
        citation = Citation.parse(kind, typed)
        assert citation
        printed = names.provision(citation)
        assert [found.target for found in finder.find(f"See {printed}.")] == [citation], printed


@EACH_BODY
def test_a_provision_has_its_name_and_its_place(body: Body) -> None:
    names = Names(body.commission)
    cited = {
        found.target.url: names.provision(found.target)
        for found in CitationFinder(body.commission).find(without_marks(body.text))
        if isinstance(found.target, Citation)
    }
    assert body.pages.items() <= cited.items()
