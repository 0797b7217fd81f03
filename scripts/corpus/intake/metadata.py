"""What a text says about its opinion, such as number, day and questions, and what to decide."""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain

from corpus.citations.cited_bodies import other_opinions_in, without_overlap
from corpus.citations.finder import CitationFinder
from corpus.citations.names import Names
from corpus.intake.opening_number import opening_number
from corpus.intake.quoted_words import code_span
from corpus.library.record_template import DocumentMetadata, next_opinion
from corpus.model.approval_words import (
    denies_approval,
    has_several_dates,
    proposed_day,
    reads_like_approval,
)
from corpus.model.authority import Citation
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import OtherOpinion
from corpus.model.partial_date import PartialDate
from corpus.text.approval_day import line_with_day, lines_like_approval, written_day
from corpus.text.approved_text import ApprovedText
from corpus.text.asked_questions import questions_in
from corpus.text.blocks import Block, Role

_FIRST_LINES = 3
"""How many lines at the beginning of a text can name its series."""
_DRAFT = re.compile(
    r"\W*(?:(?:proposed|discussion|preliminary|tentative|exposure|comment|working|public)\s+)*"
    r"draft(?:\s+(?:only|version|opinion|advisory|for|as|of|not)\b.{0,60}|\W+[0-9].{0,30})?\W*",
    re.IGNORECASE,
)
"""`DRAFT`, `Proposed draft opinion`, `Draft for comment until May 1, 2024`."""

_IS_A_DRAFT = (
    "The document says {line}, so the record has `stage: draft` in place of `approved`. If the "
    "text has been adopted since, delete `stage`, and type the day at `approved`."
)


def find_metadata(
    text: ApprovedText, commission: Commission, finder: CitationFinder
) -> DocumentMetadata:
    """What the text of an opinion says about it."""
    number = opening_number(text, commission, finder)
    printed = number.printed if number else None
    approved = _approved(text, commission)
    opinion_id = printed.opinion(approved.year if approved else None) if printed else None
    citations: dict[Citation, None] = {}
    opinions: dict[OpinionId, dict[int, None]] = {}
    others: dict[OtherOpinion, None] = {}
    for block in text.blocks:
        of_others = other_opinions_in(block.words, tuple(others), commission.cited_bodies)
        others |= dict.fromkeys(citation.opinion for citation in of_others)
        found_here = without_overlap(finder.find(block.words), of_others)
        for cited in (match.target for match in found_here):
            if isinstance(cited, Citation):
                citations[cited] = None
            elif cited != opinion_id and block.number:
                opinions.setdefault(cited, {})[block.number] = None
    return DocumentMetadata(
        id=opinion_id,
        approved=approved,
        headings=tuple(block.words for block in text.blocks[1:] if block.role is Role.HEADING),
        questions=_questions(text),
        citations=tuple(citations),
        opinions=tuple((cited, tuple(numbers)) for cited, numbers in opinions.items()),
        other_opinions=tuple(others),
        printed=printed,
        unread_approval="" if approved else _unread_approval(text, commission),
        number_line=number.line if number else "",
        more_questions=_with_more_questions(text),
        unnamed_approval=proposed_approval(text, commission),
    )


def draft_line(lines: Iterable[str]) -> str:
    """The first line that says that the text is a draft for comment; empty if none does."""
    return next((line for line in lines if _DRAFT.fullmatch(line)), "")


def proposed_opinion(
    text: ApprovedText,
    metadata: DocumentMetadata,
    year: int,
    known: Collection[OpinionId],
    commission: Commission,
) -> OpinionId:
    """The opinion of a text whose heading lacks the number or the year; an editor must check it.

    It is the next one of the series that the first lines name, or of the first series.
    """
    if metadata.printed and (opinion := metadata.printed.opinion(year)):
        return opinion
    above = [block.words for block in text.blocks[:_FIRST_LINES]]
    named = next(filter(None, map(commission.series_named_in, above)), None)
    return next_opinion(known, year, named or commission.all_series[0])


def proposed_approval(text: ApprovedText, commission: Commission) -> Block | None:
    """The line that reads like an approval line with one day, if no line is one."""
    if line_with_day(text, commission):
        return None
    lines = (*text.approvals, *lines_like_approval(text, commission))
    return next((line for line in lines if proposed_day(line.words, commission)), None)


def _unread_approval(text: ApprovedText, commission: Commission) -> str:
    """The line that reads like the approval line, if no line gives a day that can be read."""
    in_place = (line.words for line in text.approvals if re.search("[0-9]", line.words))
    others = (line.words for line in lines_like_approval(text, commission))
    like = (line for line in others if reads_like_approval(line, commission))
    return next(chain(in_place, like), "")


def _approved(text: ApprovedText, commission: Commission) -> PartialDate | None:
    if line := proposed_approval(text, commission):
        return proposed_day(line.words, commission)
    found = line_with_day(text, commission)
    return commission.date_in(written_day(found, commission)) if found else None


def decisions(
    metadata: DocumentMetadata, opinion: OpinionId, names: Names, today: date
) -> Iterator[str]:
    """Yield a sentence for each field to check or to write, in the order of the record."""
    yield _decision_on_number(metadata, opinion, names)
    if opinion.year and not (metadata.id or metadata.approved):
        yield "No line gives the year, so `year` is empty. Type it as the document gives it."
    yield from _doubts_about_year(metadata, today)
    if metadata.draft_line:
        yield _IS_A_DRAFT.format(line=code_span(metadata.draft_line))
    else:
        yield _decision_on_approval(metadata, names)
    if metadata.headings:
        headings = ", ".join(map(code_span, metadata.headings))
        yield f"These lines became headings: {headings}. Check that each is a heading."
    yield "Write `title`, `summary` and `topics` in your own words."
    yield (
        "At `source`, `title` is the name of the file, or what was said of where it comes from. "
        "Type the name of the document instead."
    )
    if metadata.questions:
        yield "Rewrite each question at `issues` so that it makes sense on its own."
    else:
        yield "No question was found. Write at `issues` what the opinion answers."
    for number, count in metadata.more_questions:
        yield (
            f"Paragraph {number} asks {count} questions, and the draft has at most one of them. "
            "If more than one is answered, add an entry for each at `issues` and `holdings`."
        )
    yield "Write the answers at `holdings`, each with its paragraphs and what it rests on."
    yield from _decisions_on_citations(metadata)


def _decisions_on_citations(metadata: DocumentMetadata) -> Iterator[str]:
    authorities = [citation.printed for citation in metadata.citations]
    opinions = [f"opinion {cited}" for cited, _ in metadata.opinions]
    others = [code_span(other.citation) for other in metadata.other_opinions]
    if cited := ", ".join([*authorities, *opinions, *others]):
        yield f"Citations found: {cited}. Look for others in the text."
    else:
        yield "No citations were found. Look for them in the text."
    if opinions:
        yield (
            "For each cited opinion, the draft says `effect: cites`. "
            "Type another word if this opinion changes it."
        )


def _decision_on_number(metadata: DocumentMetadata, opinion: OpinionId, names: Names) -> str:
    printed = names.long(opinion)
    fields = "`number`, `year` and `series`" if opinion.series else "`number` and `year`"
    if metadata.number_line:
        line = code_span(metadata.number_line)
        return (
            f"The line {line} was read as {printed}, though no form in the settings fits it. "
            f"Compare {fields} with the document, and make this line the first of the text."
        )
    if metadata.id:
        return f"The heading was read as {printed}. Compare `number` and `year` with the document."
    if metadata.printed:
        return (
            f"The heading gives no year, and no line gives the day, so the draft is {printed}. "
            f"If that is wrong, correct {fields} and rename the file."
        )
    return (
        f"No heading gives a number, so `number` is empty, and the file is named as if it were "
        f"{printed}. Type the number that the document gives, and rename the file."
    )


def _doubts_about_year(metadata: DocumentMetadata, today: date) -> Iterator[str]:
    year = metadata.id.year if metadata.id else 0
    if year > today.year:
        yield f"The heading gives the year {year}, which is in the future. Look it up."
    if year and metadata.approved and metadata.approved.year != year:
        yield (
            f"The number was read as one of {year}, but the approval line says "
            f"{metadata.approved.year}. Compare the number, the year and the day."
        )


def _decision_on_approval(metadata: DocumentMetadata, names: Names) -> str:
    if metadata.approved:
        written = names.partial_date(metadata.approved)
        if metadata.unnamed_approval:
            return _name_the_line(metadata.unnamed_approval, written)
        return f"The approval line says {written}. Compare `approved` with the document."
    line = code_span(metadata.unread_approval)
    if not metadata.unread_approval:
        return "No approval line was found. Type the date of approval at `approved`."
    if denies_approval(metadata.unread_approval):
        return (
            f"This line says that something was not approved: {line}. Type a day at `approved` "
            "only if the document gives the day on which the opinion was approved."
        )
    if has_several_dates(metadata.unread_approval):
        return (
            f"This line reads like the approval line, but it gives more than one date: {line}. "
            "Type the date of approval at `approved`, and compare the line with the document."
        )
    return (
        f"This line reads like the approval line, but its day cannot be read: {line}. "
        "Type the day at `approved`, and compare the line with the document."
    )


def _name_the_line(line: Block, day: str) -> str:
    field = f"approval_line: {json.dumps(line.words, ensure_ascii=False)}"
    is_paragraph = line.number is not None
    so_far = f", so it counts as paragraph {line.number}" if is_paragraph else ""
    then = (
        " The number of each paragraph below the line is then one less, here and in `at`."
        if is_paragraph
        else ""
    )
    return (
        f"A line gives {day} as the date of approval, but its form is not known{so_far}: "
        f"{code_span(line.words)}. If the document has it so, type {code_span(field)} below "
        f"`approved`. Do that first: after the seal, nobody can.{then}"
    )


def _with_more_questions(text: ApprovedText) -> tuple[tuple[int, int], ...]:
    """Each paragraph that asks several questions, with their count."""
    counts = ((number, len(questions_in(b.words))) for number, b in text.paragraphs.items())
    return tuple((number, count) for number, count in counts if count > 1)


def _questions(text: ApprovedText) -> tuple[tuple[str, int], ...]:
    """The first question of each list item, or of each paragraph if no item asks one."""
    questions = [
        (block, asked[0])
        for block in text.paragraphs.values()
        if (asked := questions_in(block.words))
    ]
    in_items = [(block, question) for block, question in questions if block.mark]
    return tuple(
        (question, block.number) for block, question in in_items or questions if block.number
    )
