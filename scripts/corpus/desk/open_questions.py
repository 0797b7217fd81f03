"""Questions to the clerk about what a record may lack, though it breaks no rule."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.desk.collection import Edited
from corpus.desk.effects_in_words import EFFECTS_IN_WORDS
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect, Holding
from corpus.model.words import listed
from corpus.parsing.yaml_values import FieldPath
from corpus.text.asked_questions import questions_in

_SECOND_QUESTION = re.compile(
    r"(?:answers? to )?(?:the )?(?:second question|question (?:no\. )?(?:2|two|ii))[.:]?",
    re.IGNORECASE,
)
"""A line that is the heading of a second question or answer."""
_TWO_IN_ONE = re.compile(
    r"[,;] (?:and|or),? (?:if so, )?(?:what|who|when|where|how|why|whether|may|can|must|should)\b"
)
"""Where a second question begins within a question."""
_DONE_TO_IT = re.compile(
    r"\b(?:modif(?:y|ies|ied)|supersed(?:es?|ed)|overrul(?:es?|ed)|withdrawn|reaffirm(?:s|ed)?|"
    r"distinguish(?:es|ed)?)\b",
    re.IGNORECASE,
)
"""Words beside an earlier opinion that do more than mention it."""
_AGREES = (
    r"\b(?:explain(?:s|ed)|h[eo]lds?|conclude[sd]|state[sd]|decide[sd]|found|advise[sd]|noted|"
    r"rule[sd]|determine[sd]|follow(?:s|ed)?|consistent with|in accordance with|according to|"
    r"rel(?:y|ies|ied) (?:up)?on)\b"
)
_AGREES_BEFORE = re.compile(rf"({_AGREES})[^.;?!]{{0,60}}$", re.IGNORECASE)
"""Words before an earlier opinion that say what it decided."""
_AGREES_AFTER = re.compile(rf"^[^.;?!]{{0,30}}?({_AGREES})", re.IGNORECASE)
"""Words after an earlier opinion that say what it decided."""
_CHOOSE_FOLLOWS = f"If this opinion agrees with it, choose “{EFFECTS_IN_WORDS[Effect.FOLLOWS][0]}”."
_CHOOSE_EFFECT = "If it is more, choose what this opinion does to it."
_MARKS_ALL = "Readers will see each answer of {earlier} marked as modified."
_CHOOSE_PART = (
    "If that is too much, choose the answer that changes. If none of them says what changes, open "
    "that opinion, add a question and an answer that say it, save it, and choose that answer here."
)


class OpenQuestion(NamedTuple):
    """A question at its field. It stops nothing."""

    field: FieldPath
    question: str
    hint: str
    about: OpinionId | None = None
    """The earlier opinion that a clerk may have to open."""


def open_questions(edited: Edited) -> Iterator[OpenQuestion]:
    """The questions about a record, in its own words for what it is made of."""
    record = edited.shown
    references = edited.corpus.references
    if record is None or references is None:
        return
    said = references.commission.words.said
    asked = (
        *_second_question(edited, record),
        *_two_in_one(record),
        *_parts_of_earlier_opinions(edited, record, references),
        *_more_than_mentions(record, references),
        *_answers_without_law(record, references),
    )
    for open_question in asked:
        question = said(open_question.question)
        hint = said(open_question.hint)
        yield open_question._replace(question=question, hint=hint)


def _second_question(edited: Edited, record: Record) -> Iterator[OpenQuestion]:
    """A heading of a second question, if the fields have one question."""
    fields = edited.raw.fields
    issues = fields.get("issues") if isinstance(fields, dict) else None
    if not isinstance(issues, list) or len(issues) > 1:
        return
    if any(len(questions_in(block.words)) > 1 for block in record.text.paragraphs.values()):
        return  # the questions of that paragraph are offered
    headings = (block.words for block in record.text.blocks)
    if second := next(filter(_SECOND_QUESTION.fullmatch, headings), None):
        question = f"The text may have more than one question: “{second}”."
        yield OpenQuestion(("issues",), question, "If so, add a question for each.")


def _two_in_one(record: Record) -> Iterator[OpenQuestion]:
    """A question that seems to be two."""
    for position, issue in enumerate(record.readable("issues", ())):
        if _TWO_IN_ONE.search(issue.question):
            hint = "If so, make a question of each, with an answer of its own."
            field = ("issues", position, "question")
            yield OpenQuestion(field, "This seems to ask two things.", hint)


def _parts_of_earlier_opinions(
    edited: Edited, record: Record, references: References
) -> Iterator[OpenQuestion]:
    """An earlier opinion that is changed in part, if the fields do not say which answer is."""
    names = references.names
    for position, relation in enumerate(record.readable("opinions", ())):
        earlier = (other for other in edited.corpus.records if other.has_id)
        cited = next((other for other in earlier if other.id == relation.cites), None)
        is_vague = relation.effect is Effect.MODIFIES and relation.holding is None
        if is_vague and cited and cited.readable("holdings", ()):
            question = _MARKS_ALL.format(earlier=names.long(relation.cites))
            field = ("opinions", position, "holding")
            yield OpenQuestion(field, question, _CHOOSE_PART, relation.cites)


def _more_than_mentions(record: Record, references: References) -> Iterator[OpenQuestion]:
    """An earlier opinion that is only mentioned, though words beside it say more."""
    names = references.names
    for position, relation in enumerate(record.readable("opinions", ())):
        if relation.effect is not Effect.CITES:
            continue
        field = ("opinions", position, "effect")
        earlier = names.long(relation.cites)
        if word := _word_for_change(record, relation.at):
            question = f"The text says “{word}”. Is {earlier} only mentioned?"
            yield OpenQuestion(field, question, _CHOOSE_EFFECT)
        elif word := _word_for_agreement(record, relation.cites):
            question = f"The text says “{word}”. Does this opinion follow {earlier}?"
            yield OpenQuestion(field, question, _CHOOSE_FOLLOWS)


def _word_for_change(record: Record, numbers: tuple[int, ...]) -> str:
    """The first word in these paragraphs for what is done to an earlier opinion."""
    paragraphs = (record.text.paragraphs.get(number) for number in numbers)
    found = (_DONE_TO_IT.search(block.words) for block in paragraphs if block)
    return next((word[0] for word in found if word), "")


def _word_for_agreement(record: Record, earlier: OpinionId) -> str:
    """The first word beside an earlier opinion that tells what it decided."""
    beside = (
        _AGREES_BEFORE.search(block.words[: citation.start])
        or _AGREES_AFTER.search(block.words[citation.end :])
        for block, citation in record.text_citations
        if citation.target == earlier
    )
    return next((word[1] for word in beside if word), "")


def _answers_without_law(record: Record, references: References) -> Iterator[OpenQuestion]:
    """An answer that rests on nothing, though its paragraphs cite what the fields list."""
    names = references.names
    in_fields = {*record.readable_authorities}
    for position, holding in enumerate(record.readable("holdings", ())):
        cited = [law for law in _cited_in(holding, record) if law in in_fields]
        if cited and not holding.cites:
            laws = listed([names.provision(law) for law in cited])
            question = f"The paragraphs of this answer cite {laws}. Does it rely on that?"
            yield OpenQuestion(("holdings", position, "cites"), question, "If so, tick it here.")


def _cited_in(holding: Holding, record: Record) -> tuple[Citation, ...]:
    """The authorities that the paragraphs of an answer cite, each once."""
    targets = (
        citation.target for block, citation in record.text_citations if block.number in holding.at
    )
    return tuple(dict.fromkeys(target for target in targets if isinstance(target, Citation)))
