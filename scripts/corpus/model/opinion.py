"""What a record says, once it is read: an opinion with its issues, holdings and citations."""

import re
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple

from pydantic import GetPydanticSchema
from pydantic_core import core_schema

from corpus.findings import FaultKind
from corpus.model.authority import (
    Citation,
    CitedRule,
    CitedStandard,
    CitedStatute,
    Provenance,
)
from corpus.parsing.field_types import (
    Day,
    NonEmpty,
    PositiveInt,
    Slug,
    StrictModel,
    Text,
    Url,
    Year,
    one_of,
    reject,
)


class OpinionId(NamedTuple):
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


def _opinion_id(value: str) -> OpinionId:
    found = re.fullmatch(_OPINION, value)
    if not found:
        reject(FaultKind.OPINION, "`{value}` is not an opinion as it is written here", value[:40])
    return OpinionId(int(found[1]), int(found[2]))


_OPINION = r"((?:19|20)[0-9]{2})/0*([1-9][0-9]{0,5})"

CitedOpinion = Annotated[
    OpinionId,
    GetPydanticSchema(
        lambda _source, _handler: core_schema.no_info_after_validator_function(
            _opinion_id, core_schema.str_schema()
        ),
        lambda _schema, _handler: {"type": "string", "pattern": f"^{_OPINION}$"},
    ),
]
"""An opinion by year and number: `2001/03`."""


class Effect(StrEnum):
    """What a later opinion does to an earlier one."""

    CITES = "cites"
    FOLLOWS = "follows"
    REAFFIRMS = "reaffirms"
    DISTINGUISHES = "distinguishes"
    MODIFIES = "modifies"
    SUPERSEDES = "supersedes"

    @property
    def changes(self) -> bool:
        """Whether the earlier one no longer holds as it was written."""
        return self in {Effect.MODIFIES, Effect.SUPERSEDES}


class Issue(StrictModel):
    """A question that the opinion was asked."""

    id: Slug
    """Its name within the opinion, `1`; the page has it at `#issue-1`."""
    question: Text
    """The question as a mediator would ask it; editorial."""
    at: NonEmpty[PositiveInt]
    """The paragraphs that raise it."""


class Holding(StrictModel):
    """What the opinion answers, tied to the paragraphs that say it."""

    id: Slug
    """Its name within the opinion, `1`; the page has it at `#holding-1`."""
    answers: Slug
    """The id of the issue that it answers."""
    text: Text
    """The answer; editorial."""
    at: NonEmpty[PositiveInt]
    """The paragraphs that state it."""
    cites: tuple[Text, ...] = ()
    """The authorities that it rests on, each also named in `standards`, `statutes` or `rules`."""


class Waiver(StrictModel):
    """A finding that is right to ignore in this record."""

    code: Text
    """The code of the rule: `OP303`."""
    about: Text
    """Words of the finding's message that tell which one is meant: `7A-38.2(b)`."""
    reason: Text
    """Why it is right."""


class Relation(StrictModel):
    """What this opinion says of an earlier one; only the later opinion writes it."""

    cites: CitedOpinion
    """The earlier opinion, by year and number: `2001/03`."""
    effect: Annotated[Effect, one_of(*Effect)]
    """What becomes of it: cites, follows, reaffirms, distinguishes, modifies or supersedes it."""
    holding: Slug | None = None
    """The id of the one holding of the earlier opinion that is meant; all of it otherwise."""
    at: tuple[PositiveInt, ...] = ()
    """The paragraphs of this opinion that say so."""


class Withdrawal(StrictModel):
    """That the body took its opinion back."""

    on: Day
    """The day of the withdrawal."""
    reason: Text
    """Why, and where that was said."""


class Correction(StrictModel):
    """A change of the approved text after it was sealed."""

    on: Day
    """The day of the correction."""
    at: tuple[PositiveInt, ...] = ()
    """The paragraphs that changed; none where only a heading or the approval line did."""
    what: Text
    """What was changed, and why."""


class RecordFields(StrictModel):
    """What the front matter of every record may say."""

    number: PositiveInt
    """The number as printed: `05` or `5`."""
    year: Year
    """The year of the number, and the record's folder."""
    title: Text
    """A short title in sentence case; editorial."""
    programs: tuple[Slug, ...] = ()
    """Ids from `opinions/programs.yml`."""
    rules: tuple[CitedRule, ...] = ()
    """The program rules that its text cites."""
    opinions: tuple[Relation, ...] = ()
    """The earlier opinions that its text cites, and what it does to them."""
    withdrawn: Withdrawal | None = None
    """That it was taken back; absent where it was not."""
    aliases: tuple[Text, ...] = ()
    """Further spellings of its number in print: `01-03`."""
    waivers: tuple[Waiver, ...] = ()
    """Findings on the text or the fields that are right to ignore here, each with its reason."""
    source: Provenance
    """The document that the text was taken from, or where it was seen."""

    @property
    def id(self) -> OpinionId:
        """Year and number."""
        return OpinionId(self.year, self.number)


class Opinion(RecordFields):
    """The front matter of a full record: one that holds the approved text."""

    text: Annotated[Literal["full"], one_of("full", "elsewhere")] = "full"
    """Whether the approved text is held: `full`, or `elsewhere`."""
    approved: Day
    """The day of approval."""
    topics: NonEmpty[Slug]
    """Ids from `opinions/topics.yml`."""
    summary: Text
    """What was asked and answered, in one to three sentences; editorial."""
    issues: NonEmpty[Issue]
    """The questions that the opinion was asked."""
    holdings: NonEmpty[Holding]
    """Its answers."""
    standards: tuple[CitedStandard, ...]
    """The Standards that its text cites."""
    statutes: tuple[CitedStatute, ...]
    """The statutes that its text cites."""
    corrections: tuple[Correction, ...] = ()
    """Every change of the approved text after it was sealed."""

    @property
    def is_held(self) -> bool:
        """The approved text is here."""
        return True

    @property
    def cited(self) -> tuple[Citation, ...]:
        """All authorities that the record declares as cited, in its order."""
        return (*self.standards, *self.statutes, *self.rules)


DETAIL_FIELDS = frozenset({"summary", "issues", "holdings", "source", "corrections", "waivers"})
"""The fields that a page shows only of the opinions that it is about, but for the ids of holdings;
all the others are the face of an opinion, which any page may show."""


class Elsewhere(Provenance):
    """The document that has the text of an opinion that is not held, by its web address."""

    url: Url
    """The page or document on the web."""


class Catalogued(RecordFields):
    """The front matter of a catalogue record: an opinion that is known, and whose text is not held.

    It says nothing of what the opinion holds.
    """

    text: Literal["elsewhere"]
    """Whether the approved text is held: `elsewhere`."""
    approved: Day | None = None
    """The day of approval, where it was seen."""
    topics: tuple[Slug, ...] = ()
    """Ids from `opinions/topics.yml`."""
    standards: tuple[CitedStandard, ...] = ()
    """The Standards that it was seen to cite."""
    statutes: tuple[CitedStatute, ...] = ()
    """The statutes that it was seen to cite."""
    source: Elsewhere
    """Where its text is, or where it was seen."""

    @property
    def is_held(self) -> bool:
        """The approved text is not here."""
        return False

    @property
    def cited(self) -> tuple[Citation, ...]:
        """All authorities that it was seen to cite."""
        return (*self.standards, *self.statutes, *self.rules)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """None: what was asked is told by the text alone."""
        return ()

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """None: what was answered is told by the text alone."""
        return ()
