"""Characters of symbol fonts, which have no meaning without their font, as Unicode."""

import re
from collections.abc import Iterator

from corpus.intake.document import clean_text

_PRIVATE_START, _PRIVATE_END = 0xF000, 0xF0FF
"""Where Word keeps the characters of symbol fonts; 0xF041 is the character 0x41 of the font."""

_LETTERS = range(0x20, 0xD800)
"""The characters that a font of letters shows as Unicode has them."""


def _numbered(first: int, characters: str) -> Iterator[tuple[int, str]]:
    """Yield characters with their numbers in a font; a space is a number that means nothing."""
    for number, character in enumerate(characters, first):
        if character != " ":
            yield number, character


_SYMBOL = dict(
    (
        (0x20, " "),
        *_numbered(0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
        *_numbered(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
        *_numbered(0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
        *_numbered(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
        *_numbered(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
        *_numbered(0xE0, "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
    )
)
_WINGDINGS = dict(
    (
        (0x20, " "),
        *_numbered(0x6C, "● ■□ ❑❒  ◆❖"),
        *_numbered(0x9F, "•"),
        *_numbered(0xA7, "▪◻"),
        *_numbered(0xDF, "←→↑↓"),
        *_numbered(0xFB, "✗✓☒☑"),
    )
)
_WORDPERFECT = dict(
    (
        *_numbered(0x24, "•*¶§¡¿«»£¥₧ƒªº½¼¢²ⁿ®©¤¾³‛’‘‟”“–—‹›"),
        *_numbered(0x48, "†‡™"),
        *_numbered(0x59, "…"),
        *_numbered(0x61, "⅓⅔⅛⅜⅝⅞"),
    )
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wp typographicsymbols": _WORDPERFECT}

_SYMBOL_FONTS = re.compile(r"(?i)symbol|dings|^wp |^mt extra|marlett|bookshelf")
"""The names of fonts that show other characters than Unicode says."""

_BULLET = "\uf0b7"
"""The bullet, which stands in texts of any font."""

UNREADABLE = "\ufffd"
"""What stands for a character that no table has; `check` reports it in a record."""


def symbol(font: str, number: int) -> str:
    """The character with a number in a symbol font; `UNREADABLE` if that is unknown."""
    is_private = _PRIVATE_START <= number <= _PRIVATE_END
    if not (is_private or _SYMBOL_FONTS.search(font)):
        is_letter = number in _LETTERS and clean_text(chr(number)) != ""
        return chr(number) if is_letter else UNREADABLE
    if number > _PRIVATE_END:
        return UNREADABLE
    number -= _PRIVATE_START if is_private else 0
    return _FONTS.get(font.lower(), {}).get(number, UNREADABLE)


def with_symbols(text: str, font: str) -> str:
    """Text with the characters that a symbol font puts in the place of letters."""
    is_symbol_font = font.lower() in _FONTS
    return "".join(
        symbol(font, ord(character)) if is_symbol_font or _is_private(character) else character
        for character in text
    )


def _is_private(character: str) -> bool:
    return _PRIVATE_START <= ord(character) <= _PRIVATE_END and character != _BULLET
