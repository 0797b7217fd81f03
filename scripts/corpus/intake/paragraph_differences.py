"""Where a record and its document begin paragraphs or headings at different words."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from corpus.intake.long_text_diff import Difference, words_of
from corpus.intake.quoted_words import code_span, first_words
from corpus.text.approved_text import ApprovedText
from corpus.text.blocks import Block, Role

_FIRST_WORDS = 6
"""How many words of a paragraph are quoted."""


class BlockWords:
    """The words of a text, and the block that each of them is in."""

    def __init__(self, text: ApprovedText) -> None:
        """A list mark is a word of its item."""
        words = [words_of(block.text_with_mark) for block in text.blocks]
        ends = list(accumulate(map(len, words)))
        self.words: Sequence[str] = [word for of_block in words for word in of_block]
        self.starts: Mapping[int, Block] = dict(zip([0, *ends], text.blocks, strict=False))
        self._ends = tuple(zip(ends, text.blocks, strict=True))

    def breaks_at(self, position: int) -> bool:
        """Whether a block begins with this word, or the text ends before it."""
        return position in self.starts or position == len(self.words)

    def paragraph_at(self, position: int) -> str:
        """The paragraph of a word, such as `¶ 4: `; nothing for a heading."""
        block = next((block for end, block in self._ends if position < end), None)
        return f"¶ {block.number}: " if block and block.number else ""


def paragraph_differences(
    record: BlockWords, document: BlockWords, others: Sequence[Difference]
) -> Iterator[str]:
    """Yield each place where only one of two texts begins a paragraph or a heading.

    `others` are the places where their words differ, which are not named again. The lines of an
    approval count as paragraphs.
    """
    to_document = _positions(record, others)
    to_record = {there: here for here, there in to_document.items()}
    only_document = _breaks_of_one(document, record, to_record)
    only_record = _breaks_of_one(record, document, to_document)
    found = [
        *((there, _begins(block, "document", "record")) for _, there, block in only_document),
        *((here, _begins(block, "record", "document")) for here, _, block in only_record),
        *_other_roles(record, document, to_document),
    ]
    for position, sentence in sorted(found):
        yield f"{record.paragraph_at(position)}{sentence}"


def _positions(record: BlockWords, others: Sequence[Difference]) -> dict[int, int]:
    """Where each word of the record is in the document, if both have it."""
    positions: dict[int, int] = {}
    here = there = 0
    for other in others:
        while here < other.old_position:
            positions[here] = there
            here, there = here + 1, there + 1
        here, there = here + len(other.old), there + len(other.new)
    rest = range(here, len(record.words))
    return positions | {position: position - here + there for position in rest}


def _breaks_of_one(
    text: BlockWords, other: BlockWords, to_other: Mapping[int, int]
) -> Iterator[tuple[int, int, Block]]:
    """Yield each block that begins within a block of the other text, and where in both.

    If the other text has neither the word before the beginning nor the word after it, nothing
    can be said.
    """
    for start, block in text.starts.items():
        after = to_other.get(start)
        before = to_other.get(start - 1)
        places = [*([] if after is None else [after]), *([] if before is None else [before + 1])]
        if places and not any(map(other.breaks_at, places)):
            yield start, places[0], block


def _other_roles(
    record: BlockWords, document: BlockWords, to_document: Mapping[int, int]
) -> Iterator[tuple[int, str]]:
    """Yield the headings that are paragraphs in the other text."""
    for start, block in record.starts.items():
        other = document.starts.get(to_document.get(start, -1))
        if other and _kind(block) != _kind(other):
            heading = block if block.role is Role.HEADING else other
            kinds = f"a {_kind(other)} in the document, but a {_kind(block)} in the record"
            yield start, f"{_first_words(heading)} is {kinds}."


def _begins(block: Block, one: str, other: str) -> str:
    beginning = f"A new {_kind(block)} begins with {_first_words(block)}"
    return f"{beginning} in the {one}, but not in the {other}."


def _kind(block: Block) -> str:
    return "heading" if block.role is Role.HEADING else "paragraph"


def _first_words(block: Block) -> str:
    return code_span(first_words(block.text_with_mark, _FIRST_WORDS))
