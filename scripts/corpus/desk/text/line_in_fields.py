"""What a person said a line of the text is, kept in the fields of its record."""

from typing import NamedTuple


class WithLine(NamedTuple):
    """A record whose fields say what one of its lines is."""

    text: str
    """The file of the record."""
    sentences: tuple[str, ...]
    """What a person should know: the day of the line, or other paragraph numbers in the fields."""
