from pathlib import Path

from corpus.relate import relate, uses_of
from corpus.vocabulary import Kind
from factories import library, record

LATER = record(
    "number: 06\nyear: 2004\napproved: 2004-05-01\ntopics: [fees, confidentiality]\nprograms: []\n"
    'standards: ["3(c)", "3"]\nstatutes: ["7A-38.2(b)"]',
    "# Opinion Number 06 (2004)\n\nMay it?\n\nIt may (see Standard 3(c), Standard 3).\n\n"
    "Harbor Stat. § 7A-38.2(b) and Standard 3(c).\n",
)


def test_records_stand_newest_first_in_every_index(tmp_path: Path) -> None:
    relations = relate(library(tmp_path, {"opinions/2004/06.md": LATER}).records)
    ids = {key: [str(record.id) for record in group] for key, group in relations.by_topic.items()}
    assert ids == {"fees": ["2004/06"], "confidentiality": ["2004/06", "2003/05"]}
    assert list(relations.by_year) == [2004, 2003]
    assert list(relations.by_program) == ["superior-court"]


def test_a_use_names_the_pinpoint_the_holding_and_the_paragraphs(tmp_path: Path) -> None:
    relations = relate(library(tmp_path, {"opinions/2004/06.md": LATER}).records)
    told = [
        (str(use.record.id), str(use.citation), [held.id for held in use.holdings], use.paragraphs)
        for use in relations.uses[Kind.STANDARD, "3"]
    ]
    assert told == [
        ("2004/06", "3", [], (2,)),
        ("2004/06", "3(c)", ["1"], (2, 3)),
        ("2003/05", "3(c)", ["1"], (2,)),
    ]
    assert [use.paragraphs for use in relations.uses[Kind.STATUTE, "7A-38.2"]] == [(3,)]


def test_the_uses_of_an_opinion_stand_as_its_fields_name_them(tmp_path: Path) -> None:
    (first, *_) = relate(library(tmp_path, {"opinions/2004/06.md": LATER}).records).records
    assert [str(use.citation) for use in uses_of(first)] == ["3(c)", "3", "7A-38.2(b)"]
