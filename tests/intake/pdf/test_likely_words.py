"""Words of a PDF that no letters of a language make show that its fonts give false letters."""

import pytest

from corpus.intake.pdf.likely_words import unlikely_words
from corpus.intake.remarks import RemarkKind
from intake.sample_pdfs import heading, lines, read_pdf, remarks_of

TEXT = (
    "The mediator asked the Board of the harbor whether she may tell one party what the other "
    "said in caucus, and whether it matters that the mediation had ended before she was asked."
)
SHIFTED = "".join(chr(ord(letter) + 1) if letter.isalpha() else letter for letter in TEXT)
WITHOUT_VOWELS = "".join(letter for letter in TEXT if letter not in "aeiou")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (TEXT, None),
        (TEXT.upper(), None),
        ("Mr. Schmdt of the NCGS and NCDRC wrote Pfft, shhh.", None),
        ("Müller und Łódź fuhren über Öl, Ämter und Übung.", None),
        ("Она спросила совет, может ли она сказать это другой стороне.", None),
        (f"{WITHOUT_VOWELS} {WITHOUT_VOWELS}", "mdtr"),
        (TEXT.translate({ord(vowel): "x" for vowel in "aeiou"}), "mxdxxtxr"),
        (2 * f"{SHIFTED} ", "nfejbups"),
    ],
)
def test_words_that_no_language_has_are_told(text: str, first: str | None) -> None:
    assert next(iter(unlikely_words(text)), None) == first


def test_a_page_of_such_words_is_named() -> None:
    page = lines(*(f"{WITHOUT_VOWELS[:60]} {number}" for number in range(3)))
    kinds = {kind for _, kind, _ in remarks_of(read_pdf(heading() + page))}
    assert RemarkKind.FALSE_LETTERS in kinds
