import pytest

from corpus.checks.waivers import waived
from corpus.findings import Finding, Level, Location
from corpus.model.opinion import Waiver


def finding(line: int, code: str, message: str) -> Finding:
    return Finding(Location("a.md", line), code, "rule", Level.ERROR, message, "Correct it.")


FOUND = [
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
def test_a_waiver_silences_the_first_finding_that_it_is_about(
    waivers: list[tuple[str, str]], left: list[int], unused: tuple[int, ...]
) -> None:
    asked = [Waiver(code=code, about=about, reason="So.") for code, about in waivers]
    kept, idle = waived(FOUND, asked)
    assert [one.location.line for one in kept] == left
    assert idle == unused
