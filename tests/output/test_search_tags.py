from pathlib import Path

from lxml import html

import factories
from corpus.output.exports.facets import facets
from factories import Files, catalogued, sound

LATER: Files = {
    "opinions/2010/12.md": catalogued(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]\naliases: [X-12]"
    )
}


def tags(root: Path, number: int) -> list[tuple[str, str]]:
    corpus = sound(root, LATER)
    index = factories.index_of(corpus)
    (record,) = (one for one in corpus.records if one.id.number == number)
    tree = html.fromstring(f"<html><head>{facets(record, index)}</head></html>")
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
