"""The text of a new record, with blanks for an editor to fill in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.citations.names import Names
from corpus.library.record_layout import INDENT, in_flow, item_lines
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind
from corpus.model.commission import Commission
from corpus.model.number_forms import write_number
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import OtherOpinion
from corpus.model.partial_date import PartialDate
from corpus.model.series import PrintedNumber, Series
from corpus.parsing.yaml_values import Value
from corpus.text.blocks import Block

EXAMPLE_SOURCE = "This example was made up"
"""The source of what comes with the programs until a body has opinions of its own."""

_FULL = """\
---
{number}title: {title}
{day}topics: []
summary:
issues:
{issues}holdings:
{holdings}{citations}{optional}source:
{source}---

{text}
"""

_HOLDING = "  - id: {id}\n    answers: {id}\n    text:\n    at: []\n"

_ELSEWHERE = """\
---
{number}title: {title}
text: elsewhere
source:
  url: {url}
---
"""


@dataclass(frozen=True, slots=True)
class NewRecord:
    """What a clerk says about a new record."""

    id: OpinionId
    title: str = ""
    approved: PartialDate | None = None
    url: str = ""
    """The address of its text, if the record will not have the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentMetadata:
    """What the text of a document says about the opinion. A person must check all of it."""

    id: OpinionId | None = None
    approved: PartialDate | None = None
    headings: tuple[str, ...] = ()
    """The headings below the title."""
    questions: tuple[tuple[str, int], ...] = ()
    """Each question with the number of its paragraph."""
    citations: tuple[Citation, ...] = ()
    opinions: tuple[tuple[OpinionId, tuple[int, ...]], ...] = ()
    """Each cited opinion with the numbers of the paragraphs that cite it."""
    other_opinions: tuple[OtherOpinion, ...] = ()
    """The cited opinions of other bodies."""
    printed: PrintedNumber | None = None
    """The number as the heading prints it, maybe without its year."""
    unread_approval: str = ""
    """A line that reads like the approval line, if no line gives a day that can be read."""
    number_line: str = ""
    """The line that gives the number, if no form of the settings or of citations fits it."""
    more_questions: tuple[tuple[int, int], ...] = ()
    """Each paragraph that asks several questions, with their count."""
    unnamed_approval: Block | None = None
    """A line that gives the date of approval, but in a form that is not in the settings."""
    draft_line: str = ""
    """The line that says that the text is a draft for comment; empty if none does."""


def blank_record(record: NewRecord, commission: Commission) -> str:
    """The text of a new record. `check` reports what an editor still has to write."""
    if record.url:
        return _ELSEWHERE.format(**_common_fields(record), url=_quoted(record.url))
    series = commission.series_of(record.id) or commission.all_series[0]
    heading = write_number((series.heading_lines or series.forms)[0], record.id)
    written = Names(commission).partial_date(record.approved) if record.approved else ""
    is_in_heading = "{date}" in heading
    approval = "" if is_in_heading or not written else commission.approval_lines[0]
    return prefilled_record(
        record,
        f"# {heading}\n\n{approval}\n".replace("{date}", written),
        DocumentMetadata(),
        {"title": ""},
        commission.kinds,
    )


def prefilled_record(
    record: NewRecord,
    body: str,
    metadata: DocumentMetadata,
    source: Mapping[str, str],
    kinds: Iterable[AuthorityKind],
) -> str:
    """The text of a new record, filled in with what was read in its document.

    `source` has the fields of its document, such as `title` and `sha256`, and `kinds` are those of
    the authorities that it can cite.
    """
    questions = list(enumerate(metadata.questions or (("", 0),), start=1))
    issues = (_issue(number, *question) for number, question in questions)
    text = _FULL.format(
        **_common_fields(record),
        day="stage: draft\n" if metadata.draft_line else f"approved: {record.approved or ''}\n",
        issues="".join(issues),
        holdings="".join(_HOLDING.format(id=number) for number, _ in questions),
        citations="".join(_citation_fields(metadata.citations, kinds)),
        optional=_optional_fields(metadata),
        source="".join(map(_source_field, source.items())),
        text=body,
    )
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _common_fields(record: NewRecord) -> dict[str, Any]:
    return {"number": "".join(_number_fields(record.id)), "title": _quoted(record.title)}


def _number_fields(opinion: OpinionId) -> Iterator[str]:
    yield f"number: {opinion.number:02}\n" if opinion.number else "number:\n"
    if opinion.letter:
        yield f"letter: {opinion.letter}\n"
    if opinion.year:
        yield f"year: {opinion.year}\n"
    if opinion.series:
        yield f"series: {opinion.series}\n"


def _issue(number: int, question: str, paragraph: int) -> str:
    at: list[Value] = [str(paragraph)] if paragraph else []
    lines = item_lines({"id": str(number), "question": question, "at": at}, INDENT)
    return "".join(f"{line}\n" for line in lines)


def _optional_fields(metadata: DocumentMetadata) -> str:
    """The fields that a record has only if it cites opinions."""
    relations = (
        f"  - {{cites: {opinion}, effect: cites, at: [{', '.join(map(str, paragraphs))}]}}\n"
        for opinion, paragraphs in metadata.opinions
    )
    others = (
        f"  - {in_flow({'body': other.body, 'citation': other.citation}, '')}\n"
        for other in metadata.other_opinions
    )
    fields = {"opinions": "".join(relations), "other_opinions": "".join(others)}
    return "".join(f"{name}:\n{entries}" for name, entries in fields.items() if entries)


def _citation_fields(
    citations: Iterable[Citation], kinds: Iterable[AuthorityKind]
) -> Iterator[str]:
    """The fields of the kinds that are cited, and of those that every record has."""
    for kind in kinds:
        of_kind = [str(citation) for citation in citations if citation.kind == kind]
        if of_kind or kind.in_every_record:
            yield f"{kind.plural}: {json.dumps(of_kind, ensure_ascii=False)}\n"


def next_opinion(opinions: Iterable[OpinionId], year: int, series: Series) -> OpinionId:
    """The opinion after the last of a series, or of its year if numbers begin again each year."""
    in_series = [opinion for opinion in opinions if opinion.series == series.id]
    numbers = [
        opinion.number for opinion in in_series if not series.restarts or opinion.year == year
    ]
    number = max(numbers, default=(series.first_number or 1) - 1) + 1
    return OpinionId(year if series.has_year else 0, number, series=series.id)


def _source_field(field: tuple[str, str]) -> str:
    name, value = field
    return f"  {name}: {_quoted(value) if name == 'title' else value}\n"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False) if words else ""
