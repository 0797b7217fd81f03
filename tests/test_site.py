"""The HTML of the built sites."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from corpus.paths import REPOSITORY, CorpusPaths
from factories import ATTACK

REFRESH = 'http-equiv="refresh"'
"""Markup that only pages of redirects have."""


@pytest.fixture(params=["real_site", "small_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def parse(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


def page(site: Path, url: str) -> html.HtmlElement:
    return parse(site / url / "index.html")


def pages(site: Path) -> list[Path]:
    """Return the paths of all pages that are not redirects."""
    paths = [path for path in sorted(site.rglob("*.html")) if REFRESH not in path.read_text()]
    assert paths
    return paths


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_menu_has_the_kinds_of_authority_that_have_files(small_site: Path) -> None:
    menu = page(small_site, "").xpath("//nav[@aria-label='Main']/a")
    names = ["Questions", "Opinions", "Topics", "Standards", "Statutes", "Programs", "About"]
    assert [text(entry) for entry in menu] == names
    assert not (small_site / "rules").exists()


def test_the_opinion_shows_its_header_questions_answers_and_text(real_site: Path) -> None:
    opinion = page(real_site, "opinions/2003/05")
    content = text(opinion.get_element_by_id("content"))
    for phrase in (
        "Advisory Opinion 05 (2003) · N.C. Dispute Resolution Commission",
        (
            "Later history not checked; "
            "N.C. Gen. Stat. § 7A-38.2(b) reworded since; Standard 3(c) reformatted in 2020"
        ),
        "Approved November 7, 2003",
        "Workers’ compensation",
        "Confidentiality",
        "Contact after mediation",
        "the approved text below prevails",
    ):
        assert phrase in content
    answers = [text(answer) for answer in opinion.xpath("//*[starts-with(@id, 'holding-')]")]
    assert [answer.partition("Answered in ")[2] for answer in answers] == [
        (
            "¶ 4, ¶ 5; asked in ¶ 2 This answer: later history not checked; "
            "N.C. Gen. Stat. § 7A-38.2(b), cited in ¶ 7, reworded since"
        ),
        (
            "¶ 6, relying on Standard 3(c); asked in ¶ 3 This answer: later history not checked; "
            "N.C. Gen. Stat. § 7A-38.2(b), cited in ¶ 7, reworded since; "
            "Standard 3(c) reformatted in 2020"
        ),
    ]
    assert text(opinion.get_element_by_id("p6")).startswith("Unless the mediator previously")


def test_a_standard_names_opinion_holding_and_paragraph(real_site: Path) -> None:
    part = page(real_site, "standards/3").get_element_by_id("c")
    links = [(text(link), link.get("href")) for link in part.iter("a")]
    url = "../../opinions/2003/05/"
    question = "May the mediator name the person who gave the information in caucus, if that person"
    assert links[1:] == [
        ("¶ 6", f"{url}#p6"),
        (f"{question} first permits it?", f"{url}#issue-2"),
        ("¶ 6", f"{url}#p6"),
    ]


def test_a_statute_says_that_no_holding_rests_on_it(real_site: Path) -> None:
    part = text(page(real_site, "statutes/7A-38.2").get_element_by_id("b"))
    assert "AO 5 (2003) cited in ¶ 7" in part
    assert "No answer is recorded as relying on this provision." in part


def test_no_page_loads_anything_from_another_host(site: Path) -> None:
    for path in pages(site):
        tree = parse(path)
        urls = tree.xpath("//@src | //link[@rel != 'canonical' and @rel != 'type']/@href")
        assert not [url for url in urls if urlsplit(url).netloc], path


def test_every_script_is_a_file_of_the_site(site: Path) -> None:
    for path in pages(site):
        tree = parse(path)
        inline = tree.xpath("//script[not(@src)]")
        assert {script.get("type") for script in inline} <= {"application/ld+json"}, path
        parent = site if path.name == "404.html" else path.parent
        loaded = [(parent / url.lstrip("/")).resolve() for url in tree.xpath("//script/@src")]
        folder = site.resolve() / "assets/js"
        names = ("cite-check", "menu", "opinion", "search", "sort", "theme", "verify")
        assert set(loaded) <= {folder / f"{name}.js" for name in names}, path


def test_every_page_has_one_main_heading_a_title_and_a_language(site: Path) -> None:
    for path in pages(site):
        tree = parse(path)
        assert len(tree.xpath("//h1")) == 1, path
        assert tree.xpath("string(//title)").strip(), path
        assert tree.get("lang") == "en", path


def test_ids_are_unique_on_every_page(site: Path) -> None:
    for path in pages(site):
        ids = parse(path).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_page_says_that_the_approved_text_prevails(site: Path) -> None:
    for path in pages(site):
        assert "the approved text prevails" in path.read_text(encoding="utf-8"), path


def test_every_page_can_be_reached_from_the_home_page(site: Path) -> None:
    reached, queue = set(), [""]
    while queue:
        url = queue.pop()
        if url in reached or not (site / url / "index.html").is_file():
            continue
        reached.add(url)
        for link in page(site, url).xpath("//a/@href"):
            target = urljoin(f"https://site/{url}", link)
            if target.startswith("https://site/"):
                queue.append(urlsplit(target).path.removeprefix("/"))
    folders = {path.parent for path in pages(site) if path.name == "index.html"}
    urls = {folder.relative_to(site).as_posix() for folder in folders}
    assert {url.rstrip("/") or "." for url in reached} == urls


def test_no_attack_becomes_markup(small_attacked_site: Path) -> None:
    for path in pages(small_attacked_site):
        folders = set(path.relative_to(small_attacked_site).parts)
        if {"checks", "cite-check", "data", "search", "verify"} & folders:
            continue  # these pages show no text of a record, and have code of our own
        tree = parse(path)
        assert tree.xpath("//script[not(@src) and @type != 'application/ld+json']") == [], path
        assert tree.xpath("//img | //code | //body//title[not(ancestor::svg)]") == [], path
        assert tree.xpath("//@*[starts-with(name(), 'on')]") == [], path
        links = [urlsplit(link).scheme for link in tree.xpath("//@href")]
        assert set(links) <= {"", "https"}, path


@pytest.mark.parametrize(
    "url", ["", "opinions", "opinions/2003/05", "topics", "topics/confidentiality", "standards/3"]
)
def test_attacks_are_shown_as_written(small_attacked_site: Path, url: str) -> None:
    tree = page(small_attacked_site, url)
    assert ATTACK in tree.text_content()
    title = tree.xpath("string(//title)")
    for text in (title, *tree.xpath("//meta[@name='description']/@content")):
        assert "<img" not in text or ATTACK in text


def test_the_schema_of_a_record_is_served(real_site: Path) -> None:
    served = (real_site / "data" / "opinion.schema.json").read_text(encoding="utf-8")
    assert served == CorpusPaths(REPOSITORY).schema.read_text(encoding="utf-8")
