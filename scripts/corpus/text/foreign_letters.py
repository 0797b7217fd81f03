"""Letters, digits and marks that are not Latin, such as look-alikes of Latin letters."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, name, normalize

_ASCII = bytes(range(0x80))
_LATIN = frozenset("ÆŒØĐŁÞÐẞæœøđłþðßªº")
"""Letters of the Latin alphabet that are not an ASCII letter with an accent."""

_WIDE = range(0xFF00, 0xFFF0)
"""ASCII characters in full width, as used beside Chinese characters."""

_WORD = re.compile(r"\S+")


def name_of(character: str) -> str:
    """The name of a character in Unicode, or its number."""
    return name(character, f"U+{ord(character):04X}")


def foreign_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word with a foreign character: its start, the word and the character."""
    rest = text.encode(errors="replace").translate(None, _ASCII)
    if not any(map(is_foreign, set(rest.decode()))):
        return
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        if character := next(filter(is_foreign, _characters(word[0])), ""):
            yield word.start(), word[0], character


def _characters(word: str) -> Iterator[str]:
    """Yield the letters and digits as typed, then everything with the accents joined."""
    yield from filter(str.isalnum, word)
    yield from normalize("NFC", word)


@cache
def is_foreign(character: str) -> bool:
    """Whether a character is a letter, digit or mark that is not Latin, or a lone accent."""
    if character.isascii() or character in _LATIN:
        return False
    kind = category(character)
    if kind.startswith("L"):
        base = normalize("NFD", character)[0]
        return not (base.isascii() and name(character, "").startswith("LATIN "))
    return kind in {"Nd", "Nl", "Mn", "Mc", "Me", "Co"} or ord(character) in _WIDE
