"""A format in the table of exports appears everywhere: nothing else lists the formats."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from lxml import html

import factories
from corpus.build.contents import site_tasks
from corpus.output.exports.formats import (
    CITATION_FORMATS,
    DATASET_FORMATS,
    OPINION_FORMATS,
    ExportFormat,
)
from corpus.output.task import files_of

OPINION = "opinions/2003/05/"
TOPIC = "topics/confidentiality/"


@cache
def site_files() -> dict[str, str]:
    with TemporaryDirectory() as root:
        return dict(files_of(site_tasks(factories.read_valid_corpus(Path(root)))))


def page(path: str) -> tuple[Any, Any]:
    """The head and the content of a page."""
    _, front, content = site_files()[path].split("---\n", 2)
    head = yaml.safe_load(front).get("head", "")
    return html.fromstring(f"<head>{head}</head>"), html.fromstring(f"<div>{content}</div>")


def links(content: Any) -> list[tuple[str, str]]:
    """The address and the text of each link to a format."""
    anchors = content.xpath("//p[a[@href='cite.bib']]/a")
    return [(anchor.get("href"), anchor.text) for anchor in anchors]


def test_an_opinion_page_links_to_every_format_of_the_opinion() -> None:
    _, content = page(f"{OPINION}index.md")
    formats = (*OPINION_FORMATS, *CITATION_FORMATS)
    assert formats[0].label == "PDF"
    assert links(content) == [(file.opinion_file, file.label) for file in formats]


def test_a_topic_page_links_to_every_citation_format() -> None:
    _, content = page(f"{TOPIC}index.md")
    assert links(content) == [(file.opinion_file, file.label) for file in CITATION_FORMATS]


@pytest.mark.parametrize("file", [*CITATION_FORMATS, *OPINION_FORMATS], ids=lambda file: file.label)
def test_the_head_of_an_opinion_page_links_to_the_format(file: ExportFormat) -> None:
    head, _ = page(f"{OPINION}index.md")
    (link,) = head.xpath(f"//link[@href='{file.opinion_file}']")
    assert (link.get("rel"), link.get("type")) == (file.relation, file.media_type)


@pytest.mark.parametrize("file", DATASET_FORMATS, ids=lambda file: file.data_file)
def test_the_data_page_lists_and_describes_the_format(file: ExportFormat) -> None:
    head, content = page("data/index.md")
    (item,) = content.xpath(f"//li[a/@href='{file.data_file}']")
    assert item.text_content() == f"{file.data_file}: {file.description}"
    downloads = json.loads(head.xpath("//script")[0].text)["distribution"]
    assert {
        "@type": "DataDownload",
        "encodingFormat": file.media_type,
        "contentUrl": file.data_file,
    } in downloads


@pytest.mark.parametrize("file", [*CITATION_FORMATS, *OPINION_FORMATS], ids=lambda file: file.label)
def test_the_data_page_names_the_file_of_each_opinion(file: ExportFormat) -> None:
    _, content = page("data/index.md")
    assert file.opinion_file in content.xpath("//p/code/text()")


@pytest.mark.parametrize(
    ("folder", "name", "file"),
    [
        *((OPINION, file.opinion_file, file) for file in (*CITATION_FORMATS, *OPINION_FORMATS)),
        *((TOPIC, file.opinion_file, file) for file in CITATION_FORMATS),
        *(("data/", file.data_file, file) for file in DATASET_FORMATS),
    ],
)
def test_the_file_of_the_format_is_written(folder: str, name: str, file: ExportFormat) -> None:
    assert (f"{folder}{name}" in site_files()) == (file.write is not None)


def test_names_and_files_are_unique() -> None:
    for names in (
        [file.name for file in CITATION_FORMATS],
        [file.opinion_file for file in (*CITATION_FORMATS, *OPINION_FORMATS)],
        [file.data_file for file in DATASET_FORMATS],
    ):
        assert all(names)
        assert len(names) == len(set(names))
