"""Words that are probably damaged: in a wrong encoding, or with a space or a sign inside a word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from corpus.intake.document import SourceDocument, TextBlock
from corpus.intake.remarks import Remark, RemarkKind
from corpus.parsing.damage import LOST, may_be_misread, without_misread_characters

_BROKEN_NUMBER = re.compile(
    r"(?:[A-Z]\w+ )?(?<![\d\w.,/:-])(?<!\d )\d{1,2} (?:\d{1,2}(?![\d\w/]|\.\d| ?\d)|\.\d+)"
)
"""A space between digits that are a day or a number: `May 1 8`, `Rule 4 .1`."""
_LATIN = "[A-Za-zÀ-ɏ]"
_ADDRESS = re.compile(r"[@/\\=_]|www\.|\.\w+\?")
"""What e-mail addresses, web addresses and file names contain."""
_SIGN_WITHIN = re.compile(rf"({_LATIN}+)(?:[\"#$%^~*°«»]+|(?P<joining>[;!?&]+))({_LATIN}+)")
"""The signs in the group `joining` also stand between two words: `AT&T`, `Yahoo!Inc`."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 2
_SHORT_WORD = re.compile("a[mnst]?|b[ey]|do|ex|go|he|i[fnst]?|m[ey]|no|o[fnr]|so|to|u[ps]|we")
"""The words that have so few letters; anything else that short is part of a word."""


def with_remarks_on_doubtful_words(document: SourceDocument) -> SourceDocument:
    """The document with a remark on each of its doubtful words."""
    blocks = (*document.blocks, *document.footnotes)
    known = Counter(word for block in blocks for word in _words(block.text))
    remarks = [remark for block in blocks for remark in _remarks(block, known)]
    return replace(document, remarks=(*document.remarks, *remarks)) if remarks else document


def _remarks(block: TextBlock, known: Counter[str]) -> Iterator[Remark]:
    text = block.text
    for word in _misread_words(text):
        yield Remark(RemarkKind.MISREAD, block.place, word)
    for words in (*_BROKEN_NUMBER.findall(text), *_broken_words(text, known)):
        yield Remark(RemarkKind.BROKEN, block.place, words)
    for word in filter(_has_sign_within, text.split()):
        yield Remark(RemarkKind.SIGN_WITHIN, block.place, word)


def _misread_words(text: str) -> Iterator[str]:
    """Yield the words with signs that a wrong encoding leaves; a lost sign has its own remark."""
    if not may_be_misread(text):
        return
    known = text.replace(LOST, " ")
    pairs = zip(known.split(" "), without_misread_characters(known).split(" "), strict=True)
    yield from (word for word, without in pairs if word != without)


def _broken_words(text: str, known: Counter[str]) -> Iterator[str]:
    """Yield neighbors that the document has elsewhere as one word, if one is the rest of a word."""
    for word, following in pairwise(text.split(" ")):
        parts = [*_words(word), *_words(following)]
        is_pair = len(parts) == len([word, following]) and word.isalpha()
        is_rest = any(len(part) <= _SHORT and not _SHORT_WORD.fullmatch(part) for part in parts)
        if is_pair and is_rest and known["".join(parts)]:
            yield f"{word} {following}"


def _has_sign_within(word: str) -> bool:
    """Whether a sign stands between the letters of a word, where nobody types or prints one."""
    match = _SIGN_WITHIN.search(word)
    if match is None or _ADDRESS.search(word):
        return False
    before, after = match[1], match[3]
    if match["joining"]:
        return before[-1].islower() and after[0].islower()
    return len(before + after) > _SHORT


def _words(text: str) -> Iterable[str]:
    return _WORD.findall(text.casefold())
