"""The pages and the data of bodies with other kinds of authority."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from bodies import BODIES, Body
from corpus.analysis.index import CorpusIndex
from corpus.output.exports.export_tasks import export_tasks
from corpus.output.task import files_of
from corpus.pages.site_pages import site_pages
from factories import index_of, read_valid_corpus


@pytest.fixture(params=list(BODIES.values()), ids=list(BODIES))
def body(request: pytest.FixtureRequest) -> Body:
    chosen: Body = request.param
    return chosen


@pytest.fixture
def index(body: Body, tmp_path: Path) -> CorpusIndex:
    return index_of(read_valid_corpus(tmp_path, body.corpus))


@pytest.fixture
def pages(body: Body, tmp_path: Path) -> dict[str, str]:
    corpus = read_valid_corpus(tmp_path, body.corpus)
    return dict(files_of(site_pages(corpus, index_of(corpus))))


def element(page: str, anchor: str) -> Any:
    """The element of a page with an anchor, or the page as a whole without one."""
    content = html.fromstring(page.split("\n---\n", 1)[1])
    return content.get_element_by_id(anchor) if anchor else content


def test_what_is_cited_has_its_place_on_a_page(body: Body, pages: dict[str, str]) -> None:
    for url, name in body.pages.items():
        page, _, anchor = url.partition("#")
        words = " ".join(element(pages[f"{page}index.md"], anchor).text_content().split())
        assert name in words.replace("\xa0", " "), url
        assert "AO 5 (2003)" in words.replace("\xa0", " "), url


def test_the_text_links_to_that_place(body: Body, pages: dict[str, str]) -> None:
    opinion = element(pages["opinions/2003/05/index.md"], "")
    links = {link.get("href") for link in opinion.xpath("//a")}
    assert {f"../../../{url}" for url in body.pages} <= links


def test_each_kind_has_its_list_in_the_order_of_the_settings(
    body: Body, pages: dict[str, str]
) -> None:
    kinds = body.commission.kinds
    assert all(kind.title in pages[f"{kind.plural}/index.md"] for kind in kinds)
    assert not {"standards/index.md", "topics/1/index.md"} & set(pages)
    table = pages["authorities/index.md"]
    places = [table.index(f'id="{kind.plural}"') for kind in kinds]
    assert places == sorted(places)


def test_the_data_name_each_kind_as_the_settings_do(body: Body, index: CorpusIndex) -> None:
    files = dict(files_of(export_tasks(index)))
    (opinion,) = json.loads(files["data/opinions.json"])
    cited = {cite["url"]: cite["label"] for cite in opinion["cites"]}
    assert body.pages.items() <= cited.items()
    rows = csv.DictReader(StringIO(files["data/citations.csv"].lstrip("\ufeff")))
    assert {row["kind"] for row in rows} == {kind.id for kind in body.commission.kinds}
    schema = json.loads(files["data/opinion.schema.json"])["$defs"]["Opinion"]["properties"]
    assert {kind.plural for kind in body.commission.kinds} <= set(schema)
    assert "standards" not in schema


def test_the_search_can_be_narrowed_to_each_kind(body: Body, pages: dict[str, str]) -> None:
    (filters,) = element(pages["search/index.md"], "").xpath("//@data-filters")
    kinds = [(kind.name, body.commission.menu_title(kind)) for kind in body.commission.kinds]
    assert [*json.loads(filters).items()][2 : 2 + len(kinds)] == kinds
