"""The tags that Pagefind reads."""

from pathlib import Path

import factories
from corpus.output.exports.search_tags import search_tags
from factories import Files, catalog_record, read_valid_corpus

LATER: Files = {
    "opinions/2010/12.md": catalog_record(
        12, 2010, "opinions: [{cites: 2003/05, effect: supersedes}]\naliases: [X-12]"
    )
}


def tags(root: Path, number: int) -> list[tuple[str, str]]:
    index = factories.index_of(read_valid_corpus(root, LATER))
    (record,) = (record for record in index.records if record.id.number == number)
    attributes = [tag.attributes for tag in search_tags(record, index)]
    return [
        (next(iter(values.values())).removesuffix("[content]"), values["content"])
        for values in attributes
    ]


def test_an_opinion_can_be_found_by_everything_that_it_is_about(tmp_path: Path) -> None:
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


def test_an_opinion_can_be_found_by_its_aliases(tmp_path: Path) -> None:
    assert dict(tags(tmp_path, 12))["aliases"].endswith("X-12")
