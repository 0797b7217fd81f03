"""The models of the rows of tables. The data page publishes their docstrings as documentation."""

from datetime import date

from corpus.model.partial_date import PartialDate
from corpus.output.exports.data_models import ExportModel


class OpinionRow(ExportModel):
    """A row of `opinions.csv`: an opinion."""

    id: str
    """The key of the opinion: `ao-2003-05`, which no spreadsheet takes for a date."""
    label: str
    """Its name on this site: `Advisory Opinion 05 (2003)`."""
    title: str
    """A short title; editorial."""
    approved: PartialDate | None
    """The date of approval; empty if it is not known."""
    text: str
    """`full` if the collection holds the approved text, otherwise `elsewhere`."""
    status: str
    """Its status, as in `opinions.json`; worked out from the records."""
    topics: tuple[str, ...]
    """The ids of its topics, with spaces between them; editorial."""
    programs: tuple[str, ...]
    """The ids of its programs, with spaces between them; editorial."""
    url: str
    """Its page, relative to the root of the site."""
    status_label: str
    """The status in words, as in `opinions.json`."""
    year: int
    """The year that belongs to the number."""
    number: int
    """The number without its letter, for sorting."""
    citation: str
    """The full citation."""
    changed_since: tuple[date, ...]
    """The known days after the approval on which a provision that it cites changed, oldest first,
    with spaces between them. What only a concurrence or dissent cites does not count."""
    withdrawn: PartialDate | None
    """The day on which it was withdrawn."""
    summary: str | None
    """The question and the answer in short; editorial."""
    paragraph_count: int
    """How many numbered paragraphs the approved text has; 0 if the collection does not hold it."""
    holding_count: int
    """How many answers it gives."""
    provision_count: int
    """How many provisions it cites."""
    cited_by_count: int
    """How many later opinions in the collection cite or change it. One whose text is not here
    counts only if its record says so."""
    requester: str | None
    """Who asked; `anonymous` if the document names nobody, empty if it is not recorded."""
    docket: str | None
    """The docket or request number."""
    joint_bodies: str
    """The other bodies that gave the opinion, with `; ` between them."""
    vote: str
    """How the members voted: `5 in favor, 1 against`."""
    printed_number: str
    """The number as this site cites it in short, with its letter: `EO 2014-30A`."""
    letter: str
    """The letter after the number: `A`; empty if there is none."""
    series: str
    """The short name of its series: `rpc`; empty if the body has only one."""
    aliases: str
    """Other printed forms of its number, such as that of a joint body, with `; ` between them."""
    undated_change_count: int
    """How many changes of the provisions that it cites came after the approval on a day that is not
    known; these are not in `changed_since`. What only a concurrence or dissent cites does not
    count."""
    withdrawal_reason: str | None
    """Why it was withdrawn, and where that is stated; empty if it was not withdrawn."""


class ParagraphRow(ExportModel):
    """A row of `paragraphs.csv`: a numbered paragraph of an approved text."""

    opinion: str
    """The key of the opinion."""
    paragraph: int
    """Its number, which is editorial; its place on the page is `#p4`."""
    text: str
    """Its words, with the list mark if it has one."""
    separate_opinion: str
    """`concurrence` or `dissent` if it belongs to one; empty if the body itself speaks."""
    opinion_status: str
    """The status of the whole opinion, as in `opinions.json`."""
    opinion_status_label: str
    """The same in words."""
    status: str
    """The status of this paragraph, with the values of `opinions.json`: that of the answers that it
    gives, which is `modified` if only some were superseded, or, if it gives none, of the opinion.
    But if later opinions changed only answers that it does not give, it is `modified_elsewhere` or,
    if its law changed, `law_changed_since` and so on, never `modified`. Of law
    that was only renumbered, recodified or reformatted, only what it or its answers rest on counts;
    other changes of the law count in all paragraphs."""
    status_label: str
    """The same in words: `Modified by AO 12 (2010)`, or `No later change recorded for this
    part; elsewhere, the opinion was modified as to ¶ 5 by AO 12 (2010)`."""


class HoldingRow(ExportModel):
    """A row of `holdings.csv`: a question and the answer of an opinion; editorial."""

    opinion: str
    """The key of the opinion."""
    holding: str
    """The id of the answer; its place on the page of the opinion is `#holding-1`."""
    question: str
    """The question."""
    answer: str
    """The answer."""
    paragraphs: tuple[int, ...]
    """The paragraphs that state it, with spaces between them."""
    authorities: str
    """The printed names of the provisions that it rests on, with `; ` between them."""
    status: str
    """Its own status, as in `opinions.json`. A change of any provision that the opinion cites
    counts, unless only a concurrence or dissent cites it; of one that was only renumbered,
    recodified or reformatted, only if the answer rests on it or its own paragraphs cite it."""
    status_label: str
    """The status in words, as in `opinions.json`."""
    opinion_status: str
    """The status of the whole opinion."""
    opinion_status_label: str
    """The same in words."""


class EdgeData(ExportModel):
    """A row of `citations.csv`: an opinion and what it cites."""

    opinion: str
    """The key of the citing opinion: `ao-2003-05`, which no spreadsheet takes for a date."""
    opinion_status: str
    """The status of the citing opinion."""
    kind: str
    """The kind of what is cited: `opinion`, `other_opinion` for one of another body, or a kind of
    authority such as `rule`."""
    cited: str
    """The authority, `3`, the key of the earlier opinion, `ao-2003-05`, or the citation of another
    body's opinion as the text prints it."""
    pinpoint: str
    """The part of the authority: `(c)`."""
    effect: str
    """What the opinion says about an earlier opinion: `follows`; `cites` for an authority."""
    holding: str
    """The holding of the earlier opinion that it is about."""
    paragraphs: str
    """The paragraphs that cite it, with spaces between them."""
    body: str
    """The name of the other body that gave the cited opinion; empty for anything else."""
    url: str
    """The address of another body's opinion on the web, if it is known."""
    separate_paragraphs: str
    """Those of `paragraphs` that are in a concurrence or dissent, where the body itself does not
    speak."""
