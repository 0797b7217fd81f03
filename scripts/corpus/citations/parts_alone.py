"""Parts that lean on a provision before them: `2A-34.1(k) would make subsection (l) idle`."""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from corpus.citations.enumeration import END_OF_A_SENTENCE
from corpus.citations.found_citation import Doubt, FoundCitation, UnresolvedCitation
from corpus.citations.ordinary_words import DOCUMENT
from corpus.citations.patterns import style_of
from corpus.citations.pinpoints import (
    EACH_NAMED,
    LEANING_PARTS,
    following_part,
    part_names,
    with_parts,
)
from corpus.model.authority import Citation

_LEANING_IN_WORDS = re.compile(
    r"(?<![\w-])(?:(?P<of_a_law>[Ss]ub-?(?:(?:sub-?)?division|div\.|d\.|sub-?section)"
    r"|(?P<section>[Ss]ub-?sec(?:tion|\.)))|(?P<paragraph>[Pp]aragraph)|[Ss]ub-?paragraph)s?\s+"
    rf"{LEANING_PARTS}(?!\w|,?\s+(?:of|in|under)\s+(?!that\s|the\s+(?:same|section|statute)(?!\w))"
    r"|\s+(?:above|below|here))"
)
"""`subsection (l)`, but not `subsection (l) of the lease`."""

_SUBDIVISIONS = ("ubs", "ubd", "ub-")
"""What is in each of its words besides `paragraph`."""

_NUMBER_WITH_A_PART = re.compile(
    r"(?<![\w.])(?:[0-9]{1,2}\([A-Za-z]\)|[IVX]{1,5}(?:\([A-Za-z]\)|\.[A-Z](?!\w)))"
)
"""`3(d)` or `III.C`."""
_LEADS_TO_A_NUMBER = re.compile(
    r"(?:(?<!\w)(?:and|at|by|from|in|of|or|[Ss]ee|than|to|under|with)\s+|[,(]\s?)$"
)
"""`at ` before the `3(d)` of `Canon 3`."""
_LONGEST_LEAD = 8

TURNS_TO_A_DOCUMENT = re.compile(
    rf"[0-9§]|\b(?i:{DOCUMENT}|acts?|articles?|briefs?|chapters?|codes?|complaints?|e-?mails?"
    r"|letters?|memo(?:randum)?s?|orders?|rules?|settlements?)\b|['\u2019]s\s+$"
)
"""What shows that a sentence turns to another document: `letter`, `§ 5`, `lease's `."""

_LONGEST_STEP = 100
"""How far before its part the provision stands if it is certain which one is meant."""


def with_parts_alone(
    words: str, rest: str, citations: list[FoundCitation]
) -> tuple[list[FoundCitation], list[UnresolvedCitation]]:
    """The citations with the parts that lean on them, and a doubt for each that is not certain.

    `rest` is the words without the citations.
    """
    found = citations
    doubts = list[UnresolvedCitation]()
    ends = (each.end for each in citations if isinstance(each.target, Citation))
    for match in _leaning(rest, min(ends, default=len(rest))):
        before = [each for each in found if each.end <= match.start()]
        provision = _provision_before(rest, words, before, match.start())
        parts = tuple(_parts_of(provision, match)) if provision else ()
        found = sorted((*found, *parts), key=attrgetter("start"))
        if not parts and any(isinstance(each.target, Citation) for each in before):
            doubts += _doubt_about(provision, match)
    return found, doubts


def _leaning(rest: str, start: int) -> list[re.Match[str]]:
    """Parts in words such as `subsection (l)`, and numbers such as `3(d)`, in reading order.

    None stands before `start`, the end of the first provision.
    """
    after = rest[start:]
    parts = [*_LEANING_IN_WORDS.finditer(rest, start)] if _may_have_parts(after) else []
    if not _may_have_numbers(after):
        return parts
    numbers = [
        number
        for number in _NUMBER_WITH_A_PART.finditer(rest, start)
        if _LEADS_TO_A_NUMBER.search(rest, max(number.start() - _LONGEST_LEAD, 0), number.start())
    ]
    return sorted((*parts, *numbers), key=re.Match.start)


def may_have_parts_alone(rest: str) -> bool:
    """Whether words without their citations may have parts that lean on these."""
    return _may_have_parts(rest) or _may_have_numbers(rest)


def _may_have_parts(rest: str) -> bool:
    """Whether parts in words may be there, which is quicker to see than to find them."""
    return "aragraph" in rest or ("ub" in rest and any(map(rest.__contains__, _SUBDIVISIONS)))


def _may_have_numbers(rest: str) -> bool:
    """Whether a `_NUMBER_WITH_A_PART` may be there."""
    if any(letter in rest and f"{letter}." in rest for letter in "IVX"):
        return True
    return "(" in rest and any(before[-1:].isalnum() for before in rest.split("(")[:-1])


def _provision_before(
    rest: str, words: str, before: Sequence[FoundCitation], start: int
) -> Citation | None:
    """The only provision of the sentence, on which a part leans; None if it is not certain."""
    last = before[-1] if before else None
    if last is None or not isinstance(last.target, Citation):
        return None
    is_near = start - last.end <= _LONGEST_STEP
    if not is_near or TURNS_TO_A_DOCUMENT.search(rest, last.end, start):
        return None
    sentence = _start_of_sentence(words, start)
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
    """The parts of a provision that the words name."""
    if match.re is _NUMBER_WITH_A_PART:
        yield from _part_after_its_number(provision, match)
    elif match["of_a_law"] or not provision.kind.is_code:
        yield from _named_parts(provision, match)


def _part_after_its_number(provision: Citation, match: re.Match[str]) -> Iterator[FoundCitation]:
    """The `3(d)` of `at 3(d)` if the provision is `Canon 3`."""
    style = style_of(provision.kind)
    number = style.alone.match(match.string, match.start())
    if number and not provision.kind.is_code:
        citation = style.parse(number, provision.authority)
        if citation and _whole(citation) == _whole(provision):
            yield FoundCitation(*number.span(), citation)


def _named_parts(provision: Citation, match: re.Match[str]) -> Iterator[FoundCitation]:
    """Each of the parts, the first with its words; `subsection (l)` is of the whole provision."""
    is_first_level = match["section"] or match["paragraph"]
    if is_first_level and part_names(match["parts"])[0].isalpha():
        provision = _whole(provision)
    for part in EACH_NAMED.finditer(match.string, *match.span("parts")):
        provision = following_part(provision, part[0]) or with_parts(provision, part[0])
        is_first = part.start() == match.start("parts")
        yield FoundCitation(match.start() if is_first else part.start(), part.end(), provision)


def _doubt_about(provision: Citation | None, match: re.Match[str]) -> Iterator[UnresolvedCitation]:
    """The doubt about parts in words, or about a number such as `5(a)` after `Canon 3(c)`."""
    is_number = match.re is _NUMBER_WITH_A_PART
    if not is_number or (provision and not provision.kind.is_code):
        yield UnresolvedCitation(*match.span(), Doubt.POINTS_BACK)
