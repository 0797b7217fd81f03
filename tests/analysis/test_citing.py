"""How an opinion is cited: in full, plainly, and as a template for the script of its page."""

from pathlib import Path

import pytest

from corpus.analysis.citing import (
    citation_template,
    full_citation,
    paragraph_status_notes,
    plain_citation,
    plain_template,
    short_citation,
)
from corpus.analysis.index import CorpusIndex
from corpus.analysis.paragraph_status import paragraph_statuses
from corpus.analysis.status_labels import status_code
from corpus.library.record import Record
from corpus.model.opinion_id import OpinionId
from factories import (
    COMMISSION,
    STANDARD,
    UNCHANGED_LAW,
    Files,
    catalog_record,
    index_of,
    read_valid_corpus,
    record_text,
)

NOT_CHECKED = " (later history not checked)"
START, ADDRESS = "Harbor Bd., Advisory Op. 5", "https://board.example.org/ao"
PAGE = f"{ADDRESS}/opinions/2003/05/"
SITE: Files = {"standards/commission.yml": f"{COMMISSION}site: {ADDRESS}\n"}
COMPLETE: Files = {"standards/commission.yml": f"{COMMISSION}complete_until: 2012-12-31\n"}
LATER: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]"
    )
}
CORRECTED: Files = {
    "opinions/2003/05.md": record_text(
        "corrections:\n  - {on: 2023-02-02, at: [1, 2], what: A comma was corrected.}\n"
        '  - {on: 2024-03-03, at: [2], what: "“may” was printed as “must”."}\n'
        "  - {on: 2025-12-01, what: The date of approval was wrong.}\n"
    )
}


def opinion_5(root: Path, files: Files) -> tuple[Record, CorpusIndex]:
    index = index_of(read_valid_corpus(root, {**UNCHANGED_LAW, **files}))
    return index.by_id[OpinionId(2003, 5)], index


@pytest.mark.parametrize(
    ("files", "paragraph", "full", "short"),
    [
        ({}, None, f"{START} (2003){NOT_CHECKED}", f"AO 5 (2003){NOT_CHECKED}"),
        ({}, 4, f"{START}, ¶ 4 (2003){NOT_CHECKED}", f"AO 5 (2003) ¶ 4{NOT_CHECKED}"),
        (COMPLETE, 4, f"{START}, ¶ 4 (2003)", "AO 5 (2003) ¶ 4"),
        (
            SITE,
            4,
            f"{START}, ¶ 4 (2003), {PAGE}#p4{NOT_CHECKED}",
            f"AO 5 (2003) ¶ 4{NOT_CHECKED}",
        ),
        (
            LATER,
            4,
            "Harbor Bd., Advisory Op. 5, ¶ 4 (2003) (superseded by AO 12 (2010))",
            "AO 5 (2003) ¶ 4 (superseded by AO 12 (2010))",
        ),
        (
            {**CORRECTED, **LATER},
            None,
            f"{START} (2003) (as corrected December 1, 2025) (superseded by AO 12 (2010))",
            "AO 5 (2003) (as corrected December 1, 2025) (superseded by AO 12 (2010))",
        ),
        (
            {**CORRECTED, **SITE},
            2,
            f"{START}, ¶ 2 (2003) (as corrected March 3, 2024), {PAGE}#p2{NOT_CHECKED}",
            f"AO 5 (2003) ¶ 2 (as corrected March 3, 2024){NOT_CHECKED}",
        ),
        (
            CORRECTED,
            1,
            f"{START}, ¶ 1 (2003) (as corrected February 2, 2023){NOT_CHECKED}",
            f"AO 5 (2003) ¶ 1 (as corrected February 2, 2023){NOT_CHECKED}",
        ),
        (
            CORRECTED,
            3,
            f"{START}, ¶ 3 (2003){NOT_CHECKED}",
            f"AO 5 (2003) ¶ 3{NOT_CHECKED}",
        ),
    ],
)
def test_an_opinion_is_cited_with_paragraph_address_and_status(
    tmp_path: Path, files: Files, paragraph: int | None, full: str, short: str
) -> None:
    record, index = opinion_5(tmp_path, files)
    assert full_citation(record, index, paragraph) == full
    assert short_citation(record, index, paragraph) == short


def test_a_plain_citation_is_spelled_out(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, {})
    assert plain_citation(record, index, 2) == (
        "Harbor Board of Mediation, Advisory Opinion 05 (2003), paragraph 2, "
        f"Naming a speaker, approved November 7, 2003{NOT_CHECKED}"
    )


def test_a_template_has_placeholders_for_a_script(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, LATER)
    assert citation_template(record, index, has_pinpoint=True) == (
        "Harbor Bd., Advisory Op. 5, ¶ {paragraph} (2003), {address} (superseded by AO 12 (2010))"
    )
    assert "paragraph" not in citation_template(record, index, has_pinpoint=False)


def test_a_template_leaves_the_correction_of_a_paragraph_to_the_script(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, CORRECTED)
    assert citation_template(record, index, has_pinpoint=True) == (
        f"{START}, ¶ {{paragraph}} (2003){{corrected}}, {{address}}{NOT_CHECKED}"
    )
    assert citation_template(record, index, has_pinpoint=False) == (
        f"{START} (2003) (as corrected December 1, 2025), {{address}}{NOT_CHECKED}"
    )
    assert plain_template(record, index, has_pinpoint=True).endswith(
        f", paragraph {{paragraph}}, Naming a speaker, approved November 7, 2003{{corrected}}, "
        f"{{address}}{NOT_CHECKED}"
    )


TWO_ANSWERS: Files = {
    "opinions/2003/05.md": record_text(
        "issues:\n  - {id: 1, question: May it?, at: [1]}\n"
        'holdings:\n  - {id: 1, answers: 1, text: It may., at: [1], cites: ["3(c)"]}\n'
        "  - {id: 2, answers: 1, text: It must., at: [2]}\n"
    ),
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes, holding: 1}]"
    ),
}


def test_a_paragraph_is_cited_with_the_status_of_its_own_answer(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, {**COMPLETE, **TWO_ANSWERS})
    assert short_citation(record, index) == "AO 5 (2003) (superseded as to ¶ 1 by AO 12 (2010))"
    assert short_citation(record, index, 1) == "AO 5 (2003) ¶ 1 (superseded by AO 12 (2010))"
    other = " (elsewhere, the opinion was superseded as to ¶ 1 by AO 12 (2010))"
    assert short_citation(record, index, 2) == f"AO 5 (2003) ¶ 2{other}"
    assert short_citation(record, index, "{paragraph}") == "AO 5 (2003) ¶ {paragraph}{status}"
    assert paragraph_status_notes(record, index) == {1: " (superseded by AO 12 (2010))", 2: other}


ELSEWHERE = "modified_elsewhere"


@pytest.mark.parametrize(
    ("second", "effect", "codes"),
    [
        ("at: [2]", "supersedes, holding: 1", ["superseded", ELSEWHERE]),
        ("at: [1, 2]", "supersedes, holding: 1", ["modified", ELSEWHERE]),
        ("at: [1]", "supersedes, holding: 1", ["modified", ELSEWHERE]),
        ("at: [2]", "modifies, holding: 1", ["modified", ELSEWHERE]),
        ("at: [1]", "modifies", ["modified", "modified"]),
        ("at: [1]", "supersedes", ["superseded", "superseded"]),
    ],
)
def test_a_paragraph_has_the_status_of_its_own_answers(
    tmp_path: Path, second: str, effect: str, codes: list[str]
) -> None:
    answers = str(TWO_ANSWERS["opinions/2003/05.md"]).replace("at: [2]", second)
    later = catalog_record(12, 2010, f"opinions: [{{cites: 2003/05, effect: {effect}}}]")
    files = {**COMPLETE, "opinions/2003/05.md": answers, "opinions/2010/12.md": later}
    record, index = opinion_5(tmp_path, files)
    assert [status_code(each) for each in paragraph_statuses(record, index).values()] == codes


@pytest.mark.parametrize(
    ("verb", "elsewhere"),
    [("amended", "; Standard 3(c), cited in ¶ 2, amended in 2020"), ("reformatted", "")],
)
def test_a_paragraph_without_an_answer_says_which_other_changed_and_which_other_cites_changed_law(
    tmp_path: Path, verb: str, elsewhere: str
) -> None:
    text = record_text(
        "issues:\n  - {id: 1, question: May it?, at: [1]}\n"
        'holdings:\n  - {id: 1, answers: 1, text: It may., at: [2], cites: ["3(c)"]}\n'
    )
    modified = "opinions: [{cites: 2003/05, effect: modifies, holding: 1}]"
    files: Files = {
        **COMPLETE,
        "standards/3.md": STANDARD.replace("event:", f"verb: {verb}, event:"),
        "opinions/2003/05.md": text,
        "opinions/2010/12.md": catalog_record(12, 2010, modified),
    }
    record, index = opinion_5(tmp_path, files)
    law = f"Standard 3(c) {verb} in 2020"
    whole = f" (modified as to ¶ 2 by AO 12 (2010); {law})"
    other = f" (elsewhere, the opinion was modified as to ¶ 2 by AO 12 (2010){elsewhere})"
    assert short_citation(record, index) == f"AO 5 (2003){whole}"
    assert short_citation(record, index, 1) == f"AO 5 (2003) ¶ 1{other}"
    own = f" (modified by AO 12 (2010); {law})"
    assert short_citation(record, index, 2) == f"AO 5 (2003) ¶ 2{own}"
    assert paragraph_status_notes(record, index) == {1: other, 2: own}


@pytest.mark.parametrize(
    ("files", "change"),
    [
        ({"standards/3.md": STANDARD}, "Standard 3(c) changed in 2020"),
        (
            {"standards/3.md": STANDARD.replace("effective: 2020-03-01", "after: 2003-01-01")},
            (
                "Standard 3(c) changed on an unknown date, "
                "not known whether before or after this opinion"
            ),
        ),
    ],
)
def test_a_citation_says_that_the_law_changed_since_or_perhaps_since(
    tmp_path: Path, files: Files, change: str
) -> None:
    record, index = opinion_5(tmp_path, {**COMPLETE, **files})
    assert short_citation(record, index) == f"AO 5 (2003) ({change})"
