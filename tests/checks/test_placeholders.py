"""Words that stand in guides are found wherever somebody leaves them in, and no others."""

from pathlib import Path

import pytest

from corpus.checks.runner import check
from factories import read_corpus, record_text

PATH = "opinions/2003/05.md"


def findings_on(root: Path, fields: str) -> list[tuple[str, str]]:
    """The code and the hint of each finding on a record with these fields."""
    return [
        (finding.code, finding.hint)
        for finding in check(read_corpus(root, {PATH: record_text(fields)}))
    ]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("summary: …", "Say in one to three sentences"),
        ("summary: '“…”'", "Say in one to three sentences"),
        ("summary: '...'", "Say in one to three sentences"),
        ("summary: 'TODO: ask the chair'", "Say in one to three sentences"),
        ("source: {title: TBD}", "Type the name of the document"),
        ("source: {title: Minutes of YYYY-MM-DD}", "Type the name of the document"),
        ("source: {url: 'https://example.org/a'}", "Type the address of the page"),
        ("title: …", "Type what belongs here"),
    ],
)
def test_a_placeholder_is_found_with_what_to_type(tmp_path: Path, fields: str, hint: str) -> None:
    (finding,) = findings_on(tmp_path, fields)
    assert finding[0] == "OP128"
    assert finding[1].startswith(hint)


@pytest.mark.parametrize(
    "fields",
    [
        "summary: The rule says “… or not”.",
        "summary: The new words are in the minutes...",
        "source: {title: The new wording of 2003}",
    ],
)
def test_other_words_with_such_parts_are_not(tmp_path: Path, fields: str) -> None:
    assert findings_on(tmp_path, fields) == []


def test_a_day_that_is_none_is_named_once(tmp_path: Path) -> None:
    ((code, _),) = findings_on(tmp_path, "withdrawn: {on: YYYY-MM-DD, reason: The Board said so.}")
    assert code != "OP128"


@pytest.mark.parametrize(
    ("what", "is_refused"),
    [
        ("“may” was printed as “…”.", True),
        ("“…” was printed as “must”.", True),
        ("TODO: say what was wrong here", True),
        ("“may …” was printed as “must …”.", False),
        ("“…” was printed as “. . .”.", False),
    ],
)
def test_a_correction_that_is_half_filled_in_is_refused(
    tmp_path: Path, what: str, *, is_refused: bool
) -> None:
    found = findings_on(tmp_path, f"corrections:\n  - {{on: 2026-01-02, at: [2], what: '{what}'}}")
    assert ("OP514" in {code for code, _ in found}) is is_refused
