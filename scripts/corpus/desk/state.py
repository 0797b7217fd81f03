"""The values that the script of a record's page needs to draw the page."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from corpus.citations.found_citation import CitationTarget, FoundCitation
from corpus.desk.collection import Collection, Edited
from corpus.desk.in_progress.work import Work
from corpus.desk.own_words import in_own_words
from corpus.desk.plain_words import waived_in_words
from corpus.desk.problems import Problem, problems
from corpus.desk.text.heading_line import REASON, is_said_to_be_heading, may_be_heading_line
from corpus.desk.text.left_out import lines_left_out
from corpus.library.corpus import Corpus
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.pages.text_html import approved_text_html
from corpus.text.approval_day import days_given, line_with_day
from corpus.text.asked_questions import questions_in, reported_questions_in
from corpus.text.blocks import Role

_HEAD = 3
"""One of this many lines at the head of a text may give its number."""

_SAID_OF_NUMBER = "You said that this line gives the number and the year."

_QUOTED = re.compile("“(.+)”")
_MARKED = re.compile("`(.+?)`")


def state(work: Work, collection: Collection) -> dict[str, Any]:
    """Everything that changes on the page when the record changes."""
    edited = collection.edited(work)
    record = edited.shown
    references = collection.references
    open_problems = list(problems(work, edited, collection))
    is_as_handed_over = collection.is_as_handed_over(work)
    return {
        "key": work.key,
        "keysBefore": work.keys_before,
        "revision": work.revision,
        "numbers": _numbers(record, references),
        "name": name_of(edited.record, references),
        "isSaved": work.is_saved,
        "isRecord": bool(work.record),
        "isTouched": len(work.past) + len(work.future) > 1 or work.can_take_back,
        "isSealed": _is_sealed(edited),
        "isPrepared": is_as_handed_over and bool(work.handed_over_as) and not work.is_sent,
        "handedOver": handed_over(work, references) if is_as_handed_over else "",
        "isChangedElsewhere": collection.is_changed_elsewhere(work),
        "canUndo": work.can_undo,
        "canTakeBack": work.can_take_back and work.is_saved,
        "canRedo": bool(work.future),
        "fields": edited.record_file.parsed_file.raw.fields,
        "waived": list(_waived(edited, references)),
        "problems": [problem.as_sent for problem in open_problems],
        "toDo": sum(problem.is_error for problem in open_problems),
        "text": approved_text_html(record, references, "") if record else "",
        "blocks": list(_blocks(record, references)) if record else [],
        "lists": {kind.id: kind.plural for kind in references.commission.kinds},
        "names": _names_of_listed(record, references) if record else {},
        "citations": list(_citations(edited, references)),
        "unheld": list(_unheld(record, references)) if record else [],
        "toCompare": list(_to_compare(work, edited, open_problems)),
        "moreQuestions": [] if _is_sealed(edited) else list(_more_questions(edited)),
        "leftOut": [line.words for line in lines_left_out(work, collection)],
    }


def _numbers(record: Record | None, references: References) -> dict[str, bool]:
    """What the numbers of its series have, besides digits."""
    series_id = record.readable("series", "") if record else ""
    series = next((s for s in references.commission.all_series if s.id == series_id), None)
    return {
        "year": series is None or series.has_year,
        "letter": series is not None and series.has_letters,
    }


def name_of(record: Record | None, references: References) -> str:
    """What the opinion is called: `Opinion 05 (2003)`."""
    if record is None or not record.has_id:
        return "An opinion without a number"
    return references.names.long(record.id)


def handed_over(work: Work, references: References) -> str:
    """`sent for review on May 6, 2026`; empty if it was not handed over."""
    if not work.handed_over:
        return ""
    how = "prepared for review" if work.handed_over_as else "downloaded"
    if work.is_sent:
        how = "sent for review"
    return f"{how} on {references.names.day(date.fromisoformat(work.handed_over))}"


def _waived(edited: Edited, references: References) -> Iterator[str]:
    """What each entry under “Right as it is” is about, in plain words, and its reason."""
    fields = edited.record_file.parsed_file.raw.fields
    waivers = fields.get("waivers") if isinstance(fields, dict) else None
    for waiver in waivers if isinstance(waivers, list) else ():
        values = waiver if isinstance(waiver, dict) else {}
        words = waived_in_words(f"{values.get('code')}", f"{values.get('about')}")
        reason = str(values.get("reason"))
        said = _SAID_OF_NUMBER if reason == REASON else f"Your reason: {reason}"
        yield f"{in_own_words(words, references)} {said}"


def _to_compare(work: Work, edited: Edited, shown: Iterable[Problem]) -> Iterator[str]:
    """What a person must compare, without the lines that problems quote or a person confirmed."""
    quoted = {line for problem in shown for line in _QUOTED.findall(problem.message)}
    if record := edited.shown:
        quoted |= {line for waiver in record.waivers for line in _MARKED.findall(waiver.about)}
        quoted.add(record.text.named_line)
    for sentence in work.to_compare:
        if not quoted.intersection(_MARKED.findall(sentence)):
            yield sentence


def _is_sealed(edited: Edited) -> bool:
    return edited.corpus.has_seal(edited.record)


def _citations(edited: Edited, references: References) -> Iterator[dict[str, Any]]:
    """Each citation of the text, with the places where it stands."""
    record = edited.shown
    if record is None:
        return
    positions = {block.start: position for position, block in enumerate(record.text.blocks)}
    cited: dict[CitationTarget, dict[str, Any]] = {}
    for block, citation in record.text_citations:
        if _names_itself(record, positions[block.start], citation):
            continue
        entry = cited.setdefault(citation.target, _cited(citation, edited, references))
        if block.number and block.number not in entry["at"]:
            entry["at"].append(block.number)
        entry["places"].append([positions[block.start], citation.start, citation.end])
    yield from cited.values()


def _names_itself(record: Record, position: int, citation: FoundCitation) -> bool:
    """Whether an opinion is named in a line at the head of a text that has no number yet."""
    is_line = not record.text.blocks[position].words.endswith((".", "?", ":"))
    is_at_head = position < _HEAD and is_line and not record.has_id
    return is_at_head and isinstance(citation.target, OpinionId)


def _more_questions(edited: Edited) -> Iterator[dict[str, Any]]:
    """Each paragraph that asks more questions than the fields take from it, and those they lack."""
    record = edited.record
    fields = edited.raw.fields
    issues = fields.get("issues") if isinstance(fields, dict) else None
    asked = [issue for issue in issues or () if isinstance(issue, dict)]
    taken = {str(issue.get("question")) for issue in asked}
    listed_at = [at for issue in asked if isinstance(at := issue.get("at"), list)]
    numbers = [str(number) for at in listed_at for number in at]
    for number, block in record.text.paragraphs.items() if record else ():
        direct = questions_in(block.words)
        reported = reported_questions_in(block.words)
        count = len(direct) + len(reported)
        listed = numbers.count(str(number))
        if count > (listed if reported else max(1, listed)):
            lacking = [question for question in (*direct, *reported) if question not in taken]
            yield {"number": number, "count": count, "questions": lacking}


def _blocks(record: Record, references: References) -> Iterator[dict[str, Any]]:
    """The words of each block of the text as they are typed in the file, and what it is."""
    commission = references.commission
    line = line_with_day(record.text, commission)
    named = record.text.named_approvals
    for position, block in enumerate(record.text.blocks):
        yield {
            "words": block.markdown,
            "isHeading": block.role is Role.HEADING,
            "isApproval": block.role is Role.APPROVAL,
            "givesDay": block == line and (block in named or bool(days_given(block, commission))),
            "isNumber": commission.heading_in(block.words) is not None
            or is_said_to_be_heading(block.words, record),
            "mayBeApproval": position > 0 and not block.mark,
            "mayBeNumber": may_be_heading_line(record, position, commission),
        }


def _names_of_listed(record: Record, references: References) -> dict[str, str]:
    """What each citation that the fields list is called."""
    names = references.names
    cited = record.readable_authorities
    named = {f"{citation.kind} {citation}": names.provision(citation) for citation in cited}
    for relation in record.readable("opinions", ()):
        named[f"opinion {relation.cites}"] = names.long(relation.cites)
    return named


def _unheld(record: Record, references: References) -> Iterator[dict[str, Any]]:
    """Each authority of the text that the collection does not have."""
    names = references.names
    cited = (citation.target for _, citation in record.text_citations)
    authorities = dict.fromkeys(c.without_pinpoint for c in cited if isinstance(c, Citation))
    for authority in authorities:
        if not references.has_file(authority):
            name = names.provision(authority)
            kind = authority.kind.id
            sources = list(_usual_source(authority, references))
            yield {"kind": kind, "id": authority.authority, "name": name, "sources": sources}


def _usual_source(cited: Citation, references: References) -> Iterator[dict[str, str]]:
    """The document that most often is the source of authorities of its kind, if there is any."""
    known = Counter(
        (authority.source.title or "", authority.source.url or "")
        for (kind, _), authority in references.authorities.items()
        if kind == cited.kind
    )
    for (title, url), _ in known.most_common(1):
        if title or url:
            yield {"title": title, "url": url}


def _cited(citation: FoundCitation, edited: Edited, references: References) -> dict[str, Any]:
    """What a text cites; of an earlier opinion also its answers, which may be meant alone."""
    target = citation.target
    names = references.names
    is_opinion = isinstance(target, OpinionId)
    return {
        "kind": citation.kind,
        "id": str(target),
        "name": names.of(target),
        "title": _title_of(target, references),
        "answers": list(_answers(target, edited.corpus)) if is_opinion else [],
        "at": [],
        "places": [],
    }


def _title_of(target: CitationTarget, references: References) -> str:
    """The title of an authority that is cited, if the collection has it."""
    if isinstance(target, OpinionId):
        return ""
    authority = references.authorities.get((target.kind, target.authority))
    return (authority.title if authority else "") or ""


def _answers(opinion: CitationTarget, corpus: Corpus) -> Iterator[dict[str, str]]:
    """The answers of an opinion of the collection."""
    for record in corpus.records:
        if record.has_id and record.id == opinion:
            for holding in record.readable("holdings", ()):
                yield {"id": holding.id, "text": holding.text}
