"""Four fictional twins of real bodies: each is checked, built, cited, searched and exported."""

import csv
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from lxml import etree, html

from corpus.analysis.citing import full_citation
from corpus.analysis.find_opinion import find_opinion
from corpus.analysis.index import CorpusIndex, build_index
from corpus.checks.report import as_text
from corpus.checks.runner import check
from corpus.library.corpus import Corpus
from corpus.library.loader import load
from corpus.model.authority import Citation
from corpus.output.exports.search_data import search_data
from corpus.output.exports.search_filters import search_filters
from corpus.output.exports.search_index import search_index
from corpus.pages.authorities import authority_view
from corpus.paths import CorpusPaths
from once import built_once

COLLECTIONS = Path(__file__).parent / "collections"


@dataclass(frozen=True)
class Example:
    """What a body prints, and what follows from it."""

    folder: str
    urls: tuple[str, ...]
    """The pages of its adopted opinions, newest first."""
    citation: str
    """The citation of paragraph 2 of the newest opinion."""
    typed: str
    """What a reader types for it."""
    kinds: tuple[str, ...]
    """What it cites, each with its own pages."""
    heading: str
    """A heading of each page, in the words of the body."""


EXAMPLES = (
    Example(
        "committee",
        ("opinions/2020/03/", "opinions/2019/03/", "opinions/2018/12/"),
        "Palm. Mediator Ethics Comm., Op. 2020-003, ¶ 2 (2020), "
        "https://pmec.example.org/opinions/2020/03/#p2 (later history not checked)",
        "PMEC 2020-003",
        ("rules/10.360/", "statutes/44.405/"),
        "Questions presented and answers",
    ),
    Example(
        "federal",
        ("opinions/2024/05/", "opinions/1999/17/"),
        "Fed. Canvass Comm'n, Advisory Opinion 2024-05, ¶ 2 (2024), "
        "https://canvass.example.org/opinions/opinions/2024/05/#p2 (later history not checked)",
        "AO 2024-5",
        ("statutes/52-30101/", "regulations/11-100.52/"),
        "Questions and conclusions",
    ),
    Example(
        "state-bar",
        (
            *("opinions/feo/2023/03/", "opinions/feo/1998/05/"),
            *("opinions/rpc/179/", "opinions/cpr/12/"),
        ),
        "Meridian State Bar, 2023 Formal Ethics Opinion 3, ¶ 2 (2023) (later history not checked)",
        "23 FEO 3",
        ("rules/1.9/", "canons/3/"),
        "Inquiries and opinions given",
    ),
    Example(
        "without-years",
        ("opinions/702/", "opinions/701/", "opinions/700/"),
        "Lone Mesa Comm. on Prof'l Ethics, Opinion 702, ¶ 2 (2024) (later history not checked)",
        "Opinion 702",
        ("rules/1.05/", "rules/7.02/"),
        "Questions presented and conclusions",
    ),
)
each_body = pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.folder)


def corpus_of(example: Example) -> Corpus:
    return load(CorpusPaths(COLLECTIONS / example.folder))


def index_of(example: Example) -> CorpusIndex:
    corpus = corpus_of(example)
    assert corpus.references
    return build_index(corpus.references, corpus.records)


@each_body
def test_it_has_no_finding(example: Example) -> None:
    assert as_text(check(corpus_of(example))) == "0 errors, 0 warnings"


@each_body
def test_its_opinions_have_their_addresses_and_citations(example: Example) -> None:
    index = index_of(example)
    assert tuple(record.id.url for record in index.records) == example.urls
    assert full_citation(index.records[0], index, 2) == example.citation


@each_body
def test_every_citation_in_its_texts_is_found_and_listed(example: Example) -> None:
    for record in index_of(example).records:
        found = {citation.target for _, citation in record.text_citations}
        assert found == set(record.listed_citations)
        assert not record.unresolved_citations


@each_body
def test_what_a_reader_types_leads_to_the_opinion(example: Example) -> None:
    index = index_of(example)
    newest = index.records[0]
    assert find_opinion(example.typed, index) == newest
    data = json.loads(search_data(index))
    assert [str(newest.id), newest.middle_day.year, index.names.short(newest.id)] in data[
        "opinions"
    ]


@each_body
def test_the_search_has_the_words_of_every_opinion_and_no_draft(example: Example) -> None:
    index = index_of(example)
    files = dict(search_index(index))
    start = json.loads(files["search/index/start.json"])
    assert len(start["statuses"]) == len(example.urls)
    words = "".join(text for name, text in files.items() if re.search(r"/\d+\.json", name))
    for record in index.records:
        title = max(re.findall("[a-z]+", record.opinion.title.lower()), key=len)
        assert f'"{title}"' in words


@pytest.fixture(scope="session")
def example_site(request: pytest.FixtureRequest, shared: Path) -> Path:
    """The site of an example, built once in a run."""
    collection = COLLECTIONS / request.param.folder

    def copy(root: Path) -> CorpusPaths:
        shutil.copytree(collection, root, dirs_exist_ok=True)
        return CorpusPaths(root)

    return built_once(shared / request.param.folder, copy)


each_site = pytest.mark.parametrize(
    ("example_site", "example"),
    [(example, example) for example in EXAMPLES],
    indirect=["example_site"],
    ids=lambda example: example.folder,
)


def page(site: Path, url: str) -> html.HtmlElement:
    return html.fromstring((site / url / "index.html").read_text(encoding="utf-8"))


def words_of_pdf(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        pages = (each.get_textpage().get_text_range() for each in document)
        return " ".join(" ".join(pages).split())


@each_site
def test_its_site_has_its_pages_its_menu_and_its_words(
    example_site: Path, example: Example
) -> None:
    for url in example.urls:
        assert page(example_site, url).findtext(".//h2").strip() == example.heading
        assert (example_site / url / "opinion.pdf").is_file()
    for url in example.kinds:
        assert "Opinions" in page(example_site, url).text_content()
    links = page(example_site, "").xpath("//nav[@class='main-nav']/a/@href")
    assert {kind.partition("/")[0] + "/" for kind in example.kinds} <= set(links)
    assert "standards/" not in links


@each_site
def test_its_files_have_every_adopted_opinion(example_site: Path, example: Example) -> None:
    data: list[dict[str, Any]] = json.loads((example_site / "data/opinions.json").read_text())
    assert {opinion["url"] for opinion in data} == set(example.urls)
    with (example_site / "data/opinions.csv").open(encoding="utf-8-sig") as table:
        assert {row["url"] for row in csv.DictReader(table)} == set(example.urls)
    for url in example.urls:
        opinion = json.loads((example_site / url / "opinion.json").read_text())
        assert opinion["paragraphs"]
        assert (example_site / url / "cite.bib").read_text(encoding="utf-8")


@pytest.mark.parametrize("example_site", [EXAMPLES[3]], indirect=True)
def test_an_approval_known_to_the_month_is_so_exact_everywhere(example_site: Path) -> None:
    folder = example_site / "opinions/700"
    shown = page(example_site, "opinions/700/")
    assert shown.xpath("//p[@class='facts']//time/@datetime") == ["2022-10"]
    assert "Issued October 2022" in " ".join(shown.xpath("string(//p[@class='facts'])").split())
    assert "In October 2022" in [" ".join(term.text_content().split()) for term in shown.iter("dt")]
    assert shown.xpath("//meta[@name='citation_publication_date']/@content") == ["2022-10"]
    assert shown.xpath("//meta[@name='dcterms.modified']/@content") == ["2024-05"]
    assert json.loads((folder / "opinion.json").read_text())["approved"] == "2022-10"
    (item,) = json.loads((folder / "cite.csl.json").read_text())
    assert item["issued"] == {"date-parts": [[2022, 10]]}
    assert "DA  - 2022/10//\n" in (folder / "cite.ris").read_text()
    assert 'month = "10",\n    date = "2022-10"' in (folder / "cite.bib").read_text()
    act = (folder / "opinion.akn.xml").read_text()
    assert '<FRBRdate date="2022-10-01" name="approval, known as 2022-10"/>' in act
    assert "Issued October 2022" in words_of_pdf(folder / "opinion.pdf")
    feed = (example_site / "feed.xml").read_text()
    (entry,) = re.findall(r"<entry>(?:(?!</entry>).)*Issued in October 2022\.", feed, re.DOTALL)
    assert "<updated>2024-05-01T00:00:00+00:00</updated>" in entry, "the day of its last change"
    package = json.loads((example_site / "data/datapackage.json").read_text())
    (table,) = (file for file in package["resources"] if file["path"] == "opinions.csv")
    assert {"string"} == {
        each["type"] for each in table["schema"]["fields"] if each["name"] == "approved"
    }
    home = " ".join(page(example_site, "").text_content().split())
    assert "October 2022" in " ".join(page(example_site, "opinions/").text_content().split())
    assert "October 1" not in home


@pytest.mark.parametrize("example_site", [EXAMPLES[3]], indirect=True)
def test_a_change_of_the_law_in_that_month_is_neither_before_nor_since(example_site: Path) -> None:
    shown = page(example_site, "opinions/700/")
    terms = {" ".join(term.text.split()): term for term in shown.iter("dt")}
    around = terms["In the same month, before or after"].getparent().text_content()
    assert "October 17, 2022" in around
    assert "Changed since" not in terms
    data = json.loads((example_site / "opinions/700/opinion.json").read_text())
    assert [cited["changed_since"] for cited in data["cites"]] == [[], []]
    assert data["status_label"] == (
        "Modified as to ¶ 2 by Op. 702; later history not fully checked; "
        "Rule 7.02(a) changed in 2022, not known whether before or after this opinion"
    )
    assert "(before or after the opinion)" in words_of_pdf(
        example_site / "opinions/700/opinion.pdf"
    )


@pytest.mark.parametrize("example_site", [EXAMPLES[2]], indirect=True)
def test_an_approval_known_to_the_year_is_so_exact_everywhere(example_site: Path) -> None:
    folder = example_site / "opinions/cpr/12"
    facts = page(example_site, "opinions/cpr/12/").xpath("string(//p[@class='facts'])")
    assert "Adopted 1979" in " ".join(facts.split())
    assert json.loads((folder / "opinion.json").read_text())["approved"] == "1979"
    (item,) = json.loads((folder / "cite.csl.json").read_text())
    assert item["issued"] == {"date-parts": [[1979]]}
    assert "DA  - 1979///\n" in (folder / "cite.ris").read_text()
    bibtex = (folder / "cite.bib").read_text()
    assert 'date = "1979"' in bibtex
    assert "month" not in bibtex
    assert "Adopted 1979" in words_of_pdf(folder / "opinion.pdf")
    with (example_site / "data/opinions.csv").open(encoding="utf-8-sig") as table:
        approved = {row["url"]: row["approved"] for row in csv.DictReader(table)}
    assert approved["opinions/cpr/12/"] == "1979"
    assert len(approved["opinions/rpc/179/"]) == len("1994-01-21")


@pytest.mark.parametrize("example_site", [EXAMPLES[2]], indirect=True)
@pytest.mark.parametrize(
    ("url", "approved", "others", "fact"),
    [
        (
            *("opinions/rpc/179/", "1994-07-21", ["1996-05-01", "1997-06-03"]),
            "Revised May 1, 1996 and June 3, 1997",
        ),
        ("opinions/feo/1998/05/", "1998-04-16", ["1999-05-01"], "Revised May 1, 1999"),
        ("opinions/cpr/12/", "1979", None, ""),
    ],
)
def test_the_other_dates_of_approval_lines_are_shown_and_exported(
    example_site: Path, url: str, approved: str, others: list[str] | None, fact: str
) -> None:
    data = json.loads((example_site / url / "opinion.json").read_text())
    assert (data["approved"], data.get("other_dates")) == (approved, others)
    facts = " ".join(page(example_site, url).xpath("//p[@class='facts']//text()"))
    assert fact in " ".join(facts.split())
    assert ("Revised" in facts) is bool(fact)
    assert fact in words_of_pdf(example_site / url / "opinion.pdf")
    act = etree.parse(example_site / url / "opinion.akn.xml")
    lines = act.xpath("//*[local-name()='preface']/*")
    assert len(lines) == len(page(example_site, url).xpath("//p[@class='approval']")) + 1


def test_a_later_series_changes_an_earlier_one() -> None:
    index = index_of(EXAMPLES[2])
    changed = json.loads(search_data(index))["changed"]
    assert changed == {"rpc/179": "superseded by 23 FEO 3"}


def test_the_fields_that_bodies_have_are_there() -> None:
    committee, federal = index_of(EXAMPLES[0]), index_of(EXAMPLES[1])
    assert set(search_filters(committee.records, committee)["Separate opinion"]) == {"Dissent"}
    assert [draft.id.url for draft in federal.drafts] == ["opinions/2024/09/"]
    regulation = federal.commission.kinds[1]
    view = authority_view(Citation(regulation, "11-100.52"), federal, is_split=False)
    assert [draft.text for draft in view.drafts] == ["AO 2024-09"]
    newest = federal.records[0]
    kinds = [str(part.heading) for part in newest.separate_parts]
    assert kinds == ["Concurrence of Commissioner Hale", "Dissent of Commissioner Birch"]
    citation = full_citation(newest, federal, 4)
    assert citation.endswith("(Commissioner Birch, dissenting) (later history not checked)")


@pytest.mark.parametrize(
    ("example_site", "example"), [(EXAMPLES[0], EXAMPLES[0])], indirect=["example_site"], ids=[""]
)
def test_an_opinion_of_another_body_is_a_link_and_a_citation_but_no_status(
    example_site: Path, example: Example
) -> None:
    opinion, address = example_site / example.urls[1], "https://bar.example.org/opinions/rpc/179/"
    data = json.loads((opinion / "opinion.json").read_text(encoding="utf-8"))
    assert data["other_opinions"] == [
        {
            "body": "Meridian State Bar",
            "citation": "Meridian RPC 179",
            "url": address,
            "paragraphs": [2],
        },
        {
            "body": "Lone Mesa Committee on Professional Ethics",
            "citation": "Lone Mesa Opinion 700",
            "paragraphs": [2],
        },
    ]
    assert data["status"] == "later_opinions_not_checked"
    links = page(example_site, example.urls[1]).xpath(f"//main//a[@href='{address}']")
    assert [link.text_content() for link in links] == ["Meridian RPC 179"] * 2
    references = page(example_site, example.urls[1]).xpath(
        "//meta[@name='dcterms.references']/@content"
    )
    assert "Meridian State Bar, Meridian RPC 179" in references
    akoma_ntoso = (opinion / "opinion.akn.xml").read_text(encoding="utf-8")
    assert f'<ref href="{address}">Meridian RPC 179</ref>' in akoma_ntoso
    with pikepdf.open(opinion / "opinion.pdf") as pdf:
        annotations = [link for sheet in pdf.pages for link in sheet.get("/Annots", ())]
        found = [str(link["/A"].get("/URI", "")) for link in annotations if "/A" in link]
    assert found.count(address) == 2
    with (example_site / "data/citations.csv").open(encoding="utf-8-sig") as table:
        rows = [row for row in csv.DictReader(table) if row["kind"] == "other_opinion"]
    assert [(row["cited"], row["body"], row["url"], row["effect"]) for row in rows] == [
        ("Meridian RPC 179", "Meridian State Bar", address, "cites"),
        ("Lone Mesa Opinion 700", "Lone Mesa Committee on Professional Ethics", "", "cites"),
    ]


def test_the_search_finds_an_opinion_by_what_it_cites_of_another_body() -> None:
    index = index_of(EXAMPLES[0])
    assert set(search_filters(index.records, index)["Cited body"]) == {
        "Lone Mesa Committee on Professional Ethics",
        "Meridian State Bar",
    }
    words = "".join(text for _, text in search_index(index))
    assert '"meridian"' in words
