"""Views of pages, built from small corpora."""

from pathlib import Path

import pytest

import factories
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.model.words import capitalized
from corpus.pages.authorities import (
    authority_list_view,
    authority_view,
    provision_views,
    table_rows,
)
from corpus.pages.collection_views import collection_view
from corpus.pages.common_views import Link, opinion_ref, question_views
from corpus.pages.opinion_lists import all_opinions_view, subject_table
from corpus.pages.opinions import FullOpinionView, opinion_view
from corpus.pages.page_tasks import DEFAULT_LIMITS, PageLimits
from corpus.pages.questions import questions_view, topic_questions, topic_years, topics_view
from corpus.pages.static_pages import latest_events, new_record_links
from corpus.pages.whole_collection import charts_view, printed_opinions
from factories import COMMISSION, STANDARD_KIND, Files, catalog_record, full_record, record_text

SUPERSEDES = "opinions: [{cites: 2003/05, effect: supersedes, at: [2]}]"
STANDARD = Citation(STANDARD_KIND, "3")
LAW = "Standard 3(c) changed in 2020"
UNCHECKED = "later history not fully checked"
TWO_HOLDINGS = (
    "issues:\n  - {id: a, question: First?, at: [1]}\n  - {id: b, question: Second?, at: [1]}\n"
    "holdings:\n  - {id: x, answers: b, text: To second., at: [2]}\n"
    "  - {id: y, answers: a, text: To first., at: [2], cites: ['3(c)']}\n"
)


def index_of(root: Path, files: Files) -> CorpusIndex:
    return factories.index_of(factories.read_valid_corpus(root, files))


def opinion(index: CorpusIndex, year: int, number: int) -> Record:
    return index.by_id[OpinionId(year, number)]


def full_view(index: CorpusIndex, year: int, number: int) -> FullOpinionView:
    held = opinion_view(opinion(index, year, number), index, "../").full
    assert held
    return held


def test_a_page_names_an_opinion_with_its_status_and_day(tmp_path: Path) -> None:
    files = {"opinions/2004/06.md": full_record(6, 2004, SUPERSEDES, "Not AO 05 (2003).")}
    index = index_of(tmp_path, files)
    ref = opinion_ref(opinion(index, 2003, 5), index)
    assert (str(ref.fields.id), ref.url) == ("2003/05", "opinions/2003/05/")
    assert (ref.name, ref.long_name) == ("AO 5 (2003)", "Advisory Opinion 05 (2003)")
    assert ref.approved == "November 7, 2003"
    assert (ref.status.css_class, ref.status.label) == (
        "superseded",
        "Superseded by AO 6 (2004)",
    )


def test_each_question_has_its_own_answers_and_what_they_rest_on(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"opinions/2003/05.md": record_text(TWO_HOLDINGS)})
    first, second = question_views(index.records, index)
    assert [answer.holding.text for answer in first.answers] == ["To first."]
    assert [answer.holding.text for answer in second.answers] == ["To second."]
    assert [link.text for link in first.answers[0].rests_on] == ["Standard 3(c)"]
    assert second.answers[0].rests_on == ()


@pytest.mark.parametrize(
    ("effect", "x", "y", "whole"),
    [
        (
            "cites",
            f"This answer: {UNCHECKED}; {LAW}",
            f"This answer: {UNCHECKED}; {LAW}",
            f"{capitalized(UNCHECKED)}; {LAW}",
        ),
        (
            "supersedes, holding: x",
            "This answer: superseded by AO 6 (2004)",
            f"This answer: no change by a later opinion recorded; {LAW}",
            f"The opinion: superseded as to answer x by AO 6 (2004); {UNCHECKED}; {LAW}",
        ),
        (
            "modifies, holding: x",
            f"This answer: modified by AO 6 (2004); {LAW}",
            f"This answer: no change by a later opinion recorded; {LAW}",
            f"The opinion: modified as to answer x by AO 6 (2004); {UNCHECKED}; {LAW}",
        ),
        (
            "modifies",
            f"This answer: modified by AO 6 (2004); {UNCHECKED}; {LAW}",
            f"This answer: modified by AO 6 (2004); {UNCHECKED}; {LAW}",
            f"Modified by AO 6 (2004); {UNCHECKED}; {LAW}",
        ),
        ("supersedes", "", "", "Superseded by AO 6 (2004)"),
    ],
)
def test_answers_have_marks_of_their_own_if_their_law_changed_or_they_were_treated_differently(
    tmp_path: Path, effect: str, x: str, y: str, whole: str
) -> None:
    relation = f"opinions: [{{cites: 2003/05, effect: {effect}, at: [2]}}]"
    files = {
        "opinions/2003/05.md": record_text(TWO_HOLDINGS),
        "opinions/2004/06.md": full_record(6, 2004, relation, "Not AO 05 (2003)."),
    }
    index = index_of(tmp_path, files)
    questions = question_views([opinion(index, 2003, 5)], index)
    marks = {
        answer.holding.id: "".join(piece.text for piece in answer.mark)
        for view in questions
        for answer in view.answers
    }
    assert marks == {"x": x, "y": y}
    for view in questions:
        assert "".join(piece.text for piece in view.opinion_mark) == whole


def test_a_mark_leads_to_the_paragraph_of_each_opinion_that_made_the_change(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2009-01-01, reason: It was wrong.}"
    modifies = "opinions: [{cites: 2003/05, effect: modifies}]"
    files = {
        "opinions/2004/06.md": full_record(
            6, 2004, f"{SUPERSEDES}\n{withdrawn}", "Not AO 5 (2003)."
        ),
        "opinions/2005/61.md": full_record(61, 2005, SUPERSEDES, "Not AO 5 (2003)."),
        "opinions/2006/07.md": full_record(7, 2006, modifies, "Not AO 5 (2003)."),
    }
    index = index_of(tmp_path, files)
    status = opinion_ref(opinion(index, 2003, 5), index).status
    assert "".join(piece.text for piece in status.pieces) == status.label
    assert [piece for piece in status.pieces if piece.url] == [
        ("AO 6 (2004)", "opinions/2004/06/#p2"),
        ("AO 61 (2005)", "opinions/2005/61/#p2"),
        ("AO 7 (2006)", "opinions/2006/07/"),
    ]


def test_an_opinion_shows_what_changed_it_and_what_superseded_that(tmp_path: Path) -> None:
    later = "opinions: [{cites: 2004/06, effect: supersedes, at: [2]}]"
    index = index_of(
        tmp_path,
        {
            "opinions/2004/06.md": full_record(6, 2004, SUPERSEDES, "Not AO 05 (2003)."),
            "opinions/2005/07.md": full_record(
                7,
                2005,
                f"{later}\nwithdrawn: {{on: 2006-01-01, reason: It was taken back.}}",
                "Not AO 06 (2004).",
            ),
        },
    )
    view = opinion_view(opinion(index, 2003, 5), index, "../")
    assert [later.name for later, _ in view.changes] == ["AO 6 (2004)"]
    assert [last.name for last in view.successors] == ["AO 7 (2005)"]
    assert (view.previous, view.next and view.next.name) == (None, "AO 6 (2004)")
    middle = opinion_view(opinion(index, 2004, 6), index, "../")
    assert [earlier.name for earlier, _ in middle.earlier_opinions] == ["AO 5 (2003)"]
    assert [later.name for later, _ in middle.later_opinions] == ["AO 7 (2005)"]
    last = opinion_view(opinion(index, 2005, 7), index, "../")
    assert last.opinion.fields.withdrawn
    assert last.opinion.fields.withdrawn.reason == "It was taken back."


def test_an_opinion_without_text_has_only_the_common_view(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004, 'standards: ["3"]')})
    view = opinion_view(opinion(index, 2004, 6), index, "../")
    assert view.full is None
    assert [authority.name for authority, _ in view.authorities] == ["Standard 3"]
    assert view.opinion.fields.source.url == "https://board.example.org/6"


def test_what_changed_since_the_approval_is_compared_word_by_word(tmp_path: Path) -> None:
    editions = (
        "  - {effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}\n"
        "  - {effective: 2020-01-01, event: Amended, text: A may not tell., source: {title: New}}\n"
    )
    standard = factories.standard_text(f"editions:\n{editions}")
    full = full_view(index_of(tmp_path, {"standards/3.md": standard}), 2003, 5)
    (history,) = full.histories
    assert (history.then.wording, history.now.wording) == ("A may tell.", "A may not tell.")
    assert [edition.event for edition, *_ in history.changes] == ["Amended"]
    assert [span.words for span in history.comparison if not span.in_old] == ["not "]


def test_law_of_which_nothing_is_recorded_is_named_in_one_sentence(tmp_path: Path) -> None:
    full = full_view(index_of(tmp_path, factories.UNCHANGED_LAW), 2003, 5)
    assert full.histories == ()
    assert [authority.name for authority in full.without_history] == ["Standard 3(c)"]


def test_related_opinions_say_what_they_have_in_common(tmp_path: Path) -> None:
    later = full_record(6, 2004, 'standards: ["3(c)"]', "See Standard 3(c).")
    full = full_view(index_of(tmp_path, {"opinions/2004/06.md": later}), 2003, 5)
    ((_, citations, topics),) = full.related
    assert (citations, topics) == (("Standard 3(c)",), ("Confidentiality",))


def test_an_authority_lists_its_parts_with_the_opinions_that_cite_them(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004, 'standards: ["3"]')})
    whole, part = provision_views(index.uses_by_authority[STANDARD], index)
    assert (whole.name, whole.citation, whole.opinions) == ("Standard 3", STANDARD, 2)
    assert (part.name, part.citation.anchor, part.opinions) == ("Standard 3(c)", "c", 1)
    ((issue, (answer,)),) = part.rows[0].questions
    assert (issue.question, answer.holding.text) == ("May it?", "It may.")
    assert (whole.rows[0].opinion.fields.has_text, whole.rows[0].questions) == (False, ())


@pytest.mark.parametrize(
    ("editions", "whole", "third_part", "fourth_part"),
    [
        (
            "effective: 2020-01-01, verb: repealed, provisions: ['3(c)']",
            "3(c) repealed in 2020",
            "Repealed in 2020",
            None,
        ),
        (
            "effective: 2020-01-01, verb: amended, provisions: ['3(c)', '3(d)(5)']",
            "3(c) amended in 2020; 3(d)(5) amended in 2020",
            "Amended in 2020",
            "3(d)(5) amended in 2020",
        ),
        (
            "effective: 2020-01-01, verb: added, provisions: ['3(a)', '3(b)', '3(c)']",
            "3 parts changed",
            None,
            None,
        ),
        ("effective: 2020-01-01, verb: repealed", *["Repealed in 2020"] * 3),
        ("effective: 2020-01-01, verb: renumbered", *["Renumbered in 2020"] * 3),
        ("effective: 2001-01-01, verb: adopted", None, None, None),
        ("after: 2003-01-05, verb: reworded", *["Reworded in 2003 or later"] * 3),
    ],
)
def test_a_provision_has_its_change_at_its_heading_and_in_lists(
    tmp_path: Path,
    editions: str,
    whole: str | None,
    third_part: str | None,
    fourth_part: str | None,
) -> None:
    edition = f"{{{editions}, event: New, source: {{title: Minutes}}}}"
    later = full_record(
        6,
        2004,
        'standards: ["3", "3(c)", "3(d)"]',
        "See Standard 3, Standard 3(c) and Standard 3(d).",
    )
    files = {
        "standards/3.md": factories.standard_text(f"editions: [{edition}]\n"),
        "opinions/2004/06.md": later,
    }
    index = index_of(tmp_path, files)
    provisions = provision_views(index.uses_by_authority[STANDARD], index)
    changes = [whole, third_part, fourth_part]
    assert [each.change and each.change.words for each in provisions] == changes
    (row,) = authority_list_view(STANDARD_KIND, [STANDARD], index).table.rows
    assert (row.change and row.change.words) == whole
    rows = table_rows([STANDARD], index, DEFAULT_LIMITS)
    assert [row.change and row.change.words for row in rows] == changes
    marks = {each.change.css_class for each in provisions if each.change}
    assert marks <= {"law-renumbered" if "renumbered" in editions else "law-changed"}


@pytest.mark.parametrize(
    ("verb", "mark"),
    [
        ("renumbered", "3(c) changed in 2020"),
        ("amended", "Amended in 2020; 3(c) changed in 2020"),
    ],
)
def test_a_new_number_of_all_standards_is_no_mark_on_every_row(
    tmp_path: Path, verb: str, mark: str
) -> None:
    edition = f"{{effective: 2020-01-01, verb: {verb}, event: New, source: {{title: Minutes}}}}"
    settings = COMMISSION.replace("  standard:\n", f"  standard:\n    editions: [{edition}]\n", 1)
    assert settings != COMMISSION
    index = index_of(tmp_path, {"standards/commission.yml": settings})
    (row,) = authority_list_view(STANDARD_KIND, [STANDARD], index).table.rows
    assert (row.change and row.change.words) == mark


def test_a_split_authority_links_to_years_instead_of_listing_opinions(tmp_path: Path) -> None:
    later = full_record(6, 2004, 'standards: ["3(c)"]', "See Standard 3(c).")
    index = index_of(tmp_path, {"opinions/2004/06.md": later})
    _, part = authority_view(STANDARD, index, is_split=True).provisions
    assert part.years == ((2004, 1), (2003, 1))
    assert part.rows == ()


def test_lists_of_authorities_count_each_opinion_once(tmp_path: Path) -> None:
    twice = full_record(6, 2004, 'standards: ["3", "3(c)"]', "See Standard 3 and Standard 3(c).")
    index = index_of(tmp_path, {"opinions/2004/06.md": twice})
    (row,) = authority_list_view(STANDARD_KIND, [STANDARD], index).table.rows
    assert (row.opinions, row.bars.words) == (2, "2003, 2004")
    whole, part = table_rows([STANDARD], index, DEFAULT_LIMITS)
    assert (whole.provision.opinion_count, whole.counts_parts) == (2, True)
    assert [opinion.name for opinion in whole.cited_in] == ["AO 6 (2004)"]
    assert (part.provision.opinion_count, part.counts_parts) == (2, False)
    _, part = table_rows([STANDARD], index, PageLimits(opinions_in_a_cell=1))
    assert (part.cited_in, len(part.provision.uses)) == ((), 2)


@pytest.mark.parametrize(
    ("first", "numbers", "runs"),
    [
        ("", [9], [("held", 1, ""), ("listed", 1, "")]),
        ("first_number: 5\n", [6], [("held", 1, "5"), ("listed", 1, "6")]),
        ("first_number: 5\n", [7], [("held", 1, "5"), ("listed", 1, "7"), ("missing", 1, "6")]),
        (
            "first_number: 3\n",
            [9],
            [("held", 1, "5"), ("listed", 1, "9"), ("missing", 5, "3, 4 and 6 to 8")],
        ),
    ],
)
def test_the_collection_shows_which_numbers_are_held_listed_and_missing(
    tmp_path: Path, first: str, numbers: list[int], runs: list[tuple[str, int, str]]
) -> None:
    files = {f"opinions/2004/{number:02}.md": catalog_record(number, 2004) for number in numbers}
    files["standards/commission.yml"] = COMMISSION + first
    (view,) = collection_view(index_of(tmp_path, files), DEFAULT_LIMITS).series
    assert view.last == (str(max(numbers)) if first else "")
    assert [(run.kind, run.size, run.numbers) for run in view.runs] == runs
    assert all(run.path.count("M") == (run.size if first else 0) for run in view.runs)


def test_a_long_strip_and_a_long_table_are_left_out(tmp_path: Path) -> None:
    commission = {"standards/commission.yml": f"{COMMISSION}first_number: 1\n"}
    index = index_of(tmp_path, commission)
    limits = PageLimits(numbers_in_the_strip=4, table_rows=0)
    view = all_opinions_view(index, limits)
    assert (view.table, view.collection.series[0].width) == ((), 0)
    assert view.years == ((2003, 1),)


def test_the_first_opinion_of_each_year_is_a_place_to_jump_to(tmp_path: Path) -> None:
    files = {f"opinions/2004/{number:02}.md": catalog_record(number, 2004) for number in (6, 7)}
    view = all_opinions_view(index_of(tmp_path, files), DEFAULT_LIMITS)
    assert [year for year, _ in view.table] == [2004, 0, 2003]
    assert view.jump_years == (2004, 2003)


def test_questions_are_listed_by_topic_or_by_year(tmp_path: Path) -> None:
    index = index_of(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004, "topics: [fees]")})
    (topic,) = topic_questions(index.records, index)
    assert (topic.id, topic.title, topic.years) == ("confidentiality", "Confidentiality", ())
    assert [question.issue.question for question in topic.questions] == ["May it?"]
    (topic,) = topic_years(index)
    assert (topic.questions, topic.years) == ((), ((2003, 1),))


@pytest.mark.parametrize(("opinions", "folded"), [(30, 0), (31, 30)])
def test_of_many_questions_the_first_of_each_topic_is_shown_at_once(
    tmp_path: Path, opinions: int, folded: int
) -> None:
    files = {
        f"opinions/2004/{number:02}.md": full_record(number, 2004)
        for number in range(6, 6 + opinions - 1)
    }
    index = index_of(tmp_path, files)
    (topic,) = questions_view(index.records, index)
    assert (len(topic.questions), len(topic.folded)) == (opinions - folded, folded)
    assert topic.size == opinions


def test_a_withdrawn_answer_is_not_among_the_questions_answered(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {on: 2006-01-01, reason: The Board said so.}"
    index = index_of(tmp_path, {"opinions/2004/06.md": full_record(6, 2004, withdrawn)})
    (topic,) = topic_questions(index.records, index)
    assert [question.opinion.name for question in topic.questions] == ["AO 5 (2003)"]
    assert topic_questions(index.records[:1], index) == ()


def test_the_home_page_shows_the_question_of_a_topic_that_later_opinions_cite_most(
    tmp_path: Path,
) -> None:
    files = {
        "opinions/2004/06.md": full_record(6, 2004),
        "opinions/2004/07.md": full_record(
            7,
            2004,
            "topics: [fees]\nopinions: [{cites: 2003/05, effect: follows}]",
            "As AO 05 (2003).",
        ),
        "opinions/2004/08.md": catalog_record(8, 2004, "topics: [confidentiality]"),
    }
    view = topics_view(index_of(tmp_path, files))
    shown = [
        (entry.topic.text, entry.opinions, entry.question.opinion.name) for entry in view.featured
    ]
    assert shown == [("Confidentiality", 3, "AO 5 (2003)"), ("Fees", 1, "AO 7 (2004)")]
    assert view.others == ()


def test_the_home_page_shows_no_question_whose_answer_was_replaced(tmp_path: Path) -> None:
    later = full_record(6, 2004, f"{SUPERSEDES}\ntopics: [fees]", "Not AO 05 (2003).")
    view = topics_view(index_of(tmp_path, {"opinions/2004/06.md": later}))
    assert [entry.topic.text for entry in view.featured] == ["Fees"]
    assert [link.text for link, _ in view.others] == ["Confidentiality"]


def test_subjects_are_in_the_order_of_their_names_and_the_first_of_each_letter_is_marked(
    tmp_path: Path,
) -> None:
    index = index_of(tmp_path, {})
    topics = Link("Topics", "topics/")
    table = subject_table(topics, index.references.topics, index.by_topic, index)
    assert [(row.name, row.letter, row.opinions) for row in table.rows] == [
        ("Confidentiality", "C", 1),
        ("Fees", "F", 0),
    ]
    assert (table.rows[0].url, table.letters) == ("topics/confidentiality/", ("C", "F"))


def test_charts_have_shades_and_coordinates(tmp_path: Path) -> None:
    index = index_of(
        tmp_path,
        {
            "opinions/2004/06.md": full_record(6, 2004, SUPERSEDES, "Not AO 05 (2003)."),
            "opinions/2004/07.md": full_record(7, 2004, "topics: [fees, confidentiality]"),
        },
    )
    view = charts_view(index)
    (_, confidentiality), (_, fees) = view.topics
    assert confidentiality == ((1, 2), (2, 4))
    assert fees == ((0, 0), (1, 2))
    assert (view.height, [y for _, y, _ in view.points]) == (60, [15, 45])
    (arc,) = view.arcs
    assert (arc.path, arc.effect.alters) == ("M110 15.0 C 91.0 15.0 91.0 45.0 110 45.0", True)


def test_printed_texts_have_anchors_of_their_own(tmp_path: Path) -> None:
    index = index_of(tmp_path, {})
    (printed,) = printed_opinions(index.records, index, "../")
    assert printed.id == "2003-05"
    assert 'id="2003-05-p1"' in printed.text


def test_the_newest_events_come_first_and_say_why_they_are_there(tmp_path: Path) -> None:
    changes = f"{SUPERSEDES}\nwithdrawn: {{on: 2006-01-01, reason: It was wrong.}}"
    files = {
        "opinions/2004/06.md": full_record(6, 2004, changes, "Not AO 05 (2003)."),
        "opinions/2005/07.md": catalog_record(7, 2005),
    }
    events = latest_events(index_of(tmp_path, files))
    assert [(event.opinion.name, event.days) for event in events] == [
        ("AO 6 (2004)", "Withdrawn on January 1, 2006"),
        ("AO 5 (2003)", "Superseded by AO 6 (2004), which was withdrawn on January 1, 2006"),
        ("AO 7 (2005)", "Issued in 2005"),
        ("AO 6 (2004)", "Approved June 1, 2004"),
        ("AO 5 (2003)", "Superseded by AO 6 (2004) on June 1, 2004"),
    ]


def test_a_new_record_is_offered_only_if_the_repository_is_known(tmp_path: Path) -> None:
    assert new_record_links(index_of(tmp_path, {})) == ()
