from pathlib import Path

import pytest
from lxml import html

import factories
from corpus.outside import OutsideError
from corpus.search import facets, fragments, index
from factories import Files, catalogued, sound

LATER: Files = {
    "opinions/2010/12.md": catalogued(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]\naliases: [X-12]"
    )
}


def tags(root: Path, number: int) -> list[tuple[str, str]]:
    corpus = sound(root, LATER)
    citing = factories.citing(corpus)
    (record,) = (one for one in corpus.records if one.id.number == number)
    tree = html.fromstring(f"<html><head>{facets(record, citing, corpus.references)}</head></html>")
    return [
        (next(iter(meta.attrib.values())).removesuffix("[content]"), meta.get("content"))
        for meta in tree.iter("meta")
    ]


def test_an_opinion_can_be_found_by_all_that_it_is_about(tmp_path: Path) -> None:
    assert tags(tmp_path, 5) == [
        ("Year", "2003"),
        ("Status", "Superseded"),
        ("Text", "Held"),
        ("Topic", "Confidentiality"),
        ("Program", "Superior court"),
        ("Standard", "Standard 3"),
        ("label", "AO 5 (2003)"),
        ("status", "Superseded by AO 12 (2010)"),
        ("aliases", "5 (2003), 05 (2003), 03-5, 03-05"),
    ]


def test_further_spellings_are_found_too(tmp_path: Path) -> None:
    assert dict(tags(tmp_path, 12))["aliases"].endswith("X-12")


def test_only_marked_pages_of_opinions_are_indexed_and_no_interface_of_others_is_kept(
    tmp_path: Path,
) -> None:
    page = "<html lang='en'><body><h1>A</h1><p{}>words</p></body></html>"
    marked = " data-pagefind-body"
    for url, mark in (("", marked), ("opinions/2003/05/", marked), ("opinions/2003/06/", "")):
        (tmp_path / url).mkdir(parents=True, exist_ok=True)
        (tmp_path / url / "index.html").write_text(page.format(mark))
    index(tmp_path, tmp_path / "log")
    assert fragments(tmp_path) == 1
    assert not list((tmp_path / "pagefind").glob("*ui*"))
    assert (tmp_path / "pagefind/pagefind.js").is_file()


def test_a_crash_of_pagefind_is_told_with_the_place_of_its_words(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match=r"^Pagefind failed: .*; all that it said is in .*log$"):
        index(tmp_path / "nowhere", tmp_path / "log")
    assert (tmp_path / "log").read_text()
