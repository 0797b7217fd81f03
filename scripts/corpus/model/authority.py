"""The authorities that opinions cite: their numbers, their parts, and how they changed."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import GetPydanticSchema, model_validator
from pydantic_core import core_schema

from corpus.findings import FaultKind
from corpus.parsing.field_types import Day, RelativePath, Sha256, StrictModel, Text, Url, reject


class AuthorityKind(StrEnum):
    """What an opinion may cite from `standards/`."""

    STANDARD = "standard"
    STATUTE = "statute"
    RULE = "rule"

    @property
    def plural(self) -> str:
        """The name of the field in a record, and of the folder in URLs: `standards`."""
        return f"{self}s"


PARTS = r"(?:\((?:[a-z]{1,5}|[A-Z]{1,5}|[0-9]{1,3})\))"
"""A part of a provision: `(c)`, `(5)`."""

NUMBER = {
    AuthorityKind.STANDARD: r"[0-9]{1,3}",
    AuthorityKind.STATUTE: r"[0-9]+[A-Z]{0,2}(?:[-.:][0-9]+[A-Z]{0,2})*",
    AuthorityKind.RULE: r"[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*)*",
}
"""How authorities of each kind are known: `3`, `7A-38.2`, and a set of rules as `MSC`."""

PINPOINT = {
    AuthorityKind.STANDARD: f"{PARTS}*",
    AuthorityKind.STATUTE: f"{PARTS}*",
    AuthorityKind.RULE: rf"(?:(?:\.[0-9]{{4}}|[0-9]{{1,3}}[A-Z]?){PARTS}*)?",
}
"""How a part of one is told: `(d)(5)`; of a set of rules `4(f)` or `.0104(b)`."""


class Citation(NamedTuple):
    """An authority and the part of it that is meant: `3` and `(c)`."""

    kind: AuthorityKind
    authority: str
    pinpoint: str = ""

    def __str__(self) -> str:
        """`3(c)` or `MSC 4(f)`, as in front matter."""
        return self.authority + _space(self) + self.pinpoint

    @classmethod
    def parse(cls, kind: AuthorityKind, written: str) -> Self | None:
        """Read `3(c)`, `7A-38.2(b)` or `MSC 4(f)`; None where it is not written so."""
        found = _SHAPE[kind].fullmatch(written)
        return cls(kind, found["id"], found["pinpoint"] or "") if found else None

    @property
    def page(self) -> str:
        """The page of the authority, from the site's root: `standards/3/`, `rules/msc/`."""
        return f"{self.kind.plural}/{slug(self.kind, self.authority)}/"

    @property
    def url(self) -> str:
        """The page of the authority at the pinpoint's anchor, from the site's root."""
        return f"{self.page}#{self.anchor}" if self.pinpoint else self.page

    @property
    def anchor(self) -> str:
        """`c` for `(c)`, `d-5` for `(d)(5)`."""
        return "-".join(re.findall(r"\w+", self.pinpoint))

    @property
    def parts(self) -> tuple[str, ...]:
        """The pinpoint step by step: `(d)` and `(5)`."""
        return tuple(re.findall(r"\(\w+\)|[.\w]+", self.pinpoint))

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """A key by which `(d)(5)` stands before `(d)(10)`, and `(d)` before both."""
        return tuple(_natural(step) for step in self.parts)

    @property
    def without_pinpoint(self) -> "Citation":
        """The authority itself, without a pinpoint."""
        return Citation(self.kind, self.authority)

    @property
    def ancestors_and_self(self) -> tuple["Citation", ...]:
        """All that it is a part of, from the authority down to itself."""
        steps = self.parts
        ends = range(len(steps) + 1)
        return tuple(Citation(self.kind, self.authority, "".join(steps[:end])) for end in ends)

    def overlaps(self, other: "Citation") -> bool:
        """Whether one of the two is, or is a part of, the other."""
        return self in other.ancestors_and_self or other in self.ancestors_and_self


def _natural(step: str) -> tuple[int, str]:
    digits = re.search(r"[0-9]+", step)
    return (int(digits[0]) if digits else 0, step)


def slug(kind: AuthorityKind, authority: str) -> str:
    """The name of an authority in addresses and of its file: `7A-38.2`, `farm-nuisance`."""
    return authority.lower().replace(" ", "-") if kind is AuthorityKind.RULE else authority


def _space(citation: Citation) -> str:
    return " " if citation.kind is AuthorityKind.RULE and citation.pinpoint else ""


def _shape(kind: AuthorityKind) -> str:
    pinpoint = f"(?P<pinpoint>{PINPOINT[kind]})"
    after = (
        f"(?: (?={PINPOINT[AuthorityKind.RULE][3:-2]}){pinpoint})?"
        if kind is AuthorityKind.RULE
        else pinpoint
    )
    return f"(?P<id>{NUMBER[kind]}){after}"


_SHAPE = {kind: re.compile(_shape(kind)) for kind in AuthorityKind}


def _cited(kind: AuthorityKind) -> GetPydanticSchema:
    def convert(value: str) -> Citation:
        return Citation.parse(kind, value) or reject(
            FaultKind.CITATION, f"`{{value}}` is not a {kind} as it is written here", value
        )

    pattern = re.sub(r"\?P<\w+>", "", _shape(kind))
    shape = {"type": ["string", "integer"], "pattern": f"^{pattern}$"}
    return GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            convert, core_schema.str_schema()
        ),
        lambda _schema, _handler: dict(shape),
    )


CitedStandard = Annotated[Citation, _cited(AuthorityKind.STANDARD)]
"""A Standard and its part: `3(c)`."""

CitedStatute = Annotated[Citation, _cited(AuthorityKind.STATUTE)]
"""A section and its part: `7A-38.2(b)`."""

CitedRule = Annotated[Citation, _cited(AuthorityKind.RULE)]
"""A set of rules and the rule in it: `MSC 4(f)`."""


class Provenance(StrictModel):
    """Where something was seen: at least a title or a web address."""

    title: Text | None = None
    """What it is, in words."""
    file: RelativePath | None = None
    """A file of this repository."""
    url: Url | None = None
    """A page or document on the web."""
    sha256: Sha256 | None = None
    """The SHA-256 of the file's bytes."""

    @model_validator(mode="after")
    def _tells_something(self) -> Self:
        if not (self.title or self.url):
            reject(FaultKind.SOURCE, "this names neither a `title` nor a `url`")
        return self


class Edition(StrictModel):
    """A change of an authority, from the day on which it took effect."""

    effective: Day | None = None
    """The day from which it is in force."""
    adopted: Day | None = None
    """The day on which it was adopted, where no day is known from which it is in force."""
    event: Text
    """What happened, in our words."""
    provisions: tuple[Text, ...] = ()
    """The parts that changed, `3(d)(5)`; all of it where neither these nor a `part` is named."""
    part: Text | None = None
    """What changed, where it has no number that is known: `Preamble`."""
    text: Text | None = None
    """The wording from then on, of the one provision that is named, or of all of it."""
    source: Provenance
    """Where it was seen."""

    @property
    def day(self) -> date:
        """The day by which editions are put in order."""
        return self.effective or self.adopted or date.min

    @model_validator(mode="after")
    def _is_dated_once(self) -> Self:
        if bool(self.effective) == bool(self.adopted):
            reject(FaultKind.EDITION, "an edition has either `effective` or `adopted`")
        if self.part and self.provisions:
            reject(FaultKind.EDITION, "an edition has either `provisions` or `part`")
        if self.text and (self.part or len(self.provisions) > 1):
            reject(
                FaultKind.EDITION, "the `text` of an edition is that of one provision, or of all"
            )
        return self


class Authority(StrictModel):
    """A Standard, a statute or a set of rules that opinions cite."""

    id: Text
    """As cited: `3`, `7A-38.2`, `MSC`."""
    title: Text | None = None
    """Its heading, where that was seen."""
    about: Text | None = None
    """What it is about, in our words, where its heading was not seen."""
    roman: Text | None = None
    """Its number in earlier editions: `III`."""
    note: Text | None = None
    """What else was seen of it, in our words: a change of which no day is known."""
    source: Provenance
    """Where it was seen."""
    editions: tuple[Edition, ...] = ()
    """What is known of its changes."""

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """A key by which 3 stands before 10, and 7A-38.2 before 7A-38.3B."""
        parts = re.findall(r"\d+|\D+", self.id)
        return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)
