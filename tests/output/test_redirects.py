"""Short addresses of opinions."""

from pathlib import Path

import factories
from corpus.output.exports.redirects import Redirect, redirects
from factories import Files, catalog_record, read_valid_corpus
from numbered_bodies import BODIES


def by_path(root: Path, files: Files) -> dict[str, Redirect]:
    pages = redirects(factories.index_of(read_valid_corpus(root, files)))
    return {redirect.path: redirect for redirect in pages}


def test_every_short_form_leads_to_the_opinion(tmp_path: Path) -> None:
    pages = by_path(tmp_path, {})
    assert sorted(pages) == [
        "ao/05/index.html",
        "ao/5/index.html",
        "opinions/05/index.html",
        "opinions/5/index.html",
    ]
    for redirect in pages.values():
        assert redirect.only_target
        assert redirect.only_target.url == "../../opinions/2003/05/"


def test_a_number_of_two_opinions_offers_both_with_their_status(tmp_path: Path) -> None:
    text = catalog_record(5, 2004, "opinions: [{cites: 2003/05, effect: modifies}]")
    redirect = by_path(tmp_path, {"opinions/2004/05.md": text})["opinions/5/index.html"]
    assert redirect.only_target is None
    assert [(target.url, target.name, target.status) for target in redirect.targets] == [
        ("../../opinions/2004/05/", "AO 5 (2004)", "Full text not available here"),
        (
            "../../opinions/2003/05/",
            "AO 5 (2003)",
            "Modified by AO 5 (2004); later history not checked; Standard 3(c) changed in 2020",
        ),
    ]


def test_a_number_that_is_a_year_stays_the_page_of_the_year(tmp_path: Path) -> None:
    pages = by_path(tmp_path, {"opinions/2003/2003.md": catalog_record(2003, 2003)})
    assert "opinions/2003/index.html" not in pages
    assert "ao/2003/index.html" in pages


def test_the_short_name_leads_only_to_the_series_without_a_name_of_its_own(tmp_path: Path) -> None:
    body = BODIES["three series"].files
    settings = str(body["standards/commission.yml"]).replace('"feo/{year}', '"{year}')
    files = {
        **{path: text for path, text in body.items() if "/feo/" not in path},
        "standards/commission.yml": settings,
    }
    for path, text in body.items():
        if "/feo/" in path:
            files[path.replace("feo/", "")] = str(text).replace("series: feo\n", "")
    pages = by_path(tmp_path, files)
    assert "opinions/179/index.html" in pages
    short = [path for path in pages if not path.startswith("opinions/")]
    assert {path.split("/")[1] for path in short} == {"3", "03", "5", "05"}
