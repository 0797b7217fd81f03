import sys
from pathlib import Path

import pytest

from corpus.finish import dead_links, swap


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = (
            folder / name.replace("_", "/") / "index.html"
            if name != "home"
            else folder / "index.html"
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<html><body>{body}</body></html>")
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
    assert dead_links(site(tmp_path, home=body, a='<p id="here">', a_b="")) == ()


@pytest.mark.parametrize(
    "link", ["../b/", "../a/#there", "#none", "../a", "/site/a/", "../../x.css"]
)
def test_a_link_that_leads_nowhere_is_told_with_its_page(tmp_path: Path, link: str) -> None:
    built = site(tmp_path, home="", a=f'<a href="{link}">x</a>')
    assert dead_links(built) == (f"a/: {link}",)


def test_a_missing_file_is_told_too(tmp_path: Path) -> None:
    built = site(tmp_path, home='<img src="none.png">')
    assert dead_links(built) == ("home: none.png",)


@pytest.mark.parametrize("at_once", [True, False])
def test_the_new_site_takes_the_place_of_the_old_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at_once: bool,  # noqa: FBT001
) -> None:
    if not at_once:
        monkeypatch.setattr(sys, "platform", "other")
    built, place = (
        site(tmp_path / "built", home="new"),
        site(tmp_path / "site", home="old", a="old"),
    )
    swap(built, place)
    assert "new" in (place / "index.html").read_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]
    assert [path.name for path in place.iterdir()] == ["index.html"]


def test_the_first_site_is_just_put_there(tmp_path: Path) -> None:
    swap(site(tmp_path / "built", home="new"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()
