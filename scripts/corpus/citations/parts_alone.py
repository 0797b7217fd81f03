"""Parts that lean on a provision before them: `2A-34.1(k) would make subsection (l) idle`."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from corpus.citations.enumeration import END_OF_A_SENTENCE
from corpus.citations.found_citation import (
    CitationsInText,
    Doubt,
    FoundCitation,
    UnresolvedCitation,
)
from corpus.citations.masks import masked
from corpus.citations.ordinary_words import DOCUMENT
from corpus.citations.pinpoints import (
    EACH_NAMED,
    JOINED_PARTS,
    following_part,
    part_names,
    with_parts,
)
from corpus.model.authority import Citation

_LEANING_PARTS = re.compile(
    r"(?<![\w-])(?P<words>(?P<of_a_law>[Ss]ub-?(?:(?:sub-?)?division|div\.|d\.|sub-?section)"
    r"|(?P<section>[Ss]ub-?sec(?:tion|\.)))|(?:(?P<paragraph>[Pp]aragraph)|[Ss]ub-?paragraph))s?\s+"
    rf"{JOINED_PARTS}(?!\w|,?\s+(?:of|in|under)\s+(?!that\s|the\s+same\s)|\s+(?:above|below|here))"
)
"""`subsection (l)`, but not `subsection (l) of the lease`."""

_TURNS_TO_A_DOCUMENT = re.compile(
    rf"[0-9§]|\b(?i:{DOCUMENT}|acts?|articles?|briefs?|chapters?|codes?|complaints?|e-?mails?"
    r"|letters?|memo(?:randum)?s?|orders?|rules?|settlements?)\b|['\u2019]s\s+$"
)
"""What shows that a sentence turns to another document: `letter`, `§ 5`, `lease's `."""

_LONGEST_STEP = 100
"""How far before its part the provision stands if it is certain which one is meant."""


def with_parts_alone(words: str, citations: Sequence[FoundCitation]) -> CitationsInText:
    """The citations with the parts that lean on them, and a doubt for each that is not certain."""
    if not citations or ("ub" not in words and "aragraph" not in words):
        return CitationsInText(tuple(citations))
    found, doubts = list(citations), list[UnresolvedCitation]()
    rest = masked(citations, words)
    for match in _LEANING_PARTS.finditer(rest):
        before = [each for each in found if each.end <= match.start()]
        if provision := _provision_before(rest, words, before, match):
            found = sorted((*found, *_parts_of(provision, match)), key=attrgetter("start"))
        elif any(isinstance(each.target, Citation) for each in before):
            doubts.append(UnresolvedCitation(*match.span(), Doubt.POINTS_BACK))
    return CitationsInText(tuple(found), tuple(doubts))


def _provision_before(
    rest: str, words: str, before: Sequence[FoundCitation], part: re.Match[str]
) -> Citation | None:
    """The provision that a part leans on; None if it is not certain."""
    last = before[-1] if before else None
    if last is None or not isinstance(last.target, Citation):
        return None
    is_of_it = part["of_a_law"] is not None or not last.target.kind.is_code
    is_near = part.start() - last.end <= _LONGEST_STEP
    if not (is_of_it and is_near) or _TURNS_TO_A_DOCUMENT.search(rest, last.end, part.start()):
        return None
    sentence = _start_of_sentence(words, part.start())
    cited = {
        _whole(each.target)
        for each in before
        if each.end > sentence and isinstance(each.target, Citation)
    }
    return last.target if cited == {_whole(last.target)} else None


def _start_of_sentence(words: str, end: int) -> int:
    return max((each.end() for each in END_OF_A_SENTENCE.finditer(words, 0, end + 1)), default=0)


def _whole(provision: Citation) -> Citation:
    """The provision without its parts."""
    number = provision.parts[:1] if provision.kind.is_in_sets else ()
    return provision._replace(pinpoint="".join(number))


def _parts_of(provision: Citation, match: re.Match[str]) -> Iterator[FoundCitation]:
    """Each of the parts, the first with its words; `subsection (l)` is of the whole provision."""
    is_first_level = match["section"] or match["paragraph"]
    if is_first_level and part_names(match["parts"])[0].isalpha():
        provision = _whole(provision)
    for part in EACH_NAMED.finditer(match.string, match.start("parts"), match.end()):
        provision = following_part(provision, part[0]) or with_parts(provision, part[0])
        is_first = part.start() == match.start("parts")
        yield FoundCitation(match.start() if is_first else part.start(), part.end(), provision)
