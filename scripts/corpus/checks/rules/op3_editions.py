"""OP3: the dated changes of authorities."""

import re
from collections.abc import Iterable
from typing import Any

from corpus.checks.registry import on_shared_file
from corpus.findings import Violation
from corpus.model.authority import Authority
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.parsing.parsed_file import ParsedFile

_WORD = re.compile(r"\w+")


@on_shared_file(
    "OP317",
    hint="Delete `part`, name the part in `event`, and type `verb: amended`. The change then "
    "counts as one of the whole authority.",
)
def part_of_an_authority(file: ParsedFile[Any]) -> Iterable[Violation]:
    """An edition in the file of an authority names no part without a number.

    Why: Opinions cite numbers, so no page would show the change.
    Bad:
        # standards/4.md
        editions:
          - {event: Amended, effective: 2020-01-01, part: Preamble, source: {title: Minutes}}
    Good:
        # standards/4.md
        editions:
          - event: Preamble amended
            effective: 2020-01-01
            verb: amended
            source: {title: Minutes}
    """
    for index, edition in enumerate(_editions(file)):
        if edition.part:
            location = file.field_location("editions", index, "part")
            yield Violation(
                location, f"`part: {edition.part}` has no place in the file of one authority"
            )


@on_shared_file(
    "OP318",
    hint="If the words changed, type `verb: reworded`, and say in `event` what else changed. If "
    "they did not, correct `text`.",
)
def other_words(file: ParsedFile[Any]) -> Iterable[Violation]:
    """An edition that changed only the number or the form has the words of the one before it.

    Why: The site says of such a change that no change of the words is recorded.
    Bad:
        # standards/4.md
        editions:
          - {event: Adopted, effective: 2000-01-01, text: It may., source: {title: Minutes}}
          - event: IV became 4
            effective: 2020-01-01
            verb: renumbered
            text: It must.
            source: {title: Minutes}
    Good:
        # standards/4.md
        editions:
          - {event: Adopted, effective: 2000-01-01, text: It may., source: {title: Minutes}}
          - event: IV became 4
            effective: 2020-01-01
            verb: reworded
            text: It must.
            source: {title: Minutes}
    """
    editions = _editions(file)
    for index, edition in enumerate(editions):
        before = _text_before(edition, editions)
        has_texts = edition.verb in ONLY_THE_NUMBER and edition.text and before
        if has_texts and _words(edition.text) != _words(before):
            location = file.field_location("editions", index, "text")
            message = f"this was only {edition.verb}, but the `text` before it has other words"
            yield Violation(location, message)


def _editions(file: ParsedFile[Any]) -> tuple[Edition, ...]:
    return file.value.editions if isinstance(file.value, Authority) else ()


def _text_before(edition: Edition, editions: Iterable[Edition]) -> str | None:
    """The last words of the same provision before an edition, if nothing changed them since."""
    earlier = [
        other for other in editions if other.day < edition.day and _may_overlap(other, edition)
    ]
    last = max(earlier, key=lambda other: other.day, default=None)
    return last.text if last and last.provisions == edition.provisions else None


def _may_overlap(one: Edition, other: Edition) -> bool:
    provisions = set(one.provisions)
    return not provisions or not other.provisions or not provisions.isdisjoint(other.provisions)


def _words(text: str | None) -> list[str]:
    return _WORD.findall((text or "").lower())
