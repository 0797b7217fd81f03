from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from corpus.build.parsed_page import parse_pages
from corpus.build.verify import site_errors
from corpus.library.record import Record
from factories import read_corpus

STRICT = "default-src 'none'; style-src 'self'"


def errors(
    built: Path, records: Sequence[Record] = (), published: Iterable[str] = ()
) -> tuple[str, ...]:
    return site_errors(built, parse_pages(built), records, published)


def html(body: str, policy: str = STRICT, head: str = "") -> str:
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    head = f'<meta charset="utf-8">{meta}<title>A page</title>{head}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'


def site(folder: Path, **pages: str) -> Path:
    """Write a built site; `_` in the name of a page stands for `/`."""
    for name, body in pages.items():
        url = "" if name == "home" else f"{name.replace('_', '/')}/"
        path = folder / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body if body.startswith("<!doctype") else html(body))
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
def test_a_link_that_works_is_no_error(tmp_path: Path, link: str) -> None:
    body = f'<a id="top" href="{link}">x</a>'
    assert errors(site(tmp_path, home=body, a='<p id="here">', a_b="")) == ()


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
def test_a_dead_link_is_reported_with_its_page(tmp_path: Path, link: str) -> None:
    built = site(tmp_path, home="", a=f'<a href="{link}">x</a>')
    assert [error.partition(":")[0] for error in errors(built)] == ["a/"]


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    built = site(tmp_path, home='<img src="none.png" alt="">')
    assert errors(built) == ("home: the link none.png leads nowhere",)


def test_a_page_with_a_changed_text_is_reported(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path / "corpus")
    text = corpus.records[0].text.plain_text
    pages = {"opinions_2003_05": f'<div id="text">{text}</div>'}
    assert errors(site(tmp_path / "same", **pages), corpus.records) == ()
    pages = {"opinions_2003_05": f'<div id="text">{text.replace("It may", "It may not")}</div>'}
    assert errors(site(tmp_path / "other", **pages), corpus.records) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
    )


def test_a_record_without_a_page_is_reported(tmp_path: Path) -> None:
    corpus = read_corpus(tmp_path / "corpus")
    assert errors(site(tmp_path / "site", home=""), corpus.records) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
    )


def test_a_dead_refresh_is_reported(tmp_path: Path) -> None:
    head = '<meta http-equiv="refresh" content="0; url=../a/">'
    built = site(tmp_path, home="", b=html("", head=head))
    assert errors(built) == ("b/: the link ../a/ leads nowhere",)
    assert errors(site(tmp_path, a="")) == ()


def test_a_published_page_must_not_disappear(tmp_path: Path) -> None:
    built = site(tmp_path, home="", a="")
    assert errors(built, (), ["a/"]) == ()
    assert errors(built, (), ["a/", "b/"]) == ("b/: this published page is missing",)


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
def test_a_missing_or_weak_policy_is_reported(tmp_path: Path, policy: str) -> None:
    assert errors(site(tmp_path, home=html("", policy))) == (
        "home: the security policy is missing or not strict",
    )


def test_a_policy_after_a_script_is_reported(tmp_path: Path) -> None:
    late = html("").replace("<meta http-equiv", '<script src="x.js"></script><meta http-equiv')
    (tmp_path / "x.js").touch()
    assert errors(site(tmp_path, home=late)) == (
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
def test_inline_scripts_and_styles_are_reported(tmp_path: Path, body: str, tag: str) -> None:
    assert errors(site(tmp_path, home=body)) == (f"home: <{tag}> has an inline script or style",)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/x.png" alt="">',
        '<img src="//example.org/x.png" alt="">',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<form action="https://example.org/"><button>Send</button></form>',
    ],
)
def test_files_from_outside_the_site_are_reported(tmp_path: Path, body: str) -> None:
    messages = errors(site(tmp_path, home=body))
    assert [message for message in messages if message.endswith("is loaded from outside the site")]


def test_a_link_in_the_head_may_lead_but_not_load(tmp_path: Path) -> None:
    address = "https://example.org/"
    for rel, messages in (
        ("canonical", ()),
        ("stylesheet", (f"home: {address} is loaded from outside the site",)),
    ):
        built = site(tmp_path, home=html("", head=f'<link rel="{rel}" href="{address}">'))
        assert errors(built) == messages


@pytest.mark.parametrize(
    ("style", "is_error"),
    [
        ("a{background:url(x.png)}", False),
        ("a{background:url(data:image/png;base64,AAAA)}", False),
        ("a{background:url( 'https://example.org/x.png')}", True),
        ("a{background:url(//example.org/x.png)}", True),
        ("@import '//example.org/x.css';", True),
    ],
)
def test_a_style_sheet_loads_nothing_from_outside_the_site(
    tmp_path: Path,
    style: str,
    is_error: bool,  # noqa: FBT001 - a row of the table
) -> None:
    built = site(tmp_path, home="")
    (built / "a.css").write_text(style)
    assert errors(built) == (
        ("a.css: something is loaded from outside the site",) if is_error else ()
    )


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("<p>x</b></p>", "1: Unexpected end tag : b"),
        ('<p id="a">x</p><p id="a">y</p>', "1: id a is used more than once"),
        ("<p>&nonsense;</p>", "1: unknown-named-character-reference"),
    ],
)
def test_an_error_in_html_is_reported_with_its_line(tmp_path: Path, body: str, error: str) -> None:
    assert f"home: line {error}" in errors(site(tmp_path, home=body))
