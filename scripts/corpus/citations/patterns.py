"""How authorities are numbered in running text: one style for each kind of authority.

The settings of a kind say which form its numbers have. To read another form, add it to
`model/authority_kind` and its style to `_STYLES`. Words such as `Canon` or `Harbor Stat.` come
from the settings; see `introducers`. The parts of a number are in `pinpoints`.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import NamedTuple

from corpus.citations.pinpoints import (
    AFTER_A_NUMBER,
    AFTER_A_NUMERAL,
    DASH,
    DASHES,
    HYPHENS,
    PARTS,
    case_of,
    part_names,
    with_numbers_in_brackets,
)
from corpus.model.authority import Citation
from corpus.model.authority_kind import CODE, NUMBER, SETS, AuthorityKind, piece_pattern
from corpus.model.roman_numerals import from_roman

_AS_HYPHEN = dict.fromkeys(map(ord, DASHES), "-")

_END = rf"(?:(?<=[)\]])|(?!\w|\.\d|{DASH}[0-9]|[{HYPHENS}]\w))"
"""After a part in parentheses, or where neither a word nor a number goes on."""
_END_IN_LIST = rf"(?:(?<=[)\]])|(?!\w|\.\d|[{HYPHENS}][a-z]))"
"""The same, but a dash may lead to the end of a range."""

_ARABIC = rf"(?P<number>[0-9]{{1,2}})(?P<parts>{AFTER_A_NUMBER})"
_ROMAN = rf"(?P<numeral>[IVX]{{1,6}})(?P<numeral_parts>{AFTER_A_NUMERAL})"
"""`3(d)(5)`, `3c`; `III.C.1`, `III (C)`, `IV-B`."""

_RULE = (
    rf"(?:(?P<number>[0-9]{{1,2}})(?P<parts>{AFTER_A_NUMBER})"
    rf"|(?P<code>\.[0-9]{{4}}[A-Z]?)(?P<code_parts>{PARTS}))"
)
"""`4(f)`, `8.E`, `8A(5)`, `5(b)5`, `.0104(b)`."""

_LETTERS = "(?:[A-Z]{1,2}|[a-z])?"
_PIECE = f"[0-9]{{1,5}}{_LETTERS}"


def _sections(name: str, joints: str) -> str:
    """A pattern for a section, as a group with this name, and for the pieces joined to it."""
    return (
        rf"(?P<{name}>[0-9]{{1,5}}){_LETTERS}"
        rf"(?:(?:\.\s|\s\.){_PIECE}(?=\([a-z])"
        rf"|(?:(?![{DASHES}.:](?P=chapter)[{DASHES}.:])(?!{DASH}(?P={name})\.)"
        rf"(?:{joints}|[.:]){_PIECE})*)"
    )


_OTHER_NUMBER = (
    rf"[0-9]{{3}}{DASH}[0-9]{{2,3}}{DASH}[0-9]{{4}}"
    rf"|[12][0-9]{{3}}{DASH}[0-9]{{2}}{DASH}[0-9]{{2}}"
)
"""A telephone or Social Security number, or a date."""

_SECTION_OF_A_CODE = (
    rf"(?!(?:{_OTHER_NUMBER})(?!\w))(?P<id>(?P<chapter>{_PIECE})"
    rf"(?:(?P<dash>{DASH})\s?{_sections('after_dash', '(?P=dash)')}"
    rf"|[.:]{_sections('after_period', DASH)}))"
    rf"(?P<parts>{PARTS})(?:(?<=[)\]])|(?!\w|\.\d))"
)
"""`2A-34.2(b)`, `2A:23C-1`; only the first section of `2A-34.1-2A-34.4A` and `2A-34.1-34.4A`."""

_FURTHER_SECTION = re.compile(
    rf"(?P<dash>{DASH})?(?P<section>(?:[0-9]{{1,4}}{_LETTERS})?(?P<decimal>\.[0-9]{{1,3}}{_LETTERS})?)"
    rf"(?<=\w)(?P<parts>{PARTS}){_END}"
)
"""`34.2`, `-34.4A` or `.4A` after `2A-34.1`."""

_WHOLE_NUMBER = re.compile("[0-9]+")
_IS_DECIMAL = re.compile(r"\.[1-9]")
_SECTION_OF_CHAPTER = re.compile(r"(.+?-)([0-9]+)(.*)")
"""`2A-`, `34` and `.1`."""

_TWO_NUMBERS = re.compile("([0-9]+)-([0-9]+)")
_WITH_CHAPTER = re.compile("[0-9]{1,3}[A-Z]{0,2}[-:]")

_MOST_IN_A_RANGE = 30
"""`8-10` may be sections 8 to 10; `8-110` is section 110 of chapter 8."""


class NumberStyle(NamedTuple):
    """How the authorities of one kind are numbered, alone and in lists."""

    alone: re.Pattern[str]
    """A number after words in the singular: `3(c)` after `Canon`."""
    in_list: re.Pattern[str]
    """A number after words in the plural, where a dash may lead to the end of a range."""
    parse: Callable[[re.Match[str], str], Citation | None]
    """What a match means after the set or title named before it; None if it is not a citation."""
    is_unmistakable: Callable[[Citation, Citation], bool]
    """Whether the second citation continues a list after words in the singular.

    `Canon 3 and 4(a)` is a list; `Canon 3 and 4 persons` is not.
    """
    may_follow: Callable[[Citation, Citation], bool] = lambda _previous, _citation: True
    """Whether the second citation can follow the first in any list."""
    fills_ranges: bool = False
    """Whether `1 to 3` also cites 2."""
    leading: re.Pattern[str] | None = None
    """The piece of a number that stands before the words: `52` of `52 U.S.C. § 30101`."""


def following_part(previous: Citation, written: str) -> Citation | None:
    """What a part alone means after a citation: `(d)` after `3(c)` is `3(d)`.

    It replaces the last part of the same case, and all that follow; None if there is no such part.
    """
    names = previous.kind.in_its_case(part_names(written))
    parts = previous.parts
    for index in reversed(range(len(parts))):
        is_part = not previous.kind.is_in_sets or parts[index].startswith("(")
        if is_part and case_of(parts[index].strip("(")) == case_of(names[0]):
            part = _further_parts(previous.kind, "".join(parts[:index]), names)
            return previous._replace(pinpoint=part)
    return None


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


def following_section(
    previous: Citation, text: str, start: int, *, is_plural: bool, is_list: bool
) -> tuple[Citation, int] | None:
    """The section whose chapter is not written again: `-34.4A` and `.4A` after `2A-34.1`.

    After words in the singular it needs its dash, begins with its period, as `.2`, or goes on with
    a list of rising numbers; without a dash or a decimal it must be higher than the one before.
    """
    match = _FURTHER_SECTION.match(text, start)
    joined = _SECTION_OF_CHAPTER.fullmatch(previous.authority)
    if match is None or joined is None:
        return None
    chapter, section, decimal = joined.groups()
    written = previous.kind.in_its_letters(match["section"])
    goes_on = is_plural or (is_list and _rises(written, section))
    if not (match["dash"] or goes_on or _IS_DECIMAL.match(written)):
        return None
    if written.startswith("."):
        if not decimal.startswith("."):
            return None
        written = section + written
    elif not match["dash"] and not match["decimal"] and not _is_higher(written, section, decimal):
        return None
    return with_parts(
        previous._replace(authority=chapter + written, pinpoint=""), match["parts"]
    ), match.end()


def may_be_a_range(statute: Citation) -> bool:
    """Whether `8-10` may as well mean sections 8 to 10 of anything."""
    numbers = _TWO_NUMBERS.fullmatch(str(statute))
    return numbers is not None and 0 < int(numbers[2]) - int(numbers[1]) <= _MOST_IN_A_RANGE


def names_its_chapter(statute: Citation) -> bool:
    """Whether a number is a section with its chapter, `2A-34.1`, and not only a section, `34.1`."""
    return _WITH_CHAPTER.match(statute.authority) is not None


def section_of_chapter(kind: AuthorityKind, section: str, chapter: str) -> Citation:
    """`2A-34.1` for `34.1` and `2A`."""
    return Citation(kind, kind.in_its_letters(f"{chapter}-{section}"))


def _rises(written: str, section: str) -> bool:
    number = _WHOLE_NUMBER.match(written)
    return number is not None and int(number[0]) >= int(section)


def _is_higher(written: str, section: str, decimal: str) -> bool:
    return not decimal and written.isdecimal() and int(written) > int(section)


def _parse_number(kind: AuthorityKind, match: re.Match[str], _set: str) -> Citation | None:
    """`3(c)`, or `III.C` and `III(C)` as `3(c)`; None for a numeral such as `IIII`."""
    number, parts = match["number"], match["parts"]
    if number is None:
        arabic = from_roman(match["numeral"])
        if arabic is None:
            return None
        number, parts = str(arabic), match["numeral_parts"]
    return with_parts(Citation(kind, number), parts)


def _parse_section(kind: AuthorityKind, match: re.Match[str], _set: str) -> Citation:
    number = "".join(match["id"].translate(_AS_HYPHEN).split())
    return with_parts(Citation(kind, kind.in_its_letters(number)), match["parts"])


def _parse_rule(kind: AuthorityKind, match: re.Match[str], rule_set: str) -> Citation:
    number, parts = match["number"] or match["code"], match["parts"] or match["code_parts"] or ""
    return with_parts(Citation(kind, rule_set, number), parts)


def _parse_form(kind: AuthorityKind, match: re.Match[str], leading: str) -> Citation:
    """`52-30101(8)(A)`, whose `52` precedes the words."""
    pieces = match.groupdict() | dict.fromkeys(kind.leading_pieces, leading)
    return with_parts(Citation(kind, kind.numbering.format_map(pieces)), match["parts"])


def _has_pinpoint(_previous: Citation, citation: Citation) -> bool:
    return bool(citation.pinpoint)


def _has_parts_of_a_rule(_previous: Citation, citation: Citation) -> bool:
    """`5(a)` or `.0105`, but not `5`."""
    return len(citation.parts) > 1 or citation.pinpoint.startswith(".")


def _is_joined_alike(previous: Citation, citation: Citation) -> bool:
    """Whether the same sign follows both chapters: `34.2` does not go on from `2A-34.1`."""
    return _joiners(previous)[:1] == _joiners(citation)[:1]


def _is_of_same_chapter_or_long(previous: Citation, citation: Citation) -> bool:
    """Whether a section is of the same chapter, or more than two numbers as in `12-14 days`."""
    is_long = bool(citation.pinpoint) or len(_joiners(citation)) > 1
    return is_long or _chapter(previous) == _chapter(citation)


def _joiners(statute: Citation) -> list[str]:
    return re.findall("[-.:]", statute.authority)


def _chapter(statute: Citation) -> str:
    return re.split("[-.:]", statute.authority, maxsplit=1)[0]


def _has_pinpoint_or_joint(_previous: Citation, citation: Citation) -> bool:
    """Whether a number has a part or, as `4-1.7`, two pieces after the words."""
    return bool(citation.pinpoint) or len(citation.kind.pieces) > 1 + len(
        citation.kind.leading_pieces
    )


@cache
def style_of(kind: AuthorityKind) -> NumberStyle:
    """How the authorities of a kind are numbered in running text."""
    style = _STYLES.get(kind.numbering, _style_of_form)(kind)
    if not kind.has_brackets:
        return style
    return style._replace(
        alone=re.compile(with_numbers_in_brackets(style.alone.pattern)),
        in_list=re.compile(with_numbers_in_brackets(style.in_list.pattern)),
    )


def _style_of_numbers(kind: AuthorityKind) -> NumberStyle:
    number = f"(?:{_ARABIC}|{_ROMAN})" if kind.numerals == "roman" else _ARABIC
    return NumberStyle(
        alone=re.compile(number + _END),
        in_list=re.compile(number + _END_IN_LIST),
        parse=partial(_parse_number, kind),
        is_unmistakable=_has_pinpoint,
        fills_ranges=True,
    )


def _style_of_code(kind: AuthorityKind) -> NumberStyle:
    return NumberStyle(
        alone=re.compile(_SECTION_OF_A_CODE),
        in_list=re.compile(_SECTION_OF_A_CODE),
        parse=partial(_parse_section, kind),
        is_unmistakable=_is_of_same_chapter_or_long,
        may_follow=_is_joined_alike,
    )


def _style_of_sets(kind: AuthorityKind) -> NumberStyle:
    return NumberStyle(
        alone=re.compile(_RULE + _END),
        in_list=re.compile(_RULE + _END_IN_LIST),
        parse=partial(_parse_rule, kind),
        is_unmistakable=_has_parts_of_a_rule,
    )


def _style_of_form(kind: AuthorityKind) -> NumberStyle:
    number, leading = _form_after_words(kind), _form_before_words(kind)
    return NumberStyle(
        alone=re.compile(number + _END),
        in_list=re.compile(number + _END_IN_LIST),
        parse=partial(_parse_form, kind),
        is_unmistakable=_has_pinpoint_or_joint,
        leading=re.compile(leading) if leading else None,
    )


_STYLES = {NUMBER: _style_of_numbers, CODE: _style_of_code, SETS: _style_of_sets}
"""The style of each numbering that has a name; other numberings are forms."""


def _form_after_words(kind: AuthorityKind) -> str:
    """`4-1.7(b)`; between its pieces may also stand what a label has there."""
    first = len(kind.leading_pieces)
    pattern = ""
    for index, name in enumerate(kind.pieces[first:], start=first):
        if index > first:
            words = dict.fromkeys(_words_between(form, name) for form in kind.all_forms)
            pattern += _between(kind.joints[index - 1], words)
        pattern += piece_pattern(kind, name)
    return f"{pattern}(?P<parts>{AFTER_A_NUMBER if kind.first_part == 'A' else PARTS})"


def _form_before_words(kind: AuthorityKind) -> str:
    """`52 ` before `U.S.C.`; empty if the whole number follows the words."""
    pieces = (piece_pattern(kind, name) for name in kind.leading_pieces)
    return "".join(rf"(?<![\w.-]){piece}\s+$" for piece in pieces)


def _words_between(kind: AuthorityKind, piece: str) -> str:
    """What the label has right before a piece that is not the first: `, Section `."""
    places = kind.label_pieces[1::2]
    return kind.label_pieces[::2][places.index(piece)] if piece in places[1:] else ""


def _between(joint: str, words: Iterable[str]) -> str:
    """A pattern for what stands between two pieces: `-`, or `, Section `."""
    sign = DASH if joint == "-" else r"\s+" if joint == " " else re.escape(joint)
    spaced = (r"\s+".join(map(_in_any_case, each.split())) for each in words if each.strip())
    signs = [sign, *(rf"\s*{each}\s*" for each in spaced)]
    return f"(?:{'|'.join(signs)})"


def _in_any_case(word: str) -> str:
    """A pattern for a word: `[Ss]ection|SECTION`."""
    if not word[0].isalpha() or word.isupper():
        return re.escape(word)
    rest = re.escape(word[1:])
    return f"(?:[{word[0].lower()}{word[0].upper()}]{rest}|{re.escape(word.upper())})"
