"""How introducing words are spelled, each spelling with what it introduces."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from corpus.model.authority_kind import AuthorityKind

_INITIALS = re.compile(r"\b[A-Z]{2,5}\b")
_LETTERS_ONLY = re.compile(r"[^\W\d_]+|(?:[A-Z]\.){2,}")
_FIRST_LETTER = re.compile(r"(?<![\w.])[A-Za-z](?=[a-z]{2})")
"""The first letter of an ordinary word, which may be lowercase or a capital."""


@dataclass(frozen=True, slots=True)
class Introducer:
    """What some words introduce: authorities of one kind, or opinions."""

    kind: AuthorityKind | None
    """None for opinions."""
    rule_set: str = ""
    """The set of rules that the words name; empty if they name none."""
    is_plural: bool = False
    form_group: int = 0
    """Which group of forms the numbers of opinions have."""
    is_common: bool = False
    """Whether texts of all kinds use the words, as `Section`, so that a number must be clear."""
    is_shared: bool = False
    """Whether longer names of the same code end with the words, as `General Statutes`."""


def with_either_apostrophe(
    introducers: Iterable[tuple[str, Introducer]],
) -> Iterator[tuple[str, Introducer]]:
    """The words, also with a typewriter's apostrophe for a printer's, and the other way round."""
    for words, meaning in introducers:
        for spelling in dict.fromkeys(
            (words, words.replace("'", "\u2019"), words.replace("\u2019", "'"))
        ):
            yield spelling, meaning


def with_plurals(singular: Mapping[str, Introducer]) -> dict[str, Introducer]:
    """The spellings of words in the plural and the singular, each with what they introduce.

    The plural of one name that is also the singular of another counts as singular.
    """
    spelled = [
        (each, meaning) for name, meaning in singular.items() for each in _spellings(name, meaning)
    ]
    known: dict[str, Introducer] = {}
    for spelling, meaning in spelled:
        for several in () if is_bare_set(meaning) else _plurals(spelling):
            known.setdefault(several, replace(meaning, is_plural=True))
    for spelling, meaning in spelled:
        if known.get(spelling) != replace(meaning, is_plural=True):
            known[spelling] = meaning
    return known


def _spellings(words: str, meaning: Introducer) -> Iterator[str]:
    """The words as they are, in capitals, and with their first letter in the other case.

    Those that can only mean an opinion are also spelled in lowercase.
    """
    yield words
    if is_bare_set(meaning):
        return
    if not words.isupper() and len(words) > 1:
        yield words.upper()
    if meaning.kind is None and " " in words:
        yield words.lower()
        yield words.capitalize()
    if meaning.kind:
        noun = words.rfind(" ") + 1 if meaning.rule_set else 0
        if _FIRST_LETTER.match(words, noun):
            yield words[:noun] + words[noun].swapcase() + words[noun + 1 :]


def acronyms_with_points(introducers: dict[str, Introducer]) -> Iterator[tuple[str, Introducer]]:
    """`E.C.` for `EC`, of the words that introduce opinions."""
    for words, meaning in introducers.items():
        if meaning.kind is None and _INITIALS.search(words):
            yield _INITIALS.sub(lambda letters: ".".join((*letters[0], "")), words), meaning


def _plurals(words: str) -> Iterator[str]:
    """The plural, and of an acronym also those with a lowercase `s`: `FEOs`, `FEO's`."""
    yield _plural(words)
    if words.isupper() and _LETTERS_ONLY.fullmatch(words):
        yield from (f"{words}{ending}" for ending in ("s", "'s", "\u2019s"))


def _plural(words: str) -> str:
    """`Canons of Conduct` for `Canon of Conduct`, `Stds.` for `Std.`, `§§` for `§`."""
    if words == "§":
        return "§§"
    ending = "S" if words.isupper() and len(words.strip(".")) > len("AO") else "s"
    return re.sub(r"(?=\.?(?: of | for | OF | FOR |$))", ending, words, count=1)


def in_lowercase(introducers: Mapping[str, Introducer]) -> Iterator[tuple[str, Introducer]]:
    """The names of codes and of opinions that in lowercase need a number that makes them clear."""
    for words, meaning in introducers.items():
        common = replace(meaning, is_common=True)
        if meaning.kind is None and words.isalpha() and not words.isupper():
            yield words.lower(), common
            yield _plural(words).lower(), replace(common, is_plural=True)
        elif meaning.kind and meaning.kind.is_code:
            yield words.lower(), common


def is_bare_set(meaning: Introducer) -> bool:
    """Whether words are the id of a set, as records have it, which only a part makes clear."""
    return meaning.is_common and meaning.rule_set != ""
