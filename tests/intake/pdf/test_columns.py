"""Columns are read one after the other, also where little space is between them."""

import pytest

from corpus.intake.pdf.columns import regions_of_pages
from corpus.intake.pdf.page import Style, Word

LEFT_END = 300


def word(text: str, left: float, right: float, row: int, size: float) -> Word:
    return Word(text, left, right, 100 + 20 * row, Style(size))


def page(gap: float, heading_size: float) -> list[Word]:
    """Two justified columns; the third row on the right is a heading."""
    return [
        part
        for row in range(8)
        for size in [heading_size if row == 2 else 12]
        for part in (
            word(f"left{row}", 72, 180, row, 12),
            word("reaches-the-margin", 184, LEFT_END, row, 12),
            word(f"right{row}", LEFT_END + gap, LEFT_END + gap + 90, row, size),
            word("reaches-the-margin", LEFT_END + gap + 95, 528, row, size),
        )
    ]


@pytest.mark.parametrize(("gap", "heading_size"), [(30, 12), (15, 18), (15, 12), (12, 14)])
def test_a_row_belongs_to_two_columns_though_its_gap_is_narrow(
    gap: float, heading_size: float
) -> None:
    (regions,) = regions_of_pages([page(gap, heading_size)])
    firsts = [[row[0].text for row in region.rows] for region in regions]
    assert firsts == [[f"{side}{row}" for row in range(8)] for side in ("left", "right")]
    assert all(region.is_column for region in regions)


def test_ordinary_spaces_are_no_gap_between_columns() -> None:
    (regions,) = regions_of_pages([page(5, 12)])
    assert [region.is_column for region in regions] == [False]
