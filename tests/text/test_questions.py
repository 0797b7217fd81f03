"""A paragraph that asks more questions than the form has is noticed."""

from pathlib import Path

import pytest

from clerks import at_desk
from corpus.text.questions import questions_in
from factories import record_text

PARAGRAPHS = [
    ("May she? May he?", ("May she?", "May he?")),
    ("Ms. A. Smith was asked. May Dr. Jones call (see No. 5)? Must she?",
     ("May Dr. Jones call (see No. 5)?", "Must she?")),
    ("He asked: “May I?” Then: “Must I?”", ("“May I?”", "“Must I?”")),
    ("It may.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "questions"), PARAGRAPHS)
def test_each_question_of_a_paragraph_is_a_sentence(words: str, questions: tuple[str, ...]) -> None:
    assert questions_in(words) == questions


def test_both_questions_are_offered_until_the_form_has_them(tmp_path: Path) -> None:
    text = record_text().replace("May it?\n\nIt", "May it? Must it?\n\nIt")
    with at_desk(tmp_path, {"opinions/2003/05.md": text}) as clerk:
        (offered,) = clerk.state("2003-05")["moreQuestions"]
        assert offered == {"number": 1, "count": 2, "questions": ["Must it?"]}
        issues = [
            {"id": "1", "question": "May it?", "at": ["1"]},
            {"id": "2", "question": "Must a mediator do it?", "at": ["1"]},
        ]
        assert clerk.change("2003-05", issues=issues).json()["moreQuestions"] == []
