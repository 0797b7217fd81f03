"""The page of each opinion."""

import json
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from corpus.analysis import citing
from corpus.analysis.changing_words import changing_words, quoted_opinions
from corpus.analysis.citation_uses import citation_uses, cited_only_separately
from corpus.analysis.history import provision_history
from corpus.analysis.index import CorpusIndex, IncomingRelation
from corpus.analysis.later_opinions import not_cited
from corpus.analysis.related import RelatedOpinion, related_opinions
from corpus.analysis.status import Status, opinion_status, successors
from corpus.analysis.status_labels import label_without_caution, opinion_label
from corpus.analysis.still_holds import still_holds
from corpus.library.record import OtherOpinionUse, Record
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_parts import Relation
from corpus.model.separate_opinions import SeparateKind
from corpus.output.exports.formats import ExportFormat, opinion_formats
from corpus.output.exports.head_tags import metadata_tags, signposting_tags
from corpus.output.exports.linked_data import opinion_linked_data
from corpus.output.page import Page
from corpus.output.task import OutputFiles, OutputTask
from corpus.pages.citation_lines import CitationLine, citation_lines
from corpus.pages.common_views import (
    AuthorityRef,
    DatedCorrection,
    DatedEdition,
    Link,
    OpinionRef,
    QuestionView,
    cited_authority,
    dated_corrections,
    dated_editions,
    facts_below_title,
    opinion_ref,
    opinion_refs,
    question_views,
)
from corpus.pages.drafts import DRAFTS, comments_until
from corpus.pages.environment import render
from corpus.pages.opinion_lists import all_opinions_link
from corpus.pages.page_tasks import page_task
from corpus.pages.text_html import approved_text_html, change_marks, with_opinion_links
from corpus.pages.then_and_now import HistoryView, history_view
from corpus.text.blocks import Role
from corpus.text.separate_parts import kinds_by_paragraph

OpinionRelation = tuple[OpinionRef, Relation]
"""Another opinion, and what the later of the two does to the earlier one."""


class RelatedView(NamedTuple):
    """A related opinion, with the names of what both have in common."""

    opinion: OpinionRef
    provisions: tuple[str, ...]
    topics: tuple[str, ...]


class FullOpinionView(NamedTuple):
    """What the page shows only if the text is held."""

    questions: tuple[QuestionView, ...]
    still_holds: str
    """What later opinions did and what changed in the law; empty for a draft."""
    text: Markup
    corrections: tuple[DatedCorrection, ...]
    headings: tuple[Link, ...]
    histories: tuple[HistoryView, ...]
    """What is recorded of the law that it cites."""
    without_history: tuple[AuthorityRef, ...]
    """The cited law for which no change, wording or note is recorded."""
    is_sealed: bool
    """Whether the ledger has the hashes of the text, so that a reader can verify it."""
    has_wordings: bool
    """Whether the words of any cited provision are recorded, then or now."""
    related: tuple[RelatedView, ...]


class OpinionView(NamedTuple):
    """What the page of an opinion shows."""

    opinion: OpinionRef
    commission: str
    contact: str
    """The address at which the commission can be found; empty if it is not known."""
    print_header: str
    programs_and_topics: tuple[Link, ...]
    comments_until: str
    """The last day on which comments on a draft are taken; empty if none is known."""
    facts: tuple[str, ...]
    """Who asked and who decided, as far as it is known."""
    corrected: str
    """`as corrected March 3, 2024`; empty if nothing was corrected."""
    withdrawal_reason: Markup
    """Why it was withdrawn, with links to the opinions that the reason names."""
    changes: tuple[OpinionRelation, ...]
    """What later opinions changed in this one."""
    changing_words: tuple[str, ...]
    """For each of these changes its words, if they are to be quoted."""
    successors: tuple[OpinionRef, ...]
    """The opinions that supersede those in `changes`."""
    authorities: tuple[tuple[AuthorityRef, tuple[int, ...]], ...]
    """What it cites, each with the paragraphs that do."""
    separate: dict[int, SeparateKind]
    """The paragraphs of its concurrences and dissents."""
    law_since: tuple[tuple[AuthorityRef, tuple[DatedEdition, ...]], ...]
    """Without its text, the changes of what it is known to cite, from its own year on."""
    earlier_opinions: tuple[OpinionRelation, ...]
    other_opinions: tuple[OtherOpinionUse, ...]
    """The opinions of other bodies that it cites."""
    later_opinions: tuple[OpinionRelation, ...]
    not_cited: str
    """What to say if there are none."""
    citations: tuple[CitationLine, ...]
    paragraph_statuses: str
    """As JSON, what follows the citation of each paragraph whose answer has its own status."""
    status_in_citation: str
    """What follows the citation of every other paragraph."""
    formats: tuple[ExportFormat, ...]
    previous: OpinionRef | None
    next: OpinionRef | None
    full: FullOpinionView | None
    """None if the text is not held."""


def opinion_task(record: Record, index: CorpusIndex) -> OutputTask:
    """The page of one opinion, even if its text is not held."""
    shown = (record, *quoted_opinions(record, index))
    return OutputTask(record.id.url, shown, partial(_opinion, record, index))


def opinion_head(record: Record, index: CorpusIndex) -> str:
    """The metadata, the links to the files and the search filters of an opinion."""
    head = render(
        "head.html",
        index.commission.words,
        tags=(*metadata_tags(record, index), *signposting_tags(record, index)),
        linked_data=opinion_linked_data(record, index),
    )
    return head.rstrip("\n")


def opinion_view(record: Record, index: CorpusIndex, root: str) -> OpinionView:
    """The view of an opinion on a page from which `root` leads to the site's root."""
    opinion = record.opinion
    changes = opinion_status(record, index).changes
    changed_by = {change.record.id for change in changes}
    later = (other for other in successors(record, index) if other.id not in changed_by)
    previous, following = index.neighbors(record)
    withdrawn = opinion.withdrawn
    notes = citing.paragraph_status_notes(record, index)
    return OpinionView(
        opinion=opinion_ref(record, index),
        commission=index.commission.short_name,
        contact=index.commission.source.url or "",
        print_header=citing.citation_header(record, index),
        programs_and_topics=_programs_and_topics(record, index),
        comments_until=comments_until(record, index),
        facts=facts_below_title(record, index),
        corrected=citing.correction_note(record, index.names),
        withdrawal_reason=with_opinion_links(withdrawn.reason if withdrawn else "", index, root),
        changes=_relations(changes, index),
        changing_words=tuple(map(changing_words, changes)),
        successors=opinion_refs(later, index),
        authorities=tuple(
            (cited_authority(use, index), use.paragraphs) for use in citation_uses(record)
        ),
        separate=kinds_by_paragraph(record.separate_parts),
        law_since=() if opinion.has_text else tuple(_law_since(record, index)),
        earlier_opinions=tuple(
            (opinion_ref(index.by_id[relation.cites], index), relation)
            for relation in opinion.opinions
        ),
        other_opinions=record.other_opinion_uses,
        later_opinions=_relations(index.incoming_relations.get(record.id, ()), index),
        not_cited=not_cited(record, index),
        citations=tuple(citation_lines(record, index)),
        paragraph_statuses=json.dumps(notes, ensure_ascii=False) if notes else "",
        status_in_citation=f" ({note})" if (note := citing.citation_note(record, index)) else "",
        formats=opinion_formats(record),
        previous=opinion_ref(previous, index) if previous else None,
        next=opinion_ref(following, index) if following else None,
        full=_full(record, opinion, index, root) if isinstance(opinion, Opinion) else None,
    )


def _law_since(
    record: Record, index: CorpusIndex
) -> Iterator[tuple[AuthorityRef, tuple[DatedEdition, ...]]]:
    when = record.approved_or_year
    if when is None:
        return
    for use in citation_uses(record):
        history = provision_history(use.citation, when, index.references)
        if editions := (*history.undecided, *history.changes):
            dated = dated_editions(editions, use.citation.kind, index.names)
            yield cited_authority(use, index), dated


def _opinion(record: Record, index: CorpusIndex) -> OutputFiles:
    page = Page(
        f"{record.id.url}index.md",
        _title(record, index),
        _description(record, index),
        head=opinion_head(record, index),
        script="opinion.js",
    )
    template = "opinion.html" if record.opinion.has_text else "catalogued.html"
    view = partial(opinion_view, record, index, page.root)
    breadcrumb = (DRAFTS,) if record.opinion.is_draft else _lists_with(record, index)
    return page_task(page, template, view, index, [record], breadcrumb).make()


def _lists_with(record: Record, index: CorpusIndex) -> tuple[Link, Link]:
    """The list of all opinions, and the list of the opinion's year."""
    above = all_opinions_link(index)
    return above, Link(str(record.year), f"{above.url}{record.year}/")


def _title(record: Record, index: CorpusIndex) -> str:
    """The title in the browser. What later opinions did, if anything, comes first."""
    title = citing.name_with_title(record, index)
    status = opinion_status(record, index)
    if status.status is Status.CURRENT:
        return title
    by_opinions = label_without_caution(status, index.names).by_opinions
    return f"{by_opinions}: {title}"


def _description(record: Record, index: CorpusIndex) -> str:
    """The status and the summary of an opinion."""
    status = opinion_label(record, index)
    if isinstance(record.opinion, Catalogued):
        return f"{status}. {index.names.short(record.id)}: {record.opinion.title}."
    return f"{status}. {record.opinion.summary}"


def _full(record: Record, opinion: Opinion, index: CorpusIndex, root: str) -> FullOpinionView:
    cited = () if opinion.is_draft else opinion.cited
    separate = cited_only_separately(record)
    histories = tuple(
        history_view(citation, opinion, index, is_separate=citation in separate)
        for citation in cited
    )
    return FullOpinionView(
        questions=question_views([record], index),
        still_holds="" if opinion.is_draft else still_holds(record, index),
        text=approved_text_html(
            record, index.references, root, changes=change_marks(record, index)
        ),
        corrections=dated_corrections(opinion, index.names),
        headings=tuple(
            Link(block.words, f"#{block.anchor}")
            for block in record.text.blocks
            if block.role is Role.HEADING
        ),
        histories=tuple(view for view in histories if view.is_recorded),
        without_history=tuple(view.authority for view in histories if not view.is_recorded),
        is_sealed=record.id in index.sealed_texts,
        has_wordings=any(view.then.wording or view.now.wording for view in histories),
        related=tuple(_related(related, index) for related in related_opinions(record, index)),
    )


def _programs_and_topics(record: Record, index: CorpusIndex) -> tuple[Link, ...]:
    programs = index.references.programs
    topics = index.references.topics
    return (
        *(Link(programs[key].title, f"programs/{key}/") for key in record.opinion.programs),
        *(Link(topics[key].title, f"topics/{key}/") for key in record.opinion.topics),
    )


def _relations(
    incoming: Iterable[IncomingRelation], index: CorpusIndex
) -> tuple[OpinionRelation, ...]:
    return tuple((opinion_ref(later.record, index), later.relation) for later in incoming)


def _related(related: RelatedOpinion, index: CorpusIndex) -> RelatedView:
    citations = (index.names.provision(citation) for citation in related.citations)
    topics = (index.references.topics[topic].title for topic in related.topics)
    return RelatedView(opinion_ref(related.record, index), tuple(citations), tuple(topics))
