import pytest

from corpus.checks.waivers import unused_waivers, without_waived
from corpus.findings import Finding, Level, Location
from corpus.model.opinion_parts import Waiver


def finding(line: int, code: str, message: str) -> Finding:
    return Finding(Location("a.md", line), code, "rule", Level.ERROR, message, "Correct it.")


FINDINGS = [
    finding(9, "OP303", "the text does not cite `7A-1`"),
    finding(3, "OP303", "the text does not cite `7A-1`"),
    finding(5, "OP302", "the text cites `7A-1`"),
]


@pytest.mark.parametrize(
    ("waivers", "left", "unused"),
    [
        ([], [3, 5, 9], ()),
        ([("OP303", "`7A-1`")], [5, 9], ()),
        ([("OP303", "7A-1"), ("OP303", "7A-1")], [5], ()),
        ([("OP303", "7A-1")] * 3, [5], (2,)),
        ([("OP303", "7A-2"), ("OP302", "7A-1")], [3, 9], (0,)),
        ([("OP304", "7A-1")], [3, 5, 9], (0,)),
    ],
)
def test_a_waiver_covers_the_first_finding_that_it_is_about(
    waivers: list[tuple[str, str]], left: list[int], unused: tuple[int, ...]
) -> None:
    listed = [Waiver(code=code, about=about, reason="So.") for code, about in waivers]
    assert [finding.location.line for finding in without_waived(FINDINGS, listed)] == left
    assert unused_waivers(FINDINGS, listed) == unused
