import pytest

from corpus.citations.ranges import ListReader
from corpus.model.authority_kind import AuthorityKind
from factories import RULE_KIND, STANDARD_KIND, STATUTE_KIND


def read(kind: AuthorityKind, text: str, *, is_plural: bool) -> list[str]:
    citations = ListReader(text, kind, "MSC", is_plural).read(0, 0)
    return [f"{text[start:end]}={target}" for start, end, target in citations]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("3", ["3=3"]),
        ("3 and 4", ["3=3", "4=4"]),
        ("3, 4(a); 5", ["3=3", "4(a)=4(a)", "5=5"]),
        ("3 to 5", ["3=3", "to=4", "5=5"]),
        ("3-5 and 7", ["3=3", "-=4", "5=5", "7=7"]),
        ("3(a) to 5", ["3(a)=3(a)", "5=5"]),
        ("5 to 3", ["5=5", "3=3"]),
        ("1 to 31", ["1=1", *(f"to={number}" for number in range(2, 31)), "31=31"]),
        ("1 to 32", ["1=1", "32=32"]),
        ("3 but 4", ["3=3"]),
        ("of them", []),
    ],
)
def test_a_list_of_standards_follows_words_in_the_plural(text: str, citations: list[str]) -> None:
    assert read(STANDARD_KIND, text, is_plural=True) == citations


@pytest.mark.parametrize(
    ("kind", "text", "citations"),
    [
        (STANDARD_KIND, "3 and 4 persons", ["3=3"]),
        (STANDARD_KIND, "3 and 4", ["3=3", "4=4"]),
        (STANDARD_KIND, "3, 4", ["3=3"]),
        (STANDARD_KIND, "3, 12 of them and 14", ["3=3"]),
        (STANDARD_KIND, "3, 4 and 5 apply", ["3=3", "4=4", "5=5"]),
        (STANDARD_KIND, "3, 4 and 5 days", ["3=3"]),
        (STANDARD_KIND, "3 and 4(a)", ["3=3", "4(a)=4(a)"]),
        (STANDARD_KIND, "3(a) and (b)", ["3(a)=3(a)", "(b)=3(b)"]),
        (RULE_KIND, "4 and 5 others", ["4=MSC 4"]),
        (RULE_KIND, "4 and 5, as", ["4=MSC 4", "5=MSC 5"]),
        (RULE_KIND, "4 and 5(a)", ["4=MSC 4", "5(a)=MSC 5(a)"]),
        (RULE_KIND, ".0104 and .0105", [".0104=MSC .0104", ".0105=MSC .0105"]),
        (STATUTE_KIND, "8-110 and 8-111", ["8-110=8-110", "8-111=8-111"]),
        (STATUTE_KIND, "8-110 and 50-13.1", ["8-110=8-110", "50-13.1=50-13.1"]),
        (STATUTE_KIND, "8-110 and 12-14(a)", ["8-110=8-110", "12-14(a)=12-14(a)"]),
        (STATUTE_KIND, "8-110 and 12-14", ["8-110=8-110"]),
        (STATUTE_KIND, "8-110 and 8.5", ["8-110=8-110"]),
        (STATUTE_KIND, "8-110, 12-114; as", ["8-110=8-110", "12-114=12-114"]),
        (STATUTE_KIND, "8-110 and 12-114 ask", ["8-110=8-110", "12-114=12-114"]),
        (STATUTE_KIND, "8-1, 7-19.", ["8-1=8-1", "7-19=7-19"]),
        (STATUTE_KIND, "8.1, 5.3, 8.4(c).", ["8.1=8.1", "5.3=5.3", "8.4(c)=8.4(c)"]),
        (STATUTE_KIND, "8.1, 5.3 acres", ["8.1=8.1"]),
        (STATUTE_KIND, "8.1 and 5.3 of the form", ["8.1=8.1"]),
        (STATUTE_KIND, "8.1 and 5.30 p.m.", ["8.1=8.1"]),
        (STATUTE_KIND, "8-110, 111 and 111.2", ["8-110=8-110", "111=8-111", "111.2=8-111.2"]),
    ],
)
def test_after_words_in_the_singular_a_list_continues_with_unmistakable_numbers_or_has_an_and(
    kind: AuthorityKind, text: str, citations: list[str]
) -> None:
    assert read(kind, text, is_plural=False) == citations


def test_a_list_ends_with_its_last_citation() -> None:
    assert ListReader("see 4, 5 of", RULE_KIND, "", is_plural=True).end(4) == len("see 4, 5")
    assert ListReader("see none", RULE_KIND, "", is_plural=True).end(4) == 4
