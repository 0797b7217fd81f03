"""The site of a pull request works in an unzipped folder."""

from pathlib import Path

import pytest

from devtools.preview_folder import main, name_index_files


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../topics/", "../topics/index.html"),
        ("opinions/2003/05/", "opinions/2003/05/index.html"),
        ("../../standards/3/#c", "../../standards/3/index.html#c"),
        ("../verify/?opinion=2003/05", "../verify/index.html?opinion=2003/05"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("#p6", "#p6"),
        ("feed.xml", "feed.xml"),
        ("../cite.bib", "../cite.bib"),
        ("?q=fees", "?q=fees"),
        ("https://example.org/", "https://example.org/"),
        ("//example.org/", "//example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_to_a_folder_names_its_page(link: str, expected: str) -> None:
    html = f'<a class="x" href="{link}">x</a>'
    assert name_index_files(html) == f'<a class="x" href="{expected}">x</a>'


def test_a_form_is_sent_to_the_page_of_its_folder() -> None:
    form = '<form role="search" action="../search/">'
    assert name_index_files(form) == '<form role="search" action="../search/index.html">'


def test_the_site_is_copied_and_stays_as_it_is(tmp_path: Path) -> None:
    site, copy = tmp_path / "site", tmp_path / "copy"
    (site / "about").mkdir(parents=True)
    (site / "about/index.html").write_text('<a href="../">Home</a>')
    (site / "feed.xml").write_text('<link href="../"/>')
    main([str(site), str(copy)])
    assert (copy / "about/index.html").read_text() == '<a href="../index.html">Home</a>'
    assert (copy / "feed.xml").read_text() == '<link href="../"/>'
    assert (site / "about/index.html").read_text() == '<a href="../">Home</a>'


def test_search_engines_leave_the_copy_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<head>\n<title>A</title></head><body><header>")
    main([str(tmp_path / "site"), str(tmp_path / "copy")])
    assert (tmp_path / "copy/index.html").read_text() == (
        '<head><meta name="robots" content="noindex, nofollow">\n<title>A</title></head>'
        "<body><header>"
    )
