"""A new collection checks at once, whatever its body prints, and has its programs."""

from pathlib import Path

import pytest
import yaml

from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.loader import load
from corpus.model.series import PrintedNumber
from corpus.paths import CorpusPaths
from corpus.starter.answers import Answers, line_beside
from corpus.starter.example_citation import read_citation
from corpus.starter.example_line import read_line
from corpus.starter.example_number import read_number
from corpus.starter.files import collection_files, program_files
from corpus.starter.unreadable import UnreadableError

BODIES = [
    ("Advisory Opinion 2024-01", "Approved January 15, 2024.", "Rule 1(a)"),
    ("Opinion 700", "Issued: 7 May 2021", "§ 44.405(4)(a), Lake Stat."),
    ("98 FEO 5", "Adopted: 3/14/1998", "Rule 4-1.7(b)"),
    ("AO 2024-05", "2024-05-07", "11 CFR 100.52(a)"),
    ("MEAC 2019-003", "(Approved by the Committee on May 7, 2019.)", "Canon 3"),
    ("JEO 2022-04", "Issued: May 4, 2022", "Canon 3B(5)"),
    ("JEO 2022-06", "Issued: May 4, 2022", "Section 12-3-4(a)"),
    ("JEO 2022-07", "Issued: May 4, 2022", "Hill Code § 7A-38.2(b)"),
    ("JEO 2022-08", "Issued: May 4, 2022", "Standard 10.2(a)(1)"),
    *(
        ("Opinion 22-155", "December 15, 2022", cites)
        for cites in (
            "Judiciary Law § 212(2)(l)",
            "Code § 100(a)",
            "Section 268A(a)",
            "Government Code § 1090(a)",
            "Charter § 2604(b)(2)",
            "22 NYCRR 100.3[E][1][d][i]",
            "Canon 3B[5]",
            "Rule 100",
            "§ 212(2)(l), Lake Law",
        )
    ),
    ("Opinion 2014-30A", "Rendered Oct. 9, 2014", "Standard 3(c)"),
    ("JEO 2022-09", "Issued May 2021", "Canon 3"),
    ("Opinion 700", "Issued 2022", "Canon 3"),
    ("Opinion 701", "Given 27.5.2022", "Canon 3"),
    ("Informal Opinion 88-2", "Approved May 7, 1990", "52 U.S.C. § 30101(8)(A)"),
    ("CEO 20-3", "CEO 20-3—July 29, 2020", "Canon 3"),
    ("CEO 20-3", "CEO 20-3 (July 29, 2020)", "Canon 3"),
    ("CEO 20-3", "Rendered this 22nd day of July, 2020.", "Canon 3"),
    ("CEO 20-3", "Ordered on {other_date}, and rendered this 2nd day of July, 2020.", "Canon 3"),
]


def answers(number: str, line: str, cites: str, name: str = "Lake Board") -> Answers:
    """What a clerk says about a body."""
    return Answers(
        name=name,
        opinion="Advisory Opinion",
        number=read_number(number),
        line=line_beside(read_number(number), read_line(line)),
        citation=read_citation(cites),
        reader="reader",
    )


def write(root: Path, about: Answers) -> CorpusPaths:
    for name, text in collection_files(about):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return CorpusPaths(root)


@pytest.mark.parametrize("line", ["CEO 20-3—July 29, 2020", "CEO 20-3 (July 29, 2020)"])
def test_a_heading_that_gives_the_day_is_read_with_any_number(tmp_path: Path, line: str) -> None:
    corpus = load(write(tmp_path, answers("CEO 20-3", line, "Canon 3")))
    assert corpus.references
    heading = line.replace("20-3", "21-7").replace("July 29, 2020", "September 3, 2021")
    printed = corpus.references.commission.heading_in(heading)
    assert printed == PrintedNumber("", 7, "", 2021, "September 3, 2021")


@pytest.mark.parametrize(
    "line",
    [
        "Opinion 20-3 — July 29, 2020",
        "ORDERED on July 24, 2020, and RENDERED this 29th day of July, 2020.",
        "Approved at the 12th meeting on July 29, 2020",
    ],
)
def test_digits_of_one_opinion_never_become_part_of_the_settings(line: str) -> None:
    with pytest.raises(UnreadableError, match=r"digits besides the day.*{other_date}.*`CEO 20-3`"):
        answers("CEO 20-3", line, "Canon 3")


@pytest.mark.parametrize(("number", "line", "cites"), BODIES)
def test_a_new_collection_has_no_finding(
    tmp_path: Path, number: str, line: str, cites: str
) -> None:
    corpus = load(write(tmp_path, answers(number, line, cites)))
    assert as_text(check(corpus)) == "0 errors, 0 warnings"
    (record,) = corpus.records
    assert record.text_citations
    assert record.opinion.title.startswith("Example")


def test_quotation_marks_in_a_name_stay(tmp_path: Path) -> None:
    name = 'The "Lake" Board: ethics \\ fees #1'
    corpus = load(write(tmp_path, answers(*BODIES[0], name=name)))
    assert as_text(check(corpus)) == "0 errors, 0 warnings"
    assert corpus.references
    assert corpus.references.commission.name == name


def test_the_words_follow_the_line(tmp_path: Path) -> None:
    corpus = load(write(tmp_path, answers("Opinion 7", "Adopted May 7, 2019", "Rule 1")))
    assert corpus.references
    assert corpus.references.commission.words.approved == "adopted"
    assert corpus.references.commission.words.approval == "adoption"


def test_the_programs_come_along_without_what_belongs_to_this_body() -> None:
    files = dict(program_files())
    for needed in ("scripts/build.py", "scripts/corpus/paths.py", "scripts/theme/main.html"):
        assert needed in files
    assert not any(name.startswith(("opinions/", "standards/", "tests/")) for name in files)
    makefile = files["Makefile"].decode()
    for target in ("site:", "check:", "desk:", "seal:", ".venv/site:", ".venv/desk:"):
        assert f"\n{target}" in makefile
    assert "pytest" not in makefile
    jobs = yaml.safe_load(files[".github/workflows/check.yml"])["jobs"]
    assert set(jobs) == {"records", "comment"}
