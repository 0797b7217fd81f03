"""Patterns of Python, rewritten so that JavaScript finds the same in a text."""

import re
from functools import cache

_TOKEN = re.compile(
    r"""
      \(\?P=(?P<reference>\w+)\)
    | (?P<open>\((?:\?(?:P<(?P<group>\w+)>|(?P<ignore>i):|(?P<atomic>>)|:|<?[=!]))?)
    | (?P<close>\))
    | \[(?P<negated>\^?)(?P<members>\]?(?:\\.|[^\]\\])*)\]
    | \\(?P<escape>.)
    | (?P<quantifier>[*+?]|\{[0-9]+(?:,[0-9]*)?\})(?P<mode>[+?]?)
    | (?P<sign>[\^$.|])
    | (?P<character>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_LAYOUT = re.compile(r"(\[\^?\]?(?:\\.|[^\]\\])*\]|\\.)|\s+|\#[^\n]*", re.DOTALL)
"""White space and comments of a verbose pattern; the first group is not layout."""

_MEMBERS = {
    "w": r"\p{L}\p{N}_",
    "d": r"\p{Nd}",
    "s": r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
}
r"""What Python means by `\w`, `\d` and `\s`; for JavaScript they are fewer or other signs."""

_WORD = f"[{_MEMBERS['w']}]"
_ESCAPES = (
    {name: f"[{members}]" for name, members in _MEMBERS.items()}
    | {name.upper(): f"[^{members}]" for name, members in _MEMBERS.items()}
    | {"b": f"(?:(?<={_WORD})(?!{_WORD})|(?<!{_WORD})(?={_WORD}))", "Z": "$"}
)
_SYNTAX = frozenset("nrtfux0123456789^$\\.*+?()[]{}|/-")
"""What JavaScript reads after a backslash; Python allows one before any sign."""

_ENDS_OF_TEXT = {"^": "^", "$": r"(?=\n?$)"}
_ENDS_OF_LINE = {"^": r"(?<=^|\n)", "$": r"(?=\n|$)"}


@cache
def javascript_pattern(pattern: re.Pattern[str]) -> str:
    r"""The source of a regular expression of JavaScript with the flag `u`.

    A class may have `\W` or `\S` only after `[^`, as in `[^\W_]`.
    """
    source = pattern.pattern
    flags = pattern.flags
    if flags & re.VERBOSE:
        source = _LAYOUT.sub(lambda match: match[1] or "", source)
    signs = {".": r"[^\n]", "|": "|"} | (_ENDS_OF_LINE if flags & re.MULTILINE else _ENDS_OF_TEXT)
    pieces: list[str] = []
    groups: list[tuple[int, re.Match[str], bool]] = []
    ignores_case = bool(flags & re.IGNORECASE)
    atom = 0
    for token in _TOKEN.finditer(source):
        if token["open"]:
            groups.append((len(pieces), token, ignores_case))
            ignores_case = ignores_case or token["ignore"] is not None
            pieces.append(_opening(token))
        elif token["close"]:
            atom, opening, ignores_case = groups.pop()
            group = "".join(pieces[atom:]) + ")"
            pieces[atom:] = [_atomic(group, opening) if opening["atomic"] else group]
        elif token["quantifier"]:
            quantified = "".join(pieces[atom:]) + token["quantifier"]
            is_possessive = token["mode"] == "+"
            pieces[atom:] = [
                _atomic(quantified, token) if is_possessive else quantified + token["mode"]
            ]
        else:
            atom = len(pieces)
            pieces.append(signs.get(token["sign"]) or _single(token, ignores_case=ignores_case))
    return "".join(pieces)


def _opening(token: re.Match[str]) -> str:
    """The beginning of a group."""
    if token["group"]:
        return f"(?<{token['group']}>"
    return "(?:" if token["ignore"] or token["atomic"] else token["open"]


def _atomic(pattern: str, token: re.Match[str]) -> str:
    """The pattern as a group that gives nothing back: what a lookahead captured is repeated."""
    name = f"atomic{token.start()}"
    return rf"(?:(?=(?<{name}>{pattern}))\k<{name}>)"


def _single(token: re.Match[str], *, ignores_case: bool) -> str:
    """A character, an escape, a class or a reference."""
    if token["reference"]:
        return rf"\k<{token['reference']}>"
    if token["members"] is not None:
        return _class(token["negated"], token["members"])
    if token["escape"]:
        sign = token["escape"]
        return _ESCAPES.get(sign) or ("-" if sign == "-" else _escaped(sign))
    character = token["character"]
    if ignores_case and character.isalpha():
        return f"[{character.lower()}{character.upper()}]"
    return str(character)


def _class(negated: str, members: str) -> str:
    r"""A class; `[^\W_]` is a word character that is not `_`."""
    if negated and (match := re.match(r"\\([WSD])", members)):
        kind = _MEMBERS[match[1].lower()]
        return f"(?:(?![{_in_class(members[2:])}])[{kind}])"
    return f"[{negated}{_in_class(members)}]"


def _in_class(members: str) -> str:
    return re.sub(r"\\(.)", lambda match: _MEMBERS.get(match[1]) or _escaped(match[1]), members)


def _escaped(sign: str) -> str:
    return f"\\{sign}" if sign in _SYNTAX else sign
