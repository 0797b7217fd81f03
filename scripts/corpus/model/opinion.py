"""The front matter of a record: an opinion with its issues, holdings and citations."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeVar

from pydantic import ConfigDict, Field, create_model

from corpus.model.authority import Citation, citation_meant, citation_of
from corpus.model.authority_kind import AuthorityKind
from corpus.model.opinion_id import Letter, OpinionId
from corpus.model.opinion_parts import (
    Correction,
    Holding,
    Issue,
    OtherOpinion,
    RecordSource,
    Relation,
    Vote,
    Waiver,
    Withdrawal,
)
from corpus.model.partial_date import DateAsKnown
from corpus.model.provenance import Provenance
from corpus.parsing.field_types import (
    WITHOUT_SOURCE,
    Day,
    ListedSlug,
    NonEmpty,
    OpinionNumber,
    Slug,
    StrictModel,
    Text,
    Url,
    Year,
    one_of,
)
from corpus.parsing.meaning import MeantBy


class RecordFields(StrictModel):
    """The fields of every record, besides those for the authorities that it cites.

    Each kind of authority has its own field; see `record_models`.
    """

    model_config = ConfigDict(defer_build=True)
    kinds: ClassVar[tuple[AuthorityKind, ...]] = ()
    """The kinds of authority that a record can cite."""
    not_typed: ClassVar[Mapping[str, str]] = {
        "status": "Delete the line. If the opinion is withdrawn, add `withdrawn:` with the fields "
        "`on` and `reason`."
    }

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
    """`draft` while the text is open for comment. Delete it once the body has adopted the text."""
    approved: DateAsKnown
    """The day of approval; its month or its year if no more is known: `2011-04`, `2011`."""
    approval_line: Text | None = None
    """The words of its approval line, if the line fits no pattern in the settings."""
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
    def has_text(self) -> bool:
        """Always true: the record has the approved text."""
        return True


class Draft(Opinion):
    """The front matter of a draft that is open for comment, and not yet an opinion of the body."""

    approved: DateAsKnown | None = None  # type: ignore[assignment]  # a draft has no such day
    """Left out, because a draft is not approved."""
    comments_until: Day | None = None
    """The last day on which comments are taken, if the body gives one."""

    @property
    def is_draft(self) -> bool:
        """Always true."""
        return True


DETAIL_FIELDS = frozenset(
    {
        *("approval_line", "summary", "issues", "holdings", "source", "corrections", "waivers"),
        *("requester", "docket", "joint_bodies", "vote", "other_opinions"),
    }
)
"""The fields that a page shows only of the opinions that it is about.

Any page may show the other fields of any opinion, and the ids and paragraphs of its holdings, which
the label of its status names."""


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
    approved: DateAsKnown | None = None
    """The day of approval, or its month or year, if known."""
    topics: tuple[ListedSlug, ...] = ()
    """Ids from `opinions/topics.yml`."""
    source: Elsewhere
    """Where its text is, or where the opinion was found."""

    @property
    def has_text(self) -> bool:
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
        meant = MeantBy(partial(_meant, kind))
        citations = tuple[Annotated[Citation, citation_of(kind), meant], ...]
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


def _meant(kind: AuthorityKind, words: str) -> str:
    """What to type for words that cite an authority of a kind; empty if that is not clear."""
    return str(citation_meant(kind, words) or "")


class _OpinionOfUnknownKinds(Opinion):
    model_config = ConfigDict(extra="ignore")


class _CataloguedOfUnknownKinds(Catalogued):
    model_config = ConfigDict(extra="ignore")


class _DraftOfUnknownKinds(Draft):
    model_config = ConfigDict(extra="ignore")


MODELS_FOR_UNKNOWN_KINDS = RecordModels(
    _OpinionOfUnknownKinds, _CataloguedOfUnknownKinds, _DraftOfUnknownKinds
)
"""The models of records while the settings of the body cannot be read.

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
