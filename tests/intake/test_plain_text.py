"""The lines of a text file are joined to its paragraphs."""

import re
from pathlib import Path

from corpus.intake import plain_text
from corpus.intake.markdown import body
from corpus.intake.remarks import RemarkKind
from intake.sample_documents import BOARD, draft_from

TEXT = """\
Opinion Number 09 (2004)
(Approved by the Board on May 6, 2004.)

Concern Raised

   A mediator asked the Board about what she may tell, and about
what she may not tell when a mediation has ended.
   The Board answers both, since it was asked about
both of them.

1)  May she tell what was said by the other party, and
    in what words?
2)  May she name the person, provided

that he agrees? She was to re-
convene the parties.
                                   3
\fOpinion of 2004
She may.
                                   4
"""

BODY = """\
# Opinion Number 09 (2004)

(Approved by the Board on May 6, 2004.)

## Concern Raised

A mediator asked the Board about what she may tell, and about what she may not tell when \
a mediation has ended.

The Board answers both, since it was asked about both of them.

1) May she tell what was said by the other party, and in what words?
2) May she name the person, provided that he agrees? She was to re-convene the parties.

Opinion of 2004 She may.
"""


def test_lines_are_joined_to_paragraphs() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert body(document.blocks) == BODY


def test_page_numbers_are_removed_and_reported() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert [(remark.kind, str(remark.place), remark.words) for remark in document.remarks] == [
        (RemarkKind.PAGE_NUMBER, "line 17", "3"),
        (RemarkKind.PAGE_NUMBER, "line 20", "4"),
    ]


def test_the_second_reading_has_every_word_but_the_page_numbers() -> None:
    document = plain_text.read(TEXT.encode(), BOARD)
    assert document.second_reading
    assert document.second_reading.split() == re.sub(r"(?m)^ +\d$", "", TEXT).split()


def test_no_word_of_a_text_file_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert draft_from(path).differences == ()
