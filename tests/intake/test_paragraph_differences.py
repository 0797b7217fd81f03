"""A paragraph or a heading that only the record or only the document has is named."""

import pytest

from corpus.intake.long_text_diff import differences
from corpus.intake.paragraph_differences import BlockWords, paragraph_differences
from corpus.text.approved_text import parse_approved_text

DOCUMENT = """# Opinion Number 05 (2003)

(Approved by the Board on May 7, 2003.)

## Concern Raised

She asked whether she may tell.

1) Who was told?
2) Who was not?

## Advisory Opinion

She may tell if all agree. If not, she waits.

Nobody else may be told of it.
"""
APPROVAL = "(Approved by the Board on May 7, 2003.)"
NOBODY = "`Nobody else may be told of …`"


def words_of(body: str) -> BlockWords:
    return BlockWords(parse_approved_text(body, lambda words: words.startswith("(Approved")))


@pytest.mark.parametrize(
    ("old", "new", "sentences"),
    [
        ("", "", []),
        ("waits.\n\nNobody", "waits. Nobody", [
            f"¶ 4: A new paragraph begins with {NOBODY} in the document, but not in the record.",
        ]),
        ("agree. If", "agree.\n\nIf", [
            ("¶ 5: A new paragraph begins with `If not, she waits.` in the record, but not in the "
            "document."),
        ]),
        ("## Advisory", "Advisory", [
            "¶ 4: `Advisory Opinion` is a heading in the document, but a paragraph in the record.",
        ]),
        ("She asked", "## She asked", [
            ("`She asked whether she may tell.` is a paragraph in the document, but a heading in "
            "the record."),
        ]),
        ("## Advisory Opinion\n\n", "Advisory Opinion ", [
            "¶ 4: `Advisory Opinion` is a heading in the document, but a paragraph in the record.",
            ("¶ 4: A new paragraph begins with `She may tell if all agree. …` in the document, but "
            "not in the record."),
        ]),
        ("tell.\n\n1) Who", "tell. 1) Who", [
            f"¶ 1: A new paragraph begins with `{item}` in the document, but not in the record."
            for item in ("1) Who was told?", "2) Who was not?")
        ]),
        ("waits.\n\nNobody else", "will wait. And nobody else", []),
        ("waits.\n\nNobody", "will wait. Nobody", [
            f"¶ 4: A new paragraph begins with {NOBODY} in the document, but not in the record.",
        ]),
        ("told of it.", "told of it.\n\nThis is new.", []),
        ("Nobody else may be told of it.", "", []),
        ("## Concern Raised\n\n", "It was May.\n\n## Concern Raised\n\nIt was late.\n\n", []),
        (APPROVAL, APPROVAL.replace("(Approved by", "The text was approved by"), []),
        ("# Opinion Number 05 (2003)\n\n", "", []),
    ],
)  # fmt: skip
def test_beginnings_that_only_one_text_has_are_named(
    old: str, new: str, sentences: list[str]
) -> None:
    assert old in DOCUMENT
    record, document = words_of(DOCUMENT.replace(old, new, 1)), words_of(DOCUMENT)
    others = list(differences(record.words, document.words))
    assert list(paragraph_differences(record, document, others)) == sentences
