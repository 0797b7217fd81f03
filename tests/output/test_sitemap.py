from pathlib import Path

import factories
from corpus.output.exports.sitemap import sitemap
from factories import COMMISSION, Files, read_valid_corpus

URLS = ["opinions/2003/05/", "", "statutes/7A-38.2 & 3/"]
SITED: Files = {"standards/commission.yml": f"{COMMISSION}site: https://board.example.org/a\n"}
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap_of(root: Path, files: Files) -> str:
    ((name, text),) = sitemap(URLS, factories.index_of(read_valid_corpus(root, files)))
    assert name == "sitemap.xml"
    return text


def test_every_page_is_listed_and_every_opinion_with_the_day_of_its_last_change(
    tmp_path: Path,
) -> None:
    assert sitemap_of(tmp_path, SITED) == (
        f"{HEAD}<url><loc>https://board.example.org/a/</loc></url>\n"
        "<url><loc>https://board.example.org/a/opinions/2003/05/</loc>"
        "<lastmod>2003-11-07</lastmod></url>\n"
        "<url><loc>https://board.example.org/a/statutes/7A-38.2%20%26%203/</loc></url>\n"
        "</urlset>"
    )


def test_a_site_without_a_known_address_has_an_empty_site_map(tmp_path: Path) -> None:
    assert sitemap_of(tmp_path, {}) == f"{HEAD}</urlset>"
