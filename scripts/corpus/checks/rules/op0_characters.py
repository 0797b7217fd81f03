"""OP0: look-alikes of Latin letters and digits, and signs that no font has."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from unicodedata import category, name, normalize

from corpus.checks.registry import on_file
from corpus.findings import Level, Location, Violation
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.printable import unprintable, with_printable_signs

_ASCII = bytes(range(0x80))
_LATIN = frozenset("ÆŒØĐŁÞÐẞæœøđłþðßªº")
"""Letters of the Latin alphabet that are not an ASCII letter with an accent."""

_WIDE = range(0xFF00, 0xFFF0)
"""ASCII characters in full width, as used beside Chinese characters."""

_WORD = re.compile(r"\S+")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U(00[01][0-9A-Fa-f]{5}))")
_MOST_SHOWN = 40
"""How many characters of a word a message shows."""


@on_file("OP015", hint="Type the word again with your own keyboard.")
def foreign_letter(file: ParsedFile[Any]) -> Iterable[Violation]:
    r"""Letters are from the Latin alphabet, with or without accents, and digits are 0 to 9.

    Why: Look-alikes from other alphabets look right to readers but make another word or number.
    Bad: title: "F\u0435es"
    Good: title: Fees
    """
    raw = file.raw
    yaml, first_line = raw.yaml.text, raw.yaml.first_line
    for text, line in ((yaml, first_line), (raw.body, raw.body_line)):
        for start, word, character in _foreign_words(text):
            message = f"`{word[:_MOST_SHOWN]}` contains the character {_name(character)}"
            yield Location.in_text(raw.path, text, line, start), message
    for escape in _ESCAPE.finditer(yaml) if "\\" in yaml else ():
        character = chr(int(escape[1] or escape[2] or escape[3], 16))
        if _is_foreign(character):
            message = f"`{escape[0]}` stands for the character {_name(character)}"
            yield Location.in_text(raw.path, yaml, first_line, escape.start()), message


@on_file(
    "OP019",
    hint="Say it in words if it is in a field. In an approved text, list an exception in waivers.",
    level=Level.WARNING,
)
def unprintable_sign(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Every sign can be printed with the fonts of the PDF files.

    Why: The PDF of an opinion shows the number of such a sign, such as [U+1F600], in its place.
    Bad: title: "A message with a \U0001f600"
    Good: title: A message with a smiling face
    """
    raw = file.raw
    if raw.path.startswith("pages/"):
        return  # no PDF shows anything of a hand-written page
    for text, line in ((raw.yaml.text, raw.yaml.first_line), (raw.body, raw.body_line)):
        for sign in unprintable(text):
            if not _is_foreign(sign[0]):
                message = f"no font has the sign {_name(sign[0])}; the PDF has {_printed(sign[0])}"
                yield Location.in_text(raw.path, text, line, sign.start()), message


def _printed(sign: str) -> str:
    return f"`{with_printable_signs(sign)}` there"


def _name(character: str) -> str:
    """The name of a character in Unicode, or its number."""
    return name(character, f"U+{ord(character):04X}")


def _foreign_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word with a foreign character: its start, the word and the character."""
    rest = text.encode(errors="replace").translate(None, _ASCII)
    if not any(map(_is_foreign, set(rest.decode()))):
        return
    for word in _WORD.finditer(text):
        if word[0].isascii():
            continue
        if character := next(filter(_is_foreign, _characters(word[0])), ""):
            yield word.start(), word[0], character


def _characters(word: str) -> Iterator[str]:
    """Yield the letters and digits as typed, then everything with the accents joined."""
    yield from filter(str.isalnum, word)
    yield from normalize("NFC", word)


@cache
def _is_foreign(character: str) -> bool:
    """Whether a character is a letter, digit or mark that is not Latin, or a lone accent."""
    if character.isascii() or character in _LATIN:
        return False
    kind = category(character)
    if kind.startswith("L"):
        base = normalize("NFD", character)[0]
        return not (base.isascii() and name(character, "").startswith("LATIN "))
    return kind in {"Nd", "Nl", "Mn", "Mc", "Me", "Co"} or ord(character) in _WIDE
