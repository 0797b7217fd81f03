"""What is on a PDF page besides its text: pictures, watermarks, comments."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from corpus.intake.hidden_signs import words_with_zero_width
from corpus.intake.pdf.drop_caps import with_small_drop_caps
from corpus.intake.pdf.page import SCANNED, Page, Word
from corpus.intake.remarks import Remark, RemarkKind

_SLIGHT = 1
"""Words that slant by no more than this many degrees from the text stay in their line."""
_FEW_LETTERS = 150
"""A stamp or a page number on a scanned page has fewer letters than this."""
_LARGE = 2.5
"""A watermark that lies over the text is this many times as large."""
_STAMP = re.compile(r"(?i)(?:draft|copy|confidential|sample|void|unofficial)\W*")
"""What a large word that stands alone says if it is a watermark."""
_UNREADABLE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\xa8\\xb4\\xb8\\u02c6-\\u02dd\\ufffd\\ue000-\\uf0b6\\uf0b8-\\uf8ff]"
)
"""A sign without a letter, or an accent that stands beside its letter."""


def clean_page(
    page: Page, font_size: float, repeated: Collection[str]
) -> tuple[Page, list[Remark]]:
    """The page with the words of its text only, and remarks on everything else.

    `repeated` are the `turned_words` that several pages have.
    """
    page, drop_caps = with_small_drop_caps(page, font_size)
    is_repeated = turned_words(page) in repeated
    watermark = [
        word
        for word in page.words
        if _is_watermark(word, page, font_size) or (is_repeated and not word.style.is_level)
    ]
    turned = [word for word in page.words if not word.style.is_level and word not in watermark]
    left_out = [*watermark, *turned]
    kept = replace(page, words=tuple(word for word in page.words if word not in left_out))
    return kept, [*_remarks(page, watermark, turned), *drop_caps]


def turned_words(page: Page) -> str:
    """The words of a page that run in another direction than its text."""
    return " ".join(word.text for word in page.words if not word.style.is_level)


def is_without_text(page: Page) -> bool:
    """Whether a page has no words, or only a stamp, besides those in its pictures."""
    letters = sum(len(word.text) for word in page.words)
    is_stamped = page.picture >= SCANNED and letters < _FEW_LETTERS
    return not page.words or (is_stamped and not page.is_machine_read)


def _is_watermark(word: Word, page: Page, font_size: float) -> bool:
    """Whether a large word runs in another direction than the text, or lies over it."""
    return word.size >= _LARGE * font_size and (
        not word.style.is_level
        or _STAMP.fullmatch(word.text) is not None
        or _lies_over_text(word, page)
    )


def _lies_over_text(word: Word, page: Page) -> bool:
    return any(
        other.left < word.right
        and other.right > word.left
        and word.top < other.baseline < word.bottom
        for other in page.words
        if other is not word
    )


def _slants(word: Word) -> bool:
    """Whether a word is nearly level, but slants enough to be beside another line."""
    return word.style.is_level and abs(word.style.direction) > _SLIGHT


def _is_unseen(word: Word, page: Page) -> bool:
    """Whether a word can hardly be seen, or only a copy of it in a picture."""
    return word.style.faint or (word.style.invisible and not page.is_machine_read)


def _remarks(page: Page, watermark: list[Word], turned: list[Word]) -> Iterator[Remark]:
    if page.is_machine_read:
        yield Remark(RemarkKind.MACHINE_READ, page.place)
        yield from (Remark(RemarkKind.UNSURE_WORD, page.place, word) for word in page.unsure)
        yield from (Remark(RemarkKind.PERHAPS_TWO, page.place, word) for word in page.perhaps_two)
    elif page.picture or page.has_drawing:
        kind = RemarkKind.SCANNED_PAGE if is_without_text(page) else RemarkKind.PICTURE
        yield Remark(kind, page.place)
    elif not page.words:
        yield Remark(RemarkKind.EMPTY_PAGE, page.place)
    if page.hidden:
        yield Remark(RemarkKind.HIDDEN, page.place, unquoted=len(page.hidden))
    unusual = {
        RemarkKind.WATERMARK: [word.text for word in watermark],
        RemarkKind.TURNED: [word.text for word in turned],
        RemarkKind.SHOWN_ELSEWHERE: [word.text for word in page.words if _slants(word)],
        RemarkKind.COVERED: page.covered,
        RemarkKind.LINE_THROUGH: page.struck,
        RemarkKind.FAINT: [word.text for word in page.words if _is_unseen(word, page)],
    }
    for kind, words in unusual.items():
        if words:
            yield Remark(kind, page.place, " ".join(words))
    yield from (Remark(RemarkKind.FORM_FIELD, page.place, words) for words in page.annotations)
    for word in page.words:
        if words := words_with_zero_width(word.text):
            yield Remark(RemarkKind.HIDDEN_SIGN, page.place, words)
        if _UNREADABLE.search(word.text):
            yield Remark(RemarkKind.UNREADABLE_SIGN, page.place, word.text)
