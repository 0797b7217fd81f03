"""Changed words beside the document that the collection keeps."""

from pathlib import Path

import pytest

from corpus.review.documents.source_words import (
    PlacesOfChange,
    has_new_words,
    has_only_old_words,
    places_of_change,
    plain_text,
)

OLD, NEW = ["a) It *may*\ntell."], ["a) It must tell."]


@pytest.mark.parametrize(
    ("name", "document", "is_against"),
    [
        ("a.txt", "Opinion 5\n\n  a) It may\n  tell.\n", True),
        ("A.TXT", "a) IT MAY TELL.", True),
        ("a.md", "a) It **may** tell.", True),
        ("a.txt", "a) It must tell.", False),
        ("a.txt", "Draft: a) It may tell. Final: a) It must tell.", False),
        ("a.txt", "a) It may telling.", False),
        ("a.txt", "Something else.", False),
        ("a.docx", "a) It may tell.", False),
    ],
)
def test_a_document_speaks_against_a_change_if_it_has_only_the_old_words(
    tmp_path: Path, name: str, document: str, *, is_against: bool
) -> None:
    (tmp_path / name).write_text(document)
    assert has_only_old_words(plain_text(tmp_path / name), OLD, NEW) is is_against


@pytest.mark.parametrize("name", ["", "gone.txt", "binary.txt"])
def test_what_cannot_be_read_speaks_against_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe")
    assert not has_only_old_words(plain_text(tmp_path / name), OLD, NEW)


@pytest.mark.parametrize(
    ("text", "old", "new", "is_against", "is_for"),
    [
        ("It must tell.", "It may tell.", "It must tell.", False, True),
        ("It may tell.", "It may tell.", "It must tell.", True, False),
        ("It may tell, unless asked.", "It may tell, unless asked.", "It may tell.", True, False),
        ("It may tell.", "It may tell, unless asked.", "It may tell.", False, True),
        ("It may tell, unless asked.", "It may tell.", "It may tell, unless asked.", False, True),
        ("Other words.", "It may tell.", "It must tell.", False, False),
        ("It may tell.", "It may tell.", "", False, False),
        ("See 7A-38.2.", "See 7A-38,2.", "See 7A-38.2.", False, True),
        ("See 7A-38,2.", "See 7A-38,2.", "See 7A-38.2.", True, False),
        ("It must pay 50.", "It may pay 50%.", "It must pay 50%.", False, False),
        ("• It “must”.", '- It "may".', '- It "must".', False, True),
    ],
)
def test_a_document_is_for_a_change_if_it_has_the_new_words_and_not_only_within_the_old(
    text: str, old: str, new: str, *, is_against: bool, is_for: bool
) -> None:
    assert has_only_old_words(text, [old], [new]) is is_against
    assert has_new_words(text, [old], [new]) is is_for


@pytest.mark.parametrize(
    ("old", "new", "document", "expected"),
    [
        (
            "A mediator may simply ask whether both are obligated.",
            "A mediator may just ask whether both are obligated.",
            "A mediator may simply ask whether both are obliged.",
            PlacesOfChange.OLD,
        ),
        (
            "A mediator may just ask whether both are obligated.",
            "A mediator may simply ask whether both are obligated.",
            "A mediator may simply ask whether both are obliged.",
            PlacesOfChange.NEW,
        ),
        (
            "A mediator may ask whether both are obligated to pay.",
            "A mediator may not ask whether both are obligated to pay.",
            "A mediator may ask whether both are obliged to pay.",
            PlacesOfChange.OLD,
        ),
        ("It may.", "It must.", "It may.", PlacesOfChange.UNKNOWN),
        (
            "A mediator may simply ask whether both are obligated.",
            "A mediator may just ask whether both are obligated.",
            "A judge could simply ask if both are obligated.",
            PlacesOfChange.UNKNOWN,
        ),
        (
            "He may simply ask if both agree.",
            "He may just ask if both agree.",
            "He may simply ask if both agree. Or he may just ask if both agree.",
            PlacesOfChange.UNKNOWN,
        ),
    ],
)
def test_a_document_is_asked_where_the_words_change(
    old: str, new: str, document: str, expected: PlacesOfChange
) -> None:
    assert places_of_change(document, [old], [new]) is expected
