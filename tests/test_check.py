from pathlib import Path

from corpus.check import check
from corpus.findings import Level
from factories import RECORD, library


def test_a_corpus_without_its_vocabularies_is_told_and_not_judged_further(tmp_path: Path) -> None:
    found = check(library(tmp_path, {"opinions/topics.yml": "- a\n"}))
    assert [(finding.spot.path, finding.code) for finding in found] == [
        ("opinions/topics.yml", "OP003")
    ]


def test_two_files_for_one_number_are_both_named(tmp_path: Path) -> None:
    found = check(library(tmp_path, {"opinions/2003/5.md": RECORD}))
    assert [(finding.spot.path, finding.code, finding.message) for finding in found] == [
        ("opinions/2003/05.md", "OP401", "opinion 2003/05 is also in opinions/2003/5.md"),
        ("opinions/2003/5.md", "OP401", "opinion 2003/05 is also in opinions/2003/05.md"),
        ("opinions/2003/5.md", "OP402", "opinion 2003/05 belongs in opinions/2003/05.md"),
    ]
    assert {finding.level for finding in found} == {Level.ERROR}
