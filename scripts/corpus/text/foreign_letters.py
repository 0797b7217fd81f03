"""Letters, digits and marks that are not Latin, such as look-alikes of Latin letters."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from unicodedata import category, name, normalize

_ASCII = bytes(range(0x80))
_LATIN = frozenset("ÆŒØĐŁÞÐẞæœøđłþðßªº")
"""Letters of the Latin alphabet that are not an ASCII letter with an accent."""

_WIDE = range(0xFF00, 0xFFF0)
"""ASCII characters in full width, as used beside Chinese characters."""

_LETTERLIKE = range(0x2100, 0x2150)
_USUAL_SIGNS = frozenset("¦©®°™℠№℅℗\ufffd")
"""Symbols that stand in English texts, and the sign for a byte that could not be read."""

_WORD = re.compile(r"\S+")
_ALNUM = re.compile(r"[A-Za-z0-9]")
_BETWEEN_LETTERS = re.compile(r"(?<=[^\W\d_])[^\w\s](?=[^\W\d_])")


def unicode_name(character: str) -> str:
    """The name of a character in Unicode, or its number."""
    return name(character, f"U+{ord(character):04X}")


def foreign_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word with a foreign character: its start, the word and the character."""
    if text.isascii():
        return
    rest = text.encode(errors="replace").translate(None, _ASCII)
    if not may_be_foreign(rest.decode()):
        return
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        symbols = filter(_is_symbol, _BETWEEN_LETTERS.findall(word[0]))
        if character := next(chain(filter(is_foreign, _characters(word[0])), symbols), ""):
            yield word.start(), word[0], character


def may_be_foreign(characters: str) -> bool:
    """Whether a text with these characters may have foreign ones, or symbols within its words."""
    return any(is_foreign(each) or _is_symbol(each) for each in set(characters))


def _characters(word: str) -> Iterator[str]:
    """Yield the letters and digits as typed, then everything with the accents joined."""
    yield from filter(str.isalnum, word)
    yield from normalize("NFC", word)


@cache
def is_foreign(character: str) -> bool:
    """Whether a character is a letter, a digit, a mark or a sign like a letter, and not Latin."""
    if character.isascii() or character in _LATIN:
        return False
    kind = category(character)
    if kind.startswith("L"):
        base = normalize("NFD", character)[0]
        return not (base.isascii() and name(character, "").startswith("LATIN "))
    if kind in {"Nd", "Nl", "Mn", "Mc", "Me", "Co"} or ord(character) in _WIDE:
        return True
    return _is_symbol(character) and (
        ord(character) in _LETTERLIKE or bool(_ALNUM.search(normalize("NFKC", character)))
    )


def _is_symbol(character: str) -> bool:
    """Whether a character is a symbol that can look like a letter within a word."""
    return category(character) == "So" and character not in _USUAL_SIGNS
