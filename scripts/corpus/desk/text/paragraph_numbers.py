"""Paragraph numbers in the fields follow their paragraphs when the text is changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from corpus.analysis.word_diff import compare_words
from corpus.desk.collection import Edited
from corpus.model.commission import Commission
from corpus.parsing.yaml_values import Value
from corpus.text.alignment import parts
from corpus.text.approved_text import parse_approved_text

_NAMES = {"issues": "Question", "holdings": "Answer", "opinions": "Citation of an earlier opinion"}
_NO_PARAGRAPH = "{name} has no paragraph now. Choose its paragraphs again."
_WORD = re.compile(r"\w+")


class Followed(NamedTuple):
    """Fields with other paragraph numbers, and what a person should know about that."""

    fields: dict[str, Value]
    """Only the fields that changed."""
    sentences: tuple[str, ...]


def numbers_in(text: str, edited: Edited, commission: Commission, approval_line: str) -> Followed:
    """The fields of a record whose file became `text`, and whose approval line has these words."""
    record = edited.record
    fields = edited.raw.fields
    if record is None or not isinstance(fields, dict):
        return Followed({}, ())
    after = parse_approved_text(
        text[len(edited.raw.text) - len(record.text.body) :],
        commission.is_approval_line,
        commission.is_further_approval_line,
        approval_line,
    )
    old, new = ([block.words for block in t.paragraphs.values()] for t in (record.text, after))
    followed = follow_paragraphs(fields, old, new)
    sentences = tuple(map(commission.words.said, followed.sentences))
    return Followed(followed.fields, sentences)


def follow_paragraphs(
    fields: Mapping[str, Value], old: Sequence[str], new: Sequence[str]
) -> Followed:
    """The fields after paragraphs with the `old` words became those with the `new` words."""
    places = _places(old, new)
    changed: dict[str, Value] = {}
    sentences: list[str] = []
    for field, name in _NAMES.items():
        entries = fields.get(field)
        if not isinstance(entries, list):
            continue
        followed = [_entry(entry, places) for entry in entries]
        if followed != entries:
            changed[field] = followed
        pairs = zip(entries, followed, strict=True)
        for position, (before, after) in enumerate(pairs, start=1):
            sentences += _sentences(f"{name} {position}", before, after, places)
    return Followed(changed, tuple(sentences))


def without_paragraphs(fields: "Value | None") -> Iterator[str]:
    """A sentence for each question and answer that has lost all its paragraphs."""
    for field in ("issues", "holdings"):
        entries = fields.get(field) if isinstance(fields, dict) else None
        for position, entry in enumerate(entries or (), start=1):
            if isinstance(entry, dict) and entry.get("at") == []:
                yield _NO_PARAGRAPH.format(name=f"{_NAMES[field]} {position}")


def _places(old: Sequence[str], new: Sequence[str]) -> dict[str, list[str]]:
    """The new numbers of each old paragraph; none if its words are gone."""
    places: dict[str, list[str]] = {}
    for part in parts(old, new):
        start, new_start = part.old.start, part.new.start
        is_in_place = len(old[part.old]) == len(new[part.new])
        for index in range(start, part.old.stop):
            if is_in_place:
                numbers = [new_start + index - start]
            else:
                near = range(max(new_start - 1, 0), min(part.new.stop + 1, len(new)))
                numbers = [place for place in near if has_most_words(old[index], new[place])]
            places[str(index + 1)] = [str(number + 1) for number in numbers]
    return places


def has_most_words(old: str, new: str) -> bool:
    """Whether two paragraphs share more than half of the words of the shorter one."""
    spans = [span for span in compare_words(old, new) if span.in_old and span.in_new]
    shared = sum(len(_WORD.findall(span.words)) for span in spans)
    return 2 * shared > min(len(_WORD.findall(old)), len(_WORD.findall(new)))


def _entry(entry: Value, places: Mapping[str, list[str]]) -> Value:
    if not isinstance(entry, dict) or not isinstance(at := entry.get("at"), list):
        return entry
    numbers = [new for old in at for new in places.get(str(old), [str(old)])]
    return {**entry, "at": list[Value](dict.fromkeys(numbers))}


def _sentences(
    name: str, before: Value, after: Value, places: Mapping[str, list[str]]
) -> Sequence[str]:
    """What became of the numbers of one entry."""
    if before == after or not isinstance(before, dict) or not isinstance(after, dict):
        return ()
    old, new = list(before["at"]), list(map(str, after["at"]))
    lost = [str(number) for number in old if not places.get(str(number), [number])]
    gone = [f"{name}: paragraph {number} is gone, so it was taken out." for number in lost]
    if not new:
        return (*gone, _NO_PARAGRAPH.format(name=name))
    return (*gone, f"{name}: paragraph {', '.join(map(str, old))} is now {', '.join(new)}.")
