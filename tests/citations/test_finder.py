"""Citations as people write them, and words that only look like citations, one a line.

Each citation is marked with what it means: `«Standard 3(c)=3(c)»`.
"""

from itertools import pairwise

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.citations.finder import CitationFinder
from corpus.model.commission import Commission
from corpus.model.opinion_id import OpinionId
from factories import COMMISSION
from marked_text import (
    expected,
    find,
    frozen_commission,
    harbor_commission,
    opinions,
    rows,
    without_marks,
)

KNOWN = opinions("2001/03 2003/05 2012/22 2014/30 2016/33 2021/42 2022/43")
FROZEN = CitationFinder(frozen_commission(), KNOWN)
HARBOR = CitationFinder(harbor_commission(), KNOWN)

STATUTES = """
«N.C. Gen. Stat. § 7A-38.2(b)=7A-38.2(b)» provides
«N.C. Gen. Stat. §7A-38.2(b)=7A-38.2(b)» provides
«N.C. Gen. Stat. 7A-38.1=7A-38.1»
«N. C. Gen. Stat. § 7A-38.1=7A-38.1»
«N.C.Gen.Stat. § 7A-38.1=7A-38.1»
«N.C. Gen. Stat. Section 7A-38.1=7A-38.1»
«N.C.G.S. § 7A-38.1(l)=7A-38.1(l)»
«N.C.G.S. 7A-38.1(l)=7A-38.1(l)»
«N.C.G.S.§7A-38.1(l)=7A-38.1(l)»
«NCGS 7A-38.1=7A-38.1»
«NCGS § 7A-38.3B=7A-38.3B»
«G.S. 7A-38.4A=7A-38.4A»
«G.S. § 7A-38.4A(j)=7A-38.4A(j)»
«GS 7A-38.3D=7A-38.3D»
«N.C. General Statutes § 7A-38.1=7A-38.1»
«North Carolina General Statute 7A-38.1=7A-38.1»
«North Carolina General Statutes Section 7A-38.1=7A-38.1»
«General Statute 7A-38.1=7A-38.1»
«General Statutes § 7A-38.2=7A-38.2»
«Section 7A-38.2=7A-38.2» says
under «section 7A-38.2(b)=7A-38.2(b)»,
(«§ 7A-38.2=7A-38.2»)
«§7A-38.2=7A-38.2»; and
«§§ 7A-38.1=7A-38.1» and «7A-38.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1», «7A-38.2=7A-38.2», and «7A-38.4A=7A-38.4A»
«N.C. Gen. Stat. §§ 7A-38.1=7A-38.1» & «7A-38.4A=7A-38.4A»
«N.C.G.S. § 7A-38.1=7A-38.1» and «7A-38.4A=7A-38.4A»
«N.C.G.S. § 7A-38.1=7A-38.1» and «N.C.G.S. § 7A-38.4A=7A-38.4A»
«§ 7A-38.1(l)=7A-38.1(l)» and «(m)=7A-38.1(m)»
«§ 7A-38.1(c)(1)=7A-38.1(c)(1)» or «(2)=7A-38.1(c)(2)»
«§ 7A-38.1 (l)=7A-38.1(l)»
«§ 7A-38.1(l)(1)(a)=7A-38.1(l)(1)(a)»
«N.C.\u00a0Gen.\u00a0Stat.\u00a0§\u00a07A-38.2(b)=7A-38.2(b)»
«N.C.G.S.\u2009§\u20097A-38.2=7A-38.2»
«N.C.  Gen.  Stat.  §  7A-38.2=7A-38.2»
«G.S. 7A\u201338.2=7A-38.2»
«G.S. 7A\u201138.2(b)=7A-38.2(b)»
«G.S. 7A\u201038.2=7A-38.2»
«G.S. 8-110=8-110»
«G.S. 1A-1=1A-1», Rule 26
as «G.S. 7A-38.2=7A-38.2».
as «G.S. 7A-38.2=7A-38.2», says
(see «G.S. 7A-38.2=7A-38.2»)
«§§ 7A-38.1=7A-38.1» through «7A-38.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1»\u2013«7A-38.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1»-«7A-38.4A=7A-38.4A»
«G.S. 7A-38.1=7A-38.1» or «50-13.1=50-13.1»
«G.S. 8-110=8-110» and «8-111=8-111»
«G.S. 7A-38.1=7A-38.1» and 12-14 days
«G.S. 7A-38.1=7A-38.1», 2003-5 edition
«G.S. 8-110=8-110», «50-13.1=50-13.1», «5-201(a)=5-201(a)»; as
«G.S. 8-110=8-110» and «50-13=50-13» ask
«G.S. 8-1=8-1», «7-19=7-19»
«G.S. 8-110=8-110» and 50-213 acres
«§§ 7A-38.1=7A-38.1», «38.2=7A-38.2»
«Sections 7A-38.1=7A-38.1» and «7A-38.2=7A-38.2»
«sections 7A-38.1=7A-38.1» and «7A-38.2=7A-38.2»
«N.C. Gen. Stat. § 7A-38.1=7A-38.1» bars evidence
«section 7A-38.1=7A-38.1» cases
In «G.S. 7A-38.1=7A-38.1» and «7A-38.4A=7A-38.4A» cases
«G.S. 50-20=50-20» cases and «N.C.G.S. § 9-11=9-11» cases
a GS 9-11 position
«G.S 7A-38.1(l)=7A-38.1(l)» and «NC ST § 7A-38.2=7A-38.2»
«G.S. 7A-38. 1 (l)=7A-38.1(l)»
«N.C.G.S. § 7A-38.2\u200b(b)=7A-38.2(b)»
"""

STANDARDS = """
-«Standard 3(c)=3(c)» applies
see «Standard 3(c)=3(c)»).
«Standard 3=3» says
«Standard 3=3».
«Standard 3(d)(5)=3(d)(5)»
«Standard 3 (c)=3(c)»
«Standard 10=10»
«Standard 3(c)=3(c)» and «Standard 4=4»
«Standards 3(c)=3(c)» and «4=4»
«Standards 1=1», «3=3», and «5=5»
«Standards 1=1», «3=3» & «5=5»
«Standards 3=3» or «4=4»
«Standards 3=3» and/or «4=4»
«Standards 3=3»; «4=4»; and «5=5»
«Standards 1=1» «through=2» «3=3»
«Standards 1=1» «to=2» «3=3» apply
«Standards 1=1»«-=2»«3=3»
«Standards 1=1»«\u2013=2»«3=3»
«Standards 1=1» «\u2014=2» «3=3»
«Standards 4=4» to «5=5»
«Standards 3(a)=3(a)» through «3(c)=3(c)»
«Standard 3(c)=3(c)» or «(d)=3(d)»
«Standard 3(a)=3(a)», «(b)=3(b)» and «(d)=3(d)»
«Standard 3(d)(4)=3(d)(4)» and «(5)=3(d)(5)»
«Standard 3(c)=3(c)» and «4(a)=4(a)»
«Standard III=3»
«Standard III.C=3(c)»
«Standard III.C=3(c)».
«Standard III(C)=3(c)»
«Standard III (C)=3(c)»
«Standard III.C.1=3(c)(1)»
«Standard III(C)(1)=3(c)(1)»
«Standards III=3» and «IV=4»
«Standards I=1», «III=3», and «V=5»
«Standards I=1»«-=2»«III=3»
«Standard VIII=8»
«Standard IX=9»
«Standard No. 3=3»
«Standard Number 3(c)=3(c)»
«Standards Nos. 3=3» and «4=4»
«Standard of Conduct 3(c)=3(c)»
«Standard of Professional Conduct 3=3»
«Standard\u00a03(c)=3(c)»
«Standard  3(c)=3(c)»
«Standard\u202f3=3»
under «Standard 3=3», 12 of them
«Standard 3=3» and 4 persons
«Standard 3=3» to 5 persons
«Standard 3=3» (see above)
«Standard 3=3» (1996)
«Standards of Conduct 3=3» and «4=4»
«Standards of Professional Conduct 3(c)=3(c)» and «4=4»
«Standard 3(a)=3(a)» through «(c)=3(c)»
«Standard 3(c)=3(c)»-«(e)=3(e)»
«Standard III. A.=3(a)» provides
«Standard III, A=3(a)», provides
«Standard III, § B=3(b)» provides
See «Standard III=3». A mediator may
See «Standard III=3». A. Smith said
«Standard 3=3», «§ 7A-38.1=7A-38.1»
«Standard 3, subsection (d), paragraph (5)=3(d)(5)» controls
«Standard 3, subsection (d)=3(d)», paragraphs «(4)=3(d)(4)» and «(5)=3(d)(5)»
«Standard 3, paragraph (d), subparagraph (5)=3(d)(5)»
N.C. «Standards of Prof'l Conduct for Mediators 3(a)=3(a)» (2021)
«Standards of Professional Conduct for Mediators, § 3(a)=3(a)», controls
«Standards of Professional Conduct, 3(a)=3(a)»
the Standards, «§ 7A-38.1=7A-38.1»
"""

RULES = """
«MSC Rule 4(f)=MSC 4(f)»
«MSC Rule 4=MSC 4».
«MSC Rule 4 (f)=MSC 4(f)»
«MSC Rules 4(f)=MSC 4(f)» and «5=MSC 5»
«MSC Rules 4=MSC 4», «5(a)=MSC 5(a)» & «6=MSC 6»
«MSC Rule 4(f)=MSC 4(f)» and «(g)=MSC 4(g)»
«MSC Rule 4(f)=MSC 4(f)» and «5(a)=MSC 5(a)»
«MSC Rule 4=MSC 4» and 5 others
«MSC Rule 2.E=MSC 2(E)»
«MSC Rule 8.E=MSC 8(E)».
«MSC Rule 8(a)(4)=MSC 8(a)(4)»
«MSC\u00a0Rule\u00a04(f)=MSC 4(f)»
«FFS Rule 4(e)=FFS 4(e)»
«Clerk Rule 4(d)=Clerk 4(d)»
«DCC Rule 4(e)=DCC 4(e)»
«Farm Nuisance Rule 5(b)5=Farm Nuisance 5(b)(5)»
«Farm Nuisance Rule 5(b)(5)=Farm Nuisance 5(b)(5)»
«MSC Rule 4(f)=MSC 4(f)», «FFS Rule 4(e)=FFS 4(e)» and «DCC Rule 4(e)=DCC 4(e)»
«IC Rule 4=IC 4»
«Industrial Commission Rule 4=IC 4»
«11 NCAC 23G .0104(b)=IC .0104(b)»
«11 NCAC 23G.0104=IC .0104»
«04 NCAC 10G .0104=IC .0104»
«4 NCAC 10G .0104=IC .0104»
«11 N.C.A.C. 23G .0104=IC .0104»
«11 N.C. Admin. Code 23G .0104(b)=IC .0104(b)»
«Rule 4(b)=MSC 4(b)» of the MSC Rules
«Rule 4(b)=MSC 4(b)» of the Rules for Mediated Settlement Conferences
«MSC Rules 4=MSC 4»-«6=MSC 6»
«MSC Rules 4=MSC 4» through «6(b)=MSC 6(b)»
«Rules 4=MSC 4» and «5(a)=MSC 5(a)» of the MSC Rules
«11 NCAC 23G .0104(b)=IC .0104(b)» and «.0105=IC .0105»
Under «MSC Rule 4=MSC 4» parties must attend
«MSC Rule 4=MSC 4» sessions may be remote
«MSC Rule 4=MSC 4» calls for attendance
«MSC Rule 4=MSC 4» and 5 mediators
The Rules of Mediation for Matters Before the Clerk of Superior Court, \
«Rule 6(b)=Clerk 6(b)», apply
Rules of Mediation for Matters in District Criminal Court, «Rule 3=DCC 3», applies
Mediated Settlement Conferences and Other Settlement Procedures, Rule 4(b)
the Rules for Mediated Settlement Conferences and Other Settlement Procedures \
in Superior Court Civil Actions «Rule 4(b)=MSC 4(b)»
Rules Implementing Settlement Procedures in Equitable Distribution \
and Other Family Financial Cases, «Rule 4=FFS 4»
«Rule 7.B=MSC 7(B)» of the Rules Implementing Statewide Mediated Settlement Conferences
Under the FFS Rules, Rule 12(b) of the Rules of Civil Procedure
Under the FFS Rules. Rule 4 applies
«Industrial Commission Mediated Settlement Conference Rule 3=IC 3»
«Clerk of Superior Court Mediation Rule 6(b)=Clerk 6(b)»
«Rule 4=MSC 4» (MSC) and «M.S.C. Rule 4=MSC 4»
"""

RULES_WITHOUT_A_SET = """
«Rule 4(b)=MSC 4(b)»
«Rule 4=MSC 4» says
Under «Rule 4(b)=MSC 4(b)», the mediator
See «Rule 4(b)=MSC 4(b)»
It may. Under «Rule 4=MSC 4» it must.
(See «Rule 4=MSC 4»)
«Rules 4=MSC 4» and «5=MSC 5»
«Rules 4(b)=MSC 4(b)», «5=MSC 5» and «6(c)(1)=MSC 6(c)(1)»
the mediator keeps «Rule 4=MSC 4»
Rule 4(b) of the Rules of Civil Procedure
Rule 4 under the Rules of Civil Procedure
Rule 4, in the Federal Rules
Rule 4, Rules of Civil Procedure
See the Local Rules, Rule 5.
The Local Rules provide, in Rule 5, that
the Rules of Civil Procedure, Rule 12(b)
the Code of Judicial Conduct says in Rule 2
Read the Rules of Civil Procedure. «Rule 5=MSC 5» applies.
The Rules, «Rule 5=MSC 5», say so; these Rules, «Rule 6=MSC 6»
«Rule 4(b)=FFS 4(b)» in the FFS Rules
«Rule 4(b)=MSC 4(b)» in the agreement
Rule 26 of the Superior Court
the Evidence Rule 408 says
under Civil Procedure Rule 4
a Revised Rule 4 says
Rule of thumb
the Rules of the court
as a rule 4 persons
Ruled 4 times
«FFS Rule 4(e)=FFS 4(e)» and «Rule 5=FFS 5»; «Rule 6=MSC 6»
Rules 4 and 5 of the Rules of Civil Procedure
«Rules 4(b)=FFS 4(b)» and «5=FFS 5» of the FFS Rules
«G.S. 1A-1=1A-1», Rule 26
So said the Commission. «Rule 4=MSC 4» applies.
under the Evid. Rule 408
"""

OPINIONS = """
«Opinion Number 05 (2003)=2003/05»
«Opinion Number 5 (2003)=2003/05»
«Opinion No. 5 (2003)=2003/05»
«Opinion 5 (2003)=2003/05»
«Advisory Opinion 30 (2014)=2014/30»
«Advisory Opinion Number 30 (2014)=2014/30»
«Advisory Opinion No. 30 (2014)=2014/30»
«Advisory Opinion 30(2014)=2014/30»
«Advisory Opinion\u00a030\u00a0(2014)=2014/30»
«AO 43 (2022)=2022/43»
«AO 43(2022)=2022/43»
«Adv. Op. 43 (2022)=2022/43»
«Advisory Opinion 01-03=2001/03»
«Advisory Opinion 01\u201303=2001/03»
«Advisory Opinion 01\u201103=2001/03»
«Advisory Opinion 99-02=1999/02»
«AO 2003-5=2003/05»
«AO 2003-05=2003/05»
«AO 2003\u20135=2003/05»
«AO 5=2003/05»
«Advisory Opinion 5=2003/05» says
«Advisory Opinions 30 (2014)=2014/30» and «33 (2016)=2016/33»
«Advisory Opinions 30=2014/30» and «33=2016/33»
«AO 30 (2014)=2014/30», «33 (2016)=2016/33»; «42(2021)=2021/42»
«Opinion 17 (2009)=2009/17» has no record
Advisory Opinion 17 has no record
see «43 (2022)=2022/43»
(«43 (2022)=2022/43»)
in «42(2021)=2021/42»
see «12-22=2012/22»
(«12-22=2012/22»)
(see also «12\u201322=2012/22»)
pages 12-22
¶ 12-22
$43 (2022)
there were 43 (2022) cases
see 44 (2022)
in 1-22
an Advisory Opinions Policy
this Advisory Opinion of 2003
«43 (2022)=2022/43», «42 (2021)=2021/42» and «12-22=2012/22»
«Adv. Ops. 42 (2021)=2021/42» and «43 (2022)=2022/43»
«A.O. 43 (2022)=2022/43»
«AO 05-2003=2003/05»
«Opinion 43\u20132022=2022/43» and «AO 41-2021=2021/41»
AO 05-2199
«DRC Ethics Opinion 30 (2014)=2014/30»
"""

LOWERCASE = """
Under «standard 3(c)=3(c)» and «standards 4=4» and «5=5»
«standard 3=3» requires it; so does «standard of Conduct IV=4».
«MSC rule 4(f)=MSC 4(f)» and «rule 2=MSC 2» of the MSC Rules
«MSC rules 4(f)=MSC 4(f)» and «8=MSC 8»
the standard 3 meals; our standard 2 page letter; standard 3 meals
that standard binds; the same rule; such rules
the rule 4 members made
standard 3 of our lease; rule 2 of the house
"""

NO_CITATIONS = """
a Standard of conduct
the Standards of Professional Conduct
SubStandard 3 work
Standard 3.5 inches
Standard 1996-97
Standard 2003
the standard 3 persons
Standard 3rd
Standard-3
Standard IIII
Standard of 1996
N.C. Gen. Stat. of 1998
N.C. Gen. Stat. 7A
Section 3 of the form
section 12 days later
the § sign
§ 1983
7A-38.2 alone
MSC Rule
MSC Rules of 2020
MSC Rule 4.5
IC Rule of thumb
MMSC Rule 4
11 NCAC 23H .0104
an AO of 2003
AOL 5
A mediator may tell 3(c) of them
http://example.org/Standard 3 is a link, «Standard 4=4» is none
42 U.S.C. § 2000-5
29 CFR §§ 1614.105 and 1614.106
Standard https://example.org 3
"""


def kind_of(meaning: str) -> str:
    """The kind that a meaning shows by its form: `2003/05`, `MSC 4`, `7A-38.2`, `3(c)`."""
    if "/" in meaning:
        return "opinion"
    if " " in meaning:
        return "rule"
    return "statute" if "-" in meaning else "standard"


@pytest.mark.parametrize("row", rows(STATUTES, STANDARDS, RULES, OPINIONS, LOWERCASE, NO_CITATIONS))
def test_citations_are_found_as_they_are_written(row: str) -> None:
    text = without_marks(row)
    assert find(FROZEN, text) == expected(row)
    kinds = [citation.kind for citation in FROZEN.find(text)]
    assert kinds == [kind_of(meaning) for _, meaning in expected(row)]


@pytest.mark.parametrize("row", rows(RULES_WITHOUT_A_SET))
def test_a_rule_without_a_set_belongs_to_the_set_of_the_record(row: str) -> None:
    assert find(FROZEN, without_marks(row), "MSC") == expected(row)


def test_a_rule_without_a_set_is_no_citation_if_the_record_names_no_set() -> None:
    assert find(FROZEN, "See Rule 4(b).") == []


def test_the_tables_have_enough_rows() -> None:
    assert (
        len(set(rows(STATUTES, STANDARDS, RULES, RULES_WITHOUT_A_SET, OPINIONS, NO_CITATIONS)))
        >= 230
    )


@pytest.mark.parametrize(
    "row",
    [
        "«Harbor Stat. §7A-38.2(b)=7A-38.2(b)» provides",
        "«Harbor\u00a0Stat. § 7A-38.4A=7A-38.4A».",
        "«Pier Rule 4(f)=PR 4(f)» and «PR Rule 5=PR 5»",
        "«AO 03-5=2003/05»",
        "«Advisory Opinions 30 (2014)=2014/30» and «33 (2016)=2016/33»",
        "(see «12-22=2012/22»)",
        "«Standards 1=1»«\u2013=2»«3=3»",
        "«Pier Rules 4=PR 4» and «5(a)=PR 5(a)»",
        "«Rule 4=PR 4» of the Pier Rules",
        "N.C. Gen. Stat. § 7A-38.2",
        "MSC Rule 4(f)",
        "Opinion Number 05 (2003)",
    ],
)
def test_another_commission_has_its_own_words(row: str) -> None:
    assert find(HARBOR, without_marks(row)) == expected(row)


@pytest.mark.parametrize(
    "row",
    [
        "«Canon 3(c)=3(c)» and «Canons 1=1» and «4=4»",
        "«Rev. Stat. § 12:30-4=12:30-4»",
        "«Rev. Stat. 1.25(a)=1.25(a)» and «1.26=1.26».",
        "«Formal Opinion 2003-5=2003/05»",
        "«FO 2012-22=2012/22» and «2014-30=2014/30»",
        "«Canons III.C=3(c)» and «IV=4»",
        "«Rev. Stat. 2A:23C-1=2A:23C-1» and «2A:23C-2=2A:23C-2»",
        "«Rev. Stat. §§ 16-7-101=16-7-101» to «16-7-104=16-7-104»",
        "«Rev. Stat. 12-12-5=12-12-5»",
        "«Rev. Stat. 10-3.1-1=10-3.1-1»",
        "Standard 3(c)",
    ],
)
def test_words_and_forms_come_from_the_commission_file(row: str) -> None:
    fields = yaml.safe_load(COMMISSION)
    fields["authorities"]["standard"] |= {"label": "Canon {id}", "cited_as": ["Canon"]}
    fields["authorities"]["statute"]["cited_as"] = ["Rev. Stat."]
    fields["opinions"] = {"cited_as": ["Formal Opinion", "FO"], "numbered": ["{year}-{number}"]}
    assert find(
        CitationFinder(Commission.model_validate(fields), KNOWN), without_marks(row)
    ) == expected(row)


def test_a_number_that_two_opinions_have_needs_its_year() -> None:
    finder = CitationFinder(frozen_commission(), [*KNOWN, OpinionId(2004, 5)])
    assert find(finder, "AO 5") == []
    assert find(finder, "AO 5 (2004)") == [("AO 5 (2004)", "2004/05")]


def test_a_citation_has_a_kind() -> None:
    text = "Standard 3, § 7A-38.2, MSC Rule 4, AO 5"
    assert [citation.kind for citation in FROZEN.find(text)] == [
        "standard",
        "statute",
        "rule",
        "opinion",
    ]


TEXTS = st.lists(
    st.sampled_from(
        [
            *("Standard ", "Standards ", "N.C.G.S. ", "§ ", "§§ ", "MSC Rule ", "Rules ", "AO "),
            *("3", "III", "7A-38.2", "(c)", "(5)", "43 (2022)", "12-22", ".", "E", "-", "\u2013"),
            *(", ", " and ", " or ", "; ", " through ", " ", "\n", " of the ", "http://x ", "x"),
        ]
    ),
    max_size=30,
).map("".join)


@given(TEXTS)
@example("7A-38.2(c)12-22")
def test_citations_are_in_order_and_do_not_overlap_in_any_text(text: str) -> None:
    citations = FROZEN.find(text, "MSC")
    spans = list(dict.fromkeys((citation.start, citation.end) for citation in citations))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(end <= next_start for (_, end), (next_start, _) in pairwise(spans))


def test_a_very_long_list_is_read_to_its_end() -> None:
    citations = FROZEN.find("Standards " + "3, " * 50_000 + "4")
    assert len(citations) == 50_001


def test_many_ranges_are_read_in_linear_time() -> None:
    assert len(FROZEN.find("Standards 1-30, " * 3_000)) == 3_000 * 30
