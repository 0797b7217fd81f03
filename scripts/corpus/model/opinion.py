"""The fields of a record, which are the lines between its two `---`.

There are three kinds of record, and what they share is in `RecordFields`:

    Opinion     a full record: the opinion with its text, its questions and its answers
    Draft       a full record of a text that is still open for comment
    Catalogued  a record that only lists an opinion, because its text is not here

The fields for the authorities that an opinion cites, such as `statutes`, are not in this module:
each body names its own kinds. `record_models` adds them.

The text below the name of a field describes it for clerks. The order of the fields is that of the
page of fields.
"""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import ConfigDict

from corpus.model.authority import Citation
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


class RecordFields(StrictModel):
    """The fields that every record has."""

    model_config = ConfigDict(defer_build=True)
    kinds: ClassVar[tuple[AuthorityKind, ...]] = ()
    """The kinds of authority that the record can cite, each in a field of its own."""
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
    """The date of approval; its month or its year if no more is known: `2011-04`, `2011`."""
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
    """The date of approval, or its month or year, if known."""
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


DETAIL_FIELDS = frozenset(
    {
        *("approval_line", "summary", "issues", "holdings", "source", "corrections", "waivers"),
        *("requester", "docket", "joint_bodies", "vote", "other_opinions"),
    }
)
"""The fields that a page shows only of the opinions that it is about.

Any page may show the other fields of any opinion, and the ids and paragraphs of its holdings, which
the label of its status names."""
