"""What a check says if a text has other words, or another form, for what its record lists."""

from pathlib import Path

import pytest

from corpus.checks.runner import check
from corpus.findings import Finding
from factories import read_corpus
from joint_committee import FILES, LETTER, SETTINGS

POINTS = SETTINGS.replace('label: "J.S.A. {id}{part}"', 'label: "Section {id}{part}"').replace(
    "example: 46-237(b)", "example: 46.237(b)"
)
POINT_FILES = {
    **FILES,
    "standards/statutes/46-237.md": None,
    "standards/statutes/46.237.md": str(FILES["standards/statutes/46-237.md"]).replace(
        "46-237", "46.237"
    ),
}


def letter_citing(printed: str, listed: str = "46.237(b)") -> str:
    letter = LETTER.replace('statutes: ["46-237(b)"]', f'statutes: ["{listed}"]')
    return letter.replace("J.S.A. 46-237(b)", printed)


@pytest.mark.parametrize(
    ("printed", "hint"),
    [
        ("Sec. 46.237(b)", "If `Sec. 46.237` in the text cites it, "),
        ("§46.237(b)", "or add `§` to `cited_as`"),
        ("Section 46.9 and Stat. 46.237(b)", "or add `Stat.` to `cited_as`"),
        ("that 46.237 dollars", "or add the words of the text to `cited_as`"),
        ("Section 46.237(c)", ""),
    ],
)
def test_a_number_after_other_words_is_named(tmp_path: Path, printed: str, hint: str) -> None:
    files = {"standards/commission.yml": POINTS, "opinions/la/2004/03a.md": letter_citing(printed)}
    findings = check(read_corpus(tmp_path, {**POINT_FILES, **files}))
    hints = [each.hint for each in findings if each.code == "OP303"]
    assert all(hint in each for each in hints)
    assert bool(hints) is bool(hint)


def test_common_words_that_cannot_read_the_numbers_are_named(tmp_path: Path) -> None:
    settings = POINTS.replace(
        "numbering: code", 'numbering: code\n    common_words: [Section, "§"]'
    )
    other = letter_citing("Section 46.237(b)").replace("letter: A", "letter: B")
    files = {
        "standards/commission.yml": settings,
        "opinions/la/2004/03a.md": letter_citing("Section 46.237(b)"),
        "opinions/la/2004/03b.md": other.replace("2004-3A", "2004-3B"),
    }
    findings = check(read_corpus(tmp_path, {**POINT_FILES, **files}))
    assert [finding.code for finding in findings] == ["OP315"]
    assert all("move `Section`, `§` to `cited_as`" in finding.hint for finding in findings)
    moved = settings.replace("common_words", "cited_as")
    assert not check(
        read_corpus(tmp_path, {**POINT_FILES, **files, "standards/commission.yml": moved})
    )


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("46.237(2)(b)1.", "46.237(2)(b)(1)"),
        ("46.237(2)(b)1.a.", "46.237(2)(b)(1)(a)"),
        ("46.237(2)(b)1", "46.237(2)(b)(1)"),
    ],
)
def test_a_part_without_parentheses_is_typed_with_them(
    tmp_path: Path, typed: str, right: str
) -> None:
    def findings(listed: str) -> tuple[Finding, ...]:
        letter = letter_citing("Section 46.237(2)(b)1. It may", listed)
        files = {"standards/commission.yml": POINTS, "opinions/la/2004/03a.md": letter}
        return check(read_corpus(tmp_path, {**POINT_FILES, **files}))

    (finding,) = [each for each in findings(typed) if each.code == "OP110"]
    assert finding.hint.startswith(f'Type "{right}"')
    assert "OP110" not in {each.code for each in findings(right)}
