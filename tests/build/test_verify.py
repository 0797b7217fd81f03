import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from corpus.build.parse_cache import parse_pages
from corpus.library.record import Record
from corpus.build.verify import site_errors
from factories import library


def found(built: Path, records: Sequence[Record], published: Iterable[str]) -> tuple[str, ...]:
    return site_errors(built, parse_pages(built, built / "looked.json"), records, published)


STRICT = "default-src 'none'; style-src 'self'"


def whole(body: str, policy: str = STRICT, head: str = "") -> str:
    told = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    head = f'<meta charset="utf-8">{told}<title>A page</title>{head}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = (
            folder / name.replace("_", "/") / "index.html"
            if name != "home"
            else folder / "index.html"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body if body.startswith("<!doctype") else whole(body))
        if name.startswith("opinions"):
            indexed = folder / "pagefind" / "fragment" / f"{name}.pf_fragment"
            indexed.parent.mkdir(parents=True, exist_ok=True)
            url = f"/{path.parent.relative_to(folder).as_posix()}/"
            indexed.write_bytes(gzip.compress(b"pagefind_dcd" + json.dumps({"url": url}).encode()))
    return folder


@pytest.mark.parametrize(
    "link",
    [
        "a/",
        "./a/",
        "a/#here",
        "a/b/",
        "#top",
        "https://example.org/x",
        "a/index.html",
        "./a/../a/b/./",
        "/a/",
        "../../a/",
        "?x=1",
        "mailto:a@b.c",
    ],
)
def test_a_link_that_leads_somewhere_is_not_told(tmp_path: Path, link: str) -> None:
    body = f'<a id="top" href="{link}">x</a>'
    assert found(site(tmp_path, home=body, a='<p id="here">', a_b=""), (), ()) == ()


@pytest.mark.parametrize(
    "link",
    [
        "../b/",
        "../a/#there",
        "#none",
        "../a",
        "/site/a/",
        "../../x.css",
        "javascript:x",
        "&#106;avascript:x",
        "java\nscript:x",
        "data:text/html,x",
        "https://[x",
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_page(tmp_path: Path, link: str) -> None:
    built = site(tmp_path, home="", a=f'<a href="{link}">x</a>')
    assert [fault.partition(":")[0] for fault in found(built, (), ())] == ["a/"]


def test_a_missing_file_is_told_too(tmp_path: Path) -> None:
    built = site(tmp_path, home='<img src="none.png" alt="">')
    assert found(built, (), ()) == ("home: the link none.png leads nowhere",)


def test_a_page_that_shows_other_words_is_told(tmp_path: Path) -> None:
    read = library(tmp_path / "corpus")
    words = read.records[0].text.plain_text
    shown = {"opinions_2003_05": f'<div id="text">{words}</div>'}
    assert found(site(tmp_path / "same", **shown), read.records, ()) == ()
    shown = {"opinions_2003_05": f'<div id="text">{words.replace("It may", "It may not")}</div>'}
    assert found(site(tmp_path / "other", **shown), read.records, ()) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
    )


def test_a_record_without_its_page_is_told(tmp_path: Path) -> None:
    read = library(tmp_path / "corpus")
    assert found(site(tmp_path / "site", home=""), read.records, ()) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
        "opinions/2003/05/: the search does not find it",
    )


def test_a_page_that_the_search_finds_and_that_is_no_opinion_is_told(tmp_path: Path) -> None:
    assert found(site(tmp_path, home="", opinions_2003_05=""), (), ()) == (
        "search: it finds opinions/2003/05/, which is no opinion",
    )


def test_where_a_page_leads_by_itself_is_told_too(tmp_path: Path) -> None:
    head = '<meta http-equiv="refresh" content="0; url=../a/">'
    built = site(tmp_path, home="", b=whole("", head=head))
    assert found(built, (), ()) == ("b/: the link ../a/ leads nowhere",)
    assert found(site(tmp_path, a=""), (), ()) == ()


def test_an_address_that_was_published_is_there(tmp_path: Path) -> None:
    built = site(tmp_path, home="", a="")
    assert found(built, (), ["a/"]) == ()
    assert found(built, (), ["a/", "b/"]) == (
        "b/: nothing is at this address, which was published",
    )


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "script-src 'self'",
        "default-src 'self'",
        "default-src 'none'; script-src 'unsafe-inline'",
        "default-src 'none'; img-src https:",
        "default-src 'none'; script-src 'self' https://example.org",
        "default-src 'none'; script-src *",
    ],
)
def test_a_policy_that_is_missing_or_weak_is_told(tmp_path: Path, policy: str) -> None:
    assert found(site(tmp_path, home=whole("", policy)), (), ()) == (
        "home: the security policy is missing or not strict",
    )


def test_a_policy_that_comes_too_late_is_told(tmp_path: Path) -> None:
    late = whole("").replace("<meta http-equiv", '<script src="x.js"></script><meta http-equiv')
    (tmp_path / "x.js").touch()
    assert found(site(tmp_path, home=late), (), ()) == (
        "home: the security policy is missing or not strict",
    )


@pytest.mark.parametrize(
    ("body", "tag"),
    [
        ("<script>x</script>", "script"),
        ('<p style="color: red">x</p>', "p"),
        ('<p onclick="x">x</p>', "p"),
    ],
)
def test_what_would_run_or_style_by_itself_is_told(tmp_path: Path, body: str, tag: str) -> None:
    assert found(site(tmp_path, home=body), (), ()) == (
        f"home: a <{tag}> would run or style something",
    )


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/x.png" alt="">',
        '<img src="//example.org/x.png" alt="">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<form action="https://example.org/"><button>Send</button></form>',
    ],
)
def test_what_is_loaded_from_elsewhere_is_told(tmp_path: Path, body: str) -> None:
    told = found(site(tmp_path, home=body), (), ())
    assert [one for one in told if one.endswith("is not of this site")]


def test_a_link_in_the_head_loads_or_leads(tmp_path: Path) -> None:
    address = "https://example.org/"
    for rel, fault in (
        ("canonical", ()),
        ("stylesheet", (f"home: {address} is not of this site",)),
    ):
        built = site(tmp_path, home=whole("", head=f'<link rel="{rel}" href="{address}">'))
        assert found(built, (), ()) == fault


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("a{background:url(x.png)}", False),
        ("a{background:url(data:image/png;base64,AAAA)}", False),
        ("a{background:url( 'https://example.org/x.png')}", True),
        ("a{background:url(//example.org/x.png)}", True),
        ("@import '//example.org/x.css';", True),
    ],
)
def test_a_style_sheet_loads_nothing_from_elsewhere(
    tmp_path: Path,
    style: str,
    told: bool,  # noqa: FBT001 - a row of the table
) -> None:
    built = site(tmp_path, home="")
    (built / "a.css").write_text(style)
    assert found(built, (), ()) == (
        ("a.css: something is loaded from another host",) if told else ()
    )


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("<p>x</b></p>", "1: Unexpected end tag : b"),
        ('<p id="a">x</p><p id="a">y</p>', "1: id a is used more than once"),
        ("<p>&nonsense;</p>", "1: unknown-named-character-reference"),
    ],
)
def test_a_slip_in_html_is_told_with_its_line(tmp_path: Path, body: str, slip: str) -> None:
    assert f"home: line {slip}" in found(site(tmp_path, home=body), (), ())
