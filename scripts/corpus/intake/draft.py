"""The draft of a record, and all that a person must know and decide of it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.citations.names import Names
from corpus.intake.document import code
from corpus.intake.markdown import body
from corpus.intake.metadata import Told, told
from corpus.intake.reader import read_paper
from corpus.intake.word_diff import differences
from corpus.library.record_template import (
    ExtractedContent,
    NewRecord,
    next_number,
    prefilled_record,
)
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId
from corpus.text.approved_text import parse_approved_text


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of a document."""

    id: OpinionId
    text: str
    """The whole record."""
    decisions: tuple[str, ...]
    differences: tuple[str, ...]
    """Every place where the draft has other words than the document."""


def drafted(
    document: Path, opinion_ids: Collection[OpinionId], commission: Commission, today: date
) -> Drafted:
    """The draft made of a document; raises `RefusedError`."""
    paper = read_paper(document, commission)
    text = body(paper.passages)
    found = told(text, commission)
    opinion = found.id or _next(found, opinion_ids, commission, today)
    proposed = ExtractedContent(
        text.rstrip("\n"),
        found.questions,
        found.citations,
        found.opinions,
        document.name,
        paper.sha256,
    )
    printed = parse_approved_text(text, commission.tells_approval).plain_text
    return Drafted(
        opinion,
        prefilled_record(NewRecord(opinion, approved=found.approved), proposed),
        (*_decisions(found, opinion, Names(commission)), *paper.told),
        tuple(differences(paper.source, printed)),
    )


def _next(
    found: Told, opinion_ids: Collection[OpinionId], commission: Commission, today: date
) -> OpinionId:
    year = (found.approved or today).year
    return OpinionId(year, next_number(opinion_ids, year, commission))


def _decisions(found: Told, opinion: OpinionId, names: Names) -> Iterator[str]:
    """What was read, to be looked at, and what was not found, to be typed."""
    printed = names.long(opinion)
    if found.id:
        yield f"It is {printed} by its heading: compare with the document."
    else:
        yield f"No heading tells its number: {printed} is only the next free one."
    if found.approved:
        yield f"It was approved on {names.day(found.approved)}: compare with the document."
    else:
        yield "No line tells the day of approval: type it at `approved`."
    if found.headings:
        headings = ", ".join(map(code, found.headings))
        yield f"Taken for headings: {headings}. Look whether each is one."
    yield "Write `title`, `summary` and `topics`, in your own words."
    if found.questions:
        yield "Say each proposed question at `issues` so that it is understood by itself."
    else:
        yield "No question was found: write what the opinion answers at `issues`."
    yield "Write the answers at `holdings`, each with its paragraphs and what it rests on."
    opinions = [f"opinion {one}" for one, _ in found.opinions]
    cited = ", ".join([*map(code, map(str, found.citations)), *opinions])
    yield f"Cited, as far as it was found: {cited or 'nothing'}. Look for others."
    if found.opinions:
        yield "Say at each cited opinion what this one does to it: `effect`."
