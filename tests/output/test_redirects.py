import json
from pathlib import Path

import factories
from corpus.output.exports.redirects import redirects, spellings
from factories import Files, catalogued, sound


def made(root: Path, files: Files) -> tuple[dict[str, str], str]:
    corpus = sound(root, files)
    index = factories.index_of(corpus)
    return dict(redirects(index.records, index)), spellings(index.records, index)


def test_every_short_form_leads_to_the_opinion(tmp_path: Path) -> None:
    pages, _ = made(tmp_path, {})
    assert sorted(pages) == [
        "ao/05/index.html",
        "ao/5/index.html",
        "opinions/05/index.html",
        "opinions/5/index.html",
    ]
    assert 'content="0; url=../../opinions/2003/05/"' in pages["ao/5/index.html"]


def test_a_number_that_two_opinions_bear_offers_both_with_their_status(tmp_path: Path) -> None:
    text = catalogued(5, 2004, "opinions: [{cites: 2003/05, effect: modifies}]")
    pages, _ = made(tmp_path, {"opinions/2004/05.md": text})
    page = pages["opinions/5/index.html"]
    assert "refresh" not in page
    assert "../../opinions/2003/05/" in page
    assert "../../opinions/2004/05/" in page
    assert "modified by AO 5 (2004)" in page


def test_a_number_that_is_a_year_stays_the_page_of_the_year(tmp_path: Path) -> None:
    pages, _ = made(tmp_path, {"opinions/2003/2003.md": catalogued(2003, 2003)})
    assert "opinions/2003/index.html" not in pages
    assert "ao/2003/index.html" in pages


CHANGING = 'aliases: ["Six"]\nopinions: [{cites: 2003/05, effect: modifies}]'


def test_the_search_field_knows_numbers_forms_names_and_aliases(tmp_path: Path) -> None:
    files: Files = {"opinions/2004/06.md": catalogued(6, 2004, CHANGING)}
    told = json.loads(made(tmp_path, files)[1])
    assert told == {
        "label": "AO",
        "names": ["Advisory Opinion", "AO"],
        "forms": [["number", "year"], ["yy", "number"]],
        "years": {"2003": [[5, 5]], "2004": [[6, 6]]},
        "aliases": {"Six": "2004/06"},
        "changed": {"2003/05": "modified by AO 6 (2004)"},
        "provisions": {"Standard 3(c)": ["3(c)", "standards/3/#c"]},
    }


def test_numbers_that_run_on_are_told_by_the_first_and_the_last(tmp_path: Path) -> None:
    files = {f"opinions/2004/{one:02}.md": catalogued(one, 2004) for one in (6, 7, 8, 10)}
    assert json.loads(made(tmp_path, files)[1])["years"]["2004"] == [[6, 8], [10, 10]]
