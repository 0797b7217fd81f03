"""Numbers that an authority had in earlier editions, such as `8.E`, which became `8(a)(4)`."""

import re
from collections.abc import Iterator, Sequence

from corpus.analysis.index import CorpusIndex
from corpus.citations.patterns import style_of
from corpus.model.authority import Citation
from corpus.model.edition import ONLY_THE_NUMBER, Edition
from corpus.model.words import uncapitalized

_PART = r"[\w(][\w.()-]*[\w)]|\w"
_BECAME = re.compile(rf"(?<!\S)(?P<old>{_PART})\s+became\s+(?P<new>{_PART})")
_FROM = re.compile(r"\bfrom\s+(?P<old>[^,;:]{2,60}?)\s+to\s")
_ZEROS = re.compile(r"\b0+(?=[0-9])")
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def old_number(
    words: str, citation: Citation, editions: Sequence[Edition], index: CorpusIndex
) -> str:
    """How a number in the words of a citation was replaced in one of these editions, or may be.

    Empty if the editions do not tell.
    """
    for edition in reversed(editions):
        told = _told_by(edition, words, citation, index)
        if told:
            return told
    return ""


def _told_by(edition: Edition, words: str, citation: Citation, index: CorpusIndex) -> str:
    day = f"on {index.names.edition_day(edition)}"
    numbers = replaced_parts(edition, citation)
    for part in reversed(citation.ancestors_and_self):
        if part.pinpoint in numbers:
            return f"{numbers[part.pinpoint]} {day}"
    name = replaced_name(edition)
    if name and name in _plain_name(words):
        return f"{uncapitalized(edition.event).rstrip('.')} {day}"
    if not gives_new_numbers(edition):
        return ""
    authority = index.references.authority(citation)
    numeral = authority.roman if authority else None
    if numeral and _has_numeral(words, numeral):
        return f"{numeral} is its number in earlier editions; {edition.verb} {day}"
    example = replaced_capital(edition, citation)
    return f"{edition.verb} {day}, when {example}" if example and _has_capital(citation) else ""


def gives_new_numbers(edition: Edition) -> bool:
    """Whether an edition gave all of an authority another number or form."""
    return edition.verb in ONLY_THE_NUMBER and not edition.provisions


def replaced_parts(edition: Edition, authority: Citation) -> dict[str, str]:
    """`8.E became 8(a)(4)` by the pinpoint of the old number, `8(E)`, if the event says so."""
    return {old.pinpoint: words for old, _, words in _pairs(edition, authority)}


def replaced_capital(edition: Edition, authority: Citation) -> str:
    """`8.E became 8(a)(4)` if an edition put other signs in place of capital letters."""
    return next(
        (
            words
            for old, new, words in _pairs(edition, authority)
            if _has_capital(old) and not _has_capital(new)
        ),
        "",
    )


def _pairs(edition: Edition, authority: Citation) -> Iterator[tuple[Citation, Citation, str]]:
    for match in _BECAME.finditer(edition.event):
        old, new = _parsed(match["old"], authority), _parsed(match["new"], authority)
        if old and new and old.pinpoint:
            yield old, new, match[0]


def _parsed(typed: str, authority: Citation) -> Citation | None:
    """A part of an authority, as in texts: `3(c)`, `(c)`, or `8.E` of a set."""
    style = style_of(authority.kind)
    number = authority.authority
    matches = (style.alone.fullmatch(form) for form in (typed, f"{number}{typed}"))
    parsed = (style.parse(match, number) for match in matches if match)
    return next((each for each in parsed if each and each.authority == number), None)


def _has_capital(citation: Citation) -> bool:
    """Whether a part such as `(E)` is named by a capital letter."""
    return any(character.isupper() for character in citation.pinpoint)


def replaced_name(edition: Edition) -> str:
    """`4hcac10g` if an event is `Recodified from 04 HCAC 10G to 11 HCAC 23G`; empty if not."""
    match = _FROM.search(edition.event)
    return _plain_name(match["old"]) if match and re.search("[0-9]", match["old"]) else ""


def _plain_name(words: str) -> str:
    """Words as they are compared: `4hcac10g` for `04 H.C.A.C. 10G`."""
    return _NO_LETTER_OR_DIGIT.sub("", _ZEROS.sub("", words)).lower()


def _has_numeral(words: str, numeral: str) -> bool:
    """Whether words have a number as a Roman numeral: `Canon III(C)`."""
    return re.search(rf"(?<![A-Za-z(]){numeral}(?![IVXLC])", words) is not None
