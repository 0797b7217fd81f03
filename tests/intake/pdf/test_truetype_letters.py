"""The letters of glyphs are those that a TrueType font has for them."""

from collections.abc import Sequence
from struct import pack

import pytest

from corpus.intake.pdf.truetype_letters import letters_by_glyph

END = (0xFFFF, 0xFFFF, 1, 0)
"""The segment that each table ends with."""


def font(segments: Sequence[tuple[int, int, int, int]], glyphs: Sequence[int] = ()) -> bytes:
    """A font whose table has these segments: first and last code, delta and offset."""
    starts, ends, deltas, offsets = zip(*segments, strict=True)
    numbers = (*ends, 0, *starts, *deltas, *offsets, *glyphs)
    table = pack(f">7H{len(numbers)}H", 4, 0, 0, 2 * len(segments), 0, 0, 0, *numbers)
    tables = pack(">HHHHI", 0, 1, 3, 1, 12)
    return pack(">IHHHH4s3I", 0x10000, 1, 0, 0, 0, b"cmap", 0, 28, 0) + tables + table


@pytest.mark.parametrize(
    ("segments", "glyphs", "letters"),
    [
        ([(65, 67, 0x10000 - 60, 0), END], [], {5: "A", 6: "B", 7: "C"}),
        # An offset counts from its own place in the list of offsets.
        ([(65, 66, 0, 4), END], [8, 9], {8: "A", 9: "B"}),
        ([(49, 49, 0, 6), (65, 66, 0, 6), END], [3, 8, 9], {3: "1", 8: "A", 9: "B"}),
        ([(65, 66, 2, 4), END], [8, 0], {10: "A"}),
        ([(65, 65, 0x10000 - 60, 0), (913, 913, 0x10000 - 908, 0), END], [], {5: "A"}),
    ],
)
def test_each_glyph_has_its_first_letter(
    segments: Sequence[tuple[int, int, int, int]], glyphs: Sequence[int], letters: dict[int, str]
) -> None:
    assert letters_by_glyph(font(segments, glyphs)) == letters
