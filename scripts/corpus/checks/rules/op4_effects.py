"""OP4: whether the effects on earlier opinions agree with the text."""

import re
from collections.abc import Iterable, Iterator

from corpus.checks.registry import on_record
from corpus.findings import Level, Violation
from corpus.library.record import Record
from corpus.library.references import References
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Effect
from corpus.model.words import listed

_VERB = (
    r"((?:modif|overrul|supersed|replac|rescind|revok|abrogat|amend|overturn|withdr)"
    r"(?:y|ying|ies|ied|e|es|ed|ing|s|ew|aws?|awn|awing)?)\b"
)
_SAME_CLAUSE = r"(?:(?!\b(?:by|not)\b)[^.;:?!])"
_OTHER_OBJECT = r"\b(?:see|under|from|(?<!well )as(?! well))\b"
"""Words after the verb that show that it changes something else: `withdraw from it, see AO 5`."""
_CHANGES = re.compile(rf"\b{_VERB}(?:(?!{_OTHER_OBJECT}){_SAME_CLAUSE}){{0,60}}$", re.IGNORECASE)
"""Words before the citation of an opinion that the text changes."""
_IS_CHANGED = re.compile(
    rf"{_SAME_CLAUSE}{{0,30}}?\b(?:is|are|was|were|been)\b{_SAME_CLAUSE}{{0,30}}?\b{_VERB}(?!\s+by\s+(?!this))",
    re.IGNORECASE,
)
"""Words after the citation of an opinion that the text changes."""
_SOMEONE_ELSE = re.compile(
    r"\b(?:not|neither|nor|without|never|no|which|who|that)\W+(?:\w+\W+){0,3}$|\([0-9]{4}\)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
"""Words before the verb that show that another opinion makes the change, or none does.

For example `does not`, or `AO 12 (2010) `.
"""
_REACH = 120
"""How many characters before a citation or a verb are looked at; more than these patterns need."""


@on_record(
    "OP421",
    hint="Compare the numbers with the text. If the text states the effect in another "
    "paragraph than the citation, add an exception to `waivers`.",
    level=Level.WARNING,
)
def effect_in_other_paragraph(record: Record, _references: References) -> Iterable[Violation]:
    """The paragraphs in `at` of a cited opinion include one that cites that opinion.

    Why: A link to the effect must not lead to other words.
    """
    for index, relation in enumerate(record.opinion.opinions):
        cited = record.paragraphs_citing(relation.cites)
        if relation.at and cited and set(cited).isdisjoint(relation.at):
            where = listed([*map(str, cited)])
            message = f"the text cites `{relation.cites}` in paragraph {where}"
            location = record.field_location("opinions", index, "at")
            yield Violation(location, message, subject=f"{relation.cites}")


@on_record(
    "OP417",
    hint="If the text changes the earlier opinion, type `modifies` or `supersedes` at `effect`. "
    "If it does not, add an exception to `waivers`.",
    level=Level.WARNING,
)
def effect_unlike_text(record: Record, _references: References) -> Iterable[Violation]:
    """If the text says that it modifies an earlier opinion, `effect` says so too.

    Why: The earlier opinion would be shown as in force, though the text changes it.
    """
    verbs = dict(_changes_in_text(record))
    for index, relation in enumerate(record.opinion.opinions):
        stated = {
            other.effect for other in record.opinion.opinions if other.cites == relation.cites
        }
        if relation.cites in verbs and stated == {Effect.CITES}:
            message = (
                f"the text says “{verbs[relation.cites]}” near the citation of {relation.cites}, "
                "but `effect` is `cites`"
            )
            location = record.field_location("opinions", index, "effect")
            yield Violation(location, message, subject=f"{relation.cites}")


def _changes_in_text(record: Record) -> Iterator[tuple[OpinionId, str]]:
    """Yield the opinions that the text says it changes, each with the verb."""
    for block, citation in record.text_citations:
        if not isinstance(citation.target, OpinionId):
            continue
        active = _search_before(_CHANGES, block.words, citation.start)
        if active and not _search_before(_SOMEONE_ELSE, block.words, active.start()):
            yield citation.target, active[1]
        elif passive := _IS_CHANGED.match(block.words, citation.end):
            yield citation.target, passive[1]


def _search_before(pattern: re.Pattern[str], words: str, end: int) -> re.Match[str] | None:
    return pattern.search(words, max(end - _REACH, 0), end)
