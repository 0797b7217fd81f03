"""OP0, continued: the letters of a file, which may be taken for others."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from unicodedata import category, name, normalize

from corpus.checks.registry import on_file
from corpus.findings import Location, Violation
from corpus.parsing.parsed_file import ParsedFile

_ASCII = bytes(range(0x80))
_LATIN = frozenset("ÆŒØĐŁÞÐẞæœøđłþðßªº")
"""Letters of the Latin alphabet that are no letter of ASCII with an accent."""

_WIDE = range(0xFF00, 0xFFF0)
"""Signs of ASCII once more, as wide as Chinese ones."""

_WORD = re.compile(r"\S+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U(00[01][0-9A-Fa-f]{5}))")
_SHOWN = 40


@on_file("OP015", hint="Type the word anew, with letters and digits of your own keyboard.")
def foreign_letter(file: ParsedFile[Any]) -> Iterable[Violation]:
    r"""Letters are those of the Latin alphabet with its accents, and digits are 0 to 9.

    Why:
        Others look the same to readers, and make another name or number of a word.

    Bad:
        title: "F\u0435es"

    Good:
        title: Fees
    """
    source = file.raw
    for text, line in ((source.yaml.text, source.yaml.first_line), (source.body, source.body_line)):
        for start, word, sign in _odd_words(text):
            message = f"`{word[:_SHOWN]}` has the sign {name(sign, f'U+{ord(sign):04X}')}"
            yield _location(source.path, text, line, start), message
    for found in _ESCAPE.finditer(source.yaml.text) if "\\" in source.yaml.text else ():
        sign = chr(int(found[1] or found[2] or found[3], 16))
        if _is_odd(sign):
            message = f"`{found[0]}` writes the sign {name(sign, f'U+{ord(sign):04X}')}"
            yield (
                _location(source.path, source.yaml.text, source.yaml.first_line, found.start()),
                message,
            )


def _odd_words(text: str) -> Iterator[tuple[int, str, str]]:
    """The words that have an odd sign, each with its place and the first such sign."""
    rest = text.encode(errors="replace").translate(None, _ASCII)
    if not any(map(_is_odd, set(rest.decode()))):
        return
    for word in _WORD.finditer(text):
        if not word[0].isascii() and (sign := next(filter(_is_odd, _composed(word[0])), "")):
            yield word.start(), word[0], sign


def _composed(word: str) -> Iterator[str]:
    """Its letters as they are, and the accents that are no part of one."""
    yield from filter(str.isalnum, word)
    yield from normalize("NFC", word)


@cache
def _is_odd(sign: str) -> bool:
    """Whether a sign is a letter, digit or mark that may be taken for one of the alphabet."""
    kind = category(sign)
    if sign.isascii() or sign in _LATIN:
        return False
    if kind.startswith("L"):
        return not (normalize("NFD", sign)[0].isascii() and name(sign, "").startswith("LATIN "))
    return kind in {"Nd", "Nl", "Mn", "Mc", "Me", "Co"} or ord(sign) in _WIDE


def _location(path: str, text: str, line: int, start: int) -> Location:
    """The place of a character of a text that begins at a line of a file."""
    return Location(path, line + text.count("\n", 0, start), start - text.rfind("\n", 0, start))
