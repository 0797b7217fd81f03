"""Sections of a code: by their chapter, alone, or before the name of the code."""

import re
from collections.abc import Iterator

from corpus.citations.found_citation import Doubt, FoundCitation, UnresolvedCitation
from corpus.citations.introducers import NameInText
from corpus.citations.names_before import LOOK_BEHIND
from corpus.citations.other_bodies import OtherBodies
from corpus.citations.pinpoints import DASH, DASHES, IN_PARENTHESES, PARTS, with_parts
from corpus.citations.ranges import ListReader
from corpus.citations.section_numbers import section_of_chapter
from corpus.model.authority_kind import AuthorityKind

_SECTION = re.compile(
    rf"(?P<number>[0-9]{{1,4}}[A-Za-z]?(?:\.[0-9]{{1,3}}[A-Za-z]?)?)(?P<parts>{PARTS})"
)
_ONE_SECTION = re.sub(r"\?P<\w+>", "?:", _SECTION.pattern)
_SECTIONS = re.compile(
    rf"(?P<sections>{_ONE_SECTION}(?:(?:,?\s+(?:and|or|&)|,)\s+{_ONE_SECTION})*)(?![{DASHES}\w])"
)
_SECTIONS_OF_CHAPTER = re.compile(
    rf"{_SECTIONS.pattern}"
    r"\s+of\s+[Cc]hapter\s+(?P<chapter>[0-9]{1,3}[A-Z]?)\b"
)
"""`34.1 of Chapter 2A`."""

_CHAPTER = (
    r"\b[Cc]h(?:apter|\.)\s+(?:(?P<lettered>[0-9]{1,3}[A-Z])"
    r"|(?P<plain>[0-9]{1,3})(?=\s+of\s+the\s))"
)
"""`Chapter 2A`, or `Chapter 7` before the name of a code; that of a session law has no letter."""

_SECTION_ALONE = re.compile(
    rf"(?<![\w.])[0-9]{{1,3}}[A-Z]{{1,2}}{DASH}[0-9]{{1,3}}[A-Z]?\.[0-9]{{1,2}}[A-Z]?"
    rf"(?:(?P<part>(?={IN_PARENTHESES}))|(?!\w|{DASH}\w|\.\w))"
)
"""`2A-34.1` of `2A-34.1(l)`, or `2A-34.1` itself."""

_LEADS_TO_A_SECTION = re.compile(
    r"(?:^|[(;\[]|[)\0],?|\b(?:[Ss]ee|[Uu]nder|[Ii]n|[Aa]nd|[Oo]r|[Aa]lso|[Bb]y|[Oo]f|[Oo]n|[Tt]o|[Ww]ith|that"
    r"|FYI:?|[Rr]e:?|[Cc]it(?:es?|ing)|[Qq]uot(?:es?|ing)|[Cc]f\.|[Aa]ccord|[Pp]er|[Vv]iolates?|[Ww]hile|[Ii]f|[Aa]s"
    r"|[Ii](?:bi)?d\.(?:\s+at)?|[Tt]h(?:e|is|at|ese|ose)\s+(?:law|provision|statute)s?,?))\s*$"
)
"""What stands before a section without `G.S.`: `under `, or another citation."""

_LEADS_TO_A_WHOLE_SECTION = re.compile(
    r"\b(?:[Ss]ee|[Uu]nder|[Pp]ursuant\s+to|[Oo]f|[Pp]er|[Cc]it(?:es?|ing)|[Cc]f\.|[Vv]iolates?"
    r"|[Tt]h(?:e|is|at)\s+(?:law|provision|statute),)\s+$"
)
"""What stands before a section with neither `G.S.` nor a part: `under ` before `2A-34.1`."""

_LEADS_TO_A_CONTRAST = re.compile(
    r"\0,?\s+(?:(?:but|and)\s+)?(?:not|rather\s+than|instead\s+of)"
    r"(?:\s+(?:by|from|in|of|on|to|under))?\s+$"
)
"""`, not on ` after another citation: a section without a part is one of the code too."""

_OTHER_WORDS = re.compile(rf"[{DASHES}A-Za-z0-9.,:'\u2019\"\u201d]\s*$")
"""What stands before a section in doubt; any other sign may be a damaged `§`."""

_NUMBERS_BEFORE = re.compile(
    rf"(?<![\w.-])[0-9]{{1,3}}[A-Z]{{0,2}}{DASH}[0-9][\w.()]*(?:(?:,?\s+(?:and|or|&)|,)\s+[0-9][\w.()-]+)*"
    r"\s+of\s+(?:the\s+)?$"
)
"""`2A-34.1(l) of the ` before `General Statutes`."""


def chapter_before(names: str) -> re.Pattern[str]:
    """Find `Chapter 2A of the General Statutes, ` before `Section 34.1`, by the names of a code."""
    return re.compile(rf"{_CHAPTER}(?:\s+of\s+the\s+(?:{names}))?,?\s+$")


def sections_of_chapter(
    words: str, kind: AuthorityKind, name: NameInText
) -> Iterator[FoundCitation]:
    """Read `Section 34.1 of Chapter 2A`; each section of a list has its own place."""
    match = _SECTIONS_OF_CHAPTER.match(words, name.number_start)
    if match is None:
        return
    sections = list(_SECTION.finditer(match["sections"]))
    offset = match.start("sections")
    for section in sections:
        citation = section_of_chapter(kind, section["number"], match["chapter"])
        end = match.end() if len(sections) == 1 else offset + section.end()
        first = name.start if section is sections[0] else offset + section.start()
        yield FoundCitation(first, end, with_parts(citation, section["parts"]))


def sections_after_chapter(
    words: str, kind: AuthorityKind, name: NameInText, before: re.Pattern[str]
) -> Iterator[FoundCitation]:
    """Read `Chapter 2A, Section 34.1`, or a list of sections after the chapter."""
    chapter = before.search(words, max(name.start - LOOK_BEHIND, 0), name.start)
    sections = _SECTIONS.match(words, name.number_start) if chapter else None
    if chapter is None or sections is None:
        return
    number = chapter["lettered"] or chapter["plain"]
    for section in _SECTION.finditer(words, *sections.span()):
        citation = section_of_chapter(kind, section["number"], number)
        first = chapter.start() if section.start() == name.number_start else section.start()
        yield FoundCitation(first, section.end(), with_parts(citation, section["parts"]))


def sections_before(
    words: str, kind: AuthorityKind, name: NameInText, after: int
) -> Iterator[FoundCitation]:
    """Read `2A-34.1(l)` before ` of the General Statutes`."""
    first = max(after, name.start - LOOK_BEHIND)
    if match := _NUMBERS_BEFORE.search(words, first, name.start):
        reader = ListReader(words, kind, "", is_plural=True)
        yield from reader.read(match.start(), match.start())


def sections_alone(words: str, kind: AuthorityKind, others: OtherBodies) -> Iterator[FoundCitation]:
    """Read sections after words such as `under`: `under 2A-34.1(l)`, `G.S. 2A-2, not 2A-34.1`."""
    reader = ListReader(words, kind, "", is_plural=False)
    done = 0
    while match := _SECTION_ALONE.search(words, done):
        done = match.end()
        before = words[max(match.start() - LOOK_BEHIND, 0) : match.start()]
        leads = _LEADS_TO_A_WHOLE_SECTION if match["part"] is None else _LEADS_TO_A_SECTION
        if not (leads.search(before) or _LEADS_TO_A_CONTRAST.search(before)):
            continue
        citations = tuple(reader.read(match.start(), match.start()))
        done = citations[-1].end if citations else done
        if not others.after.is_named(words, done, may_be_unknown=True):
            yield from citations


def sections_in_doubt(
    words: str, kind: AuthorityKind, others: OtherBodies
) -> Iterator[UnresolvedCitation]:
    """Sections with a part after any other word: `Lock 2A-34.1(l)`, in words without citations."""
    reader = ListReader(words, kind, "", is_plural=False)
    done = 0
    while match := _SECTION_ALONE.search(words, done):
        has_part = match["part"] is not None
        citations = tuple(reader.read(match.start(), match.start())) if has_part else ()
        done = citations[-1].end if citations else match.end()
        before = words[max(match.start() - LOOK_BEHIND, 0) : match.start()]
        if (
            citations
            and _OTHER_WORDS.search(before)
            and not others.after.is_named(words, done, may_be_unknown=True)
        ):
            yield UnresolvedCitation(match.start(), done, Doubt.WHOSE)
