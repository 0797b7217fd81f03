import json
from dataclasses import replace

from corpus.checks.registry import RULES
from corpus.checks.report import (
    as_github,
    as_json,
    as_summary,
    as_text,
    rule_explanation,
    rule_list,
)
from corpus.findings import Finding, Level, Location

FINDING = Finding(
    Location("opinions/2003/05.md", 5, 11),
    "OP105",
    "not-a-day",
    Level.ERROR,
    "`x` is not a day",
    "Write one.",
)
WARNING = Finding(Location("a.md"), "OP999", "gap", Level.WARNING, "a “gap”", "Fill it.")


def test_text_says_where_and_what_then_what_to_type_instead() -> None:
    assert as_text([FINDING, WARNING]) == (
        "opinions/2003/05.md:5:11: error OP105 `x` is not a day (not-a-day)\n"
        "    Write one.\n"
        "a.md:1:1: warning OP999 a “gap” (gap)\n"
        "    Fill it.\n"
        "1 error, 1 warning"
    )


def test_a_file_name_cannot_begin_a_new_line() -> None:
    text = as_text([replace(FINDING, location=Location("a\n0 errors\x1b[2J.md"))])
    assert text.splitlines()[0].startswith("a?0 errors?[2J.md:1:1: error OP105")


def test_text_ends_with_the_number_of_errors_and_warnings() -> None:
    assert as_text([]) == "0 errors, 0 warnings"
    assert as_text([FINDING, FINDING]).endswith("2 errors, 0 warnings")


def test_json_has_every_part_of_a_finding() -> None:
    assert json.loads(as_json([FINDING])) == [
        {
            "path": "opinions/2003/05.md",
            "line": 5,
            "column": 11,
            "code": "OP105",
            "rule": "not-a-day",
            "level": "error",
            "message": "`x` is not a day",
            "hint": "Write one.",
        }
    ]


def test_the_list_has_one_line_for_each_rule() -> None:
    lines = rule_list().splitlines()
    assert [line.split()[0] for line in lines] == sorted(RULES)
    law = "A date is a day of the calendar, written YYYY-MM-DD; `approved` may be less exact."
    assert f"OP105 not-a-day: {law}" in lines


def test_an_explanation_has_the_reason_and_the_examples() -> None:
    text = rule_explanation(RULES["OP105"])
    for part in (
        "OP105 not-a-day (error)",
        "The date decides",
        "The examples are of a body that does not exist.",
        "    approved: November 7, 2003",
    ):
        assert part in text


def test_github_gets_errors_first_and_ten_of_each_level() -> None:
    lines = as_github([WARNING] * 12 + [FINDING] * 12).splitlines()
    assert [line.split(" ")[0] for line in lines[:-1]] == ["::error"] * 10 + ["::warning"] * 10
    assert lines[0] == (
        "::error file=opinions/2003/05.md,line=5,col=11,title=OP105 not-a-day"
        "::`x` is not a day%0AWrite one."
    )
    assert lines[-1] == "12 errors, 12 warnings"


def test_text_cannot_end_an_annotation() -> None:
    location = Location("a,b:c\n::error::.md")
    text = as_github([replace(FINDING, location=location, message="100%\r\n::set-env::x")])
    assert text.splitlines()[0] == (
        "::error file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A.md,line=1,col=1,title=OP105 not-a-day"
        "::100%25%0D%0A::set-env::x%0AWrite one."
    )


def test_the_summary_has_every_finding_and_text_cannot_break_its_table() -> None:
    summary = as_summary([WARNING] * 12 + [replace(FINDING, message="a|b\n<img>")])
    rows = summary.splitlines()[4:]
    assert summary.startswith("## 1 error, 12 warnings")
    assert len(rows) == 13
    assert rows[0] == ("| opinions/2003/05.md:5:11 | error OP105: a\\|b &lt;img&gt; | Write one. |")
    assert as_summary([]) == "## 0 errors, 0 warnings\n"
