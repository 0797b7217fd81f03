"""How much fits on one page before it is split or shortened."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageLimits:
    """The largest sizes. A page with more shows less, or is split by year."""

    list_rows: int = 300
    """Rows of a list of opinions; longer lists have one page per year."""
    table_rows: int = 1000
    """Rows of the table of all opinions; with more, only the years are listed."""
    texts_to_print: int = 300
    """Approved texts on the page for printing; with more, each year has its page."""
    opinions_in_a_cell: int = 50
    """Opinions named in a cell of the table of authorities; more are only counted."""
    opinions_with_open_filters: int = 1000
    """Opinions with which the filters of the search start open, which loads all of them."""
    numbers_in_the_grid: int = 400
    """Numbers in the grid of all opinions; with more there is no grid."""


DEFAULT_LIMITS = PageLimits()
