"""What a clerk reads in a pull request that is not finished."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from corpus.checks.runner import check
from corpus.findings import Finding, Level, Location
from corpus.library.seals import seals_to_write
from corpus.paths import REPOSITORY
from corpus.review.comment.comment_links import Links
from corpus.review.comment.listed_findings import FEWEST_FILES, MOST_LISTED_PER_FILE
from corpus.review.comment.to_do import to_do, to_look_at
from factories import RECORD, Files, full_record, read_corpus, record_text

PATH = "opinions/2003/05.md"
NOWHERE = Links()
TODAY = date(2026, 1, 2)


def list_of(root: Path, files: Files, links: Links = NOWHERE) -> str:
    corpus = read_corpus(root, files)
    return to_do(corpus, check(corpus), links, TODAY)


@pytest.mark.parametrize(
    ("fields", "item"),
    [
        ("title: ''", "**title**: This is still empty. A short title in sentence case"),
        ("topics: []", "**topics**: This is still empty. Ids from `opinions/topics.yml`."),
        (
            "holdings:\n  - {id: 1, answers: 1, text: '', at: [2]}\n",
            "**answer 1, text**: This is still empty. The answer, in the editors' words.",
        ),
        (
            "issues:\n  - {id: 1, at: [1]}\n",
            "**question 1, question**: This is missing. The question as a reader",
        ),
        ("approved: 11/7/2003", "**approved**: `11/7/2003` is not"),
        ("corrections:\n  - {on: 2020-01-02, what: A}\ntitle: B\ntitle: C", "**title**: The field"),
        (
            "issues:\n  - id: 1\n    at: [1]\n    question: May it?\n    at: [1]",
            "**question 1, at**: The field `at` is here a second time",
        ),
        ("opinions: [{cites: 2001/99, effect: cites}]", "**opinions, entry 1, cites**: "),
    ],
)
def test_each_field_that_is_not_finished_says_what_belongs_there(
    tmp_path: Path, fields: str, item: str
) -> None:
    shown = list_of(tmp_path, {PATH: record_text(fields)}).replace("\\", "")
    assert shown.startswith("## What is still to do\n")
    assert item in re.sub(r", line [0-9]+", "", shown)


def test_a_kind_of_authority_that_is_missing_comes_with_what_to_type_for_none(
    tmp_path: Path,
) -> None:
    without = re.sub("^standards:.*\n", "", RECORD, flags=re.MULTILINE)
    shown = list_of(tmp_path, {PATH: without})
    assert "This is missing." in shown
    assert "If there are none, type `standards: []`." in shown


def test_a_mistake_in_the_text_has_its_line(tmp_path: Path) -> None:
    shown = list_of(tmp_path, {PATH: RECORD.replace("(see Standard 3(c))", "<b>now</b>")})
    line = RECORD.splitlines().index("It may (see Standard 3(c)).") + 1
    assert f"- **line {line}**: " in shown


def test_files_and_rules_are_links_if_their_addresses_are_known(tmp_path: Path) -> None:
    links = Links("https://example.org/op", "https://github.com/o/n", "a b/#1")
    shown = list_of(tmp_path, {PATH: record_text("title: ''")}, links)
    edit = "https://github.com/o/n/edit/a%20b/%231/opinions/2003/05.md"
    assert f"### [opinions/2003/05.md]({edit})" in shown
    assert "[OP104](https://example.org/op/checks/op104/)" in shown
    assert "(https://example.org/op/staff/#2-fill-in-the-empty-fields)" in shown
    links = replace(links, site="")
    without_site = list_of(tmp_path, {PATH: record_text("title: ''")}, links)
    assert "https://github.com/o/n/blob/main/pages/staff.md#2-fill-in" in without_site


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("`corrections:`, `  - on: YYYY-MM-DD`", "corrections:\n    - on: YYYY-MM-DD"),
        ("`  - on: YYYY-MM-DD`", "  - on: YYYY-MM-DD"),
    ],
)
def test_lines_to_add_can_be_copied(tmp_path: Path, typed: str, lines: str) -> None:
    corpus = read_corpus(tmp_path)
    hint = f"Add: {typed}, `    at: [2]`."
    finding = Finding(Location(PATH, 20), "OP502", "changed", Level.ERROR, "it changed", hint)
    links = Links("https://example.org")
    shown = to_do(corpus, [finding], links, TODAY)
    assert "the lines below." in shown
    assert f"\n  ```yaml\n  {lines}\n      at: [2]\n  ```" in shown
    assert "/corrections/#a-word-differs-from-the-approved-text)" in shown


@pytest.mark.parametrize(
    ("files", "guides"),
    [
        ({PATH: record_text("status: withdrawn")}, ["corrections/#an-opinion-is-withdrawn"]),
        ({PATH: record_text("title: ''")}, ["staff/#2-fill-in-the-empty-fields"]),
        ({"standards/3.md": "---\nid: 3\ntitle: ''\n---\n"}, ["law-changed/"]),
        (
            {PATH: record_text("title: ''"), "standards/3.md": "---\nid: 3\n  x: 4\n---\n"},
            ["staff/#2-fill-in-the-empty-fields", "law-changed/"],
        ),
        *(
            ({PATH: record_text(f"withdrawn: {fields}")}, ["corrections/#an-opinion-is-withdrawn"])
            for fields in (
                "{on: 2001-02-03, reason: The Board said so.}",
                "{on: 2011-02-03, reason: Old}",
            )
        ),
    ],
)
def test_each_kind_of_file_has_its_guide(tmp_path: Path, files: Files, guides: list[str]) -> None:
    shown = list_of(tmp_path, files, Links("https://example.org"))
    linked = re.findall(r"\(https://example.org/(\S+)\) explains how", shown)
    assert linked == guides


def test_a_day_to_come_in_a_file_of_the_law_leads_to_the_guide_on_the_law(tmp_path: Path) -> None:
    finding = Finding(Location("standards/3.md", 4), "OP513", "to come", Level.ERROR, "it is", "")
    shown = to_do(read_corpus(tmp_path), [finding], Links("https://example.org"), TODAY)
    assert "(https://example.org/law-changed/) explains how" in shown


def test_without_an_address_nothing_is_a_link(tmp_path: Path) -> None:
    assert "](" not in list_of(tmp_path, {PATH: record_text("title: ''")})


def test_the_sections_of_the_guides_that_are_linked_are_there() -> None:
    for name, heading in (
        ("staff", "2. Fill in the empty fields"),
        ("corrections", "A word differs from the approved text"),
        ("corrections", "An opinion is withdrawn"),
        ("staff", "4. Look at the result and seal it"),
    ):
        guide = (REPOSITORY / f"pages/{name}.md").read_text(encoding="utf-8")
        assert f"\n## {heading}\n" in guide


def test_what_is_only_not_sealed_asks_for_the_label(tmp_path: Path) -> None:
    corpus = replace(read_corpus(tmp_path), is_judged=True)
    shown = to_do(corpus, check(corpus), NOWHERE, TODAY)
    assert shown.startswith("## What is still to do: set the label `seal`")
    assert "- Advisory Opinion 05 \\(2003\\)" in shown


def test_a_finished_change_has_no_list(tmp_path: Path) -> None:
    corpus = replace(read_corpus(tmp_path), is_judged=True)
    seals = {seal.id: seal for seal in seals_to_write(corpus, TODAY)}
    sealed = replace(corpus, seals=seals)
    assert not to_do(sealed, check(sealed), NOWHERE, TODAY)


def test_what_a_person_must_read_is_named_after_the_seal_too(tmp_path: Path) -> None:
    corpus = replace(read_corpus(tmp_path), is_judged=True)
    seals = {seal.id: seal for seal in seals_to_write(corpus, TODAY)}
    sealed = replace(corpus, seals=seals)
    shown = to_do(sealed, check(sealed), NOWHERE, TODAY, ["A box", "Another"])
    assert shown == "**First read “A box” and “Another” below, even if the mark is green.**"


@pytest.mark.parametrize(
    ("is_judged", "guide"),
    [
        (True, "staff/#4-look-at-the-result-and-seal-it"),
        (False, "corrections/#a-word-differs-from-the-approved-text"),
    ],
)
def test_words_that_no_reader_has_lead_to_the_guide_on_the_seal(
    tmp_path: Path, *, is_judged: bool, guide: str
) -> None:
    corpus = read_corpus(tmp_path / "before")
    seals = {seal.id: seal for seal in seals_to_write(corpus, TODAY)}
    now = read_corpus(tmp_path / "after", {PATH: RECORD.replace("May it?", "Must it?")})
    changed = replace(now, seals=seals, has_ledger=True, is_judged=is_judged)
    shown = to_do(changed, check(changed), Links("https://example.org"), TODAY)
    assert re.findall(r"\(https://example.org/(\S+)\) explains how", shown) == [guide]
    assert ("  - on: YYYY-MM-DD" in shown) is not is_judged


def test_only_earlier_warnings_have_no_heading(tmp_path: Path) -> None:
    finding = Finding(Location(PATH, 1), "OP303", "name", Level.WARNING, "old", "Look.")
    shown = to_look_at(read_corpus(tmp_path), [finding], [finding], NOWHERE)
    assert shown == "Warnings that were there before are not listed: 1."


def test_a_long_list_is_cut(tmp_path: Path) -> None:
    text = "\n\n".join(["It <b>may."] * (MOST_LISTED_PER_FILE + 3))
    shown = list_of(tmp_path, {"opinions/2004/06.md": full_record(6, 2004, text=text)})
    assert shown.count("\n- **") == MOST_LISTED_PER_FILE
    assert "… and 3 more." in shown


def test_no_word_of_a_record_is_markup(tmp_path: Path) -> None:
    for attack in ("@all", "<img src=x>", "[x](y)", "`a` <b>", "#1", "`` `<i>` ``"):
        shown = list_of(tmp_path, {PATH: record_text(f"approved: '{attack}'")})
        html = MarkdownIt("commonmark").render(shown)
        assert set(re.findall(r"<(\w+)", html)) <= {"h2", "h3", "p", "ul", "li", "strong", "code"}


def test_a_rule_that_many_files_break_stands_once_with_its_places_folded(tmp_path: Path) -> None:
    records = {
        f"opinions/2010/{number}.md": full_record(number, 2010, "summary: ''")
        for number in range(10, 10 + FEWEST_FILES)
    }
    shown = list_of(tmp_path, records)
    assert shown.count("(OP104)\n\n<details><summary>Places: 6</summary>") == 1
    assert f"### {FEWEST_FILES} files: " in shown
    assert "### opinions/2010/10.md" in shown.partition("<details>")[2]


def test_warnings_that_were_there_before_are_only_counted(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path)
    old, new, again = (
        Finding(Location(PATH, line), code, "name", Level.WARNING, message, "Look.")
        for line, code, message in (
            (1, "OP406", "a gap"),
            (2, "OP303", "new"),
            (9, "OP406", "a gap"),
        )
    )
    shown = to_look_at(corpus, [again, new], [old], NOWHERE)
    assert "New. Look." in shown
    assert "A gap" not in shown
    assert shown.endswith("Warnings that were there before are not listed: 1.")


def test_a_warning_on_the_text_is_settled_before_the_seal(tmp_path: Path) -> None:
    text = RECORD.replace(
        "(Approved by the Board on November 7, 2003.)", "Approved November 7, 2003"
    )
    corpus = read_corpus(tmp_path, {PATH: text})
    shown = to_look_at(corpus, check(corpus), (), NOWHERE)
    first, line, *_ = shown.partition("This approval line is read as paragraph 1")
    assert line, shown
    assert "Settle these before you set the label `seal`" in first
    assert "before the opinion is sealed. Then take one from each number in `at`" in shown


def test_the_settings_that_a_hint_names_are_a_link(tmp_path: Path) -> None:
    approval = "Approved by the members on November 7, 2003"
    text = RECORD.replace("(Approved by the Board on November 7, 2003.)", approval)
    corpus = read_corpus(tmp_path, {PATH: text})
    links = Links(repository="https://github.com/a/b", branch="c")
    shown = to_look_at(corpus, check(corpus), (), links)
    link = "[standards/commission.yml](https://github.com/a/b/edit/c/standards/commission.yml)"
    assert f"to `approval_lines` in {link}" in shown
