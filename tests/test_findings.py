import pytest

from corpus.findings import Finding, Level, Location, did_you_mean


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("confidentialty", "; did you mean `confidentiality`?"),
        ("fee", "; did you mean `fees`?"),
        ("weather", ""),
        ("", ""),
    ],
)
def test_a_close_word_is_guessed_and_no_other(word: str, said: str) -> None:
    assert did_you_mean(word, ["fees", "confidentiality"]) == said


def test_findings_stand_by_path_line_and_column() -> None:
    spots = [Location("b", 1), Location("a", 10), Location("a", 2, 3), Location("a", 2, 1)]
    findings = sorted(Finding(location, "OP1", "x", Level.ERROR, "", "") for location in spots)
    assert [finding.location for finding in findings] == [
        Location("a", 2, 1),
        Location("a", 2, 3),
        Location("a", 10),
        Location("b", 1),
    ]
