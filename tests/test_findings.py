import pytest

from corpus.findings import Finding, Level, Spot, guess


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
    assert guess(word, ["fees", "confidentiality"]) == said


def test_findings_stand_by_path_line_and_column() -> None:
    spots = [Spot("b", 1), Spot("a", 10), Spot("a", 2, 3), Spot("a", 2, 1)]
    findings = sorted(Finding(spot, "OP1", "x", Level.ERROR, "", "") for spot in spots)
    assert [finding.spot for finding in findings] == [
        Spot("a", 2, 1),
        Spot("a", 2, 3),
        Spot("a", 10),
        Spot("b", 1),
    ]
