"""A YAML text that knows where it is in its file."""

from dataclasses import dataclass
from typing import Any

from corpus.findings import Fault, FaultKind, Location


@dataclass(frozen=True, slots=True)
class YamlText:
    """YAML that begins at `first_line` of the file that findings call `name`."""

    name: str
    text: str = ""
    first_line: int = 1

    def location(self, mark: Any, columns: int = 0) -> Location:
        """The place in the file of a mark of the parser, or some columns after it."""
        return Location(self.name, self.first_line + mark.line, mark.column + 1 + columns)

    def fault(self, mark: Any, kind: FaultKind, message: str, hint: str = "") -> Fault:
        """A fault at a mark of the parser."""
        return Fault(self.location(mark), kind, message, hint)
