"""The parts of a provision as they are written: `(c)(1)`, `.C.1`, `(l1)(2a)`, `(1)b.`, `8A(5)`."""

import re
from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
DASH = f"[{DASHES}]"
"""A hyphen, a minus, or a dash that is used as one."""
HYPHENS = "-\u2010\u2011\u2012\u2212\ufe63\uff0d"
"""Dashes that join words; longer ones also stand between two parts of a sentence."""

_DOUBLED = "|".join(letter * 2 for letter in ascii_lowercase)
NAME = (
    rf"(?:[A-Za-z][0-9]{{0,2}}|[ivx]{{2,5}}|[IVX]{{2,5}}|[0-9]{{1,3}}(?:[a-z][0-9]?)?|{_DOUBLED})"
)
"""The name of a part: `c`, `iv`, `aa`, `12`, `a1`, `2a`."""

IN_PARENTHESES = rf"\(\s?{NAME}\s?\)"
_IN_BRACKETS = r"\[(?:[A-Za-z]|[0-9]{1,2}(?=\]\[[A-Za-z]\]))\]"
"""`[c]` or the `[2]` of `[2][c]`, right after a number; `[2]` alone may be that of a note.

After a space, brackets hold words that somebody put in.
"""
_ANY_IN_BRACKETS = rf"\[{NAME}\]"
_FURTHER_IN_BRACKETS = rf"(?<=\])\[{NAME}\]"
"""`[1]` right after `[c]`; after anything else it may be the number of a note."""
_BARE = r"(?:[A-Za-z][0-9]?|[0-9]{1,2})(?!\w)"

FURTHER_PARTS = (
    rf"(?:[\s.]?{IN_PARENTHESES}|{_IN_BRACKETS}|{_FURTHER_IN_BRACKETS}|\.{_BARE}|(?<=\)){_BARE})*"
)
"""What may follow a first part: `(1)`, `[1]`, `.1`, or `b` right after a parenthesis."""

PARTS = rf"(?:(?:[\s\u200b]?{IN_PARENTHESES}|{_IN_BRACKETS}){FURTHER_PARTS})?"
"""Parts of a section, or nothing."""

AFTER_A_NUMBER = (
    rf"(?:(?:\.?[A-Za-rt-z](?!\w)|{DASH}[A-Z](?![{DASHES}\w]|\.\s?[A-Z])|[\s.]?{IN_PARENTHESES}"
    rf"|{_IN_BRACKETS}){FURTHER_PARTS})?"
)
"""Parts after an Arabic number: `3(c)`, `3c`, `3.C`, `8.A.(5)`, `8A(5)`."""

AFTER_A_NUMERAL = (
    r"(?:(?:"
    rf"\.{_BARE}"  # III.C, III.1
    rf"|{DASH}[A-HJ-UWYZa-z](?![{DASHES}\w]|\.\s?[A-Z])"  # IV-B
    r"|[A-H](?!\w|\s[A-Z])"  # IIIC
    rf"|[\s.]?{IN_PARENTHESES}"  # III (C)
    r"|\s(?:A(?=\.?(?:[,;)]|$)|\s+(?:and|or|allows|forbids|permits|provides|requires|says)(?!\w))"
    r"|[B-H](?=\.?(?:[,;)]|$)|\s+[a-z]))"  # III A, III C
    r"|\.\s[A-HJ-Z](?=\.\s+[a-z]|\.?\s?[,;:(])"  # III. C.
    r"|,\s[A-HJ-Z](?=,\s+[a-z])"  # III, C, as
    rf"|{_IN_BRACKETS}"  # III[c]
    rf"){FURTHER_PARTS})?"
)
"""Parts after a Roman numeral: `III(C)`, `III. C.`, `IV-B`, `IIIC`, `III C`, but not `IC Rule`."""


def with_numbers_in_brackets(pattern: str) -> str:
    """The pattern of a kind whose parts are in brackets: `[2]` alone is a part there."""
    return pattern.replace(_IN_BRACKETS, _ANY_IN_BRACKETS)


PARTS_ALONE = re.compile(rf"{IN_PARENTHESES}{FURTHER_PARTS}")
"""`(d)` of `3(c) and (d)`."""

LETTER_ALONE = re.compile(
    rf"(?!I\b|A\s+[a-z])[A-Z](?![{DASHES}\w]|\.[A-Z]|\.\s[A-Z]\.){FURTHER_PARTS}"
)
"""`B` of `Canons III.A and B`, but not of initials such as `U.S.` and `G. S.`"""

SMALL_LETTER_ALONE = re.compile(
    rf"[b-z](?![{DASHES}\w'\u2019]|\.\w)(?=\.?\s*(?:[,;)]|$|(?:and|or|to|through|of)\b)|\.?\s+[a-z])"
)
"""`b` of `2A-34.1(g)(2)a. and b.`, but not the article or `e.g.`"""

LETTER_AFTER_A_PERIOD = re.compile(r"[A-HJ-Z](?=\.?\s*(?:[,;)]|$|(?:and|or)\b))")
"""`D` of `Canon III.C., D.`"""

_PART_NAMES = (
    "(?:section|paragraph|division|part|item|clause"  # whole words
    "|sec|para|par|div|pt|cl)"  # abbreviations
)
_PART_WORD = rf"(?:(?i:{_PART_NAMES}|sub-?(?:sub-?)?(?:{_PART_NAMES}|d))|¶)"
"""A word for a part, without the plural and the period: `subsection`, `Pt`, `¶`."""
NAMES_A_PART = re.compile(rf"{_PART_WORD}s?\.?\s+$")
"""`subsection `, `Pts. `."""
_LETTER = r"(?!(?:[Aa]|I)\s+(?!(?:and|of|or|through|to)(?!\w))[a-z])[A-Za-z]"
"""A letter that is not a word, as in `a broker`."""
_NAMED = (
    rf"(?:{IN_PARENTHESES}|{_LETTER}(?!\w)|[0-9]{{1,2}}(?!\w|{DASH}))"
    rf"{FURTHER_PARTS}"
)
"""A part after its name: `(c)`, `B`, `4`."""
_OF_A_SET = r"\s+(?:the\s+)?(?:[A-Z][\w.]*\s+){0,4}[A-Z][a-z]+s\b(?!\s+[0-9IVX]|[’'])"
_OF_ANOTHER = rf"\s+of\b(?!{_OF_A_SET})"
"""What shows that a part belongs to what follows: ` of Canon 3`, but not ` of the Pier Rules`,
whose name has a plural without a number."""
PARTS_IN_WORDS = re.compile(
    rf",?\s+(?P<word>{_PART_WORD}|at(?=\s\([a-z]\))|§(?=\s\(?[A-Za-z](?!\w)))"
    rf"(?P<plural>s|¶)?\.?\s+(?P<parts>{_NAMED})(?!{_OF_ANOTHER})"
)
"""`, subsections (c)` after a number."""

_NAMES_PARTS = re.compile(rf"(?:{_PART_WORD}s\.?|¶¶)\s+(?:[A-Za-z]|[0-9]{{1,2}})$")
"""`paragraphs A`."""
_FURTHER_NAME = re.compile(
    rf"(?:(?:,?\s+(?:and|or|&|to|through)|,)\s+|\s?{DASH}\s?)"
    rf"(?P<name>(?![IVX]){_LETTER}|[0-9]{{1,2}})(?![{DASHES}\w(]|\.\w|['\u2019])"
)
"""` and B` after `paragraphs A`; a numeral is the number of another provision."""

_JOINS_PARTS = rf"(?:(?:,?\s+(?:and|or|&|to|through)|,)\s+|\s?(?:{DASH}|/)\s?)"
PARTS_BEFORE = re.compile(
    rf"(?<!\w)(?P<first>{_PART_WORD}(?:s|¶)?\.?\s+(?P<parts>{_NAMED}))"
    rf"(?P<others>(?:{_JOINS_PARTS}{_NAMED})*)\.?\s+(?:of|in|under)\s+(?:the\s+)?$"
)
"""`subsection (c) of ` before a citation."""

_ONE_PART = rf"{IN_PARENTHESES}{FURTHER_PARTS}"
BARE_PARTS_BEFORE = re.compile(
    rf"(?<![\w)\]])(?P<first>(?P<parts>{_ONE_PART}))"
    rf"(?P<others>(?:{_JOINS_PARTS}{_ONE_PART})*)\.?\s+of\s+(?:the\s+)?$"
)
"""`(c) of `, `(c)-(e) of ` before a citation."""

_PART_OR_LETTER = rf"(?:{_ONE_PART}|{_LETTER}(?!\w|\.\w|['\u2019]))"
LEANING_PARTS = rf"(?P<parts>{_PART_OR_LETTER}(?:{_JOINS_PARTS}{_PART_OR_LETTER})*)"
"""`(c)`, `(c) and (d)`, `C`."""

LAST_BEFORE = ("of", "in", "under", "the")
"""How the words before a citation end if `PARTS_BEFORE` matches; quicker to see."""

EACH_NAMED = re.compile(rf"(?<![\w(])(?:{_NAMED})")

_CLOSE_DASH = "[-\u2010-\u2013\u2212\ufe63\uff0d]"
"""A dash that may stand within a number; a longer one stands between parts of a sentence."""
_LONG_NAME = (
    rf"(?:[A-Z]{{2,}}|{_DOUBLED}|[a-z]+[A-Z]\w*|[A-Z][a-z]|[A-Za-z]*[0-9]\w*)(?!\w|['\u2019])"
)
"""What may be the name of a part though none is written so: `AB`, `Ab`, `12abc`; not `based`."""

BLANK = re.compile(r"\.(?:[_*]{2,}|X{2,}(?!\w))|\.?\((?:[_*]+|\s+)\)|\.?\[(?:_+|\*{2,}|\s+)\]")
"""`.__` or `(_)`: a place for the rest of a number that somebody is to fill in."""

_OPEN_PART = (
    rf"\((?:{_LETTER}[0-9]?|[0-9]{{1,2}}[a-z]?|[ivx]{{2,4}})"
    rf"(?:{_CLOSE_DASH}[A-Za-z0-9]{{1,5}}(?=\s))?"
)
NOT_CLOSED = re.compile(
    rf"{_OPEN_PART}(?=\s|[,;:.]|$)|\(a(?=\s[^()]{{0,200}}(?:\(|$))|,?\s(?:(?:and|or|&)\s)?{_OPEN_PART}(?=[,;:.]|$|\s(?:and|or|&)(?!\w))"
)
"""`(c` right after a number, or `, (2` before another part: a parenthesis that nothing closes."""

_NAMES_NO_PART_HAS = (
    r"(?:(?i:one|two|three|four|five|six|seven|eight|nine|ten)|[IVX]{2,5}|[ivx]{2,5}"
    rf"|{_DOUBLED}|[A-Z]{{2}}(?=[,;.)]|$))(?![\w-])"
)
_OTHER_PART_WORD = "(?i:bullet|letter|line|phrase|point|prong|sentence|sub)"
_LARGE_PART = r"\s+(?:article|chapter|title)"
"""A part that no provision has; after a comma or in capitals, it may begin another citation."""
ANY_PART_WORD = f"(?:{_PART_WORD}|{_OTHER_PART_WORD}|(?i:article|chapter|title|sent|ss?))"
_LEANING = r"(?i:sub[a-z-]+|paragraph)s?\s+(?:\(|[A-Za-z](?!\w))"
UNREAD_IN_WORDS = re.compile(
    rf"(?:,?\s+{_PART_WORD}s?\.?\s+{_NAMES_NO_PART_HAS}"  # , Part II
    rf"|,?\s+(?!{_LEANING}){_PART_WORD}\.?\s+{_NAMED}"  # , clause 2 after Part B
    rf"|(?::|\s?[\u2013\u2014])\s?{_PART_WORD}\.?\s+{_NAMED}"  # : Part B
    rf"|,?\s+{_OTHER_PART_WORD}s?\.?\s+"  # , point B
    rf"(?:{IN_PARENTHESES}|(?:[A-Z]|[0-9]{{1,2}})(?=[,;.)]|$))"
    r"|,?\s+(?i:sentences?|sents?\.|ss?\.)\s+[0-9]{1,2}(?!\w)"  # , sentence 2
    rf"|{_LARGE_PART}s?\s+(?:[0-9]{{1,3}}|[IVX]{{1,5}})(?![\w-])"  # article 3
    rf")(?!{_OF_ANOTHER})"
    rf"|\s+\({_PART_WORD}s?\.?\s+{_NAMED}\)"  # (Part B)
)
"""A part in words that cannot be read, right after a number."""

UNREAD = re.compile(
    rf"(?:\.|\.\s(?=\(\w{{1,2}}\)))?\((?!(?:19|20)[0-9]{{2}}\)|s\))(?=[{DASHES}\w.]{{1,7}}\))"
    rf"|\.(?=\w{{1,2}}(?!\w)|{_LONG_NAME})"
    r"|\((?=\w{1,2}\(\w{1,2}\))"
    rf"|(?<=[\w)\]])\[(?=[{DASHES}\w.]{{1,7}}\])"
    rf"|(?<=\))(?:(?:[A-Za-z]|\w?[0-9])\w?(?!\w)|{_LONG_NAME})|{DASH}(?:\w|\()(?!\w)"
    rf"|{_CLOSE_DASH}(?:{_LONG_NAME}|(?=\(\w{{1,7}}\)))"
)
"""What shows that a number goes on, though it cannot be read: `.(l)`, `(q9x)`, `-AB`."""


BROKEN_SECTION = re.compile(
    r"(?:\.\s|\s\.)[0-9]{1,3}[A-Z]?(?=\s*(?:[,;:)]|\.?$|(?:and|or|&)(?!\w)))"
)
"""The rest of a section after a space: `. 1` of `2A-34. 1`."""


def part_names(written: str) -> list[str]:
    """`c` and `1` for `.C.1` or `(c) (1)`, in the case in which they are written."""
    return re.findall(r"[A-Za-z0-9]+", written)


def case_of(name: str) -> str:
    """What a list of parts continues with: numbers, lowercase letters or capitals."""
    if name[0].isdecimal():
        return "number"
    return "lower" if name[0].islower() else "upper"


def following_part(previous: Citation, written: str) -> Citation | None:
    """What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.

    It replaces the last part of the same case, and all that follow; None if there is no such part.
    """
    names = previous.kind.parts_in_normal_case(part_names(written))
    parts = previous.parts
    for index in reversed(range(len(parts))):
        is_part = not previous.kind.is_in_sets or parts[index].startswith("(")
        if is_part and case_of(parts[index].strip("(")) == case_of(names[0]):
            part = _further_parts(previous.kind, "".join(parts[:index]), names)
            return previous._replace(pinpoint=part)
    return None


class NamedPart(NamedTuple):
    """A part that is named after another one, from `start` up to `end` of a text."""

    start: int
    end: int
    citation: Citation


def further_names(text: str, start: int, citation: Citation, end: int) -> Iterator[NamedPart]:
    """`B` and `C` after `paragraphs A`, the words from `start` up to `end` of a citation."""
    names_parts = text[end - 1] != ")" and _NAMES_PARTS.search(text, start, end) is not None
    while names_parts and (match := _FURTHER_NAME.match(text, end)):
        further = following_part(citation, match["name"])
        if further is None:
            return
        citation = further
        end = match.end()
        yield NamedPart(match.start("name"), end, citation)


@lru_cache(maxsize=10_000)  # many opinions cite the same provisions
def with_parts(citation: Citation, written: str) -> Citation:
    """`3(c)` for number 3 and `(c)`."""
    if not written:
        return citation
    kind, authority, first = citation
    return Citation(kind, authority, _further_parts(kind, first, part_names(written)))


def _further_parts(kind: AuthorityKind, first: str, names: list[str]) -> str:
    """Parts with further ones, all in the form of their kind: `B` and `5` as `B(5)`."""
    if not first or kind.is_in_sets:
        return first + kind.pinpoint(names)
    return kind.pinpoint([*part_names(first), *names])
