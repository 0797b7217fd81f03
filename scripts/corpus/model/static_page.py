"""Hand-written pages: their front matter, and the names that they cannot have."""

from corpus.parsing.field_types import StrictModel, Text

RESERVED_PAGE_NAMES = frozenset(
    {
        "404",
        "assets",
        "authorities",
        "checks",
        "cite-check",
        "data",
        "drafts",
        "opinions",
        "pictures",
        "print",
        "programs",
        "questions",
        "readme",
        "search",
        "topics",
        "verify",
    }
)
"""Names that a hand-written page cannot have, because generated pages and folders have them.

So have the pages of each kind of authority."""


class StaticPage(StrictModel):
    """The front matter of a hand-written page."""

    title: Text
    """The title in the browser and in search results."""
    description: Text
    """One sentence on what the page says, for search results."""
