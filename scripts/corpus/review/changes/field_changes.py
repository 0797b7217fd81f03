"""The fields of opinions whose words change, with the old and the new words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corpus.citations.names import Names
from corpus.model.field_labels import field_label
from corpus.model.opinion import Draft
from corpus.model.opinion_parts import Holding, OtherOpinion, Relation, Waiver
from corpus.model.provenance import Provenance
from corpus.model.words import paragraph_signs
from corpus.parsing.field_types import UnreadFieldError
from corpus.review.record_versions import RecordPair, RecordVersion

_REPORTED_ELSEWHERE = {"number", "letter", "year", "series", "text", "stage", "waivers"}
COMPARED_FIELDS = tuple(name for name in Draft.model_fields if name not in _REPORTED_ELSEWHERE)
"""The fields whose words are compared: a new field of records is one of them."""
_WITH_OWN_WORDS = {
    *("title", "summary", "issues", "holdings", "opinions", "topics", "programs", "source"),
    *("approved", "approval_line", "corrections", "withdrawn"),
}
"""The compared fields that are not among the facts."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changes, with the old and the new words."""

    subject: str
    """An opinion, a topic, a program or an authority, as readers call it, or the path of a file."""
    what: str
    """`title`, `answer 1`."""
    old: str
    """The words as they were; empty if there were none."""
    new: str
    """The words; empty if they are removed."""
    document: str = ""
    """The path of the document from which the opinion was taken; empty if it is not kept."""

    def __str__(self) -> str:
        """The change in a sentence, without the words."""
        return f"{self.subject}: the {self.what} changes"


def approval_change(pair: RecordPair, names: Names) -> Iterator[FieldChange]:
    """The change of the date of approval, if it changes."""
    before, after = pair.both("approved")
    if before != after:
        was, now = (names.partial_date(day) if day else "" for day in (before, after))
        yield FieldChange(pair.opinion, field_label("approved"), was, now, pair.document)


def detail_changes(pair: RecordPair) -> Iterator[FieldChange]:
    """Changes of the editors' words, and each correction that is removed."""
    was, now = (_details(pair, version) for version in (pair.old, pair.new))
    for what in {**now, **was}:
        old, new = was.get(what, ""), now.get(what, "")
        if old != new:
            yield FieldChange(pair.opinion, what, old, new)
    yield from _order_changes(pair)
    before, after = pair.both("corrections")
    for number, entry in enumerate(before or (), start=1):
        if number > len(after):
            yield FieldChange(pair.opinion, f"correction {number}", entry.what, "")


def _order_changes(pair: RecordPair) -> Iterator[FieldChange]:
    """The questions or the answers, if those that remain are in a different order."""
    for name in ("issues", "holdings"):
        was, now = ([item.id for item in items or ()] for items in pair.both(name))
        if [it for it in was if it in now] != [it for it in now if it in was]:
            what = f"order of the {field_label(name)}"
            yield FieldChange(pair.opinion, what, ", ".join(was), ", ".join(now))


def exception_changes(pair: RecordPair) -> Iterator[FieldChange]:
    """Each place at which a rule is waived or applies again, and each changed reason."""
    before, after = (
        {exception_in_words(waiver): waiver.reason for waiver in waivers or ()}
        for waivers in pair.both("waivers")
    )
    for what in {**after, **before}:
        if before.get(what) != after.get(what):
            yield FieldChange(pair.opinion, what, before.get(what, ""), after.get(what, ""))


def exception_in_words(waiver: Waiver) -> str:
    """`exception from OP303 for “3(d)”`."""
    return f"exception from {waiver.code} for “{waiver.about}”"


def _details(pair: RecordPair, version: RecordVersion) -> Mapping[str, str]:
    """What the editors wrote in the fields that can be compared."""
    fields = {name: version.read(name) for name in COMPARED_FIELDS if pair.has(name)}
    cited = _names_of_cited(version)
    return {
        "title": fields.get("title") or "",
        "summary": fields.get("summary") or "",
        **{
            f"question {issue.id}": f"{issue.question} ({paragraph_signs(issue.at)})"
            for issue in fields.get("issues") or ()
        },
        **{f"answer {it.id}": _answer(it, cited) for it in fields.get("holdings") or ()},
        **_earlier_opinions(fields.get("opinions") or ()),
        "topics": ", ".join(fields.get("topics") or ()),
        "programs": ", ".join(fields.get("programs") or ()),
        "source": source_in_words(fields.get("source")),
        "approval line": fields.get("approval_line") or "",
        **facts_in_words(fields),
    }


def facts_in_words(fields: Mapping[str, Any]) -> Mapping[str, str]:
    """The fields that hold facts, such as who asked and how the members voted, by their labels."""
    facts = [name for name in COMPARED_FIELDS if name not in _WITH_OWN_WORDS]
    return {field_label(name): _in_words(fields.get(name)) for name in facts}


def _in_words(value: Any) -> str:
    """The value of any field on one line; empty if there is none."""
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(map(_in_words, value))
        case OtherOpinion():
            return " ".join(filter(None, (f"{value.body}: {value.citation}", value.url)))
        case _:
            return str(value)


def source_in_words(source: Provenance | None) -> str:
    """Everything that is known of a source, on one line; empty if there is none."""
    if source is None:
        return ""
    sha256 = f"SHA-256 {source.sha256}" if source.sha256 else None
    return "; ".join(filter(None, (source.title, source.url, source.file, sha256)))


def _names_of_cited(version: RecordVersion) -> Mapping[str, str]:
    """The printed name of each authority by what is typed for it; none if one cannot be read."""
    try:
        cited = version.fields.cited if version.fields else ()
    except UnreadFieldError:
        return {}
    return {str(citation): citation.printed for citation in cited}


def _answer(holding: Holding, cited: Mapping[str, str]) -> str:
    grounds = ", ".join(cited.get(typed, typed) for typed in holding.cites)
    rests = f"; rests on {grounds}" if grounds else ""
    return f"{holding.text} (to question {holding.answers}; {paragraph_signs(holding.at)}{rests})"


def _earlier_opinions(relations: Iterable[Relation]) -> Mapping[str, str]:
    """What is said of each earlier opinion, and where."""
    said: dict[str, str] = {}
    for relation in relations:
        what = f"earlier opinion {relation.cites}"
        said[what] = "; ".join(filter(None, (said.get(what), _relation(relation))))
    return said


def _relation(relation: Relation) -> str:
    """`modifies answer 2 (¶ 3)`."""
    answer = f" answer {relation.holding}" if relation.holding else ""
    places = f" ({paragraph_signs(relation.at)})" if relation.at else ""
    return f"{relation.effect}{answer}{places}"
