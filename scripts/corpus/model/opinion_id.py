"""What identifies an opinion: its year, its number with a letter, and its series."""

import re
from collections.abc import Iterable
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, GetPydanticSchema
from pydantic_core import core_schema

from corpus.findings import FaultKind
from corpus.parsing.field_types import reject


class OpinionId(NamedTuple):
    """What identifies an opinion, and never changes: year, number, letter and series."""

    year: int
    """The year in its number; 0 if its number has no year."""
    number: int
    letter: str = ""
    """The capital letter after the number: `A` of `2014-30A`."""
    series: str = ""
    """The short name of its series; empty if its body has only one."""

    @classmethod
    def read(cls, written: str) -> "OpinionId | None":
        """The opinion with this address: `2003/05`, `2014/30a`, `rpc/179`; None for other words."""
        match = _OPINION_ID.fullmatch(written)
        if match is None:
            return None
        series, year, number, letter = match.groups("")
        return cls(int(year or 0), int(number), letter.upper(), series)

    def __str__(self) -> str:
        """The end of its address, with two digits of the number or more: `2003/05`, `rpc/179`."""
        series = f"{self.series}/" if self.series else ""
        year = f"{self.year}/" if self.year else ""
        return f"{series}{year}{self.number:02}{self.letter.lower()}"

    @property
    def folder(self) -> str:
        """The series and the year in one word: `2003`, `feo-2003`, `all` if it has neither."""
        return "-".join(filter(None, (self.series, str(self.year or "")))) or "all"

    @property
    def name(self) -> str:
        """The number and its letter: `5`, `30A`."""
        return f"{self.number}{self.letter}"

    @property
    def url(self) -> str:
        """The URL of the opinion's page below the site."""
        return f"opinions/{self}/"


def _opinion_id(value: str) -> OpinionId:
    return OpinionId.read(value) or reject(
        FaultKind.OPINION, "`{value}` is not an opinion in the form `2001/03`", value[:40]
    )


_OPINION = r"(?:([a-z][a-z0-9]*)/)?(?:((?:19|20)[0-9]{2})/)?0*([1-9][0-9]{0,5})([A-Za-z]?)"
_OPINION_ID = re.compile(_OPINION)

CitedOpinion = Annotated[
    OpinionId,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            _opinion_id, core_schema.str_schema()
        ),
        lambda _schema, _handler: {"type": "string", "pattern": f"^{_OPINION}$"},
    ),
]
"""An opinion by the end of its address: `2001/03`, or `rpc/179` in a series."""


def _letter(value: str) -> str:
    if not re.fullmatch("[A-Za-z]", value):
        hint = "Type the letter alone, such as `B`, or delete `letter` if the number has none."
        reject(FaultKind.NUMBER, "`{value}` is not one letter", value[:20], hint)
    return value.upper()


Letter = Annotated[str, AfterValidator(_letter), Field(json_schema_extra={"pattern": "^[A-Za-z]$"})]
"""One letter; `a` is read as `A`."""


def runs_of(numbers: Iterable[int]) -> tuple[range, ...]:
    """The runs of consecutive numbers, in ascending order."""
    runs: list[range] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1].stop == number:
            runs[-1] = range(runs[-1].start, number + 1)
        else:
            runs.append(range(number, number + 1))
    return tuple(runs)
