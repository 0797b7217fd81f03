"""The number, the date, the questions and the citations are found in the text."""

import re

import pytest

from corpus.citations.finder import CitationFinder
from corpus.citations.names import Names
from corpus.intake.metadata import decisions, find_metadata
from corpus.library.record_template import DocumentMetadata
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_names import OpinionNames
from corpus.model.partial_date import PartialDate
from corpus.text.approved_text import parse_approved_text
from intake.sample_documents import BOARD, TODAY

BY_MONTH = BOARD.model_copy(
    update={
        "heading_lines": ("Opinion No. {number}",),
        "approval_lines": ("{date}", "Revised {date}"),
        "other_date_formats": ("%B %Y", "%Y"),
    }
)

WITH_SHORT_YEARS = OpinionNames(
    cited_as=("Advisory Opinion", "Opinion"), numbered=("{number} ({year})", "{yy}-{number}")
)


def metadata_of(body: str, board: Commission = BOARD) -> DocumentMetadata:
    text = parse_approved_text(body, board.is_approval_line, board.is_further_approval_line)
    return find_metadata(text, board, CitationFinder(board))


@pytest.mark.parametrize(
    ("lines", "approved", "paragraphs"),
    [
        ("April 2011", PartialDate(2011, 4), 1),
        ("2011", PartialDate(2011), 1),
        ("Revised May 2012\n\nApril 3, 2011", PartialDate(2011, 4, 3), 1),
        ("In April 2011, a party asked.", None, 2),
    ],
)
def test_a_heading_without_a_year_has_that_of_the_approval(
    lines: str, approved: PartialDate | None, paragraphs: int
) -> None:
    body = f"# Opinion No. 5\n\n{lines}\n\nMay it?\n"
    metadata = metadata_of(body, BY_MONTH)
    assert metadata.approved == approved
    assert metadata.id == (OpinionId(2011, 5) if approved else None)
    assert metadata.questions == (("May it?", paragraphs),)


@pytest.mark.parametrize(
    ("heading_lines", "ending", "approved"),
    [
        (("AO {yy}-{number}—{date}",), "", PartialDate(2020, 7, 29)),
        (("AO {yy}-{number}—{date}",), "Given this 28th day of July, 2020.\n\nAda Park\n", None),
        (("AO {yy}-{number}",), "", None),
    ],
)
def test_a_heading_may_give_number_and_day_and_the_last_line_the_approval(
    heading_lines: tuple[str, ...], ending: str, approved: PartialDate | None
) -> None:
    forms = {"approval_lines": ["Given this {date}."], "heading_lines": heading_lines}
    forms |= {"other_date_formats": ["%dth day of %B, %Y"]}
    board = Commission.model_validate(BOARD.model_dump() | forms)
    metadata = metadata_of(f"# AO 20-3—July 29, 2020\n\nMay it?\n\n{ending}", board)
    assert metadata.id == OpinionId(2020, 3)
    assert metadata.approved == (PartialDate(2020, 7, 28) if ending else approved)
    assert metadata.questions == (("May it?", 1),)


def test_a_question_in_a_paragraph_counts_if_no_list_item_asks_one() -> None:
    metadata = metadata_of("# A\n\nShe asked, i.e., once: May it? It may.\n")
    assert metadata.questions == (("May it?", 1),)


def test_the_text_says_what_it_is_and_cites() -> None:
    body = (
        "# Opinion Number 09 (2004)\n\n(Approved by the Board on May 6, 2004.)\n\n"
        "May it, as in AO 5 (2003)?\n\n1) May it?\n\n## Answer\n\n"
        "AO 5 (2003) and Opinion 9 (2004) say so, and Standard 3(c).\n"
    )
    metadata = metadata_of(body)
    assert (metadata.id, metadata.approved) == (OpinionId(2004, 9), PartialDate(2004, 5, 6))
    assert metadata.headings == ("Answer",)
    assert metadata.questions == (("May it?", 2),)
    assert [str(citation) for citation in metadata.citations] == ["3(c)"]
    assert metadata.opinions == ((OpinionId(2003, 5), (1, 3)),)


@pytest.mark.parametrize(
    ("line", "approved", "opinion"),
    [
        ("ADVISORY OPINION NUMBER 41 (2022)", None, OpinionId(2022, 41)),
        ("AO No. 41 (2022)", None, OpinionId(2022, 41)),
        ("Advisory Opinion No. Forty-One (2022)", None, OpinionId(2022, 41)),
        ("Advisory Opinion No. 41", PartialDate(2022, 5, 13), OpinionId(2022, 41)),
        ("Number 41 (2022)", None, OpinionId(2022, 41)),
        ("Opinion Number 41 (2022)¹", None, OpinionId(2022, 41)),
        ("ADVISORY OPINION NUMBER 41 (2022) ¹²", None, OpinionId(2022, 41)),
        ("Opinion Number 41 (2022)\\*", None, OpinionId(2022, 41)),
        ("AO No. 41 (2022)¹", None, OpinionId(2022, 41)),
        ("Advisory Opinion No. Forty-One (2022)†", None, OpinionId(2022, 41)),
        ("Advisory Opinion No. 41¹", PartialDate(2022, 5, 13), OpinionId(2022, 41)),
        ("Opinion Number ⁴¹ (2022)", None, None),
        ("NUMBER 41 (2022)", None, OpinionId(2022, 41)),
        ("41 (2022)", None, None),
        ("Room Number 41 (2022)", None, None),
        ("Opinion on caucuses", None, None),
        ("AO 41 (2022) reconsidered", None, None),
    ],
)
def test_a_heading_in_a_form_of_citations_gives_the_number(
    line: str, approved: PartialDate | None, opinion: OpinionId | None
) -> None:
    below = "(Adopted and issued by the Board on May 13, 2022.)\n\n" if approved else ""
    metadata = metadata_of(f"# {line}\n\n{below}May it? Yes (see AO 41 (2022)).\n")
    assert metadata.id == opinion
    assert metadata.approved == approved
    assert [cited for cited, _ in metadata.opinions] == ([] if opinion else [OpinionId(2022, 41)])


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("(Adopted and issued by the Board on May 17, 2024.)", PartialDate(2024, 5, 17)),
        ("Adopted May 17, 2024, and effective June 1, 2024.", None),
        ("She asked on May 17, 2024.", None),
    ],
)
def test_a_line_that_reads_like_an_approval_proposes_its_only_day(
    line: str, day: PartialDate | None
) -> None:
    assert metadata_of(f"# Opinion Number 09 (2024)\n\n{line}\n\nMay it?\n").approved == day


@pytest.mark.parametrize("mark", ["¹", " ¹²", "\\*", "†"])
def test_an_approval_line_may_have_a_footnote(mark: str) -> None:
    metadata = metadata_of(
        f"# Opinion Number 09 (2024)\n\n(Approved by the Board on May 6, 2024.){mark}\n\nMay it?\n"
    )
    assert metadata.approved == PartialDate(2024, 5, 6)
    assert (metadata.unnamed_approval, metadata.questions) == (None, (("May it?", 1),))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("This the 2nd day of February, 2018.", PartialDate(2018, 2, 2)),
        ("This 2d day of February 2018", PartialDate(2018, 2, 2)),
        ("So ordered, this the 2nd day of February, 2018.", PartialDate(2018, 2, 2)),
        ("Dated this 2nd day of February, 2018.", PartialDate(2018, 2, 2)),
        ("Adopted: February 2, 2018", PartialDate(2018, 2, 2)),
        ("ISSUED FEBRUARY 2, 2018", PartialDate(2018, 2, 2)),
        ("Approved by the Panel on Feb. 2, 2018.", PartialDate(2018, 2, 2)),
        ("On this day of February, 2018, it rained.", None),
        ("It began on the 2nd day of February, 2018.", None),
    ],
)
def test_a_line_above_a_signature_proposes_its_day(line: str, day: PartialDate | None) -> None:
    signature = "Jane Quay\n\nChair\n\nHarbor Board\n\n4 Pier Road\n\nHarbor City"
    facts = "\n\n".join(f"The mediator was asked in case {number}. " * 3 for number in range(9))
    text = f"# Opinion Number 09 (2018)\n\nMay it?\n\n{facts}\n\n{line}\n\n{signature}\n"
    assert metadata_of(text).approved == day


@pytest.mark.parametrize(
    ("line", "is_numbered"),
    [("(Approved by the Panel on May 17, 2024)", False), ("Approved on May 17, 2024.", True)],
)
def test_numbers_move_only_below_an_approval_line_that_has_one(
    line: str, *, is_numbered: bool
) -> None:
    metadata = metadata_of(f"# Opinion Number 09 (2024)\n\n{line}\n\nMay it?\n")
    said = " ".join(decisions(metadata, OpinionId(2024, 9), Names(BOARD), TODAY))
    assert "type `approval_line: " in said
    assert ("one less" in said, "counts as paragraph 1" in said) == (is_numbered, is_numbered)


def test_a_day_in_words_reads_like_an_approval_that_cannot_be_read() -> None:
    line = "This the second day of February, 2018."
    metadata = metadata_of(f"# Opinion Number 09 (2018)\n\n{line}\n\nMay it?\n")
    assert (metadata.approved, metadata.unread_approval) == (None, line)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("May it?\n\n*This opinion was approved by the Board at its meeting of May 6, 2024.*", 6),
        ("May it?\n\nAdopted by the Board this 7th day of May, 2024\n\nJane Doe", 7),
        ("To all mediators\n\n## Memorandum\n\nApproved May 8, 2024, at once\n\nMay it?", 8),
    ],
)
def test_a_line_near_either_end_proposes_its_day(lines: str, day: int) -> None:
    metadata = metadata_of(f"# Opinion Number 09\n\n{lines}\n")
    assert metadata.approved == PartialDate(2024, 5, day)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Approved 7 November 2003; revised May 2, 2008", "it gives more than one date"),
        ("(Adopted May 6, 2004; revised May 2, 2008.)", "it gives more than one date"),
        ("(Not approved by the Board on May 6, 2004.)", "something was not approved"),
        ("(Approved by the Board on November 31, 2003.)", "its day cannot be read"),
        ("(Approved by the Board on 11/07/2003.)", "its day cannot be read"),
        ("(Approved by the Board\non November 31,\n2003.)", "its day cannot be read"),
    ],
)
@pytest.mark.parametrize("is_at_end", [False, True])
def test_a_line_that_reads_like_an_approval_is_quoted_if_its_day_is_not_read(
    line: str, sentence: str, *, is_at_end: bool
) -> None:
    lines = ["May it?", line] if is_at_end else [line, "May it?"]
    metadata = metadata_of("# Opinion Number 09 (2004)\n\n" + "\n\n".join(lines) + "\n")
    assert metadata.approved is None
    said = decisions(metadata, OpinionId(2004, 9), Names(BOARD), TODAY)
    (on_approval,) = (said for said in said if "`approved`" in said)
    assert sentence in on_approval
    assert f"`{' '.join(line.split())}`" in on_approval


@pytest.mark.parametrize(
    "line",
    ["(Approved by the Board on November 7, 20l3.)", "(Amended by the Board on May 2, 2008.)"],
)
def test_a_line_below_the_heading_is_quoted_if_its_day_is_misread_or_of_something_else(
    line: str,
) -> None:
    metadata = metadata_of(f"# Opinion Number 09 (2004)\n\n{line}\n\nMay it?\n")
    assert (metadata.approved, metadata.unread_approval) == (None, line)


@pytest.mark.parametrize(
    ("lines", "opinion"),
    [
        ("# Opinion Number 06 (2003) (revised 2009)", OpinionId(2003, 6)),
        ("# Opinion Number 06 (2003), revised 2009", OpinionId(2003, 6)),
        ("# Formal Advisory Opinion 2003-AO-6", OpinionId(2003, 6)),
        ("# MEMORANDUM\n\nTo: all\n\nNumber 22 (2012)", OpinionId(2012, 22)),
        ("# MEMORANDUM\n\nTo: all\n\n## Number 22 (2012)", OpinionId(2012, 22)),
        ("# MEMORANDUM\n\nTo: all\n\nRE: Opinion No. 22 (2012)", OpinionId(2012, 22)),
        ("# MEMORANDUM\n\nRE: Changes to Opinion No. 22 (2012)", None),
        ("# Opinion No. 6 of 2003", OpinionId(2003, 6)),
        ("# Reconsideration of Opinion Number 41 (2022)", None),
        ("# Opinion Number 06 (2003) and Opinion Number 07 (2003)", None),
        ("# MEMORANDUM\n\nStandard 3 (2003)", None),
        ("# MEMORANDUM\n\nOpinion 2", None),
    ],
)
def test_a_number_is_read_from_a_line_in_another_form_and_the_line_is_quoted(
    lines: str, opinion: OpinionId | None
) -> None:
    metadata = metadata_of(f"{lines}\n\nMay it?\n")
    assert metadata.id == opinion
    assert metadata.number_line == (re.split(r"\s*\n+|# ", lines)[-1] if opinion else "")
    said = decisions(metadata, opinion or OpinionId(2020, 1), Names(BOARD), TODAY)
    quoted = [said for said in said if f"`{metadata.number_line}` was read as" in said]
    assert len(quoted) == (1 if opinion else 0)


@pytest.mark.parametrize(
    ("heading", "day", "doubt"),
    [
        ("Opinion Number 52 (2032)", "", "in the future"),
        ("Opinion Number 51 (2013)", "May 9, 2011", "one of 2013, but the approval line says 2011"),
        ("Opinion Number 05 (2003)", "May 9, 2004", "one of 2003, but the approval line says 2004"),
        ("Advisory Opinion 06-03", "May 9, 2003", "one of 2006, but the approval line says 2003"),
        ("Opinion Number 05 (2003)", "May 9, 2003", ""),
    ],
)
def test_a_year_that_cannot_be_right_is_named(heading: str, day: str, doubt: str) -> None:
    line = f"(Approved by the Board on {day}.)\n\n" if day else ""
    board = BOARD.model_copy(update={"opinions": WITH_SHORT_YEARS})
    metadata = metadata_of(f"# {heading}\n\n{line}May it?\n", board)
    assert metadata.id
    said = decisions(metadata, metadata.id, Names(board), TODAY)
    doubts = [said for said in said if "future" in said or "one of" in said]
    assert [doubt in said for said in doubts] == ([True] if doubt else [])


@pytest.mark.parametrize(
    ("paragraph", "named"),
    [
        ("May he know it? If so, must he tell?", "Paragraph 1 asks 2 questions"),
        ("What may he do, if Ms. Doe asks? He may not tell.", ""),
    ],
)
def test_several_questions_of_one_paragraph_are_named(paragraph: str, named: str) -> None:
    metadata = metadata_of(f"# Opinion Number 09 (2004)\n\n{paragraph}\n")
    said = " ".join(decisions(metadata, OpinionId(2004, 9), Names(BOARD), TODAY))
    assert named in said
    assert ("questions, and" in said) == bool(named)
