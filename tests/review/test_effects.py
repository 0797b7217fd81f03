"""The effects of small changes to a valid corpus."""

import json
from pathlib import Path

import pytest

from corpus.review.changes.record_changes import changes_in_records
from corpus.review.comment.effects_report import as_json, as_markdown, as_markdown_of_records
from corpus.review.effects import Effects, effects
from factories import (
    RECORD,
    VALID_FILES,
    Files,
    catalog_record,
    full_record,
    page_text,
    read_corpus,
    read_valid_corpus,
    record_text,
    with_fields,
)

FIVE = "Advisory Opinion 05 (2003)"
LAW = "Standard 3(c) changed in 2020"
BEFORE = f"Later history not checked; {LAW}"
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
    assert markdown.startswith("## No approved text changes")
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
    (change,) = effects_of(tmp_path, after, before).records.texts
    assert str(change) == f"{FIVE}: {sentence}"


def test_changes_to_the_approved_text_come_first(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, CHANGED_WORD))
    assert markdown.startswith("## The approved text changes")


def test_a_new_opinion_is_reported_with_everything_that_it_changes(tmp_path: Path) -> None:
    found = effects_of(tmp_path, LATER)
    assert found.records.texts == ()
    assert found.site.opinions.gained == ("2010/12",)
    assert found.opinions.statuses == (
        f"{FIVE}: from “{BEFORE}” to “Superseded by AO 12 (2010)”",
        f"{FIVE}, answer to question 1: from “{BEFORE}” to “Superseded by AO 12 (2010)”",
    )
    assert found.site.cited_by.gained == ("Advisory Opinion 12 (2010) supersedes 2003/05",)
    assert "topics/confidentiality/: Advisory Opinion 12 (2010)" in found.site.rows.gained
    assert {"opinions/2010/12/", "ao/12/", "opinions/2010/12/cite.bib"} <= set(
        found.site.addresses.gained
    )
    assert "2010-06-01: AO 12 (2010) supersedes AO 5 (2003)" in found.site.feeds.gained
    assert found.site.addresses.lost == ()


def test_a_withdrawal_names_the_opinion_that_the_withdrawn_one_had_changed(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2015-02-03, reason: The Board said so.}\nstandards: []"
    text = str(LATER["opinions/2010/12.md"]).replace("standards: []", withdrawn)
    found = effects_of(tmp_path, {"opinions/2010/12.md": text}, LATER)
    label = "Superseded by AO 12 (2010)"
    assert f"{FIVE}: from “{label}” to “{label}, since withdrawn; {LAW}”" in found.opinions.statuses
    assert found.opinions.changed == ("Advisory Opinion 12 (2010): withdrawal",)
    assert (
        "2015-02-03: AO 12 (2010), which supersedes AO 5 (2003): withdrawn"
        in found.site.feeds.gained
    )


def test_what_is_lost_comes_before_what_is_new(tmp_path: Path) -> None:
    found = effects_of(tmp_path, {"opinions/2011/13.md": catalog_record(13, 2011)}, LATER)
    lines = as_markdown(found).splitlines()
    assert lines.index("- lost: 2010/12") < lines.index("- new: 2011/13")


def test_changed_fields_are_named(tmp_path: Path) -> None:
    found = effects_of(tmp_path, {PATH: record_text("title: Another\ntopics: [fees]")})
    assert found.opinions.changed == (f"{FIVE}: title, topics",)
    assert found.site.rows.lost == (f"topics/confidentiality/: {FIVE}",)


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
    assert effects_of(tmp_path / "a", TWO_ANSWERS).opinions.changed == (f"{FIVE}: answers",)
    statuses = effects_of(tmp_path / "b", replaced, TWO_ANSWERS).opinions.statuses
    assert [status for status in statuses if status.startswith(f"{FIVE}, answer 2 to question 1")]
    assert not [status for status in statuses if "answer 1" in status and "uperseded" in status]


def test_a_link_that_shows_another_answer_is_named_with_both(tmp_path: Path) -> None:
    first, second = "{id: 1, answers: 1, text: It may", "{id: 2, answers: 1, text: It must"
    before = RECORD.replace(first, f"{second} not., at: [2]}}\n  - {first}")
    after = before.replace("id: 1, answers", "id: 0, answers").replace(
        "id: 2, answers", "id: 1, answers"
    )
    after = after.replace("id: 0, answers", "id: 2, answers")
    found = effects_of(tmp_path, {PATH: after}, {PATH: before})
    assert set(found.opinions.links) == {
        "opinions/2003/05/#holding-1: from “It may.” to “It must not.”",
        "opinions/2003/05/#holding-2: from “It must not.” to “It may.”",
    }
    assert "Links to questions and answers whose words change: 2" in as_markdown(found)


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
    assert changed in found.site.pages
    markdown = as_markdown(found)
    assert "Other pages and files that change" in markdown
    assert "no other change" not in markdown


def test_a_setting_that_no_page_shows_is_not_called_nothing(tmp_path: Path) -> None:
    settings = f"{VALID_FILES['standards/commission.yml']}# A note.\n"
    markdown = as_markdown(effects_of(tmp_path, {"standards/commission.yml": settings}))
    assert "The change is in the ledger, in a note of the settings, or where nothing" in markdown
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
    assert changed.opinions.paragraphs == (
        f"{FIVE} ¶ 1: May it?",
        f"{FIVE} ¶ 2: It must (see Standard 3(c)).",
    )
    assert "2: It must" in as_markdown(changed)
    assert effects_of(tmp_path / "b", NO_CHANGE).opinions.paragraphs == ()


def with_fields_of(record: str | bytes | None, fields: str) -> str:
    """A record with these fields instead of its own."""
    _, front, body = str(record).split("---\n", 2)
    return f"---\n{with_fields(front, fields)}---\n{body}"


def with_editions(*editions: str) -> Files:
    """The Standard with its editions and these."""
    text = str(VALID_FILES["standards/3.md"]).removesuffix("---\n")
    entries = "".join(f"  - {{{edition}}}\n" for edition in editions)
    return {"standards/3.md": f"{text}{entries}---\n"}


AMENDED = "effective: 2021-01-01, event: Amended., provisions: [3(c)], source: {title: Minutes}"


def test_a_changed_word_is_shown_with_the_old_one_and_its_correction(tmp_path: Path) -> None:
    corrected = str(CHANGED_WORD[PATH]).replace(
        "source:",
        'corrections: [{on: 2026-01-02, at: [2], what: "“May” was printed."}]\nsource:',
        1,
    )
    markdown = as_markdown(effects_of(tmp_path, {PATH: corrected}))
    assert "    > It <del>may</del><ins>must</ins> \\(see Standard 3\\(c\\)\\)." in markdown
    assert f"{FIVE}, ¶ 2, January 2, 2026: “May” was printed." in markdown.replace("\\", "")
    assert "No new correction" not in markdown


def test_a_changed_word_without_a_correction_is_pointed_out(tmp_path: Path) -> None:
    assert "**No new correction explains the change" in as_markdown(
        effects_of(tmp_path, CHANGED_WORD)
    )


def test_a_changed_heading_is_shown_with_the_old_one(tmp_path: Path) -> None:
    before = {PATH: str(NEW_HEADING[PATH])}
    after = {PATH: str(NEW_HEADING[PATH]).replace("## Question", "## Questions")}
    markdown = as_markdown(effects_of(tmp_path, after, before))
    assert "<del>Question</del><ins>Questions</ins>" in markdown


EMPHASIS = "the emphasis or the layout of paragraph 2 changes, but no word"


@pytest.mark.parametrize(
    ("old", "new", "sentence", "shown"),
    [
        ("It may (", "It *may* (", EMPHASIS, r"It <ins>\*</ins>may<ins>\*</ins>"),
        ("It may (", "> It may (", EMPHASIS, "<ins>&gt;"),
        ("It may (", "**It may** (", EMPHASIS, r"<ins>\*\*</ins>It may<ins>\*\*</ins>"),
        (
            "# Opinion",
            "## Opinion",
            "the emphasis or the level of a heading changes, but no word",
            "#",
        ),
        (
            "It may (",
            "It  may\n(",
            "only white space or a line break changes, which readers do not see",
            "readers do not see",
        ),
    ],
)
def test_a_change_of_emphasis_or_white_space_is_shown_apart_from_the_words(
    tmp_path: Path, old: str, new: str, sentence: str, shown: str
) -> None:
    after = {PATH: RECORD.replace(old, new)}
    found = effects_of(tmp_path, after)
    assert [str(change) for change in found.records.texts] == [f"{FIVE}: {sentence}"]
    markdown = as_markdown(found)
    assert markdown.startswith("## No approved text changes")
    assert "### Only the emphasis, the layout or the white space changes" in markdown
    assert shown in markdown
    assert "No new correction" not in markdown


def test_a_change_of_emphasis_is_seen_beside_a_change_of_words(tmp_path: Path) -> None:
    after = {PATH: RECORD.replace("It may (see", "It must (*see*")}
    markdown = as_markdown(effects_of(tmp_path, after))
    assert r"<del>may</del><ins>must</ins> \(<ins>\*</ins>see<ins>\*</ins>" in markdown


@pytest.mark.parametrize("quote", ["> It may.\n> Or not.", "> It may.\nOr not."])
def test_another_line_break_in_a_quotation_is_no_change_of_emphasis(
    tmp_path: Path, quote: str
) -> None:
    before, after = (
        {PATH: RECORD.replace("It may (", f"{text}\n\nIt may (")}
        for text in ("> It may. Or\n> not.", quote)
    )
    (change,) = effects_of(tmp_path, after, before).records.texts
    assert change.what.startswith("only white space")


WITHDRAWN = "withdrawn: {on: 2015-02-03, reason: The Board said so.}"


def withdrawn_later(withdrawal: str = WITHDRAWN) -> Files:
    """The later opinion, withdrawn."""
    text = str(LATER["opinions/2010/12.md"])
    return {"opinions/2010/12.md": text.replace("standards: []", f"{withdrawal}\nstandards: []")}


def test_a_withdrawal_has_a_section_with_its_day_its_reason_and_what_readers_see(
    tmp_path: Path,
) -> None:
    markdown = as_markdown(effects_of(tmp_path, withdrawn_later(), LATER)).replace("\\", "")
    section = markdown.partition("## Withdrawn\n")[2].partition("<details>")[0]
    assert (
        "- Advisory Opinion 12 (2010), withdrawn February 3, 2015. Reason: The Board said so."
        in section
    )
    assert "Readers see “Withdrawn” with this day and reason on its page" in section
    label = "Superseded by AO 12 (2010)"
    assert f"{FIVE}: from “{label}” to “{label}, since withdrawn; {LAW}”" in section


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (NO_CHANGE, withdrawn_later(), "Advisory Opinion 12 (2010), withdrawn February 3, 2015."),
        (withdrawn_later(), LATER, "is **no longer withdrawn**. It was: February 3, 2015."),
        (
            withdrawn_later(),
            withdrawn_later(WITHDRAWN.replace("-03,", "-04,")),
            "February <del>3</del><ins>4</ins>, 2015",
        ),
        (
            withdrawn_later(),
            withdrawn_later(WITHDRAWN.replace("Board", "Council")),
            "The <del>Board</del><ins>Council</ins> said so.",
        ),
    ],
)
def test_a_withdrawal_that_is_new_changes_or_is_taken_back_is_shown(
    tmp_path: Path, before: Files, after: Files, sentence: str
) -> None:
    markdown = as_markdown(effects_of(tmp_path, after, before)).replace("\\", "")
    assert sentence in markdown.partition("## Withdrawn\n")[2]


def test_a_change_of_the_law_is_shown_with_the_opinions_that_it_affects(tmp_path: Path) -> None:
    text = "text: A mediator may not tell."
    found = effects_of(tmp_path, with_editions(f"{AMENDED}, {text}"))
    (change,) = found.law.entries
    assert change.what == "Standard 3(c), from January 1, 2021: Amended."
    assert change.reviews == ("AO 5 (2003) cites Standard 3(c) (¶ 2; answer 1)",)
    assert found.law.reviews == ()
    markdown = as_markdown(found)
    assert "## The law changed" in markdown
    assert "Source: Minutes" in markdown
    assert "New wording: A mediator may not tell." in markdown
    assert "Citations to review, because the law changed: 1" in markdown


def test_a_new_wording_is_compared_with_the_last_one(tmp_path: Path) -> None:
    before = with_editions(f"{AMENDED}, text: A mediator may tell.")
    again = AMENDED.replace("2021", "2022")
    after = with_editions(
        f"{AMENDED}, text: A mediator may tell.", f"{again}, text: A mediator must tell."
    )
    markdown = as_markdown(effects_of(tmp_path, after, before))
    assert "A mediator <del>may</del><ins>must</ins> tell." in markdown


def test_a_removed_entry_on_the_law_is_named(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, NO_CHANGE, with_editions(AMENDED)))
    assert "**removed**: Standard 3" in markdown
    assert "January 1, 2021: Amended." in markdown


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            AMENDED,
            f"verb: amended, {AMENDED}",
            "In lists and citations: <del>changed</del><ins>amended</ins>",
        ),
        (
            AMENDED,
            AMENDED.replace("Amended.", "Reworded."),
            "<del>Amended</del><ins>Reworded</ins>",
        ),
        (AMENDED, AMENDED.replace("Minutes", "Journal"), "<del>Minutes</del><ins>Journal</ins>"),
        (
            AMENDED,
            AMENDED.replace("2021", "2022"),
            "from January 1, <del>2021</del><ins>2022</ins>: Amended.",
        ),
        (
            AMENDED,
            AMENDED.replace("2021", "2022").replace("Minutes", "Journal"),
            "    - Source: <del>Minutes</del><ins>Journal</ins>",
        ),
        (
            AMENDED,
            AMENDED.replace("3(c)", "3(d)"),
            "<del>c</del><ins>d</ins>",
        ),
    ],
)
def test_a_changed_entry_on_the_law_is_neither_removed_nor_new(
    tmp_path: Path, old: str, new: str, shown: str
) -> None:
    markdown = as_markdown(effects_of(tmp_path, with_editions(new), with_editions(old)))
    section = markdown.partition("## The law changed")[2].partition("<details>")[0]
    assert "- changed: Standard 3" in section
    assert shown in section
    assert "**removed**" not in section
    assert "- new:" not in section


def test_each_entry_on_the_law_is_compared_with_the_one_that_is_most_like_it(
    tmp_path: Path,
) -> None:
    before = with_editions(AMENDED)
    later = AMENDED.replace("2021", "2022")
    after = with_editions(f"{AMENDED}, text: It may.", later)
    changed, new = effects_of(tmp_path, after, before).law.entries
    assert changed.earlier
    assert (changed.what, new.earlier) == (changed.earlier.what, None)


def test_an_entry_that_agrees_in_its_provision_only_is_another_one(tmp_path: Path) -> None:
    after = "effective: 2022-01-01, event: Moved., provisions: [3(c)], source: {title: Journal}"
    removed, new = effects_of(tmp_path, with_editions(after), with_editions(AMENDED)).law.entries
    assert (removed.is_new, new.is_new, new.earlier) == (False, True, None)


def test_a_new_entry_on_the_law_shows_its_verb(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, with_editions(f"verb: repealed, {AMENDED}")))
    assert "    - In lists and citations: “repealed”" in markdown


@pytest.mark.parametrize(
    ("path", "old", "new", "shown"),
    [
        (
            "standards/3.md",
            "title: ",
            "title: New ",
            "Standard 3, **title**: <ins>New </ins>",
        ),
        (
            "standards/3.md",
            "roman: III",
            "roman: IV",
            "Standard 3, **number in earlier editions**: <del>III</del><ins>IV</ins>",
        ),
        (
            "opinions/topics.yml",
            "about: ",
            "about: New ",
            "Topic confidentiality, **about**: <ins>New </ins>",
        ),
        (
            "opinions/programs.yml",
            "title: ",
            "title: New ",
            "Program superior-court, **title**: <ins>New </ins>",
        ),
    ],
)
def test_a_changed_description_is_shown_with_the_old_words(
    tmp_path: Path, path: str, old: str, new: str, shown: str
) -> None:
    after: Files = {path: str(VALID_FILES[path]).replace(old, new, 1)}
    markdown = as_markdown(effects_of(tmp_path, after)).replace("\\", "")
    assert "## Descriptions of topics, programs and authorities change" in markdown
    assert shown in markdown


@pytest.mark.parametrize("provision", ["3(d)", "3(z)"])
def test_a_change_that_affects_no_opinion_says_so(tmp_path: Path, provision: str) -> None:
    after = with_editions(AMENDED.replace("3(c)", provision))
    nothing = "No earlier opinion cites what changed. Compare the number of the provision"
    assert nothing in as_markdown(effects_of(tmp_path, after))


def test_a_note_that_announces_a_change_is_shown(tmp_path: Path) -> None:
    text = VALID_FILES["standards/3.md"].replace("editions:", "note: It will change.\neditions:")
    markdown = as_markdown(effects_of(tmp_path, {"standards/3.md": text}))
    assert "The note on Standard 3: <ins>It will change.</ins>" in markdown


def test_an_opinion_to_review_says_that_it_is_withdrawn(tmp_path: Path) -> None:
    withdrawn = {PATH: record_text("withdrawn: {on: 2019-02-03, reason: The Board said so.}\n")}
    found = effects_of(tmp_path / "a", {**withdrawn, **with_editions(AMENDED)}, withdrawn)
    assert found.law.entries[0].reviews[0].endswith("; the opinion is withdrawn")
    later = effects_of(
        tmp_path / "b", {**withdrawn, **with_editions(AMENDED)}, with_editions(AMENDED)
    )
    assert later.law.reviews == (), "the withdrawal itself asks for no review"


def test_a_new_opinion_that_cites_law_which_has_changed_is_to_be_reviewed(tmp_path: Path) -> None:
    text = full_record(12, 2010, 'standards: ["3(c)"]', "See Standard 3(c).")
    found = effects_of(tmp_path, {"opinions/2010/12.md": text})
    assert found.law.entries == ()
    (review,) = found.law.reviews
    assert review.startswith("AO 12 (2010) cites Standard 3(c) (¶ 2; answer 1). March 1, 2020: ")


def test_a_new_opinion_is_shown_with_the_words_that_its_answers_rest_on(tmp_path: Path) -> None:
    words = "It may if both ask for it (see Standard 3(c)). " * 30 + "Never else."
    text = full_record(12, 2010, 'standards: ["3(c)"]', words)
    markdown = as_markdown(effects_of(tmp_path, {"opinions/2010/12.md": text})).replace("\\", "")
    section = markdown.partition("## New: Advisory Opinion 12 (2010)\n")[2]
    section = section.partition("<details>")[0]
    assert "- **Summary**: A party asked who said it. The mediator may tell." in section
    assert "- **Question 1 (¶ 1)**: May it?\n    - ¶ 1: May it?\n" in section
    assert "- **Answer 1 to question 1 (¶ 2)**: It may.\n    - ¶ 2: It may if" in section
    assert " … (77 words) … " in section, "a very long paragraph is cut in the middle"
    assert "Never else.\n" in section
    assert "- **Cites**: Standard 3(c) (¶ 2)" in section


def test_a_new_opinion_is_shown_with_its_opening_and_its_exceptions(tmp_path: Path) -> None:
    waiver = "waivers: [{code: OP303, about: 3(d), reason: The text means this one.}]"
    facts = "vote: {in_favor: 3, against: 2}\nrequester: A mediator\njoint_bodies: [The Bar]"
    text = record_text(f'standards: ["3(c)", "3(d)"]\n{waiver}\n{facts}').replace(
        "It may (", f"{'It may. ' * 20}It may ("
    )
    markdown = as_markdown(effects_of(tmp_path, {PATH: text}, {PATH: None})).replace("\\", "")
    section = markdown.partition(f"## New: {FIVE}\n")[2].partition("<details>")[0]
    assert "- **Heading line**: Opinion Number 05 (2003)\n" in section
    assert "- **Approval line**: (Approved by the Board on November 7, 2003.)\n" in section
    assert "- **Exception from OP303 for “3(d)”**: The text means this one." in section
    assert "- **Vote**: 3 in favor, 2 against\n" in section
    assert "- **Requester**: A mediator\n" in section
    assert "- **Joint bodies**: The Bar\n" in section
    assert "- **Topics**: confidentiality\n" in section
    assert "    - ¶ 2: It may." in section
    assert " …" not in section, "a paragraph of 45 words is not cut"


LISTED: Files = {"opinions/2010/12.md": catalog_record(12, 2010)}
FULL: Files = {"opinions/2010/12.md": full_record(12, 2010)}
DRAFT, DRAFT_13 = (
    full_record(
        number, 2010, "stage: draft\nopinions: [{cites: 2003/05, effect: supersedes}]", "See AO 5."
    ).replace("approved: 2010-06-01\n", "")
    for number in (12, 13)
)
FOR_COMMENT: Files = {"opinions/2010/12.md": DRAFT}
RENUMBERED: Files = {"opinions/2010/13.md": DRAFT_13}
DRAFT_12 = "Advisory Opinion 12 (2010) (a draft for comment): Opinion 12"


@pytest.mark.parametrize(
    ("before", "after", "shown", "removed"),
    [
        (NO_CHANGE, LISTED, [], []),
        (LISTED, FULL, ["2010/12"], []),
        (NO_CHANGE, FOR_COMMENT, ["2010/12"], []),
        (FOR_COMMENT, FULL, ["2010/12"], []),
        (FOR_COMMENT, {"opinions/2010/12.md": f"{DRAFT}\nOr not.\n"}, [], []),
        (FOR_COMMENT, RENUMBERED, ["2010/13"], [DRAFT_12]),
        (FOR_COMMENT, NO_CHANGE, [], [DRAFT_12]),
    ],
)
def test_each_opinion_and_draft_whose_text_is_new_is_shown_and_each_that_is_gone_is_named(
    tmp_path: Path, before: Files, after: Files, shown: list[str], removed: list[str]
) -> None:
    found = effects_of(tmp_path, after, before)
    assert [opinion.data.id for opinion in found.opinions.new] == shown
    assert [*found.removed] == removed
    sections = as_markdown(found).replace("\\", "")
    assert all(part in sections for part in removed)
    assert ("Earlier opinion**: supersedes 2003/05" in sections) == (
        "- **Stage**: a draft" in sections
    )


def test_what_a_new_opinion_does_to_others_is_not_folded(tmp_path: Path) -> None:
    markdown = as_markdown(effects_of(tmp_path, LATER)).replace("\\", "")
    section = markdown.partition("## Changes of status\n")[2].partition("##")[0]
    assert f"- {FIVE}: from “{BEFORE}” to “Superseded by AO 12 (2010)”" in section


def test_a_withdrawal_names_who_cites_the_opinion_and_no_status_stands_twice(
    tmp_path: Path,
) -> None:
    withdrawn: Files = {PATH: record_text(WITHDRAWN), **LATER}
    markdown = as_markdown(effects_of(tmp_path, withdrawn, LATER)).replace("\\", "")
    assert "        - Advisory Opinion 12 (2010) supersedes it" in markdown
    statuses = [line.strip() for line in markdown.splitlines() if "to “Withdrawn" in line]
    assert len(statuses) == len(set(statuses)) > 0
    assert "## Changes of status" not in markdown


def test_a_correction_names_the_answers_to_read_again_and_links_the_source(tmp_path: Path) -> None:
    source = 'source: {title: "Minutes (2003)", url: "https://board.example.net/a(b)"}'
    entry = "corrections: [{on: 2026-01-02, at: [AT], what: The word was wrong.}]"
    for number, names_answer in ((2, True), (1, False)):
        fields = f"{source}\n{entry.replace('AT', str(number))}"
        after = {PATH: with_fields_of(CHANGED_WORD[PATH], fields)}
        markdown = as_markdown(
            effects_of(tmp_path / str(number), after, {PATH: with_fields_of(RECORD, source)})
        )
        assert "source: [Minutes \\(2003\\)](https://board.example.net/a%28b%29)" in markdown
        assert ("- answer 1 \\(¶ 2\\): It may." in markdown) is names_answer


def test_the_source_of_a_change_of_the_law_is_a_link(tmp_path: Path) -> None:
    address = "https://rules.example.net/3"
    after = with_editions(AMENDED.replace("title: Minutes", f'title: Minutes, url: "{address}"'))
    assert f"Source: [Minutes]({address})" in as_markdown(effects_of(tmp_path, after))


def test_a_change_of_the_law_names_the_opinions_that_nobody_checked(tmp_path: Path) -> None:
    listed: Files = {"opinions/2010/12.md": catalog_record(12, 2010)}
    found = effects_of(tmp_path / "a", {**listed, **with_editions(AMENDED)}, listed)
    assert found.law.unchecked == ("Advisory Opinion 12 (2010)",)
    assert "so nobody checked what they cite: 1</summary>" in as_markdown(found)
    assert effects_of(tmp_path / "b", listed).law.unchecked == ()


def test_an_opinion_that_is_only_listed_may_cite_more_than_its_file_lists(tmp_path: Path) -> None:
    listed: Files = {"opinions/2010/12.md": catalog_record(12, 2010, 'statutes: ["7A-38.2(b)"]')}
    found = effects_of(tmp_path / "a", {**listed, **with_editions(AMENDED)}, listed)
    known = "Advisory Opinion 12 (2010); its file lists Harbor Stat. § 7A-38.2(b), and may lack"
    assert [line.partition(" others")[0] for line in found.law.unchecked] == [known]


SETTINGS = str(VALID_FILES["standards/commission.yml"])
STATUTE = SETTINGS[SETTINGS.index("  statute:") : SETTINGS.index("  rule:")]
RULE = SETTINGS[SETTINGS.index("  rule:") : SETTINGS.index("opinions:")]


@pytest.mark.parametrize(
    ("old", "new", "what", "is_on_every_page"),
    [
        ("short_name: Harbor Board", "short_name: Pier Board", "short\\_name", True),
        ("name: Harbor Board of", "site_name: Advice\nname: Harbor Board of", "site\\_name", True),
        ("Board on {date}.)", "Pier on {date}.)", "approval\\_lines", False),
        ("title: Standards of", "title: Rules of", "authorities.standard.title", False),
        ("label: '", "menu: Conduct\n    label: '", "authorities.standard.menu", True),
        (STATUTE + RULE, RULE + STATUTE, "authorities.order", True),
    ],
)
def test_a_changed_setting_is_shown_with_the_old_one(
    tmp_path: Path, old: str, new: str, what: str, *, is_on_every_page: bool
) -> None:
    path = "standards/commission.yml"
    settings = str(VALID_FILES[path]).replace('label: "Standard {id}"', "label: 'Standard {id}'")
    assert old in settings
    records: Files = {name: None for name in VALID_FILES if name.startswith("opinions/2")}
    before = {**records, path: settings}
    after = {**records, path: settings.replace(old, new, 1)}
    markdown = as_markdown(effects_of(tmp_path, after, before))
    section = markdown.partition("## Settings change")[2]
    assert f"- standards/commission.yml, **{what}**: " in section
    assert "<ins>" in section
    assert ("**Every page can change**" in markdown) is is_on_every_page
    assert "No page changes" not in markdown


def test_a_changed_page_is_shown_with_the_old_words(tmp_path: Path) -> None:
    before: Files = {"pages/about.md": page_text("It does not mean that.")}
    after: Files = {"pages/about.md": page_text("It does mean that.")}
    markdown = as_markdown(effects_of(tmp_path, after, before))
    section = markdown.partition("## Pages written by hand change")[2].partition("<details>")[0]
    assert "- pages/about.md, **words**: It does<del> not</del> mean that." in section


def test_a_new_row_of_a_table_is_listed_alone_and_not_in_a_table_made_from_the_model(
    tmp_path: Path,
) -> None:
    for head, is_listed in [("| day | what |", True), ("| field | what it says |", False)]:
        rows = f"{head}\n|---|---|\n| Monday | Fees |\n"
        before: Files = {"pages/about.md": page_text(rows)}
        after: Files = {"pages/about.md": page_text(f"{rows}| Friday | Costs |\n")}
        folder = tmp_path / head[2:5]
        markdown = as_markdown(effects_of(folder, after, before)).replace("\\", "")
        assert ("<ins>| Friday | Costs |</ins>" in markdown) == is_listed
        assert "Monday" not in markdown


def with_setting(old: str, new: str) -> Files:
    return {"standards/commission.yml": SETTINGS.replace(old, new, 1)}


DISSENT = RECORD + "\n## Dissent of Ms. Birch\n\nIt may never.\n"
WITH_DISSENTS = SETTINGS + 'separate_opinions: {dissent: ["Dissent of {name}"]}\n'


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        (WITH_DISSENTS, SETTINGS, "¶ 3: from “Dissent of Ms. Birch” to “the opinion itself”"),
        (SETTINGS, WITH_DISSENTS, "¶ 3: from “the opinion itself” to “Dissent of Ms. Birch”"),
        (
            WITH_DISSENTS,
            WITH_DISSENTS.replace("dissent:", "concurrence:"),
            "¶ 3: from “Dissent of Ms. Birch” to “Concurrence of Ms. Birch”",
        ),
        (WITH_DISSENTS, WITH_DISSENTS, ""),
    ],
)
def test_a_dissent_that_becomes_part_of_an_opinion_by_a_setting_has_a_box(
    tmp_path: Path, before: str, after: str, shown: str
) -> None:
    states = ({PATH: DISSENT, "standards/commission.yml": text} for text in (before, after))
    old, new = states
    markdown = as_markdown(effects_of(tmp_path, new, old)).replace("\\", "")
    assert ("> **Concurrences or dissents change.**" in markdown) is bool(shown)
    assert f"> - {FIVE}, {shown}" in markdown or not shown


@pytest.mark.parametrize(
    ("after", "what", "shown"),
    [
        (
            with_setting("opinion: Advisory Opinion", "opinion: Formal Opinion"),
            "name",
            "Formal</ins> Opinion 05",
        ),
        (
            with_setting("title: Advisory Op.", "title: Formal Op."),
            "citation",
            "<ins>Formal</ins>",
        ),
        (
            with_setting('label: "Standard {id}"', 'label: "Norm {id}"'),
            "authorities that it cites",
            "Norm</ins>",
        ),
        (
            {"opinions/2010/05.md": full_record(5, 2010)},
            "short address",
            "<del>lead</del><ins>ask</ins> <del>here</del><ins>which opinion is meant</ins>",
        ),
    ],
)
def test_what_names_published_opinions_is_shown_with_its_effect(
    tmp_path: Path, after: Files, what: str, shown: str
) -> None:
    markdown = as_markdown(effects_of(tmp_path, after)).replace("\\", "")
    section = markdown.partition("## Published opinions appear differently")[2]
    item = section.partition(f"**The {what}** in 1 opinion\n\n")[2].splitlines()[0]
    assert item.startswith(f"- {FIVE}: ")
    assert shown in item


RULINGS = {"standards/commission.yml": f"{SETTINGS}words: {{opinion: ruling}}\n"}


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        ({}, "## Published rulings appear differently\n"),
        ({}, "**The name** in 1 ruling\n"),
        (CHANGED_WORD, "That is right only before readers have the ruling."),
        (with_editions(AMENDED.replace("3(c)", "3(d)")), "No earlier ruling cites what changed."),
    ],
)
def test_the_comment_says_the_word_of_the_body_for_an_opinion(
    tmp_path: Path, after: Files, sentence: str
) -> None:
    settings = RULINGS["standards/commission.yml"]
    renamed = {"standards/commission.yml": settings.replace("Advisory Op", "Formal Op", 1)}
    assert sentence in as_markdown(effects_of(tmp_path, {**renamed, **after}, RULINGS))


@pytest.mark.parametrize(
    "text", [RECORD.replace("It may (", "It m\u0430y ("), record_text("title: F\u0435es")]
)
def test_a_letter_that_looks_like_another_has_a_box(tmp_path: Path, text: str) -> None:
    old, new = read_corpus(tmp_path / "a"), read_corpus(tmp_path / "b", {PATH: text})
    changes = changes_in_records(old, new)
    assert changes
    markdown = as_markdown_of_records(changes)
    assert "> **Letters that can look like others.**" in markdown
    assert "has CYRILLIC SMALL LETTER" in markdown


def test_what_is_new_besides_opinions_is_shown_with_its_words(tmp_path: Path) -> None:
    topics = f"{VALID_FILES['opinions/topics.yml']}costs:\n  title: Costs\n  about: Who pays.\n"
    authority = (
        "---\nid: 9\ntitle: Costs\nsource: {title: Minutes, url: https://board.test/}\n---\n"
    )
    after: Files = {
        "opinions/topics.yml": topics,
        "standards/9.md": authority,
        "opinions/2007/12.md": catalog_record(
            12, 2007, "approved: 2007-06-01\naliases: [07-12B]\ntopics: [fees, costs]"
        ),
    }
    markdown = as_markdown(effects_of(tmp_path, after)).replace("\\", "")
    section = markdown.partition("## New on the site\n\n")[2].partition("\n\n")[0].splitlines()
    assert section[:6] == [
        "- Topic costs",
        "    - Title: Costs",
        "    - About: Who pays.",
        "- Standard 9",
        "    - Title: Costs",
        "    - Source: [Minutes](https://board.test/)",
    ]
    assert section[6] == "- Advisory Opinion 12 (2007)"
    assert section[7].startswith("    - Title: ")
    assert section[8:11] == [
        "    - Date of approval: 2007-06-01",
        "    - Other forms of its number: 07-12B",
        "    - Topics: fees, costs",
    ]
    assert section[11].startswith("    - Source: ")


def test_an_authority_with_another_printed_name_is_neither_gone_nor_new(tmp_path: Path) -> None:
    path = "standards/commission.yml"
    after: Files = {path: str(VALID_FILES[path]).replace("Standard {id}", "Std. {id}")}
    found = effects_of(tmp_path, after)
    assert (found.added, found.removed) == ((), ())


def test_a_removed_entry_of_a_setting_is_not_compared_with_the_next_one(tmp_path: Path) -> None:
    path = "standards/commission.yml"
    entries = [
        f"{{effective: 20{n}-01-01, event: Event {n}, source: {{title: Order {n}}}}}"
        for n in (10, 11, 12)
    ]
    before, after = (
        str(VALID_FILES[path]).replace("label: ", f"editions: [{', '.join(own)}]\n    label: ", 1)
        for own in (entries, [entries[0], entries[2]])
    )
    changes = effects_of(tmp_path, {path: after}, {path: before}).settings
    assert {change.what.rpartition(".editions.")[2].partition(".")[0] for change in changes} == {
        "2"
    }
    assert {change.new for change in changes} == {""}


def test_a_removed_authority_and_a_removed_opinion_stand_open(tmp_path: Path) -> None:
    unused = "---\nid: 9\ntitle: Fees\nsource: {title: Minutes}\n---\n"
    before = {**LATER, "standards/9.md": unused}
    markdown = as_markdown(effects_of(tmp_path, NO_CHANGE, before)).replace("\\", "")
    section = markdown.partition("## Gone from the site\n\n")[2].partition("<details>")[0]
    assert "- **removed**: Advisory Opinion 12 (2010): " in section
    assert "- **removed**: Standard 9: " in section
    assert "<details open><summary>Addresses that are gone: " in markdown
