"""Citations as lawyers, courts and memos write them, by kind; unmarked words cite nothing."""

import pytest

from corpus.citations.document import citations_in_document
from corpus.citations.finder import CitationFinder
from corpus.citations.found_citation import Doubt
from marked_text import expected, find, frozen_commission, opinions, rows, without_marks

KNOWN = opinions("1999/01 2003/05 2006/10 2006/12 2010/16 2014/30 2016/33 2021/41 2021/42 2022/43")
FINDER = CitationFinder(frozen_commission(), KNOWN)

PINPOINTS = """
«G.S. 7A-38.1(a1)=7A-38.1(a1)»
«G.S. 7A-38.4A(g1)(2a)=7A-38.4A(g1)(2a)»
«G.S. 20-4.01(32a1)=20-4.01(32a1)»
«N.C.G.S. § 7A-38.3B(g)(2)a.=7A-38.3B(g)(2)(a)» requires
«N.C. Gen. Stat. § 7A-38.1(c)(1)b=7A-38.1(c)(1)(b)».
«G.S. 7A-38.1(c)(1)a.1=7A-38.1(c)(1)(a)(1)».
«G.S. 7A-38.1(L)=7A-38.1(l)»
«G.S. 7A-38.1=7A-38.1» (2005)
«G.S. 7A-38.1=7A-38.1»(2021)
«G.S. 7A-38.1(l)=7A-38.1(l)»'s
«Standard 3(C)=3(c)»
«Standard 3.C=3(c)»
«Standard 3c=3(c)»
«Standard 3-C=3(c)»
«Standard 3[c]=3(c)»
«Standard III[C](1)=3(c)(1)»
«Standard 3[C][1][d]=3(c)(1)(d)»
«G.S. 7A-38.1[l][2]=7A-38.1(l)(2)»
«G.S. 7A-38.1[2][l][a1]=7A-38.1(2)(l)(a1)»
«Standard 3(c)=3(c)»[12]
«Standard 3=3» [a] mediator
«Standard 3=3»[12]
«G.S. 7A-38. 1(l)=7A-38.1(l)»
«G.S. 7A-38 .1(l)=7A-38.1(l)»
«Standard IIIC=3(c)»
«Standard IV-B=4(b)»
«Standard IV.b=4(b)»
«Standard VI.A.=6(a)» and «Standard V=5»
«Standard V.D.4.b=5(d)(4)(b)»
«Standard III.B.1.a=3(b)(1)(a)»
«MSC Rule 8.A.(5)=MSC 8(A)(5)»
«MSC Rule 8A(5)=MSC 8(A)(5)»
«MSC Rule 8.A.5=MSC 8(A)(5)»
«MSC Rule 4.A.(1)(a)=MSC 4(A)(1)(a)»
«04 NCAC 10G .0104A(b)=IC .0104A(b)»
«Standard 3(c)=3(c)»and «4(d)=4(d)»
«sub-subdivision (c)(1)b. of G.S. 7A-38.1=7A-38.1(c)(1)(b)»
«MSC Rule 4, Pt. B=MSC 4(B)», and «MSC Rule 4, pt. (b)=MSC 4(b)»
«MSC Rule 4, cl. (b)=MSC 4(b)» and «MSC Rule 4 Cl. (c)=MSC 4(c)»
«MSC Rule 4, division (b)=MSC 4(b)» and «G.S. 7A-38.1, Div. (c)=7A-38.1(c)»
«MSC Rule 4, subpt. (b)=MSC 4(b)», «MSC Rule 4, sub-clause (c)=MSC 4(c)»
«MSC Rule 4, Pt. B, cl. (2)=MSC 4(B)(2)»
«MSC Rule 4, para (b)=MSC 4(b)» and «MSC RULE 4, PART B=MSC 4(B)»
«Standard 3=3», paras. «(b)=3(b)» and «(c)=3(c)»
«MSC Rule 4=MSC 4», cls. «(b)=MSC 4(b)» and «(c)=MSC 4(c)»
«Pt. B of MSC Rule 4=MSC 4(B)» and «division (b) of MSC Rule 5=MSC 5(b)»
«paras. (b)=3(b)» and «(c) of Standard 3=3(c)»
«G.S. 7A-38.1=7A-38.1», Division 2 of the office
Under «Standard 3=3», part of the fee, and under «MSC Rule 4=MSC 4», Pt. A of the form
"""

LISTS_AND_RANGES = """
«Standard 3=3»\u2014The mediator may not
Neither «Standard 3(c)=3(c)» nor «3(d)=3(d)» does.
NEITHER «G.S. 7A-38.1(c)=7A-38.1(c)» NOR «(f)=7A-38.1(f)»
«MSC 4(f)=MSC 4(f)» and «(g)=MSC 4(g)», but not MSC 4 or the clerk 4(d); «IC .0104=IC .0104»
Rule «MSC 4(f)=MSC 4(f)» and «Clerk 4(d)=Clerk 4(d)»; Rule 408 of the MSC hearing
«MSC Rule 4=MSC 4»\u2013\u2013«FFS Rule 4=FFS 4»
«Standard III(C)=3(c)» and «IC Rule 4=IC 4»
«Standard 3(c)=3(c)» and «N.C. Gen. Stat. § 7A-38.2(b)=7A-38.2(b)»
«Standard III.C=3(c)» and «G.S. 7A-38.2=7A-38.2»
«Standards III.C=3(c)» and «N. C. Gen. Stat. § 7A-38.2=7A-38.2»
«MSC Rule 8.A.(5)=MSC 8(A)(5)» and «N.C.G.S. 7A-38.1=7A-38.1»
«Standard 3.C=3(c)» and «A.O. 30=2014/30»
under «Standard 3(c)=3(c)», B may tell
under «Standard III.C=3(c)», B may tell
«Standard III.A=3(a)» and «B=3(b)» apply
«Standards III.A=3(a)», «B.2=3(b)(2)» and «C=3(c)»
«MSC Rule 8.A=MSC 8(A)» and «B=MSC 8(B)».
«G.S. § 7A-38.1(c)(1)=7A-38.1(c)(1)»–«(4)=7A-38.1(c)(4)»
«MSC Rule 4(a)(1)(A)=MSC 4(a)(1)(A)»-«(C)=MSC 4(a)(1)(C)»
«Standards 3(a)=3(a)»-«(c)=3(c)»
«Standards 3(a)=3(a)», «(b)=3(b)» and «(d)(1)=3(d)(1)»
«Standards III.A=3(a)» and «B=3(b)»
«Standards III.A=3(a)» and I believe so
«Standards III.A.=3(a)» and «V=5»
«Standards I=1»«–=2»«III=3»
«Standards 1=1» «thru=2» «3=3»
«STANDARDS III=3» AND «IV=4»
«Standards 3(c)=3(c)» as well as «5(a)=5(a)»
«§§ 7A-38.1=7A-38.1», «38.2=7A-38.2» and «-38.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1», «.2=7A-38.2» and «.3B=7A-38.3B»
«§§ 7A-38.1=7A-38.1»–«.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1»-«38.4A=7A-38.4A»
«§§ 7A-38.1=7A-38.1» to «-38.4A=7A-38.4A»
«G.S. 7A-38.1=7A-38.1», «-38.2=7A-38.2», and «-38.4A=7A-38.4A»
«§§ 50-20=50-20», «21=50-21» and «22=50-22»
«§§ 50-20=50-20» and 21 days
«N.C. Gen. Stat. § 50-13.1=50-13.1» and «§ 50-13.4=50-13.4»
«N.C.G.S. §§ 7A-38.1=7A-38.1» – «7A-38.4A=7A-38.4A»
«G.S. 7A-38.1(l)=7A-38.1(l)»; «7A-38.4A(j)=7A-38.4A(j)»; and «7A-38.3B(g)=7A-38.3B(g)»
«11 NCAC 23G .0103(a)=IC .0103(a)» & «(b)=IC .0103(b)»
«Advisory Opinions 10=2006/10» and «12 (2006)=2006/12»
«Advisory Opinion Nos. 30=2014/30» and «33=2016/33»
«Advisory Opinions 41=2021/41»-«43=2022/43»
«AO 41=2021/41» to «43=2022/43»
«Opinions 5=2003/05»-8 and «Opinions 42=2021/42»-50
«AO 41=2021/41» through «43=2022/43» and «Standard X=10»
«AO 30=2014/30» to 43 mediators
«AO 5=2003/05», «33=2016/33», and «43=2022/43» hold
«AOs 30=2014/30» through «33=2016/33»
«Standards 3=3» (Confidentiality) and «5=5» (Conflicts of Interest) apply
«Standards III=3» (Confidentiality), «IV=4» (Consent) and «V=5»
«§§ 7A-38.1=7A-38.1» (superior court) and «7A-38.4A=7A-38.4A» (district court)
«MSC Rules 4=MSC 4» (Attendance) and «6(b)=MSC 6(b)» (Authority)
«Standard 3=3» (Confidentiality) and 4 persons
«Standard 3(c)=3(c)», «4(a)=4(a)» and «5=5»
«Standard 3=3» and «4=4» apply
«Standard 3=3», «4=4» and «5=5» of the Standards
«Standard III=3», «IV=4» and «V=5»
«Standard III=3» and I may
under «Standard 3=3», 12 of them
«MSC Rule 4=MSC 4», «5=MSC 5» and «6=MSC 6»
«AO 30=2014/30» and «33=2016/33»
«AO 30=2014/30» and 33 others
«Opinion 5=2003/05», «2014-30=2014/30» and «33=2016/33»
«Opinion 5=2003/05», 17 and «43 (2022)=2022/43»
«G.S. 7A-38.1=7A-38.1», «38.2=7A-38.2» and «38.4A=7A-38.4A»
«Standard 3(c)=3(c)»/«(d)=3(d)»
«Standards 3(c)=3(c)»/«4(d)=4(d)»
(a) «Standard 3(c)=3(c)» and (b) the mediator
under (a) «Standard 3(a)=3(a)», (b) «Standard 4(a)=4(a)» or (c) the contract
«Standard 3(c)=3(c)», (i) the mediator and (ii) the party
(i) «Standard 3(c)=3(c)», (ii) «Standard 4=4»
«subsection (a) of Standard 5=5(a)», and «Standard 3(a)=3(a)» and «(b)=3(b)» bind
«Standard 3(c)=3(c)» and «(d)=3(d)» the mediator keeps
«Standards 3(a)=3(a)» and «(c)=3(c)» apply. «Standards 3(b)=3(b)» and «(d)=3(d)» do not.
«Standards 3(a)=3(a)» and «(b)=3(b)» apply. «Standards 3(a)=3(a)» and «(c)=3(c)» do not.
«Standards 3(b)=3(b)» and «(a)=3(a)» apply. «Standards 3(c)=3(c)» and «(b)=3(b)» do not.
«Standard 3(a)=3(a)»–«(c)=3(c)» bind. «Standards 3(a)=3(a)», «(b)=3(b)», and «(d)=3(d)» do.
«MSC Rule 4(a)=MSC 4(a)»–«(c)=MSC 4(c)» is. «MSC Rules 4(b)=MSC 4(b)» and «(d)=MSC 4(d)» were.
«G.S. 7A-38.1(h)=7A-38.1(h)»–«(k)=7A-38.1(k)» do. «Standard 3(a)=3(a)» and «(l)=3(l)» do not.
«MSC Rule 4(a)=MSC 4(a)»–«(c)=MSC 4(c)» is clear. «Standard 3(b)=3(b)» and «(d)=3(d)» were cited.
«Standards 3(a)=3(a)» and «(b)=3(b)» differ from «Standards 3(a)=3(a)» and «(c)=3(c)» here.
«Standards 3(a)=3(a)», «(b)=3(b)» and «(c)=3(c)» apply
«Standard 3(a)=3(a)», «(b)=3(b)» and «(c)=3(c)» apply
(a) The first item is long, as under «Standard 4=4», and (b) «Standard 3(a)=3(a)» and (c) the broker
«Standard 3(a)=3(a)» and «(b)=3(b)» apply. The lease has (c) a term.
«AO #41=2021/41» and «#42=2021/42»
«AO No. 41=2021/41» and «No. 42=2021/42»
«Opinions #41=2021/41» and «#42=2021/42»
«AO No. 41=2021/41», «No. 42=2021/42», and «No. 43=2022/43»
«AO No. 41=2021/41» and No. 3 pencils
«§ 7A-38.3B(g)(2)a.=7A-38.3B(g)(2)(a)» and «b=7A-38.3B(g)(2)(b)».
«7A-38.1(l)(1)a.=7A-38.1(l)(1)(a)» to «d=7A-38.1(l)(1)(d)».
«G.S. 7A-38.1(l)(1)a=7A-38.1(l)(1)(a)» and «b=7A-38.1(l)(1)(b)»
«G.S. 7A-38.1(l)(1)a.=7A-38.1(l)(1)(a)», «b.=7A-38.1(l)(1)(b)», and «c=7A-38.1(l)(1)(c)».
«G.S. 7A-38.1(l)(1)a.=7A-38.1(l)(1)(a)»–«d=7A-38.1(l)(1)(d)».
«MSC Rule 4(a)(1)a.=MSC 4(a)(1)(a)» and «b=MSC 4(a)(1)(b)».
«Standard III.C.=3(c)», «D=3(d)».
«G.S. 7A-38.1(l)(1)a=7A-38.1(l)(1)(a)» and a party
«G.S. 7A-38.1(l)(1)a.=7A-38.1(l)(1)(a)» and e.g. the
«G.S. 7A-38.1(l)(1)=7A-38.1(l)(1)» and a party
«Standards #3=3» and «#5=5» apply
«Standards No. 3=3» and «No. 5=5»
«Standards III=3» and «# V=5»
«Standards 3(b)=3(b)», «(d)(1)=3(d)(1)», «#5=5»
«Standards § 3=3» and «§ 5=5»
«Standard #3=3», «#5=5»
«Standard 3=3», No. 5
«Standards 3=3» and «4=4», No. 22 CVS 100
«Standards 3=3» and «4=4» and § 5 of the Act
«MSC Rules #4=MSC 4» and «#5=MSC 5»
«MSC Rule 4=MSC 4», «FFS 4(b)=FFS 4(b)», and «DCC 5=DCC 5»
«MSC Rule 4=MSC 4» and FFS 4 cases
«Rule 4(b)=FFS 4(b)» of the «MSC=MSC 4(b)» Rules and the FFS Rules
«Rule 4(b)=MSC 4(b)» of the MSC Rules and «FFS Rule 5=FFS 5»
«FFS Rule 5.B=FFS 5(B)», «.C=FFS 5(C)» and «.D=FFS 5(D)»
«G.S. 7A-38.2=7A-38.2»; 11-7-2003
under «G.S. 7A-38.1=7A-38.1», 05-10-96,
«G.S. 7A-38.1=7A-38.1», 27601-2448
«G.S. 7A-38.2=7A-38.2» and «58-36-10=58-36-10»
«Standard 3(b)=3(b)» or (if consent is given) «(c)=3(c)»
a «Standard 3=3» complaint, and Standard 3 complaints
«Opinion 30=2014/30» and «No. 33=2016/33» hold
«AO 30=2014/30» and No. 5 Main Street
«AO 30=2014/30», No. 5, Main Street
«G.S. 7A-38.1(l)(1)a=7A-38.1(l)(1)(a)» and b. «Standard 3=3»
under «Standard III.C.=3(c)», D. Jones said
«G.S. 7A-38.1=7A-38.1» and «.2=7A-38.2»
«G.S. 7A-38.1=7A-38.1» and .08 percent
«Standards 3=3», Confidentiality, and «5=5», Conflicts
«G.S. 7A-38.1(l)=7A-38.1(l)»/«7A-38.4A(j)=7A-38.4A(j)»
«std. 3(c)=3(c)», not «4(a)=4(a)»
«Standards 3=3» and «4=4», but not «5(a)=5(a)»
«Standard 3=3», not 4 persons
"""

WORDS_BETWEEN = """
does «Standard III.A=3(a)» bar it
«Standard Three=3» requires
Contrast «Advisory Opinion 5 (2003)=2003/05» with «AO 30=2014/30»
Standard Three Holdings, LLC
«Advisory Opinion (AO) 30=2014/30» and «Advisory Opinions (“AO”) 41=2021/41» and «42=2021/42»
Advisory Opinion (MEAC) 30
the «Advisory Opinion of 2014, No. 30=2014/30» and «Advisory Opinion (2014) No. 30=2014/30»
the «Advisory Opinion (2016) No. 30=2016/30»
the «Standards, at 3(a)=3(a)»
«Standard(s) 2=2» and «3=3» apply
«Rule 4=MSC 4», MSC, and «Rule 5=FFS 5» of the FFS Program Rules
the «Clerk Mediation Program's Rule 4=Clerk 4»
under «standard three=3» of the Standards
«Standards Three=3», «Four=4» and «Twenty-One=21» apply
«Rule Four(b)=MSC 4(b)» of the MSC Rules
«Standard Three, subsection (b)=3(b)»
«Advisory Opinion Thirty (2014)=2014/30» and «Opinion Number Five of 2003=2003/05»
it's «Standard 3(c)=3(c)»
«MSC Rule 4=MSC 4» and «Rule 7(b)=MSC 7(b)» of the same Rules
«MSC Rule 4=MSC 4», «FFS Rule 2=FFS 2» and Rule 7(b) of the same Rules
«MSC Rule 4=MSC 4», Rule 408 of the Rules of Evidence and Rule 7 of the same Rules
«Standard III paragraph C=3(c)»
Standard 3 paragraphs long
«Standard 3=3», subsections «(c)=3(c)» and «(d)=3(d)»
«Standard 3, subsection (c)=3(c)» and «(d)=3(d)»
«G.S. 7A-38.1(k)=7A-38.1(k)» would make «subsection (l)=7A-38.1(l)» surplusage
«G.S. 7A-38.1=7A-38.1», in «subsections (l)=7A-38.1(l)» and «(j)=7A-38.1(j)», binds
«G.S. 7A-38.1(l)(1)b=7A-38.1(l)(1)(b)», like «subsection (c)=7A-38.1(c)», binds
«G.S. 7A-38.1(l)(1)=7A-38.1(l)(1)» or «subdivision (2)=7A-38.1(l)(2)»
«G.S. 7A-38.1(i)=7A-38.1(i)»; «subsection (l)=7A-38.1(l)», «subdivision (2)=7A-38.1(l)(2)»
«Standard 5(a)=5(a)» binds while «paragraph (c)=5(c)» and its «subparagraph (1)=5(c)(1)» do not
«MSC Rule 4(f)=MSC 4(f)» or «subsection (b)=MSC 4(b)»
«G.S. 7A-38.1(l)=7A-38.1(l)» and subsection (c) of the lease
«G.S. 7A-38.1, subd. (1)=7A-38.1(1)»
«Standard III, Paragraph D, subparagraph 5=3(d)(5)»
«Standard 3 at (c)=3(c)»
«Standard V=5», paragraphs «A=5(a)», «B=5(b)», and «C=5(c)», and «VI=6»
«paragraph A of Standard V=5(a)» and «part B of Standard V=5(b)»
«Standard V=5», paragraphs «A=5(a)» through «C=5(c)»
«Standard 3(d)=3(d)», subparagraphs «1=3(d)(1)» and «2=3(d)(2)»
«G.S. 7A-38.1=7A-38.1», subsections «l=7A-38.1(l)» and «j=7A-38.1(j)»
«Standards III, paragraph A=3(a)», and «V=5»
«Standard III=3» in its «subsection C=3(c)» forbids
«Standard 3=3»'s exceptions, found at «3(d)=3(d)», and, arguably, «3(e)=3(e)»
«Standard III=3» is long (see «III.C=3(c)»).
«MSC Rule 4=MSC 4» is long; the ban is at «4(f)=MSC 4(f)».
«Standard 3=3» and a 401(k) plan, form 3(d) and Exhibit 3(c)
«G.S. 7A-38.1=7A-38.1» is old, but «subsection (l)=7A-38.1(l)» of the statute is new.
In «Opinion No. 33 (2016)=2016/33» and again in No. «41 (2021)=2021/41»
«section 38.1(l) of chapter 7A=7A-38.1(l)»
«Standard III B=3(b)» bars; «Standard III A=3(a)» forbids; «Standard III=3» A mediator may
Compare «Standard 3(c)=3(c)» with «3(d)(5)=3(d)(5)», not «Standard 3=3» with 3 parties
«Standard 3=3» and the new «3(d)(5)=3(d)(5)»; «Standard III=3» rather than «IV.B=4(b)»
«11 NCAC 23G .0104(b)=IC .0104(b)»; see also «.0105=IC .0105»
«Standards: I=1», «II=2»; «AOs: 30=2014/30» and «33=2016/33»; these Standards: I believe
«Opinion "30=2014/30»"; «Advisory Opinion “30=2014/30»”
«Standard 3, paragraph (d)(5)=3(d)(5)»
«Standard IV, Section B=4(b)»
«G.S. 7A-38.1, subsection (l)=7A-38.1(l)»
«Standard 3 (Confidentiality), subsection (d), subdivision (1)=3(d)(1)», is
«subsection (c) of Standard 3=3(c)»
«paragraphs (c)=3(c)» and «(d) of Standard 3=3(d)»
under «(c) of Standard 3=3(c)»
«(c)=3(c)»-«(e) of Standard 3=3(e)»
«(c)=3(c)», «(d)=3(d)» and «(e) of the Standard 3=3(e)»
«paragraphs (c)=3(c)» to «(e) of Standard 3=3(e)»
breaches (a) of «Standard 3=3» and (b) of «Standard 4=4»
«subdivision (1) of subsection (l) of G.S. 7A-38.1=7A-38.1(l)(1)»
«subsection (b) of MSC Rule 4=MSC 4(b)»
«Section 38.1 of Chapter 7A=7A-38.1» of the General Statutes
«Sections 38.1=7A-38.1» and «38.4A=7A-38.4A» of Chapter 7A
«7A-38.1(l)=7A-38.1(l)» of the General Statutes
«Section 7A-38.1=7A-38.1» of the North Carolina General Statutes
«Section 97-80(c)=97-80(c)» of the Workers' Compensation Act
«N.C.G.S. 7A-38.3D=7A-38.3D», not on «7A-38.3B=7A-38.3B».
«G.S. 7A-38.3B=7A-38.3B», rather than «7A-38.4A=7A-38.4A», governs.
«G.S. 7A-38.1(l)=7A-38.1(l)» but not «7A-38.4A(j)=7A-38.4A(j)»
It rests on «7A-38.1(l)=7A-38.1(l)», we say.
Under «7A-38.1(l)=7A-38.1(l)», the mediator
«G.S. 7A-38.3D=7A-38.3D», not on «7A-38.3B=7A-38.3B» or «7A-38.1(l)=7A-38.1(l)»
It rests on Exhibit 12B-3.1(a) of the file
«G.S. 7A-38.1=7A-38.1» applies. Form 7A-38.2 does not.
«G.S. 7A-38.1=7A-38.1», not item 7A-38.3B, applies
«G.S. 50-20=50-20», not 50-21 persons
«G.S. 7A-38.1=7A-38.1» not «7A-38.2=7A-38.2» of the General Statutes
«statutes 7A-38.2=7A-38.2» and «7A-38.1(l)=7A-38.1(l)»
The statute, «7A-38.2(b)=7A-38.2(b)», and that law, «7A-38.1=7A-38.1», say
«Statute 7A-38.1(l)=7A-38.1(l)» requires what N.C. «Stat. 7A-38.2=7A-38.2» does.
section seven of «7A-38.1=7A-38.1»; see «7A-38.2=7A-38.2». Id. «7A-38.1(l)=7A-38.1(l)»
Fla. Stat. 7A-38.1(l), the Florida statute 7A-38.2 and Form 12B-4.2
«Rule 4(b)=FFS 4(b)» of the FFS Rules
«Rule 4(b)=FFS 4(b)» of FFS Rules
«Rules 6(b)(4)=MSC 6(b)(4)» and «8=MSC 8» of the MSC Rules
«Rule 4, subsection (b)=FFS 4(b)», of the FFS Rules
«Rule 4, subsection (b)(1)=FFS 4(b)(1)» of the FFS Rules
«Rule 4, Part B=MSC 4(B)» of the MSC Rules
«Section 7A-38.1, subsection (l)=7A-38.1(l)» of the General Statutes
«Standard 3=3», subsection (b) of the Agreement
Rule 4, «Part B of Standard 3=3(b)»
«Rule 5=MSC 5» (Sanctions) of the MSC Rules and «Rule 5=FFS 5» (Fees), of the FFS Rules
The DCC Rules provide, at «Rule 5(b)=DCC 5(b)», that
The Clerk Rules, in «Rule 6(b)=Clerk 6(b)», set fees
The «MSC=MSC 7», «FFS=FFS 7», and Clerk Rules, all at «Rule 7=Clerk 7», set fees
The MSC Rules apply and by Rule 26 the court
The MSC Rules and Rule 26 apply
does «msc rule 4=MSC 4» require it
the «Industrial Commission's Rule 4=IC 4» of its rules
«Rule 4=IC 4» of the Industrial Commission's own mediation rules
«Rule 4(c)=FFS 4(c)» of the Family Financial Settlement rules
«Rule 4(f)=MSC 4(f)» of the MSC and «Rule 4(e)=FFS 4(e)» of the FFS Rules
«Rule 2(d)=MSC 2(d)» of the MSC Rules (formerly «Rule 2.E=MSC 2(E)»)
«MSC Rule 8(a)=MSC 8(a)», formerly «Rule 8=MSC 8»
«superior court mediation rules 4=MSC 4» and «6(b)=MSC 6(b)»
(b) of rule 4
«Rule 3=DCC 3» of the District Criminal Court Rules
«District Criminal Court Mediation Rule 4(b)=DCC 4(b)»
«District Criminal Court Rule 4(b)=DCC 4(b)»
«Clerk Mediation Rule 2(b)=Clerk 2(b)»
«Rules 2=Clerk 2» and «5=Clerk 5» of the Clerk Mediation Rules
«Rule 2=Farm Nuisance 2» of the Rules of Mediation for Farm Nuisance Disputes
«DCC Mediation Rule 4(b)=DCC 4(b)»
«FFS Mediation Rule 4=FFS 4»
«Clerk of Court Mediation Rule 4(b)=Clerk 4(b)»
«Rule 6=FFS 6» of the Family Financial Rules
«Rule 3=DCC 3» of the District Criminal Court Rules «MSC Rule 7(b)=MSC 7(b)»
«Rule 2=Clerk 2» of the Clerk Mediation Rules «FFS Rule 3=FFS 3»
«MSC=MSC 4(b)» and «FFS Rules 4(b)=FFS 4(b)»
«Rule 4=FFS 4» of the «MSC=MSC 4» and FFS Rules
«Rule 4=FFS 4» of the «MSC=MSC 4» and the FFS Rules
«Rule 4=FFS 4» of both the «MSC=MSC 4» and the FFS Rules
«Rule 4=FFS 4» of both the «MSC=MSC 4» and FFS Rules
at the MSC and the «FFS Rule 4=FFS 4» session
«FFS Rule 5.B=FFS 5(B)»-«C=FFS 5(C)»
«FFS Rule 5.B=FFS 5(B)»–«5.D=FFS 5(D)»
«Standard V.B=5(b)»-«D=5(d)»
«Rule 4(b)=FFS 4(b)» of the «MSC=MSC 4(b)», «DCC=DCC 4(b)» and FFS Rules
«MSC=MSC 4», «FFS=FFS 4» and «DCC Rules 4=DCC 4»
«MSC Rule 4(f)=MSC 4(f)» and «Rule 8(a)=MSC 8(a)» apply
«Rules 4=MSC 4» and «5=MSC 5» MSC
«Rule 4(f)=MSC 4(f)» of the MSC and «Rule 4(e)=FFS 4(e)» of the FFS rules
The South Carolina statute, § 15-7-30, says so
Under State law, «§ 7A-38.1=7A-38.1» applies
«Standard III=3» of the Standards of Professional Conduct
«Standard 3=3» of the Commission's Standards
«Standard 3=3» – Confidentiality
«Standard 3=3» (Confidentiality)
«Advisory Opinion 30=2014/30» (Nov. 2014)
«Advisory Opinion 12=2009/12» (adopted May 1, 2009)
«Advisory Opinion No. 30 of 2014=2014/30»
«AO 5 (2003)=2003/05», at ¶¶ 3–4
«Advisory Op. 5, ¶ 4 (2003)=2003/05»
«Chapter 7A, Section 38.2(b)=7A-38.2(b)»
«Chapter 7A, § 38.2(b)=7A-38.2(b)»
«Chapter 7A, §§ 38.1=7A-38.1» and «38.4A(j)=7A-38.4A(j)»
«Chapter 7A of the General Statutes, Section 38.1=7A-38.1»
«Chapter 50 of the General Statutes, § 13.1=50-13.1»
Chapter 7A, «§ 7A-38.1=7A-38.1»
1995 Sess. Laws, Chapter 500, Section 1
Chapter 3, Section 2 of the manual
under «7A-38.1(l)=7A-38.1(l)» no
(«7A-38.1(l)=7A-38.1(l)»)
See «7A-38.1(l)=7A-38.1(l)» and «7A-38.4A(j)=7A-38.4A(j)».
Exhibit 12B-3.1(a)
under «7A-38.1(l)=7A-38.1(l)» and «(m)=7A-38.1(m)»
7A-38.2 alone
"""

SPELLINGS = """
See «Op. 30 (2014)=2014/30»
fyi, «ncgs 7a-38.1(l)=7A-38.1(l)» and «g.s. 7a-38.2=7A-38.2»
«gs 50-13.1=50-13.1» & «50-20=50-20»
a gs 9-11 position
«opinion 30 (2014)=2014/30» and the Commission's «opinion 14-30=2014/30»
«opinions 30 (2014)=2014/30» and «33=2016/33»
«opinion 12 (2010)=2010/12» and the «2014 opinion, No. 30=2014/30»
his opinion 5 in 2003; opinion 2015-30; the State Bar's opinion 30 (2014)
«Ops. 30=2014/30» and «42=2021/42»
«Advisory Opinions 41=2021/41»–«43 (2021–2022)=2022/43»
«Advisory Opinions 41=2021/41»-«43 (2021-22)=2022/43»
«Advisory Opinions 41=2021/41» through «43 (2021 to 2022)=2022/43»
«Advisory Opinions 30=2014/30» and «33 (2014 and 2016)=2016/33», but
«Advisory Opinions 41=2021/41» and «43 (2021, 2022)=2022/43»
«Opinions 41=2021/41», «42 (both 2021)=2021/42» and «43 (2022)=2022/43»
«Opinions 30=2014/30» and 43 (2014, 2016)
«A.O.s 30=2014/30» and «42=2021/42»
«AO's 30=2014/30» and «42=2021/42»
«AO’s 30=2014/30» and «42=2021/42»
The «2016 Advisory Opinion (No. 33=2016/33») settles it
«G.S. Sec. 7A-38.1=7A-38.1»
«Secs. 7A-38.1=7A-38.1» and «7A-38.2=7A-38.2»
NC «G.S. 7A-38.1=7A-38.1»
NC Gen. Stat. «§ 7A-38.1=7A-38.1»
«N.C.G.S.A. § 7A-38.1=7A-38.1»
«N. C. Gen. Stat. § 7A-38.1=7A-38.1»
«N.C. GEN. STAT. § 7A-38.1=7A-38.1»
«SECTION 7A-38.1=7A-38.1»
«G.S. 7A−38.1=7A-38.1»
«G.S. 7A—38.1=7A-38.1»
«G.S. 7A- 38.1=7A-38.1»
«G.S. 7a-38.4a=7A-38.4A»
«Std. 3(c)=3(c)» and «Stds. III=3» and «IV=4»
«STANDARD 3(C)=3(c)»
«Standard of Professional Conduct for Mediators III=3»
«MSC R. 4(a)=MSC 4(a)»
«Advisory Op. 30 (2014)=2014/30»
«ADVISORY OPINION NO. 30 (2014)=2014/30»
«advisory opinion 30 (2014)=2014/30»
«Advisory opinion 30 (2014)=2014/30»
«AO #10=2006/10»
«Opinion # 30=2014/30»
«Opinion No 30=2014/30»
«AO 2014/30=2014/30»
«Advisory Opinion 2014-030=2014/30»
«Opinion Number 43=2022/43» (2022, as revised)
«AO-43 (2022)=2022/43»
«2014 AO 30=2014/30»
the «2014 Advisory Opinion 30=2014/30»
«2016 AO 30=2016/30»
in 2016 «AO 30=2014/30» was cited
On May 5, 2016 «AO 30=2014/30» was cited
«N.C.G.S. section 7A-38.1(l)=7A-38.1(l)»
«G.S. sec. 7A-38.2(b)=7A-38.2(b)»
«N.C.G.S. sections 7A-38.1=7A-38.1» and «7A-38.4A=7A-38.4A»
«N.C.G.S.s 7A-38.1=7A-38.1» and «7A-38.4A=7A-38.4A»
«Std 3(c)=3(c)» forbids it
«STD 3(c)=3(c)»
«Stds III=3» and «V=5»
«Adv Op 41 (2021)=2021/41»
«Adv. Op 41 (2021)=2021/41»
«Advisory Op 12 (2006)=2006/12»
«Op 41 (2021)=2021/41»
«Advisory Opn. 41 (2021)=2021/41»
«N.C. Gen Stat. 7A-38.1(l)=7A-38.1(l)»
«N.C. Gen. Stat. Ann. § 7A-38.1(l)=7A-38.1(l)»
«4 N.C.A.C. 10G .0104=IC .0104»
OP 41 (2021)
FYI «7A-38.1(l)=7A-38.1(l)»
"""

OTHER_BODIES = """
97 Formal Ethics Opinion 10
RPC 179
ABA Formal Opinion 10-16
Florida MEAC Opinion 99-01
the Virginia Opinion 10
the State Bar's Advisory Opinion 10
N.C. State Bar, Advisory Opinion 10
Judicial Standards Commission Advisory Opinion 2010-16
Formal Advisory Opinion 2010-16 of the Judicial Standards Commission
Opinion 10 of the Attorney General
Opinion 10-16 (ABA 2010)
the Court's Opinion 12 N.C. App. 43
the Commission's «Opinion 30=2014/30»
N.C. DRC «Advisory Opinion 30=2014/30»
So said the Bar. «Opinion 30=2014/30» differs
Model Standard III
Model Standards of Conduct, Standard III
Standard III of the Model Standards of Conduct for Mediators
Standard 1 of the ABA/ACR/AAA Model Standards
the State Bar knows that «Standard 3=3» applies
Fla. Stat. § 44-106
T.C.A. § 29-5-101 and K.S.A. § 5-512
A.R.S. § 12-2238; Treas. Reg. § 1-110
Restatement (Third) § 8-110
§ 2-207, U.C.C.
Section 2-207 UCC
§ 2-207, H.B.C.
«§ 7A-38.1=7A-38.1», N.C.G.S.
See «§ 7A-38.1=7A-38.1», J.B. Smith.
«Section 7A-38.1=7A-38.1» ADR
Fla. Stat. §§ 44-106 and 44-107 and § 44-108
Va. Code § 8.01-576.10
Conn. Gen. Stat. § 52-235d
Connecticut General Statutes § 52-190
section 44-106 of the Florida Statutes
Section 2-301 of the UCC
Tex. Civ. Prac. & Rem. Code § 154-073
42 U.S.C. § 2000e-5
See «§ 7A-38.2=7A-38.2»
Id. «§ 7A-38.1(l)=7A-38.1(l)»
Rule 26(b) of the Rules of Civil Procedure
Rule 408
AG Opinion 10 (2006)
S.L. 2017-158, s. 26.7
(1995, c. 500, s. 1; 1999-354, s. 5; 2005-167, s. 1.)
HB 10-16
AOC-DRC-10
Standards of Practice for Lawyer Mediators, Standard 3
ASTM Standard 5
Georgia Commission on Dispute Resolution Advisory Opinion 5
The Court of Appeals Advisory Opinion 5
Memorandum Opinion 10-16
U.C.C. § 2-207
Section 5-103 of the Bylaws
MSC «Standard 3=3»
The Court of Appeals on «Standard 3=3»
NCDRC «Advisory Opinion 30=2014/30»
Rule 4 of the Rules of Civil Procedure and «MSC Rule 4=MSC 4»
Rule 3 of the Revised Rules of Professional Conduct and «MSC Rule 3=MSC 3»
Rules 4 and 5 of the Rules of Civil Procedure and «MSC Rule 4=MSC 4»
Rule 5 of the local rules and the MSC Rules
The Model Standards (Standard 3) say it in other words.
by «Standard III.C=3(c)». «Standards IV=4» and «V=5» also apply.
«Standards III.A.=3(a)» and «III.C=3(c)».\u00a0«Standard I.B=1(b)». «Standard V=5»
«Standard I.C=1(c)». «Advisory Opinion 30 (2014)=2014/30» says so.
«Standard III.C=3(c)». «Section 7A-38.1=7A-38.1» and «G.S. 7A-38.2=7A-38.2»
«Standard III.C=3(c)». «Standard V=5» of the Standards of this State
«Standard III.C=3(c)». Standard V of the Model Standards
«Standard III.C=3(c)». S.C. Standard V
S.C. Standard III
Part III.C. «Standard V=5»
The Model Standards, in Standard 3, say so.
Model Standards of Conduct for Mediators (2005), Standard 3
The ABA Model Standards say in Standard III that the mediator
As the Model Standards put it in Standard V(A), the mediator
The Model Standards of Conduct for Mediators differ from ours: Standard V(A)(1) has
The Model Standards differ from our «Standard 3=3».
The Model Standards differ from the Commission's «Standard 3=3».
The Model Standards are not ours. «Standard 3=3» is.
The Model Standards do not bind; «Standard 3=3» does.
Under the Model Standards and «Standard 3(c)=3(c)» he must
«Standard 3=3», like the Model Standards, forbids
Standards 29 and 33 of the Joint Commission
Standard 3 of the Joint Commission
«Standard 3=3» of the Commission
«Standards 3=3» and «4=4» of the Dispute Resolution Commission
In Opinion 5 the Attorney General held
In Opinion 5 the State Bar said so.
In Opinion 5, the State Bar said so.
In «Opinion 5=2003/05» the Commission held
See «Opinion 5=2003/05». The State Bar agrees.
After «Opinion 5=2003/05» the State Bar changed its rule.
«Standard 3=3» of the Commission. The State Bar agrees.
«Opinion 5=2003/05» of the Commission. The State Bar agrees.
The State Bar has rules. Our Standards («Standard 3=3») differ.
In «Opinion 5=2003/05» the Commission told the State Bar
The Model Standards differ here, and in «Standard 3=3» we say so.
The Model Standards are old; in «Standard 3=3» we say so.
Rule 2 of the Arbitration Rules «MSC Rule 7(b)=MSC 7(b)»
Rule 5 of the Local Rules «MSC Rule 7(b)=MSC 7(b)»
Rule 2 of the Arbitration Rules «FFS Rule 3=FFS 3»
Rule 2 of the Rules for Magistrates Under «MSC Rule 7(b)=MSC 7(b)»
Local Rule 4 of the 10th District supplements «MSC Rule 4(b)=MSC 4(b)»
«Rule 4=MSC 4» of the revised MSC Rules
«Rule .0104=IC .0104» of 11 NCAC 23G
Standard VI of the 2005 Model Standards
Standard VI.A of the joint AAA/ABA/ACR Model Standards
Opinion 30 issued by the State Bar
Opinion 5 by the State Bar
Opinion 5, by our State Bar
Opinion 12 from the Florida committee
Opinion 12 of the ethics committee of the Florida Bar
Opinion 5, of the State Bar
Opinion 5, State Bar, says
Opinion 5, a Florida opinion
Opinion 5, an opinion of the State Bar
Opinion 5, which the State Bar issued in 2003
Opinions 5 and 30 by the State Bar
«Opinion 5=2003/05» by the Commission
«Opinion 5=2003/05» from the Commission
«Opinion 5=2003/05», approved by the Commission
«Opinion 5=2003/05», in which the State Bar
«Opinion 5=2003/05», RPC 179
«AO 30=2014/30» in Florida
«AO 30=2014/30» under the Uniform Mediation Act
«AO 30 (2014)=2014/30», the Model Standards, and «G.S. 7A-38.1=7A-38.1»
Standard III, in the Model Standards
Standard III, as stated in the Model Standards
Standard III under the Model Standards
Standard III from the Model Standards
Standard III, Model Standards of Conduct
Standard III, ABA
Standard III, adopted by the American Arbitration Association
Standard 3 and 4 of the Model Standards
«Standard 3=3», adopted by the Supreme Court
«Standard 3=3» in Superior Court
required by «Standard 3=3» by the Court
under «Standard 3=3», Court staff may
under «Standard 3=3», Florida mediators may
«Standard 3=3», Model Standard III
«Standard 3=3» in the Standards of Professional Conduct
§ 2-301 under the UCC
«§ 7A-38.1=7A-38.1» in Superior Court
Opinion 5, issued by the State Bar
«Opinion 30=2014/30» issued by the Commission
«Standard 3=3» of the revised Standards
Under the Supreme Court's «Standard 3(d)(5)=3(d)(5)», a mediator may
the North Carolina Supreme Court’s «Standard 3(c)=3(c)»
the court's «Standard 3(c)=3(c)»
the State's «G.S. 7A-38.1=7A-38.1»
a mediator's «Standard 3(c)=3(c)» duty
«Standard 3(c)=3(c)» and his lawyer
his Standard 3(c) duties
the tenant's Standard 3(c)
The State's «Standard 3(c)=3(c)»
the Florida Supreme Court's Standard 3(c)
the Court's Advisory Opinion 30 (2014)
the court's Advisory Opinion 30 (2014)
Unlike Florida, «Standard 3(c)=3(c)» has an exception
Contrary to the Model Standards, «Standard 3(c)=3(c)» has an exception
ordered by the Superior Court, «N.C. Gen. Stat. § 7A-38.1(a)=7A-38.1(a)»
the Revised Uniform Arbitration Act, «G.S. 1-569.1=1-569.1» et seq.
In Florida, «G.S. 7A-38.1=7A-38.1» has no counterpart
the State Bar, «North Carolina General Statutes § 84-28=84-28»
In Connecticut, General Statutes § 52-190
In Florida, Standard 3(c) has an exception
Under Florida law, «AO 30 (2014)=2014/30» is no guide
Under New York law, «Standard 3(c)=3(c)» is no guide
Under Florida law, «G.S. 7A-38.1=7A-38.1» is no guide
Under Florida law, § 44-106 applies
By Florida law, § 44-106 applies
Under the Florida rules, Standard 3(c) applies
Standards of Conduct for Arbitrators, Standard 1
Supreme Court Standards of Professional Conduct for Mediators, «Standard 3=3»
"""

ORDINARY_WORDS = """
In Wake County, «Opinion 5=2003/05» governs
Following «Opinion 5=2003/05», it may
Compare «Opinion 5=2003/05» and «AO 30=2014/30»
Supersedes «Opinion 5=2003/05»
Recently «Opinion 5=2003/05» was modified
Interpreting «Standard 3(c)=3(c)»
In June «Opinion 30=2014/30» was modified
Mecklenburg «G.S. 7A-38.1=7A-38.1»
Standard I believe
this Standard I would hold
a Standard I mention often
this Standard I comment on
«Standard III=3» complaint
a «Standard I=1» violation
the mediator's «Standard I=1» duty
she violated «Standard I=1» when she left
«Standard I=1» if applied
the Standard I cited above
«Standard I=1» requires competency
«Standard I(a)=1(a)»
Standard 3-hour conference
Standard 2 hour fee
Standard 8 1/2 by 11
Standard 401(k) plan
«Standards 3=3» and 4.__
Standard 3(_)
§ 7A-38.XX
Standard 1099 form
the standards 1 and 2 of the course
Standard 1 of 1
Standard 3 to 5 business days
Opinion 30 A.M.
Standard V-neck
Standard 20% discount
«Standard 3=3»—which
in Opinion 30 minutes were spent
an Advisory Opinion 30 days later
my Opinion 30% of fees
a second Opinion 12 F.3d 43
by 43 (2022) votes
«Opinion 30=2014/30», 43 (2022) votes
pages 5, 12 and 43 (2022)
rooms 12 and 2014-30
see 2014-30 N.C. Sess. Laws 30
rooms 12, 2014-30 and 43 (2022)
see «43 (2022)=2022/43», «42 (2021)=2021/42» and «30 (2014)=2014/30»
§ 919-555-1212
section 123-45-6789
§ 2014-05-12
ages of 10-16
rooms 10-16 and 13-26
AO 30-A (2014)
Advisory Opinion 2014-30A
Opinion 2098-12
Section 1.1
Sections 3.1 and 3.2
Sections 2-4 were revised
§§ 2-4
Section 3-4 of the lease
section 8-10 seats
a GS 9-11 position
GS-15
a Standard 2 (two) hour conference
the Standard 24/7 line
«Standard 2=2» (two)
Opinion 14-2
«Opinion 14-30=2014/30»
Opinion 30-14
a Standard 4 x 6 card
Advisory Opinion 5 of 2050
Advisory Op. 5, ¶ 1 (2050)
Advisory Opinion 30 [2016]
Advisory Opinion 30 from 2016
Advisory Opinion No. 5 dated March 1, 2019
Advisory Opinion 5, issued in 2050
«Advisory Opinion 30=2014/30» from 2014
«Advisory Opinion 30=2014/30» [2014]
«Advisory Opinion 30=2014/30» and in 2016 the Commission
Standard 9 to 5 hours
Standard 30-45 minutes
«Standard 3=3» to 5 persons
Standard 2 projectors
See Standard 2 projectors
Under «Standard 3=3» mediators may not
pursuant to «Standard 3=3» parties may
«Standard 4=4» points the other way
Standard 4 points were awarded
«Standard 3=3» bars disclosure
«Standards 3=3» and «5=5» bar it
«Standards 3=3» and «5=5» cases
«Standards 3=3» and «5=5», 12 mediators
«Standard 3=3» and 5 mediators met
Under «AO 30=2014/30» parties may ask
«AO 5=2003/05» paragraph 6 forbids it
«Opinion 5=2003/05» paragraphs 4 and 5 control
«Advisory Opinion 5 paragraphs 4 through 6 (2003)=2003/05»
«AO 5=2003/05» answer two
«Advisory Opinion 5 answer 2 (2003)=2003/05»
«Advisory Opinion 5 page 2 (2003)=2003/05»
«Advisory Opinion 5 answers 1 and 2 (2010)=2010/05»
«AO 5=2003/05», ¶ 4 and «30 (2014)=2014/30»
«AO 5=2003/05» at 2 and «30 (2014)=2014/30» apply
«AO 5=2003/05», paragraph 4, and «30 of 2014=2014/30»
«AO 5 (2003)=2003/05», ¶ 4, «30 (2014)=2014/30», ¶¶ 2-3, and «99 (2014)=2014/99»
«AO 5 (2003)=2003/05», answers 1, 2 and «30=2014/30» (Nov. 2014)
«AO 5 ¶¶ 4 and 6 (2003)=2003/05»
«Advisory Opinion 5=2003/05» pages 2-3
«Opinion 5=2003/05» question (a)
«Advisory Opinion 30=2014/30» mediators may not testify
«Advisory Opinion No. 5=2003/05» words its answer with care
As «Opinion 5=2003/05» attorneys know
As «Standard 3=3» mediators know
«Standard III=3» mediators must
As «Standard 3=3» page 2 says
«Opinions 5=2003/05» and «30=2014/30» mediators know
in my opinion 5 mediators were there
my Opinion 5 mediators were there
an Advisory Opinion 5 mediators asked for
a Standard 2 party conference
a Standard 3 mediator
«AO 30=2014/30» answers the question
Opinion 30 calls came in
Opinion 5 a.m. and AO 5:30 p.m.
the standard III-A housing loan
the «standard III-A=3(a)» requires
the separation agreement, § 4-2(b)
the Lease, Section 12-4
in the lease (Section 12-4)
in the plan («§ 7A-38.1=7A-38.1»)
Section 4-2 requires arbitration of the royalty
«Section 50-20=50-20» requires
"""

N = Doubt.NUMERAL
STOPS = [
    *[
        (f"{words}7A-38.1(l) and (m) {end}", [(Doubt.WHOSE, "7A-38.1(l) and (m)")])
        for words, end in (("Model no. ", ""), ("Part ", ""), ("It says (as \u2013 ", "says)"))
    ],
    ("Fla. Stat. 7A-38.1(l) and Form 7A-38.1", []),
    ("Ibid. 7A-38.2(b); Id. at 7A-38.1(l). Id. at 7", [(Doubt.POINTS_BACK, "Id.")]),
    ("NCGS 7A-38.1.(l)", [(Doubt.STOPPED, ".(l)")]),
    ("NCGS 7A-38.1. (l)", [(Doubt.STOPPED, ". (l)")]),
    ("See NCGS 7A-38.1. (Emphasis added.)", []),
    ("See NCGS 7A-38.1.(Emphasis added.)", []),
    ("See Standard 3(c). (See also Standard 4.)", []),
    ("See Standard 3(c). (2020)", []),
    ("Standard 3(c)—(“the Standard”)", []),
    ("NCGS 7A-38.1-AB", [(Doubt.STOPPED, "-AB")]),
    ("NCGS 7A-38.1(c)-Ab", [(Doubt.STOPPED, "-Ab")]),
    ("NCGS 7A-38.1-aBc", [(Doubt.STOPPED, "-aBc")]),
    ("NCGS 7A-38.1-Smith", []),
    ("NCGS 7A-38-AB(c)", [(Doubt.STOPPED, "-AB")]),
    ("NCGS 7A-38.1(c)-(AB)", [(Doubt.STOPPED, "-(AB)")]),
    ("NCGS 7A-38.1-based", []),
    ("NCGS 7A-38.1\u2014MSC", []),
    ("Standard 3[c][1-a]", [(Doubt.STOPPED, "[1-a]")]),
    ("Standard 3(c)(1-a)", [(Doubt.STOPPED, "(1-a)")]),
    ("MSC Rule 4.5", [(Doubt.STOPPED, "MSC Rule 4.5")]),
    ("AO 30-A (2014)", [(Doubt.STOPPED, "AO 30-A")]),
    ("Advisory Opinion 17", [(Doubt.NO_YEAR, "Advisory Opinion 17")]),
    ("Advisory Opinion 17 of the State Bar", []),
    ("Advisory Opinion 20-05", [(Doubt.NO_YEAR, "Advisory Opinion 20-05")]),
    ("AO 14-2, 5 and 17", [(Doubt.NO_YEAR, "AO 14-2"), (Doubt.NO_YEAR, "17")]),
    ("AO 17-43", [(Doubt.NO_YEAR, "AO 17")]),
    ("AO 17 answer 2", [(Doubt.NO_YEAR, "AO 17")]),
    ("Opinion 5 mediators may", [(Doubt.MAY_COUNT, "Opinion 5")]),
    ("It is so. Opinion 5 letters say", [(Doubt.MAY_COUNT, "Opinion 5")]),
    ("AO 5 pages later", [(Doubt.MAY_COUNT, "AO 5")]),
    ("the Advisory Opinion 5 mediators asked for", [(Doubt.MAY_COUNT, "Advisory Opinion 5")]),
    ("Opinions 5 and 30 paragraphs", [(Doubt.MAY_COUNT, "30")]),
    ("Standard 3 mediators must.", [(Doubt.MAY_COUNT, "Standard 3")]),
    ("GS 12-14 federal employees", [(Doubt.MAY_COUNT, "GS 12-14")]),
    ("GS 12-14 applies, and G.S. 12-14 federal law aside, GS 7A-38 cases.", []),
    ("FFS Rule V-VII", [(Doubt.NUMERAL, "FFS Rule V-VII")]),
    ("Rule V\u2013VII of the FFS Rules", [(Doubt.NUMERAL, "Rule V\u2013VII")]),
    ("NCGS 7A-38.1 article 3", [(Doubt.STOPPED, " article 3")]),
    ("Standard 3 title VII", [(Doubt.STOPPED, " title VII")]),
    ("Standard 3, title VII, and Standard 3 chapter 2 of the lease", []),
    ("MSC Rule 4, s. 2", [(Doubt.STOPPED, ", s. 2")]),
    ("NCGS 7A-38.1(c), sent. 2", [(Doubt.STOPPED, ", sent. 2")]),
    ("the Standard 3 mediators must", [(Doubt.MAY_COUNT, "Standard 3")]),
    ("a Standard 3 mediator; Standard 3 hours; Standard 2 projectors", []),
    ("in my opinion 5 mediators; my Opinion 5 letters", []),
    ("an Advisory Opinion 30 pages long", []),
    ("Opinion 30 minutes; Opinion 5-7 days; AO 5 hours", []),
    (
        "Opinion 5, adopted by the Commission on May 1, 2019",
        [(Doubt.NO_YEAR, "Opinion 5")],
    ),
    ("MSC Rule IV.B.2 and IC Rules I–V", [(N, "MSC Rule IV.B.2"), (N, "IC Rules I–V")]),
    ("Rules IV and V(b) of the MSC Rules", [(N, "Rules IV and V(b)")]),
    ("FFS Rule IV(B)(2) or MSC rule iv.B", [(N, "FFS Rule IV(B)(2)"), (N, "MSC rule iv.B")]),
    ("Standard IIX and MSC Rule IV-bis", [(N, "Standard IIX"), (N, "MSC Rule IV")]),
    ("AO XXX; Advisory Opinion IV of the State Bar", [(N, "AO XXX")]),
    ("the MSC Rules I cited; MSC Rule I would waive; MSC Rule VIP; Rule IV; IC Rule", []),
    ("Rule IV of the Rules of Evidence; G.S. IV; MSC IV", []),
    ("Standard 3(d)(iv-bis controls.", [(Doubt.STOPPED, "(iv-bis")]),
    ("Standard 3(d) (a-side) and Standard 3 (e-mail only)", []),
    ("Riverton Guild Opinion 2014-30", [(Doubt.WHOSE, "Riverton Guild Opinion 2014-30")]),
    ("Riverton Guild Opinion 30; ABA Formal Opinion 2014-30; in Tulsa Guild Opinion 2014-77", []),
    ("Riverton Guild Opinion 2014-30 of the State Bar", []),
    ("Standard 3.2 of the ABA", []),
    ("Advisory Opinion 16-2010", []),
    ("Id. at 3; see supra", [(Doubt.POINTS_BACK, "Id."), (Doubt.POINTS_BACK, "supra")]),
    ("Advisory Opinion Nineteen", [(Doubt.NO_YEAR, "Advisory Opinion Nineteen")]),
    ("the third Standard, in the first place", [(Doubt.IN_WORDS, "third Standard")]),
    ("the standard Three used, Rule One, Standard One-Time", []),
    ("is standard two hours later; the standard two; Standard one drafter", []),
    (
        "the Canons and Standards of the Guild, Standard 4",
        [(Doubt.WHOSE, "Standards of the Guild, Standard 4")],
    ),
    ("Standard 3/4/5", [(Doubt.STOPPED, "Standard 3/4/5")]),
    ("Standards 3/4", [(Doubt.STOPPED, "Standards 3/4")]),
    ("Standard 3(b) binds. Paragraph (d) does not", [(Doubt.POINTS_BACK, "Paragraph (d)")]),
    ("G.S. 7A-38.1 and 7A-38.4A; subsection (l)", [(Doubt.POINTS_BACK, "subsection (l)")]),
    ("Under Standard 3, a letter's paragraph (c)", [(Doubt.POINTS_BACK, "paragraph (c)")]),
    ("G.S. 7A-38.1 or paragraph (c)", [(Doubt.POINTS_BACK, "paragraph (c)")]),
    ("AO 30; subsection (l)", []),
    ("Standard 3(c) binds, as do, arguably, 5(a)", [(Doubt.POINTS_BACK, "5(a)")]),
    ("G.S. 7A-38.1(l) binds as in 3(d)", []),
    ("that Standard binds", [(Doubt.POINTS_BACK, "that Standard")]),
    ("Opinion 5, 17 and 19", [(Doubt.NO_YEAR, "17"), (Doubt.NO_YEAR, "19")]),
    ("Opinions 30 and 43 (2014, 2016)", [(Doubt.NO_YEAR, "43 (2014, 2016)")]),
    ("Opinions 17 and 30", [(Doubt.NO_YEAR, "Opinions 17")]),
    ("G.S. 7A-38. 1 and", [(Doubt.STOPPED, ". 1")]),
    ("G.S. 7A-38. 1.", [(Doubt.STOPPED, ". 1")]),
    ("MSC Rule 6(b(3)", [(Doubt.STOPPED, "(b(3)")]),
    ("MSC Rule 4(a requires it", [(Doubt.STOPPED, "(a")]),
    ("G.S. 7A-38.__ (new)", [(Doubt.STOPPED, "G.S. 7A-38.__")]),
    ("N.C. Gen. Stat. § 7A-38.__", [(Doubt.STOPPED, "N.C. Gen. Stat. § 7A-38.__")]),
    ("G.S. 7A-38.[ ]", [(Doubt.STOPPED, "G.S. 7A-38.[ ]")]),
    ("Standards 3 and 4(_)", [(Doubt.STOPPED, "4(_)")]),
    ("Standard 3(c", [(Doubt.STOPPED, "(c")]),
    ("MSC Rule 4, Part II", [(Doubt.STOPPED, ", Part II")]),
    ("MSC Rule 4, clause two", [(Doubt.STOPPED, ", clause two")]),
    ("MSC Rule 4, pt. aa and", [(Doubt.STOPPED, ", pt. aa")]),
    ("MSC Rule 4, Part AB.", [(Doubt.STOPPED, ", Part AB")]),
    ("MSC Rule 4: Part B", [(Doubt.STOPPED, ": Part B")]),
    ("MSC Rule 4 \u2014 cl. (b)", [(Doubt.STOPPED, " \u2014 cl. (b)")]),
    ("MSC Rule 4 (Part B)", [(Doubt.STOPPED, " (Part B)")]),
    ("MSC Rule 4, point (b) and", [(Doubt.STOPPED, ", point (b)")]),
    ("MSC Rule 4, letter B.", [(Doubt.STOPPED, ", letter B")]),
    ("MSC Rule 4(b), sentence 2 says", [(Doubt.STOPPED, ", sentence 2")]),
    ("MSC Rule 4, Part B, clause 2 and", [(Doubt.STOPPED, ", clause 2")]),
    ("Standard 3(c)(1), paragraph (d), item 2", [(Doubt.STOPPED, ", item 2")]),
    ("Standard 3, subsection c, subsection d", []),
    ("Standard 3(c), paragraph 2 of the letter", []),
    ("MSC Rule 4, Part II of this letter", []),
    ("MSC Rule 4, Letter A shows", []),
    ("Standard 3(d)(5, as amended", [(Doubt.STOPPED, "(5")]),
    ("G.S. 7A-38.1(l)(1)(b, no evidence", [(Doubt.STOPPED, "(b")]),
    ("G.S. 7A-38.1(l)(1), (2 and", [(Doubt.STOPPED, ", (2")]),
    ("Standard 3(a mediator must ask)", []),
    ("Standard 3 (5 of them)", []),
    ("See id. § 4", [(Doubt.POINTS_BACK, "id.")]),
    ("Under Florida law, § 44-106", [(Doubt.WHOSE, "Florida law, § 44-106")]),
    ("G.S. 919-555-1212", [(Doubt.STOPPED, "G.S. 919-555-1212")]),
    ("AO 30 (2014), 33", [(Doubt.NO_YEAR, "33")]),
    ("AO 30 (2014), 33 pages", []),
    ("AO 30 (2014), 2010", []),
    ("Opinions 5 and 30, 2014", []),
    ("Opinion 5, 17 pages", []),
    ("Id. § 7A-38.1(l)", []),
    ("See id. at § 38.1(l)", [(Doubt.POINTS_BACK, "id.")]),
    ("that Standard 3 binds", []),
    ("Standard 3(c). It", []),
    ("Standard 3-hour conference", []),
    ("Advisory Opinion 30 days later", []),
    ("ABA Formal Opinion 17", []),
    ("ABA Formal Op. 06-439 (2006)", []),
    ("G.S. 7A-38.1(2005)", []),
    ("Rule 7(b) of the same Rules", [(Doubt.POINTS_BACK, "Rule 7(b) of the same Rules")]),
    ("MSC Rule 4(f) and Rule 8(a)", []),
    ("MSC Rule 4(f); Rule 8(a)", [(Doubt.POINTS_BACK, "Rule 8(a)")]),
    ("MSC Rule 4(f) and Rule 12(b) motions", [(Doubt.POINTS_BACK, "Rule 12(b)")]),
    ("FFS Rule 4, Rule 6 or Rule 8", [(Doubt.POINTS_BACK, f"Rule {each}") for each in "68"]),
    ("MSC Rule 4(f) and Rule 8(a) of the MSC Rules", []),
    ("MSC Rule 4(f) and Rule 8(a) of the Rules of Evidence", []),
    ("MSC Rule 4(f) and Rule 408", []),
    ("MSC Rule 4(f). Rule 8(a)", []),
    (
        "It is so. The State Bar reached the same result in Opinion 30 (2014).",
        [(Doubt.WHOSE, "State Bar reached the same result in Opinion 30 (2014)")],
    ),
    ("The Commission agreed in Opinion 30 (2014). The State Bar said so, and in AO 5", []),
    ("see Standard 4 of that document", [(Doubt.POINTS_BACK, "Standard 4")]),
    ("MSC Rule 5 sets sanctions; Rule 4 says who attends", [(Doubt.POINTS_BACK, "Rule 4")]),
    ("MSC Rule 5 allows Rule 11 sanctions. It is not Rule 4.", []),
    ("G.S. 7A-38.1, Rule 4", []),
    ("Standard 3–5", [(Doubt.STOPPED, "Standard 3–5")]),
    ("Standard 3/4", [(Doubt.STOPPED, "Standard 3/4")]),
    ("Standard 3/4 hours", []),
    ("Mecklenburg Opinion 5", [(Doubt.WHOSE, "Mecklenburg Opinion 5")]),
    ("No. Under Duke's AO 5 (2003), it", [(Doubt.WHOSE, "Duke's AO 5 (2003)")]),
    ("it broke his Standard 3(c)", [(Doubt.WHOSE, "his Standard 3(c)")]),
    ("the tenant’s Standard 5", [(Doubt.WHOSE, "tenant’s Standard 5")]),
    ("Mediator Standard III", []),
    ("Auditing Standard 5", [(Doubt.WHOSE, "Auditing Standard 5")]),
    ("Under Sentencing Standard 3, it", [(Doubt.WHOSE, "Sentencing Standard 3")]),
    ("Interpreting Standard 5", []),
    (
        "In Ohio, mediators look to § 29-5",
        [(Doubt.WHOSE, "Ohio, mediators look to § 29-5")],
    ),
    ("Under Florida law Section 44-106", [(Doubt.WHOSE, "Florida law Section 44-106")]),
    (
        "According to the State Bar, Standard 3(c)",
        [(Doubt.WHOSE, "State Bar, Standard 3(c)")],
    ),
    ("heard in the District Court, Standard 3", [(Doubt.WHOSE, "Court, Standard 3")]),
    ("In Florida, Standard 3(c)", [(Doubt.WHOSE, "Florida, Standard 3(c)")]),
    ("by the Superior Court, § 7A-38.1", [(Doubt.WHOSE, "Court, § 7A-38.1")]),
    ("In Ohio, General Statutes § 52-190", [(Doubt.WHOSE, "Ohio, General Statutes § 52-190")]),
    ("According to the ABA Model Standards of Conduct, Standard 3(c)", []),
    ("the State Bar, Standard 3(c)", []),
    ("In Florida it may, but § 7A-38.1 forbids it", []),
    ("In State court the rule is § 7A-38.1", []),
    ("(Mecklenburg Opinions 5 and 30)", [(Doubt.WHOSE, "Mecklenburg Opinions 5 and 30")]),
    ("The Smith Standard 3(c) binds", [(Doubt.WHOSE, "Smith Standard 3(c)")]),
]

OF_OTHERS = """
«RPC 114=»; «2005 FEO 9=»; «CPR 21=»; «98 FEO 3=»; «97 Formal Ethics Opinion 10=»; RPC 1.6
«Rule 4.1 of the N.C. Rules of Professional Conduct=»
«Rules 1.6(b), 4.1 and 8.4 of the Rules of Evidence=»
«Rule 1.6 of the ABA Model Rules=», «JAMS Rule 9=»; under «Florida Rule 10.330=»
Rule 8 of the Rules of this Commission; Rule 8 of the Mediator Rules; Superior Court Rule 9
Rule 8 of the Rules of the Supreme Court; Rule 2 of the Rules for Mediator Training; Rule 4.1
Rule 3 of the Rules for Clerks of Superior Court; a rule 4 of the ABA
"""
"""Marked is what is surely another body's; the rest may be the body's own."""

MARKDOWN = [
    "«Standard **3(c)**=3(c)»",
    "«**Standard** 3(c)=3(c)»",
    "«*Standard 3*(c)=3(c)»",
    "«_Standard_ 3(c)=3(c)»",
    "**«Standard 3(c)=3(c)»**",
    "> under «Standard\n> 3(c)=3(c)» it",
    "«G.S. 7A-\n38.1=7A-38.1»",
    "«N.C.\u00a0Gen.\u00a0Stat.\u00a0§\u202f7A-38.1=7A-38.1»",
    "«Standard\f3(c)=3(c)»",
    "under the Standard\n\n3(c) applies",
    "# The Standard\n3(c) applies",
    "- the Standard\n- 3(c) applies",
    "the Standard\n- 3(c) applies",
    "Standard\n1. Foo\n2. Bar",
    "as no mediator may forget it in any conference, under «Standard\n3=3». It says so",
    "He wrote:\n> see «Standard\n> 3(c)=3(c)» and\n> «AO 5=2003/05»",
    "the Standard\n> 3(c) applies",
    "(a) under «Standard 3(a)=3(a)»,\n(b) under «Standard 4=4»",
    "(a) under «Standard 3(a)=3(a)», (b) under «Standard 4=4»",
    "`Standard 3(c)` [x](http://example.org/Standard 3(c))",
    "\\*«Standard 3(c)=3(c)»",
    "«Standard 3(d)\n(5)=3(d)(5)» is the exception",
    "(4) under «Standard 4(a)=4(a)»\n(5) the fee",
    "see «Standard 3=3»\n(a) the fee\n(b) the place",
    "😀 «Stan\u00addard\u200b 3(\u200bd)=3(d)»\u200b applies",
    "see <!-- Standard 3 --> «Standard 4=4» -->",
]


@pytest.mark.parametrize(
    "row",
    rows(PINPOINTS, LISTS_AND_RANGES, WORDS_BETWEEN, SPELLINGS, OTHER_BODIES, ORDINARY_WORDS),
)
def test_citations_are_read_as_a_person_reads_them(row: str) -> None:
    text = without_marks(row)
    assert find(FINDER, text) == expected(row)


@pytest.mark.parametrize("text", MARKDOWN)
def test_a_citation_in_a_document_has_its_marks_and_ends_with_its_block(text: str) -> None:
    document = without_marks(text)
    citations = citations_in_document(document, FINDER).resolved
    found = [(document[start:end], str(target)) for start, end, target in citations]
    assert found == expected(text)


@pytest.mark.parametrize("row", rows(OF_OTHERS))
def test_what_is_surely_of_another_body_is_named(row: str) -> None:
    text = without_marks(row)
    found = FINDER.read(text)
    assert not found.resolved
    assert [(text[start:end], "") for start, end in found.of_others] == expected(row)


@pytest.mark.parametrize(("text", "doubts"), STOPS)
def test_what_is_not_resolved_is_named(text: str, doubts: list[tuple[Doubt, str]]) -> None:
    unresolved = FINDER.read(text).unresolved
    assert [(doubt, text[start:end]) for start, end, doubt in unresolved] == doubts


@pytest.mark.parametrize(
    "piece",
    [
        *("Standard 3(c), ", "subsection (c) of ", "§ ", "7A-38.1 of the ", "AO 5, ¶ 4, "),
        *("MSC and ", "Rule 4, ", "Model Standards of ", "A. ", "III.A.", "7A-", "(c) and (d) of "),
        *("Standard 3, 4 and ", "Standard 3(c), (a) ", "Opinion 5, 7, ", "AO 5, the State Bar of "),
    ],
)
def test_any_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(citation.end <= len(text) for citation in FINDER.read(text, "MSC").resolved)
    assert all(
        citation.end <= len(text) for citation in citations_in_document(text, FINDER).resolved
    )
