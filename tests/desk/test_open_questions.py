"""A clerk is asked about what no rule finds wrong, and may leave it as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from clerks import FINISHED, Clerk, at_desk
from corpus.checks.runner import check, has_errors
from corpus.library.loader import load
from factories import COMMISSION

KEY = "draft-1"
DOCUMENT = """\
Opinion Number 06 (2004)

(Approved by the Board on May 6, 2004.)

May the mediator call a party?

The mediator may call (see Standard 3(c)). This changes Advisory Opinion 05 (2003).
"""


@contextmanager
def finished(root: Path) -> Iterator[Clerk]:
    with at_desk(root) as clerk:
        clerk.drop(DOCUMENT)
        clerk.change(KEY, **FINISHED)
        yield clerk


def asked(clerk: Clerk) -> list[tuple[str, str]]:
    """The field and the message of each question to the clerk."""
    problems = clerk.state(KEY)["problems"]
    assert not [problem for problem in problems if problem["isError"]]
    return [
        (".".join(map(str, problem["field"])), problem["message"])
        for problem in problems
        if not problem["code"]
    ]


def relation(**values: str) -> list[dict[str, Any]]:
    return [{"cites": "2003/05", "at": ["2"], **values}]


MARKS_ALL = "Readers will see each answer of Advisory Opinion 05 (2003) marked as modified."


@pytest.mark.parametrize(
    ("values", "is_asked"),
    [
        ({"effect": "modifies", "holding": ""}, True),
        ({"effect": "modifies", "holding": "1"}, False),
        ({"effect": "supersedes", "holding": ""}, False),
        ({"effect": "follows", "holding": ""}, False),
    ],
)
def test_who_changes_part_of_an_opinion_is_told_what_readers_see(
    tmp_path: Path, values: dict[str, str], *, is_asked: bool
) -> None:
    with finished(tmp_path) as clerk:
        clerk.change(KEY, opinions=relation(**values))
        expected = [("opinions.0.holding", MARKS_ALL)] if is_asked else []
        assert asked(clerk) == expected


@pytest.mark.parametrize(
    ("sentence", "effect", "is_asked"),
    [
        ("As far as it could be read otherwise, it is hereby modified.", "cites", True),
        ("As far as it could be read otherwise, it is hereby modified.", "follows", False),
        ("It may be read.", "cites", False),
    ],
)
def test_a_word_beside_an_earlier_opinion_that_is_only_mentioned_is_asked_about(
    tmp_path: Path, sentence: str, effect: str, *, is_asked: bool
) -> None:
    text = DOCUMENT.replace(
        "This changes Advisory Opinion 05 (2003).", "See Advisory Opinion 05 (2003)."
    )
    with at_desk(tmp_path) as clerk:
        clerk.drop(text.rstrip() + f" {sentence}\n")
        clerk.change(KEY, **{**FINISHED, "opinions": relation(effect=effect)})
        question = "The text says “modified”. Is Advisory Opinion 05 (2003) only mentioned?"
        assert (("opinions.0.effect", question) in asked(clerk)) == is_asked


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("As the Board explained in Advisory Opinion 05 (2003), it lasts.", "explained"),
        ("Advisory Opinion 05 (2003) held that it lasts.", "held"),
        ("A session is held. See Advisory Opinion 05 (2003).", ""),
    ],
)
def test_who_only_mentions_an_opinion_whose_words_are_told_is_asked_whether_this_one_follows(
    tmp_path: Path, sentence: str, word: str
) -> None:
    text = DOCUMENT.replace("This changes Advisory Opinion 05 (2003).", sentence)
    with at_desk(tmp_path) as clerk:
        clerk.drop(text)
        clerk.change(KEY, **{**FINISHED, "opinions": relation(effect="cites")})
        question = f"The text says “{word}”. Does this opinion follow Advisory Opinion 05 (2003)?"
        expected = [question] if word else []
        assert [message for field, message in asked(clerk) if "effect" in field] == expected


@pytest.mark.parametrize(
    ("cites", "at", "is_asked"), [([], "2", True), (["3(c)"], "2", False), ([], "1", False)]
)
def test_an_answer_that_relies_on_nothing_is_asked_about_what_its_paragraphs_cite(
    tmp_path: Path, cites: list[str], at: str, *, is_asked: bool
) -> None:
    with finished(tmp_path) as clerk:
        answer = {"id": "1", "answers": "1", "text": "The mediator may.", "at": [at]}
        clerk.change(KEY, holdings=[{**answer, "cites": cites}])
        question = "The paragraphs of this answer cite Standard 3(c). Does it rely on that?"
        assert asked(clerk) == ([("holdings.0.cites", question)] if is_asked else [])


def test_the_other_opinion_with_the_same_number_can_be_opened_and_one_reason_covers_both(
    tmp_path: Path,
) -> None:
    settings = {"standards/commission.yml": COMMISSION + "first_number: 5\n"}
    with at_desk(tmp_path, settings) as clerk:
        clerk.drop(DOCUMENT.replace("Number 06", "Number 05"))
        clerk.change(KEY, **FINISHED)
        (same,) = (p for p in clerk.state(KEY)["problems"] if p["code"] == "OP419")
        assert same["other"] == {"key": "2003-05", "name": "Advisory Opinion 05 (2003)"}
        waiver = {"code": "OP419", "about": same["waivedBy"], "reason": "Both print it."}
        clerk.change(KEY, waivers=[waiver])
        clerk.step("save", KEY)
        assert not has_errors(check(load(clerk.paths)))


def test_a_second_question_that_is_offered_is_not_asked_about(tmp_path: Path) -> None:
    with at_desk(tmp_path) as clerk:
        text = DOCUMENT.replace("a party?", "a party? Must it?\n\nQuestion 2")
        clerk.drop(text)
        state = clerk.state(KEY)
        assert [each["questions"] for each in state["moreQuestions"]] == [["Must it?"]]
        assert not [each for each in state["problems"] if "more than one" in each["message"]]
