"""Citations that nothing beside them can change are read alone, and mean what they mean in a text.

`supra` in a text is a doubt, so that the finder reads that text as a whole.
"""

from itertools import product

import pytest

from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import NOTHING_FOUND
from marked_text import expected, frozen_commission, harbor_commission, opinions, without_marks

KNOWN = opinions("2003/05 2014/30 2021/41 2021/42 2022/43")
FROZEN = CitationFinder(frozen_commission(), KNOWN)
HARBOR = CitationFinder(harbor_commission(), KNOWN)

PLAIN = [
    "See «Standard 3(c)=3(c)». The mediator may.",
    "It may (see «Standard III(C)=3(c)»).",
    "Under «N.C. Gen. Stat. § 7A-38.2(b)=7A-38.2(b)», the mediator may not.",
    "A violation of «Standard 3(c)=3(c)» is not a crime.",
    "It is so under «MSC Rule 8(A)(5)=MSC 8(A)(5)»!",
    "«Standard 4(b)=4(b)» lets her ask. «AO 30 (2014)=2014/30» has overruled it.",
    "as «Advisory Opinion No. 5 (2003)=2003/05» says",
]

BEFORE = [
    *("", "See ", "It is so. ", "(see ", "it violates ", "Under ", "under ", "of ", "a breach of "),
    *("In ", "in ", "the ", "his ", "your ", "no ", "the tenant's ", "and ", "2014 ", "third "),
    *("subsection (c) of ", "part (c) of ", "part A under ", "the lease ", "Riverton ", "Florida "),
    *("In Florida, ", "In Florida, a broker has ", "the State Bar’s ", "the Model Rules say in "),
    *("The State Bar ruled so in ", "MSC and ", "Family Financial and ", "Family Financial or "),
]
CITATIONS = [
    *("Standard 3", "Standard 3 (2014)", "Standard 3(c)", "Standard III", "Standard III(C)"),
    *("Standard I", "Standard 3-A", "Standard 3(q9x)", "standard 3", "standard 4(b)"),
    *("N.C. Gen. Stat. § 7A-38.2(b)", "General Statutes § 7A-38.2", "Section 12-4"),
    *("section 7A-38.2", "MSC Rule 4(f)", "Rule 8(A)(5)", "AO 30 (2014)", "AO 7"),
    *("Opinion 30", "Opinion 03-5"),
]
AFTER = [
    *(". The mediator", ". See Standard 4(b).", ". C. the", ")", " requires", ", they", " lets"),
    *(" held", ", the Bar held", ", a Florida opinion", " of the State Bar", " in the Model Rules"),
    *(" and 4", " and (d)", ", (d)", " plus 5", " versus .0104", " to 5", "-5", " and Rule 5 too"),
    *(" persons", " hours", " points at", " points B", ", part B", ", 33", " of 2014", "’s"),
    *(", ¶ 4 (2014)", ". Subsection (d) also", "; see 43 (2022)"),
    *(" Part B, which", " Item B", " Point B", " Clause (b)", ". Part B", ") Part B", " The Bar"),
]


@pytest.mark.parametrize("row", PLAIN)
def test_plain_citations_are_read_alone(row: str) -> None:
    text = without_marks(row)
    [plain] = FROZEN.plain.read_each([text])
    assert plain
    found = [(text[start:end], str(target)) for start, end, target in plain.resolved]
    assert found == expected(row)


@pytest.mark.parametrize("finder", [FROZEN, HARBOR], ids=["frozen", "harbor"])
def test_a_citation_read_alone_is_what_it_is_in_its_text(finder: CitationFinder) -> None:
    read_alone = 0
    for pieces in product(BEFORE, CITATIONS, AFTER):
        text = "".join(pieces)
        [plain] = finder.plain.read_each([text])
        if plain is not None:
            read_alone += plain != NOTHING_FOUND
            whole = finder.read(f"{text}. The end, supra.")
            assert whole.resolved == plain.resolved, text
            assert len(whole.unresolved) == 1, text
            assert not whole.of_others, text
    assert read_alone > 100
