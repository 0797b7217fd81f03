"""A paragraph that asks more questions than the form has is noticed."""

from pathlib import Path

import pytest

from clerks import at_desk
from corpus.text.asked_questions import questions_in, reported_questions_in
from factories import record_text

PARAGRAPHS = [
    ("May she? May he?", ("May she?", "May he?")),
    ("Ms. A. Smith was asked. May Dr. Jones call (see No. 5)? Must she?",
     ("May Dr. Jones call (see No. 5)?", "Must she?")),
    ("He asked: “May I?” Then: “Must I?”", ("“May I?”", "“Must I?”")),
    ("May a mediator under N.C. Gen. Stat. § 7A-38.1(l) tell the court?",
     ("May a mediator under N.C. Gen. Stat. § 7A-38.1(l) tell the court?",)),
    ("He came. May Mr. Smith, Jr. act for Acme, Inc. at 9 a.m. today, e.g. alone?",
     ("May Mr. Smith, Jr. act for Acme, Inc. at 9 a.m. today, e.g. alone?",)),
    ("She works for Acme, Inc. May she, under Sec. 3, Art. 7A and Super. Ct. R. 4?",
     ("May she, under Sec. 3, Art. 7A and Super. Ct. R. 4?",)),
    ("May she? No. May he?", ("May she?", "May he?")),
    ("It came.¹ May she?² May he?[3]", ("May she?", "May he?")),
    ("May Acme, Inc.¹ act?", ("May Acme, Inc.¹ act?",)),
    ("It may.", ()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "questions"), PARAGRAPHS)
def test_each_question_of_a_paragraph_is_a_sentence(words: str, questions: tuple[str, ...]) -> None:
    assert questions_in(words) == questions


REPORTED = [
    ("One came. The mediator also asks whether she may answer.", "May the mediator answer?"),
    ("A judge asks whether the clerk must file it now.", "Must the clerk file it now?"),
    ("The mediator asks whether she may answer.¹", "May the mediator answer?"),
    ("She asks whether she may answer.", "She asks whether she may answer."),
    ("The mediator asks whether she may call and whether she must write.",
     "The mediator asks whether she may call and whether she must write."),
    ("The mediator asks whether she may call and must write.",
     "The mediator asks whether she may call and must write."),
    ("The mediator asks whether the parties’ lawyer may come.",
     "The mediator asks whether the parties’ lawyer may come."),
    ("The mediator asks what to do.", "The mediator asks what to do."),
    ("If a party asks whether it may leave, it may.", None),
    ("The lawyer asked whether it was said.", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "question"), REPORTED)
def test_a_reported_question_is_asked_only_where_that_is_grammatical(
    words: str, question: str | None
) -> None:
    assert reported_questions_in(words) == ((question,) if question else ())


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


def test_a_reported_question_is_offered_until_the_form_has_its_paragraph(tmp_path: Path) -> None:
    text = record_text().replace("May it?\n\nIt", "The member asks whether he may go.\n\nIt")
    with at_desk(tmp_path, {"opinions/2003/05.md": text}) as clerk:
        (issue,) = clerk.state("2003-05")["fields"]["issues"]
        state = clerk.change("2003-05", issues=[{**issue, "at": []}]).json()
        offered = {"number": 1, "count": 1, "questions": ["May the member go?"]}
        assert state["moreQuestions"] == [offered]
        state = clerk.change("2003-05", issues=[{**issue, "at": ["1"]}]).json()
        assert state["moreQuestions"] == []
