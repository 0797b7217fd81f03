"""A cite check: each citation in a letter or memo, with its standing in this collection."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from operator import itemgetter

from corpus.analysis.authority_standing import authority_standing, mark_of_law
from corpus.analysis.cited_paragraphs import WHOLE, Place, cited_places
from corpus.analysis.index import CorpusIndex
from corpus.analysis.later_places import LaterPlace, later_places
from corpus.analysis.opinion_standing import given, standing_at
from corpus.analysis.standing import WHY_UNRESOLVED, Standing, Statement, no_opinion
from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import Doubt, FoundCitation
from corpus.citations.found_citation_formats import line_numbers
from corpus.citations.opinion_ranges import OpinionRange, joins_a_range, opinion_ranges
from corpus.citations.range_members import SectionRange, parts_in_ranges, section_ranges
from corpus.citations.ranges import RANGE_SIGN
from corpus.library.record import Record
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId

_NUMBER_WITH_WORDS = re.compile(r"(?=.*[^\W\d_]{2}).*[0-9]")
"""`MEB 2007-11`, but not `5A`."""

_YEAR = re.compile(r"\s*\((?:19|20)[0-9]{2}\)")
"""A year after the number of an opinion that is not here: ` (2030)`."""

_NUMBER = re.compile(r"[0-9]+$")


@dataclass(frozen=True, slots=True)
class CheckedCitation:
    """A citation from character `start` up to `end` of a text, with its standing."""

    start: int
    end: int
    line: int
    """The line of the text on which it begins, from 1."""
    words: str
    """The citation as the text has it, on one line; all of the range if it is in one."""
    standing: Standing
    statement: str
    """The standing in words."""
    mark: str
    """The standing in a word or two."""
    counted_as: str
    """The same in the summary, which says what is new since the day of the text."""
    kind: str = ""
    """`opinion`, or a kind of authority such as `statute`; empty if it is not resolved."""
    id: str = ""
    pinpoint: str = ""
    label: str = ""
    """What is cited, as this site prints it."""
    url: str = ""
    """The page of what is cited, below the address of the site; empty if there is none."""


def check_citations(
    text: str, index: CorpusIndex, written: date | None = None
) -> tuple[CheckedCitation, ...]:
    """Each citation of a text with its standing today, and each opinion within a range.

    `written` is the day of the text; a statement then says what changed after it.
    """
    in_text = citations_in_document(
        text, CitationFinder(index.commission, index.by_id, aliases_of(index))
    )
    checked = [
        _checked(text, citation, place, index, written)
        for citation in (*in_text.resolved, *parts_in_ranges(text, in_text.resolved))
        for place in cited_places(text, citation, index)
    ]
    held = [Citation(*authority) for authority in index.references.authorities]
    for sections in section_ranges(text, in_text.resolved, held):
        checked += _within_sections(text, sections, index, written)
    for opinions in opinion_ranges(text, in_text, index.by_id):
        checked += _within_range(text, opinions, index, written)
    for later in later_places(text, in_text, index):
        checked.append(_checked_later(text, later, index, written))
    checked += (_in_doubt(text, *unresolved, index) for unresolved in in_text.unresolved)
    checked.sort(key=lambda citation: (citation.start, citation.end))
    ranges = sorted(_ranges(text, in_text.resolved))
    return tuple(_with_lines(text, [_in_its_range(text, each, ranges) for each in checked]))


def aliases_of(index: CorpusIndex) -> dict[str, OpinionId]:
    """Each opinion by its other numbers; a number without words would be found anywhere."""
    named = ((alias, record.id) for record in index.records for alias in record.opinion.aliases)
    return {alias: opinion for alias, opinion in named if _NUMBER_WITH_WORDS.match(alias)}


def _ranges(text: str, citations: Iterable[FoundCitation]) -> Iterator[tuple[int, int]]:
    """Where each range begins and ends; what is between its ends is found at its sign."""
    ends = (found for found in citations if not RANGE_SIGN.fullmatch(text, found.start, found.end))
    for first, last in pairwise(ends):
        if first.kind == last.kind and joins_a_range(text, first, last):
            yield first.start, last.end


def _in_its_range(
    text: str, citation: CheckedCitation, ranges: Sequence[tuple[int, int]]
) -> CheckedCitation:
    """The citation with the place and the words of the range that it is in, if any.

    A range may begin with the end of the one before it.
    """
    last = bisect_right(ranges, citation.start, key=itemgetter(0))
    for start, end in ranges[max(last - 2, 0) : last]:
        if citation.end <= end:
            return replace(citation, start=start, end=end, words=_on_one_line(text[start:end]))
    return citation


def _with_lines(text: str, citations: Sequence[CheckedCitation]) -> Iterator[CheckedCitation]:
    """The citations, each with the line on which it begins."""
    lines = line_numbers(text, (citation.start for citation in citations))
    for citation, line in zip(citations, lines, strict=True):
        yield replace(citation, line=line)


def _within_range(
    text: str, opinions: OpinionRange, index: CorpusIndex, written: date | None
) -> Iterator[CheckedCitation]:
    """The opinions between the ends of a range, and a line if some are not here."""
    start, end, between, is_whole = opinions
    for opinion in between:
        yield _checked(text, FoundCitation(start, end, opinion), WHOLE, index, written)
    if not is_whole:
        yield _unnamed(text, start, end, Standing.UNKNOWN, Statement.RANGE_HAS_OTHERS)


def _within_sections(
    text: str, sections: SectionRange, index: CorpusIndex, written: date | None
) -> Iterator[CheckedCitation]:
    """The sections between the ends of a range, and a line on those that are not here."""
    start, end, between = sections
    for section in between:
        yield _checked(text, FoundCitation(start, end, section), WHOLE, index, written)
    yield _unnamed(text, start, end, Standing.UNKNOWN, Statement.RANGE_OF_SECTIONS)


def _checked(
    text: str, citation: FoundCitation, place: Place, index: CorpusIndex, written: date | None
) -> CheckedCitation:
    target = citation.target
    (start, end, _) = citation
    if isinstance(target, OpinionId):
        record = index.all_by_id.get(target)
        checked = _unnamed(text, start, end, Standing.UNKNOWN, _why_unknown(target, index))
        if record:
            checked = _with_standing(checked, record, place, index, written)
    else:
        standing, statement = authority_standing(text[start:end], target, index, written)
        mark = mark_of_law(standing, written)
        checked = replace(
            _unnamed(text, start, end, standing, statement),
            mark=mark,
            counted_as=mark,
            url=_page_of(target, index),
        )
    return replace(
        checked,
        kind=citation.kind,
        id=str(citation.as_dict["id"]),
        pinpoint=str(citation.as_dict["pinpoint"]),
        label=index.names.of(target) + checked.label,
    )


def _checked_later(
    text: str, later: LaterPlace, index: CorpusIndex, written: date | None
) -> CheckedCitation:
    """A place that the text names after an opinion; unresolved if it may be of something else."""
    start, end, opinion, place = later
    if place is None:
        why = WHY_UNRESOLVED[Doubt.POINTS_BACK]
        return _unnamed(text, start, end, Standing.UNRESOLVED, why)
    return _checked(text, FoundCitation(start, end, opinion), place, index, written)


def _why_unknown(opinion: OpinionId, index: CorpusIndex) -> str:
    """What is said about an opinion that is not here: its year, if the number has another one."""
    year = index.names.other_year(opinion, index.by_id)
    if year is None:
        return no_opinion(index)
    return Statement.OTHER_YEAR.format(number=opinion.name, year=year)


def _page_of(citation: Citation, index: CorpusIndex) -> str:
    """The page of an authority, at the place of the part if the page has one; empty without it."""
    if not index.references.has_file(citation):
        return ""
    has_place = citation in index.cited_provisions
    return citation.url if has_place else citation.without_pinpoint.url


def _with_standing(
    citation: CheckedCitation,
    record: Record,
    place: Place,
    index: CorpusIndex,
    written: date | None,
) -> CheckedCitation:
    """The citation of an opinion, or of a place in it, with its standing and address.

    Its label is only the place.
    """
    found = standing_at(record, place, index)
    citation = replace(
        citation,
        standing=found.standing,
        statement=_seen_from(written, found.seen_from(written), record, index),
        mark=found.mark,
        counted_as=found.mark_seen_from(written),
        url=record.id.url,
    )
    if place == WHOLE or not record.opinion.has_text or record.opinion.is_draft:
        return citation
    return _at_place(citation, record, place, index)


def _at_place(
    citation: CheckedCitation, record: Record, place: Place, index: CorpusIndex
) -> CheckedCitation:
    """The citation of a place that an opinion lacks, or that may be in a dissent."""
    name = place.name(index.commission.words)
    if not place.is_in(record):
        statement = Statement.NO_PLACE.format(place=name, statement=citation.statement)
        return _marked(citation, statement, Statement.NO_PLACE_MARK.format(place=name))
    citation = replace(citation, label=f", {name}", url=f"{citation.url}{place.anchor}")
    part = record.separate_part_at(place.paragraph)
    if part is None:
        return citation
    kind = part.heading.kind
    said = Statement.IN_SEPARATE.format(place=name, kind=kind, statement=citation.statement)
    marked = _marked(citation, said, Statement.IN_SEPARATE_MARK.format(kind=kind))
    is_clean = citation.standing.is_unchanged
    return replace(marked, standing=Standing.SEPARATE_OPINION) if is_clean else marked


def _marked(citation: CheckedCitation, statement: str, mark: str) -> CheckedCitation:
    """The citation with a mark for its place, and what happened to the opinion if anything did."""
    if citation.standing.is_unchanged:
        return replace(citation, statement=statement, mark=mark, counted_as=mark)
    both = Statement.PLACE_AND_MARK
    return replace(
        citation,
        statement=statement,
        mark=both.format(place=mark, mark=citation.mark),
        counted_as=both.format(place=mark, mark=citation.counted_as),
    )


def _seen_from(written: date | None, statement: str, record: Record, index: CorpusIndex) -> str:
    """The statement, with the day of an opinion that came after the day of the text."""
    day = given(record)
    if written is None or day is None or day.first_day <= written:
        return statement
    return Statement.GIVEN_LATER.format(day=index.names.partial_date(day), statement=statement)


def _in_doubt(text: str, start: int, end: int, doubt: Doubt, index: CorpusIndex) -> CheckedCitation:
    """Words that look like a citation; a number of no year, or of one to come, is unknown."""
    number = _NUMBER.search(text[start:end]) if doubt is Doubt.NO_YEAR else None
    year = _YEAR.match(text, end) if doubt is Doubt.NO_YEAR else None
    if year:
        first, *others = index.commission.all_series
        opinion = OpinionId(0, int(number[0]), series=first.id) if number and not others else None
        why = _why_unknown(opinion, index) if opinion else no_opinion(index)
        return _unnamed(text, start, year.end(), Standing.UNKNOWN, why)
    if number and all(known.number != int(number[0]) for known in index.all_by_id):
        return _unnamed(text, start, end, Standing.UNKNOWN, no_opinion(index))
    return _unnamed(text, start, end, Standing.UNRESOLVED, WHY_UNRESOLVED[doubt])


def _unnamed(
    text: str, start: int, end: int, standing: Standing, statement: str
) -> CheckedCitation:
    """Words of a text with their standing, but without what they cite."""
    words = _on_one_line(text[start:end])
    mark = standing.in_words
    return CheckedCitation(
        start=start,
        end=end,
        line=0,
        words=words,
        standing=standing,
        statement=statement,
        mark=mark,
        counted_as=mark,
    )


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
