"""The tags in the head of pages and the pages of short addresses, as a browser reads them."""

import json
from pathlib import Path
from typing import Any

from lxml import html

import factories
from corpus.model.opinion_id import OpinionId
from corpus.output.task import files_of
from corpus.pages.opinions import opinion_head
from corpus.pages.site_pages import redirect_pages
from corpus.pages.tools import data_head
from factories import ATTACK, Files, catalog_record, read_valid_corpus, record_text


def parse_head(head: str) -> Any:
    return html.fromstring(f"<html><head>{head}</head></html>")


def linked_data(tree: Any) -> dict[str, Any]:
    (script,) = tree.xpath("//script")
    assert script.get("type") == "application/ld+json"
    data: dict[str, Any] = json.loads(script.text)
    return data


def test_the_head_of_an_opinion_has_metadata_links_and_linked_data(
    tmp_path: Path,
) -> None:
    index = factories.index_of(read_valid_corpus(tmp_path))
    tree = parse_head(opinion_head(index.records[0], index))
    assert tree.xpath("//meta[@name='citation_author']/@content") == ["Harbor Board of Mediation,"]
    assert tree.xpath("//link[@rel='describedby'][@type='application/json']/@href") == [
        "opinion.json"
    ]
    assert linked_data(tree)["@type"] == "Report"


def test_the_head_of_the_data_page_describes_the_data_files(tmp_path: Path) -> None:
    head = data_head(factories.index_of(read_valid_corpus(tmp_path)))
    assert linked_data(parse_head(head))["@type"] == "Dataset"


def test_no_word_of_a_record_is_markup_in_the_head(tmp_path: Path) -> None:
    attack = f"{ATTACK}</script><script>alert(1)</script>"
    quoted = attack.replace('"', '\\"')
    files = {"opinions/2003/05.md": record_text(f'title: "{quoted}"\nsummary: "{quoted}"')}
    index = factories.index_of(read_valid_corpus(tmp_path, files))
    tree = parse_head(opinion_head(index.by_id[OpinionId(2003, 5)], index))
    assert linked_data(tree)["abstract"] == attack
    assert tree.xpath("//meta[@name='citation_abstract']/@content") == [attack]


def redirect(root: Path, files: Files) -> Any:
    pages = dict(files_of(redirect_pages(factories.index_of(read_valid_corpus(root, files)))))
    return html.fromstring(pages["ao/5/index.html"])


def test_a_short_address_redirects_to_its_only_opinion(tmp_path: Path) -> None:
    tree = redirect(tmp_path, {})
    assert tree.xpath("//meta[@http-equiv='refresh']/@content") == [
        "0; url=../../opinions/2003/05/"
    ]
    assert tree.xpath("//link[@rel='canonical']/@href") == ["../../opinions/2003/05/"]
    assert tree.findtext(".//title") == "AO 5 (2003)"


def test_a_short_address_of_two_opinions_lets_the_reader_choose(tmp_path: Path) -> None:
    tree = redirect(tmp_path, {"opinions/2004/05.md": catalog_record(5, 2004)})
    assert not tree.xpath("//meta[@http-equiv='refresh']")
    assert tree.findtext(".//title") == "Which opinion?"
    assert tree.xpath("//li/a/@href") == ["../../opinions/2004/05/", "../../opinions/2003/05/"]


def test_no_title_is_markup_on_the_page_of_a_short_address(tmp_path: Path) -> None:
    quoted = ATTACK.replace('"', '\\"')
    tree = redirect(tmp_path, {"opinions/2003/05.md": record_text(f'title: "{quoted}"')})
    assert ATTACK in tree.xpath("//li")[0].text_content()
    assert not tree.xpath("//img")
