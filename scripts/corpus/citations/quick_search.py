"""Find the places that may have a citation, much faster than reading the whole text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from corpus.citations.pinpoints import DASHES

_OTHER_SIGNS = ("*", "\\", "Id.", "id.", "upra")
"""What may interrupt a word, and the words `Id.`, `ibid.` and `supra`."""

_CENTURIES = ("19", "20")

_LONG_ENOUGH = len("S.")


class QuickSearch:
    """Searches a text for a few short words that cover all introducing words."""

    def __init__(self, introducing_words: Iterable[str]) -> None:
        """Choose the few words."""
        words = tuple(_covering_words(introducing_words))
        shortest = (
            word for word in words if not any(part in word for part in words if part != word)
        )
        needles = (*shortest, *_OTHER_SIGNS)
        self._common = tuple(needle for needle in needles if needle[0].islower())
        self._rare = re.compile(_by_first_sign(set(needles) - set(self._common)))

    def offsets(self, markdown: str) -> list[int]:
        """Offsets in the Markdown; each block with a citation contains at least one."""
        offsets = [match.start() for match in self._rare.finditer(markdown)]
        offsets += (offset for needle in self._common for offset in _find_all(needle, markdown))
        offsets += (
            offset
            for offset in _find_all("(", markdown)
            if markdown.startswith(_CENTURIES, offset + 1)
        )
        for dash in "-" if markdown.isascii() else DASHES:
            offsets += (
                offset
                for offset in _find_all(dash, markdown)
                if _is_digit(markdown, offset + 1) and _ends_a_number(markdown, offset)
            )
        return offsets


def _covering_words(names: Iterable[str]) -> Iterator[str]:
    """The most frequent words of the names, until each name has one of them.

    A word in lower case, such as `of`, is in every text; it is chosen only as a last resort.
    """
    uncovered = list(names)
    while uncovered:
        counts = Counter(word for name in uncovered for word in _words(name))
        best = max(counts, key=lambda word: (not word.islower(), counts[word], len(word), word))
        yield best
        uncovered = [name for name in uncovered if best not in name]


def _words(name: str) -> set[str]:
    """`U.`, `S.`, `Gen` and `Stat` for `U.S. Gen. Stat.`: between them may be any white space.

    A word has no period, because it comes last in the plural: `Stds.`, `Ops.`; a letter has one.
    """
    words = (word for word in re.split(r"(?<=\.)| ", name) if word)
    return {word.rstrip(".") if len(word) > _LONG_ENOUGH else word for word in words}


def _by_first_sign(needles: Iterable[str]) -> str:
    """A pattern for any of the needles; signs that few words begin with are found quickly."""
    groups = groupby(sorted(needles), key=lambda needle: needle[0])
    endings = {sign: "|".join(re.escape(needle[1:]) for needle in group) for sign, group in groups}
    return "|".join(f"{re.escape(sign)}(?:{ending})" for sign, ending in endings.items())


def _find_all(needle: str, text: str) -> list[int]:
    offsets, offset = [], text.find(needle)
    while offset >= 0:
        offsets.append(offset)
        offset = text.find(needle, offset + 1)
    return offsets


def _ends_a_number(text: str, end: int) -> bool:
    """Whether `12` or `7A` ends here."""
    before = text[end - 1 : end]
    return before.isdecimal() or (before.isupper() and not before.isspace())


def _is_digit(text: str, offset: int) -> bool:
    return text[offset : offset + 1].isdecimal()
