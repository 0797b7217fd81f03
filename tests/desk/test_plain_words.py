"""What the desk says of a record, a clerk understands who has never seen its file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from clerks import Clerk
from corpus.checks.registry import RULES
from corpus.desk.own_words import in_own_words
from corpus.desk.plain_words import hint_of, message_of, waived_in_words
from corpus.desk.remarks_in_words import in_desk_words
from corpus.findings import Finding, Location, Violation
from corpus.intake.remarks import RemarkKind
from corpus.library.loader import load
from corpus.model.opinion import Catalogued, Opinion
from corpus.model.opinion_parts import Correction, Holding, Issue, Relation, Waiver

FIXTURES = Path(__file__).parents[1] / "checks/rules"
OF_A_RECORD = re.compile(
    r"opinions/[0-9]{4}/\S+:[0-9]+:[0-9]+: \w+ (?P<code>OP\d+) (?P<message>.*) \(.*\)"
)
FIELDS = {
    name
    for model in (Opinion, Catalogued, Correction, Holding, Issue, Relation, Waiver)
    for name in model.model_fields
}
OF_THE_FILE = re.compile(
    rf"`(?:{'|'.join(sorted(FIELDS))})\b[^`]*`|opinions/|standards/|\.yml|`make\b|\bYAML\b"
    r"|\bMarkdown\b|\bHTML\b|\bwaivers\b|\brecord\b|\bissue\b|\bholding\b|\bthe fields?\b"
    r"|\bID\b|\bids?\b|heading_lines|approval_lines|--\w|## "
)
"""What stands only in the file of an opinion, or in the program."""


def found() -> Iterator[Finding]:
    """Each finding in a record that the examples of the rules have."""
    for file in sorted(FIXTURES.glob("OP*/findings.txt")):
        for match in OF_A_RECORD.finditer(file.read_text(encoding="utf-8")):
            rule = RULES[match["code"]]
            yield rule.finding(Violation(Location("opinions/2003/05.md"), match["message"]))


@pytest.mark.parametrize("code", sorted({finding.code for finding in found()}))
def test_every_finding_in_a_record_is_said_in_the_words_of_the_form(code: str) -> None:
    for finding in found():
        if finding.code == code != "OP504":  # the button that seals says this
            said = f"{message_of(finding)} {hint_of(finding)}"
            assert not OF_THE_FILE.search(said), f"give {code} words in desk/plain_words.py: {said}"


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_on_a_document_is_said_in_the_words_of_the_desk(kind: RemarkKind) -> None:
    said = in_desk_words(f"{kind.value} (line 1)")
    assert not OF_THE_FILE.search(said), f"give it words in desk/remarks_in_words.py: {said}"
    assert said.endswith(" (line 1)")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Opinion 2003/05 has no record.", "Advisory Opinion 05 (2003) has no record."),
        ("The text does not cite `2003/05`.", "The text does not cite Advisory Opinion 05 (2003)."),
        ("See 2003/05.pdf of 2003/05/07, 03/04.", "See 2003/05.pdf of 2003/05/07, 03/04."),
    ],
)
def test_an_opinion_is_named_as_readers_know_it(clerk: Clerk, sentence: str, said: str) -> None:
    references = load(clerk.paths).references
    assert references
    assert in_own_words(sentence, references) == said


@pytest.mark.parametrize(
    ("code", "about", "words"),
    [
        (
            "OP203",
            "no number and year can be read from `On Fees`",
            "The first line does not give the number and the year: “On Fees”.",
        ),
        ("OP313", "`A 1` is not in the text", "The text does not print this citation: “A 1”."),
        ("OP308", "`Rule 9` is not cited", "“Rule 9” is not cited."),
    ],
)
def test_what_a_reason_is_about_is_a_sentence(code: str, about: str, words: str) -> None:
    assert waived_in_words(code, about) == words
