"""The text of an opinion that is new here, compared with its kept document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.intake.long_text_diff import words_of
from corpus.model.commission import Commission
from corpus.review.documents.block_places import Document, Span
from corpus.review.documents.normal_words import normal_words
from corpus.review.documents.text import DocumentText
from corpus.review.documents.text_of_opinion import heading_words
from corpus.text.alignment import differences
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role
from corpus.text.other_numbers import name_of, other_numbers

_LABEL = re.compile(r"[^\W\d_][\w ]{0,15}:\s")
_SENTENCE = re.compile(r"[.?!][”’\"')\]]*$")
_WORDS_OF_A_SENTENCE = 8


@dataclass(frozen=True, slots=True)
class OtherWords:
    """A place where the text and the document do not agree."""

    where: str
    """`¶ 3`; empty if only the document has it."""
    in_document: str
    """Empty if only the text has it."""
    in_text: str
    after: str = ""
    """If only the document has it: the words before it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentComparison:
    """Where a new text and its document agree and differ."""

    opinion: str
    document: str
    of_volume: str = ""
    """Which part of a volume was compared; empty if all of the document was."""
    why_not_compared: str = ""
    """Why they could not be compared; empty if they were."""
    others: tuple[OtherWords, ...] = ()
    spellings: tuple[OtherWords, ...] = ()
    """Where the same words have other capitals, hyphens, spaces or kinds of signs."""
    moved: tuple[str, ...] = ()
    """What stands elsewhere in the document: `¶ 3`."""
    other_numbers: tuple[str, ...] = ()
    """Why paragraphs have other numbers in the document: `¶ 3 and ¶ 4 are one paragraph`."""
    left_out: tuple[str, ...] = ()
    """Lines of the document that a text seldom has, such as its letterhead."""
    unseen: tuple[str, ...] = ()
    """What the file of the document holds that no text shows, such as `comments`."""

    @property
    def speaks_against(self) -> bool:
        """Whether the text has other words than the document, or another order."""
        return bool(self.others or self.moved)

    @property
    def differs(self) -> bool:
        """Whether it names any place to look at."""
        return self.speaks_against or bool(self.other_numbers or self.spellings)


@dataclass(frozen=True, slots=True)
class _Placed:
    """The blocks of a text and where each is in the document, as far as it has them."""

    document: Document
    places: dict[int, Span]
    start_of_footnotes: int

    @property
    def paragraphs(self) -> dict[int, range]:
        """The paragraphs of the document in which each block is."""
        return {index: self.document.paragraphs_of(span) for index, span in self.places.items()}


def compare_with_document(
    opinion: str, path: str, text: ApprovedText, document: DocumentText, commission: Commission
) -> DocumentComparison:
    """The new text of an opinion beside the document at a path, or its part of it."""
    placed = _place(text.blocks, document.paragraphs, document.footnotes)
    first = _first_paragraph(text.blocks, placed.places)
    others = [*_other_wordings(text, placed, document.left_out)]
    left_out = list(document.left_out)
    for piece in placed.document.pieces():
        if document.of_volume and piece.start >= placed.start_of_footnotes:
            continue
        words = placed.document.words_of(piece)
        is_above = piece.end <= first and not _is_sentence(words)
        if is_above or _is_no_text(words) or _is_repeated(words, text, commission):
            left_out.append(words)
        else:
            others.append(OtherWords("", words, "", placed.document.words_before(piece)))
    return DocumentComparison(
        opinion=opinion,
        document=path,
        of_volume=document.of_volume,
        others=tuple(others),
        spellings=tuple(_other_spellings(text, placed)),
        moved=tuple(_moved(text.blocks, placed.places)),
        other_numbers=tuple(other_numbers(text.blocks, placed.paragraphs, document.headings)),
        left_out=tuple(left_out),
        unseen=document.unseen,
    )


def _place(blocks: Sequence[Block], section: Sequence[str], footnotes: Sequence[str]) -> _Placed:
    """Find each block of a text in a document, the longest first, so that none takes its words."""
    document = Document([*section, *footnotes])
    places = dict[int, Span]()
    by_length = sorted(range(len(blocks)), key=lambda index: -len(blocks[index].words))
    for index in by_length:
        spans = list(document.places_of(blocks[index].text_with_mark))
        if spans:
            places[index] = _best(spans, index, places)
            document.take(places[index])
    return _Placed(document, places, document.start_of(len(section)))


def _best(spans: Sequence[Span], index: int, places: dict[int, Span]) -> Span:
    """Of several places, the first one that is between what stands before and after."""
    after = max((span.end for other, span in places.items() if other < index), default=0)
    before = min((span.start for other, span in places.items() if other > index), default=None)
    between = (
        span for span in spans if span.start >= after and (before is None or span.end <= before)
    )
    return next(between, spans[0])


def _moved(blocks: Sequence[Block], places: dict[int, Span]) -> Iterator[str]:
    """The blocks that stand elsewhere in the document; its approval line may stand anywhere."""
    present = [index for index in sorted(places) if not _is_opening(index, blocks)]
    in_document = sorted(present, key=lambda index: places[index])
    for _, moved in differences(in_document, present):
        yield from (name_of(blocks[index]) for index in present[moved])


def _other_wordings(
    text: ApprovedText, placed: _Placed, left_out: Sequence[str]
) -> Iterator[OtherWords]:
    """Each block that the document has in other words, or not at all.

    The heading has a form of its own. Words that were taken for a page header are not missing.
    """
    edges = f" {' '.join(normal_words(' '.join(left_out)))} "
    for index, block in enumerate(text.blocks):
        words = f" {' '.join(normal_words(block.text_with_mark))} "
        if block is text.heading or not words.strip():
            continue
        if span := placed.places.get(index):
            if not placed.document.has_signs_of(block.text_with_mark, span):
                in_document = placed.document.words_of(span)
                yield OtherWords(name_of(block), in_document, block.text_with_mark)
            continue
        if words in edges:
            continue
        span = placed.document.likeliest(block.text_with_mark)
        if span:
            placed.document.take(span)
        in_document = placed.document.words_of(span) if span else ""
        yield OtherWords(name_of(block), in_document, block.text_with_mark)


def _other_spellings(text: ApprovedText, placed: _Placed) -> Iterator[OtherWords]:
    """Each block whose words and signs are in the document, but not letter for letter."""
    for index, span in sorted(placed.places.items()):
        block = text.blocks[index]
        document = placed.document
        words = block.text_with_mark
        if block is not text.heading and document.has_signs_of(words, span):
            there, here = document.as_printed(words, span)
            if words_of(there) != words_of(here):
                yield OtherWords(name_of(block), there, here)


def _first_paragraph(blocks: Sequence[Block], places: dict[int, Span]) -> int:
    """Where the document begins with what has a number in the text."""
    numbered = (span.start for index, span in places.items() if blocks[index].number)
    return min(numbered, default=0)


def _is_opening(index: int, blocks: Sequence[Block]) -> bool:
    return index == 0 or blocks[index].role is Role.APPROVAL


def _is_no_text(words: str) -> bool:
    """Whether a line has numbers only, such as a page number."""
    return not any(map(str.isalpha, words))


def _is_repeated(words: str, text: ApprovedText, commission: Commission) -> bool:
    """Whether words are the heading or the approval line once more, as at the head of a page."""
    is_approval = bool(text.approvals) and commission.is_approval_line(words)
    return is_approval or normal_words(words) == heading_words(text)


def _is_sentence(words: str) -> bool:
    """Whether words are more than a line of a letterhead, such as `From:` and a name."""
    is_long = len(normal_words(words)) >= _WORDS_OF_A_SENTENCE
    return is_long and not _LABEL.match(words) and bool(_SENTENCE.search(words))
