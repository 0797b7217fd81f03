"""What a person probably meant by words that do not fit a field."""

from collections.abc import Callable
from dataclasses import dataclass

ANY_WORDS, A_DAY, AN_ADDRESS = ".+", "[0-9]{4}-[0-9]{2}-[0-9]{2}", "https?://.+"
"""Forms of words, for `words_alone`."""


@dataclass(frozen=True)
class MeantBy:
    """What other words mean where a field allows only certain values."""

    read: Callable[[str], str]
    """What to type for such words; empty if that is not clear."""
