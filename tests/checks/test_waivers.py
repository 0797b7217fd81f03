import pytest

from corpus.checks.waivers import unused_waivers, without_waived
from corpus.findings import Finding, Level, Location
from corpus.model.opinion_parts import Waiver


def finding(line: int, code: str, message: str, subject: str = "") -> Finding:
    place = Location("a.md", line)
    return Finding(place, code, "rule", Level.ERROR, message, "Correct it.", subject)


FINDINGS = [
    finding(9, "OP303", "the text does not cite `7A-1(c)`", "7A-1(c)"),
    finding(3, "OP303", "the text does not cite `7A-1(c)`", "7A-1(c)"),
    finding(5, "OP302", "the text cites `7A-1(c)`, but not `7A-1`", "7A-1(c)"),
    finding(7, "OP205", "a star is alone"),
]


@pytest.mark.parametrize(
    ("waivers", "left", "unused"),
    [
        ([], [3, 5, 7, 9], ()),
        ([("OP303", "`7A-1(c)`")], [5, 7, 9], ()),
        ([("OP303", "7A-1(c)"), ("OP303", "7A-1(c)")], [5, 7], ()),
        ([("OP303", "7A-1(c)")] * 3, [5, 7], (2,)),
        ([("OP303", "7A-2"), ("OP302", "7A-1(c)")], [3, 7, 9], (0,)),
        ([("OP304", "7A-1(c)")], [3, 5, 7, 9], (0,)),
        ([("OP303", "7A-1"), ("OP303", "1"), ("OP302", "7A-1")], [3, 5, 7, 9], (0, 1, 2)),
        ([("OP205", "a star is alone"), ("OP205", "star")], [3, 5, 9], (1,)),
        ([("OP302", "the text cites `7A-1(c)`, as it once said")], [3, 7, 9], ()),
        ([("OP302", "the text cites `7A-1`, but not `7A-1(c)`")], [3, 5, 7, 9], (0,)),
    ],
)
def test_a_waiver_covers_the_first_finding_that_it_is_about(
    waivers: list[tuple[str, str]], left: list[int], unused: tuple[int, ...]
) -> None:
    listed = [Waiver(code=code, about=about, reason="So.") for code, about in waivers]
    assert [finding.location.line for finding in without_waived(FINDINGS, listed)] == left
    assert unused_waivers(FINDINGS, listed) == unused
