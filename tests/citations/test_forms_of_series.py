"""Forms of the numbers of a series that its settings do not list, but that mean nothing else."""

import pytest
import yaml

from corpus.citations.finder import CitationFinder
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from factories import COMMISSION

SERIES = """\
series:
  - {name: Advisory Opinion, printed: "EC-{yy}-{number}"}
  - {name: Letter of Advice, printed: "LA {year}-{number}{letter}", url: "la/{year}/{number}"}
  - {name: Ruling, printed: "R {number}", url: "r/{number}"}
  - {name: Notice, printed: "Notice {number}", url: "notice/{number}",
     in_text: ["Notice {number} ({year})", "Order {number}/{yy}"]}
  - {name: Staff Note, printed: "SN {year}–{number}", in_text: ["Gov'r Op. {year}-{number}"],
     url: "sn/{year}/{number}"}
  - {name: Letter of Counsel, printed: "{year}-AG-{number:03}", url: "ag/{year}/{number}"}
"""
KNOWN = (
    OpinionId(1998, 17),
    OpinionId(2004, 3, "A", "la"),
    OpinionId(0, 5, "", "r"),
    OpinionId(2011, 3, "", "ag"),
    OpinionId(2004, 1, "", "sn"),
    OpinionId(0, 5, "", "notice"),
)
BODY = Commission.model_validate(
    {**yaml.safe_load(COMMISSION), **yaml.safe_load(SERIES), "other_bodies": ["Model"]}
)
FINDER = CitationFinder(BODY, KNOWN)

CITATIONS = [
    ("See EC-98-17 and LA 2004-3A.", "1998/17 la/2004/03a"),
    ("See EC 98-17.", "1998/17"),
    ("See E.C. 98-17, E. C. 98-17 and E.C.-98-17.", "1998/17 1998/17 1998/17"),
    ("See L.A. 2004-3A and Model E.C. 98-17.", "la/2004/03a"),
    ("See LA-2004-3A and L.A.-2004-3A.", "la/2004/03a la/2004/03a"),
    ("See EC-1998-17 and EC 1998-17.", "1998/17 1998/17"),
    ("See Letter of Advice 2004-3A.", "la/2004/03a"),
    ("See Letters of Advice 2004-3A and 2004-3B.", "la/2004/03a la/2004/03b"),
    ("See Advisory Opinion 98-17.", "1998/17"),
    ("See Model Advisory Opinion 98-17.", ""),
    ("See SN 2004-1, SN 2004–1 and SN 2004—1.", "sn/2004/01 sn/2004/01 sn/2004/01"),
    ("See Gov'r Op. 2004-1 and Gov’r Op. 2004–1.", "sn/2004/01 sn/2004/01"),
    ("See Notice 5 (1998) and Order 5/98.", "notice/05 notice/05"),
    ("See Ruling 5, unlike R 5.", "r/05"),
    ("See 2011-AG-003, 2011–AG–003 and 2011 AG-3.", "ag/2011/03 ag/2011/03"),
    ("See x2011-AG-003, 11-AG-003 and XA-AG-003.", ""),
    ("In 1998, EC rules applied.", ""),
]


@pytest.mark.parametrize(("words", "targets"), CITATIONS)
def test_a_citation_is_read(words: str, targets: str) -> None:
    assert " ".join(str(citation.target) for citation in FINDER.find(words)) == targets


def test_letters_with_points_that_name_authorities_are_no_series() -> None:
    fields = {**yaml.safe_load(COMMISSION), **yaml.safe_load(SERIES)}
    fields["authorities"]["standard"]["cited_as"] = ["E.C."]
    found = CitationFinder(Commission.model_validate(fields), KNOWN).find(
        "See E.C. 3 and EC-98-17."
    )
    assert [str(citation.target) for citation in found] == ["3", "1998/17"]


LETTERS_WITHIN = "{year}-INF-{number}"
OF_INFORMAL_OPINIONS = [
    ("Informal Opinion 2019-INF-4 and Opinion No. 2019-INF-4", "2019/04 2019/04"),
    ("see Op. 2019-INF-4, Inf. Op. 2019-INF-4 and Informal Op. 2019-INF-4", "2019/04 " * 3),
    ("Ops. 2019-INF-4 and 2019-INF-5; Opn. 2019-INF-4", "2019/04 2019/05 2019/04"),
    ("2019-INF-4", "2019/04"),
    ("see Advisory Op. 2019-INF-4", "?"),
    ("see Riverton Bar Op. 2019-INF-4", "?"),
    ("see Model Op. 2019-INF-4", ""),
]


@pytest.mark.parametrize(("words", "targets"), OF_INFORMAL_OPINIONS)
@pytest.mark.parametrize("printed", [LETTERS_WITHIN, f"Informal Opinion {LETTERS_WITHIN}"])
def test_letters_within_a_number_need_no_name(printed: str, words: str, targets: str) -> None:
    assert _read(printed, "Informal Opinion", words) == targets.split()


OF_ADVISORY_OPINIONS = [
    ("Opinion 2019-04, Op. 2019-4 and Opn. No. 2019-04", "2019/04 2019/04 2019/04"),
    ("Advisory Op. 2019-04, Advisory Opn. 2019-04 and Adv. Op. 2019-04", "2019/04 " * 3),
    ("AO 2019-04", "2019/04"),
    ("Inf. Op. 2019-04", "?"),
]


@pytest.mark.parametrize(("words", "targets"), OF_ADVISORY_OPINIONS)
def test_the_name_of_the_only_series_may_be_short(words: str, targets: str) -> None:
    found = _read("Advisory Opinion {year}-{number:02}", "Advisory Opinion", words)
    assert found == targets.split()


def _read(printed: str, opinion: str, words: str) -> list[str]:
    """What the words cite in a body with one series, and `?` for each doubt."""
    fields = {**yaml.safe_load(COMMISSION), "opinion": opinion}
    del fields["opinions"]
    fields |= {"series": [{"name": opinion, "printed": printed}], "other_bodies": ["Model"]}
    finder = CitationFinder(Commission.model_validate(fields), [OpinionId(2019, 4)])
    found = finder.read(words)
    return [*(str(each.target) for each in found.resolved), *("?" for _ in found.unresolved)]
