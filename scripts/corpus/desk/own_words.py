"""Reword messages for the desk: the body's own terms, and opinions by their printed names."""

import re

from corpus.citations.names import Names
from corpus.library.references import References
from corpus.model.opinion_id import OpinionId

_OPINION = re.compile(
    r"(?<![\w/])(?:[Oo]pinions? )?`?"
    r"((?:[a-z]+(?:-[a-z0-9]+)*/)?(?:[0-9]{4}/)?[0-9]{2,}[a-z]?)(?![\w/]|\.\w)`?"
)
"""The end of the address of an opinion: `2003/05`, `opinion 2003/05`, `rpc/180`."""


def in_own_words(sentence: str, references: References) -> str:
    """A sentence that names opinions as readers know them, and says the body's own words."""
    commission = references.commission
    names = Names(commission)

    def name(found: re.Match[str]) -> str:
        opinion = OpinionId.read(found[1]) if "/" in found[1] else None
        return names.long(opinion) if opinion and commission.series_of(opinion) else found[0]

    return commission.words.said(_OPINION.sub(name, sentence))
