"""OP0: look-alikes of Latin letters and digits, and characters that no font has."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.checks.registry import on_file
from corpus.findings import Level, Location, Violation
from corpus.parsing.parsed_file import ParsedFile
from corpus.text.foreign_letters import foreign_words, is_foreign, may_be_foreign, unicode_name
from corpus.text.printable import unprintable, with_printable_signs

_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_HALVES = range(0xD800, 0xE000)
"""Codes that mean a character only in pairs, and never in YAML."""
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
    yaml = raw.yaml.text
    first_line = raw.yaml.first_line
    texts = ((yaml, first_line), (raw.body, raw.body_line))
    for text, line in texts if may_be_foreign(raw.unusual) else ():
        for start, word, character in foreign_words(text):
            name = unicode_name(character)
            message = f"`{word[:_MOST_SHOWN]}` contains the character {name}"
            place = Location.in_text(raw.path, text, line, start)
            yield Violation(place, message, subject=name)
    for place, escape, character in _escapes(file):
        if not character:
            message = f"`{escape}` stands for no character"
            yield Violation(place, message, subject=escape)
        elif is_foreign(character):
            name = unicode_name(character)
            message = f"`{escape}` stands for the character {name}"
            yield Violation(place, message, subject=name)


@on_file(
    "OP019",
    hint="Say it in words if it is in a field. In an approved text, list an exception in waivers.",
    level=Level.WARNING,
)
def unprintable_sign(file: ParsedFile[Any]) -> Iterable[Violation]:
    """Every character can be printed with the fonts of the PDF files.

    Why: The PDF of an opinion shows the number of any other, such as [U+1F600], in its place.
    Bad: title: "A message with a \U0001f600"
    Good: title: A message with a smiling face
    """
    raw = file.raw
    if raw.path.startswith("pages/"):
        return  # no PDF shows anything of a hand-written page
    texts = ((raw.yaml.text, raw.yaml.first_line), (raw.body, raw.body_line))
    for text, line in texts if unprintable(raw.unusual) else ():
        for sign in unprintable(text):
            if not is_foreign(sign[0]):
                yield _lacking(sign[0], Location.in_text(raw.path, text, line, sign.start()))
    for place, _, character in _escapes(file):
        if unprintable(character) and not is_foreign(character):
            yield _lacking(character, place)


def _escapes(file: ParsedFile[Any]) -> Iterator[tuple[Location, str, str]]:
    r"""Codes such as `\u0435` in the fields: the place, the code, and its character or nothing."""
    raw = file.raw
    yaml = file.raw.yaml
    for escape in _ESCAPE.finditer(yaml.text) if "\\" in yaml.text else ():
        code = int(escape[1] or escape[2] or escape[3], 16)
        character = "" if code in _HALVES or code > sys.maxunicode else chr(code)
        place = Location.in_text(raw.path, yaml.text, yaml.first_line, escape.start())
        yield place, escape[0], character


def _lacking(sign: str, place: Location) -> Violation:
    name = unicode_name(sign)
    printed = with_printable_signs(sign)
    message = f"the fonts of the PDF lack {name}; it shows `{printed}` instead"
    return Violation(place, message, subject=name)
