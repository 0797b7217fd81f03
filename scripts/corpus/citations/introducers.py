"""The words that introduce a citation: `Standard`, `N.C. Gen. Stat.`, `MSC Rules`, `AO`.

They come from the commission's file (`cited_as` and `sets` in `standards/commission.yml`), so a
new spelling is added there. Each is also recognized in the plural and with any white space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.model.authority import AuthorityKind
from corpus.model.commission import Commission


@dataclass(frozen=True, slots=True)
class Introducer:
    """What some words introduce: authorities of one kind, or opinions."""

    kind: AuthorityKind | None
    """None for opinions."""
    rule_set: str = ""
    """The set of rules that the words name; empty if they name none."""
    is_plural: bool = False


class Introducers:
    """All introducing words of one commission."""

    def __init__(self, commission: Commission) -> None:
        """Collect the words from the commission's file."""
        singular = tuple(_introducers(commission))
        known = {_plural(words): replace(meaning, is_plural=True) for words, meaning in singular}
        known |= dict(singular)
        self.words = tuple(words for words, _ in singular)
        longest_first = sorted(known, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(_with_any_space, longest_first)))
        self._by_key = {_without_space(words): meaning for words, meaning in known.items()}

    def meaning(self, words: str) -> Introducer:
        """What words that match the pattern introduce."""
        return self._by_key[_without_space(words)]


def _introducers(commission: Commission) -> Iterator[tuple[str, Introducer]]:
    kinds = commission.authorities
    for rule_set, spellings in kinds.rule.sets.items():
        yield from ((words, Introducer(AuthorityKind.RULE, rule_set)) for words in spellings)
    for kind in AuthorityKind:
        yield from ((words, Introducer(kind)) for words in kinds[kind].cited_as)
    yield from ((words, Introducer(None)) for words in commission.opinions.cited_as)


def _plural(words: str) -> str:
    """`Standards of Conduct` for `Standard of Conduct`."""
    return re.sub("(?= of | for |$)", "s", words, count=1)


def _without_space(words: str) -> str:
    return "".join(words.split())


def _with_any_space(words: str) -> str:
    r"""A pattern for words: `N\.C\.\s*Gen\.\s*Stat\.` for `N.C. Gen. Stat.`."""
    parts = [part for part in re.split(r"(?<=\.)(?! )| ", words) if part]
    spaces = [r"\s*" if part.endswith(".") else r"\s+" for part in parts[:-1]]
    pairs = zip(map(re.escape, parts), [*spaces, ""], strict=True)
    return "".join(part + space for part, space in pairs)
