"""The characters that the fonts of the PDF files can print."""

import re

_RANGES = (
    (0x20, 0x7E), (0xA0, 0x377), (0x384, 0x38A), (0x38E, 0x3A1), (0x3A3, 0x4FF),
    (0x5D0, 0x5EA), (0x621, 0x63A), (0x640, 0x652), (0x660, 0x669), (0x1E00, 0x1EFF),
    (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x2040), (0x2044, 0x2052), (0x2074, 0x208E),
    (0x20A0, 0x20C0), (0x2100, 0x211E), (0x2120, 0x2120), (0x2122, 0x2122), (0x2126, 0x2151),
    (0x2153, 0x2184), (0x2190, 0x23FF), (0x2460, 0x262F), (0x2638, 0x268B), (0x2713, 0x2727),
    (0x27E6, 0x27EF), (0xFB00, 0xFB06), (0xFFFC, 0xFFFD),
)  # fmt: skip
"""The first and the last characters of what the fonts have; a test prints all of them."""

PRINTABLE = "".join(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""Letters of the Latin, Greek, Cyrillic, Hebrew and Arabic alphabets, and many signs."""

_UNPRINTABLE = re.compile(
    "[^\n\t" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in _RANGES) + "]"
)

_ASCII_TEXT = b"\n\t" + bytes(range(0x20, 0x7F))
"""What most texts consist of; only the rest has to be searched."""


def unprintable(text: str) -> list[re.Match[str]]:
    """The characters of a text that no font has."""
    if text.isascii():
        return []
    rest = text.encode(errors="replace").translate(None, _ASCII_TEXT).decode()
    return list(_UNPRINTABLE.finditer(text)) if _UNPRINTABLE.search(rest) else []


def with_printable_signs(text: str) -> str:
    """The text with `[U+1F600]` for each character that no font has."""
    return _UNPRINTABLE.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)
