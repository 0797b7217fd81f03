import pytest

from corpus.findings import Finding, Level, Location, did_you_mean


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("confidentialty", "; did you mean `confidentiality`?"),
        ("fee", "; did you mean `fees`?"),
        ("weather", ""),
        ("", ""),
    ],
)
def test_only_a_close_word_is_suggested(word: str, suggestion: str) -> None:
    assert did_you_mean(word, ["fees", "confidentiality"]) == suggestion


def test_findings_are_sorted_by_path_line_and_column() -> None:
    locations = [Location("b", 1), Location("a", 10), Location("a", 2, 3), Location("a", 2, 1)]
    findings = sorted(Finding(location, "OP1", "x", Level.ERROR, "", "") for location in locations)
    assert [finding.location for finding in findings] == [
        Location("a", 2, 1),
        Location("a", 2, 3),
        Location("a", 10),
        Location("b", 1),
    ]


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 5, 1), (2, 5, 3), (3, 6, 1), (4, 7, 1), (5, 7, 2)]
)
def test_a_character_of_a_text_has_a_line_and_a_column(offset: int, line: int, column: int) -> None:
    assert Location.in_text("a.md", "ab\n\ncd", 5, offset) == Location("a.md", line, column)
