"""How citations are written: the words that introduce one, and the shapes of what follows.

The words come from the Commission's file; a shape is common to all bodies that number things.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.model.authority import AuthorityKind, Citation
from corpus.model.commission import Commission
from corpus.model.opinion import OpinionId

DASH = "[-\u2010\u2011\u2012\u2013]"
"""A hyphen or a dash that stands for one."""

_DASHES = dict.fromkeys(range(0x2010, 0x2014), "-")

SPACE = r"[\s\u00a0\u2009\u202f]"

_STEP = r"\((?:[a-z]{1,2}|[ivx]{1,5}|[A-Z]|[0-9]{1,2})\)"
_STEPS = rf"(?:{SPACE}?{_STEP})*"
_DOTTED = r"(?:\.[A-Z](?!\w)(?:\.[A-Za-z0-9]{1,2}(?!\w))*)?"
"""Parts after dots, as in `III.C.1`."""

_NO_MORE = rf"(?!\w|\.\d|{DASH}\d)"
"""What tells that a number is whole, and not the beginning of another."""

_PIECE = "[0-9]+[A-Z]{0,2}"
_JOINER = rf"(?:{DASH}|[.:])"
"""What stands within a section's number; where its chapter comes again, a range goes on."""

_STEP_NAME = re.compile(r"\w+")

STEPS = re.compile(rf"{_STEP}{_STEPS}(?!\w)")
"""A part alone, as in `3(c) and (d)`."""

_STANDARD = rf"(?P<id>[0-9]{{1,3}}|[IVX]{{1,6}})(?P<dotted>{_DOTTED})(?P<steps>{_STEPS})"
_RULE = (
    rf"(?P<id>\.[0-9]{{4}}|[0-9]{{1,3}}[A-Z]?)(?P<dotted>{_DOTTED})"
    rf"(?P<steps>{_STEPS}(?:(?<=\))[0-9]{{1,2}})?)"
)

_SHAPES = {
    AuthorityKind.STANDARD: re.compile(_STANDARD + _NO_MORE),
    AuthorityKind.STATUTE: re.compile(
        rf"(?P<id>(?P<chapter>{_PIECE}){_JOINER}{_PIECE}(?:(?!{_JOINER}(?P=chapter){_JOINER})"
        rf"{_JOINER}{_PIECE})*)(?P<dotted>)(?P<steps>{_STEPS})(?!\w|\.\d)"
    ),
    AuthorityKind.RULE: re.compile(_RULE + _NO_MORE),
}
"""The number of an authority, or of a rule in its set, and its part."""

_SHAPES_IN_LISTS = _SHAPES | {
    AuthorityKind.STANDARD: re.compile(_STANDARD + r"(?!\w|\.\d)"),
    AuthorityKind.RULE: re.compile(_RULE + r"(?!\w|\.\d)"),
}
"""Among several, a dash after a number leads to the last of a range."""

_LAST_CENTURY = 70
"""The two digits of a year from which it is one of 19xx."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_SIGNS = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(frozen=True, slots=True)
class Name:
    """What words introduce: an authority of this kind, or an opinion."""

    kind: AuthorityKind | None
    """None for an opinion."""
    rules: str = ""
    """The set of rules that is named; empty where the words name none."""


class CitationPatterns:
    """The words by which one Commission introduces citations, and how it writes numbers."""

    def __init__(self, commission: Commission) -> None:
        """Take over the words of a Commission."""
        named = tuple(_named(commission))
        plurals = {_plural(words): (name, True) for words, name in named}
        known = plurals | {words: (name, False) for words, name in named}
        self._names = {_key(words): name for words, name in known.items()}
        longest_first = sorted(known, key=len, reverse=True)
        self.names = re.compile("|".join(_flexible(words) for words in longest_first))
        self.opinions = tuple(_form(form) for form in commission.opinions.numbered)
        self.needles = tuple(_needles(words for words, _ in named))

    def name(self, words: str) -> tuple[Name, bool]:
        """What words introduce, and whether they announce several."""
        return self._names[_key(words)]


def authority(kind: AuthorityKind, found: re.Match[str], rules: str) -> Citation | None:
    """The authority that a number and its part mean; None for a Roman numeral that is none."""
    number, steps = found["id"].translate(_DASHES), _steps(found["dotted"] + found["steps"])
    if kind is AuthorityKind.RULE:
        return Citation(kind, rules, number + _joined(steps))
    if kind is AuthorityKind.STANDARD and not number.isdecimal():
        steps = tuple(step.lower() for step in steps)
        number = str(_arabic(number) or "")
    elif found["dotted"]:
        return None
    return Citation(kind, number, _joined(steps)) if number else None


def part(whole: Citation, found: re.Match[str]) -> Citation | None:
    """The part alone that follows a citation: `(d)` after `3(c)` means `3(d)`.

    It stands in the place of the last step of its own sort; None where there is no such step.
    """
    steps = _steps(found[0])
    before = whole.parts
    for place in range(len(before) - 1, -1, -1):
        if _sort(before[place].strip("()")) == _sort(steps[0]) and before[place].startswith("("):
            kept = "".join(before[:place])
            return Citation(whole.kind, whole.authority, kept + _joined(steps))
    return None


def shape(kind: AuthorityKind) -> re.Pattern[str]:
    """How an authority of a kind is numbered in running text."""
    return _SHAPES[kind]


def shape_in_list(kind: AuthorityKind) -> re.Pattern[str]:
    """The same among several, where a dash may lead to the last of a range."""
    return _SHAPES_IN_LISTS[kind]


def opinion(found: re.Match[str]) -> OpinionId:
    """The opinion that a number and a year mean; of two digits, 70 and more are of 19xx."""
    parts = found.groupdict()
    year = int(parts.get("year") or 0)
    if not year:
        short = int(parts["yy"])
        year = short + (2000 if short < _LAST_CENTURY else 1900)
    return OpinionId(year, int(found["number"]))


def _named(commission: Commission) -> Iterator[tuple[str, Name]]:
    """All words that introduce a citation; those that name a set of rules stand first."""
    kinds = commission.authorities
    for rules, spellings in kinds.rule.sets.items():
        yield from ((words, Name(AuthorityKind.RULE, rules)) for words in spellings)
    for kind in AuthorityKind:
        yield from ((words, Name(kind)) for words in kinds[kind].cited_as)
    yield from ((words, Name(None)) for words in commission.opinions.cited_as)


def _plural(words: str) -> str:
    """Words for several: `Standards of Conduct` for `Standard of Conduct`."""
    return re.sub("(?= of | for |$)", "s", words, count=1)


def _needles(names: Iterable[str]) -> Iterator[str]:
    """Few words of which one stands in each of the names, so that a text is quickly looked over.

    A small word such as `of`, which is in every text, is taken only where a name has no other.
    """
    left = list(names)
    while left:
        counts = Counter(word for name in left for word in _words(name))
        best = max(counts, key=lambda word: (not word.islower(), counts[word], len(word), word))
        yield best
        left = [name for name in left if best not in name]


def _words(name: str) -> set[str]:
    """The words of a name between which there may be any white space."""
    return {word for word in re.split(r"(?<=\.)| ", name) if word}


def _key(words: str) -> str:
    """The words without spaces, as they are looked up."""
    return re.sub(SPACE, "", words)


def _flexible(words: str) -> str:
    """A pattern of words with any white space between them, also after an abbreviation's dot."""
    parts = re.split(r"(?<=\.)(?! )| ", words)
    return "".join(_piece(part, rest) for part, rest in zip(parts, [*parts[1:], ""], strict=True))


def _piece(words: str, following: str) -> str:
    if not following:
        return re.escape(words)
    return re.escape(words) + (f"{SPACE}*" if words.endswith(".") else f"{SPACE}+")


_BLANKS = {
    "number": r"(?P<number>[0-9]{1,6})",
    "year": r"(?P<year>(?:19|20)[0-9]{2})",
    "yy": r"(?P<yy>[0-9]{2})",
}


_NO_YEAR = "(?!(?:19|20)[0-9]{2}(?![0-9]))"
"""What no number after two digits is: `05-2003` is not opinion 2003 of 2005."""


def _form(form: str) -> re.Pattern[str]:
    """A form of an opinion's number with any dash and any white space."""
    parts = re.split(r"{(\w+)}", form)
    texts = [re.escape(one).replace(r"\-", DASH).replace(r"\ ", f"{SPACE}*") for one in parts[::2]]
    no_year = _NO_YEAR if "yy" in parts[1::2] else ""
    holes = [*((no_year if name == "number" else "") + _BLANKS[name] for name in parts[1::2]), ""]
    whole = "".join(text + hole for text, hole in zip(texts, holes, strict=True))
    return re.compile(rf"(?<![\w.]){whole}{_NO_MORE}")


def _steps(written: str) -> tuple[str, ...]:
    return tuple(_STEP_NAME.findall(written)) if written else ()


def _joined(steps: Iterable[str]) -> str:
    return "".join(f"({step})" for step in steps)


def _sort(step: str) -> str:
    """Whether a step is a number, a small letter or a capital."""
    if step.isdecimal():
        return "number"
    return "small" if step.islower() else "capital"


def _arabic(written: str) -> int | None:
    """`III` as 3; None where the letters are no numeral as it is written."""
    values = [_ROMAN[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    number = sum(-one if one < following else one for one, following in pairs)
    return number if roman(number) == written else None


def roman(number: int) -> str:
    """A number as a Roman numeral: `XLIII`."""
    written = ""
    for value, sign in _SIGNS:
        count, number = divmod(number, value)
        written += sign * count
    return written
