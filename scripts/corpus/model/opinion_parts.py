"""The parts of an opinion's front matter: issues, holdings, relations, corrections and the like."""

from enum import StrEnum
from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator

from corpus.findings import FaultKind
from corpus.model.opinion_id import CitedOpinion
from corpus.model.partial_date import DateAsKnown
from corpus.model.provenance import Provenance
from corpus.parsing.field_types import (
    Count,
    Day,
    NonEmpty,
    PositiveInt,
    Reason,
    Slug,
    StrictModel,
    Text,
    Url,
    one_of,
    reject,
)
from corpus.parsing.meaning import A_DAY, AN_ADDRESS, ANY_WORDS


class Effect(StrEnum):
    """What an opinion does to an earlier one."""

    CITES = "cites"
    FOLLOWS = "follows"
    REAFFIRMS = "reaffirms"
    DISTINGUISHES = "distinguishes"
    MODIFIES = "modifies"
    SUPERSEDES = "supersedes"

    @property
    def alters(self) -> bool:
        """Whether the earlier opinion no longer stands as written."""
        return self in {Effect.MODIFIES, Effect.SUPERSEDES}

    @property
    def passive(self) -> str:
        """What was done to the earlier opinion: `superseded`, to be followed by `by`."""
        return _PASSIVE[self]


_PASSIVE = {
    Effect.CITES: "cited",
    Effect.FOLLOWS: "followed",
    Effect.REAFFIRMS: "reaffirmed",
    Effect.DISTINGUISHES: "distinguished",
    Effect.MODIFIES: "modified",
    Effect.SUPERSEDES: "superseded",
}


class Issue(StrictModel):
    """A question that the opinion was asked."""

    entry: ClassVar = "question"
    words_alone: ClassVar = {"question": ANY_WORDS}

    id: Slug
    """The id of the issue within the opinion: `1`. Its link on the page is `#issue-1`."""
    question: Text
    """The question as a reader would ask it, in the editors' words."""
    at: NonEmpty[PositiveInt]
    """The numbers of the paragraphs that raise it."""


class Holding(StrictModel):
    """An answer of the opinion, tied to the paragraphs that state it."""

    entry: ClassVar = "answer"

    id: Slug
    """The id of the holding within the opinion: `1`. Its link on the page is `#holding-1`."""
    answers: Slug
    """The id of the issue that it answers."""
    text: Text
    """The answer, in the editors' words."""
    at: NonEmpty[PositiveInt]
    """The numbers of the paragraphs that state it."""
    cites: tuple[Text, ...] = ()
    """The authorities it rests on; each must also be in the field of its kind."""


class Waiver(StrictModel):
    """A finding that `check` should not report for this record."""

    words_alone: ClassVar = {"reason": ANY_WORDS}

    code: Text
    """The code of the rule: `OP303`."""
    about: Text
    """What the finding is about, as its message shows it: `12-34.5(b)`; or the whole message."""
    reason: Reason
    """Why the record is right as it is."""


class Relation(StrictModel):
    """What this opinion does to an earlier one. Only the later opinion has this entry."""

    cites: CitedOpinion
    """The earlier opinion, by the end of its address: `2001/03`."""
    effect: Annotated[Effect, one_of(*Effect)]
    """What it does: cites, follows, reaffirms, distinguishes, modifies or supersedes it."""
    holding: Slug | None = None
    """The id of one holding of the earlier opinion, if only that holding is meant."""
    at: tuple[PositiveInt, ...] = ()
    """The paragraphs of this opinion that state the effect, by number."""


class OtherOpinion(StrictModel):
    """An opinion of another body that the text cites. It never changes a status."""

    words_alone: ClassVar = {"url": AN_ADDRESS}

    body: Text
    """The name of the other body."""
    citation: Text
    """The citation, word for word as the text prints it: `MEAC Opinion 2019-003`."""
    url: Url | None = None
    """Its address on the web, if it is known; not needed if the settings give it."""

    def __str__(self) -> str:
        """`River Board, River Op. 3`."""
        return f"{self.body}, {self.citation}"


class RecordSource(Provenance):
    """The document that the text was taken from."""

    read: Annotated[Literal["machine"] | None, one_of("machine")] = None
    """`machine` if the text was read from pictures, and no person has compared it yet."""


class Withdrawal(StrictModel):
    """The withdrawal of an opinion by the body."""

    words_alone: ClassVar = {"on": A_DAY, "reason": ANY_WORDS}

    on: DateAsKnown
    """The date of the withdrawal; its month or its year if no more is known: `2011-03`, `2011`."""
    reason: Reason
    """Why it was withdrawn, and where that is stated."""


class Vote(StrictModel):
    """How the members voted, as far as the document says."""

    words_alone: ClassVar = {"note": "[^0-9]+"}
    numbers_alone: ClassVar = ("in_favor", "against", "abstained")

    in_favor: Count | None = None
    """How many voted for the opinion."""
    against: Count | None = None
    """How many voted against it."""
    abstained: Count | None = None
    """How many did not vote for either."""
    note: Text | None = None
    """What else the document says of the vote: `unanimous`."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.in_favor or self.against or self.abstained or self.note):
            hint = "Type how many voted, such as `vote: {in_favor: 5}`, or delete the line."
            reject(FaultKind.EMPTY, "this vote has nobody who voted, and no note", hint=hint)
        return self

    def __str__(self) -> str:
        """`5 in favor, 1 against; Judge Reed did not take part`."""
        counts = {"in favor": self.in_favor, "against": self.against, "abstained": self.abstained}
        known = ", ".join(f"{count} {how}" for how, count in counts.items() if count is not None)
        return "; ".join(filter(None, (known, self.note)))


ANONYMOUS = "anonymous"
"""What stands in the place of a person who is not named."""


class Correction(StrictModel):
    """A change to the approved text after it was sealed."""

    words_alone: ClassVar = {"on": A_DAY, "what": ANY_WORDS}

    on: Day
    """The date of the correction."""
    at: tuple[PositiveInt, ...] = ()
    """The numbers of the changed paragraphs; none if only headings or the approval line changed."""
    what: Reason
    """What changed, and why."""
