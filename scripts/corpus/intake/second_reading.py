"""Whether a second program reads the words in a document that its drafts have."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from corpus.intake.document import TO_PLAIN_DIGITS, SourceDocument, TextBlock, clean_text
from corpus.intake.long_text_diff import Difference, differences, words_of
from corpus.intake.place import Place


class SecondReading:
    """The words of another program, without those that a remark names as left out."""

    def __init__(self, document: SourceDocument, reading: str) -> None:
        """Take out lines that were left out, and the footnotes, which stand elsewhere in drafts."""
        self._pages = [
            [(_characters(line), line) for line in clean_text(page).split("\n")]
            for page in reading.split("\f")
        ]
        left_out = [
            remark
            for remark in document.remarks
            if remark.kind.leaves_words_out and remark.words
            if not self._take_out(remark.words, remark.place)
        ]
        # These words may stand within a line, unless that line is known to be on another page.
        self._inline = [
            _characters(remark.words) for remark in left_out if not self._page_of(remark.place)
        ]
        self._moved = {note for note in document.footnotes if self._take_out(note.text, note.place)}

    def words_to_compare(self, text: str, footnotes: Sequence[TextBlock]) -> list[str]:
        """The words of a draft without the footnotes that the reading has elsewhere."""
        lines = [(_characters(line), line) for line in text.split("\n")]
        for note in footnotes:
            if note in self._moved:
                _take_out(lines, note.text)
        return words_of("\n".join(line for _, line in lines))

    def differences(self, drafts: Sequence[Sequence[str]]) -> list[list[Difference]]:
        """Where consecutive drafts, given as words, have other words than the reading."""
        by_draft: list[list[Difference]] = [[] for _ in drafts]
        starts = list(accumulate((len(words) for words in drafts), initial=0))[:-1]
        reading = words_of("\n".join(line for page in self._pages for _, line in page))
        for difference in differences(reading, [word for words in drafts for word in words]):
            if not self._explains(difference):
                # Words that are lost at the end of a draft are not those of the next one.
                position = max(difference.new_position - (not difference.new), 0)
                by_draft[bisect_right(starts, position) - 1].append(difference)
        return by_draft

    def _explains(self, difference: Difference) -> bool:
        """Whether a remark names all words that the draft lacks; it does so only once."""
        lacking = _characters("".join(difference.old))
        for words in () if difference.new else self._inline:
            # The words may begin later if the words around them are the same.
            if len(words) == len(lacking) and words in lacking * 2:
                self._inline.remove(words)
                return True
        return False

    def _take_out(self, words: str, place: Place | None) -> bool:
        """Remove the lines with these words, from their page if it is known."""
        pages = self._page_of(place) or self._pages
        return any(_take_out(lines, words) for lines in reversed(pages))

    def _page_of(self, place: Place | None) -> list[list[tuple[str, str]]]:
        """The pages at a place, if the reading tells its pages apart."""
        if len(self._pages) == 1 or place is None or place.unit != "page":
            return []
        return self._pages[place.first - 1 : place.last]


def _take_out(lines: list[tuple[str, str]], words: str) -> bool:
    """Remove the last lines that together are these words; return whether there are any.

    Each line comes with its characters. A title is above the lines that repeat it.
    """
    wanted = _characters(words)
    for start in reversed(range(len(lines))):
        first = lines[start][0]
        if not first or not wanted.startswith(first):
            continue
        begun = first
        end = start + 1
        while begun != wanted and wanted.startswith(begun) and end < len(lines):
            begun += lines[end][0]
            end += 1
        if begun == wanted:
            lines[start:end] = []
            return True
    return False


def _characters(text: str) -> str:
    """Text without white space and raised digits, as spaces are guesses in a PDF."""
    return "".join(text.split()).translate(TO_PLAIN_DIGITS)
