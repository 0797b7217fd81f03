"""A place in a source document: its pages, lines or paragraphs."""

from typing import Literal, NamedTuple


class Place(NamedTuple):
    """The pages, lines or paragraphs of a source document, counted from 1."""

    unit: Literal["page", "line", "paragraph"]
    first: int
    last: int

    def __str__(self) -> str:
        """`page 3` or `pages 3 to 4`."""
        if self.first == self.last:
            return f"{self.unit} {self.first}"
        return f"{self.unit}s {self.first} to {self.last}"

    def to(self, end: "Place") -> "Place":
        """Everything from this place to the end of another one."""
        return self._replace(last=end.last)

    @staticmethod
    def spanning(first: "Place | None", last: "Place | None") -> "Place | None":
        """Everything from one place to the end of another; None if one of them is not known."""
        return first.to(last) if first and last else None

    def overlaps(self, other: "Place") -> bool:
        """Whether both can have a page, line or paragraph in common."""
        if other.unit != self.unit:
            return True
        return self.first <= other.last and other.first <= self.last
