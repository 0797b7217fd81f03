"""The ledger: what was published once, with the hash of every paragraph, one small file a record.

A seal is a file of lines such as `p4 <SHA-256>`. Hashed are the words as printed, white space
folded, one line a block, each line with its end, in UTF-8.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import PurePosixPath

from corpus.findings import Fault, FaultKind, Location
from corpus.model.opinion import OpinionId
from corpus.text.approved_text import ApprovedText

_SHA = "[0-9a-f]{64}"
_SEAL = re.compile(
    rf"url (?P<url>opinions/(?P<year>[0-9]{{4}})/(?P<number>[0-9]{{2,6}})/)\n"
    rf"(?:corrections (?P<corrections>[0-9]{{1,4}})\nmarkdown (?P<markdown>{_SHA})\n"
    rf"text (?P<text>{_SHA})\nheadings (?P<headings>{_SHA})\n"
    rf"(?P<paragraphs>(?:p[0-9]+ {_SHA}\n)*))?"
)
_PARAGRAPH = re.compile(rf"p([0-9]+) ({_SHA})\n")


@dataclass(frozen=True, slots=True)
class TextHashes:
    """The hashes of an approved text, each a SHA-256 in hexadecimal."""

    markdown: str
    """Of the body as it is written: where it is the same, so are the words."""
    all_words: str
    """Of all words."""
    headings: str
    """Of the headings and the line that tells the approval, which have no number."""
    paragraphs: tuple[str, ...]
    """Of each numbered paragraph."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What was published of one opinion."""

    id: OpinionId
    text: TextHashes | None = None
    """None for an opinion whose text was not held."""
    corrections: int = 0
    """How many corrections of the text the seal knows of."""

    def __str__(self) -> str:
        """The seal as the lines of its file."""
        lines = [f"url {self.id.url}"]
        if text := self.text:
            lines += [f"corrections {self.corrections}", f"markdown {text.markdown}"]
            lines += [f"text {text.all_words}", f"headings {text.headings}"]
            lines += (f"p{number} {one}" for number, one in enumerate(text.paragraphs, start=1))
        return "\n".join(lines) + "\n"


def hash_text(text: ApprovedText) -> TextHashes:
    """The hashes of a text as it is now."""
    numbered = text.paragraphs.values()
    others = [block.text_with_mark for block in text.blocks if block.number is None]
    return TextHashes(
        digest(text.body),
        digest(text.plain_text + "\n"),
        _lines(others),
        tuple(_lines([block.text_with_mark]) for block in numbered),
    )


def digest(words: str) -> str:
    """The SHA-256 of words in UTF-8, in hexadecimal."""
    return sha256(words.encode()).hexdigest()


def seal_path(one: OpinionId) -> str:
    """Where the seal of an opinion lies, below the root: `opinions/ledger/2003/05.txt`."""
    return f"opinions/ledger/{one}.txt"


def read_seal(text: str, path: str) -> Seal | Fault:
    """Read the file of a seal, or say what is wrong with it."""
    found = _SEAL.fullmatch(text)
    if found is None:
        return _damaged(text, path)
    one = OpinionId(int(found["year"]), int(found["number"]))
    if seal_path(one) != PurePosixPath(path).as_posix():
        message = f"this is the seal of opinion {one}, and the file has another name"
        return Fault(Location(path), FaultKind.SEAL, message)
    if found["text"] is None:
        return Seal(one)
    numbers, paragraphs = _numbered(found["paragraphs"])
    if numbers != list(range(1, len(numbers) + 1)):
        return _damaged(text, path)
    hashes = TextHashes(found["markdown"], found["text"], found["headings"], paragraphs)
    return Seal(one, hashes, int(found["corrections"]))


def _numbered(lines: str) -> tuple[list[int], tuple[str, ...]]:
    found = _PARAGRAPH.findall(lines)
    return [int(number) for number, _ in found], tuple(one for _, one in found)


def _damaged(text: str, path: str) -> Fault:
    """The first line that no seal has at its place."""
    lines = zip(text.split("\n"), _shapes(), strict=False)
    wrong = (number for number, (line, one) in enumerate(lines, 1) if not re.fullmatch(one, line))
    return Fault(Location(path, next(wrong, 1)), FaultKind.SEAL, "this is not a line of a seal")


def _shapes() -> Iterator[str]:
    """What each line of a seal looks like."""
    yield r"url opinions/[0-9]{4}/[0-9]{2,6}/"
    yield "corrections [0-9]{1,4}"
    yield from (f"{name} {_SHA}" for name in ("markdown", "text", "headings"))
    yield from (f"p{number} {_SHA}|" for number in count(1))


def _lines(printed: Iterable[str]) -> str:
    return digest("".join(f"{line}\n" for line in printed))
