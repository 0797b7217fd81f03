from pathlib import Path

import pytest

from corpus.analysis.impact import as_checklist, edition_impacts
from corpus.analysis.index import build_index
from corpus.citations.names import Names
from corpus.model.authority import Citation
from factories import STANDARD, STANDARD_KIND, catalog_record, index_of, read_valid_corpus

LATER = {"opinions/2021/06.md": catalog_record(6, 2021, 'standards: ["3(c)"]')}


def checklists(root: Path) -> list[str]:
    corpus = read_valid_corpus(root, LATER)
    impacts = edition_impacts(Citation(STANDARD_KIND, "3"), index_of(corpus))
    return [as_checklist(impact, Names(corpus.references.commission)) for impact in impacts]


def test_an_edition_affects_the_earlier_opinions_that_cite_what_it_changed(tmp_path: Path) -> None:
    assert checklists(tmp_path) == [
        "## March 1, 2020: Renumbered\n\n- [ ] AO 5 (2003) cites Standard 3(c) (¶ 2; answer 1)"
    ]


def test_a_checklist_shows_the_event_as_it_is_typed(tmp_path: Path) -> None:
    event = "Reworded by chapter 2021-77 (HB 7), § 3"
    standard = STANDARD.replace("event: Renumbered", f'event: "{event}"')
    corpus = read_valid_corpus(tmp_path, {**LATER, "standards/3.md": standard})
    (impact,) = edition_impacts(Citation(STANDARD_KIND, "3"), index_of(corpus))
    title, *_ = as_checklist(impact, Names(corpus.references.commission)).splitlines()
    assert title == f"## March 1, 2020: {event}"


def test_an_opinion_without_a_day_counts_if_it_can_be_earlier(tmp_path: Path) -> None:
    text = catalog_record(6, 2020, 'standards: ["3"]')
    corpus = read_valid_corpus(tmp_path, {"opinions/2020/06.md": text})
    (impact,) = edition_impacts(Citation(STANDARD_KIND, "3"), index_of(corpus))
    assert [str(use.record.id) for use in impact.uses] == ["2020/06", "2003/05"]


@pytest.mark.parametrize(
    ("approved", "is_unsure"),
    [("2020-02", False), ("2020-03", True), ("2020", True), ("2020-03-14", False)],
)
def test_a_checklist_says_where_the_order_is_not_known(
    tmp_path: Path, approved: str, *, is_unsure: bool
) -> None:
    text = catalog_record(6, 2020, f'standards: ["3(c)"]\napproved: {approved}')
    files = {
        "opinions/2020/06.md": text,
        "standards/3.md": STANDARD.replace("2020-03-01", "2020-03-15"),
    }
    corpus = read_valid_corpus(tmp_path, files)
    (impact,) = edition_impacts(Citation(STANDARD_KIND, "3"), index_of(corpus))
    line = as_checklist(impact, Names(corpus.references.commission)).splitlines()[2]
    caution = "; look up whether the change was before or after this opinion"
    assert line == f"- [ ] AO 6 (2020) cites Standard 3(c){caution if is_unsure else ''}"


def test_a_checklist_says_which_opinion_is_withdrawn(tmp_path: Path) -> None:
    text = catalog_record(
        6, 2019, 'standards: ["3(c)"]\nwithdrawn: {on: 2021-01-01, reason: It was taken back.}'
    )
    corpus = read_valid_corpus(tmp_path, {"opinions/2019/06.md": text})
    (impact,) = edition_impacts(Citation(STANDARD_KIND, "3"), index_of(corpus))
    checklist = as_checklist(impact, Names(corpus.references.commission))
    assert "- [ ] AO 6 (2019) cites Standard 3(c); the opinion is withdrawn" in checklist
    assert checklist.count("withdrawn") == 1


def test_a_checklist_says_if_no_opinion_is_affected(tmp_path: Path) -> None:
    corpus = read_valid_corpus(tmp_path)
    (impact,) = edition_impacts(Citation(STANDARD_KIND, "3"), build_index(corpus.references, ()))
    names = Names(corpus.references.commission)
    assert as_checklist(impact, names).endswith("No earlier opinion cites what it changed.")
