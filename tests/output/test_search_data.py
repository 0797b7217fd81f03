"""The data of the search field."""

import json
from pathlib import Path
from typing import Any

import factories
from corpus.output.exports.search_data import search_data
from factories import Files, catalog_record, read_valid_corpus
from numbered_bodies import BODIES

CHANGING = 'aliases: ["Six"]\nopinions: [{cites: 2003/05, effect: modifies}]'


def data(root: Path, files: Files) -> Any:
    return json.loads(search_data(factories.index_of(read_valid_corpus(root, files))))


def test_the_search_field_knows_numbers_forms_names_and_aliases(tmp_path: Path) -> None:
    assert data(tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004, CHANGING)}) == {
        "label": "AO",
        "names": ["Advisory Opinion", "Advisory Op.", "AO"],
        "authors": ["Harbor Bd.", "Harbor Board of Mediation"],
        "forms": [["number", "year"], ["yy", "number"]],
        "years": {"2003": [[5, 5]], "2004": [[6, 6]]},
        "aliases": {"Six": "2004/06"},
        "docket": "docket",
        "dockets": {},
        "changed": {
            "2003/05": "modified by AO 6 (2004); later history not checked; "
            "Standard 3(c) changed in 2020"
        },
        "drafts": {},
        "provisions": {"Standard 3(c)": ["3(c)", "standards/3/#c"]},
    }


def test_what_is_cited_in_a_part_is_cited(tmp_path: Path) -> None:
    files = {"opinions/2004/06.md": catalog_record(6, 2004, 'standards: ["3(d)(1)"]')}
    assert data(tmp_path, files)["provisions"].keys() >= {"Standard 3(d)", "Standard 3(d)(1)"}


def test_consecutive_numbers_are_a_range(tmp_path: Path) -> None:
    files = {
        f"opinions/2004/{number:02}.md": catalog_record(number, 2004) for number in (6, 7, 8, 10)
    }
    assert data(tmp_path, files)["years"]["2004"] == [[6, 8], [10, 10]]


def test_a_request_leads_to_its_opinions_with_the_word_of_the_body(tmp_path: Path) -> None:
    files = {
        "opinions/2003/05.md": factories.record_text("docket: AOR 7"),
        "opinions/2004/06.md": catalog_record(6, 2004, "docket: AOR 7"),
    }
    found = data(tmp_path, files)
    assert found["docket"] == "docket"
    assert found["dockets"] == {"AOR 7": ["2003/05", "2004/06"]}


def test_each_series_has_its_words(tmp_path: Path) -> None:
    series = data(tmp_path, BODIES["three series"].files)["series"]
    assert "RPC" in series["rpc"]
    assert not any("RPC" in words for name, words in series.items() if name != "rpc")
