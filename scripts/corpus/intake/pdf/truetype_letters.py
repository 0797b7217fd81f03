"""Read from a TrueType font which letter each of its glyphs stands for."""

from collections.abc import Iterator, Mapping
from struct import unpack_from

_UNICODE, _WINDOWS = 0, 3
_WINDOWS_UNICODE = {1, 10}
_SEGMENTS = 4
"""The format of a table with a segment for each run of letters."""
_NO_LETTER = 0xFFFF


def letters_by_glyph(program: bytes) -> Mapping[int, str]:
    """The first letter of each glyph; raises `struct.error` if the font is damaged."""
    letters = dict[int, str]()
    for table in _unicode_tables(program):
        for code, glyph in _segments(program, table):
            letters.setdefault(glyph, chr(code))
    return letters


def _unicode_tables(program: bytes) -> Iterator[int]:
    """Yield where each table begins that maps Unicode letters to glyphs."""
    (count,) = unpack_from(">H", program, 4)
    for number in range(count):
        name, _, start, _ = unpack_from(">4s3I", program, 12 + 16 * number)
        if name != b"cmap":
            continue
        (tables,) = unpack_from(">H", program, start + 2)
        for index in range(tables):
            platform, encoding, offset = unpack_from(">HHI", program, start + 4 + 8 * index)
            is_windows = platform == _WINDOWS and encoding in _WINDOWS_UNICODE
            if is_windows or platform == _UNICODE:
                yield start + offset


def _segments(program: bytes, table: int) -> Iterator[tuple[int, int]]:
    """Yield the letters of a table, each as its code and its glyph."""
    form, _, _, length = unpack_from(">4H", program, table)
    if form != _SEGMENTS:
        return
    # Four lists follow each other, with an unused number after the first one.
    ends = table + 14
    starts, deltas, offsets = (ends + 2 + length * index for index in (1, 2, 3))
    for place in range(0, length, 2):
        (end,), (start,), (delta,), (offset,) = (
            unpack_from(">H", program, part + place) for part in (ends, starts, deltas, offsets)
        )
        for code in range(start, end + 1):
            glyph = code
            if offset:  # It counts from its own place.
                (glyph,) = unpack_from(">H", program, offsets + place + offset + 2 * (code - start))
            if glyph and code != _NO_LETTER:
                yield code, (glyph + delta) & 0xFFFF
