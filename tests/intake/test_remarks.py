"""Remarks of one kind become one sentence, with each place and its words."""

import pytest

from corpus.intake.place import Place
from corpus.intake.quoted_words import code_span
from corpus.intake.remark_sentences import remark_sentences
from corpus.intake.remarks import Remark, RemarkKind

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
        Remark(RemarkKind.STRUCK, PAGE_2, "a `secret`"),
        Remark(RemarkKind.TRACKED),
        Remark(RemarkKind.STRUCK, Place("page", 3, 3)),
        Remark(RemarkKind.STRUCK, Place("page", 4, 4), "a `secret`"),
        Remark(RemarkKind.PAGE_NUMBER, PAGE_2, "2"),
    ]
    struck, tracked = remark_sentences(remarks)
    assert struck == f"{RemarkKind.STRUCK.value} (pages 2 and 4: `a ’secret’`; page 3)"
    assert tracked == RemarkKind.TRACKED.value


def test_a_sign_that_cannot_be_shown_is_shown_as_lost() -> None:
    assert code_span("a `la\x00t\ue001e`") == "`a ’la\ufffdt\ufffde’`"


def heads(*words: str) -> list[Remark]:
    """The running heads of pages from the first on."""
    pages = (Place("page", number, number) for number, _ in enumerate(words, 1))
    return [Remark(RemarkKind.HEADER, page, head) for page, head in zip(pages, words, strict=True)]


@pytest.mark.parametrize(
    ("remarks", "listed"),
    [
        (heads("Board 7", "Board 8", "Board 9"), "pages 1 to 3: `Board 7` to `Board 9`"),
        (heads("7, 2004", "8, 2004"), "pages 1 and 2: `7, 2004` to `8, 2004`"),
        (heads("Board", "Fees", "Board"), "pages 1 and 3: `Board`; page 2: `Fees`"),
        (heads("Board 7", "Board 9"), "page 1: `Board 7`; page 2: `Board 9`"),
        (heads("In 7", "On 8"), "page 1: `In 7`; page 2: `On 8`"),
        ([Remark(RemarkKind.HEADER, Place("line", n, n), f"Board {n}") for n in (1, 2)],
         "line 1: `Board 1`; line 2: `Board 2`"),
    ],
)  # fmt: skip
def test_running_heads_that_differ_in_page_numbers_are_told_once(
    remarks: list[Remark], listed: str
) -> None:
    assert list(remark_sentences(remarks)) == [f"{RemarkKind.HEADER.value} ({listed})"]


@pytest.mark.parametrize(
    ("counts", "listed"),
    [((1,), "page 1: 1 word"), ((3, 3, 5), "pages 1 and 2: 3 words each; page 3: 5 words")],
)
def test_words_that_must_not_be_quoted_are_counted(counts: tuple[int, ...], listed: str) -> None:
    remarks = [
        Remark(RemarkKind.HIDDEN, Place("page", page, page), unquoted=count)
        for page, count in enumerate(counts, 1)
    ]
    (sentence,) = remark_sentences(remarks)
    assert sentence == f"{RemarkKind.HIDDEN.value} ({listed})"
