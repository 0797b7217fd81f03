"""What a record says, once it is read: opinions and the authorities that they cite."""

import re
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from corpus.findings import Flaw
from corpus.scalars import Day, Slug, Some, Strict, Text, Whole, Year, misfit
from corpus.vocabulary import Kind, Provenance

PINPOINT = r"(?:\((?:[a-z]{1,5}|[A-Z]{1,5}|[0-9]{1,3})\))*"
"""The part of an authority: `(c)`, `(d)(5)`, or nothing."""

GENERATED = frozenset(
    {"checks", "data", "opinions", "topics", "programs", "standards", "statutes", "readme"}
)
"""Names that a hand-written page cannot have, since they are taken by pages made from records."""

NUMBER = {
    Kind.STANDARD: r"[0-9]{1,3}",
    Kind.STATUTE: r"[0-9]+[A-Z]?-[0-9]+(?:\.[0-9]+)?[A-Z]?",
}
"""How authorities of each kind are numbered: `3`, `7A-38.2`."""


@dataclass(frozen=True, order=True, slots=True)
class OpinionId:
    """The year and number by which an opinion is known for ever."""

    year: int
    number: int

    def __str__(self) -> str:
        """`2003/05`: the year and a number of at least two digits."""
        return f"{self.year}/{self.number:02}"

    @property
    def url(self) -> str:
        """The opinion's page, from the site's root."""
        return f"opinions/{self}/"


@dataclass(frozen=True, order=True, slots=True)
class Citation:
    """An authority and the part of it that is meant: `3` and `(c)`."""

    kind: Kind
    authority: str
    pinpoint: str = ""

    def __str__(self) -> str:
        """`3(c)`, as in front matter."""
        return self.authority + self.pinpoint

    @classmethod
    def parse(cls, kind: Kind, written: str) -> Self | None:
        """Read `3(c)` or `7A-38.2(b)`; None where it is not written so."""
        found = re.fullmatch(f"({NUMBER[kind]})({PINPOINT})", written)
        return cls(kind, found[1], found[2]) if found else None

    @property
    def url(self) -> str:
        """The page of the authority at the pinpoint's anchor, from the site's root."""
        page = f"{self.kind.plural}/{self.authority}/"
        return f"{page}#{self.anchor}" if self.pinpoint else page

    @property
    def anchor(self) -> str:
        """`c` for `(c)`, `d-5` for `(d)(5)`."""
        return "-".join(re.findall(r"\w+", self.pinpoint))


def _cited(kind: Kind) -> GetPydanticSchema:
    def convert(value: str) -> Citation:
        return Citation.parse(kind, value) or misfit(
            Flaw.CITATION, f"`{{value}}` is not a {kind} as it is written here", value
        )

    shape = {"type": ["string", "integer"], "pattern": f"^{NUMBER[kind]}{PINPOINT}$"}
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            convert, core_schema.str_schema()
        ),
        lambda _schema, _handler: dict(shape),
    )


CitedStandard = Annotated[Citation, _cited(Kind.STANDARD)]
"""A Standard and its part: `3(c)`."""

CitedStatute = Annotated[Citation, _cited(Kind.STATUTE)]
"""A section and its part: `7A-38.2(b)`."""


class Issue(Strict):
    """A question that the opinion was asked."""

    id: Slug
    """Its name within the opinion, `1`; the page has it at `#issue-1`."""
    question: Text
    """The question as a mediator would ask it; editorial."""
    at: Some[Whole]
    """The paragraphs that raise it."""


class Holding(Strict):
    """What the opinion answers, tied to the paragraphs that say it."""

    id: Slug
    """Its name within the opinion, `1`; the page has it at `#holding-1`."""
    answers: Slug
    """The id of the issue that it answers."""
    text: Text
    """The answer; editorial."""
    at: Some[Whole]
    """The paragraphs that state it."""
    cites: tuple[Text, ...] = ()
    """The authorities that it rests on, each also named in `standards` or `statutes`."""


class Waiver(Strict):
    """A finding that is right to ignore in this record."""

    code: Text
    """The code of the rule: `OP303`."""
    about: Text
    """Words of the finding's message that tell which one is meant: `7A-38.2(b)`."""
    reason: Text
    """Why it is right."""


class Opinion(Strict):
    """The front matter of a full record."""

    number: Whole
    """The number as printed: `05` or `5`."""
    year: Year
    """The year of the number, and the record's folder."""
    title: Text
    """A short title in sentence case; editorial."""
    approved: Day
    """The day of approval."""
    topics: Some[Slug]
    """Ids from `opinions/topics.yml`."""
    programs: tuple[Slug, ...] = ()
    """Ids from `opinions/programs.yml`."""
    summary: Text
    """What was asked and answered, in one to three sentences; editorial."""
    issues: Some[Issue]
    """The questions that the opinion was asked."""
    holdings: Some[Holding]
    """Its answers."""
    standards: tuple[CitedStandard, ...]
    """The Standards that its text cites."""
    statutes: tuple[CitedStatute, ...]
    """The statutes that its text cites."""
    source: Provenance
    """The document that the text was taken from."""
    waivers: tuple[Waiver, ...] = ()
    """Findings on the text or the fields that are right to ignore here, each with its reason."""

    @property
    def id(self) -> OpinionId:
        """Year and number."""
        return OpinionId(self.year, self.number)

    @property
    def cited(self) -> tuple[Citation, ...]:
        """All that the record declares as cited, in its order."""
        return (*self.standards, *self.statutes)

    def resting_on(self, citation: Citation) -> tuple[Holding, ...]:
        """The holdings that rest on this citation."""
        return tuple(holding for holding in self.holdings if str(citation) in holding.cites)


class Edition(Strict):
    """A change of an authority, from the day on which it took effect."""

    effective: Day
    """The day from which it is in force."""
    event: Text
    """What happened, in our words."""
    provisions: tuple[Text, ...] = ()
    """The parts that changed, `3(d)(5)`; all of it where none is named."""
    source: Provenance
    """Where it was seen."""


class Authority(Strict):
    """A Standard or a statute that opinions cite."""

    id: Text
    """As cited: `3`, `7A-38.2`."""
    title: Text | None = None
    """Its heading, where that was seen."""
    about: Text | None = None
    """What it is about, in our words, where its heading was not seen."""
    roman: Text | None = None
    """Its number in earlier editions: `III`."""
    source: Provenance
    """Where it was seen."""
    editions: tuple[Edition, ...] = ()
    """What is known of its changes, in order of time."""

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """A key by which 3 stands before 10, and 7A-38.2 before 7A-38.3B."""
        parts = re.findall(r"\d+|\D+", self.id)
        return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


class Written(Strict):
    """The front matter of a hand-written page."""

    title: Text
    """The title in the browser and in search results."""
    description: Text
    """One sentence on what the page has, for search results."""
