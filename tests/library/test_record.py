from datetime import date
from pathlib import Path

import pytest

from corpus.findings import Location
from corpus.model.authority import Citation
from corpus.model.opinion_id import OpinionId
from factories import STANDARD_KIND, STATUTE_KIND, catalog_record, read_corpus, record_text

BODY = """
# Opinion Number 05 (2003)

See Standard 3(c).

May it, by
Standard 3(c) and Standard 3, or Standard 3(c)?
"""


def test_a_record_knows_where_its_text_cites_what(tmp_path: Path) -> None:
    (read,) = read_corpus(tmp_path, {"opinions/2003/05.md": record_text(body=BODY)}).records
    assert read.paragraphs_citing(Citation(STANDARD_KIND, "3", "(c)")) == (1, 2)
    assert read.paragraphs_citing(Citation(STANDARD_KIND, "3")) == (2,)
    assert read.paragraphs_citing(Citation(STATUTE_KIND, "3")) == ()
    paths = [
        read.location_in_text(block, citation.start) for block, citation in read.text_citations
    ]
    path = "opinions/2003/05.md"
    assert paths == [
        Location(path, 20, 5),
        Location(path, 23, 1),
        Location(path, 23, 19),
        Location(path, 23, 34),
    ]


IN_RANGES = """
# Opinion Number 05 (2003)

See Standard 3(c)-(e) and AO 9 to 12 (2010).

Harbor Stat. §§ 7A-38.1 to 7A-38.4A say so.
"""


def test_a_record_cites_what_is_between_the_ends_of_a_range(tmp_path: Path) -> None:
    fields = 'statutes: ["7A-38.2(b)"]\nopinions: [{cites: 2010/10, effect: cites}]\n'
    text = record_text(fields, body=IN_RANGES)
    (read,) = read_corpus(tmp_path, {"opinions/2003/05.md": text}).records
    assert read.paragraphs_citing(Citation(STANDARD_KIND, "3", "(d)")) == (1,)
    assert read.paragraphs_citing(OpinionId(2010, 10)) == (1,)
    assert read.paragraphs_citing(OpinionId(2010, 11)) == ()
    assert read.paragraphs_citing(Citation(STATUTE_KIND, "7A-38.2", "(b)")) == (2,)


def test_a_record_knows_where_its_values_and_its_body_are(tmp_path: Path) -> None:
    (read,) = read_corpus(tmp_path).records
    assert read.field_location("approved") == Location("opinions/2003/05.md", 5, 11)
    assert read.body_location == Location("opinions/2003/05.md", 17, 1)


def test_an_authority_that_cannot_be_read_still_has_its_file(tmp_path: Path) -> None:
    references = read_corpus(tmp_path, {"standards/3.md": "broken"}).references
    assert references
    assert references.authority(Citation(STANDARD_KIND, "3")) is None
    assert references.has_file(Citation(STANDARD_KIND, "3"))
    assert not references.has_file(Citation(STATUTE_KIND, "3"))


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ("", (date(2004, 1, 1), date(2004, 7, 1), date(2004, 12, 31))),
        ("approved: 2004-05-06\n", (date(2004, 5, 6),) * 3),
        ("approved: 2004-02\n", (date(2004, 2, 1), date(2004, 2, 15), date(2004, 2, 29))),
        ("approved: unknown\n", (date(2004, 1, 1), date(2004, 7, 1), date(2004, 12, 31))),
    ],
)
def test_a_record_without_a_known_day_of_approval_is_somewhere_in_its_year(
    tmp_path: Path, fields: str, days: tuple[date, date, date]
) -> None:
    text = catalog_record(6, 2004).replace("text: elsewhere", f"{fields}text: elsewhere")
    files = {"opinions/2003/05.md": None, "opinions/2004/06.md": text}
    (read,) = read_corpus(tmp_path, files).records
    assert (read.earliest_day, read.middle_day, read.latest_day) == days


@pytest.mark.parametrize(
    "record", [record_text("summary: [A, list]"), catalog_record(5, 2003)], ids=["unread", "absent"]
)
def test_a_field_that_is_unread_or_absent_has_the_value_that_was_asked_for(
    tmp_path: Path, record: str
) -> None:
    (read,) = read_corpus(tmp_path, {"opinions/2003/05.md": record}).records
    assert read.readable("summary", "none") == "none"
