from pathlib import Path

import pytest

from corpus.analysis.answer_marks import law_beside_answer, list_marks, page_marks
from corpus.analysis.index import CorpusIndex
from corpus.model.opinion_id import OpinionId
from factories import (
    REWORDED_STATUTE,
    STANDARD,
    UNCHANGED_LAW,
    catalog_record,
    index_of,
    read_corpus,
    record_text,
)

TWO = record_text(
    "issues:\n  - {id: 1, question: May it?, at: [1]}\n"
    "holdings:\n  - {id: 1, answers: 1, text: It may., at: [1]}\n"
    '  - {id: 2, answers: 1, text: It must., at: [2], cites: ["3(c)"]}\n'
)
LAW, UNCHECKED = "Standard 3(c) reformatted in 2020", "ater history not checked"
STANDS = "This answer: no later change recorded"
MODIFIED = f"The opinion: modified as to ¶ 2 by AO 12 (2010); l{UNCHECKED}; {LAW}"


@pytest.mark.parametrize(
    ("effect", "shown", "answers", "opinion"),
    [
        ("cites", ["1"], [""], f"The opinion: l{UNCHECKED}; {LAW}"),
        ("cites", ["2"], [""], f"L{UNCHECKED}; {LAW}"),
        ("cites", ["1", "2"], ["", f"L{UNCHECKED}; {LAW}"], ""),
        ("cites", [], [], f"L{UNCHECKED}; {LAW}"),
        ("modifies, holding: 2", ["1"], [STANDS], MODIFIED),
        (
            "modifies, holding: 2",
            ["2"],
            [f"This answer: modified by AO 12 (2010); {LAW}"],
            MODIFIED,
        ),
        ("supersedes", ["1", "2"], ["", ""], "Superseded by AO 12 (2010)"),
    ],
)
def test_a_list_marks_each_answer_and_says_what_stands_only_for_the_opinion(
    tmp_path: Path, effect: str, shown: list[str], answers: list[str], opinion: str
) -> None:
    index = _index(tmp_path, effect)
    record = index.by_id[OpinionId(2003, 5)]
    holdings = [answer for answer in record.opinion.holdings if answer.id in shown]
    marks = list_marks(record, holdings, index)
    assert (list(marks.answers), marks.opinion) == (answers, opinion)


REWORDED = "Harbor Stat. § 7A-38.2, cited in ¶ 2, reworded since"
OF_BOTH = f"L{UNCHECKED}; Harbor Stat. § 7A-38.2 reworded since; {LAW}"


@pytest.mark.parametrize(
    ("shown", "answers", "opinion"),
    [
        (
            ["1"],
            [f"L{UNCHECKED}; {REWORDED}"],
            f"The opinion: l{OF_BOTH[1:]}",
        ),
        (["2"], [""], OF_BOTH),
        (["1", "2"], [f"L{UNCHECKED}; {REWORDED}", OF_BOTH], ""),
    ],
)
def test_a_list_says_what_changed_in_the_law_of_the_opinion_though_its_answer_has_a_mark(
    tmp_path: Path, shown: list[str], answers: list[str], opinion: str
) -> None:
    files = {
        "standards/3.md": STANDARD.replace("event:", "verb: reformatted, event:"),
        "standards/statutes/7A-38.2.md": REWORDED_STATUTE,
        "opinions/2003/05.md": TWO.replace("statutes: []", 'statutes: ["7A-38.2"]').replace(
            "(see Standard 3(c))", "(see Standard 3(c) and Harbor Stat. § 7A-38.2)"
        ),
    }
    index = index_of(read_corpus(tmp_path, files))
    (record,) = index.records
    holdings = [answer for answer in record.opinion.holdings if answer.id in shown]
    marks = list_marks(record, holdings, index)
    assert (list(marks.answers), marks.opinion) == (answers, opinion)
    beside = [law_beside_answer(record, answer, index) for answer in record.opinion.holdings]
    assert [[str(law) for law in laws] for laws in beside] == [["3(c)"], []]


@pytest.mark.parametrize(
    ("effect", "marks"),
    [
        ("cites", {"2": f"This answer: l{UNCHECKED}; {LAW}"}),
        ("modifies", {"2": f"This answer: modified by AO 12 (2010); l{UNCHECKED}; {LAW}"}),
        (
            "modifies, holding: 2",
            {"1": STANDS, "2": f"This answer: modified by AO 12 (2010); {LAW}"},
        ),
        ("supersedes", {}),
    ],
)
def test_on_its_page_an_answer_is_marked_with_the_change_of_its_law(
    tmp_path: Path, effect: str, marks: dict[str, str]
) -> None:
    index = _index(tmp_path, effect)
    assert page_marks(index.by_id[OpinionId(2003, 5)], index) == marks


def _index(root: Path, effect: str) -> CorpusIndex:
    """The index of an opinion whose second answer rests on changed law, and of a later one."""
    later = catalog_record(12, 2010, f"opinions: [{{cites: 2003/05, effect: {effect}}}]")
    files = {
        **UNCHANGED_LAW,
        "standards/3.md": STANDARD.replace("event:", "verb: reformatted, event:"),
        "opinions/2003/05.md": TWO,
        "opinions/2010/12.md": later,
    }
    return index_of(read_corpus(root, files))
