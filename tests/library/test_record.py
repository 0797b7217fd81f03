from pathlib import Path

from corpus.findings import Location
from corpus.model.authority import AuthorityKind, Citation
from factories import library, record

BODY = """
# Opinion Number 05 (2003)

See Standard 3(c).

May it, by
Standard 3(c) and Standard 3, or Standard 3(c)?
"""


def test_a_record_knows_where_its_text_cites_what(tmp_path: Path) -> None:
    (one,) = library(tmp_path, {"opinions/2003/05.md": record(body=BODY)}).records
    assert one.paragraphs_citing(Citation(AuthorityKind.STANDARD, "3", "(c)")) == (1, 2)
    assert one.paragraphs_citing(Citation(AuthorityKind.STANDARD, "3")) == (2,)
    assert one.paragraphs_citing(Citation(AuthorityKind.STATUTE, "3")) == ()
    paths = [one.location_in_text(block, found.start) for block, found in one.text_citations]
    path = "opinions/2003/05.md"
    assert paths == [
        Location(path, 20, 5),
        Location(path, 23, 1),
        Location(path, 23, 19),
        Location(path, 23, 34),
    ]


def test_a_record_knows_where_its_values_and_its_text_stand(tmp_path: Path) -> None:
    (one,) = library(tmp_path).records
    assert one.field_location("approved") == Location("opinions/2003/05.md", 5, 11)
    assert one.body_location == Location("opinions/2003/05.md", 17, 1)


def test_an_authority_that_cannot_be_read_still_has_its_file(tmp_path: Path) -> None:
    references = library(tmp_path, {"standards/3.md": "broken"}).references
    assert references
    assert references.authority(Citation(AuthorityKind.STANDARD, "3")) is None
    assert references.has_file(Citation(AuthorityKind.STANDARD, "3"))
    assert not references.has_file(Citation(AuthorityKind.STATUTE, "3"))
