"""What is read of a page that was built: its text, its policy and its errors."""

from pathlib import Path

import pytest

from corpus.build.parsed_page import ParsedPage, digest_of_words, parse_page, parse_pages

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=../b/">
<title>A page</title><link rel="canonical" href="https://example.org/">
<link rel="stylesheet" href="a.css"></head>
<body><p id="a"><a href="#a">here</a></p><form action="find"></form>
<div id="text"><p>It   may,\n “surely”.</p></div></body></html>
"""


def test_a_page_is_parsed_as_a_browser_does(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    assert parse_page(path) == ParsedPage(
        anchors=frozenset({"a", "text"}),
        links=("https://example.org/", "a.css", "#a", "../b/"),
        loaded=("a.css", "find"),
        policy="default-src 'none'",
        inline=(),
        text_digest=digest_of_words("It may, “surely”."),
        errors=(),
    )


def test_a_fragment_has_no_policy_and_no_text_but_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p onclick=x>words", encoding="utf-8")
    page = parse_page(path)
    assert (page.policy, page.inline, page.text_digest) == ("", ("p",), digest_of_words(""))
    assert page.errors


def test_every_page_of_a_site_is_parsed_and_known_by_its_url(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name in ("a/index.html", "404.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert parse_pages(tmp_path) == {
        "404.html": parse_page(tmp_path / "404.html"),
        "a/": parse_page(tmp_path / "a/index.html"),
    }


@pytest.mark.parametrize(
    "body",
    [
        *("<p><b>x</p>", "<div><p>x</div></p>", "</div>", "<ul><li>x</ul></li>"),
        *("<textarea>", "<title>x", "<iframe>"),
    ],
)
def test_tags_that_do_not_match_are_errors(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace("<form", f"{body}<form"), encoding="utf-8")
    assert parse_page(path).errors
