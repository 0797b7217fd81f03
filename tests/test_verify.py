from pathlib import Path

import pytest

from corpus.verify import faults
from factories import library


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = (
            folder / name.replace("_", "/") / "index.html"
            if name != "home"
            else folder / "index.html"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{body}</body></html>")
        if name.startswith("opinions"):
            indexed = folder / "pagefind" / "fragment" / f"{name}.pf_fragment"
            indexed.parent.mkdir(parents=True, exist_ok=True)
            indexed.touch()
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
        "mailto:a@b.c",
    ],
)
def test_a_link_that_leads_somewhere_is_not_told(tmp_path: Path, link: str) -> None:
    body = f'<a id="top" href="{link}">x</a>'
    assert faults(site(tmp_path, home=body, a='<p id="here">', a_b=""), ()) == ()


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
    assert [fault.partition(":")[0] for fault in faults(built, ())] == ["a/"]


def test_a_missing_file_is_told_too(tmp_path: Path) -> None:
    built = site(tmp_path, home='<img src="none.png">')
    assert faults(built, ()) == ("home: the link none.png leads nowhere",)


def test_a_page_that_shows_other_words_is_told(tmp_path: Path) -> None:
    read = library(tmp_path / "corpus")
    words = read.records[0].text.printed
    shown = {"opinions_2003_05": f'<div id="text">{words}</div>'}
    assert faults(site(tmp_path / "same", **shown), read.records) == ()
    shown = {"opinions_2003_05": f'<div id="text">{words.replace("It may", "It may not")}</div>'}
    assert faults(site(tmp_path / "other", **shown), read.records) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
    )


def test_a_record_without_its_page_is_told(tmp_path: Path) -> None:
    read = library(tmp_path / "corpus")
    assert faults(site(tmp_path / "site", home=""), read.records) == (
        "opinions/2003/05/: the page does not show the words of the approved text",
        "search: of 1 opinions 0 can be found",
    )
