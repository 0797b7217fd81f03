import pytest

from corpus.citations.ranges import Reader
from corpus.model.authority import AuthorityKind


def read(kind: AuthorityKind, words: str, *, several: bool) -> list[str]:
    listed = Reader(words, kind, "MSC", several).read(0, 0)
    return [f"{words[start:end]}={cited}" for start, end, cited in listed]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3", ["3=3"]),
        ("3 and 4", ["3=3", "4=4"]),
        ("3, 4(a); 5", ["3=3", "4(a)=4(a)", "5=5"]),
        ("3 to 5", ["3=3", "to=4", "5=5"]),
        ("3-5 and 7", ["3=3", "-=4", "5=5", "7=7"]),
        ("3(a) to 5", ["3(a)=3(a)", "5=5"]),
        ("5 to 3", ["5=5", "3=3"]),
        ("1 to 31", ["1=1", *(f"to={one}" for one in range(2, 31)), "31=31"]),
        ("1 to 32", ["1=1", "32=32"]),
        ("3 but 4", ["3=3"]),
        ("of them", []),
    ],
)
def test_several_standards_follow_a_name_in_the_plural(words: str, found: list[str]) -> None:
    assert read(AuthorityKind.STANDARD, words, several=True) == found


@pytest.mark.parametrize(
    ("kind", "words", "found"),
    [
        (AuthorityKind.STANDARD, "3 and 4", ["3=3"]),
        (AuthorityKind.STANDARD, "3 and 4(a)", ["3=3", "4(a)=4(a)"]),
        (AuthorityKind.STANDARD, "3(a) and (b)", ["3(a)=3(a)", "(b)=3(b)"]),
        (AuthorityKind.RULE, "4 and 5", ["4=MSC 4"]),
        (AuthorityKind.RULE, "4 and 5(a)", ["4=MSC 4", "5(a)=MSC 5(a)"]),
        (AuthorityKind.RULE, ".0104 and .0105", [".0104=MSC .0104", ".0105=MSC .0105"]),
        (AuthorityKind.STATUTE, "8-110 and 8-111", ["8-110=8-110", "8-111=8-111"]),
        (AuthorityKind.STATUTE, "8-110 and 50-13.1", ["8-110=8-110", "50-13.1=50-13.1"]),
        (AuthorityKind.STATUTE, "8-110 and 12-14(a)", ["8-110=8-110", "12-14(a)=12-14(a)"]),
        (AuthorityKind.STATUTE, "8-110 and 12-14", ["8-110=8-110"]),
        (AuthorityKind.STATUTE, "8-110 and 8.5", ["8-110=8-110"]),
    ],
)
def test_after_one_a_further_one_shows_by_its_form_that_it_is_one(
    kind: AuthorityKind, words: str, found: list[str]
) -> None:
    assert read(kind, words, several=False) == found


def test_a_list_ends_where_its_last_one_does() -> None:
    assert Reader("see 4, 5 of", AuthorityKind.RULE, "", several=True).end(4) == len("see 4, 5")
    assert Reader("see none", AuthorityKind.RULE, "", several=True).end(4) == 4
