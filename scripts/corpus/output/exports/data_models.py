"""The models of the data files. The data page publishes their docstrings as documentation."""

from pydantic import BaseModel, ConfigDict

from corpus.model.opinion_parts import Correction, Issue, Vote
from corpus.model.provenance import Provenance


class ExportModel(BaseModel):
    """A frozen model whose fields are described by docstrings."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class ChangeData(ExportModel):
    """What a later opinion says about an earlier one."""

    opinion: str
    """The other opinion by the end of its address: `2003/05`."""
    effect: str
    """`cites`, `follows`, `reaffirms`, `distinguishes`, `modifies` or `supersedes`."""
    holding: str | None
    """The id of the holding it is about; absent if it is about the whole opinion."""
    at: tuple[int, ...]
    """The paragraphs of the later opinion that say so."""


class LaterOpinionData(ChangeData):
    """What a later opinion says about this one."""

    withdrawn: str | None
    """The day on which the later opinion was withdrawn."""
    words: str | None
    """The first paragraph of `at`, word for word, if it modifies this opinion and was not
    withdrawn; ` …` ends it if it is long."""


class HoldingData(ExportModel):
    """An answer of the opinion; editorial."""

    id: str
    """Its id within the opinion; its place on the page is `#holding-1`."""
    answers: str
    """The id of the issue that it answers."""
    text: str
    """The answer."""
    at: tuple[int, ...]
    """The paragraphs that state it."""
    cites: tuple[str, ...]
    """The authorities that it rests on."""
    status: str
    """Its status, with the same values as that of an opinion."""
    status_label: str
    """The status in words: `Modified by AO 5 (2003), since withdrawn`."""
    mark: str | None
    """What pages say of it beside the status of its opinion: `This answer: superseded by AO 5
    (2003)`, and what changed in its law. It is absent if later opinions did the same to all
    answers."""
    law_beside: tuple[str, ...] | None = None
    """The provisions cited by the opinion that have changed since but are not in `status_label`,
    because only their number or their form changed and this answer does not rest on them. It is
    absent if there are none."""


class CitationData(ExportModel):
    """An authority that the opinion cites."""

    kind: str
    """The kind of authority: `rule`."""
    id: str
    """The authority: `3`."""
    pinpoint: str
    """The part of it: `(c)`; empty if the opinion cites the whole authority."""
    label: str
    """Its name on this site: `Rule 3(c)`."""
    url: str
    """Its page, relative to the root of the site."""
    paragraphs: tuple[int, ...]
    """The paragraphs that cite it."""
    changed_since: tuple[str, ...]
    """The known days after the approval on which it changed."""
    undated_change_count: int
    """How many of its changes after the approval came on a day that is not known; these are not in
    `changed_since`."""
    change_label: str
    """What happened to it since, in words: `amended in 2021`; `reworded since` if the day is not
    known; empty if no change is recorded."""


class OtherOpinionData(ExportModel):
    """An opinion of another body that the opinion cites."""

    body: str
    """The name of the other body."""
    citation: str
    """The citation as the text prints it."""
    url: str | None
    """Its address on the web; absent if it is not known."""
    paragraphs: tuple[int, ...]
    """The paragraphs that cite it."""


class ParagraphData(ExportModel):
    """A numbered paragraph of the approved text; the number is editorial."""

    number: int
    """Its number; its place on the page is `#p4`."""
    text: str
    """Its words, with the list mark if it has one."""
    sha256: str
    """The SHA-256 of its words and a line feed, in UTF-8."""


class SeparateOpinionData(ExportModel):
    """A part of the approved text in which members speak for themselves."""

    kind: str
    """`concurrence` or `dissent`."""
    by: str
    """The member, as the heading has it; empty if it names none."""
    paragraphs: tuple[int, ...]
    """The paragraphs that belong to it."""


class OpinionData(ExportModel):
    """An opinion with everything that follows from the collection."""

    id: str
    """The end of its address: `2003/05`."""
    number: int
    """The number."""
    letter: str | None = None
    """The letter after the number; absent if there is none."""
    series: str | None = None
    """The short name of its series; absent if the body has only one."""
    year: int | None = None
    """The year of the number or, without one, of the approval; absent in a draft without both."""
    label: str
    """Its name on this site: `Advisory Opinion 05 (2003)`."""
    title: str
    """A short title; editorial."""
    url: str
    """Its page, relative to the root of the site."""
    text: str
    """`full` if the collection holds the approved text, otherwise `elsewhere`."""
    approved: str | None
    """The date of approval; absent if it is not known."""
    other_dates: tuple[str, ...] | None = None
    """The other dates in its approval lines, such as those of revisions; absent if there are none.
    """
    status: str
    """`later_opinions_not_checked` (the collection is not declared complete, and what it has
    changes nothing, so nobody can tell from it whether the opinion stands), `law_changed_since` (no
    later opinion here changed it, but a provision that it cites was changed since),
    `law_renumbered_since` (the same, but such provisions were only renumbered, recodified or
    reformatted), `law_may_have_changed_since` (no later opinion here changed it; a provision that
    it cites was changed, but nobody can tell whether before or after the opinion, or a change was
    only adopted, and nobody can tell whether it took effect), `modified`,
    `superseded`, `withdrawn` or `text_not_held`; `draft` in the files of a draft for comment, which
    is in no file of the collection. Once the collection is declared complete, `current` takes the
    place of `later_opinions_not_checked`, or `no_later_change_recorded` as long as the texts of
    later opinions are not all here. A provision that only a concurrence or
    dissent cites does not count."""
    status_label: str
    """The status in words. It contains `later history not checked` or `later history not fully
    checked` if the collection is not declared complete and the opinion may still stand. Of a
    superseded or withdrawn opinion it does not name the changes of the law; those of a superseded
    one are in `changed_since`."""
    changes: tuple[LaterOpinionData, ...]
    """What later opinions changed in it, oldest first."""
    cited_by: tuple[LaterOpinionData, ...]
    """Everything that later opinions say about it, oldest first."""
    withdrawn: str | None
    """The day on which it was withdrawn."""
    comments_until: str | None
    """The last day on which comments on a draft are taken."""
    topics: tuple[str, ...]
    """The ids of its topics; editorial."""
    programs: tuple[str, ...]
    """The ids of its programs; editorial."""
    summary: str | None
    """The question and the answer in short; editorial."""
    issues: tuple[Issue, ...]
    """The questions; `at` lists the paragraphs that raise each. Editorial."""
    holdings: tuple[HoldingData, ...]
    """The answers; editorial."""
    cites: tuple[CitationData, ...]
    """The authorities that it cites."""
    opinions: tuple[ChangeData, ...]
    """The earlier opinions that it cites, and what it says about them."""
    other_opinions: tuple[OtherOpinionData, ...]
    """The opinions of other bodies that it cites. They never change a status."""
    aliases: tuple[str, ...]
    """Other printed forms of its number."""
    requester: str | None
    """Who asked; `anonymous` if the document names nobody, absent if it is not recorded."""
    docket: str | None
    """The docket or request number."""
    joint_bodies: tuple[str, ...]
    """The other bodies that gave the opinion together with this one."""
    vote: Vote | None
    """How the members voted, as far as the document says."""
    source: Provenance
    """The document from which the text was taken, or in which the opinion was seen. Its `file`
    is a path in the repository of the collection; this site does not publish that file."""
    paragraphs: tuple[ParagraphData, ...]
    """The approved text; empty if the collection does not hold it."""
    separate_opinions: tuple[SeparateOpinionData, ...]
    """The concurrences and dissents in it."""
    sha256: str | None
    """The SHA-256 of the approved text: each heading and paragraph on a line that ends with a
    line feed, in UTF-8."""
    corrections: tuple[Correction, ...]
    """The changes to the approved text after it was sealed, in the order of the record."""
    citation: str
    """The full citation."""
    withdrawal_reason: str | None = None
    """Why it was withdrawn, and where that is stated; absent if it was not withdrawn."""
