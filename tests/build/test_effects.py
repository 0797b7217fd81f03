"""The effects of small changes to a valid corpus."""

import json
from pathlib import Path

import pytest

from corpus.build.effects import Effects, as_json, as_markdown, effects
from factories import (
    RECORD,
    VALID_FILES,
    Files,
    catalog_record,
    full_record,
    page_text,
    read_valid_corpus,
    record_text,
    with_fields,
)

FIVE = "Advisory Opinion 05 (2003)"
LAW = "Standard 3(c) changed in 2020"
PATH = "opinions/2003/05.md"
LATER: Files = {
    "opinions/2010/12.md": full_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5 (2003)."
    )
}
CHANGED_WORD: Files = {PATH: RECORD.replace("It may (", "It must (")}
LONGER: Files = {PATH: RECORD + "\nOr not.\n"}
NEW_HEADING: Files = {PATH: RECORD.replace("\nMay it?", "\n## Question\n\nMay it?", 1)}
NO_CHANGE: Files = {}


def effects_of(root: Path, after: Files, before: Files = NO_CHANGE) -> Effects:
    return effects(
        read_valid_corpus(root / "before", before), read_valid_corpus(root / "after", after)
    )


def test_two_equal_states_have_no_effects(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, NO_CHANGE))
    assert markdown.startswith("## The approved text of no opinion changes")
    assert "no other change" in markdown


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (NO_CHANGE, CHANGED_WORD, "paragraph 2 changes"),
        (NO_CHANGE, LONGER, "paragraph 3 is new"),
        (LONGER, NO_CHANGE, "paragraph 3 is removed"),
        (NO_CHANGE, NEW_HEADING, "a heading or the approval line changes"),
    ],
)
def test_every_change_to_the_approved_text_is_reported(
    tmp_path: Path, before: Files, after: Files, sentence: str
) -> None:
    assert effects_of(tmp_path, after, before).words == (f"{FIVE}: {sentence}",)


def test_changes_to_the_approved_text_come_first(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, CHANGED_WORD))
    assert markdown.startswith("## The approved text changes\n\n- Advisory Opinion 05")


def test_a_new_opinion_is_reported_with_everything_that_it_changes(tmp_path: Path) -> None:
    found = effects_of(tmp_path, LATER)
    assert found.words == ()
    assert found.opinions.gained == ("2010/12",)
    assert found.statuses == (
        f"{FIVE}: from “{LAW}” to “Superseded by AO 12 (2010); {LAW}”",
        f"{FIVE}, answer to question 1: from “{LAW}” to “Superseded by AO 12 (2010); {LAW}”",
    )
    assert found.cited_by.gained == ("Advisory Opinion 12 (2010) supersedes 2003/05",)
    assert "topics/confidentiality/: Advisory Opinion 12 (2010)" in found.rows.gained
    assert {"opinions/2010/12/", "ao/12/", "opinions/2010/12/cite.bib"} <= set(
        found.addresses.gained
    )
    assert "2010-06-01: AO 12 (2010) supersedes AO 5 (2003)" in found.feeds.gained
    assert found.addresses.lost == ()


def test_a_withdrawal_names_the_opinion_that_the_withdrawn_one_had_changed(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2015-02-03, reason: The Board said so.}\nstandards: []"
    text = str(LATER["opinions/2010/12.md"]).replace("standards: []", withdrawn)
    found = effects_of(tmp_path, {"opinions/2010/12.md": text}, LATER)
    label = "Superseded by AO 12 (2010)"
    assert f"{FIVE}: from “{label}; {LAW}” to “{label}, since withdrawn; {LAW}”" in found.statuses
    assert found.changed == ("Advisory Opinion 12 (2010): withdrawal",)
    assert "2015-02-03: AO 12 (2010), which supersedes AO 5 (2003): withdrawn" in found.feeds.gained


def test_what_is_lost_comes_before_what_is_new(tmp_path: Path) -> None:
    found = effects_of(tmp_path, {"opinions/2011/13.md": catalog_record(13, 2011)}, LATER)
    lines = as_markdown(found).splitlines()
    assert lines.index("- lost: 2010/12") < lines.index("- new: 2011/13")


def test_changed_fields_are_named(tmp_path: Path) -> None:
    found = effects_of(tmp_path, {PATH: record_text("title: Another\ntopics: [fees]")})
    assert found.changed == (f"{FIVE}: title, topics",)
    assert found.rows.lost == (f"topics/confidentiality/: {FIVE}",)


TWO_ANSWERS: Files = {
    PATH: record_text(
        "holdings:\n"
        '  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}\n'
        "  - {id: 2, answers: 1, text: It need not., at: [2]}\n"
    )
}


def test_changed_answers_are_named_as_the_page_names_them(tmp_path: Path) -> None:
    replaced: Files = {
        **TWO_ANSWERS,
        "opinions/2010/12.md": full_record(
            12,
            2010,
            "opinions: [{cites: 2003/05, effect: supersedes, holding: 2}]",
            "See AO 5 (2003).",
        ),
    }
    assert effects_of(tmp_path / "a", TWO_ANSWERS).changed == (f"{FIVE}: answers",)
    statuses = effects_of(tmp_path / "b", replaced, TWO_ANSWERS).statuses
    assert [status for status in statuses if status.startswith(f"{FIVE}, answer 2 to question 1")]
    assert not [status for status in statuses if "answer 1" in status]


def test_a_link_that_shows_another_answer_is_named_with_both(tmp_path: Path) -> None:
    one, two = "{id: 1, answers: 1, text: It may", "{id: 2, answers: 1, text: It must"
    before = RECORD.replace(one, f"{two} not., at: [2]}}\n  - {one}")
    after = before.replace("id: 1, answers", "id: 0, answers").replace(
        "id: 2, answers", "id: 1, answers"
    )
    after = after.replace("id: 0, answers", "id: 2, answers")
    found = effects_of(tmp_path, {PATH: after}, {PATH: before})
    assert set(found.links) == {
        "opinions/2003/05/#holding-1: from “It may.” to “It must not.”",
        "opinions/2003/05/#holding-2: from “It must not.” to “It may.”",
    }
    assert "Links to questions and answers that show other words: 2" in as_markdown(found)


def test_no_word_of_a_record_is_markup_in_a_pull_request(tmp_path: Path) -> None:
    attack = "@all <img src=x> [x](y) `z` #1"
    text = full_record(12, 2010, f'title: "{attack}"')
    markdown = as_markdown(effects_of(tmp_path, {"opinions/2010/12.md": text}))
    assert attack not in markdown
    for escaped in ("@<!-- -->all", "&lt;img", "\\[x\\]", "\\#<!-- -->1"):
        assert escaped in markdown


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        ("standards/3.md", "title: ", "title: New ", "standards/3/"),
        ("pages/about.md", "Words", "Other words", "about/"),
        ("opinions/topics.yml", "title: ", "title: New ", "topics/confidentiality/"),
        ("standards/commission.yml", "short_name: ", "short_name: New ", "opinions/2003/05/"),
        (PATH, "It may (", "It *may* (", "opinions/2003/05/"),
    ],
)
def test_a_page_that_no_other_sentence_names_is_listed(
    tmp_path: Path, path: str, old: str, new: str, changed: str
) -> None:
    before = {"pages/about.md": page_text("Words."), **VALID_FILES}
    after = {**before, path: str(before[path]).replace(old, new)}
    found = effects_of(tmp_path, after, before)
    assert changed in found.pages
    markdown = as_markdown(found)
    assert "Pages and files with other contents" in markdown
    assert "no other change" not in markdown


def test_a_setting_that_no_page_shows_is_not_called_nothing(tmp_path: Path) -> None:
    settings = f"{VALID_FILES['standards/commission.yml']}# A note.\n"
    markdown = as_markdown(effects_of(tmp_path, {"standards/commission.yml": settings}))
    assert "The change is in a setting or in the ledger." in markdown
    assert "no other change" not in markdown


def test_programs_read_the_effects_as_json(tmp_path: Path) -> None:
    data = json.loads(as_json(effects_of(tmp_path, LATER)))
    assert data["opinions"] == {"gained": ["2010/12"], "lost": []}
    assert list(data) == [
        "words",
        "opinions",
        "changed",
        "statuses",
        "cited_by",
        "rows",
        "addresses",
        "feeds",
    ]


def test_new_and_changed_texts_are_shown_with_their_numbers(tmp_path: Path) -> None:
    changed = effects_of(tmp_path / "a", CHANGED_WORD)
    assert changed.paragraphs == (
        f"{FIVE} ¶ 1: May it?",
        f"{FIVE} ¶ 2: It must (see Standard 3(c)).",
    )
    assert "2: It must" in as_markdown(changed)
    assert effects_of(tmp_path / "b", NO_CHANGE).paragraphs == ()


def test_a_changed_law_lists_the_citations_to_review(tmp_path: Path) -> None:
    edition = (
        "editions:\n  - {effective: 2020-01-01, event: Amended., provisions: [3(c)],"
        " source: {title: Minutes}}\n"
    )
    standard = with_fields(VALID_FILES["standards/3.md"].split("---\n")[1], edition)
    after: Files = {"standards/3.md": f"---\n{standard}---\n"}
    found = effects_of(tmp_path, after)
    (review,) = found.reviews
    assert "Amended.: AO 5 (2003) cites Standard 3(c)" in review
    assert "Citations to review, because the law changed: 1" in as_markdown(found)
