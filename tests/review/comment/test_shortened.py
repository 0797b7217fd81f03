"""A comment that GitHub would refuse because it is too long."""

import pytest

from corpus.model.words import Words
from corpus.review.comment.shortened import shortened

WHOLE = "The run has all of it."
TEXT = "## The approved text changes\n\n- AO 5 (2003): paragraph 2 changes\n\n    > It must tell.\n"
BOX = "> [!CAUTION]\n> **The new text differs from the kept document.** AO 6\n>\n> - **¶ 2**: x"
MANY = "- x\n" * 2_000
GONE = "<details open><summary>Addresses that are gone: 1</summary>\n\n- topics/fees/\n\n</details>"
DETAILS = "## Titles, summaries, questions, answers and sources change\n\n- AO 5, **answer 1**: x"
STATUS = "## Changes of status\n\n- AO 5 (2003): from “x” to “y”"


def folded(title: str, count: int) -> str:
    lines = "\n".join(f"- line {number}" for number in range(count))
    return f"<details><summary>{title}: {count}</summary>\n\n{lines}\n\n</details>"


def short(*parts: str, most: int = 3_000, words: Words | None = None) -> str:
    text = shortened(parts, most, WHOLE, words or Words())
    assert len(text.encode()) <= most
    assert text.count("<details") == text.count("</details>")
    return text


def test_a_comment_that_is_short_enough_stays_as_it_is() -> None:
    assert short(TEXT, folded("Cited by", 3)) == f"{TEXT}\n\n{folded('Cited by', 3)}"


@pytest.mark.parametrize(
    ("before", "cut"),
    [
        (folded("Cited by", 900), "Cited by"),
        (f"## What to look at\n\n{MANY}", "What to look at"),
        (f"## What is still to do\n\n### a.md\n\n{MANY}", "What is still to do"),
        (f"## The law changed\n\n{MANY}", "The law changed"),
        (f"## New: AO 12\n\n{MANY}", "New: AO 12"),
        (folded("New addresses", 900), "New addresses"),
        (f"## New on the site\n\n{MANY}", "New on the site"),
        (f"## Descriptions of topics, programs and authorities change\n\n{MANY}", "Descriptions"),
        (f"## Settings change\n\n{MANY}", "Settings change"),
    ],
)
def test_what_matters_most_is_whole_whatever_stands_before_it(before: str, cut: str) -> None:
    first = (TEXT, BOX, DETAILS, STATUS, GONE)
    shown = short(before, *first)
    assert all(part.strip() in shown for part in first)
    head = shown.partition("\n")[0]
    assert WHOLE in head
    assert f"“{cut}" in head
    assert "**Not shown here: " in shown


def test_what_is_cut_is_counted() -> None:
    shown = short(TEXT, folded("Cited by", 900))
    count = 900 - shown.count("- line ") + 1
    assert f"“Cited by” ({count:,} lines)" in shown
    assert shown.endswith(f"</details>\n\n**Not shown here: {count:,} more.**")


def test_the_headings_are_known_in_the_words_of_the_body() -> None:
    text = TEXT.replace("approved", "adopted")
    shown = short(folded("Rows in lists of rulings", 900), text, words=Words(approved="adopted"))
    assert text.strip() in shown


def test_lines_to_paste_are_not_cut_in_two() -> None:
    block = "- Type:\n\n  ```yaml\n" + "  - x\n" * 2000 + "  ```"
    shown = short(f"## What is still to do\n\n- One.\n{block}")
    assert "- One." in shown
    assert "```" not in shown


def test_a_list_within_a_section_belongs_to_it() -> None:
    places = folded("Places", 900)
    shown = short(
        f"## What is still to do\n\n### 900 files: x\n\n{places}", folded("Cited by", 900)
    )
    assert shown.count("- line ") > 100
    assert "“Cited by”" in shown
    assert "“Places”" not in shown
