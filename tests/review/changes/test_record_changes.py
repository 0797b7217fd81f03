"""What a reviewer is shown of opinions, whatever else is wrong in their files or on `main`."""

import re
from pathlib import Path

import pytest

from commands import run
from corpus.model.opinion import Draft
from corpus.review.changes.field_changes import FieldChange
from corpus.review.changes.record_changes import RecordChanges, changes_in_records
from corpus.review.comment.markdown_parts import difference_of_words
from factories import (
    RECORD,
    VALID_FILES,
    Files,
    full_record,
    read_corpus,
    record_text,
    write_corpus,
)

FIVE = "Advisory Opinion 05 (2003)"
TWELVE = "Advisory Opinion 12 (2010)"
PATH, LATER = "opinions/2003/05.md", "opinions/2010/12.md"
TOPICS = "opinions/topics.yml"
ONE_TOPIC = "confidentiality: {title: Confidentiality, about: What may be told.}\n"
CORRECTION = 'corrections:\n  - {on: 2026-11-27, at: [2], what: "“may” was printed."}\n'
CORRECTED = record_text(CORRECTION).replace("It may (", "It must (")
CITING = full_record(12, 2010, "opinions: [{cites: 2003/05, effect: cites}]", "See AO 5 (2003).")
BROKEN = record_text("title: ''")


def changes(root: Path, before: Files, after: Files) -> RecordChanges:
    found = changes_in_records(read_corpus(root / "a", before), read_corpus(root / "b", after))
    assert found
    return found


def comment(root: Path, before: Files, after: Files) -> str:
    old, new = (write_corpus(root / "a", before).root, write_corpus(root / "b", after).root)
    return run("effects", "--root", new, old).stdout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({PATH: record_text("aliases: ''")}, {PATH: CORRECTED}),
        (
            {TOPICS: ONE_TOPIC, PATH: record_text("topics: [confidentiality, fees]")},
            {TOPICS: ONE_TOPIC, PATH: CORRECTED},
        ),
        ({TOPICS: f"{ONE_TOPIC}fees: ''\n"}, {PATH: CORRECTED}),
        ({}, {PATH: CORRECTED, TOPICS: f"{ONE_TOPIC}fees: ''\n"}),
    ],
)
def test_a_fault_before_or_after_the_change_hides_no_changed_word(
    tmp_path: Path, before: Files, after: Files
) -> None:
    shown = comment(tmp_path, before, after)
    assert "It <del>may</del><ins>must</ins>" in shown
    assert "¶ 2, November 27, 2026: “may” was printed." in shown
    assert "- new: 2003/05" not in shown
    assert "## New" not in shown
    assert "Readers will find no other change" not in shown


def test_a_file_that_cannot_be_shown_hides_no_change_of_another(tmp_path: Path) -> None:
    no_longer = full_record(12, 2010, CORRECTION, "It must.")
    before = CITING.replace("See AO", "It may. See AO")
    shown = comment(tmp_path, {LATER: before}, {PATH: BROKEN, LATER: no_longer})
    assert "It <del>may</del><ins>must</ins>" in shown
    assert "¶ 2, November 27, 2026: “may” was printed." in shown
    assert "- new: 2010/12" not in shown


def test_a_file_that_cannot_be_shown_hides_no_withdrawal_of_another(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2015-02-03, reason: The Board said so.}\nstandards: []"
    after = {PATH: BROKEN, LATER: CITING.replace("standards: []", withdrawn)}
    assert f"## Withdrawn\n\n- {TWELVE}, withdrawn February 3, 2015." in comment(
        tmp_path, {LATER: CITING}, after
    ).replace("\\", "")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (RECORD.replace("---\n\n# Op", "\n\n# Op"), "text, fields"),
        (record_text(f"title: {'x' * 300_000}"), "text, fields"),
        (record_text("title: [x"), "fields"),
        (record_text("title: ''"), "title"),
        (record_text("withdrawn: x"), "withdrawal"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, text: str, what: str) -> None:
    (unread,) = changes(tmp_path, {}, {PATH: text}).not_compared
    assert unread.startswith(f"{FIVE}: its {what}")
    assert f"- {unread}" in comment(tmp_path / "c", {}, {PATH: text}).replace("\\", "")


def test_a_field_that_cannot_be_read_is_not_called_changed(tmp_path: Path) -> None:
    before = record_text("withdrawn: {on: 2015-02-03, reason: The Board said so.}")
    for text in (record_text("withdrawn: x"), record_text("title: [x")):
        found = changes(tmp_path / str(len(text)), {PATH: before}, {PATH: text})
        assert (found.withdrawals, found.details, found.approvals) == ((), (), ())


def test_an_opinion_whose_file_moves_is_compared_by_its_number(tmp_path: Path) -> None:
    moved = {PATH: None, "opinions/2003/5.md": RECORD.replace("It may (", "It must (")}
    (change,) = changes(tmp_path, {}, moved).texts
    assert str(change) == f"{FIVE}: paragraph 2 changes"


def test_a_changed_day_of_approval_is_shown_with_the_old_one(tmp_path: Path) -> None:
    after = {PATH: record_text("approved: 2003-01-07")}
    (change,) = changes(tmp_path, {}, after).approvals
    assert (change.old, change.new) == ("November 7, 2003", "January 7, 2003")
    shown = comment(tmp_path / "c", {}, after)
    assert "**date of approval**: <del>November</del><ins>January</ins> 7, 2003" in shown
    assert shown.index("## The date of approval changes") < shown.index("<details>")


ANSWER = 'holdings:\n  - {id: 1, answers: 1, text: %s, at: [%d], cites: ["3(c)"]}\n'
ANSWER_IN_ORDER = "  - {{id: {0}, answers: 1, text: It may {0}., at: [2]}}\n"


DETAILS = (
    ("title: Naming nobody", "title", "Naming a speaker", "Naming nobody"),
    ("topics: [fees]", "topics", "confidentiality", "fees"),
    ("topics: [fees, confidentiality]", "topics", "confidentiality", "fees, confidentiality"),
    ("vote: {in_favor: 1, against: 9}", "vote", "", "1 in favor, 9 against"),
    ("requester: anonymous", "requester", "", "anonymous"),
    ("programs: []", "programs", "superior-court", ""),
    ("docket: R 3", "docket number", "", "R 3"),
    ("joint_bodies: [The Bar]", "joint bodies", "", "The Bar"),
    ("approval_line: May 5, 2003", "approval line", "", "May 5, 2003"),
    ("aliases: [03-05B]", "other forms of its number", "", "03-05B"),
    (
        "other_opinions:\n  - {body: The Bar, citation: RPC 1, url: https://a.example/b}",
        "opinions of other bodies",
        "",
        "The Bar: RPC 1 https://a.example/b",
    ),
    ("stage: draft\ncomments_until: 2003-12-20", "last day for comments", "", "2003-12-20"),
    (
        "summary: No.",
        "summary",
        "A party asked who said it. The mediator may tell.",
        "No.",
    ),
    (
        "issues:\n  - {id: 1, question: Must it?, at: [1]}",
        "question 1",
        "May it? (¶ 1)",
        "Must it? (¶ 1)",
    ),
    (
        ANSWER % ("It must not.", 2),
        "answer 1",
        "It may. (to question 1; ¶ 2; rests on Standard 3(c))",
        "It must not. (to question 1; ¶ 2; rests on Standard 3(c))",
    ),
    (
        ANSWER % ("It may.", 1),
        "answer 1",
        "It may. (to question 1; ¶ 2; rests on Standard 3(c))",
        "It may. (to question 1; ¶ 1; rests on Standard 3(c))",
    ),
    (
        f"{ANSWER % ('It may.', 2)}  - {{id: 2, answers: 1, text: Or not., at: [2]}}\n",
        "answer 2",
        "",
        "Or not. (to question 1; ¶ 2)",
    ),
)
"""A field as it is typed, what the comment calls it, and the words that it shows as old and new."""


@pytest.mark.parametrize(("fields", "what", "old", "new"), DETAILS)
def test_what_editors_wrote_is_shown_with_the_old_words(
    tmp_path: Path, fields: str, what: str, old: str, new: str
) -> None:
    (change,) = changes(tmp_path, {}, {PATH: record_text(fields)}).details
    assert change == FieldChange(FIVE, what, old, new)


def test_no_field_of_a_record_changes_without_a_word() -> None:
    """A new field needs a row in `DETAILS`, or a test of its own, as these have."""
    with_own_tests = {"approved", "corrections", "opinions", "source", "withdrawn", "waivers"}
    identity_and_stage = {"number", "letter", "year", "series", "text", "stage"}
    in_rows = {name for row in DETAILS for name in re.findall(r"^(\w+):", row[0], re.MULTILINE)}
    assert in_rows | with_own_tests | identity_and_stage == set(Draft.model_fields)


def test_what_is_said_of_an_earlier_opinion_and_where_is_shown_with_the_old_words(
    tmp_path: Path,
) -> None:
    was, now = (
        {LATER: CITING.replace("effect: cites", effect)}
        for effect in ("effect: follows, at: [1]", "effect: modifies, holding: 1, at: [2]")
    )
    (change,) = changes(tmp_path, was, now).details
    assert change == FieldChange(
        TWELVE, "earlier opinion 2003/05", "follows (¶ 1)", "modifies answer 1 (¶ 2)"
    )


@pytest.mark.parametrize(
    ("ids", "expected"), [("21", [("1, 2", "2, 1")]), ("12", []), ("312", []), ("2", [])]
)
def test_another_order_of_the_answers_is_shown_with_the_old_one(
    tmp_path: Path, ids: str, expected: list[tuple[str, str]]
) -> None:
    was, now = (
        {PATH: record_text("holdings:\n" + "".join(map(ANSWER_IN_ORDER.format, order)))}
        for order in ("12", ids)
    )
    details = changes(tmp_path, was, now).details
    orders = [(it.old, it.new) for it in details if it.what == "order of the answers"]
    assert orders == expected


def test_a_new_exception_of_a_published_opinion_is_shown_with_its_reason(tmp_path: Path) -> None:
    waiver = "waivers: [{code: OP303, about: 3(d), reason: The text means this one.}]"
    cited = 'standards: ["3(c)", "3(d)"]'
    shown = comment(tmp_path, {}, {PATH: record_text(f"{cited}\n{waiver}")}).replace("\\", "")
    section = shown.partition("## Exceptions to rules change")[2]
    line = f"- {FIVE}, **exception from OP303 for “3(d)”**: <ins>The text means this one.</ins>"
    assert line in section


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Hills of", "Hills\u00a0of", "Hills<del> </del><ins>&lt;U\\+00A0&gt;</ins>of"),
        ("not", "\u202enot", "<ins>&lt;U\\+202E&gt;</ins>not"),
        ("§\u00a05 may", "§\u00a05 must", "§ 5 <del>may</del><ins>must</ins>"),
    ],
)
def test_a_changed_sign_that_nobody_sees_is_shown_by_its_code(
    old: str, new: str, shown: str
) -> None:
    assert difference_of_words(old, new) == shown


def test_the_words_of_editors_stand_in_an_open_section(tmp_path: Path) -> None:
    shown = comment(tmp_path, {}, {PATH: record_text("title: Naming nobody")})
    section = shown.partition("## Titles, summaries, questions, answers and sources change")[2]
    assert "**title**: Naming <del>a speaker</del><ins>nobody</ins>" in section.partition("<d")[2]
    assert "<details>" not in section.partition("**title**")[0]


def test_a_second_equal_correction_is_new(tmp_path: Path) -> None:
    entry = CORRECTION.partition("\n")[2]
    twice = {PATH: record_text(f"{CORRECTION}{entry}")}
    once = {PATH: record_text(CORRECTION)}
    assert len(changes(tmp_path / "a", once, twice).corrections) == 1
    assert changes(tmp_path / "b", once, once).corrections == ()


def test_a_removed_correction_is_shown(tmp_path: Path) -> None:
    (change,) = changes(tmp_path, {PATH: record_text(CORRECTION)}, {}).details
    assert change == FieldChange(FIVE, "correction 1", "“may” was printed.", "")


BODY = "\n# Opinion Number 05 (2003)\n\nMay it?\n\nIt may (see Standard 3(c)).\n\n"
HEAD_FIRST, HEAD_LATER = "## Head\n\nOne.\n\nTwo.\n", "One.\n\n## Head\n\nTwo.\n"
ANOTHER_PLACE = "a heading is in another place"
OTHER_HEADINGS = "a heading or the approval line changes"
FIRST = "# Opinion Number 05 (2003) (before ¶ 1)"
HEAD_A, HEAD_B = "## A (between ¶ 2 and ¶ 3)", "## B (between ¶ 2 and ¶ 3)"


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        *(
            (
                HEAD_FIRST,
                after,
                (
                    ANOTHER_PLACE,
                    "## Head (between ¶ 2 and ¶ 3)",
                    "## Head (between ¶ 3 and ¶ 4)",
                ),
            )
            for after in (
                HEAD_LATER,
                HEAD_LATER.replace("Two", "*Two*"),
                HEAD_LATER.replace("Two", "Three"),
            )
        ),
        (
            "One.\n\nTwo.\n",
            "One.\n\n## The dissent says\n\nTwo.\n",
            (OTHER_HEADINGS, "", "## The dissent says (between ¶ 3 and ¶ 4)"),
        ),
        (
            "## A\n\n## B\n\nOne.\n",
            "## B\n\n## A\n\nOne.\n",
            (OTHER_HEADINGS, f"{FIRST} / {HEAD_A} / {HEAD_B}", f"{FIRST} / {HEAD_B} / {HEAD_A}"),
        ),
    ],
)
def test_another_order_is_shown_with_the_old_and_the_new_place(
    tmp_path: Path, before: str, after: str, change: tuple[str, str, str]
) -> None:
    old, new = ({PATH: record_text("", f"{BODY}{text}")} for text in (before, after))
    texts = changes(tmp_path, old, new).texts
    (order,) = (text for text in texts if "heading" in text.what)
    assert (order.what, order.old, order.new) == change
    assert order.is_of_words


@pytest.mark.parametrize(
    ("what", "quotes_other_words"),
    [
        ("“may” was printed.", False),
        ("“It must” is in the minutes.", False),
        ('"May" was printed.', False),
        ("“shall” was printed instead of “will”.", True),
        ("A word was wrong.", False),
    ],
)
def test_an_entry_that_quotes_words_that_did_not_change_is_pointed_out(
    tmp_path: Path, what: str, *, quotes_other_words: bool
) -> None:
    fields = f"corrections:\n  - {{on: 2026-11-27, at: [2], what: '{what}'}}\n"
    after = {PATH: record_text(fields).replace("It may (", "It must (")}
    (entry,) = changes(tmp_path, {}, after).corrections
    assert entry.quotes_other_words is quotes_other_words
    sentence = "**The words in this entry are not the words that changed.**"
    assert (sentence in comment(tmp_path / "c", {}, after)) is quotes_other_words


@pytest.mark.parametrize(
    ("what", "is_exchanged"),
    [
        ("“It may” was printed as “It must”.", True),
        ("“may (” should read “must (”.", False),
        ("“must” should be “may”.", True),
        ("“It must” was printed as “It may”.", False),
        ("“may” was changed to “must”.", False),
        ("“must” and “may” were confused.", False),
    ],
)
def test_an_entry_that_calls_the_new_words_wrong_is_pointed_out(
    tmp_path: Path, what: str, *, is_exchanged: bool
) -> None:
    fields = f"corrections:\n  - {{on: 2026-11-27, at: [2], what: '{what}'}}\n"
    after = {PATH: record_text(fields).replace("It may (", "It must (")}
    shown = comment(tmp_path, {}, after)
    assert ("**The right and the wrong words of this entry are swapped.**" in shown) is (
        is_exchanged
    )
    assert ("First read “Corrections that this change adds”" in shown) is is_exchanged


def test_another_source_is_shown_with_the_old_one(tmp_path: Path) -> None:
    after = {
        PATH: record_text("source: {title: Minutes of 2003, url: 'https://board.example.net/'}")
    }
    (change,) = changes(tmp_path, {}, after).details
    assert change == FieldChange(
        FIVE, "source", "Minutes of the Board", "Minutes of 2003; https://board.example.net/"
    )


def test_the_comment_speaks_in_the_words_of_the_body(tmp_path: Path) -> None:
    path = "standards/commission.yml"
    settings: Files = {
        path: f"{VALID_FILES[path]}words: {{approved: adopted, approval: adoption}}\n"
    }
    moved = record_text("approved: 2003-11-08").replace("November 7", "November 8")
    shown = comment(tmp_path, settings, {**settings, PATH: moved.replace("It may (", "It must (")})
    assert "## The adopted text changes" in shown
    assert "## The date of adoption changes" in shown
    assert "a heading or the adoption line changes" in shown


@pytest.mark.parametrize("approved", ["harmless (no word of the approved)", "proposed"])
def test_no_change_of_a_word_changes_the_headings_of_its_own_comment(
    tmp_path: Path, approved: str
) -> None:
    path = "standards/commission.yml"
    after = {path: f"{VALID_FILES[path]}words: {{approved: {approved}}}\n"}
    assert "## No approved text changes" in comment(tmp_path, {}, after)
    assert "## No other approved text changes" in comment(tmp_path / "b", {}, {**after, PATH: "x"})
