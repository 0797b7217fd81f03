"""PDF fonts whose text encoding contradicts their glyphs."""

from collections import Counter
from collections.abc import Iterator, Mapping
from io import BytesIO
from unicodedata import category, name

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.encodingdb import EncodingDB
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1, stream_value
from pdfminer.psparser import PSLiteral, literal_name

from corpus.intake.pdf.pdfminer_file import DAMAGE
from corpus.intake.pdf.truetype_letters import letters_by_glyph
from corpus.intake.place import Place
from corpus.intake.remarks import Remark, RemarkKind

_ENCODINGS = {"WinAnsiEncoding", "MacRomanEncoding", "StandardEncoding"}
"""Those whose codes have the same letters in each font."""
_MANY_GLYPHS = 3
"""A font may draw a letter and a small capital of it, but hardly a third form."""


class FalseLetters:
    """Looks for false letters page by page; each font is read once."""

    def __init__(self) -> None:
        """Begin with no font."""
        self._by_font: dict[int, tuple[str, ...]] = {}

    def remarks(self, number: int, page: PDFPage) -> Iterator[Remark]:
        """Yield a remark with the false letters of the fonts of a page, or on a damaged font."""
        try:
            fonts = dict_value(dict_value(page.resources).get("Font", {}))
            false = [words for font in fonts.values() for words in self._of_font(font)]
        except DAMAGE:
            yield Remark(RemarkKind.FALSE_LETTERS, Place("page", number, number))
            return
        if false:
            words = ", ".join(dict.fromkeys(false))
            yield Remark(RemarkKind.FALSE_LETTERS, Place("page", number, number), words)

    def _of_font(self, reference: object) -> tuple[str, ...]:
        key = getattr(reference, "objid", id(reference))
        if key not in self._by_font:
            self._by_font[key] = tuple(_false_letters(dict_value(reference)))
        return self._by_font[key]


def _false_letters(font: Mapping[str, object]) -> Iterator[str]:
    """Yield `a for b` for each letter that a font gives for the sign of another one."""
    letters = _given_letters(font)
    signs = _signs_of_font(font) if letters else {}
    for code, letter in letters.items():
        sign = signs.get(code, letter)
        if _is_plain(sign) and (_is_invisible(letter) or _is_other_letter(letter, sign)):
            yield f"{_named(letter)} for {sign}"
    for letter, count in Counter(letters.values()).items():
        if _is_plain(letter) and letter.isalpha() and count >= _MANY_GLYPHS:
            yield f"{letter} for {count} glyphs"


def _given_letters(font: Mapping[str, object]) -> Mapping[int, str]:
    """The letter that a font itself gives for each code."""
    given = resolve1(font.get("ToUnicode"))
    if not isinstance(given, PDFStream):
        return {}
    letters = FileUnicodeMap()
    CMapParser(letters, BytesIO(given.get_data())).run()
    return letters.cid2unichr


def _is_plain(letter: str) -> bool:
    return len(letter) == 1 and letter.isascii() and letter.isalnum()


def _is_invisible(letter: str) -> bool:
    """Whether nobody sees it: a space, or a sign such as a soft hyphen."""
    return len(letter) == 1 and (letter.isspace() or category(letter) == "Cf")


def _is_other_letter(letter: str, sign: str) -> bool:
    """Whether a letter is not the one that its sign shows, or is not Latin."""
    if _is_plain(letter):
        return sign.casefold() != letter.casefold()
    return len(letter) == 1 and letter.isalpha() and not name(letter, "LATIN").startswith("LATIN")


def _named(letter: str) -> str:
    """A letter as a report shows it: one that looks like another, or like nothing, by its code."""
    if letter.isspace():
        return "a space"
    return letter if letter.isascii() else f"U+{ord(letter):04X}"


def _signs_of_font(font: Mapping[str, object]) -> Mapping[int, str]:
    """The letter of each code by the name of its glyph, or by the embedded font itself."""
    kind = literal_name(font.get("Subtype"))
    if kind == "Type0":
        descendants = list_value(font.get("DescendantFonts", []))
        return _signs_of_program(dict_value(descendants[0])) if descendants else {}
    if kind == "Type3":  # Its glyphs can have any name.
        return {}
    encoding = resolve1(font.get("Encoding"))
    if isinstance(encoding, PSLiteral) and encoding.name in _ENCODINGS:
        return EncodingDB.get_encoding(encoding.name)
    if not isinstance(encoding, dict):
        return {}
    differences = list_value(encoding.get("Differences", []))
    base = resolve1(encoding.get("BaseEncoding"))
    if isinstance(base, PSLiteral) and base.name in _ENCODINGS:
        return EncodingDB.get_encoding(base.name, differences)
    named = EncodingDB.get_encoding("none", differences)
    usual = EncodingDB.get_encoding("none")
    return {code: sign for code, sign in named.items() if usual.get(code) != sign}


def _signs_of_program(font: Mapping[str, object]) -> Mapping[int, str]:
    """The letters of the codes of an embedded TrueType font whose codes are its glyphs."""
    to_glyphs = resolve1(font.get("CIDToGIDMap"))
    program = dict_value(font.get("FontDescriptor", {})).get("FontFile2")
    if program is None or isinstance(to_glyphs, PDFStream):
        return {}
    return letters_by_glyph(stream_value(program).get_data())
