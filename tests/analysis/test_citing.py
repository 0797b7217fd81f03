from pathlib import Path

import pytest

from corpus.analysis.citing import citation_template, full_citation, plain_citation, short_citation
from corpus.analysis.index import CorpusIndex
from corpus.library.record import Record
from corpus.model.opinion import OpinionId
from factories import COMMISSION, Files, catalog_record, index_of, read_valid_corpus

SITE: Files = {"standards/commission.yml": f"{COMMISSION}site: https://example.org/ao\n"}
LATER: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]"
    )
}


def opinion_5(root: Path, files: Files) -> tuple[Record, CorpusIndex]:
    index = index_of(read_valid_corpus(root, files))
    return index.by_id[OpinionId(2003, 5)], index


@pytest.mark.parametrize(
    ("files", "paragraph", "full", "short"),
    [
        ({}, None, "Harbor Bd., Advisory Op. 5 (2003)", "AO 5 (2003)"),
        ({}, 4, "Harbor Bd., Advisory Op. 5, ¶ 4 (2003)", "AO 5 (2003) ¶ 4"),
        (
            SITE,
            4,
            "Harbor Bd., Advisory Op. 5, ¶ 4 (2003), https://example.org/ao/opinions/2003/05/#p4",
            "AO 5 (2003) ¶ 4",
        ),
        (
            LATER,
            4,
            "Harbor Bd., Advisory Op. 5, ¶ 4 (2003) (superseded by AO 12 (2010))",
            "AO 5 (2003) ¶ 4 (superseded by AO 12 (2010))",
        ),
    ],
)
def test_an_opinion_is_cited_with_paragraph_address_and_status(
    tmp_path: Path, files: Files, paragraph: int | None, full: str, short: str
) -> None:
    record, index = opinion_5(tmp_path, files)
    assert full_citation(record, index, paragraph) == full
    assert short_citation(record, index, paragraph) == short


def test_a_plain_citation_is_spelled_out(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, {})
    assert plain_citation(record, index, 2) == (
        "Harbor Board of Mediation, Advisory Opinion 05 (2003), Naming a speaker, paragraph 2"
    )


def test_a_template_has_placeholders_for_a_script(tmp_path: Path) -> None:
    record, index = opinion_5(tmp_path, LATER)
    assert citation_template(record, index, has_pinpoint=True) == (
        "Harbor Bd., Advisory Op. 5, ¶ {paragraph} (2003), {address} (superseded by AO 12 (2010))"
    )
    assert "paragraph" not in citation_template(record, index, has_pinpoint=False)
