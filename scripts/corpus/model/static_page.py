"""The front matter of a hand-written page, and the names that it cannot have."""

from corpus.parsing.field_types import StrictModel, Text

RESERVED_PAGE_NAMES = frozenset(
    {
        *("checks", "data", "opinions", "topics", "programs", "readme"),
        *("authorities", "standards", "statutes", "rules", "search", "verify", "questions"),
        *("pictures", "print", "assets", "pagefind", "404"),
    }
)
"""Names that a hand-written page cannot have, since they are taken by pages made from records."""


class StaticPage(StrictModel):
    """The front matter of a hand-written page."""

    title: Text
    """The title in the browser and in search results."""
    description: Text
    """One sentence on what the page has, for search results."""
