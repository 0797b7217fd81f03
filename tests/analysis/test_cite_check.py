"""Letters and memos whose citations are checked."""

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.analysis.cite_check import check_citations
from corpus.analysis.cite_check_formats import as_json, as_markdown, as_text
from corpus.analysis.index import CorpusIndex
from corpus.analysis.not_checked import not_checked
from corpus.analysis.standing import WHY_UNRESOLVED, Statement
from corpus.citations.found_citation import Doubt
from factories import (
    COMMISSION,
    REWORDED_STATUTE,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    full_record,
    index_of,
    read_corpus,
    record_text,
)

NOT_CHECKED = "later history not checked"
CHANGED = "Later history not checked; Standard 3(c) changed in 2020"
CHANGED_SINCE = f"{CHANGED}, after the date of your document"
ELSEWHERE = "Standard 3(c), cited in ¶ 2, changed in 2020"
CITED_ELSEWHERE = f"Later history not checked; {ELSEWHERE}"
NOT_HELD = "Status not checked: full text not available here"
NOT_HERE = Statement.NO_OPINION_YET
WITHDRAWN = "withdrawn: {on: 2010-05-06, reason: It was wrong.}"
SAME = f"No later change recorded ({NOT_CHECKED})"

FILES: Files = {
    "standards/commission.yml": COMMISSION,
    "opinions/2003/05.md": record_text(),
    "opinions/2004/06.md": catalog_record(6, 2004),
    "opinions/2004/07.md": catalog_record(7, 2004, WITHDRAWN),
    "opinions/2004/10.md": catalog_record(
        10, 2004, "withdrawn: {on: 2010-05, reason: It was wrong.}"
    ),
    "opinions/2005/08.md": catalog_record(8, 2005, 'aliases: ["MEB 2007-11"]\n'),
    "opinions/2006/09.md": catalog_record(9, 2006),
    "opinions/2010/12.md": catalog_record(
        12,
        2010,
        "opinions: [{cites: 2005/08, effect: modifies}, {cites: 2006/09, effect: supersedes}]",
    ),
}
NOT_NAMED = "No opinion or recorded change names this part, so check that there is one. "


@pytest.fixture
def index(tmp_path: Path) -> CorpusIndex:
    return index_of(read_corpus(tmp_path, FILES))


@pytest.mark.parametrize(
    ("words", "standing", "statement"),
    [
        ("AO 6 (2004)", "text_not_held", NOT_HELD),
        ("AO 8 (2005)", "modified", "Modified by AO 12 (2010)"),
        ("MEB 2007-11", "modified", "Modified by AO 12 (2010)"),
        ("Advisory Opinion 9 (2006)", "superseded", "Superseded by AO 12 (2010)"),
        ("AO 7 (2004)", "withdrawn", "Withdrawn on May 6, 2010"),
        ("AO 10 (2004)", "withdrawn", "Withdrawn in May 2010"),
        ("AO 44 (2019)", "unknown", NOT_HERE),
        ("AO 99 (2099)", "unknown", NOT_HERE),
        (
            "AO 5 (2003)",
            "law_changed_since",
            CHANGED,
        ),
        (
            "Standard III(C)",
            "compare_the_day",
            "Last recorded change (March 1, 2020): Renumbered",
        ),
        ("Standard 3(a)", "no_later_change_recorded", f"{NOT_NAMED}No change is recorded"),
        (
            "Harbor Stat. § 7A-38.2(b)",
            "no_history_recorded",
            f"{NOT_NAMED}No history of it is recorded here",
        ),
        ("AO 99", "unknown", NOT_HERE),
        ("AO No. 5 (1999)", "unknown", NOT_HERE),
        ("Standard 9", "unknown", "Not in this collection"),
        (
            "Id.",
            "unresolved",
            "This points back to another citation; look it up there",
        ),
    ],
)
def test_each_citation_has_its_standing(
    index: CorpusIndex, words: str, standing: str, statement: str
) -> None:
    text = f"Dear Sir,\n\nplease see *{words}*, which we follow.\n"
    (checked,) = check_citations(text, index)
    assert (checked.words, checked.line, checked.standing) == (words, 3, standing)
    assert checked.statement == statement
    assert text[checked.start : checked.end] == words


RUNNING_ON = {**FILES, "standards/commission.yml": f"{COMMISSION}first_number: 1\n"}


@pytest.mark.parametrize(
    ("words", "statement"),
    [
        ("AO 5 (2010)", "The year may be wrong: Opinion 5 is from 2003"),
        ("AO 5 (2099)", "The year may be wrong: Opinion 5 is from 2003"),
        ("AO 50 (2010)", NOT_HERE),
    ],
)
def test_where_numbers_run_on_a_wrong_year_is_corrected(
    tmp_path: Path, words: str, statement: str
) -> None:
    index = index_of(read_corpus(tmp_path, RUNNING_ON))
    (checked,) = check_citations(f"See {words}.", index)
    assert (checked.words, checked.standing, checked.statement) == (words, "unknown", statement)


WHOLE = "Advisory Opinion 05 (2003)"


@pytest.mark.parametrize(
    ("pinpoint", "statement", "label", "anchor"),
    [
        (", ¶ 1", CITED_ELSEWHERE, f"{WHOLE}, ¶ 1", "#p1"),
        (" at ¶ 2", CHANGED, f"{WHOLE}, ¶ 2", "#p2"),
        (" ¶ 55", f"It has no ¶ 55. {CHANGED}", WHOLE, ""),
        (", answer 7", f"It has no answer 7. {CHANGED}", WHOLE, ""),
        (" at para. 2", CHANGED, f"{WHOLE}, ¶ 2", "#p2"),
        (", paragraph 1", CITED_ELSEWHERE, f"{WHOLE}, ¶ 1", "#p1"),
    ],
)
def test_a_paragraph_has_its_own_standing_if_it_exists(
    index: CorpusIndex, pinpoint: str, statement: str, label: str, anchor: str
) -> None:
    (checked,) = check_citations(f"See AO 5 (2003){pinpoint}.", index)
    assert checked.statement == statement
    assert checked.standing == (
        "no_later_change_recorded" if statement == SAME else "law_changed_since"
    )
    assert (checked.label, checked.url) == (label, f"opinions/2003/05/{anchor}")


PARAGRAPHS = [
    ("AO 5 (2003), ¶¶ 1-2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶1-¶2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶¶ 1 to ¶ 2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶¶ 1, 2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003) paras. 1–2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), at paragraphs 1 and 2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶ 1 and ¶ 2", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶ 1, 2 persons", ["¶ 1"]),
    ("AO 5 (2003), ¶¶ 1, 2010", ["¶ 1"]),
    ("Advisory Op. 5, ¶¶ 1-2 (2003)", ["¶ 1", "¶ 2"]),
    ("Advisory Op. 5, ¶¶ 1, 2 (2003)", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶¶ 2-9", ["¶ 2", "no ¶ 9"]),
    ("AO 5 (2003), ¶¶ 1, 40", ["¶ 1", "no ¶ 40"]),
    ("AO 6 (2004), ¶¶ 1-2", [""]),
    ("AO 5 (2003), answer 1", ["answer 1"]),
    ("AO 5 (2003), Answers 1 and 1", ["answer 1"]),
    ("AO 5 (2003), answers 1-7", ["answer 1", "no answer 7"]),
    ("AO 5 (2003), answer 7", ["no answer 7"]),
    ("AO 5, answer 7 (2003)", ["no answer 7"]),
    ("AO 5 answer 1 (2003)", ["answer 1"]),
    ("AO 6 (2004), answer 1", [""]),
]
"""Lists and ranges of paragraphs, and what is read; the text of AO 6 (2004) is not here."""


@pytest.mark.parametrize(("words", "paragraphs"), PARAGRAPHS)
def test_each_paragraph_of_a_list_or_range_is_checked(
    index: CorpusIndex, words: str, paragraphs: list[str]
) -> None:
    checked = check_citations(f"See {words}.", index)
    read = [
        each.statement[len("It has ") :].partition(".")[0]
        if each.statement.startswith("It has no")
        else each.label.partition(", ")[2]
        for each in checked
    ]
    assert read == paragraphs


def test_the_summary_counts_a_paragraph_that_does_not_exist(index: CorpusIndex) -> None:
    checked = check_citations("See AO 5 (2003), ¶ 55.", index)
    mark = f"no ¶ 55 (law changed or renumbered since, {NOT_CHECKED})"
    assert as_text(checked).splitlines()[-1] == f"1 citation: 1 {mark}"


@pytest.mark.parametrize(
    ("fields", "standing", "mark", "statement"),
    [
        ("", "separate_opinion", "in a dissent", SAME),
        (WITHDRAWN, "withdrawn", "in a dissent (withdrawn)", "Withdrawn on May 6, 2010"),
    ],
)
def test_a_paragraph_in_a_dissent_does_not_pass_for_the_ruling(
    tmp_path: Path, fields: str, standing: str, mark: str, statement: str
) -> None:
    body = "It may.\n\n## Dissent\n\nOnly a neighbor may."
    files = {
        "standards/commission.yml": f"{COMMISSION}separate_opinions: {{dissent: [Dissent]}}\n",
        "opinions/2003/05.md": full_record(5, 2003, fields, body),
    }
    index = index_of(read_corpus(tmp_path, files))
    own, dissent = check_citations("AO 5 (2003), ¶ 2. AO 5 (2003), ¶ 3.", index)
    assert "dissent" not in own.statement + own.mark + own.counted_as
    assert (dissent.standing, dissent.mark, dissent.counted_as) == (standing, mark, mark)
    said = f"¶ 3 is in a dissent, not part of what was decided. {statement}"
    assert dissent.statement == said


@pytest.mark.parametrize("settings", ["", "complete_until: 2012-12-31\n"])
def test_the_summary_does_not_say_that_a_paragraph_that_does_not_exist_is_unchanged(
    tmp_path: Path, settings: str
) -> None:
    files = {**FILES, **UNCHANGED_LAW, "standards/commission.yml": f"{COMMISSION}{settings}"}
    checked = check_citations("See AO 5 (2003), ¶ 55.", index_of(read_corpus(tmp_path, files)))
    assert as_text(checked).splitlines()[-1] == "1 citation: 1 no ¶ 55"


def test_a_paragraph_between_number_and_year_is_read(index: CorpusIndex) -> None:
    (checked,) = check_citations("See Harbor Bd., Advisory Op. 5, ¶ 2 (2003).", index)
    assert (checked.words, checked.label) == ("Advisory Op. 5, ¶ 2 (2003)", f"{WHOLE}, ¶ 2")
    assert checked.statement == CHANGED


SHARED = {
    **FILES,
    "opinions/2003/05.md": record_text(
        "holdings:\n  - {id: 1, answers: 1, text: It may., at: [2]}\n"
        "  - {id: 2, answers: 1, text: It must., at: [2]}\n"
    ),
    "opinions/2004/07.md": catalog_record(
        7, 2004, "opinions: [{cites: 2003/05, effect: supersedes, holding: 1}]"
    ),
    **UNCHANGED_LAW,
}
"""Two answers in one paragraph, of which a later opinion supersedes the first."""
SUPERSEDED_ELSEWHERE = (
    f"No later change recorded for this part ({NOT_CHECKED}); "
    "elsewhere, the opinion was superseded as to answer 1 by AO 7 (2004)"
)
IN_SHARED = [
    (", ¶ 2", "modified", f"Superseded as to answer 1 by AO 7 (2004); {NOT_CHECKED}", "#p2"),
    (", answer 1", "superseded", "Superseded by AO 7 (2004)", "#holding-1"),
    (", answer 2", "modified_elsewhere", SUPERSEDED_ELSEWHERE, "#holding-2"),
    (", ¶ 1", "modified_elsewhere", SUPERSEDED_ELSEWHERE, "#p1"),
    ("", "modified", f"Superseded as to answer 1 by AO 7 (2004); {NOT_CHECKED}", ""),
]


@pytest.mark.parametrize(("place", "standing", "statement", "anchor"), IN_SHARED)
def test_an_answer_has_its_own_standing_though_its_paragraph_gives_another_answer_too(
    tmp_path: Path, place: str, standing: str, statement: str, anchor: str
) -> None:
    index = index_of(read_corpus(tmp_path, SHARED))
    (checked,) = check_citations(f"See AO 5 (2003){place}.", index)
    assert (checked.standing, checked.statement) == (standing, statement)
    assert (checked.label, checked.url) == (f"{WHOLE}{place}", f"opinions/2003/05/{anchor}")


def test_the_summary_does_not_count_a_paragraph_as_modified_if_others_were(tmp_path: Path) -> None:
    index = index_of(read_corpus(tmp_path, SHARED))
    checked = check_citations(
        "See AO 5 (2003), ¶ 1, and AO 5 (2003), ¶ 2.", index, date(2003, 1, 1)
    )
    since = "since the date of your document, later history not checked"
    summary = f"2 citations: 1 modified {since}; 1 changed only elsewhere {since}"
    assert as_text(checked).splitlines()[-1] == summary


POINTS_BACK = WHY_UNRESOLVED[Doubt.POINTS_BACK]
LATER_PLACES = [
    ("AO 5 (2003), answer 1 allows it, and answer 2 forbids it.", ["answer 1", "answer 2"]),
    ("AO 5 (2003), answer 1, and answer 2.", ["answer 1", "answer 2"]),
    ("AO 5 (2003) holds so, but Answers 1 and 2 differ.", ["", "answer 1", "answer 2"]),
    ("AO 5 (2003), ¶ 1 allows it, but ¶ 2 forbids it.", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), ¶ 1; see also ¶¶ 1-2.", ["¶ 1", "¶ 1", "¶ 2"]),
    ("AO 5, ¶ 1 (2003) allows it, not paragraph 2.", ["¶ 1", "¶ 2"]),
    ("AO 5 (2003), answer 1 allows it, not answer 2 of that opinion.", ["answer 1", "answer 2"]),
    ("AO 5 (2003), ¶ 1 allows it. But ¶ 2 does not.", ["¶ 1", POINTS_BACK]),
    ("AO 5 (2003), ¶ 1 allows it, not ¶ 9, nor ¶ 2.", ["¶ 1", POINTS_BACK, "¶ 2"]),
    ("AO 5 (2003), ¶ 1 and the order in ¶ 2 differ.", ["¶ 1", POINTS_BACK]),
    ("AO 5 (2003), ¶ 1, and Compl. ¶ 2 differ.", ["¶ 1", POINTS_BACK]),
    ("AO 7 (2004) and AO 5 (2003) differ: answer 2 forbids it.", ["", "", POINTS_BACK]),
    ("AO 5 (2003), Standard 3(c) and ¶ 2 allow it.", ["", "", POINTS_BACK]),
    ("AO 5 (2003), ¶ 1. Id. at ¶ 2.", ["¶ 1", POINTS_BACK]),
    ("AO 5 (2003) allows it, unlike ¶ 2 of the lease.", [""]),
    ("AO 5 (2003) allows it, unlike answer 2 of AO 8 (2005).", ["", ""]),
    ("AO 6 (2004), ¶ 1 allows it, but ¶ 2 forbids it.", [""]),
    ("AO 5 (2003), ¶ 1.\n\nAnswer 2 is clear.", ["¶ 1"]),
]
"""Paragraphs and answers named further on, and what is checked besides whole opinions."""


@pytest.mark.parametrize(("text", "places"), LATER_PLACES)
def test_a_place_named_further_on_is_checked_or_reported(
    tmp_path: Path, text: str, places: list[str]
) -> None:
    index = index_of(read_corpus(tmp_path, SHARED))
    checked = check_citations(f"In {text}", index)
    read = [
        each.statement if each.standing == "unresolved" else each.label.partition(", ")[2]
        for each in checked
    ]
    assert read == places


OTHERS = "Not every opinion of this range is in the collection"
RANGES = {
    "Advisory Opinions 5-7": ["5", "6", "7"],
    "AO 5 to 7": ["5", "6", "7"],
    "AOs 5–8": ["5", "6", "7", "8"],
    "AO 5 (2003) through AO 7 (2004)": ["5", "6", "7"],
    "AO 9 to 12": ["9", OTHERS, "12"],
    "AOs 9-11": ["9", OTHERS, NOT_HERE],
    "AOs 8 (2005) to 11": ["8", "9", OTHERS, NOT_HERE],
    "AO 8-11": ["8", "9", OTHERS, NOT_HERE],
    "AO 3-6 (2004)": [NOT_HERE, "5", OTHERS, "6"],
    "AO 5, 7, and 9": ["5", "7", "9"],
    "AO 5 to 7 and AO 9": ["5", "6", "7", "9"],
}
"""Ranges and lists, with the number of each opinion that they name."""


@pytest.mark.parametrize(("words", "named"), RANGES.items())
def test_each_opinion_of_a_range_or_list_is_checked(
    index: CorpusIndex, words: str, named: list[str]
) -> None:
    for ending in (" hold so.", ".", "; see also"):
        checked = check_citations(f"In {words}{ending}", index)
        numbers = [found.id.partition("/")[2].lstrip("0") or found.statement for found in checked]
        assert numbers == named


PART_RANGES = {
    "Harbor Stat. § 7A-38.2(a)-(c)": ["7A-38.2(a)", "7A-38.2(b)", "7A-38.2(c)"],
    "Standard 3(d)(1) to (4)": ["3(d)(1)", "3(d)(2)", "3(d)(3)", "3(d)(4)"],
    "Standard 3(d)(1)(i)-(iv)": [f"3(d)(1)({part})" for part in ("i", "ii", "iii", "iv")],
    "Standard 3(d)(1)(i)-(v)": [f"3(d)(1)({part})" for part in ("i", "ii", "iii", "iv", "v")],
    "Standard 3(h) through (k)": ["3(h)", "3(i)", "3(j)", "3(k)"],
    "Standard 3(c)(2)-(e)": ["3(c)(2)", "3(d)", "3(e)"],
    "Standard 3(c)-3(c)(2)": ["3(c)", "3(c)(2)"],
    "Standards 3(c)-(A)": ["3(c)", "3(a)"],
    "Standards 3(a) to 5": ["3(a)", "4", "5"],
    "Standard 3(d)(1)-(32)": ["3(d)(1)", "3(d)(32)"],
    "subsections (a)-(c) of Standard 3": ["3(a)", "3(b)", "3(c)"],
    "Pier Rules 4-6": ["PR4", "PR5", "PR6"],
    "Harbor Stat. §§ 7A-38.1 to 7A-38.4A": ["7A-38.1", "7A-38.2", "", "7A-38.4A"],
    "Harbor Stat. §§ 7A-38.3 to 7A-38.12": ["7A-38.3", "", "7A-38.12"],
}
"""Ranges of parts, rules and sections, with each that is checked; a line on others has none."""


@pytest.mark.parametrize(("words", "named"), PART_RANGES.items())
def test_what_is_between_the_ends_of_a_range_is_checked(
    index: CorpusIndex, words: str, named: list[str]
) -> None:
    checked = check_citations(f"In {words} hold so.", index)
    assert [found.id + found.pinpoint for found in checked] == named
    assert {found.words for found in checked} == {words}


DAMAGED = {
    "Harbor Stat. \u00c2\u00a7 7A-38.2(b)": "\u00c2\u00a7 7A-38.2(b)",
    "Harbor Stat. \u00c3\u201a\u00c2\u00a7 7A-38.2": "\u00c3\u201a\u00c2\u00a7 7A-38.2",
    "Harbor Stat. \u00ac\u00df 7A-38.2": "\u00ac\u00df 7A-38.2",
    "Harbor Stat. \ufffd 7A-38.2(b)": "\ufffd 7A-38.2(b)",
    "Stan-\ndard 3(c)": "Stan- dard 3(c)",
    "the medi-\nator 3 times": "",
    "Caf\u00e2 and caf\u00e9 3": "",
}
"""Citations broken by a program or the end of a line, and what the check says about them."""


@pytest.mark.parametrize(("words", "told"), DAMAGED.items())
def test_a_damaged_citation_is_reported(index: CorpusIndex, words: str, told: str) -> None:
    checked = check_citations(f"See {words}.", index)
    assert [found.words for found in checked] == [told] * bool(told)
    assert {found.statement for found in checked} <= {WHY_UNRESOLVED[Doubt.DAMAGED]}


def test_each_opinion_of_a_range_has_the_words_of_the_range(index: CorpusIndex) -> None:
    opinions = check_citations("See AO 7-9.", index)
    assert {(found.start, found.end, found.words) for found in opinions} == {(4, 10, "AO 7-9")}
    assert opinions[1].label == "Advisory Opinion 08 (2005)"
    assert opinions[1].statement == "Modified by AO 12 (2010)"
    provisions = check_citations("See Standards 3-5.", index)
    assert [found.words for found in provisions] == ["Standards 3-5"] * 3


def test_opinions_in_a_list_with_dashes_are_not_a_range(index: CorpusIndex) -> None:
    opinions = check_citations("- AO 5 (2003)\n- AO 7 (2004)\n", index)
    assert [found.words for found in opinions] == ["AO 5 (2003)", "AO 7 (2004)"]


UNKNOWN_WHEN = "not known whether before or after the date of your document"
DAYS = [
    ("AO 8 (2005)", "2009-12-31", "Modified by AO 12 (2010), after the date of your document"),
    ("AO 8 (2005)", "2010-05-05", f"Modified by AO 12 (2010), {UNKNOWN_WHEN}"),
    (
        "AO 8 (2005)",
        "2010-12-31",
        "Modified by AO 12 (2010), on or before the date of your document",
    ),
    ("AO 7 (2004)", "2010-05-05", "Withdrawn on May 6, 2010, after the date of your document"),
    (
        "AO 7 (2004)",
        "2010-05-06",
        "Withdrawn on May 6, 2010, on or before the date of your document",
    ),
    ("AO 5 (2003)", "2020-02-29", CHANGED_SINCE),
    (
        "AO 5 (2003), ¶ 2",
        "2020-03-01",
        f"{CHANGED}, on or before the date of your document",
    ),
    (
        "AO 5 (2003), ¶ 1",
        "2020-03-01",
        f"{CITED_ELSEWHERE}, on or before the date of your document",
    ),
    ("AO 6 (2004)", "2020-03-01", NOT_HELD),
]
"""Opinions, the day of the text that cites them, and what is said of them."""


@pytest.mark.parametrize(("words", "written", "statement"), DAYS)
def test_an_opinion_that_changed_after_the_letter_is_reported(
    index: CorpusIndex, words: str, written: str, statement: str
) -> None:
    (checked,) = check_citations(f"See {words}.", index, date.fromisoformat(written))
    assert checked.statement == statement


WITHDRAWN = """opinions: [{cites: 2005/08, effect: modifies}]
withdrawn: {on: 2015-01-01, reason: The Board said so.}"""
AFTER_THE_LETTER = [
    ((14, 2014, "opinions: [{cites: 2005/08, effect: modifies}]"), " and AO 14 (2014)"),
    ((12, 2010, WITHDRAWN), ", since withdrawn"),
    ((14, 2014, "opinions: [{cites: 2010/12, effect: supersedes}]"), ", since superseded"),
]
"""A later record, and what it adds about the opinion that was modified before the letter."""


@pytest.mark.parametrize(("later", "added"), AFTER_THE_LETTER)
def test_what_came_after_the_letter_is_not_put_before_it(
    tmp_path: Path, later: tuple[int, int, str], added: str
) -> None:
    number, year, fields = later
    file = {f"opinions/{year}/{number}.md": catalog_record(number, year, fields)}
    index = index_of(read_corpus(tmp_path, {**FILES, **file}))
    (checked,) = check_citations("See AO 8 (2005).", index, date(2012, 1, 1))
    assert checked.statement == (
        f"Modified by AO 12 (2010){added}, at least part of this after the date of your document"
    )


def test_what_an_opinion_did_and_a_change_of_the_law_have_days_of_their_own(
    tmp_path: Path,
) -> None:
    later = catalog_record(14, 2014, "opinions: [{cites: 2003/05, effect: modifies}]")
    index = index_of(read_corpus(tmp_path, {**FILES, "opinions/2014/14.md": later}))
    (checked,) = check_citations("See AO 5 (2003).", index, date(2016, 1, 1))
    assert checked.statement == (
        "Modified by AO 14 (2014), on or before the date of your document; "
        f"{CHANGED_SINCE[0].lower()}{CHANGED_SINCE[1:]}"
    )


WITHDRAWN = "Withdrawn on May 6, 2020, after the date of your document"
ENDED_BEFORE = "Withdrawn on May 6, 2020, on or before the date of your document"
MODIFIED = "modified by AO 12 (2010)"
ENDS = [
    ("withdrawn", "2005-01-01", WITHDRAWN),
    (
        "withdrawn",
        "2012-01-01",
        f"{WITHDRAWN}; {MODIFIED}, on or before the date of your document",
    ),
    ("withdrawn", "2010-05-05", f"{WITHDRAWN}; {MODIFIED}, {UNKNOWN_WHEN}"),
    (
        "withdrawn",
        "2020-05-05",
        (
            f"{WITHDRAWN}; {MODIFIED}, on or before the date of your document; "
            "Standard 3(c) changed in 2020, on or before the date of your document"
        ),
    ),
    ("withdrawn", "2020-05-06", ENDED_BEFORE),
    ("withdrawn", "", "Withdrawn on May 6, 2020"),
    (
        "superseded",
        "2012-01-01",
        (
            "Superseded by AO 21 (2021), after the date of your document; "
            f"{MODIFIED}, on or before the date of your document"
        ),
    ),
    ("superseded", "", "Superseded by AO 21 (2021)"),
]
"""How an opinion ended, the day of the text that cites it, and what is said of it."""


@pytest.mark.parametrize(("end", "written", "statement"), ENDS)
def test_a_change_before_the_letter_is_not_hidden_by_an_end_after_it(
    tmp_path: Path, end: str, written: str, statement: str
) -> None:
    withdrawn = "withdrawn: {on: 2020-05-06, reason: It was wrong.}" if end == "withdrawn" else ""
    files = {
        **FILES,
        "opinions/2003/05.md": record_text(withdrawn),
        **{
            f"opinions/{year}/{number}.md": catalog_record(
                number, year, f"opinions: [{{cites: 2003/05, effect: {effect}}}]"
            )
            for number, year, effect in ((12, 2010, "modifies"), (21, 2021, "supersedes"))
            if effect == "modifies" or end == "superseded"
        },
    }
    index = index_of(read_corpus(tmp_path, files))
    day = date.fromisoformat(written) if written else None
    for pinpoint in ("", ", ¶ 2"):
        (checked,) = check_citations(f"See AO 5 (2003){pinpoint}.", index, day)
        assert (checked.standing, checked.statement) == (end, statement)


MARKS = [
    ("AO 7 (2004)", "2010-05-05", "withdrawn since the date of your document"),
    ("AO 7 (2004)", "2010-05-06", "withdrawn on or before the date of your document"),
    (
        "AO 8 (2005)",
        "2010-05-05",
        "modified, perhaps with a change since the date of your document",
    ),
    (
        "AO 5 (2003)",
        "2020-02-29",
        f"law changed or renumbered since the date of your document, {NOT_CHECKED}",
    ),
    (
        "AO 5 (2003)",
        "2020-03-01",
        f"law changed or renumbered on or before the date of your document, {NOT_CHECKED}",
    ),
    ("Standard 3(c)", "2020-02-29", "law changed or renumbered since the date of your document"),
    ("Standard 3(c)", "2020-03-01", "no change recorded since the date of your document"),
    ("AO 6 (2004)", "2020-03-01", "status not checked"),
]
"""Citations, the day of the text, and how the summary counts them."""


@pytest.mark.parametrize(("words", "written", "mark"), MARKS)
def test_the_summary_tells_what_is_new_since_the_day_of_the_text(
    index: CorpusIndex, words: str, written: str, mark: str
) -> None:
    checked = check_citations(f"See {words}.", index, date.fromisoformat(written))
    assert as_text(checked).splitlines()[-1] == f"1 citation: 1 {mark}"


def test_each_provision_is_told_with_its_own_days(tmp_path: Path) -> None:
    files = {
        **FILES,
        "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
        "opinions/2003/05.md": record_text('statutes: ["7A-38.2(b)"]'),
    }
    index = index_of(read_corpus(tmp_path, files))
    (checked,) = check_citations("See AO 5 (2003).", index, date(2019, 1, 1))
    assert checked.statement == (
        f"{CHANGED_SINCE}; Harbor Stat. § 7A-38.2(b) reworded since, {UNKNOWN_WHEN}"
    )
    counted_as = "law changed or renumbered, with a change since the date of your document"
    assert checked.counted_as == f"{counted_as}, {NOT_CHECKED}"


@pytest.mark.parametrize(
    ("words", "written", "day", "standing"),
    [
        (
            "AO 5 (2003)",
            "2003-11-06",
            "November 7, 2003",
            CHANGED_SINCE,
        ),
        (
            "AO 6 (2004)",
            "2003-12-31",
            "2004",
            NOT_HELD,
        ),
    ],
)
def test_an_opinion_later_than_the_text_is_told(
    index: CorpusIndex, words: str, written: str, day: str, standing: str
) -> None:
    (checked,) = check_citations(f"See {words}.", index, date.fromisoformat(written))
    later = f"This opinion is from {day}, after the date of your document."
    assert checked.statement == f"{later} {standing}"


def test_an_opinion_of_the_year_of_the_text_may_be_earlier(index: CorpusIndex) -> None:
    (checked,) = check_citations("See AO 6 (2004).", index, date(2004, 1, 1))
    assert checked.statement == NOT_HELD


@pytest.mark.parametrize("written", [None, date(2004, 5, 6)])
def test_an_authority_whose_page_has_a_note_is_not_said_to_be_unchanged(
    tmp_path: Path, written: date | None
) -> None:
    section = "---\nid: 7A-38.2\nnote: It has other words now.\nsource: {title: A}\n---\n"
    files = {**FILES, "standards/statutes/7A-38.2.md": section}
    index = index_of(read_corpus(tmp_path, files))
    (checked,) = check_citations("See Harbor Stat. § 7A-38.2(b).", index, written)
    assert checked.standing == "compare_the_day"
    statement = "No change with a day is recorded; the note on its page says more"
    assert checked.statement == NOT_NAMED + statement


@pytest.mark.parametrize(
    ("written", "standing"),
    [("2020-02-29", "law_changed_since"), ("2020-03-01", "no_later_change_recorded")],
)
def test_a_standard_that_changed_after_the_letter_is_reported(
    index: CorpusIndex, written: str, standing: str
) -> None:
    (checked,) = check_citations("See Standard 3(c).", index, date.fromisoformat(written))
    assert checked.standing == standing


OLD_LAW = {
    "standards/commission.yml": COMMISSION.replace(
        "PR Rule]", "PR Rule, 04 HCAC 10G, 4 HCAC 10G, 11 HCAC 23G]"
    ),
    "standards/21.md": "---\nid: 21\ntitle: Fees\nroman: XXI\nsource: {title: A}\neditions:\n"
    "  - {verb: renumbered, event: Second edition, effective: 2011-06-01, source: {title: B}}\n"
    "  - {event: (f) became (g), effective: 2011-08-01, source: {title: C}}\n---\n",
    "standards/rules/pr.md": "---\nid: PR\ntitle: Rules\nsource: {title: A}\neditions:\n"
    "  - {verb: reformatted, event: Order 7. 8.E became 8(a)(4), effective: 2012-06-01, "
    "source: {title: B}}\n"
    "  - {event: Recodified from 04 HCAC 10G to 11 HCAC 23G, effective: 2011-06-01, "
    "source: {title: B}}\n---\n",
}
OLD, SINCE = ("old_number",), ("no_later_change_recorded",)
OLD_NUMBERS = [
    ("Standard XXI", "2011-05-31", "law_changed_since", "Later renumbered (June 1, 2011: Seco"),
    ("Standard XXI", "", "compare_the_day", "Last recorded change (August 1, 2011)"),
    ("Standard XXI", "2015-01-01", *OLD, "XXI is its number in earlier editions; renumbered on Ju"),
    ("Standard XXI(C)", "2015-01-01", *OLD, "XXI is its number in earlier editions"),
    ("Standard 21", "2015-01-01", *SINCE, "Last recorded change"),
    ("Standard 21(f)", "2015-01-01", *OLD, "(f) became (g) on August 1, 2011"),
    ("Standard 21(f)(1)", "2015-01-01", *OLD, "(f) became (g) on August 1, 2011"),
    ("Standard 21(g)", "2015-01-01", *SINCE, f"{NOT_NAMED}Last recorded change"),
    ("Pier Rule 8.E", "2015-01-01", *OLD, "8.E became 8(a)(4) on June 1, 2012"),
    ("Pier Rule 8.F", "2015-01-01", *OLD, "reformatted on June 1, 2012, when 8.E became 8(a)(4)"),
    ("Pier Rule 8(a)(4)", "2015-01-01", *SINCE, f"{NOT_NAMED}Last recorded change"),
    ("4 HCAC 10G 8", "2015-01-01", *OLD, "recodified from 04 HCAC 10G to 11 HCAC 23G on Jun"),
    ("04 HCAC 10G 8", "2011-05-31", "law_changed_since", f"{NOT_NAMED}Later changed"),
    ("11 HCAC 23G 8", "2015-01-01", *SINCE, f"{NOT_NAMED}Last recorded change"),
]


@pytest.mark.parametrize(("words", "written", "standing", "statement"), OLD_NUMBERS)
def test_a_number_that_an_edition_replaced_before_the_letter_is_told(
    tmp_path: Path, words: str, written: str, standing: str, statement: str
) -> None:
    index = index_of(read_corpus(tmp_path, {**FILES, **OLD_LAW}))
    day = date.fromisoformat(written) if written else None
    (checked,) = check_citations(f"See {words}.", index, day)
    told = f"May be an old number: {statement}" if standing == "old_number" else statement
    assert (checked.standing, checked.statement[: len(told)]) == (standing, told)


REPEALED_LAW = {
    f"standards/statutes/{number}.md": f"---\nid: {number}\ntitle: Records\n"
    "source: {title: A}\neditions:\n  - {verb: repealed, event: Chapter 12, "
    f"effective: 2011-01-01, {scope}source: {{title: B}}}}\n---\n"
    for number, scope in {"7A-5": "", "7A-6": 'provisions: ["7A-6(b)"], '}.items()
}
REPEAL, PART = "Last recorded change (January 1, 2011): ", "Harbor Stat. § 7A-6(b)"
REPEALS = [
    ("7A-5", "2010-05-05", "law_changed_since", "Later repealed (January 1, 2011)"),
    ("7A-5", "2013-05-05", "repealed", f"{REPEAL}repealed (Chapter 12)"),
    ("7A-5", "", "repealed", f"{REPEAL}repealed (Chapter 12)"),
    ("7A-6", "2010-05-05", "law_changed_since", f"Later {PART} repealed (January 1, 2011)"),
    ("7A-6", "2013-05-05", "no_later_change_recorded", f"{REPEAL}{PART} repealed (Chapter 12)"),
    ("7A-6", "", "compare_the_day", f"{REPEAL}{PART} repealed (Chapter 12)"),
    ("7A-6(b)(1)", "", "repealed", f"{NOT_NAMED}{REPEAL}repealed (Chapter 12)"),
    ("7A-6(a)", "", "no_later_change_recorded", f"{NOT_NAMED}No change is recorded"),
]


OF_2012 = "  - {verb: amended, event: Act 13, effective: 2012-01-01%s, source: {title: C}}\n"
ADOPTED_LAW = {
    f"standards/statutes/{number}.md": f"---\nid: {number}\ntitle: Records\nsource: {{title: A}}\n"
    f"editions:\n  - {{verb: {change}, event: Act 12, adopted: 2011-01-01, source: {{title: B}}}}\n"
    f"{later}---\n"
    for number, change, later in (
        ("7A-10", "amended", ""),
        ("7A-11", "adopted", ""),
        ("7A-12", "repealed", ""),
        ("7A-13", 'amended, provisions: ["7A-13(a)"]', OF_2012 % ', provisions: ["7A-13(b)"]'),
        ("7A-14", "amended", OF_2012 % ""),
    )
}
ONLY_ADOPTED = "adopted January 1, 2011, effective date not known"
AMENDED, REPLACED = "amended (January 1, 2012)", "Last recorded change (January 1, 2012): Act 13"
MAY = ("compare_the_day",)
ADOPTIONS = [
    ("7A-10", "2010-05-05", *MAY, f"May have changed since: amended ({ONLY_ADOPTED})"),
    ("7A-10", "2013-05-05", *MAY, f"May have changed ({ONLY_ADOPTED}): Act 12"),
    ("7A-10", "", *MAY, f"May have changed ({ONLY_ADOPTED}): Act 12"),
    ("7A-12", "2010-05-05", *MAY, f"May have changed since: repealed ({ONLY_ADOPTED})"),
    ("7A-12", "2013-05-05", *MAY, f"May have changed ({ONLY_ADOPTED}): repealed (Act 12)"),
    ("7A-12", "", *MAY, f"May have changed ({ONLY_ADOPTED}): repealed (Act 12)"),
    ("7A-13", "2013-05-05", *MAY, f"May have changed ({ONLY_ADOPTED}): Act 12"),
    ("7A-14", "2010-05-05", "law_changed_since", f"Later amended ({ONLY_ADOPTED}), {AMENDED}"),
    ("7A-14", "2013-05-05", "no_later_change_recorded", REPLACED),
    (
        "7A-11",
        "",
        "no_later_change_recorded",
        "No change is recorded since it was adopted (January 1, 2011)",
    ),
]


@pytest.mark.parametrize(("section", "written", "standing", "statement"), [*REPEALS, *ADOPTIONS])
def test_a_repeal_or_what_was_only_adopted_is_told_as_such(
    tmp_path: Path, section: str, written: str, standing: str, statement: str
) -> None:
    index = index_of(read_corpus(tmp_path, {**FILES, **REPEALED_LAW, **ADOPTED_LAW}))
    day = date.fromisoformat(written) if written else None
    (checked,) = check_citations(f"See Harbor Stat. § {section}.", index, day)
    assert (checked.standing, checked.statement) == (standing, statement)


@pytest.mark.parametrize(
    ("words", "statement", "since", "mark"),
    [
        (
            "AO 5 (2003), ¶ 1",
            f"{CITED_ELSEWHERE}; text corrected on May 5, 2013",
            "; text corrected on May 5, 2013, after the date of your document",
            f", {NOT_CHECKED}, text corrected",
        ),
        ("AO 5 (2003), ¶ 2", CHANGED, CHANGED_SINCE, f"since, {NOT_CHECKED}"),
    ],
)
def test_a_reader_who_quotes_a_corrected_paragraph_is_told(
    tmp_path: Path, words: str, statement: str, since: str, mark: str
) -> None:
    corrected = record_text("corrections: [{on: 2013-05-05, at: [1], what: A word was missing.}]")
    index = index_of(read_corpus(tmp_path, {**FILES, "opinions/2003/05.md": corrected}))
    (checked,) = check_citations(f"See {words}.", index)
    assert checked.statement == statement
    assert checked.counted_as.endswith(mark)
    (checked,) = check_citations(f"See {words}.", index, date(2012, 1, 1))
    assert checked.statement.endswith(since)


@pytest.mark.parametrize(
    ("written", "standing", "statement"),
    [
        (
            date(2003, 11, 7),
            "law_changed_since",
            "Later reworded (an unknown date after November 7, 2003)",
        ),
        (
            date(2003, 11, 8),
            "compare_the_day",
            "Changed on an unknown date after November 7, 2003: Reworded",
        ),
        (None, "compare_the_day", "Changed on an unknown date after November 7, 2003: Reworded"),
    ],
)
def test_a_change_without_a_known_day_is_reported(
    tmp_path: Path, written: date | None, standing: str, statement: str
) -> None:
    files = {**FILES, "standards/statutes/7A-38.2.md": REWORDED_STATUTE}
    index = index_of(read_corpus(tmp_path, files))
    (checked,) = check_citations("See Harbor Stat. § 7A-38.2(b).", index, written)
    assert (checked.standing, checked.statement) == (standing, NOT_NAMED + statement)


def test_a_new_number_is_told_with_what_happened(tmp_path: Path) -> None:
    statute = REWORDED_STATUTE.replace(
        "verb: reworded, event: Reworded", "verb: renumbered, event: (b) became (d)"
    )
    index = index_of(read_corpus(tmp_path, {**FILES, "standards/statutes/7A-38.2.md": statute}))
    (checked,) = check_citations("See Harbor Stat. § 7A-38.2(b).", index, date(2003, 11, 7))
    assert checked.statement.endswith("November 7, 2003: (b) became (d))")


def test_a_cite_check_is_printed_as_text_json_and_markdown(index: CorpusIndex) -> None:
    checked = check_citations("See AO 9 (2006).\nSee <b> AO 7 (2004), and AO 6 (2004).", index)
    assert as_text(checked, "Not complete.").splitlines() == [
        "Superseded or withdrawn: 2 of 3",
        "Not complete.",
        "1: AO 9 (2006): Advisory Opinion 09 (2006). Superseded by AO 12 (2010).",
        "2: AO 7 (2004): Advisory Opinion 07 (2004). Withdrawn on May 6, 2010.",
        f"2: AO 6 (2004): Advisory Opinion 06 (2004). {NOT_HELD}.",
        "3 citations: 1 withdrawn; 1 superseded; 1 status not checked",
    ]
    assert json.loads(as_json(checked, "Not complete."))[0] == {
        "text": "AO 9 (2006)",
        "start": 4,
        "end": 15,
        "line": 1,
        "kind": "opinion",
        "id": "2006/09",
        "pinpoint": "",
        "label": "Advisory Opinion 09 (2006)",
        "standing": "superseded",
        "statement": "Superseded by AO 12 (2010)",
        "caveat": "Not complete.",
        "url": "opinions/2006/09/",
    }
    title, _, caveat, _, head, _, *rows = as_markdown(checked, "Not complete.").splitlines()
    assert title == "## 3 citations: 1 withdrawn; 1 superseded; 1 status not checked"
    assert caveat == "Not complete."
    assert head == "| line | citation | standing today |"
    assert len(rows) == 3
    assert rows[0].startswith(r"| 1 | AO 9 \(2006\) | Advisory Opinion 09 \(2006\). Superseded")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("See AO 5 (2003) and Standard 3(c).", ""),
        (
            "See the Lake Guild Advisory Opinion 10 (2016).",
            (
                "1 citation of another body’s document was not checked: "
                "Lake Guild Advisory Opinion 10 (2016)."
            ),
        ),
        (
            (
                "See Pier Rule 4.B.2. *Lake Guild Standard* 3(c)\nand AO 5 of the State Bar.\n\n"
                "AO 5 of the State Bar, and Standard III of the Hill Guild."
            ),
            (
                "3 citations of other bodies’ documents were not checked: "
                "*Lake Guild Standard* 3(c); "
                "AO 5 of the State Bar; Standard III of the Hill Guild."
            ),
        ),
    ],
)
def test_citations_of_other_bodies_are_named_as_not_checked(
    index: CorpusIndex, text: str, told: str
) -> None:
    assert not_checked(text, index) == told


def test_the_summary_says_in_words_that_the_law_may_have_changed(index: CorpusIndex) -> None:
    checked = check_citations("See Standard 3(c).", index)
    assert (
        as_text(checked).splitlines()[-1]
        == "1 citation: 1 may have changed or been renumbered since"
    )


@pytest.mark.parametrize(
    ("complete", "summary"),
    [
        ("", f"1 no history recorded; 1 n{SAME[1:]}"),
        (
            "complete_until: 2012-12-31\n",
            "1 no history recorded; 1 in force (opinions through December 31, 2012)",
        ),
    ],
)
def test_an_opinion_has_the_name_of_its_status_as_on_its_page(
    tmp_path: Path, complete: str, summary: str
) -> None:
    files = {**UNCHANGED_LAW, "standards/commission.yml": f"{COMMISSION}{complete}"}
    index = index_of(read_corpus(tmp_path, files))
    checked = check_citations("See Standard 3(a) and AO 5 (2003), ¶ 1.", index)
    assert as_text(checked).splitlines()[-1] == f"2 citations: {summary}"


def test_a_text_without_citations_says_so(index: CorpusIndex) -> None:
    assert as_text(check_citations("Dear Sir, thank you.", index)) == "No citations"


def test_a_part_that_no_opinion_cites_has_the_address_of_the_whole_page(index: CorpusIndex) -> None:
    cited, other = check_citations("Standard 3(c) and Standard 3(z)", index)
    assert (cited.url, other.url) == ("standards/3/#c", "standards/3/")
