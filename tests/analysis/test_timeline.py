from pathlib import Path

from corpus.analysis.timeline import WIDTH, Timeline, timeline
from corpus.model.authority import AuthorityKind, Citation
from factories import STANDARD, Files, catalogued, index_of, sound

THREE = Citation(AuthorityKind.STANDARD, "3")


def drawn(root: Path, files: Files) -> Timeline | None:
    corpus = sound(root, files)
    return timeline(THREE, index_of(corpus).uses_by_authority.get(THREE, ()), corpus.references)


def test_changes_and_opinions_stand_where_their_days_are(tmp_path: Path) -> None:
    found = drawn(tmp_path, {"opinions/2010/06.md": catalogued(6, 2010, 'standards: ["3"]')})
    assert found
    assert (found.first_year, found.last_year) == (2003, 2020)
    (edition,) = found.editions
    assert edition.label == "2020-03-01: Renumbered"
    late, early = found.opinions
    assert 0 < early.x < late.x < edition.x < WIDTH
    assert early.url == "opinions/2003/05/"


def test_one_day_is_no_line(tmp_path: Path) -> None:
    assert drawn(tmp_path, {"standards/3.md": STANDARD.partition("editions:")[0] + "---\n"}) is None
