"""A block of the text is changed without touching the rest of the file."""

from pathlib import Path

import pytest

from corpus.desk.text.edit import NoSuchBlockError, require_block, with_block
from factories import read_corpus, record_text

BODY = "\n# Opinion Number 05 (2003)\n\nOne.\n\n## Two\n\n1) Three\n   more.\n2) Four.\n\n> Five.\n"

CHANGES = [
    (1, "Once.", False, BODY.replace("One.", "Once.")),
    (1, "One.\n\nAnd a half.", False, BODY.replace("One.", "One.\n\nAnd a half.")),
    (1, "One.", True, BODY.replace("One.", "## One.")),
    (2, "Two", False, BODY.replace("## Two", "Two")),
    (2, "Second", True, BODY.replace("Two", "Second")),
    (3, "Third", False, BODY.replace("Three\n   more.", "Third")),
    (1, " ", False, BODY.replace("\n\nOne.", "")),
    (3, " ", False, BODY.replace("1) Three\n   more.\n", "")),
    (4, " ", False, BODY.replace("\n2) Four.", "")),
    (3, "Three\n\nMore", False, BODY.replace("Three\n   more.", "Three\n\nMore\n")),
    (4, "Four", True, BODY.replace("\n2) Four.", "\n\n## Four")),
    (5, "Fifth.", False, BODY.replace("Five", "Fifth")),
    (5, "**Five**", True, BODY.replace("> Five.", "## Five")),
    (0, "", False, BODY.replace("# Opinion Number 05 (2003)\n\n", "")),
]


@pytest.mark.parametrize(("position", "words", "is_heading", "expected"), CHANGES)
def test_only_the_block_changes(
    tmp_path: Path, position: int, words: str, *, is_heading: bool, expected: str
) -> None:
    text = record_text(body=BODY)
    (record,) = read_corpus(tmp_path, {"opinions/2003/05.md": text}).records
    changed = with_block(text, record, position, words, is_heading=is_heading)
    assert changed == record_text(body=expected)


def test_a_block_that_is_not_there_cannot_be_changed(tmp_path: Path) -> None:
    text = record_text(body=BODY)
    (record,) = read_corpus(tmp_path, {"opinions/2003/05.md": text}).records
    for position, words in [(99, "Six."), (-1, "Five."), ("1", "One."), (1, "Two")]:
        with pytest.raises(NoSuchBlockError):
            require_block(record, position, words)
    assert require_block(record, 1, "One.") == 1
