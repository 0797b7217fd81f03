import re
from collections.abc import Callable
from datetime import date

import pytest

from corpus.starter.example_citation import read_citation
from corpus.starter.example_line import read_line
from corpus.starter.example_number import read_name, read_number
from corpus.starter.unreadable import UnreadableError


@pytest.mark.parametrize(
    ("typed", "form", "number", "year"),
    [
        ("MEAC 2019-003", "MEAC {year}-{number:03}", 3, 2019),
        ("AO 2024-15", "AO {year}-{number}", 15, 2024),
        ("Opinion 700", "Opinion {number}", 700, None),
        ("RPC 179", "RPC {number}", 179, None),
        ("98 FEO 5", "{yy} FEO {number}", 5, 1998),
        ("2023 Formal Ethics Opinion 3", "{year} Formal Ethics Opinion {number}", 3, 2023),
        ("Opinion 2014-30A", "Opinion {year}-{number}{letter}", 30, 2014),
        ("Informal Opinion 88-2", "Informal Opinion {yy}-{number}", 2, 1988),
        ("Opinion Number 05 (2003)", "Opinion Number {number:02} ({year})", 5, 2003),
        ("Opinion 2001", "Opinion {number}", 2001, None),
        ("GL/2024/7", "GL/{year}/{number}", 7, 2024),
        ("2011-AG-003", "{year}-AG-{number:03}", 3, 2011),
        ("Opinion 12-98", "Opinion {number}-{yy}", 12, 1998),
        ("Opinion 98-12", "Opinion {yy}-{number}", 12, 1998),
        ("Opinion 05-12", "Opinion {yy}-{number}", 12, 2005),
        ("2011 AG-003", "{year} AG-{number:03}", 3, 2011),
        ("A.O. 12-34", "A.O. {yy}-{number}", 34, 2012),
        ("I-98-5", "I-{yy}-{number}", 5, 1998),
    ],
)
def test_a_printed_number_gives_its_form(
    typed: str, form: str, number: int, year: int | None
) -> None:
    read = read_number(typed)
    assert (read.form, read.number, read.year) == (form, number, year)


@pytest.mark.parametrize(
    ("typed", "form", "number", "year"),
    [
        ("Opinion 12-98", "Opinion {yy}-{number}", 98, 2012),
        ("Opinion 05-12", "Opinion {number:02}-{yy}", 5, 2012),
    ],
)
def test_two_digits_twice_may_be_read_in_two_ways(
    typed: str, form: str, number: int, year: int
) -> None:
    other = read_number(typed).other
    assert other
    assert (other.form, other.number, other.year) == (form, number, year)


@pytest.mark.parametrize(
    "typed", ["A.O. 12-68", "AO 12-12", "AO 2024-15", "Opinion 98-5", "98 FEO 105"]
)
def test_other_numbers_are_read_in_one_way(typed: str) -> None:
    assert read_number(typed).other is None


@pytest.mark.parametrize(
    "typed", ["", "Opinion", "Opinion 1 of 2 of 3", "Opinion 0", f"Opinion {10**19}"]
)
def test_other_words_are_no_number_and_the_answer_says_what_to_type(typed: str) -> None:
    with pytest.raises(UnreadableError, match="Type one with its words, as printed"):
        read_number(typed)


def test_a_bare_number_is_to_be_typed_with_a_word() -> None:
    with pytest.raises(UnreadableError, match="such as `Opinion 17-001`"):
        read_number("17-001")


@pytest.mark.parametrize(
    ("typed", "form", "day"),
    [
        ("Approved November 7, 2003.", "Approved {date}.", date(2003, 11, 7)),
        ("(Approved by the Board on May 7, 2003.)", "(Approved by the Board on {date}.)", None),
        ("Issued: 7 May 2003", "Issued: {date}", None),
        ("Decided Oct. 9, 2014", "Decided {date}", date(2014, 10, 9)),
        ("2003-05-07", "{date}", None),
    ],
)
def test_a_line_gives_its_form_and_its_day(typed: str, form: str, day: date | None) -> None:
    line = read_line(typed)
    assert (line.form, line.day.first_day) == (form, day or date(2003, 5, 7))


@pytest.mark.parametrize(
    ("typed", "date_format", "partial", "day"),
    [
        ("Dated 05/27/2003", "%m/%d/%Y", "", "2003-05-27"),
        ("Dated 5/27/2003", "%-m/%-d/%Y", "", "2003-05-27"),
        ("Dated 5/27/03", "%-m/%-d/%y", "", "2003-05-27"),
        ("Dated 27/05/2003", "%d/%m/%Y", "", "2003-05-27"),
        ("Given 27.5.2003", "%-d.%-m.%Y", "", "2003-05-27"),
        ("Given 05/05/2003", "%m/%d/%Y", "", "2003-05-05"),
        ("Given 27-May-03", "%d-%b-%y", "", "2003-05-27"),
        ("Given 27-May-2003", "%d-%b-%Y", "", "2003-05-27"),
        ("Approved May 2003", "%B %d, %Y", "%B %Y", "2003-05"),
        ("Approved June, 2003", "%B %d, %Y", "%B, %Y", "2003-06"),
        ("Approved Oct., 2003", "%b. %d, %Y", "%b., %Y", "2003-10"),
        ("Approved: Oct. 2003.", "%b. %d, %Y", "%b. %Y", "2003-10"),
        ("Approved 2003", "%B %d, %Y", "%Y", "2003"),
        ("Done this 29th day of July 2020", "%B %d, %Y", "%dth day of %B %Y", "2020-07-29"),
        ("DONE this 1st day of May, 2020.", "%B %d, %Y", "%dth day of %B, %Y", "2020-05-01"),
        ("CEO 20-3—July 29, 2020", "%B %d, %Y", "", "2020-07-29"),
    ],
)
def test_a_line_gives_the_format_of_its_date(
    typed: str, date_format: str, partial: str, day: str
) -> None:
    line = read_line(typed)
    assert (line.date_format, line.other_format, str(line.day)) == (date_format, partial, day)


@pytest.mark.parametrize("typed", ["Dated 05/07/2003", "Dated 5/7/03", "Given 4.3.2024"])
def test_a_line_whose_day_could_be_its_month_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError, match=r"with a day after the 12th"):
        read_line(typed)


@pytest.mark.parametrize(
    "typed", ["", "Approved.", "May 32, 03", "Approved in May", "June of 2011"]
)
def test_a_line_without_a_day_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError, match="Type the line as it is printed"):
        read_line(typed)


@pytest.mark.parametrize(
    ("typed", "kind", "label", "numbering", "provision"),
    [
        ("Rule 1.9(a)", "rule", "Rule {id}{part}", "code", "1.9(a)"),
        ("Canon 3", "canon", "Canon {id}{part}", "number", "3"),
        ("Topic 5(a)", "rule", "Topic {id}{part}", "number", "5(a)"),
        ("Series 5", "rule", "Series {id}{part}", "number", "5"),
        ("Canon 3B(5)", "canon", "Canon {id}{part}", "number", "3B(5)"),
        ("Rule 1.3[E][1]", "rule", "Rule {id}{part}", "code", "1.3(E)(1)"),
        ("Law § 212[2]", "statute", "Law § {section}{part}", "{section}", "212(2)"),
        (
            *("§ 44.405(4)(a)1.a., Fla. Stat.", "statute", "§ {id}{part}, Fla. Stat."),
            *("code", "44.405(4)(a)(1)(a)"),
        ),
        ("Law § 212(2)", "statute", "Law § {section}{part}", "{section}", "212(2)"),
        ("Section 268A(a)", "section", "Section {section}{part}", "{section}", "268A(a)"),
        ("§ 44.405(4), Fla. Stat.", "statute", "§ {id}{part}, Fla. Stat.", "code", "44.405(4)"),
        ("J.S.A. 46-237(b)", "statute", "J.S.A. {id}{part}", "code", "46-237(b)"),
        ("Or. Rev. Stat. 244.020", "statute", "Or. Rev. Stat. {id}{part}", "code", "244.020"),
        ("§ 1-84 (c), Lake Stat.", "statute", "§ {id}{part}, Lake Stat.", "code", "1-84(c)"),
        ("Lake Stat. § 1-84b (a)(2)", "statute", "Lake Stat. § {id}{part}", "code", "1-84b(a)(2)"),
        ("Lake Law § 805-a(1)", "statute", "Lake Law § {section}{part}", "{section}", "805-a(1)"),
        ("Lake Law § 73-a", "statute", "Lake Law § {section}{part}", "{section}", "73-a"),
        ("Lake Stat. § 1-84b", "statute", "Lake Stat. § {id}{part}", "code", "1-84b"),
        ("Law § 212a[2]", "statute", "Law § {section}{part}", "{section}", "212a(2)"),
        ("Prof.Cond.R. 1.7(a)(2)", "rule", "Prof.Cond.R. {id}{part}", "code", "1.7(a)(2)"),
        ("Rule 1.9 (a)", "rule", "Rule {id}{part}", "code", "1.9(a)"),
        ("Rule 8b(2)", "rule", "Rule {id}{part}", "number", "8(b)(2)"),
        (
            *("42 U.S.C. § 2000e-2(a)", "statute", "{title} U.S.C. § {chapter}-{section}{part}"),
            *("{title}-{chapter}-{section}", "42-2000e-2(a)"),
        ),
        (
            *("Section 5-15(b) of the Ethics Act", "section"),
            *("Section {id}{part} of the Ethics Act", "code", "5-15(b)"),
        ),
        ("PR 61-4.220(b)", "pr", "PR {id}{part}", "code", "61-4.220(b)"),
        (
            *("52 U.S.C. § 30101(8)(A)", "statute", "{title} U.S.C. § {section}{part}"),
            *("{title}-{section}", "52-30101(8)(A)"),
        ),
        (
            *("11 CFR 100.52(a)", "regulation", "{title} CFR {chapter}.{section}{part}"),
            *("{title}-{chapter}.{section}", "11-100.52(a)"),
        ),
    ],
)
def test_a_citation_gives_its_kind(
    typed: str, kind: str, label: str, numbering: str, provision: str
) -> None:
    read = read_citation(typed)
    assert (read.kind, read.label, read.numbering) == (kind, label, numbering)
    assert read.id + read.part == provision


@pytest.mark.parametrize(
    ("read", "typed", "advice"),
    [
        (read_number, "Letter VII of 2024", "its number in digits, such as `Letter 7 of 2024`"),
        (read_number, "GL/2024/7-C", "Type one without it"),
        (read_name, "Guidance Letter GL/2024/7", "Type the name without it"),
        (read_name, "Advisory Opinions", "Type the name of one, such as `Advisory Opinion`"),
        (read_number, "SEC AO2023-003", "Type `SEC AO 2023-003`"),
        (read_citation, "§ 11-5", "Type the name of the law too, such as `§ 11-5, Fla. Stat.`"),
        (read_citation, "§ 1-84b (c)", "Type the name of the law too"),
        (read_number, "JE98-12", "Type `JE 98-12`"),
        (read_citation, "Minn. Stat. § 10A.07, subd. 1", "as `Minn. Stat. § 10A.07`"),
        (
            read_line,
            "Given on May 4 last year",
            "7th day of November, 2003, 11/27/2003, 27.11.2003, 27-Nov-03 or",
        ),
        (read_citation, "Given March 4, 2024", "is a line with a day"),
        (read_citation, "PR 61-4.220(b); Health Code § 151.31(b)", "Type only one"),
        (read_citation, "PR 61-4.220(b) and Health Code § 151.31(b)", "Type only one"),
    ],
)
def test_an_answer_that_would_give_wrong_settings_is_refused_with_what_to_type(
    read: Callable[[str], object], typed: str, advice: str
) -> None:
    with pytest.raises(UnreadableError, match=re.escape(advice)):
        read(typed)


@pytest.mark.parametrize("typed", ["", "Rule", "3", "(a)", "Rule {3}", "Article VI(2)"])
def test_other_words_are_no_citation(typed: str) -> None:
    with pytest.raises(UnreadableError, match="Type words"):
        read_citation(typed)


def test_the_name_of_a_kind_has_single_spaces() -> None:
    assert read_citation("Section 5-15(b) of the Ethics Act").words == "Section of the Ethics Act"


@pytest.mark.parametrize(
    ("typed", "acronym"),
    [
        ("EC-98-5", "EC"),
        ("98 FEO 5", "FEO"),
        ("2011 AG-003", "AG"),
        ("A.O. 12-34", "AO"),
        ("Advisory Opinion 2024-05", ""),
        ("Opinion 2014-30A", ""),
    ],
)
def test_the_capitals_of_a_number_are_its_acronym(typed: str, acronym: str) -> None:
    assert read_number(typed).acronym == acronym


@pytest.mark.parametrize(
    ("typed", "title", "fixed"),
    [
        ("Section 112.313(7)(a), Lake Statutes", "Lake Statutes", ""),
        ("Article II, Section 8(f)(2), Lake Constitution", "Lake Constitution", "Article II"),
        ("52 U.S.C. § 30101(8)(A)", "U.S.C.", ""),
        ("Rule 1.9(a)", "Rule", ""),
    ],
)
def test_a_citation_gives_a_title_and_what_is_fixed_in_its_label(
    typed: str, title: str, fixed: str
) -> None:
    citation = read_citation(typed)
    assert (citation.title, citation.fixed_number) == (title, fixed)
