"""New opinions for their reviewer: each question and answer beside the words of its paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.library.record import Record
from corpus.model.words import Words, capitalized
from corpus.output.exports.data_models import OpinionData
from corpus.review.changes.field_changes import COMPARED_FIELDS, exception_in_words, facts_in_words
from corpus.review.comment.comment_links import Links
from corpus.review.comment.headings import Heading
from corpus.review.comment.markdown_parts import excerpt, source_of_record
from corpus.text.markdown_escape import escape_markdown

_MOST_OPINIONS = 20
"""How many new opinions are shown in full."""


@dataclass(frozen=True, slots=True)
class NewOpinion:
    """An opinion whose text is new here: as pages show it, and as it was typed."""

    data: OpinionData
    record: Record


def new_opinions_as_markdown(
    opinions: Sequence[NewOpinion], words: Words, links: Links
) -> Iterator[str]:
    """Each new opinion with its text here, so that a reviewer can compare it with its text."""
    for opinion in opinions[:_MOST_OPINIONS]:
        yield f"## {Heading.NEW}: {escape_markdown(opinion.data.label)}"
        yield "Does each line say what its paragraphs say?"
        lines = (
            *_opening(opinion.record, links),
            *_lines(opinion.data, words),
            *_facts(opinion.record),
            *_exceptions(opinion.record),
        )
        yield "\n".join(lines)
    if len(opinions) > _MOST_OPINIONS:
        yield f"{len(opinions) - _MOST_OPINIONS:,} more new {words.opinions} are not shown in full."


def _opening(record: Record, links: Links) -> Iterator[str]:
    """The document to compare with, and the lines of the text that have no numbers, as typed."""
    yield f"- **Compare it with the source**: {source_of_record(record.opinion.source, links)}"
    if record.text.heading:
        yield _line("Heading line", record.text.heading.words)
    for approval in record.text.approvals:
        yield _line("Approval line", approval.words)


def _exceptions(record: Record) -> Iterator[str]:
    """What is accepted although a rule speaks against it, with the reasons."""
    for waiver in record.waivers:
        yield _line(capitalized(exception_in_words(waiver)), waiver.reason)


def _facts(record: Record) -> Iterator[str]:
    """What the fields say of the request, the vote, the other bodies and the stage."""
    if record.opinion.is_draft:
        yield _line("Stage", "a draft for comment, which is not yet an opinion")
    fields = {name: getattr(record.opinion, name, None) for name in COMPARED_FIELDS}
    for name, words in facts_in_words(fields).items():
        if words:
            yield _line(capitalized(name), words)


def _lines(opinion: OpinionData, words: Words) -> Iterator[str]:
    yield _line("Title", opinion.title)
    if opinion.approved:
        yield _line(capitalized(words.approved), opinion.approved)
    if opinion.summary:
        yield _line("Summary", opinion.summary)
    for name, ids in (("Topics", opinion.topics), (capitalized(words.programs), opinion.programs)):
        if ids:
            yield _line(name, ", ".join(ids))
    for issue in opinion.issues:
        yield _line(f"Question {issue.id}{_places(issue.at)}", issue.question)
        yield from _words_of(opinion, issue.at)
    for holding in opinion.holdings:
        grounds = ", ".join(_name_of(typed, opinion) for typed in holding.cites)
        rests = f", rests on {grounds}" if grounds else ""
        name = f"Answer {holding.id} to question {holding.answers}{_places(holding.at)}{rests}"
        yield _line(name, holding.text)
        yield from _words_of(opinion, holding.at)
    for part in opinion.separate_opinions:
        by = f" of {part.by}" if part.by else ""
        yield _line(
            f"{part.kind.capitalize()}{by}{_places(part.paragraphs)}",
            "not part of what was decided",
        )
    if cited := [f"{entry.label}{_places(entry.paragraphs)}" for entry in opinion.cites]:
        yield _line("Cites", "; ".join(cited))
    for earlier in opinion.opinions:
        answer = f", answer {earlier.holding}" if earlier.holding else ""
        what = f"{earlier.effect} {earlier.opinion}{answer}{_places(earlier.at)}"
        yield _line("Earlier opinion", what)


def _name_of(typed: str, opinion: OpinionData) -> str:
    """The name of an authority for readers, by what was typed for it: `Canon 7`."""
    names = (
        entry.label
        for entry in opinion.cites
        if typed in {f"{entry.id}{entry.pinpoint}", f"{entry.id} {entry.pinpoint}"}
    )
    return next(names, typed)


def _line(name: str, words: str) -> str:
    return f"- **{escape_markdown(name)}**: {escape_markdown(words)}"


def _places(paragraphs: Iterable[int]) -> str:
    numbers = ", ".join(map(str, paragraphs))
    return f" (¶ {numbers})" if numbers else ""


def _words_of(opinion: OpinionData, paragraphs: Iterable[int]) -> Iterator[str]:
    """The paragraphs that a question or an answer names, very long ones without their middle."""
    texts = {paragraph.number: paragraph.text for paragraph in opinion.paragraphs}
    for number in paragraphs:
        yield f"    - ¶ {number}: {escape_markdown(excerpt(texts.get(number, '')))}"
