"""Pages as values, and whole pages against their golden copies (`make golden` writes those)."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from lxml import html
from markupsafe import escape

import factories
from corpus.analysis.status import Status
from corpus.checks.registry import RULES
from corpus.library.corpus import ValidCorpus
from corpus.model.opinion import Opinion
from corpus.model.static_page import RESERVED_PAGE_NAMES
from corpus.output.exports.opinion_data import opinion_data
from corpus.output.task import files_of
from corpus.pages.page_tasks import DEFAULT_LIMITS, PageLimits
from corpus.pages.site_pages import redirect_pages, site_pages
from corpus.paths import REPOSITORY
from corpus.pdf.opinions import opinion_document
from factories import COMMISSION, PROGRAMS, Files, catalog_record, full_record, record_text
from golden_files import assert_golden

GOLDEN = Path(__file__).parent / "golden"
PAGES = ("opinions/2003/05/index.md", "standards/3/index.md", "topics/index.md", "index.md")


def pages_of(corpus: ValidCorpus, limits: PageLimits = DEFAULT_LIMITS) -> dict[str, str]:
    index = factories.index_of(corpus)
    return dict(files_of((*site_pages(corpus, index, limits), *redirect_pages(index))))


def in_plain_words(page: str) -> str:
    """A page without the marks that keep a number on one line, and the links of statuses."""
    unmarked = re.sub(r'<span class="unbroken">(.*?)</span>', r"\1", page)
    return re.sub(
        r'<span class="status .*?</span>',
        lambda status: re.sub("</?a.*?>", "", status[0]),
        unmarked,
    )


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_its_golden_copy(small_corpus: ValidCorpus, name: str) -> None:
    page = pages_of(small_corpus)[name]
    assert_golden(GOLDEN / name.replace("/", "-"), page)


def test_lists_of_provisions_mark_what_was_repealed(tmp_path: Path) -> None:
    repeal = "{effective: 2020-01-01, verb: repealed, event: Repealed, source: {title: Minutes}}"
    standard = factories.standard_text(f"editions: [{repeal}]\n")
    corpus = factories.read_valid_corpus(tmp_path, {"standards/3.md": standard})
    pages = pages_of(corpus)
    (jump,) = html.fromstring(pages["standards/3/index.md"]).xpath("//ul[@class='jump']")
    listed = [" ".join(item.text_content().split()) for item in jump]
    assert listed[:2] == [
        "Standard 3 1 opinion Repealed in 2020",
        "Standard 3(c) 1 opinion Repealed in 2020",
    ]
    for name, marks in (("standards", 1), ("authorities", 2)):
        shown = html.fromstring(pages[f"{name}/index.md"]).xpath("//th/*[contains(@class, 'law')]")
        assert [mark.text_content() for mark in shown] == ["Repealed in 2020"] * marks


def test_every_permanent_url_has_its_page(small_corpus: ValidCorpus) -> None:
    paths = (path for path in pages_of(small_corpus) if "checks/op" not in path)
    assert sorted(paths) == [
        "about.md",
        "ao/05/index.html",
        "ao/5/index.html",
        "authorities/index.md",
        "checks/index.md",
        "cite-check/index.md",
        "data/index.md",
        "index.md",
        "opinions/05/index.html",
        "opinions/2003/05/index.md",
        "opinions/2003/index.md",
        "opinions/5/index.html",
        "opinions/index.md",
        "pictures/index.md",
        "print/index.md",
        "programs/index.md",
        "programs/superior-court/index.md",
        "questions/index.md",
        "search/index.md",
        "standards/3/index.md",
        "standards/index.md",
        "statutes/7A-38.2/index.md",
        "statutes/index.md",
        "topics/confidentiality/index.md",
        "topics/fees/index.md",
        "topics/index.md",
        "verify/index.md",
    ]


def test_hand_written_pages_cannot_take_the_name_of_a_generated_folder(
    small_corpus: ValidCorpus,
) -> None:
    folders = {
        path.partition("/")[0] for path in pages_of(small_corpus) if path.endswith("/index.md")
    }
    kinds = {kind.plural for kind in small_corpus.references.commission.kinds}
    assert folders <= RESERVED_PAGE_NAMES | kinds


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", ""),
        ("repository: https://git.example.org/board/opinions", ""),
        ("repository: https://github.com/board/opinions", "--repo board/opinions \\"),
        ("repository: https://github.com/board/opinions.git", "--repo board/opinions \\"),
    ],
)
def test_the_signatures_of_releases_are_explained_only_with_the_repository_on_github(
    tmp_path: Path, line: str, command: str
) -> None:
    settings = f"{factories.COMMISSION}{line}\n"
    corpus = factories.read_valid_corpus(tmp_path, {"standards/commission.yml": settings})
    page = pages_of(corpus)["verify/index.md"]
    assert ("signed" in page) is bool(command)
    assert command in page
    assert "OWNER" not in page


def test_a_hand_written_page_has_its_placeholders_filled_in(tmp_path: Path) -> None:
    files: Files = {
        "pages/index.md": factories.page_text("# Hello\n\n<!-- topics -->"),
        "pages/about.md": factories.page_text("# About\n\n<!-- collection -->"),
    }
    corpus = factories.read_valid_corpus(tmp_path, files)
    pages = pages_of(corpus)
    assert "# Hello\n\n<section" in pages["index.md"]
    assert ">Coverage<" not in pages["index.md"]
    assert 'href="opinions/2003/05/#issue-1"' in pages["index.md"]
    assert ">Coverage<" in pages["about.md"]


@pytest.mark.parametrize(
    "status", [it for it in Status if it not in {Status.CURRENT, Status.DRAFT}]
)
def test_the_default_page_about_a_collection_explains_each_status(
    small_corpus: ValidCorpus, status: Status
) -> None:
    assert f"**{str(status).capitalize()}**" in pages_of(small_corpus)["about.md"]


def test_the_words_that_modify_an_opinion_stand_on_its_page_in_its_data_and_in_its_pdf(
    tmp_path: Path,
) -> None:
    words = "We modify AO 5 (2003): a partner too."
    relation = "opinions: [{cites: 2003/05, effect: modifies, at: [2]}]"
    corpus = factories.read_valid_corpus(
        tmp_path, {"opinions/2010/12.md": full_record(12, 2010, relation, words)}
    )
    index = factories.index_of(corpus)
    record = next(record for record in index.records if record.id.number == 5)
    assert isinstance(record.opinion, Opinion)
    page = in_plain_words(pages_of(corpus)["opinions/2003/05/index.md"])
    assert f"<blockquote><p>{words}</p></blockquote>" in page
    assert [change.words for change in opinion_data(record, index).changes] == [words]
    changes = opinion_document(record, record.opinion, index).status_changes
    assert [change.words for change in changes] == [words]


def test_each_question_of_a_list_has_its_own_answer(tmp_path: Path) -> None:
    fields = (
        "issues:\n  - {id: a, question: First?, at: [1]}\n  - {id: b, question: Second?, at: [1]}\n"
        "holdings:\n  - {id: x, answers: b, text: To second., at: [2]}\n"
        "  - {id: y, answers: a, text: To first., at: [2], cites: ['3(c)']}\n"
    )
    corpus = factories.read_valid_corpus(tmp_path, {"opinions/2003/05.md": record_text(fields)})
    for name in ("questions/index.md", "opinions/2003/05/index.md"):
        html = pages_of(corpus)[name]
        html = html[html.index("\n---\n") :]
        order = [html.index(words) for words in ("First?", "To first.", "Second?", "To second.")]
        assert order == sorted(order), name


def test_no_field_of_a_record_becomes_markup(tmp_path: Path) -> None:
    attack = '"><script>alert(1)</script>'
    quoted = attack.replace('"', '\\"')
    text = record_text(f'title: "{quoted}"\nsummary: "{quoted}"\nsource: {{title: "{quoted}"}}')
    corpus = factories.read_valid_corpus(tmp_path, {"opinions/2003/05.md": text})
    for name, staged in pages_of(corpus).items():
        _, _, content = staged.rpartition("\n---\n")
        assert "<script>alert" not in content, name


def test_every_rule_has_its_page_with_its_examples_escaped(small_corpus: ValidCorpus) -> None:
    pages = pages_of(small_corpus)
    for code, rule in RULES.items():
        html = pages[f"checks/{code.lower()}/index.md"]
        assert rule.name in html
        assert str(escape(rule.good)) in html
        assert f'<a href="{code.lower()}/">' in pages["checks/index.md"]
        assert "`" not in html.partition("\ndescription")[0], "backticks in the title"
    assert "<code>---</code>" in pages["checks/op002/index.md"]


def test_a_catalogue_record_says_that_its_text_is_not_held(tmp_path: Path) -> None:
    source = "source: {title: The Board, url: 'https://board.example.org'}"
    files: Files = {
        "opinions/2004/06.md": catalog_record(6, 2004, 'standards: ["3"]'),
        "standards/commission.yml": COMMISSION.replace(
            "source: {title: Minutes of the Board}", source
        ),
    }
    corpus = factories.read_valid_corpus(tmp_path, files)
    pages = pages_of(corpus)
    html = pages["opinions/2004/06/index.md"]
    assert "This site does not have the full text of this opinion" in html
    assert 'href="https://board.example.org/6"' in html
    assert '<a href="https://board.example.org">Harbor Board</a> for it.' in html
    assert 'href="../../../standards/3/"' in html
    assert "Full text not available here" in pages["opinions/index.md"]
    assert "1 opinion with the full text" in pages["index.md"]
    assert "1 listed, full text not available here" in pages["index.md"]
    latest = pages["index.md"].partition("New and changed opinions")[2]
    assert "Opinion 6</a>" in in_plain_words(latest)


@pytest.mark.parametrize(
    ("year", "files", "days"),
    [
        (2004, {}, ["2020-03-01"]),
        (2020, {}, ["2020-03-01"]),
        (2021, {}, []),
        (2004, factories.UNCHANGED_LAW, []),
    ],
)
def test_a_catalogue_record_tells_what_changed_in_the_law_from_its_year_on(
    tmp_path: Path, year: int, files: Files, days: list[str]
) -> None:
    path = f"opinions/{year}/06"
    record = {f"{path}.md": catalog_record(6, year, 'standards: ["3"]')}
    page = pages_of(factories.read_valid_corpus(tmp_path, {**files, **record}))[f"{path}/index.md"]
    tree = html.fromstring(page.rpartition("\n---\n")[2])
    assert tree.xpath("//*[@id='law-since']/following-sibling::ul//time/@datetime") == days
    assert ("cannot tell whether they affect it" in page) == bool(days)


def test_missing_numbers_are_listed_if_numbers_run_on_across_years(tmp_path: Path) -> None:
    files: Files = {
        "standards/commission.yml": factories.COMMISSION + "first_number: 2\n",
        "opinions/2004/09.md": catalog_record(9, 2004),
    }
    corpus = factories.read_valid_corpus(tmp_path, files)
    pages = pages_of(corpus)
    assert "Numbers 2 to 4 and 6 to 8<" in pages["opinions/index.md"]
    assert "At least 6 missing (through number&nbsp;9)<" in pages["opinions/index.md"]


def test_the_page_of_a_year_leads_to_the_years_before_and_after_it(tmp_path: Path) -> None:
    files = {
        f"opinions/{year}/0{n}.md": catalog_record(n, year) for n, year in ((6, 2004), (7, 2009))
    }
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    links = {
        year: re.findall(r'rel="(\w+)" href="([^"]+)"', pages[f"opinions/{year}/index.md"])
        for year in (2003, 2004, 2009)
    }
    assert links == {
        2003: [("next", "../2004/")],
        2004: [("prev", "../2003/"), ("next", "../2009/")],
        2009: [("prev", "../2004/")],
    }


def test_the_address_in_a_citation_breaks_before_its_parts_only(tmp_path: Path) -> None:
    settings = f"{COMMISSION}site: https://opinions.harborboard.gov/ao/\n"
    corpus = factories.read_valid_corpus(tmp_path, {"standards/commission.yml": settings})
    page = pages_of(corpus)["opinions/2003/05/index.md"]
    assert "https://opinions.harborboard.gov/<wbr>ao/<wbr>opinions/<wbr>2003/<wbr>05/" in page


def test_a_chart_of_many_years_says_on_a_phone_that_it_can_be_scrolled(tmp_path: Path) -> None:
    many = {
        f"opinions/{2003 + n}/{n + 5:02}.md": catalog_record(n + 5, 2003 + n, "topics: [fees]")
        for n in range(1, 8)
    }
    for number, files in enumerate(({}, many)):
        corpus = factories.read_valid_corpus(tmp_path / str(number), files)
        assert ("scroll-hint" in pages_of(corpus)["pictures/index.md"]) == bool(files)


SUPERSEDED: Files = {
    "opinions/2004/06.md": full_record(
        6, 2004, "opinions: [{cites: 2003/05, effect: supersedes, at: [2]}]", "Not AO 05 (2003)."
    )
}


@pytest.mark.parametrize(
    "name", ["opinions/2003/05/index.md", "opinions/index.md", "standards/3/index.md"]
)
def test_every_page_that_names_an_opinion_shows_its_status(tmp_path: Path, name: str) -> None:
    corpus = factories.read_valid_corpus(tmp_path, SUPERSEDED)
    assert "Superseded by AO 6 (2004)" in in_plain_words(pages_of(corpus)[name])


def test_a_withdrawal_of_a_later_opinion_is_told_with_every_change_that_it_made(
    tmp_path: Path,
) -> None:
    withdrawn = "withdrawn: {on: 2006-01-01, reason: The Board said so.}\n---\n"
    later = SUPERSEDED["opinions/2004/06.md"]
    assert isinstance(later, str)
    files = {"opinions/2004/06.md": later.replace("---\n\n", f"{withdrawn}\n", 1)}
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    by_opinions = "Superseded by AO 6 (2004), since withdrawn"
    label = f"{by_opinions}; Standard 3(c) changed in 2020"
    page = pages["opinions/2003/05/index.md"]
    tree = html.fromstring(page.rpartition("\n---\n")[2])
    (bar,), (in_full,) = tree.find_class("standing"), tree.find_class("still-holds")
    assert bar.find("p/span").text_content() == f"{by_opinions}; law changed since"
    assert label in in_full.text_content()
    assert "See ¶\N{NO-BREAK SPACE}2 of Advisory Opinion 06 (2004)" in in_full.text_content()
    for name in ("opinions/index.md", "questions/index.md", "standards/3/index.md"):
        assert label in in_plain_words(pages[name]), name


@pytest.mark.parametrize(
    ("fields", "label", "before_answer"),
    [
        ("effect: supersedes, at: [2]", "Superseded by AO 6 (2004)", ["Superseded"]),
        ("effect: modifies, at: [2]", "Modified by AO 6 (2004)", []),
    ],
)
def test_the_bar_says_what_changed_all_answers_and_leads_to_the_later_opinion(
    tmp_path: Path, fields: str, label: str, before_answer: list[str]
) -> None:
    later = full_record(
        6, 2004, f"opinions: [{{cites: 2003/05, {fields}}}]", "Unlike AO 05 (2003)."
    )
    files = {**factories.UNCHANGED_LAW, "opinions/2004/06.md": later}
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["opinions/2003/05/index.md"]
    tree = html.fromstring(page.rpartition("\n---\n")[2])
    (bar,), (in_full,) = tree.find_class("standing"), tree.find_class("still-holds")
    *before, status = (mark.text_content() for mark in tree.find_class("status"))
    assert before == before_answer
    (strong,) = bar.iter("strong")
    assert strong.text_content() == status
    assert status.partition(";")[0] == label
    later_page = "../../../opinions/2004/06/"
    assert [link.get("href") for link in bar.iter("a")] == [f"{later_page}#p2", "#still-holds"]
    links = [link.get("href") for link in in_full.iter("a")]
    assert links == [f"{later_page}#p2", f"{later_page}#p2", later_page]


def test_a_withdrawn_opinion_gives_the_day_where_readers_land_and_the_reason_once(
    tmp_path: Path,
) -> None:
    text = record_text("withdrawn: {on: 2006-01-01, reason: The Board said so.}\n")
    pages = pages_of(factories.read_valid_corpus(tmp_path, {"opinions/2003/05.md": text}))
    tree = html.fromstring(pages["opinions/2003/05/index.md"].rpartition("\n---\n")[2])
    (bar,) = tree.find_class("standing")
    assert " ".join(bar.text_content().split()).startswith("Withdrawn on January 1, 2006")
    before_answer, _ = tree.find_class("status")
    assert before_answer.getparent().text_content() == "Withdrawn It may."
    assert tree.text_content().count("The Board said so.") == 1


def test_the_reason_of_a_withdrawal_leads_to_the_opinions_that_it_names(tmp_path: Path) -> None:
    reason = "Replaced by AO 6 (2004), not by AO 9 (2009) & <b>."
    text = record_text(f"withdrawn: {{on: 2006-01-01, reason: {reason!r}}}\n")
    files = {"opinions/2003/05.md": text, "opinions/2004/06.md": catalog_record(6, 2004)}
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["opinions/2003/05/index.md"]
    (line,) = html.fromstring(page.rpartition("\n---\n")[2]).find_class("withdrawal-reason")
    assert line.text_content() == f"Reason for the withdrawal: {reason}"
    links = [(link.text_content(), link.get("href")) for link in line.iter("a")]
    assert links == [("AO 6 (2004)", "../../../opinions/2004/06/")]


def test_the_note_on_marks_stands_only_where_an_opinion_is_listed(tmp_path: Path) -> None:
    pages = pages_of(factories.read_valid_corpus(tmp_path))
    says = {
        name: "A mark shows a later change" in pages[f"{name}/index.md"]
        for name in ("standards/3", "statutes/7A-38.2", "topics/confidentiality", "topics/fees")
    }
    assert list(says.values()) == [True, False, True, False], says


def test_what_was_changed_in_one_answer_only_is_said_of_its_paragraphs(tmp_path: Path) -> None:
    two = record_text(
        "holdings:\n  - {id: x, answers: 1, text: It may., at: [1]}\n"
        "  - {id: y, answers: 1, text: It must., at: [2]}\n"
    )
    later = catalog_record(6, 2004, "opinions: [{cites: 2003/05, effect: modifies, holding: y}]")
    files = {**factories.UNCHANGED_LAW, "opinions/2003/05.md": two, "opinions/2004/06.md": later}
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    tree = html.fromstring(pages["opinions/2003/05/index.md"].rpartition("\n---\n")[2])
    (bar,) = tree.find_class("standing")
    words = " ".join(bar.text_content().split())
    assert words == (
        "Modified as to ¶ 2 by AO 6 (2004); later history not checked Does it still hold?"
    )
    (in_full,) = tree.find_class("still-holds")
    says = " ".join(in_full.text_content().split())
    assert says.endswith(
        "See Advisory Opinion 06 (2004), for answer y (full text not available here)"
    )


def test_the_paragraphs_that_were_changed_stand_beside_the_opinion_that_changed_them(
    tmp_path: Path,
) -> None:
    two = record_text(
        "holdings:\n  - {id: x, answers: 1, text: It may., at: [2]}\n"
        "  - {id: y, answers: 1, text: It must., at: [1]}\n"
    )
    later = catalog_record(6, 2004, "opinions: [{cites: 2003/05, effect: modifies, holding: y}]")
    files = {"opinions/2003/05.md": two, "opinions/2004/06.md": later}
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["opinions/2003/05/index.md"]
    (bar,) = html.fromstring(page.rpartition("\n---\n")[2]).find_class("standing")
    words = " ".join(bar.find("p/span").text_content().split())
    assert words == (
        "Modified as to ¶ 1 by AO 6 (2004); later history not checked; law changed since"
    )


def test_a_change_of_law_stays_in_view_and_an_opinion_without_one_has_no_bar(
    tmp_path: Path,
) -> None:
    for number, (files, bars) in enumerate((({}, 1), (factories.UNCHANGED_LAW, 0))):
        corpus = factories.read_valid_corpus(tmp_path / str(number), files)
        page = pages_of(corpus)["opinions/2003/05/index.md"]
        assert page.count('<div class="standing law-changed"') == bars


def test_a_later_opinion_is_listed_by_what_it_did_to_this_one(tmp_path: Path) -> None:
    pages = pages_of(factories.read_valid_corpus(tmp_path, SUPERSEDED))
    tree = html.fromstring(pages["opinions/2003/05/index.md"].rpartition("\n---\n")[2])
    (heading,) = tree.xpath("//h2[@id='cited-by']")
    (entry,) = heading.getnext().iter("li")
    words = " ".join(entry.text_content().split())
    assert words.startswith("Superseded by AO 6 (2004)")
    assert "No later change recorded" not in words  # only exceptions are marked


CORRECTIONS = """corrections:
  - {on: 2024-03-03, at: [2], what: "“may” was printed as “must”."}
  - {on: 2024-06-05, what: The day was wrong.}
  - {on: 2025-12-01, at: [1, 2], what: "A comma, <b>&</b>."}
"""


@pytest.mark.parametrize(
    ("name", "prefix", "page"),
    [("opinions/2003/05/index.md", "", ""), ("print/index.md", "2003-05-", "../opinions/2003/05/")],
)
def test_corrections_are_marked_at_their_paragraphs_and_listed_by_day(
    tmp_path: Path, name: str, prefix: str, page: str
) -> None:
    files = {"opinions/2003/05.md": record_text(CORRECTIONS)}
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    tree = html.fromstring(pages[name].rpartition("\n---\n")[2])
    marks = tree.find_class("correction-mark")
    assert [mark.getparent().get("id") for mark in marks] == [f"{prefix}p1", f"{prefix}p2"]
    assert {mark.get("aria-label") for mark in marks} == {"as corrected December 1, 2025"}
    assert {mark.get("href") for mark in marks} == {f"#{prefix}corrections"}
    assert not any(mark.text_content() for mark in marks)
    (listed,) = tree.find_class("corrections")
    assert listed.find("h3").get("id") == f"{prefix}corrections"
    assert [row.text_content().split("\n", 1) for row in listed.iter("div")] == [
        ["March 3, 2024", "¶\N{NO-BREAK SPACE}2: “may” was printed as “must”."],
        ["June 5, 2024", "Heading or approval line: The day was wrong."],
        [
            "December 1, 2025",
            "¶\N{NO-BREAK SPACE}1, ¶\N{NO-BREAK SPACE}2: A comma, <b>&</b>.",
        ],
    ]
    links = [link.get("href") for link in listed.iter("a")]
    assert links == [f"{page}#p2", f"{page}#p1", f"{page}#p2"]


def test_an_opinion_without_corrections_has_no_list_of_them(small_corpus: ValidCorpus) -> None:
    pages = pages_of(small_corpus)
    for name in ("opinions/2003/05/index.md", "print/index.md"):
        assert "orrect" not in pages[name].rpartition("\n---\n")[2], name


def test_each_side_of_a_relation_leads_to_the_other(tmp_path: Path) -> None:
    corpus = factories.read_valid_corpus(tmp_path, SUPERSEDED)
    pages = pages_of(corpus)
    assert 'href="../../../opinions/2004/06/#p2"' in pages["opinions/2003/05/index.md"]
    assert 'href="../../../opinions/2003/05/"' in pages["opinions/2004/06/index.md"]


def test_home_says_first_what_is_missing_until_the_collection_is_complete(tmp_path: Path) -> None:
    files: Files = {"opinions/2004/07.md": catalog_record(7, 2004)}
    numbered = f"{COMMISSION}first_number: 5\n"
    for number, (settings, says) in enumerate(
        [(numbered, True), (f"{numbered}complete_until: 2004-12-31\n", False)]
    ):
        corpus = factories.read_valid_corpus(
            tmp_path / str(number), {**files, "standards/commission.yml": settings}
        )
        home = pages_of(corpus)["index.md"]
        sentence = (
            "full text of 1 opinion is here; in all, 1 is only listed and at least 1 is missing,"
        )
        assert (sentence in home.partition('class="topics"')[0]) == says


COMPLETE: Files = {"standards/commission.yml": f"{COMMISSION}complete_until: 2004-12-31\n"}


def test_a_subject_without_opinions_says_whether_there_may_be_some(tmp_path: Path) -> None:
    program = "family: {title: Family cases, source: {title: A list}}\n"
    files: Files = {"opinions/programs.yml": f"{PROGRAMS}{program}"}
    for number, (settings, may_exist) in enumerate([({}, True), (COMPLETE, False)]):
        corpus = factories.read_valid_corpus(tmp_path / str(number), {**files, **settings})
        pages = pages_of(corpus)
        page = pages["programs/family/index.md"]
        assert "No opinion listed here is about this program." in page
        assert ("There may be some, because the collection is not complete." in page) == may_exist
        assert "No opinion listed here is on this topic." in pages["topics/fees/index.md"]
        assert '<td class="number" role="cell">none listed</td>' in pages["programs/index.md"]
        assert ">Subject</th>" not in pages["programs/index.md"]
        listed = "Opinions listed here that cite it" in pages["standards/3/index.md"]
        assert listed == may_exist
        assert ("Not complete" in pages["print/index.md"]) == may_exist


def test_a_complete_collection_says_what_the_texts_that_are_not_here_may_hide(
    tmp_path: Path,
) -> None:
    listed = {**COMPLETE, "opinions/2004/06.md": catalog_record(6, 2004)}
    sentence = "Every opinion through December 31, 2004 is listed."
    for number, (files, is_hidden) in enumerate([(COMPLETE, False), (listed, True)]):
        corpus = factories.read_valid_corpus(tmp_path / str(number), files)
        page = " ".join(in_plain_words(pages_of(corpus)["opinions/index.md"]).split())
        assert sentence in page
        hidden = "The full text of 1 opinion is not here, so a change that only its text makes"
        assert (hidden in page) == is_hidden


def test_the_title_in_the_browser_has_no_note_on_the_law(tmp_path: Path) -> None:
    page = pages_of(factories.read_valid_corpus(tmp_path, SUPERSEDED))["opinions/2003/05/index.md"]
    assert 'title: "Superseded by AO 6 (2004): Advisory Opinion 05 (2003): Naming' in page


def test_no_number_in_a_status_breaks_from_its_name(tmp_path: Path) -> None:
    modified = {
        name: text.replace("supersedes", "modifies") if isinstance(text, str) else text
        for name, text in SUPERSEDED.items()
    }
    page = pages_of(factories.read_valid_corpus(tmp_path, modified))["opinions/index.md"]
    status = html.fromstring(page.rpartition("\n---\n")[2]).find_class("status")[0]
    unbroken = [part.text for part in status.find_class("unbroken")]
    assert unbroken == ["AO 6 (2004)", "Standard 3(c)", "in 2020"]


@pytest.mark.parametrize(
    "withdrawn", ["", "withdrawn: {on: 2006-01-01, reason: Withdrawn by a vote of the Board.}\n"]
)
def test_the_note_above_the_questions_says_which_superseded_answers_are_listed(
    tmp_path: Path, withdrawn: str
) -> None:
    fields = f"{withdrawn}opinions: [{{cites: 2003/05, effect: supersedes}}]"
    corpus = factories.read_valid_corpus(
        tmp_path, {"opinions/2004/06.md": catalog_record(6, 2004, fields)}
    )
    listed = html.fromstring(pages_of(corpus)["questions/index.md"]).text_content()
    assert "superseded ones unless the later opinion was itself withdrawn" in listed
    assert ("May it?" in listed) is bool(withdrawn)


OLD = "{effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}"


@pytest.mark.parametrize(
    ("change", "terms"),
    [
        ("adopted: 2020-01-01, verb: amended", ["May have changed since", "Now, as last recorded"]),
        ("effective: 2020-01-01, verb: amended", ["Changed since", "Now, as last recorded"]),
        ("effective: 2020-01-01, verb: repealed", ["Changed since", "Now"]),
        (
            "adopted: 2020-01-01, verb: repealed",
            ["May have changed since", "Now, as last recorded"],
        ),
    ],
)
def test_then_and_now_says_what_a_change_did(tmp_path: Path, change: str, terms: list[str]) -> None:
    new = f"{{{change}, event: Act 12, source: {{title: New}}}}"
    standard = factories.standard_text(f"editions: [{OLD}, {new}]")
    corpus = factories.read_valid_corpus(tmp_path, {"standards/3.md": standard})
    page = html.fromstring(pages_of(corpus)["opinions/2003/05/index.md"])
    (section,) = page.find_class("then-and-now")
    assert [term.text for term in section.iter("dt")][1:] == terms
    assert ("Repealed" in section.text_content()) is (terms[-1] == "Now")


def test_both_wordings_of_a_changed_provision_are_shown(tmp_path: Path) -> None:
    editions = (
        "  - {effective: 2001-01-01, event: Adopted, text: A may tell., source: {title: Old}}\n"
        "  - {effective: 2020-01-01, event: Amended, text: A may not tell., source: {title: New}}\n"
    )
    standard = factories.standard_text(f"editions:\n{editions}")
    corpus = factories.read_valid_corpus(tmp_path, {"standards/3.md": standard})
    html = pages_of(corpus)["opinions/2003/05/index.md"]
    assert "</strong>; law changed since</span>" in html
    assert "Standard 3(c) changed in 2020</span>" in in_plain_words(html)
    assert '<a href="#then-and-now">The law then and now</a>' in html
    assert "<blockquote>A may tell.</blockquote>" in html
    assert "<blockquote>A may <ins>not </ins>tell.</blockquote>" in html


@pytest.mark.parametrize(
    ("approved", "change", "said"),
    [
        ("2003-12-17", "after: 2003-11-07", "Not known whether before or after this opinion"),
        ("2003-11", "after: 2003-11-07", "Not known whether before or after this opinion"),
        ("2003-11", "effective: 2003-11-12", "In the same month, before or after"),
        ("2003", "effective: 2003-11-12", "In the same year, before or after"),
    ],
)
def test_only_a_change_in_the_month_or_year_of_an_opinion_is_said_to_be_in_it(
    tmp_path: Path, approved: str, change: str, said: str
) -> None:
    edition = f"  - {{{change}, event: Reworded, source: {{title: Minutes}}}}\n"
    standard = factories.standard_text(f"editions:\n{edition}")
    record = factories.RECORD.replace("approved: 2003-11-07", f"approved: {approved}")
    record = record.replace("(Approved by the Board on November 7, 2003.)\n\n", "")
    files = {
        **factories.UNCHANGED_LAW,
        "standards/3.md": standard,
        "opinions/2003/05.md": record,
    }
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["opinions/2003/05/index.md"]
    terms = re.findall("<dt>(.*?)</dt>", page)
    assert [term for term in terms if "before or after" in term] == [said]


def test_a_change_without_a_day_and_no_change_are_never_said_together(tmp_path: Path) -> None:
    unchanged = factories.UNCHANGED_LAW["standards/3.md"]
    noted = unchanged.removesuffix("---\n") + "note: It has other words now.\n---\n"
    for number, text in enumerate((unchanged, noted)):
        corpus = factories.read_valid_corpus(tmp_path / str(number), {"standards/3.md": text})
        pages = pages_of(corpus)
        for name in ("standards/3/index.md", "opinions/2003/05/index.md"):
            is_noted = "It has other words now." in pages[name]
            assert is_noted == (text == noted), name
            says_none = re.search("No change (?:is recorded|is on record|on record)", pages[name])
            assert bool(says_none) == (not is_noted), name


def test_every_held_text_is_on_the_page_for_printing_with_anchors_of_its_own(
    tmp_path: Path,
) -> None:
    files = {
        "opinions/2004/06.md": full_record(6, 2004),
        "opinions/2004/07.md": catalog_record(7, 2004),
    }
    printed = pages_of(factories.read_valid_corpus(tmp_path, files))["print/index.md"]
    assert printed.index('id="2003-05-p1"') < printed.index('id="2004-06-p1"')
    assert 'href="#2004-06-p2" data-number="2"' in printed
    assert "Opinion 7" not in printed


@pytest.mark.slow
def test_a_page_that_grows_with_the_collection_is_divided(tmp_path: Path) -> None:
    corpus = factories.read_collection(2_000, tmp_path)
    tasks = [
        task
        for task in site_pages(corpus, factories.index_of(corpus))
        if not re.match(r"print/|opinions/.*/.*/", task.name)
    ]
    assert len(tasks) > 200
    sizes = {path: len(content) for path, content in files_of(tasks)}
    assert not {path: size for path, size in sizes.items() if size > 400_000}


def test_a_large_collection_is_printed_and_listed_by_year(tmp_path: Path) -> None:
    corpus = factories.read_valid_corpus(tmp_path, {"opinions/2004/06.md": full_record(6, 2004)})
    pages = pages_of(corpus, PageLimits(texts_to_print=1, table_rows=1))
    assert 'href="2004/"' in pages["print/index.md"]
    assert 'id="2004-06-p1"' in pages["print/2004/index.md"]
    assert "<table" not in pages["opinions/index.md"]
    assert 'href="2004/"' in pages["opinions/index.md"]


def test_long_lists_are_split_into_pages_by_year_that_keep_the_anchors(tmp_path: Path) -> None:
    later = full_record(6, 2004, 'standards: ["3(c)"]', "See Standard 3(c).")
    corpus = factories.read_valid_corpus(tmp_path, {"opinions/2004/06.md": later})
    pages = pages_of(corpus, PageLimits(list_rows=1, opinions_in_a_cell=1))
    long = ("questions/", "topics/confidentiality/", "programs/superior-court/", "standards/3/")
    for url in long:
        whole, year = pages[f"{url}index.md"], pages[f"{url}2003/index.md"]
        assert 'class="row-title"' not in whole, url
        assert "opinions/2003/05/" in year, url
        assert "opinions/2004/06/" not in year, url
    for url, anchor in (("standards/3/", "c"), ("questions/", "topic-confidentiality")):
        assert f'href="2003/#{anchor}"' in pages[f"{url}index.md"]
        assert f'id="{anchor}"' in pages[f"{url}index.md"]
        assert f'id="{anchor}"' in pages[f"{url}2003/index.md"]
    assert ">2 opinions</a>" in pages["authorities/index.md"]


def test_the_page_for_staff_links_to_a_new_record_to_fill_in(tmp_path: Path) -> None:
    files: Files = {
        "pages/staff.md": factories.page_text("# For staff\n\n<!-- template -->"),
        "standards/commission.yml": f"{COMMISSION}repository: https://github.com/harbor/board\n",
    }
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    (link,) = re.findall('href="(https://github[^"]*)"', pages["staff.md"])
    address, _, query = unescape(link).partition("?")
    fields = parse_qs(query)
    assert address == "https://github.com/harbor/board/new/main/opinions"
    assert fields["filename"] == ["2003/06.md"]
    assert fields["value"][0].startswith("---\nnumber: 06\nyear: 2003\n")


def test_without_a_repository_the_page_for_staff_says_how_to_create_a_file(tmp_path: Path) -> None:
    guide = (REPOSITORY / "pages/staff.md").read_text(encoding="utf-8")
    assert "**Create new file**" in guide, "also where nobody makes a page of it"
    page = pages_of(factories.read_valid_corpus(tmp_path, {"pages/staff.md": guide}))["staff.md"]
    assert "Create new file" in page
    assert "Start a record" not in page


@pytest.mark.parametrize(
    ("effects", "says"),
    [
        (
            "{cites: 2003/05, effect: supersedes, holding: y}",
            "<strong>Superseded as to ¶ 2 by {later}; later history not checked</strong>",
        ),
        (
            (
                "{cites: 2003/05, effect: modifies, holding: x}, "
                "{cites: 2003/05, effect: supersedes, holding: y}"
            ),
            (
                "<strong>Modified as to ¶ 1 by {later}; superseded as to ¶ 2 by {later}; "
                "later history not checked</strong>"
            ),
        ),
    ],
)
def test_the_bar_that_stays_in_view_says_what_was_done_to_each_answer_that_was_changed(
    tmp_path: Path, effects: str, says: str
) -> None:
    two = factories.record_text(
        "holdings:\n  - {id: x, answers: 1, text: It may., at: [1], cites: ['3(c)']}\n"
        "  - {id: y, answers: 1, text: It must., at: [2]}\n"
    )
    later = factories.catalog_record(6, 2004, f"opinions: [{effects}]")
    files = {**factories.UNCHANGED_LAW, "opinions/2003/05.md": two, "opinions/2004/06.md": later}
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["opinions/2003/05/index.md"]
    bar = in_plain_words(page).partition('<div class="standing modified"')[2].partition("</div>")[0]
    assert says.format(later='<a href="../../../opinions/2004/06/">AO 6 (2004)</a>') in bar
    (in_full,) = html.fromstring(page.rpartition("\n---\n")[2]).find_class("still-holds")
    links = [link.get("href") for link in in_full.iter("a")]
    assert ("#holding-x" in links) == ("holding: x" in effects)


def test_the_page_of_a_listed_opinion_shows_that_a_later_one_replaced_it(tmp_path: Path) -> None:
    later = full_record(
        12, 2010, "opinions: [{cites: 2009/01, effect: supersedes}]", "See AO 1 (2009)."
    )
    files = {"opinions/2009/01.md": catalog_record(1, 2009), "opinions/2010/12.md": later}
    pages = pages_of(factories.read_valid_corpus(tmp_path, files))
    page = in_plain_words(pages["opinions/2009/01/index.md"])
    link = '<a href="../../../opinions/2010/12/">AO 12 (2010)</a>'
    assert f"<strong>Superseded by {link}</strong>" in page


def test_the_table_of_authorities_says_once_that_only_parts_are_cited(tmp_path: Path) -> None:
    cited = "standards: ['3(c)', '4(a)']"
    files: Files = {
        "opinions/2010/06.md": catalog_record(6, 2010, cited),
        "standards/4.md": "---\nid: 4\ntitle: Fees\nsource: {title: Minutes of the Board}\n---\n",
    }
    page = pages_of(factories.read_valid_corpus(tmp_path, files))["authorities/index.md"]
    assert page.count("only the parts below it are cited") == 1
    assert "only its parts" not in page
