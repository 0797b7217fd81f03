"""Remarks as sentences: one for each kind, with all places and words that it concerns."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpus.intake.place import Place
from corpus.intake.quoted_words import code_span
from corpus.intake.remarks import Remark, RemarkKind
from corpus.library.missing_numbers import ranges_in_words
from corpus.model.opinion_id import runs_of

_NUMBER = re.compile(r"\d+")
_HEADS = {RemarkKind.HEADER, RemarkKind.PERHAPS_HEADER, RemarkKind.PERHAPS_PAGE_NUMBER}
"""What may differ from page to page only in the number of the page."""

_Wording = tuple[str, int | None]


def remark_sentences(
    remarks: Iterable[Remark], name_of: Callable[[Place], str] = str
) -> Iterator[str]:
    """Yield a sentence for each kind, with the name of each place and its words.

    Certain page numbers need no review.
    """
    by_kind: dict[RemarkKind, list[Remark]] = {}
    for remark in remarks:
        by_kind.setdefault(remark.kind, []).append(remark)
    by_kind.pop(RemarkKind.PAGE_NUMBER, None)
    for kind, of_kind in by_kind.items():
        occurrences = (_occurrence(alike, name_of) for alike in _alike(of_kind))
        listed = "; ".join(filter(None, occurrences))
        yield f"{kind.value} ({listed})" if listed else kind.value


def _occurrence(alike: Sequence[Remark], name_of: Callable[[Place], str]) -> str:
    """The places of remarks that concern the same words, and these words."""
    places = ", ".join(_places((remark.place for remark in alike if remark.place), name_of))
    first, last = alike[0], alike[-1]
    words = code_span(first.words) if first.words else ""
    if last.words != first.words:
        words += f" to {code_span(last.words)}"
    if first.unquoted:
        words = f"{first.unquoted} word{'s' * (first.unquoted > 1)}{' each' * (len(alike) > 1)}"
    return ": ".join(filter(None, (places, words)))


def _places(places: Iterable[Place], name_of: Callable[[Place], str]) -> Iterator[str]:
    """Yield the name of each place once, and of all pages together."""
    pages = set[int]()
    names = dict[str, None]()
    for place in places:
        if place.unit == "page":
            pages.update(range(place.first, place.last + 1))
        else:
            names[name_of(place)] = None
    if pages:
        yield f"page{'s' * (len(pages) > 1)} {ranges_in_words(runs_of(pages))}"
    yield from filter(None, names)


def _alike(remarks: Sequence[Remark]) -> Iterable[list[Remark]]:
    """The remarks of one kind that concern the same words, but for the number of their page."""
    counts = Counter(wording for remark in remarks for wording in _wordings(remark))
    by_wording: dict[tuple[_Wording, int], list[Remark]] = {}
    for remark in remarks:
        wording = max(_wordings(remark), key=counts.__getitem__)
        by_wording.setdefault((wording, remark.unquoted), []).append(remark)
    return by_wording.values()


def _wordings(remark: Remark) -> Iterator[_Wording]:
    """Yield the wording, then with `#` for each number, and the number's distance from the page."""
    yield remark.words, None
    place = remark.place
    if remark.kind in _HEADS and place and place.unit == "page":
        for number in _NUMBER.finditer(remark.words):
            start, end = number.span()
            wording = f"{remark.words[:start]}#{remark.words[end:]}"
            yield wording, int(number[0]) - place.first
