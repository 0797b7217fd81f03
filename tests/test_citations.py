import pytest
import yaml

from corpus.citations import Finder
from corpus.vocabulary import Commission
from factories import COMMISSION

FINDER = Finder(Commission.model_validate(yaml.safe_load(COMMISSION)).authorities)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see Standard 3(c)).", [("Standard 3(c)", "standard", "3(c)")]),
        ("Standard 3 says", [("Standard 3", "standard", "3")]),
        ("Standard 3(d)(5)", [("Standard 3(d)(5)", "standard", "3(d)(5)")]),
        (
            "Harbor Stat. §7A-38.2(b) provides",
            [("Harbor Stat. §7A-38.2(b)", "statute", "7A-38.2(b)")],
        ),
        ("Harbor Stat. § 7A-38.4A.", [("Harbor Stat. § 7A-38.4A", "statute", "7A-38.4A")]),
        (
            "Harbor\u00a0Stat.\u00a0§\u00a07A-38.1",
            [("Harbor\u00a0Stat.\u00a0§\u00a07A-38.1", "statute", "7A-38.1")],
        ),
        (
            "Standard 3(c) and Standard 4",
            [("Standard 3(c)", "standard", "3(c)"), ("Standard 4", "standard", "4")],
        ),
        ("a Standard of conduct", []),
        ("SubStandard 3 work", []),
        ("Standard 3.5 inches", []),
        ("Standard 1996-97", []),
        ("the standard 3 persons", []),
        ("Harbor Stat. of 1998", []),
    ],
)
def test_citations_are_found_where_they_stand(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [
        (text[hit.start : hit.end], hit.citation.kind, str(hit.citation))
        for hit in FINDER.find(text)
    ] == found
