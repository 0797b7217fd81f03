"""How texts write authorities whose numbers have a form from the settings: `52 U.S.C. § 30101`."""

import re
from collections.abc import Iterable
from functools import partial

from corpus.citations.number_style import END, END_IN_LIST, NumberStyle
from corpus.citations.pinpoints import AFTER_A_NUMBER, DASH, PARTS, with_parts
from corpus.model.authority import Citation
from corpus.model.authority_kind import AuthorityKind, piece_pattern


def style_of_form(kind: AuthorityKind) -> NumberStyle:
    """The style of a kind whose numbers have a form of the settings."""
    number = _form_after_words(kind)
    leading = _form_before_words(kind)
    return NumberStyle(
        alone=re.compile(number + END),
        in_list=re.compile(number + END_IN_LIST),
        parse=partial(_parse_form, kind),
        is_unmistakable=_has_pinpoint_or_joint,
        leading=re.compile(leading) if leading else None,
    )


def _parse_form(kind: AuthorityKind, match: re.Match[str], leading: str) -> Citation:
    """`52-30101(8)(A)`, whose `52` precedes the words."""
    pieces = match.groupdict() | dict.fromkeys(kind.leading_pieces, leading)
    number = re.sub("[\u2010\u2011]", "-", kind.numbering.format_map(pieces))
    return with_parts(Citation(kind, number), match["parts"])


def _has_pinpoint_or_joint(_previous: Citation, citation: Citation) -> bool:
    """Whether a number has a part or, as `4-1.7`, two pieces after the words."""
    return bool(citation.pinpoint) or len(citation.kind.pieces) > 1 + len(
        citation.kind.leading_pieces
    )


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
