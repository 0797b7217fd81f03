"""Remarks of one kind become one sentence, with each place and its words."""

import pytest

from corpus.intake.remarks import Place, Remark, RemarkKind, remark_sentences

PAGE_2 = Place("page", 2, 2)


@pytest.mark.parametrize(
    ("place", "printed"),
    [
        (PAGE_2, "page 2"),
        (PAGE_2.to(Place("page", 4, 5)), "pages 2 to 5"),
        (Place("paragraph", 7, 7), "paragraph 7"),
    ],
)
def test_a_place_is_printed_with_its_unit(place: Place, printed: str) -> None:
    assert str(place) == printed


def test_remarks_of_one_kind_are_one_sentence_and_page_numbers_are_not_told() -> None:
    remarks = [
        Remark(RemarkKind.HIDDEN, PAGE_2, "a `secret`"),
        Remark(RemarkKind.TRACKED),
        Remark(RemarkKind.HIDDEN, Place("page", 3, 3)),
        Remark(RemarkKind.HIDDEN, Place("page", 4, 4), "a `secret`"),
        Remark(RemarkKind.PAGE_NUMBER, PAGE_2, "2"),
    ]
    hidden, tracked = remark_sentences(remarks)
    assert hidden == f"{RemarkKind.HIDDEN.value} (page 2, page 4: `a ’secret’`; page 3)"
    assert tracked == RemarkKind.TRACKED.value
