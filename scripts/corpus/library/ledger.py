"""The ledger: one seal for each published opinion, with the hash of every paragraph.

A seal is a file of lines such as `p4 <SHA-256>`. The line `sealed 2026-11-26` is missing in older
ones. The hashes are of the printed words in UTF-8, with white space folded, one line for each
block, and a line end after each line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import PurePosixPath

from corpus.findings import Fault, FaultKind, Location
from corpus.model.opinion import OpinionId
from corpus.text.approved_text import ApprovedText

_SHA = "[0-9a-f]{64}"
_SEAL = re.compile(
    rf"url (?P<url>opinions/(?P<year>[0-9]{{4}})/(?P<number>[0-9]{{2,6}})/)\n"
    r"(?:sealed (?P<sealed>[0-9]{4}-[0-9]{2}-[0-9]{2})\n)?"
    rf"(?:corrections (?P<corrections>[0-9]{{1,4}})\nmarkdown (?P<markdown>{_SHA})\n"
    rf"text (?P<text>{_SHA})\nheadings (?P<headings>{_SHA})\n"
    rf"(?P<paragraphs>(?:p[0-9]+ {_SHA}\n)*))?"
)
_PARAGRAPH = re.compile(rf"p([0-9]+) ({_SHA})\n")


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

    def __str__(self) -> str:
        """The text of the seal's file."""
        lines = [f"url {self.id.url}"]
        if self.sealed:
            lines.append(f"sealed {self.sealed}")
        if text := self.text:
            lines += [f"corrections {self.corrections}", f"markdown {text.markdown}"]
            lines += [f"text {text.all_words}", f"headings {text.headings}"]
            lines += (f"p{number} {sha}" for number, sha in enumerate(text.paragraphs, start=1))
        return "\n".join(lines) + "\n"


def hash_text(text: ApprovedText) -> TextHashes:
    """Hash an approved text."""
    numbered = text.paragraphs.values()
    others = [block.text_with_mark for block in text.blocks if block.number is None]
    return TextHashes(
        digest(text.body),
        digest(text.plain_text + "\n"),
        _hash_lines(others),
        tuple(_hash_lines([block.text_with_mark]) for block in numbered),
    )


def digest(words: str) -> str:
    """The SHA-256 of words in UTF-8, in hexadecimal."""
    return sha256(words.encode()).hexdigest()


def seal_path(opinion: OpinionId) -> str:
    """The path of an opinion's seal below the root: `opinions/ledger/2003/05.txt`."""
    return f"opinions/ledger/{opinion}.txt"


def read_seal(text: str, path: str) -> Seal | Fault:
    """Read the text of a seal; return a fault if it is damaged."""
    match = _SEAL.fullmatch(text)
    if match is None:
        return _damaged(text, path)
    opinion = OpinionId(int(match["year"]), int(match["number"]))
    if seal_path(opinion) != PurePosixPath(path).as_posix():
        message = f"this is the seal of opinion {opinion}, but the file has another name"
        return Fault(Location(path), FaultKind.SEAL, message)
    try:
        sealed = date.fromisoformat(match["sealed"]) if match["sealed"] else None
    except ValueError:
        return Fault(Location(path, 2), FaultKind.SEAL, f"`{match['sealed']}` is not a day")
    if match["text"] is None:
        return Seal(opinion, sealed=sealed)
    paragraphs = _PARAGRAPH.findall(match["paragraphs"])
    if any(int(number) != place for place, (number, _) in enumerate(paragraphs, start=1)):
        return _damaged(text, path)
    digests = tuple(sha for _, sha in paragraphs)
    hashes = TextHashes(match["markdown"], match["text"], match["headings"], digests)
    return Seal(opinion, hashes, int(match["corrections"]), sealed)


def _damaged(text: str, path: str) -> Fault:
    """A fault at the first line that is not as a seal has it."""
    has_day = "\nsealed " in text
    lines = enumerate(zip(text.split("\n"), _line_patterns(has_day), strict=False), start=1)
    wrong = (number for number, (line, pattern) in lines if not re.fullmatch(pattern, line))
    message = "this line does not belong in a seal"
    return Fault(Location(path, next(wrong, 1)), FaultKind.SEAL, message)


def _line_patterns(has_day: bool) -> Iterator[str]:  # noqa: FBT001 - whether a line is there
    """The pattern of each line of a seal, without end."""
    yield r"url opinions/[0-9]{4}/[0-9]{2,6}/"
    if has_day:
        yield "sealed [0-9]{4}-[0-9]{2}-[0-9]{2}"
    yield "corrections [0-9]{1,4}"
    yield from (f"{name} {_SHA}" for name in ("markdown", "text", "headings"))
    yield from (f"p{number} {_SHA}|" for number in count(1))


def _hash_lines(lines: Iterable[str]) -> str:
    return digest("".join(f"{line}\n" for line in lines))
