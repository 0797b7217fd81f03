"""The words a record may use: topics, programs, and all that is particular to the Commission."""

import re
from datetime import date, datetime
from functools import cache
from typing import Annotated

from pydantic import AfterValidator

from corpus.findings import FaultKind
from corpus.model.authority import AuthorityKind, Edition, Provenance
from corpus.parsing.field_types import (
    DateFormat,
    Day,
    NonEmpty,
    PositiveInt,
    StrictModel,
    Text,
    Url,
    form,
    reject,
)

_BLANKS = {"number": "[0-9]{1,6}", "year": "[0-9]{4}", "date": ".+?"}
"""What may stand in the blanks of a form."""


class AuthorityNames(StrictModel):
    """How authorities of one kind are called, in titles and in running text."""

    title: Text
    """The whole body of them: `Standards of Professional Conduct for Mediators`."""
    label: Annotated[Text, form("id")]
    """One of them: `Standard {id}`."""
    cited_as: NonEmpty[Text]
    """The words that introduce one in running text."""
    editions: tuple[Edition, ...] = ()
    """What is known of changes of the whole body, or of a part of it that has no file."""


class RuleNames(AuthorityNames):
    """How program rules are called."""

    sets: dict[Text, NonEmpty[Text]]
    """Each set of rules by its id, with the words that introduce one of it in running text."""


class Authorities(StrictModel):
    """How authorities are called, kind by kind."""

    standard: AuthorityNames
    """The Standards."""
    statute: AuthorityNames
    """The statutes."""
    rule: RuleNames
    """The rules of the programs."""

    def __getitem__(self, kind: AuthorityKind) -> AuthorityNames:
        naming: AuthorityNames = getattr(self, kind)
        return naming


_JOINED = re.compile(r"[^{}]*{\w+}(?:-{\w+}| ?\({\w+}\))?")


def _joined(value: str) -> str:
    """A form that the finder of citations can see."""
    if not _JOINED.fullmatch(value):
        reject(FaultKind.FORM, "`{value}` joins number and year otherwise than `-` or `()`", value)
    return value


class OpinionNames(StrictModel):
    """How the opinions are called in running text."""

    cited_as: NonEmpty[Text]
    """The words that introduce one: `Advisory Opinion`, `AO`."""
    numbered: NonEmpty[
        Annotated[Text, form("number", may_have=("year", "yy")), AfterValidator(_joined)]
    ]
    """How its number is written, with `{number}` and `{year}` or the two digits of `{yy}`."""


class CitationForm(StrictModel):
    """How the opinions are called in a citation."""

    author: Text
    """The body, abbreviated: `N.C. Disp. Resol. Comm'n`."""
    title: Text
    """What comes before the number: `Advisory Op.`"""


class Commission(StrictModel):
    """The body that gives the opinions, its names and its ways of writing."""

    name: Text
    """The full name."""
    short_name: Text
    """The name as readers know it."""
    opinion: Text
    """What one of its opinions is called: `Advisory Opinion`."""
    opinion_short: Text
    """The same, short: `AO`."""
    heading_lines: NonEmpty[Annotated[Text, form("number", "year")]]
    """The forms of an opinion's first line, with `{number}` and `{year}`."""
    approval_lines: NonEmpty[Annotated[Text, form("date")]]
    """The forms of the line that tells the approval, with `{date}`."""
    date_format: DateFormat
    """How dates are written, in the codes of `strftime`."""
    first_number: PositiveInt | None = None
    """The first opinion's number, where numbers run on across the years without a gap."""
    complete_until: Day | None = None
    """The day up to which every opinion is held; absent while some are missing."""
    authorities: Authorities
    """How Standards, statutes and program rules are called."""
    opinions: OpinionNames
    """How the opinions are called."""
    citation: CitationForm
    """How the opinions are cited."""
    site: Url | None = None
    """The address at which the site is published, where that is known."""
    repository: Url | None = None
    """The address of the repository on GitHub, where that is known."""
    source: Provenance
    """Where the names were seen."""

    def address(self, path: str) -> str | None:
        """The lasting address of what lies at a path of the site, where the site's own is known."""
        return f"{self.site.rstrip('/')}/{path}" if self.site else None

    def heading_in(self, words: str) -> tuple[int, int] | None:
        """The year and number that a heading line tells, or None where it is none."""
        said = _filled(self.heading_lines, words)
        return (int(said["year"]), int(said["number"])) if said else None

    def approval_in(self, words: str) -> str | None:
        """The date that an approval line tells, as written, or None where it is none."""
        said = _filled(self.approval_lines, words)
        return said["date"] if said else None

    def tells_approval(self, words: str) -> bool:
        """Whether a line has the form of one that tells an approval."""
        return self.approval_in(words) is not None

    def is_day(self, words: str, day: date) -> bool:
        """Whether words tell this day."""
        return words == day.strftime(self.date_format) or self.day_in(words) == day

    def day_in(self, words: str) -> date | None:
        """The day that is written in words, or None where it is none."""
        try:
            return datetime.strptime(words, self.date_format).date()  # noqa: DTZ007 - a day
        except ValueError:
            return None


def _filled(forms: tuple[str, ...], words: str) -> re.Match[str] | None:
    """How `words` fill in the blanks of one of the forms."""
    return next((found for one in forms if (found := _pattern(one).fullmatch(words))), None)


@cache
def _pattern(blank: str) -> re.Pattern[str]:
    parts = re.split(r"{(\w+)}", blank)
    texts, names = map(re.escape, parts[::2]), parts[1::2]
    holes = [f"(?P<{name}>{_BLANKS[name]})" for name in names]
    return re.compile("".join(text + hole for text, hole in zip(texts, [*holes, ""], strict=True)))
