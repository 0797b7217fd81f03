"""Opinions by what a person types."""

from pathlib import Path

import pytest

import factories
from corpus.analysis.find_opinion import find_opinion
from factories import Files, catalog_record, read_valid_corpus, record_text
from numbered_bodies import NumberedBody, NumberedOpinion

FILES: Files = {
    "opinions/2003/05.md": record_text("aliases: [Old 5]"),
    "opinions/2010/12.md": catalog_record(12, 2010),
    "opinions/2011/12.md": catalog_record(12, 2011),
}


@pytest.mark.parametrize(
    ("words", "opinion"),
    [
        ("5", "2003/05"),
        ("2003/05", "2003/05"),
        ("ao-2003-05", "2003/05"),
        ("05 (2003)", "2003/05"),
        ("AO 5", "2003/05"),
        ("ao 5", "2003/05"),
        ("03-5", "2003/05"),
        ("Old 5", "2003/05"),
        ("12 (2011)", "2011/12"),
        ("AO 5 and Opinion 5 (2003)", "2003/05"),
        ("12 (2010) and 12 (2011)", None),
        ("AO 5 (2003) and AO 99 (2022)", None),
        ("12", None),
        ("6", None),
        ("nonsense", None),
    ],
)
def test_an_opinion_is_found_by_any_of_its_names(
    tmp_path: Path, words: str, opinion: str | None
) -> None:
    found = find_opinion(words, factories.index_of(read_valid_corpus(tmp_path, FILES)))
    assert (found and str(found.id)) == opinion


def test_a_number_with_letters_is_found_in_lowercase(tmp_path: Path) -> None:
    number = NumberedOpinion(
        "number: 4\nyear: 2019", "opinions/2019/04/", "2019-INF-4", "", "Harbor Bd. (2019)"
    )
    series = 'series: [{name: Informal Opinion, printed: "{year}-INF-{number}"}]\n'
    body = NumberedBody(f"opinion: Informal Opinion\nopinion_short: INF\n{series}", (number,))
    found = find_opinion("2019-inf-4", factories.index_of(read_valid_corpus(tmp_path, body.files)))
    assert found
    assert str(found.id) == "2019/04"
