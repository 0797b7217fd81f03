from pathlib import Path

from corpus.analysis.timeline import WIDTH, Timeline, timeline
from corpus.model.authority import AuthorityKind, Citation
from factories import STANDARD, Files, catalog_record, index_of, read_valid_corpus

THREE = Citation(AuthorityKind.STANDARD, "3")


def timeline_of(root: Path, files: Files) -> Timeline | None:
    corpus = read_valid_corpus(root, files)
    return timeline(THREE, index_of(corpus).uses_by_authority.get(THREE, ()), corpus.references)


def test_marks_are_in_the_order_of_their_days(tmp_path: Path) -> None:
    line = timeline_of(
        tmp_path, {"opinions/2010/06.md": catalog_record(6, 2010, 'standards: ["3"]')}
    )
    assert line
    assert (line.first_year, line.last_year) == (2003, 2020)
    (edition,) = line.editions
    assert edition.label == "2020-03-01: Renumbered"
    late, early = line.opinions
    assert 0 < early.x < late.x < edition.x < WIDTH
    assert early.url == "opinions/2003/05/"


def test_one_day_alone_has_no_timeline(tmp_path: Path) -> None:
    assert (
        timeline_of(tmp_path, {"standards/3.md": STANDARD.partition("editions:")[0] + "---\n"})
        is None
    )
