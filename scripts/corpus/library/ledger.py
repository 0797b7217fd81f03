"""The ledger: one seal for each published opinion, with the hash of every paragraph.

A seal is a file of lines such as `p4 <SHA-256>`. The line `sealed 2026-11-26` and the lines after
the paragraphs are missing in older ones. The hashes are of the printed words in UTF-8, with white
space folded, one line for each block, and a line end after each line.

Four places say which lines a seal has: `_SEAL` and `read_seal` for reading, `Seal.__str__` for
writing, and `_line_patterns` for naming the damaged line. Change them together.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import repeat
from pathlib import PurePosixPath

from corpus.findings import Fault, FaultKind, Location
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_id import OpinionId
from corpus.model.opinion_parts import Correction
from corpus.model.partial_date import PartialDate
from corpus.parsing.field_types import SLUG
from corpus.parsing.files import sha256_of_words
from corpus.paths import LEDGER
from corpus.text.approved_text import ApprovedText

_SHA = "[0-9a-f]{64}"
_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_PARTIAL_DATE = "[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
_OPINION = r"(?:[a-z][a-z0-9]*/)?(?:[0-9]{4}/)?[0-9]{2,6}[a-z]?"
_LINK = f"(?:issue|holding)-{SLUG}"
_SEAL = re.compile(
    rf"url opinions/(?P<opinion>{_OPINION})/\n"
    rf"(?:sealed (?P<sealed>{_DAY})\n)?"
    rf"(?:corrections (?P<corrections>[0-9]{{1,4}})\nmarkdown (?P<markdown>{_SHA})\n"
    rf"text (?P<text>{_SHA})\nheadings (?P<headings>{_SHA})\n"
    rf"(?P<paragraphs>(?:p[0-9]+ {_SHA}\n)*)"
    rf"(?:approved (?P<approved>{_PARTIAL_DATE})\n(?P<entries>(?:correction[0-9]+ {_SHA}\n)*)"
    rf"(?P<links>(?:id {_LINK}\n)*))?)?"
)
_NUMBERED = re.compile(rf"[a-z]+([0-9]+) ({_SHA})\n")


@dataclass(frozen=True, slots=True)
class TextHashes:
    """The hashes of an approved text as SHA-256 in hexadecimal."""

    markdown: str
    """Of the body as typed. If it is the same, so are the words."""
    all_words: str
    """Of all words."""
    headings: str
    """Of the blocks without a number: the headings and the approval line."""
    paragraphs: tuple[str, ...]
    """Of each numbered paragraph."""

    def has_other_order(self, before: "TextHashes") -> bool:
        """Whether all is as before, except that a heading is between other paragraphs."""
        has_same_blocks = (self.headings, self.paragraphs) == (before.headings, before.paragraphs)
        return has_same_blocks and self.all_words != before.all_words


@dataclass(frozen=True, slots=True)
class SealedFields:
    """What a seal holds of the fields of a record."""

    approved: PartialDate
    corrections: tuple[str, ...]
    """The hash of each entry in `corrections`."""
    links: tuple[str, ...]
    """The ids of the questions and answers, as links have them: `holding-1`."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What was published of one opinion."""

    id: OpinionId
    text: TextHashes | None = None
    """None if the record did not have the text."""
    corrections: int = 0
    """How many corrections the record had when it was sealed."""
    sealed: date | None = None
    """The day on which this much of the opinion was first sealed; None in seals without it."""
    fields: SealedFields | None = None
    """None if the record did not have the text, and in older seals."""

    def is_replaced_by(self, other: "Seal") -> bool:
        """Whether `other` has a different day, or different words without a further correction."""
        if self.text is None:
            return False
        if other.text is None or other.sealed != self.sealed:
            return True
        has_same_words = other.text == replace(self.text, markdown=other.text.markdown)
        return (
            other.corrections < self.corrections
            or (other.corrections == self.corrections and not has_same_words)
            or self._has_fields_that_are_not_in(other)
        )

    def _has_fields_that_are_not_in(self, other: "Seal") -> bool:
        was, now = self.fields, other.fields
        if was is None:
            return False
        return (
            now is None
            or now.corrections[: self.corrections] != was.corrections
            or not set(was.links) <= set(now.links)
            or (other.corrections == self.corrections and now.approved != was.approved)
        )

    def __str__(self) -> str:
        """The text of the seal's file."""
        lines = [f"url {self.id.url}"]
        if self.sealed:
            lines.append(f"sealed {self.sealed}")
        if text := self.text:
            lines += [f"corrections {self.corrections}", f"markdown {text.markdown}"]
            lines += [f"text {text.all_words}", f"headings {text.headings}"]
            lines += (f"p{number} {sha}" for number, sha in enumerate(text.paragraphs, start=1))
        if fields := self.fields:
            lines.append(f"approved {fields.approved}")
            entries = enumerate(fields.corrections, start=1)
            lines += (f"correction{number} {sha}" for number, sha in entries)
            lines += (f"id {link}" for link in fields.links)
        return "\n".join(lines) + "\n"


def hash_text(text: ApprovedText) -> TextHashes:
    """The hashes that a seal holds of a text: of all words, and of each paragraph."""
    numbered = text.paragraphs.values()
    others = [block.text_with_mark for block in text.blocks if block.number is None]
    return TextHashes(
        sha256_of_words(text.body),
        sha256_of_words(text.plain_text + "\n"),
        _hash_lines(others),
        tuple(_hash_lines([block.text_with_mark]) for block in numbered),
    )


def sealed_fields(opinion: Opinion) -> SealedFields:
    """What a seal holds of these fields."""
    return SealedFields(
        opinion.approved, tuple(map(hash_correction, opinion.corrections)), links_to(opinion)
    )


def hash_correction(correction: Correction) -> str:
    """Hash an entry in `corrections`: the day, the paragraphs and the words, each on a line."""
    return _hash_lines(
        [f"{correction.on}", " ".join(map(str, correction.at)), " ".join(correction.what.split())]
    )


def links_to(opinion: Opinion | Catalogued) -> tuple[str, ...]:
    """The ids of the questions and answers of an opinion, as links have them: `holding-1`."""
    issues = (f"issue-{issue.id}" for issue in opinion.issues)
    return (*issues, *(f"holding-{holding.id}" for holding in opinion.holdings))


def seal_path(opinion: OpinionId) -> str:
    """The path of an opinion's seal below the root: `opinions/ledger/2003/05.txt`."""
    return f"{LEDGER}/{opinion}.txt"


def read_seal(text: str, path: str) -> Seal | Fault:
    """Read the text of a seal; return a fault if it is damaged."""
    match = _SEAL.fullmatch(text)
    opinion = OpinionId.read(match["opinion"]) if match else None
    if match is None or opinion is None:
        return _damaged(text, path)
    if seal_path(opinion) != PurePosixPath(path).as_posix():
        message = f"this is the seal of opinion {opinion}, but the file has another name"
        return Fault(Location(path), FaultKind.SEAL, message)
    days = [match["sealed"], match["approved"]]
    if wrong := next((day for day in days if day and not _is_date(day)), None):
        line = text[: text.index(f" {wrong}\n")].count("\n") + 1
        return Fault(Location(path, line), FaultKind.SEAL, f"`{wrong}` is not a day")
    sealed = date.fromisoformat(match["sealed"]) if match["sealed"] else None
    approved = PartialDate.from_iso(match["approved"]) if match["approved"] else None
    if match["text"] is None:
        return Seal(opinion, sealed=sealed)
    corrections = int(match["corrections"])
    paragraphs = _numbered(match["paragraphs"])
    entries = _numbered(match["entries"] or "")
    if paragraphs is None or entries is None or (approved and len(entries) != corrections):
        return _damaged(text, path)
    hashes = TextHashes(match["markdown"], match["text"], match["headings"], paragraphs)
    links = tuple(re.findall("id (.*)\n", match["links"] or ""))
    fields = SealedFields(approved, entries, links) if approved else None
    return Seal(opinion, hashes, corrections, sealed, fields)


def _is_date(written: str) -> bool:
    try:
        return bool(PartialDate.from_iso(written).first_day)
    except ValueError:
        return False


def _numbered(lines: str) -> tuple[str, ...] | None:
    """The hashes on lines that are numbered from 1; None if a number is wrong."""
    numbered = _NUMBERED.findall(lines)
    if any(int(number) != place for place, (number, _) in enumerate(numbered, start=1)):
        return None
    return tuple(sha for _, sha in numbered)


def _damaged(text: str, path: str) -> Fault:
    """A fault at the first line that is not as a seal has it."""
    written = text.split("\n")
    lines = enumerate(zip(written, _line_patterns(written), strict=False), start=1)
    wrong = (number for number, (line, pattern) in lines if not re.fullmatch(pattern, line))
    message = "this line does not belong in a seal"
    return Fault(Location(path, next(wrong, 1)), FaultKind.SEAL, message)


def _line_patterns(lines: Sequence[str]) -> Iterator[str]:
    """Yield the expected pattern of each line, given the number of lines of each kind; endless."""
    starts = Counter(re.sub("[^a-z].*", "", line) for line in lines)
    yield f"url opinions/{_OPINION}/"
    if starts["sealed"]:
        yield f"sealed {_DAY}"
    yield "corrections [0-9]{1,4}"
    yield from (f"{name} {_SHA}" for name in ("markdown", "text", "headings"))
    yield from (f"p{number} {_SHA}" for number in range(1, starts["p"] + 1))
    if starts["approved"]:
        yield f"approved {_PARTIAL_DATE}"
        yield from (f"correction{number} {_SHA}" for number in range(1, starts["correction"] + 1))
    yield from repeat(f"id {_LINK}|" if starts["approved"] else "")


def _hash_lines(lines: Iterable[str]) -> str:
    return sha256_of_words("".join(f"{line}\n" for line in lines))
