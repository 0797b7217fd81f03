"""The words of drafts are compared with those that another program reads."""

import pytest

from corpus.intake.document import SourceDocument, TextBlock, TextRun
from corpus.intake.long_text_diff import words_of
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.second_reading import SecondReading
from corpus.text.blocks import Role

HEADER = RemarkKind.HEADER
HIDDEN = RemarkKind.HIDDEN


def lost_and_added(reading: str, draft: str, *remarks: Remark) -> list[tuple[str, str]]:
    second = SecondReading(SourceDocument((), reading, remarks=remarks), reading)
    (found,) = second.differences([words_of(draft)])
    return [(" ".join(place.old), " ".join(place.new)) for place in found]


@pytest.mark.parametrize(
    ("reading", "draft", "remarks", "expected"),
    [
        ("She may.", "She may.", [], []),
        ("She may not.", "She may.", [], [("may not.", "may.")]),
        ("Harbor\nBoard\nShe may.", "She may.", [Remark(HEADER, None, "Harbor Board")], []),
        ("A title\nShe may.\nA title", "A title\nShe may.", [Remark(HEADER, None, "A title")], []),
        ("3\nShe may.\n3", "She may.", [Remark(HEADER, None, "3")], [("3", "")]),
        ("She may secretly tell.", "She may tell.", [Remark(HIDDEN, None, "secretly")], []),
        ("She may, may tell.", "She may, tell.", [Remark(HIDDEN, None, "can")], [("may", "")]),
    ],
)
def test_what_a_remark_names_as_left_out_is_explained_once(
    reading: str, draft: str, remarks: list[Remark], expected: list[tuple[str, str]]
) -> None:
    assert lost_and_added(reading, draft, *remarks) == expected


def test_a_line_is_left_out_on_its_own_page_only() -> None:
    remark = Remark(HEADER, Place("page", 2, 2), "2003.")
    reading = "It was in\n2003.\f2003.\nIt may."
    assert lost_and_added(reading, "It was in 2003. It may.", remark) == []
    assert lost_and_added("It was in\n2003.\fIt may.", "It was in It may.", remark) == [
        ("2003.", "")
    ]


def test_a_footnote_stands_at_its_page_in_the_document_and_at_the_end_in_the_draft() -> None:
    note = TextBlock(Role.PARAGRAPH, (TextRun("¹ See the minutes."),))
    reading = "She may1\n1 See the minutes.\ntell."
    second = SecondReading(SourceDocument((), reading, (note,)), reading)
    words = second.words_to_compare("She may¹ tell.\n¹ See the minutes.", [note])
    assert second.differences([words]) == [[]]


def test_a_word_that_is_lost_at_the_end_of_a_draft_is_not_that_of_the_next() -> None:
    reading = "It was 2003.\nIt may."
    second = SecondReading(SourceDocument((), reading), reading)
    first, following = second.differences([["It", "was"], ["It", "may."]])
    assert [difference.old for difference in first] == [("2003.",)]
    assert following == []
