"""Text files as lines with their indentation; a form feed begins a page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from corpus.citations.finder import CitationFinder
from corpus.intake.document import (
    NO_LETTER,
    Line,
    RefusedError,
    SourceDocument,
    TextRun,
    clean_text,
    ends_sentence,
    list_mark,
    with_neighbors,
)
from corpus.intake.headings import is_capitalized_title
from corpus.intake.hidden_signs import words_with_zero_width
from corpus.intake.hyphens import join_divided_words, vocabulary
from corpus.intake.lone_marks import join_lone_marks
from corpus.intake.names_in_sentences import mark_names_in_sentences
from corpus.intake.opening_number import LONGEST_NAME, number_in_name
from corpus.intake.page_edges.headers_footers import remove_headers_and_footers
from corpus.intake.paragraphs import join_lines, may_be_cited, remarks_on_ends
from corpus.intake.place import Place
from corpus.intake.quoted_mail import without_quotation_marks
from corpus.intake.remarks import Remark, RemarkKind
from corpus.intake.typed_columns import columns_of_lines
from corpus.intake.typed_line_numbers import without_line_numbers, without_other_line_numbers
from corpus.model.commission import Commission

_TAB_WIDTH = 4
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_USUAL_ENCODING = "utf-8-sig"
_OLD_ENCODING = "cp1252"
_UTF_7 = re.compile(r"\+[A-Za-z0-9+/]{3,}-?")
"""Signs as UTF-7, an old encoding of e-mail, writes them in ASCII: `+IBw-` is `“`."""
_SIGN_OR_LETTER = re.compile("[!-/:-@[-`{-~\xa0-\u024f\u2000-\u206f\u20a0-\u20bf\u2100-\u22ff]+")
"""What an English text has that UTF-7 cannot write as it is."""
_START = 4096
"""How many bytes are looked at to find the encoding."""
_MOST = 0.6
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")
_TYPED_HEADING = re.compile(r"(?m)^#{1,6} +(.+)$")
"""A line that is typed as a heading of Markdown."""
_DIVIDED = re.compile(r"\w-$")
_BEFORE_NUMBER = re.compile(
    r"(?:§|\b(?:articles?|chapters?|numbers?|opinions?|paragraphs?|parts?|rules?|sections?"
    r"|standards?|and|at|by|for|from|in|of|on|or|since|than|to|under|until))$",
    re.IGNORECASE,
)
"""A line that ends so goes on if the next one begins with a number."""
_ENOUGH_LINES = 5
"""This many lines that go on with a sentence show how lines are spaced."""
_FULL_LINE = 0.95
"""A line that reaches this part of the width could hold no further word."""
_SHORT_LINE = 0.75
"""A line that ends before this part of the width ends a paragraph, unless its sentence goes on."""


def read(data: bytes, commission: Commission) -> SourceDocument:
    """Read a text file; raises `RefusedError` if its encoding is unknown."""
    text, remarks = decode(data)
    return read_text(text, commission, remarks)


def read_text(text: str, commission: Commission, remarks: Sequence[Remark] = ()) -> SourceDocument:
    """A text as a document, with remarks on how it was made."""
    text, number_remarks = without_line_numbers(_LINE_END.sub("\n", text))
    text, other_number_remarks = without_other_line_numbers(text)
    own_text, mail_remarks = without_quotation_marks(clean_text(text))
    own_text = _without_heading_marks(own_text, commission)
    lines, edge_remarks = remove_headers_and_footers(list(_lines(own_text)), commission)
    column_remarks = list(_column_remarks(own_text, lines))
    lines = list(mark_names_in_sentences(list(_with_names(lines, commission)), commission))
    lines = list(_with_gaps(lines))
    lines = join_lone_marks(lines, commission)
    lines, hyphen_remarks = join_divided_words(lines, vocabulary(lines))
    return SourceDocument(
        join_lines(lines, commission, letter_width=1),
        _with_joined_words(own_text, hyphen_remarks),
        remarks=(
            *(
                *remarks,
                *mail_remarks,
                *number_remarks,
                *other_number_remarks,
                *edge_remarks,
                *hyphen_remarks,
                *_line_remarks(text),
                *column_remarks,
            ),
            *remarks_on_ends(lines, commission, letter_width=1),
        ),
    )


def _without_heading_marks(text: str, commission: Commission) -> str:
    """The text with the heading line of each opinion as the body prints it, without a `#`."""

    def bare(line: re.Match[str]) -> str:
        return line[1] if commission.heading_in(line[1].strip()) else line[0]

    return _TYPED_HEADING.sub(bare, text)


def is_text(data: bytes) -> bool:
    """Whether a file can be text: it has no zero bytes, or only as UTF-16 has them."""
    return b"\x00" not in data[:_START] or _encoding(data) != _USUAL_ENCODING


def _encoding(data: bytes) -> str:
    """The Unicode encoding of a file; in UTF-16, most letters have a zero byte."""
    if data.startswith(_UTF_16):
        return "utf-16"
    start = data[:_START]
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > _MOST * len(zeros):
            return encoding
    return _USUAL_ENCODING


def decode(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text of a file in Unicode or in the usual old encoding of Windows."""
    try:
        text = data.decode(_encoding(data))
        return _without_utf_7(text) if text.isascii() else (text, ())
    except UnicodeDecodeError as error:
        position = error.start + 1
    try:
        return data.decode(_OLD_ENCODING), (Remark(RemarkKind.OLD_ENCODING),)
    except UnicodeDecodeError:
        message = f"Byte {position} is not UTF-8 text. Save the file as UTF-8."
        raise RefusedError(message) from None


def _without_utf_7(text: str) -> tuple[str, tuple[Remark, ...]]:
    """An ASCII text with the signs that it writes in UTF-7, and a remark if it has any."""
    decoded = _UTF_7.sub(lambda match: _sign_in_utf_7(match[0]), text)
    if decoded == text:
        return text, ()
    return decoded.replace("+-", "+"), (Remark(RemarkKind.OLD_ENCODING),)


def _sign_in_utf_7(written: str) -> str:
    """The signs that characters mean in UTF-7, or the same characters if they mean none."""
    try:
        signs = written.encode().decode("utf-7")
    except UnicodeDecodeError:
        return written
    return signs if _SIGN_OR_LETTER.fullmatch(signs) else written


def _line_remarks(text: str) -> Iterator[Remark]:
    """Yield a remark on each line with a character that is invisible or has no known letter."""
    for number, line in enumerate(text.split("\n"), 1):
        if words := words_with_zero_width(line):
            yield Remark(RemarkKind.HIDDEN_SIGN, Place("line", number, number), words)
        for word in line.split():
            if NO_LETTER.search(word):
                place = Place("line", number, number)
                yield Remark(RemarkKind.UNREADABLE_SIGN, place, clean_text(word))


def _column_remarks(text: str, lines: Iterable[Line]) -> Iterator[Remark]:
    """Yield a remark on the lines of the text that make columns."""
    kept = {line.place.first for line in lines if line.place}
    numbered = (
        (number, line if number in kept else "") for number, line in enumerate(text.split("\n"), 1)
    )
    for first, last in columns_of_lines(numbered):
        yield Remark(RemarkKind.TABS, Place("line", first, last))


def _with_joined_words(text: str, remarks: Sequence[Remark]) -> str:
    """The text with the words that were joined at line ends."""
    for remark in remarks:
        if remark.kind is RemarkKind.JOINED_HYPHEN:
            first, _, rest = remark.words.rpartition("-")
            divided = rf"\b({re.escape(first)})-\s*\n\s*({re.escape(rest)}\S*)"
            text = re.sub(divided, "\\1\\2\n", text, count=1)
    return text


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that have words; more empty lines than usual are a gap above one."""
    spaced = list(_spaced_lines(text))
    usual = _usual_space(spaced)
    for line, space in spaced:
        yield replace(line, gap_above=space > usual) if space else line


def _spaced_lines(text: str) -> Iterator[tuple[Line, int]]:
    """Yield each line that has words, and how many empty lines are above it on its page."""
    first = 1
    for page_number, page in enumerate(text.split("\f")):
        space = 0
        is_first = page_number == 0
        for number, line in enumerate(page.expandtabs(_TAB_WIDTH).split("\n"), first):
            if line.strip():
                left, right = len(line) - len(line.lstrip()), len(line.rstrip())
                place = Place("line", number, number)
                runs = (TextRun(line.strip()),)
                yield Line(runs, left, right, page_number, is_first, place=place), space
                space, is_first = 0, False
            else:
                space += 1
        first += page.count("\n")


def _usual_space(spaced: Sequence[tuple[Line, int]]) -> int:
    """How many empty lines are usual within a sentence: one, if lines are double-spaced."""
    spaces = [space for (last, _), (line, space) in pairwise(spaced) if _goes_on(last, line)]
    return median_low(spaces) if len(spaces) >= _ENOUGH_LINES else 0


def _with_names(lines: Sequence[Line], commission: Commission) -> Iterator[Line]:
    """Yield the lines; one that only names an opinion begins it if it is between sentences."""
    finder = CitationFinder(commission)
    is_below_letterhead = False
    for last, line, following in with_neighbors(lines):
        is_below_end = last is None or (ends_sentence(last) and not last.text.endswith(":"))
        is_below_letterhead = not line.gap_above and is_below_letterhead
        is_between = line.gap_above or is_below_end or is_below_letterhead
        goes_on = following is not None and following.text[:1].islower()
        may_be_name = is_between and not goes_on and len(line.text) <= LONGEST_NAME
        if may_be_name and number_in_name(line.text, finder, commission):
            yield replace(line, begins_opinion=True)
        else:
            yield line
        begins_anew = last is None or line.gap_above or is_below_letterhead
        is_below_letterhead = begins_anew and is_capitalized_title(line)


def _with_gaps(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines; those that begin a paragraph have a gap above, as if a line were empty.

    If no sentence continues in the next line, each line that ends a sentence ends a paragraph.
    """
    neighbors = list(pairwise(lines))
    width = max((line.right for line in lines), default=0)
    is_wrapped = any(_goes_on(line, following) for line, following in neighbors)
    are_short = [_is_short(line, following, width) for line, following in neighbors]
    are_gaps = [line.gap_above for line in lines[1:]]
    without_gap = sum(
        is_short > is_gap for is_short, is_gap in zip(are_short, are_gaps, strict=True)
    )
    only_room_shows_ends = without_gap > sum(are_gaps)
    yield from lines[:1]
    for index, (last, line) in enumerate(neighbors):
        is_title = any(are_short[index + 1 : index + 2]) and not ends_sentence(line)
        ends = are_short[index] or (ends_sentence(last) and (is_title or not is_wrapped))
        is_new = ends and not _goes_on(last, line) and last.page == line.page
        may_be_new = (
            only_room_shows_ends if ends_sentence(last) else _begins_early(last, line, width)
        )
        yield replace(line, gap_above=line.gap_above or is_new, may_begin_paragraph=may_be_new)


def _is_short(line: Line, following: Line, width: float) -> bool:
    """Whether a line leaves so much room that a paragraph must end with it."""
    first_word = following.text.partition(" ")[0]
    has_room = line.right + len(first_word) < _SHORT_LINE * width
    return has_room and not _goes_on(line, following)


def _begins_early(last: Line, line: Line, width: float) -> bool:
    """Whether a line begins with a capital, and its first word would have fit on the last one."""
    first_word = line.text.partition(" ")[0]
    has_room = last.right + 1 + len(first_word) < _FULL_LINE * width
    return has_room and line.text[:1].isupper() and last.page == line.page


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line continues a sentence of the last one."""
    if last.is_in_sentence or line.is_in_sentence:
        return True
    is_divided = _DIVIDED.search(last.text) is not None
    is_number = line.text[:1].isdigit() and not list_mark(line.text)
    follows_word = is_number and _BEFORE_NUMBER.search(last.text) is not None
    is_cited = follows_word or may_be_cited(last, line)
    return is_divided or is_cited or (line.text[:1].islower() and not ends_sentence(last))
