from pathlib import Path

from corpus.build.parsed_page import ParsedPage, parse_page

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
        text="It may, “surely”.",
        errors=(),
    )


def test_a_fragment_has_no_policy_and_no_text_but_errors(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p onclick=x>words", encoding="utf-8")
    page = parse_page(path)
    assert (page.policy, page.inline, page.text) == ("", ("p",), "")
    assert page.errors
