"""How authorities are numbered in running text: one style for each kind of authority.

The settings of a kind say which form its numbers have. To read another form, add it to
`model/authority_kind` and its style to `_STYLES`. Words such as `Canon` or `Harbor Stat.` come
from the settings; see `introducers`. The parts of a number are in `pinpoints`, and numbers in a
form of the settings in `form_style`.
"""

import re
from functools import cache, partial

from corpus.citations.form_style import style_of_form
from corpus.citations.number_style import END, END_IN_LIST, LETTERS, NumberStyle
from corpus.citations.pinpoints import (
    AFTER_A_NUMBER,
    AFTER_A_NUMERAL,
    DASH,
    DASHES,
    PARTS,
    with_numbers_in_brackets,
    with_parts,
)
from corpus.model.authority import Citation
from corpus.model.authority_kind import CODE, NUMBER, SETS, AuthorityKind
from corpus.model.roman_numerals import from_roman

_AS_HYPHEN = dict.fromkeys(map(ord, DASHES), "-")

_ARABIC = rf"(?P<number>[0-9]{{1,2}})(?P<parts>{AFTER_A_NUMBER})"
_ROMAN = rf"(?P<numeral>[IVX]{{1,6}})(?P<numeral_parts>{AFTER_A_NUMERAL})"
"""`3(d)(5)`, `3c`; `III.C.1`, `III (C)`, `IV-B`."""

_CODE_OF_A_RULE = rf"(?P<code>\.[0-9]{{4}}[A-Z]?)(?P<code_parts>{PARTS})"
"""`.0104(b)`."""

_PIECE = f"[0-9]{{1,5}}{LETTERS}"


def _sections(name: str, joints: str) -> str:
    """A pattern for a section, as a group with this name, and for the pieces joined to it."""
    return (
        rf"(?P<{name}>[0-9]{{1,5}}){LETTERS}"
        rf"(?:(?:\.\s|\s\.){_PIECE}(?=\([a-z]|\s\([a-z][0-9]?\))"
        rf"|(?:(?![{DASHES}.:](?P=chapter)[{DASHES}.:])(?!{DASH}(?P={name})\.)"
        rf"(?:{joints}|[.:]){_PIECE})*)"
    )


_OTHER_NUMBER = (
    rf"[0-9]{{3}}{DASH}[0-9]{{2,3}}{DASH}[0-9]{{4}}"
    rf"|[12][0-9]{{3}}{DASH}[0-9]{{2}}{DASH}[0-9]{{2}}"
    rf"|(?:0?[1-9]|1[0-2]){DASH}(?:0?[1-9]|[12][0-9]|3[01]){DASH}(?:19|20)[0-9]{{2}}"
    rf"|0[0-9]{DASH}[0-9]{{1,2}}{DASH}[0-9]{{2}}|[0-9]{{5}}{DASH}[0-9]{{4}}"
)
"""A telephone, Social Security or postal number, or a date."""

_SECTION_OF_A_CODE = (
    rf"(?!(?:{_OTHER_NUMBER})(?!\w))(?P<id>(?P<chapter>{_PIECE})"
    rf"(?:(?P<dash>{DASH})\s?{_sections('after_dash', '(?P=dash)')}"
    rf"|[.:]{_sections('after_period', DASH)}))"
    rf"(?P<parts>{PARTS})(?:(?<=[)\]])|(?!\w|\.\d))"
)
"""`2A-34.2(b)`, `2A:23C-1`; only the first section of `2A-34.1-2A-34.4A` and `2A-34.1-34.4A`."""


def _parse_number(kind: AuthorityKind, match: re.Match[str], _set: str) -> Citation | None:
    """`3(c)`, or `III.C` and `III(C)` as `3(c)`; None for a numeral such as `IIII`."""
    number, parts = _in_digits(match)
    return with_parts(Citation(kind, number), parts) if number else None


def _parse_section(kind: AuthorityKind, match: re.Match[str], _set: str) -> Citation:
    number = "".join(match["id"].translate(_AS_HYPHEN).split())
    return with_parts(Citation(kind, kind.number_in_normal_case(number)), match["parts"])


def _parse_rule(kind: AuthorityKind, match: re.Match[str], rule_set: str) -> Citation | None:
    """`Pier 4(f)` for `4(f)`, `Pier .0104` for `.0104`; None for a numeral such as `IIII`."""
    number, parts = (match["code"], match["code_parts"]) if match["code"] else _in_digits(match)
    return with_parts(Citation(kind, rule_set, number), parts) if number else None


def _in_digits(match: re.Match[str]) -> tuple[str, str]:
    """A number, in digits, and its parts; no number for a numeral such as `IIII`."""
    if match["number"]:
        return match["number"], match["parts"]
    return str(from_roman(match["numeral"]) or ""), match["numeral_parts"]


def _has_pinpoint(_previous: Citation, citation: Citation) -> bool:
    return bool(citation.pinpoint)


def _has_parts_of_a_rule(_previous: Citation, citation: Citation) -> bool:
    """`5(a)` or `.0105`, but not `5`."""
    return len(citation.parts) > 1 or citation.pinpoint.startswith(".")


def _is_joined_alike(previous: Citation, citation: Citation) -> bool:
    """Whether the same sign follows both chapters: `34.2` does not continue from `2A-34.1`."""
    return _joiners(previous)[:1] == _joiners(citation)[:1]


def _is_of_same_chapter_or_long(previous: Citation, citation: Citation) -> bool:
    """Whether a section is of the same chapter, or more than two numbers as in `12-14 days`."""
    is_long = bool(citation.pinpoint) or len(_joiners(citation)) > 1
    return is_long or _chapter(previous) == _chapter(citation)


def _joiners(statute: Citation) -> list[str]:
    return re.findall("[-.:]", statute.authority)


def _chapter(statute: Citation) -> str:
    return re.split("[-.:]", statute.authority, maxsplit=1)[0]


@cache
def style_of(kind: AuthorityKind) -> NumberStyle:
    """How the authorities of a kind are numbered in running text."""
    style = _STYLES.get(kind.numbering, style_of_form)(kind)
    if not kind.has_brackets:
        return style
    return style._replace(
        alone=re.compile(with_numbers_in_brackets(style.alone.pattern)),
        in_list=re.compile(with_numbers_in_brackets(style.in_list.pattern)),
    )


def _number_of(kind: AuthorityKind) -> str:
    """A pattern for a number and its parts, in Roman numerals too if the kind has them."""
    return f"(?:{_ARABIC}|{_ROMAN})" if kind.numerals == "roman" else _ARABIC


def _style_of_numbers(kind: AuthorityKind) -> NumberStyle:
    number = _number_of(kind)
    return NumberStyle(
        alone=re.compile(number + END),
        in_list=re.compile(number + END_IN_LIST),
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
    number = f"(?:{_number_of(kind)}|{_CODE_OF_A_RULE})"
    return NumberStyle(
        alone=re.compile(number + END),
        in_list=re.compile(number + END_IN_LIST),
        parse=partial(_parse_rule, kind),
        is_unmistakable=_has_parts_of_a_rule,
    )


_STYLES = {NUMBER: _style_of_numbers, CODE: _style_of_code, SETS: _style_of_sets}
"""The style of each numbering that has a name; other numberings are forms."""
