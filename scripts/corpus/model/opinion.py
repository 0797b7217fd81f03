"""The front matter of a record: an opinion with its issues, holdings and citations."""

import re
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, GetPydanticSchema, create_model
from pydantic_core import core_schema

from corpus.findings import FaultKind
from corpus.model.authority import Citation, Provenance, citation_of
from corpus.model.authority_kind import AuthorityKind
from corpus.model.partial_date import ApprovalDate
from corpus.parsing.field_types import (
    WITHOUT_SOURCE,
    Count,
    Day,
    ListedSlug,
    NonEmpty,
    OpinionNumber,
    PositiveInt,
    Reason,
    Slug,
    StrictModel,
    Text,
    Url,
    Year,
    one_of,
    reject,
)


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
        reject(FaultKind.NUMBER, "`{value}` is not one letter", value[:20])
    return value.upper()


Letter = Annotated[
    str, BeforeValidator(_letter), Field(json_schema_extra={"pattern": "^[A-Za-z]$"})
]
"""One letter; `a` is read as `A`."""


class Effect(StrEnum):
    """What an opinion does to an earlier one."""

    CITES = "cites"
    FOLLOWS = "follows"
    REAFFIRMS = "reaffirms"
    DISTINGUISHES = "distinguishes"
    MODIFIES = "modifies"
    SUPERSEDES = "supersedes"

    @property
    def changes(self) -> bool:
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

    id: Slug
    """The id of the issue within the opinion: `1`. Its link on the page is `#issue-1`."""
    question: Text
    """The question as a reader would ask it, in the editors' words."""
    at: NonEmpty[PositiveInt]
    """The numbers of the paragraphs that raise it."""


class Holding(StrictModel):
    """An answer of the opinion, tied to the paragraphs that state it."""

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

    code: Text
    """The code of the rule: `OP303`."""
    about: Text
    """Words from the message of the finding, to identify it: `12-34.5(b)`."""
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

    body: Text
    """The name of the other body."""
    citation: Text
    """The citation, word for word as the text prints it: `MEAC Opinion 2019-003`."""
    url: Url | None = None
    """Its address on the web, if it is known; not needed if the settings give it."""


class RecordSource(Provenance):
    """The document that the text was taken from."""

    read: Annotated[Literal["machine"] | None, one_of("machine")] = None
    """`machine` if the text was read from pictures, and no person has compared it yet."""


class Withdrawal(StrictModel):
    """The withdrawal of an opinion by the body."""

    on: Day
    """The day of the withdrawal."""
    reason: Reason
    """Why it was withdrawn, and where that is stated."""


class Vote(StrictModel):
    """How the members voted, as far as the document says."""

    in_favor: Count | None = None
    """How many voted for the opinion."""
    against: Count | None = None
    """How many voted against it."""
    abstained: Count | None = None
    """How many did not vote for either."""
    note: Text | None = None
    """What else the document says of the vote: `unanimous`."""

    def __str__(self) -> str:
        """`5 in favor, 1 against; Judge Reed did not take part`."""
        counts = {
            "in favor": self.in_favor,
            "against": self.against,
            "abstained": self.abstained,
        }
        known = ", ".join(f"{count} {how}" for how, count in counts.items() if count is not None)
        return "; ".join(filter(None, (known, self.note)))


ANONYMOUS = "anonymous"
"""What stands in the place of a person who is not named."""


class Correction(StrictModel):
    """A change to the approved text after it was sealed."""

    on: Day
    """The day of the correction."""
    at: tuple[PositiveInt, ...] = ()
    """The numbers of the changed paragraphs; none if only headings or the approval line changed."""
    what: Reason
    """What changed, and why."""


class RecordFields(StrictModel):
    """The fields of every record, besides those for the authorities that it cites.

    Each kind of authority has a field of its own; see `record_models`.
    """

    model_config = ConfigDict(defer_build=True)
    kinds: ClassVar[tuple[AuthorityKind, ...]] = ()
    """The kinds of authority that a record can cite."""

    number: OpinionNumber
    """The number as printed: `05` or `5`."""
    letter: Letter = ""
    """The letter after the number, if it has one: `A` of `2014-30A`."""
    year: Year | None
    """The year of the opinion, which is also the record's folder. A series may have none."""
    series: Slug = ""
    """The short name of its series, if the body has several: `rpc`."""
    title: Text
    """A short title in sentence case, in the editors' words."""
    programs: tuple[ListedSlug, ...] = ()
    """Ids from `opinions/programs.yml`."""
    opinions: tuple[Relation, ...] = ()
    """The earlier opinions that its text cites, each with what it does to them."""
    other_opinions: tuple[OtherOpinion, ...] = ()
    """The opinions of other bodies that its text cites."""
    withdrawn: Withdrawal | None = None
    """The withdrawal, if the opinion was withdrawn."""
    aliases: tuple[Text, ...] = ()
    """Other forms in which its number is printed: `01-03`."""
    requester: Text | None = None
    """Who asked, as the document says it, or `anonymous` if it names nobody."""
    docket: Text | None = None
    """The docket or request number under which the body kept the request: `AOR 2024-05`."""
    joint_bodies: tuple[Text, ...] = ()
    """The other bodies that gave the opinion together with this one."""
    vote: Vote | None = None
    """The vote of the members, if the document states it."""
    waivers: tuple[Waiver, ...] = ()
    """Findings that `check` should not report for this record, each with a reason."""
    source: Provenance
    """The document that the text was taken from, or where the opinion was found."""

    def __reduce__(self) -> tuple[Any, ...]:
        """The kinds and the values, because the records of each body have models of their own."""
        base = next(base for base in (Draft, Opinion, Catalogued) if isinstance(self, base))
        return _record_with, (base, self.kinds, self.__getstate__())

    @property
    def id(self) -> OpinionId:
        """What identifies the opinion."""
        return OpinionId(self.year or 0, self.number, self.letter, self.series)

    @property
    def is_draft(self) -> bool:
        """Whether the text is only a draft for comment."""
        return False

    @property
    def cited(self) -> tuple[Citation, ...]:
        """All authorities that the fields list as cited, by kind and in order."""
        return tuple(citation for kind in self.kinds for citation in self.cited_of(kind))

    def cited_of(self, kind: AuthorityKind) -> tuple[Citation, ...]:
        """The authorities of one kind that the fields list as cited, in order."""
        citations: tuple[Citation, ...] = getattr(self, kind.plural)
        return citations


class Opinion(RecordFields):
    """The front matter of a full record, which has the approved text."""

    text: Annotated[Literal["full"], one_of("full", "elsewhere")] = "full"
    """`full` if the record has the approved text, `elsewhere` if it only lists the opinion."""
    stage: Annotated[Literal["adopted", "draft"], one_of("adopted", "draft")] = "adopted"
    """`draft` while the text is open for comment; left out once the body has adopted it."""
    approved: ApprovalDate
    """The day of approval; its month or its year if no more is known: `2011-04`, `2011`."""
    topics: NonEmpty[ListedSlug]
    """Ids from `opinions/topics.yml`."""
    summary: Text
    """What was asked and answered, in one to three sentences, in the editors' words."""
    issues: NonEmpty[Issue]
    """The questions that the opinion was asked."""
    holdings: NonEmpty[Holding]
    """The answers of the opinion to its issues."""
    source: RecordSource
    """The document that the text was taken from, or where the opinion was found."""
    corrections: tuple[Correction, ...] = ()
    """Every change to the approved text after it was sealed."""

    @property
    def is_held(self) -> bool:
        """Always true: the record has the approved text."""
        return True


class Draft(Opinion):
    """The front matter of a draft that is open for comment, and not yet an opinion of the body."""

    approved: ApprovalDate | None = None  # type: ignore[assignment]  # a draft has no such day
    """Left out, because a draft is not approved."""
    comments_until: Day | None = None
    """The last day on which comments are taken, if the body gives one."""

    @property
    def is_draft(self) -> bool:
        """Always true."""
        return True


DETAIL_FIELDS = frozenset(
    {
        *("summary", "issues", "holdings", "source", "corrections", "waivers"),
        *("requester", "docket", "joint_bodies", "vote", "other_opinions"),
    }
)
"""The fields that a page shows only of the opinions that it is about, except the ids of holdings.

Any page may show the other fields of any opinion."""


class Elsewhere(Provenance):
    """The document that has the text, with its web address."""

    url: Url
    """The page or document on the web."""


class Catalogued(RecordFields):
    """The front matter of a catalogue record, for an opinion that is known but not in full.

    It does not say what the opinion holds.
    """

    text: Literal["elsewhere"]
    """`elsewhere`: the record only lists the opinion."""
    approved: ApprovalDate | None = None
    """The day of approval, or its month or year, if known."""
    topics: tuple[ListedSlug, ...] = ()
    """Ids from `opinions/topics.yml`."""
    source: Elsewhere
    """Where its text is, or where the opinion was found."""

    @property
    def is_held(self) -> bool:
        """Always false: the record does not have the approved text."""
        return False

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Always empty, because only the text has them."""
        return ()

    @property
    def holdings(self) -> tuple[Holding, ...]:
        """Always empty, because only the text has them."""
        return ()

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Always empty, because only the text has them."""
        return ()


Fields = TypeVar("Fields", bound=RecordFields)


class RecordModels(NamedTuple):
    """The models of the records of one body, which differ in the kinds of authority."""

    full: type[Opinion]
    elsewhere: type[Catalogued]
    draft: type[Draft]


@cache
def record_models(kinds: tuple[AuthorityKind, ...]) -> RecordModels:
    """The models of records that can cite authorities of these kinds."""
    full, elsewhere = {}, {}
    for kind in kinds:
        citations = tuple[Annotated[Citation, citation_of(kind)], ...]
        default = ... if kind.in_every_record else ()
        about = f"The authorities of this kind that its text cites: {kind.title}."
        full[kind.plural] = (citations, Field(default, description=about))
        about = f"What it is known to cite: {kind.title}."
        elsewhere[kind.plural] = (citations, Field((), description=about))
    return RecordModels(
        _with_kinds(Opinion, kinds, full),
        _with_kinds(Catalogued, kinds, elsewhere),
        _with_kinds(Draft, kinds, full),
    )


class _OpinionOfUnknownKinds(Opinion):
    model_config = ConfigDict(extra="ignore")


class _CataloguedOfUnknownKinds(Catalogued):
    model_config = ConfigDict(extra="ignore")


class _DraftOfUnknownKinds(Draft):
    model_config = ConfigDict(extra="ignore")


MODELS_FOR_UNKNOWN_KINDS = RecordModels(
    _OpinionOfUnknownKinds, _CataloguedOfUnknownKinds, _DraftOfUnknownKinds
)
"""The models of records as long as the settings of the body cannot be read.

They say nothing of fields that they do not know, because these may be for authorities."""


def _with_kinds(base: type[Fields], kinds: tuple[AuthorityKind, ...], fields: Any) -> type[Fields]:
    """A model with further fields for these kinds."""
    model: type[Fields] = create_model(
        base.__name__,
        __base__=base,
        __doc__=base.__doc__,
        __module__=base.__module__,
        __cls_kwargs__=WITHOUT_SOURCE,
        **fields,
    )
    model.kinds = kinds
    return model


def _record_with(
    base: type[RecordFields], kinds: tuple[AuthorityKind, ...], state: dict[Any, Any]
) -> RecordFields:
    """The record of these kinds with the values that `RecordFields.__reduce__` gave."""
    model = next(model for model in record_models(kinds) if issubclass(model, base))
    record = model.__new__(model)
    record.__setstate__(state)
    return record
